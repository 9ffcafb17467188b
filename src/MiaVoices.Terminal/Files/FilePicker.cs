using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.Terminal.Files;

/// <summary>
/// Goes through folders to choose files. Typing filters by name; a path that is typed goes there as it is written. Enter opens a
/// folder or chooses, Space ticks several, Backspace without a filter goes a folder up.
/// </summary>
public sealed class FilePicker : IWidget
{
    private const string Up = "..";
    private const int EndWidth = 24;

    private readonly IFolders folders;
    private readonly Func<FileEntry, bool> accepts;
    private readonly HashSet<string> ticked = new(StringComparer.Ordinal);
    private IReadOnlyList<FileEntry> entries = [];
    private List<(FileEntry Entry, FuzzyMatch Match)> shown = [];

    /// <summary>A picker.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="start">The whole path of the folder that it begins in.</param>
    /// <param name="accepts">Which files are shown; folders always are.</param>
    public FilePicker(IFolders folders, string start, Func<FileEntry, bool> accepts)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(accepts);
        this.folders = folders;
        this.accepts = accepts;
        List = new ListView(() => shown.Count, DrawRow) { Opened = Open };
        Field.Changed = Typed;
        Folder = start;
        GoTo(start);
    }

    /// <summary>The folder on show, a whole path.</summary>
    public string Folder { get; private set; }

    /// <summary>Why the folder could not be read.</summary>
    public FolderProblem Problem { get; private set; }

    /// <summary>What is typed: a filter or a path.</summary>
    public TextField Field { get; } = new();

    /// <summary>The rows.</summary>
    public ListView List { get; }

    /// <summary>Whether several can be chosen.</summary>
    public bool CanTick { get; set; }

    /// <summary>Called with the whole paths that were chosen.</summary>
    public Action<IReadOnlyList<string>>? Chosen { get; set; }

    /// <summary>Gives the text at the right of a row, such as size and date.</summary>
    public Func<FileEntry, string> EndText { get; set; } = _ => "";

    /// <summary>Gives the text for a folder that cannot be read.</summary>
    public Func<FolderProblem, string> ProblemText { get; set; } = _ => "";

    /// <summary>The whole paths of the ticked files, in order.</summary>
    public IReadOnlyList<string> Ticked => [.. ticked.Order(StringComparer.Ordinal)];

    /// <summary>The selected file or folder; null for none.</summary>
    public FileEntry? Selected => List.Selected >= 0 ? shown[List.Selected].Entry : null;

    private bool IsPath => Field.Text.Contains('/', StringComparison.Ordinal) || Field.Text.Contains('\\', StringComparison.Ordinal) || Field.Text.StartsWith('~');

    /// <summary>Shows a folder.</summary>
    /// <param name="folder">Its whole path.</param>
    public void GoTo(string folder)
    {
        var from = Folder;
        Read(folder);
        Field.Reset("");
        Filter();
        // Coming up, one stands on the folder that one was in.
        var came = shown.FindIndex(s => s.Entry.IsFolder && s.Entry.Name != Up && folders.Resolve(Folder, s.Entry.Name) == from);
        List.Selected = Math.Max(0, came);
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, bool hasFocus)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        var fieldWidth = Math.Max(16, canvas.Width / 3);
        var room = canvas.Width - fieldWidth - 2;
        // Of a long path its end tells more.
        var path = Folder;
        while (Glyphs.Width(path) > room && path.Length > 1)
        {
            path = "…" + path[(path.StartsWith('…') ? 2 : 1)..];
        }

        canvas.Write(0, 0, path, Role.Title);
        Field.Draw(canvas.Part(new Rect(canvas.Width - fieldWidth, 0, fieldWidth, 1)), hasFocus);
        Box.Rule(canvas, 1);
        List.EmptyText = Problem == FolderProblem.None ? List.EmptyText : ProblemText(Problem);
        List.Draw(canvas.Part(canvas.Area.CutTop(2).Remaining), hasFocus);
    }

    /// <inheritdoc/>
    public bool Handle(InputEvent input)
    {
        if (input is KeyEvent { Stroke: var stroke })
        {
            if (stroke.Is(Key.Backspace) && Field.Text.Length == 0)
            {
                GoUp();
                return true;
            }

            if (CanTick && stroke.Is(' ') && !IsPath)
            {
                Tick();
                return true;
            }

            if (stroke is { Modifiers: KeyModifiers.None, Key: Key.Up or Key.Down or Key.PageUp or Key.PageDown or Key.Home or Key.End or Key.Enter })
            {
                return List.Handle(input);
            }
        }

        return Field.Handle(input);
    }

    private void Read(string folder)
    {
        entries = [.. folders.Read(folder, out var problem)
            .Where(e => e.IsFolder || accepts(e))
            .OrderBy(e => !e.IsFolder)
            .ThenBy(e => e.Name, StringComparer.OrdinalIgnoreCase)];
        (Folder, Problem) = (folder, problem);
    }

    private void Typed()
    {
        if (IsPath)
        {
            var cut = Field.Text.LastIndexOfAny(['/', '\\']);
            var folder = folders.Resolve(Folder, cut < 0 ? Field.Text : Field.Text[..(cut + 1)]);
            // Only a folder that is there: half a name is no reason to leave.
            _ = folders.Read(folder, out var problem);
            if (problem == FolderProblem.None)
            {
                Read(folder);
                Field.Reset(cut < 0 ? "" : Field.Text[(cut + 1)..]);
            }
        }

        Filter();
    }

    private void Filter()
    {
        shown = [.. entries.Select(e => (Entry: e, Match: FuzzyMatch.Of(IsPath ? "" : Field.Text, e.Name)))
            .Where(e => e.Match is not null)
            .Select(e => (e.Entry, e.Match!))
            .OrderByDescending(e => e.Item2.Score)];
        if (Field.Text.Length == 0 && folders.Parent(Folder) is not null)
        {
            shown.Insert(0, (new FileEntry(Up, true, 0, default), new FuzzyMatch(0, [])));
        }

        List.Selected = 0;
    }

    private void GoUp()
    {
        if (folders.Parent(Folder) is { } parent)
        {
            GoTo(parent);
        }
    }

    private void Tick()
    {
        if (Selected is { IsFolder: false } file)
        {
            var path = folders.Resolve(Folder, file.Name);
            if (!ticked.Remove(path))
            {
                ticked.Add(path);
            }
        }

        List.Selected++;
    }

    private void Open(int row)
    {
        var entry = shown[row].Entry;
        if (entry is { IsFolder: true, Name: Up })
        {
            GoUp();
        }
        else if (entry.IsFolder)
        {
            GoTo(folders.Resolve(Folder, entry.Name));
        }
        else
        {
            Chosen?.Invoke(ticked.Count > 0 ? Ticked : [folders.Resolve(Folder, entry.Name)]);
        }
    }

    private void DrawRow(Canvas canvas, int row, RowState state)
    {
        var (entry, match) = shown[row];
        var isTicked = ticked.Contains(folders.Resolve(Folder, entry.Name));
        canvas.Write(0, 0, entry.IsFolder ? "▸" : isTicked ? "✓" : " ", isTicked ? Role.Good : Role.Dim);
        var room = canvas.Width - 3 - (canvas.Width > 2 * EndWidth ? EndWidth : 0);
        MarkedLine.Write(canvas, 2, 0, room, entry.IsFolder && entry.Name != Up ? entry.Name + "/" : entry.Name, match.Marks, entry.IsFolder ? Role.Accent : default);
        if (canvas.Width > 2 * EndWidth && entry.Name != Up)
        {
            canvas.WriteRight(canvas.Width - EndWidth, 0, EndWidth - 1, EndText(entry), Role.Dim);
        }
    }
}
