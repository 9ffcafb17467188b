using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.Terminal.Files;

/// <summary>
/// Goes through folders to choose files. Typing filters by name; a path that is typed goes there as it is written. Enter opens a
/// folder or chooses, Space ticks several files and folders (Enter on a ticked one chooses them all), Backspace without a filter goes a folder up.
/// </summary>
public sealed class FilePicker : IWidget
{
    private const string Up = "..";
    private const int EndWidth = 24;

    private readonly IFolders folders;
    private readonly Func<FileEntry, bool> accepts;
    private readonly LatestWork? reading;
    private readonly HashSet<string> ticked = new(StringComparer.Ordinal);
    private IReadOnlyList<FileEntry> entries = [];
    private string? emptyText;
    private List<(FileEntry Entry, FuzzyMatch Match)> shown = [];

    /// <summary>A picker.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="start">The whole path of the folder that it begins in.</param>
    /// <param name="accepts">Which files are shown; folders always are.</param>
    /// <param name="reading">Reads folders somewhere else and brings what they hold; null to wait for them.</param>
    public FilePicker(IFolders folders, string start, Func<FileEntry, bool> accepts, LatestWork? reading = null)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(accepts);
        this.folders = folders;
        this.accepts = accepts;
        this.reading = reading;
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

    /// <summary>Told while a folder is read.</summary>
    public string ReadingText { get; set; } = "";

    /// <summary>Whether several can be chosen, files and whole folders.</summary>
    public bool CanTick { get; set; }

    /// <summary>Called with the whole paths that were chosen.</summary>
    public Action<IReadOnlyList<string>>? Chosen { get; set; }

    /// <summary>Gives the text at the right of a row, such as size and date.</summary>
    public Func<FileEntry, string> EndText { get; set; } = _ => "";

    /// <summary>Gives the text for a folder that cannot be read.</summary>
    public Func<FolderProblem, string> ProblemText { get; set; } = _ => "";

    /// <summary>The whole paths of the ticked files and folders, in order.</summary>
    public IReadOnlyList<string> Ticked => [.. ticked.Order(StringComparer.Ordinal)];

    /// <summary>The selected file or folder; null for none.</summary>
    public FileEntry? Selected => List.Selected >= 0 ? shown[List.Selected].Entry : null;

    private bool IsPath => Field.Text.Contains('/', StringComparison.Ordinal) || Field.Text.Contains('\\', StringComparison.Ordinal) || Field.Text.StartsWith('~');

    /// <summary>Shows a folder.</summary>
    /// <param name="folder">Its whole path.</param>
    public void GoTo(string folder)
    {
        var from = Folder;
        Read(folder, (found, problem) =>
        {
            Take(folder, found, problem);
            Field.Reset("");
            Filter();
            // Coming up, one stands on the folder that one was in.
            var came = shown.FindIndex(s => s.Entry.IsFolder && s.Entry.Name != Up && folders.Resolve(Folder, s.Entry.Name) == from);
            List.Selected = Math.Max(0, came);
        });
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
        emptyText ??= List.EmptyText;
        List.EmptyText = reading?.IsRunning == true && shown.Count == 0 ? ReadingText : Problem == FolderProblem.None ? emptyText : ProblemText(Problem);
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

    /// <summary>Reads a folder, here or somewhere else; of several begun only the latest is taken.</summary>
    private void Read(string folder, Action<IReadOnlyList<FileEntry>, FolderProblem> done)
    {
        if (reading is null)
        {
            var found = folders.Read(folder, out var problem);
            done(found, problem);
            return;
        }

        reading.Start(
            _ =>
            {
                var found = folders.Read(folder, out var problem);
                return (found, problem);
            },
            read => done(read.found, read.problem),
            _ => done([], FolderProblem.Failed));
    }

    private void Take(string folder, IReadOnlyList<FileEntry> found, FolderProblem problem)
    {
        entries = [.. found.Where(e => e.IsFolder || accepts(e)).OrderBy(e => !e.IsFolder).ThenBy(e => e.Name, StringComparer.OrdinalIgnoreCase)];
        (Folder, Problem) = (folder, problem);
    }

    private void Typed()
    {
        if (IsPath)
        {
            var cut = Field.Text.LastIndexOfAny(['/', '\\']);
            var folder = folders.Resolve(Folder, cut < 0 ? Field.Text : Field.Text[..(cut + 1)]);
            Read(folder, (found, problem) =>
            {
                // Only a folder that is there: half a name is no reason to leave. What was typed meanwhile stays.
                if (problem == FolderProblem.None && IsPath)
                {
                    Take(folder, found, problem);
                    var end = Field.Text.LastIndexOfAny(['/', '\\']);
                    Field.Reset(end < 0 ? "" : Field.Text[(end + 1)..]);
                    Filter();
                }
            });
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
        if (Selected is { Name: not Up } chosen)
        {
            var path = folders.Resolve(Folder, chosen.Name);
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
        else if (entry.IsFolder && !ticked.Contains(folders.Resolve(Folder, entry.Name)))
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
        canvas.Write(0, 0, isTicked ? "✓" : entry.IsFolder ? "▸" : " ", isTicked ? Role.Good : Role.Dim);
        var room = canvas.Width - 3 - (canvas.Width > 2 * EndWidth ? EndWidth : 0);
        MarkedLine.Write(canvas, 2, 0, room, entry.IsFolder && entry.Name != Up ? entry.Name + "/" : entry.Name, match.Marks, entry.IsFolder ? Role.Accent : default);
        if (canvas.Width > 2 * EndWidth && entry.Name != Up)
        {
            canvas.WriteRight(canvas.Width - EndWidth, 0, EndWidth - 1, EndText(entry), Role.Dim);
        }
    }
}
