using MiaVoices.App.Cli;
using MiaVoices.App.Commands;
using MiaVoices.App.Texts;
using MiaVoices.Core;
using MiaVoices.Storage;
using MiaVoices.Terminal.Dialogs;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;
using Microsoft.Data.Sqlite;

namespace MiaVoices.App.Screens.Start;

/// <summary>Where the program begins: what one can do, and the projects that were open before. Every row is done by Enter, so nothing needs to be known.</summary>
internal sealed class StartLayer : Layer
{
    private const string Ending = ".mia";

    private readonly Workbench _bench;
    private readonly Session _session;
    private readonly TerminalApp _app;
    private readonly StatusRow _status = new();
    private readonly HintRow _hints;
    private readonly ListView _verbs;
    private readonly ListView _projects;
    private readonly FocusRing _focus;
    private readonly List<Command> _rows = [];
    private IReadOnlyList<(string Path, bool IsThere)> _recent = [];

    public StartLayer(Workbench bench, Session session, TerminalApp app)
    {
        (_bench, _session, _app) = (bench, session, app);
        _hints = new HintRow(app, key => KeyNames.Of(key, T));
        _rows.Add(Add("demo", "d", AskDemo));
        _rows.Add(Add("new", "n", () => AskNew(imports: false), 10));
        _rows.Add(Add("import", "i", () => AskNew(imports: true), 10));
        _rows.Add(Add("open", "o Ctrl+O", AskOpen, 11));
        _rows.Add(Add("language", "l", ChangeLanguage, 12, () => bench.Settings.Variable("language") is { } variable ? T["start.languageFixed", variable] : null));
        _rows.Add(Add("settings", "s F9", () => app.Push(new SettingsLayer(app, bench.Settings)), 12));
        Add("forget", "Delete", Forget, 0, () => Selected is null ? T["start.noneSelected"] : null);
        Add("help", "F1 ?", () => app.Push(new CommandHelp(app, T["screen.help"], T["screen.help.keys"], key => KeyNames.Of(key, T))), 90);
        Add("palette", "Ctrl+P", () => app.Push(new CommandPalette(app, T["screen.palette"], T["screen.choose.keys"], key => KeyNames.Of(key, T), "palette")), 91);
        _rows.Add(Add("quit", "q Ctrl+Q", app.Stop, 13));
        _verbs = new ListView(() => _rows.Count, DrawVerb) { Opened = i => app.Run(_rows[i]) };
        _projects = new ListView(() => _recent.Count, DrawProject) { Opened = i => Open(_recent[i].Path) };
        _focus = new FocusRing(_verbs, _projects);
    }

    /// <inheritdoc/>
    public override bool CoversAll => true;

    /// <inheritdoc/>
    public override CommandTable Commands { get; } = new();

    private Wording T => _session.T;

    private string? Selected => _focus.Has(_projects) && _projects.Selected >= 0 && _projects.Selected < _recent.Count ? _recent[_projects.Selected].Path : null;

    /// <summary>Reads anew what may have changed while a project was open.</summary>
    public void Shown()
    {
        _app.Refused = (command, reason) => _status.Show($"{command.Name}: {reason}", "", Role.Warning);
        Read();
        if (_recent.Count > 0)
        {
            _projects.Selected = 0;
            _focus.Give(_projects);
        }
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var (top, rest) = canvas.Area.CutTop(2);
        var (bottom, middle) = rest.CutBottom(_app.ShowsHints ? 2 : 1);
        var head = canvas.Part(top);
        head.WriteWithin(head.Write(1, 0, "MiaVoices", Role.Title) + 1, 0, canvas.Width - 14, T["start.subtitle"], Role.Dim);
        var (verbs, below) = middle.CutTop(_rows.Count + 2);
        _focus.Draw(Box.Draw(canvas.Part(verbs), T["start.verbs"], T["start.verbs.keys"], _focus.Has(_verbs)), _verbs);
        if (_recent.Count == 0)
        {
            DrawWelcome(canvas.Part(below.Inset(2, 1)));
        }
        else
        {
            _focus.Draw(Box.Draw(canvas.Part(below), T["start.recent"], T["start.recent.keys"], _focus.Has(_projects)), _projects);
        }

        var (status, keys) = bottom.CutTop(1);
        _status.Draw(canvas.Part(status));
        _hints.Draw(canvas.Part(keys), Commands.All);
    }

    /// <inheritdoc/>
    public override bool Handle(InputEvent input)
    {
        // The two lists are one for the arrows.
        if (input is KeyEvent { Stroke: var stroke } && _recent.Count > 0)
        {
            if (stroke.Is(Key.Down) && _focus.Has(_verbs) && _verbs.Selected == _rows.Count - 1)
            {
                _focus.Give(_projects);
                _projects.Selected = 0;
                return true;
            }

            if (stroke.Is(Key.Up) && _focus.Has(_projects) && _projects.Selected == 0)
            {
                _focus.Give(_verbs);
                _verbs.Selected = _rows.Count - 1;
                return true;
            }
        }

        return _focus.Handle(input);
    }

    private static string Short(string path)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length > 1 && path.StartsWith(home + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? "~" + path[home.Length..] : path;
    }

    private Command Add(string name, string keys, Action run, int rank = 0, Func<string?>? whyNot = null)
    {
        var command = new Command("start." + name, () => T["start." + name], run)
        {
            KeyNames = keys,
            HintRank = rank,
            HintNow = () => T[T.Has($"start.{name}.hint") ? $"start.{name}.hint" : $"start.{name}"],
            Group = () => T["start.group"],
            WhyNot = whyNot ?? (() => null),
        };
        Commands.Add(command);
        return command;
    }

    private void Read()
    {
        _recent = [.. _bench.Folders.Recent().Select(p => (p, File.Exists(p)))];
        _focus.Set(_recent.Count == 0 ? [_verbs] : [_verbs, _projects]);
    }

    private void DrawVerb(Canvas canvas, int row, RowState state)
    {
        var command = _rows[row];
        canvas.WriteWithin(1, 0, 2, KeyNames.Of(command.Keys[0], T), Role.Key);
        canvas.WriteWithin(4, 0, canvas.Width - 5, command.Name);
    }

    private void DrawProject(Canvas canvas, int row, RowState state)
    {
        var (path, isThere) = _recent[row];
        var x = canvas.WriteWithin(1, 0, Math.Min(36, canvas.Width - 2), Path.GetFileNameWithoutExtension(path), isThere ? Role.None : Role.Dim);
        var told = Short(Path.GetDirectoryName(path) ?? "");
        canvas.WriteRight(x + 2, 0, canvas.Width - x - 3, isThere ? told : T["start.gone", told], isThere ? Role.Dim : Role.Warning);
    }

    private void DrawWelcome(Canvas canvas)
    {
        var y = 0;
        foreach (var line in Glyphs.Wrap(T["start.welcome"], Math.Min(canvas.Width, 76)))
        {
            canvas.Write(0, y++, line, Role.Dim);
        }
    }

    private void AskNew(bool imports)
    {
        var form = new NewProjectForm(_app, T, _bench.Folders.Documents, _session.Files);
        _app.Push(new Dialog(
            _app,
            T["start.new"],
            T["start.new.ask"],
            [new DialogButton(T["start.new.make"], () => Make(form, imports)) { WhyNot = form.WhyNot }, new DialogButton(T["screen.cancel"], () => { })],
            content: form,
            contentRows: NewProjectForm.Rows));
    }

    private void Make(NewProjectForm form, bool imports) => Try(() =>
    {
        var file = form.File!;
        MakeFolder(Path.GetDirectoryName(file)!);
        _bench.Begin(file, _session.Create(file, form.Name), imports);
    });

    private void AskOpen()
    {
        var folder = _recent.Where(r => r.IsThere).Select(r => Path.GetDirectoryName(r.Path)).FirstOrDefault() ?? _bench.Folders.Documents;
        _app.Push(new PickLayer(_app, T, T["start.open"], folder, f => f.Name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase), canTick: false, paths => Open(paths[0]), _bench.Behind));
    }

    private void Open(string path) => Try(() => _bench.Begin(path, _session.Open(path)));

    private void AskDemo()
    {
        var folder = Path.Combine(_bench.Folders.Documents, DemoCommand.Usual);
        _app.Push(new Dialog(
            _app,
            T["start.demo"],
            T["start.demo.ask", Short(folder)],
            [new DialogButton(T["start.demo.make"], () => MakeDemo(folder)), new DialogButton(T["screen.cancel"], () => { })]));
    }

    private void MakeDemo(string folder) => ProgressLayer.Run(
        _app,
        T,
        T["start.demo"],
        _bench.Behind,
        (cancellation, report) => DemoFolder.Make(folder, () => DemoCommand.Make(_session.Behind(cancellation), folder, (step, text) => report((step - 1) / (double)DemoCommand.Steps, text)).Project),
        Open,
        Failed);

    private void Forget()
    {
        _bench.Folders.Forget(Selected!);
        _status.Show(T["start.forgotten"]);
        Read();
    }

    private void ChangeLanguage()
    {
        _bench.Settings.ChangeLanguage();
        _status.Show("");
    }

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is RefusedException or SqliteException)
        {
            Failed(e);
        }

        Read();
    }

    private void Failed(Exception fault)
    {
        var problem = fault is RefusedException refused ? refused.Problem : fault is SqliteException sql ? ProjectFaults.Explain(sql, "") : null;
        _status.Show(fault is OperationCanceledException ? T["cancelled"] : problem is null ? T["screen.fault"] : T.Of(problem), "", Role.Bad);
        Read();
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(Problem.At(Path.GetFileName(folder), "file.cannotWrite"), e);
        }
    }
}
