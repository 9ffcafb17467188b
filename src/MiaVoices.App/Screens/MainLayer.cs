using MiaVoices.Terminal.Dialogs;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens;

/// <summary>A project at work: tabs above, the screen, what was just done, and the keys that work now.</summary>
internal sealed class MainLayer : Layer
{
    private const string General = "general";
    private readonly Desk _desk;
    private readonly IReadOnlyList<WorkScreen> _screens;
    private readonly TabsRow _tabs = new();
    private readonly HintRow _hints;
    private readonly List<Command> _everywhere = [];
    private readonly CommandTable[] _tables;
    private int _at;

    /// <summary>The screens in the order of their tabs.</summary>
    public MainLayer(Desk desk, IReadOnlyList<WorkScreen> screens, Action leave)
    {
        (_desk, _screens) = (desk, screens);
        _hints = new HintRow(desk.App, desk.KeyName);
        _tabs.Pressed = Go;
        desk.GoTo = id => Go(screens.ToList().FindIndex(s => s.Id == id));
        for (var i = 0; i < screens.Count && i < 9; i++)
        {
            var tab = i;
            _everywhere.Add(new Command("tab." + screens[i].Id, () => desk.T["screen.goTo", desk.T["screen." + screens[tab].Id]], () => Go(tab))
            {
                Group = () => desk.T["screen." + General],
                KeyNames = FormattableString.Invariant($"{i + 1}"),
            });
        }

        Add("undo", "Ctrl+Z", () => desk.Project.Undo(), 80);
        Add("redo", "Ctrl+Y", () => desk.Project.Redo());
        Add("help", "F1 ?", Help, 90);
        Add("palette", "Ctrl+P", Palette, 91);
        _everywhere.Add(desk.Make("writings", General, "", desk.Writings.Choose, whyNot: desk.Writings.NoDrafts));
        var forgetting = new Forgetting(desk);
        _everywhere.Add(desk.Make("forget", General, "", forgetting.Ask, whyNot: forgetting.WhyNot));
        if (desk.Import is { } import)
        {
            Add("import", "Ctrl+O", import);
        }

        if (desk.Settings is { } settings)
        {
            Add("settings", "F9", settings);
        }

        if (desk.Close is { } close)
        {
            Add("close", "Ctrl+W", close);
        }

        Add("quit", "Ctrl+Q", leave, 92);
        _tables = [.. screens.Select(Table)];
        var status = desk.Project.Status;
        var refusal = "";
        desk.App.Refused = (command, reason) => status.Show(refusal = $"{command.Name}: {reason}", "", Role.Warning);
        desk.App.Starting = () =>
        {
            // Why something could not be done is of no use once something else is done.
            if (status.Text == refusal)
            {
                status.Show("");
            }
        };
    }

    /// <inheritdoc/>
    public override bool CoversAll => true;

    /// <inheritdoc/>
    public override CommandTable Commands => _tables[_at];

    /// <summary>The screens in the order of their tabs.</summary>
    public IReadOnlyList<WorkScreen> Screens => _screens;

    /// <summary>The screen on show.</summary>
    public WorkScreen Current => _screens[_at];

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var (top, rest) = canvas.Area.CutTop(1);
        var (bottom, middle) = rest.CutBottom(_desk.App.ShowsHints ? 2 : 1);
        _tabs.Titles = [.. _screens.Select(s => _desk.T["screen." + s.Id])];
        _tabs.Active = _at;
        _tabs.Draw(canvas.Part(top), _desk.T["screen.saved", _desk.Project.Store.Project.Name]);
        Current.Show(canvas.Part(middle));
        var (status, keys) = bottom.CutTop(1);
        _desk.Project.Status.Draw(canvas.Part(status));
        _hints.Draw(canvas.Part(keys), Commands.All);
    }

    /// <inheritdoc/>
    public override bool Handle(InputEvent input)
    {
        if (Current.Handle(input))
        {
            return true;
        }

        // What is typed into a text is no command, even where the text did not want it.
        return Current.IsTyping && input is KeyEvent { Stroke.IsText: true };
    }

    private void Go(int tab)
    {
        if (tab >= 0 && tab < _screens.Count)
        {
            _at = tab;
        }
    }

    private void Help() => _desk.App.Push(new CommandHelp(_desk.App, _desk.T["screen.help"], _desk.T["screen.help.keys"], _desk.KeyName));

    private void Palette() => _desk.App.Push(new CommandPalette(_desk.App, _desk.T["screen.palette"], _desk.T["screen.choose.keys"], _desk.KeyName, "palette"));

    /// <summary>The commands of a screen with those that are everywhere; a key that both have is a fault that shows at once.</summary>
    private CommandTable Table(WorkScreen screen)
    {
        var table = new CommandTable();
        foreach (var command in screen.Commands.All.Concat(_everywhere))
        {
            table.Add(command);
        }

        return table;
    }

    private void Add(string name, string keys, Action run, int rank = 0) => _everywhere.Add(_desk.Make(name, General, keys, run, rank));
}
