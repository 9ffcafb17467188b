using MiaVoices.Terminal.Dialogs;
using MiaVoices.Terminal.Flow;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.Tests.Terminal.Support;

/// <summary>A screen with a bit of everything, in the size of a real one.</summary>
internal sealed class SampleScreen : Layer
{
    private readonly TerminalApp _app;
    private readonly TabsRow _tabs = new() { Titles = ["Koda", "Sök", "Matris"] };
    private readonly StatusRow _status = new();
    private readonly HintRow _hints;
    private readonly TreeView<string> _documents;
    private readonly ListView _codes;
    private readonly FocusRing _focus;
    private readonly TestFlow _text;

    public SampleScreen(TerminalApp app)
    {
        _app = app;
        _hints = new HintRow(app, key => key.ToString());
        _text = new TestFlow([.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? $"Hur var det, fråga {i}?" : $"Det var bra att någon följde med, svar {i}. Annars hade jag inte vågat ringa själv, det är så många att hålla reda på.")]);
        for (var i = 0; i < 40; i++)
        {
            _text.Heads[i] = new FlowHead(i % 2 == 0 ? "Intervjuare" : "Deltagare", $"00:{i:00}:10", Role.Dim);
            _text.Lanes[i] = i % 3 == 1 ? [new FlowLane(4, 60, 0, Roles.Code(i)), new FlowLane(20, 90, 1, Roles.Code(i + 1))] : [];
        }

        Text = new FlowView(_text);
        _documents = new TreeView<string>(() => ["Intervjuer", "Enkät"], n => n == "Intervjuer" ? ["D01", "D02", "D03"] : [], (c, n, _) => c.WriteWithin(0, 0, c.Width, n));
        _codes = new ListView(() => 30, (c, i, _) => c.WriteWithin(c.Write(0, 0, "█ ", Roles.Code(i)), 0, c.Width - 2, $"K{i % 10} kod nummer {i}"));
        _focus = new FocusRing(Text, _codes, _documents);
        Add("quit", "Avsluta", "q Ctrl+Q", app.Stop, 9);
        Add("code", "Koda markeringen", "k", () => _status.Show("Kodade.", "Ctrl+Z ångrar", Role.Good), 1, () => Text.Selection is null ? "inget är markerat" : null);
        Add("delete", "Ta bort koden", "d", AskDelete, 2);
        Add("memo", "Skriv memo", "n", WriteMemo, 3);
        Add("menu", "Meny", "F9", () => app.Push(new PopupMenu(app, Commands.All, 10, 4, key => key.ToString())));
        Add("palette", "Alla kommandon", "Ctrl+P", () => app.Push(new CommandPalette(app, "Kommandon", "Enter kör   Esc stäng", key => key.ToString(), "palette")), 5);
        Add("help", "Hjälp", "F1 ?", () => app.Push(new CommandHelp(app, "Hjälp", "Esc stäng", key => key.ToString())), 6);
        app.Refused = (command, reason) => _status.Show($"{command.Name}: {reason}.", role: Role.Warning);
    }

    public override bool CoversAll => true;

    public override CommandTable Commands { get; } = new();

    public FlowView Text { get; }

    public override void Draw(Canvas canvas)
    {
        var (head, below) = canvas.Area.CutTop(1);
        var (feet, middle) = below.CutBottom(2);
        _tabs.Draw(canvas.Part(head), "allt sparat");
        var plan = PanePlan.Of(middle, 26, 30);
        if (plan.Left is { } left)
        {
            _focus.Draw(Box.Draw(canvas.Part(left), "Dokument", hasFocus: _focus.Has(_documents)), _documents);
        }

        _focus.Draw(Box.Draw(canvas.Part(plan.Main), "D02", "22 %", _focus.Has(Text), "00:10"), Text);
        if (plan.Right is { } right)
        {
            _focus.Draw(Box.Draw(canvas.Part(right), "Koder", hasFocus: _focus.Has(_codes)), _codes);
        }

        _status.Draw(canvas.Part(feet.CutTop(1).Cut));
        _hints.Draw(canvas.Part(feet.CutBottom(1).Cut), _app.CommandsAtHand);
    }

    public override bool Handle(InputEvent input) => _focus.Handle(input);

    private void Add(string id, string name, string keys, Action run, int rank = 0, Func<string?>? whyNot = null) =>
        Commands.Add(new Command(id, () => name, run) { KeyNames = keys, HintRank = rank, WhyNot = whyNot ?? (() => null) });

    private void AskDelete() => _app.Push(new Dialog(
        _app,
        "Ta bort",
        "Koden «mer tid» har 34 kodningar. De följer med till papperskorgen och kan ångras.",
        [new DialogButton("Ta bort", () => _status.Show("Borttagen."), KeyStroke.Parse("t"), IsDestructive: true), new DialogButton("Låt stå", () => { })],
        KeyStroke.Parse("d")));

    private void WriteMemo()
    {
        var area = new TextArea { Clipboard = _app.Clipboard };
        _app.Push(new Dialog(_app, "Memo", "Skriv fritt.", [new DialogButton("Spara", () => _status.Show(area.Text)), new DialogButton("Avbryt", () => { })], content: area, contentRows: 5));
    }
}
