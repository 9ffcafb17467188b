using MiaVoices.Terminal;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Start;

/// <summary>The settings over the screen. Each change is seen at once and kept; Esc closes.</summary>
internal sealed class SettingsLayer : Layer
{
    private const int BoxWidth = 72;
    private const int ValueColumn = 30;
    private static readonly string[] Names = ["language", "palette", "ground", "ascii", "hints", "mouse"];
    private static readonly string[] Palettes = ["auto", "full", "256", "16", "none"];
    private static readonly string[] Grounds = ["auto", "dark", "light"];
    private static readonly string[] Switches = ["0", "1"];

    private readonly TerminalApp _app;
    private readonly ScreenSettings _settings;
    private readonly ListView _list;

    public SettingsLayer(TerminalApp app, ScreenSettings settings)
    {
        (_app, _settings) = (app, settings);
        _list = new ListView(() => Names.Length, DrawRow) { Opened = row => Change(row, 1) };
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var box = canvas.Part(canvas.Area.Centered(Math.Min(BoxWidth, canvas.Width - 2), Math.Min(Names.Length + 4, canvas.Height)));
        box.Clear();
        box.OnMouse(box.Area, this, _ => true);
        var inner = Box.Draw(box, _settings.T["settings.title"], _settings.T["settings.keys"], hasFocus: true);
        _list.Draw(inner.Part(inner.Area.Inset(1, 1)), hasFocus: true);
    }

    /// <inheritdoc/>
    public override bool Handle(InputEvent input)
    {
        if (input is KeyEvent { Stroke: var stroke })
        {
            if (stroke.Is(Key.Escape) || stroke.Is(Key.F9))
            {
                _app.Pop(this);
                return true;
            }

            if (stroke.Is(Key.Right) || stroke.Is(Key.Left) || stroke.Is(' '))
            {
                Change(_list.Selected, stroke.Is(Key.Left) ? -1 : 1);
                return true;
            }
        }

        _list.Handle(input);
        return true;
    }

    /// <inheritdoc/>
    public override void PressedOutside() => _app.Pop(this);

    private void Change(int row, int by)
    {
        var name = Names[row];
        if (_settings.Variable(name) is not null)
        {
            return;
        }

        if (name == "language")
        {
            _settings.ChangeLanguage();
            return;
        }

        var values = name switch { "palette" => Palettes, "ground" => Grounds, _ => Switches };
        var next = (Array.IndexOf(values, Value(_settings.Chosen, name)) + by + values.Length) % values.Length;
        _settings.Choose(_settings.Chosen.With(name, values[next]));
    }

    private static string Value(UserSettings settings, string name) => settings.Lines().First(l => l.StartsWith(name + " = ", StringComparison.Ordinal))[(name.Length + 3)..];

    private void DrawRow(Canvas canvas, int row, RowState state)
    {
        var (t, name) = (_settings.T, Names[row]);
        canvas.WriteWithin(1, 0, ValueColumn - 2, t["settings." + name]);
        var room = canvas.Width - ValueColumn;
        if (_settings.Variable(name) is { } variable)
        {
            canvas.WriteWithin(ValueColumn, 0, room, t["settings.byEnvironment", Told(name), variable], Role.Dim);
        }
        else
        {
            canvas.WriteWithin(ValueColumn, 0, room, Told(name), Role.Accent);
        }
    }

    /// <summary>A value in words; what the terminal was asked for is told with what it answered.</summary>
    private string Told(string name)
    {
        var (t, now) = (_settings.T, _settings.Now);
        return name switch
        {
            "language" => t["settings.thisLanguage"],
            "palette" when now.Palette is null => t["settings.auto", Palette(_app.Theme.Depth)],
            "palette" => Palette(_app.Theme.Depth),
            "ground" when now.IsLight is null => t["settings.auto", t[_app.Theme.IsLight ? "settings.light" : "settings.dark"]],
            "ground" => t[_app.Theme.IsLight ? "settings.light" : "settings.dark"],
            _ => t[Value(now, name) == "1" ? "settings.on" : "settings.off"],
        };
    }

    private string Palette(ColorDepth depth) => _settings.T[depth switch
    {
        ColorDepth.Full => "settings.full",
        ColorDepth.Indexed => "settings.indexed",
        ColorDepth.Sixteen => "settings.sixteen",
        _ => "settings.none",
    }];
}
