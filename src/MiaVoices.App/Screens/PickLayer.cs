using System.Globalization;
using MiaVoices.App.Texts;
using MiaVoices.Terminal.Files;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens;

/// <summary>Folders and files over the screen, to choose from. Esc and a press outside close it.</summary>
internal sealed class PickLayer : Layer
{
    private const int WidestBox = 100;
    private const int HighestBox = 30;

    private readonly TerminalApp _app;
    private readonly string _title;
    private readonly string _keys;
    private readonly FilePicker _picker;

    /// <summary>A picker.</summary>
    /// <param name="app">The program.</param>
    /// <param name="t">The texts.</param>
    /// <param name="title">What is chosen.</param>
    /// <param name="start">The whole path of the folder to begin in.</param>
    /// <param name="accepts">Which files are shown.</param>
    /// <param name="canTick">Whether several can be chosen.</param>
    /// <param name="done">Gets the whole paths.</param>
    /// <param name="behind">Runs what reads folders; null for the thread pool.</param>
    public PickLayer(TerminalApp app, Wording t, string title, string start, Func<FileEntry, bool> accepts, bool canTick, Action<IReadOnlyList<string>> done, Action<Action>? behind = null)
    {
        (_app, _title, _keys) = (app, title, t[canTick ? "screen.pick.keysTick" : "screen.pick.keys"]);
        _picker = new FilePicker(new DiskFolders(), start, accepts, new LatestWork(app, behind))
        {
            ReadingText = t["screen.pick.reading"],
            CanTick = canTick,
            EndText = EndText,
            ProblemText = problem => t["screen.pick." + problem.ToString().ToLowerInvariant()],
            Chosen = paths =>
            {
                _app.Pop(this);
                done(paths);
            },
        };
        _picker.List.EmptyText = t["screen.pick.empty"];
        _picker.Field.Clipboard = app.Clipboard;
        _picker.Field.Placeholder = t["screen.pick.field"];
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var box = canvas.Part(canvas.Area.Centered(Math.Min(WidestBox, canvas.Width - 2), Math.Min(HighestBox, canvas.Height - 2)));
        box.Clear();
        box.OnMouse(box.Area, this, _ => true);
        var inner = Box.Draw(box, _title, _keys, hasFocus: true, _picker.Ticked.Count > 0 ? "✓ " + _picker.Ticked.Count.ToString(CultureInfo.InvariantCulture) : "");
        _picker.Draw(inner.Part(inner.Area.Inset(1, 0)), hasFocus: true);
    }

    /// <inheritdoc/>
    public override bool Handle(InputEvent input)
    {
        if (input is KeyEvent { Stroke: var stroke } && stroke.Is(Key.Escape))
        {
            _app.Pop(this);
            return true;
        }

        _picker.Handle(input);
        return true;
    }

    /// <inheritdoc/>
    public override void PressedOutside() => _app.Pop(this);

    private static string EndText(FileEntry entry)
    {
        var date = entry.Modified.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return entry.IsFolder ? date : FormattableString.Invariant($"{Math.Max(1, entry.Size / 1024),7} kB  {date}");
    }
}
