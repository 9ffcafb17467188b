using MiaVoices.App.Cli;
using MiaVoices.App.Commands;
using MiaVoices.App.Texts;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Dialogs;
using MiaVoices.Terminal.Files;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Importing;

/// <summary>Files on their way in: what would come of them is shown, may be altered, and is then brought in. Nothing is stored before that.</summary>
internal sealed class ImportLayer : Layer
{
    private static readonly string[] Endings = [".txt", ".md", ".docx", ".odt", ".rtf", ".html", ".htm", ".pdf", ".vtt", ".srt", ".otr", ".json", ".tsv", ".csv", ".xlsx", ".ods"];

    private readonly Session _session;
    private readonly Desk _desk;
    private readonly LatestWork _reading;
    private readonly HintRow _hints;
    private readonly ListView _list;
    private readonly Dictionary<string, SpeakerRole> _roles = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Text, ImportLine Line)> _shown = [];
    private readonly IReadOnlyList<string> _paths;
    private IReadOnlyList<(string Path, ImportFile File)> _files = [];
    private IReadOnlyList<ImportLine> _lines = [];
    private ImportReport? _report;
    private int _shownWidth;
    private bool _pseudonyms;
    private bool _updates;
    private bool _comments;
    private bool _english;
    private SourceKind? _kind;
    private MissingRespondents _missing;
    private bool _isDone;

    private ImportLayer(Session session, Desk desk, IReadOnlyList<string> paths)
    {
        (_session, _desk, _paths) = (session, desk, paths);
        _reading = desk.Project.NewWork(desk.App);
        _hints = new HintRow(desk.App, desk.KeyName);
        _list = new ListView(() => _shown.Count, (canvas, row, _) => canvas.WriteWithin(1, 0, canvas.Width - 1, _shown[row].Text, _shown[row].Line.Role)) { Opened = row => ChangeRole(_shown[row].Line) };
        Add("start", "i Ctrl+S", Import, 1, () => _isDone ? T["screen.import.isDone"] : _report is null ? T["screen.import.reading"] : _report.Imported.Count == 0 ? T["screen.import.nothing"] : null);
        Add("role", "r", () => ChangeRole(_shown[_list.Selected].Line), 2, () => _isDone || Speaker is null ? T["screen.import.noSpeaker"] : null);
        Add("pseudonyms", "p", () => Preview(() => _pseudonyms = !_pseudonyms), 3, Done);
        Add("updates", "u", () => Preview(() => _updates = !_updates), 4, Done);
        Add("comments", "c", () => Preview(() => _comments = !_comments), 0, Done);
        Add("english", "l", () => Preview(() => _english = !_english), 0, Done);
        Add("kind", "s", AskKind, 0, Done);
        Add("missing", "m", AskMissing, 0, () => Done() ?? (_updates ? null : T["screen.import.onlyUpdates"]));
        Add("back", "Escape q", Leave, 5);
        Commands.Add(desk.Make("help", "import", "F1 ?", () => desk.App.Push(new CommandHelp(desk.App, T["screen.help"], T["screen.help.keys"], desk.KeyName)), 6));
        Preview(() => { });
    }

    /// <inheritdoc/>
    public override bool CoversAll => true;

    /// <inheritdoc/>
    public override CommandTable Commands { get; } = new();

    private Wording T => _session.T;

    private SpeakerDraft? Speaker => _list.Selected >= 0 && _list.Selected < _shown.Count ? _shown[_list.Selected].Line.Speaker : null;

    private ReadOptions Options => new()
    {
        Pseudonyms = _pseudonyms,
        Roles = new Dictionary<string, SpeakerRole>(_roles, StringComparer.OrdinalIgnoreCase),
        CommentTitle = _comments ? T["import.commentTitle"] : null,
        Language = _english ? TextLanguage.English : null,
        Kind = _kind,
    };

    private UpdateOptions Updates => new() { ByName = _updates, Missing = _updates ? _missing : MissingRespondents.Refuse };

    /// <summary>Has files chosen and shows what would come of them.</summary>
    public static void Ask(Session session, Desk desk) => desk.App.Push(new PickLayer(
        desk.App,
        session.T,
        session.T["screen.import.choose"],
        desk.Project.Files.Folder,
        Accepts,
        canTick: true,
        paths => desk.App.Push(new ImportLayer(session, desk, paths)),
        desk.Project.Behind));

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var settings = Glyphs.Wrap(Settings(), Math.Max(2, canvas.Width - 2));
        var (top, rest) = canvas.Area.CutTop(Math.Min(settings.Count, Math.Max(1, canvas.Height / 4)));
        var (bottom, middle) = rest.CutBottom(_desk.App.ShowsHints ? 2 : 1);
        for (var i = 0; i < top.Height; i++)
        {
            canvas.Part(top).Write(1, i, settings[i].Replace('\u00A0', ' '), Role.Dim);
        }

        var inner = Box.Draw(canvas.Part(middle), T[_isDone ? "screen.import.result" : "screen.import.preview"], T["screen.import.keys"], hasFocus: true, FormattableString.Invariant($"{_files.Count}"));
        Wrap(inner.Width - 3);
        _list.EmptyText = T["screen.import.reading"];
        _list.Draw(inner, hasFocus: true);
        var (status, keys) = bottom.CutTop(1);
        _desk.Project.Status.Draw(canvas.Part(status));
        _hints.Draw(canvas.Part(keys), Commands.All);
    }

    /// <inheritdoc/>
    public override bool Handle(InputEvent input) => _list.Handle(input);

    private static bool Accepts(FileEntry file) =>
        Endings.Any(e => file.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase))
        && !file.Name.EndsWith(".profil.json", StringComparison.OrdinalIgnoreCase) && !file.Name.EndsWith(".profile.json", StringComparison.OrdinalIgnoreCase);

    private string Settings()
    {
        // No-break spaces keep what belongs together on one line.
        string Box(bool isOn, string key, string name) => $"[{(isOn ? 'x' : '\u00A0')}] {T[name]} ({key})".Replace(' ', '\u00A0');
        string Said(string key, string name, string value) => $"{T[name]}: {value} ({key})".Replace(' ', '\u00A0');
        string[] parts =
        [
            Box(_pseudonyms, "p", "screen.import.pseudonyms"),
            Box(_updates, "u", "screen.import.updates"),
            .. _updates ? [Said("m", "screen.import.missing", T["screen.import.missing." + JsonFields.Word(_missing)])] : Array.Empty<string>(),
            Box(_comments, "c", "screen.import.comments"),
            Box(_english, "l", "screen.import.english"),
            Said("s", "screen.import.kind", _kind is { } kind ? T["kind." + JsonFields.Word(kind)] : T["screen.import.kind.proposed"]),
        ];
        return string.Join("  ", parts);
    }

    private void AskKind() => _desk.Choose<SourceKind?>(
        T["screen.import.kind"],
        [null, .. Enum.GetValues<SourceKind>()],
        k => k is { } kind ? T["kind." + JsonFields.Word(kind)] : T["screen.import.kind.proposed"],
        k => Preview(() => _kind = k));

    private void AskMissing() => _desk.Choose(
        T["screen.import.missing"],
        Enum.GetValues<MissingRespondents>(),
        m => T["screen.import.missing." + JsonFields.Word(m)],
        m => Preview(() => _missing = m));

    private string? Done() => _isDone ? T["screen.import.isDone"] : null;

    /// <summary>Reads the files anew as they are asked for now; what is shown stays until the answer is there.</summary>
    private void Preview(Action change)
    {
        change();
        var (options, updates, known) = (Options, Updates, _files);
        _report = null;
        _desk.Project.ReadLong(
            _reading,
            (store, cancellation) =>
            {
                // A folder may lie on a slow disk: it is gone through here, once.
                var files = known.Count > 0 ? known : _desk.Project.Files.Expand(_paths);
                return (Files: files, Report: ImportCommand.Run(_session.Behind(cancellation), store, files, options, dryRun: true, updates));
            },
            read =>
            {
                var report = read.Report;
                (_files, _report) = (read.Files, report);
                Show(ImportPreview.Lines(_session, report, options, dryRun: true));
                var sources = report.Imported.Where(i => i.Register is null).ToList();
                _desk.Project.Status.Show(T["import.dry", sources.Count, sources.Sum(i => i.Draft.Segments.Count)], report.Refused.Count > 0 ? T["screen.import.refusedCount", report.Refused.Count] : "");
            });
    }

    private void ChangeRole(ImportLine line)
    {
        if (line.Speaker is not { } speaker || _isDone)
        {
            return;
        }

        var next = speaker.Role switch { SpeakerRole.Unknown => SpeakerRole.Interviewer, SpeakerRole.Interviewer => SpeakerRole.Respondent, _ => SpeakerRole.Unknown };
        Preview(() =>
        {
            foreach (var label in ImportPreview.Labels(speaker))
            {
                _roles[label] = next;
            }
        });
    }

    private void Import()
    {
        var (options, updates) = (Options, Updates);
        var before = _desk.Project.Store.Sources().Count;
        ProgressLayer.Run(
            _desk.App,
            T,
            T["screen.import"],
            _desk.Project.Behind,
            (cancellation, report) => _desk.Project.Apart(store => ImportCommand.Run(_session.Behind(cancellation), store, _files, options, dryRun: false, updates, report)),
            report => Imported(report, options),
            fault => Stopped(fault, before));
    }

    private void Imported(ImportReport report, ReadOptions options)
    {
        _desk.Project.Touch();
        var sources = report.Imported.Where(i => i.Register is null).ToList();
        var told = T["import.done", sources.Count, sources.Sum(i => i.Draft.Segments.Count)];
        if (report.Refused.Count == 0)
        {
            _desk.Project.Status.Show(told, T["screen.undoHint"], Role.Good);
            Leave();
            return;
        }

        // What did not come in must be seen before the screen goes.
        (_isDone, _report) = (true, report);
        Show([.. ImportPreview.Lines(_session, report with { Imported = [], Unchanged = [] }, options, dryRun: false), .. ImportPreview.Lines(_session, report with { Refused = [] }, options, dryRun: false)]);
        _desk.Project.Status.Show(told, T["screen.import.refusedCount", report.Refused.Count], Role.Warning);
    }

    private void Stopped(Exception fault, int before)
    {
        _desk.Project.Touch();
        var came = _desk.Project.Store.Sources().Count - before;
        var told = fault is OperationCanceledException ? T["screen.import.stopped", came] : fault is RefusedException refused ? T.OnScreen(refused.Problem) : T["screen.fault"];
        _desk.Project.Status.Show(told, came > 0 ? T["screen.undoHint"] : "", Role.Warning);
        Leave();
    }

    private void Leave()
    {
        _reading.Cancel();
        _desk.App.Pop(this);
    }

    private void Show(IReadOnlyList<ImportLine> lines)
    {
        // One stands on the same line after a role was changed.
        var (selected, width) = (_list.Selected, _shownWidth);
        (_lines, _shownWidth) = (lines, 0);
        Wrap(Math.Max(width, 40));
        _list.Selected = Math.Max(0, selected);
    }

    private void Wrap(int width)
    {
        if (width == _shownWidth || width < 1)
        {
            return;
        }

        _shownWidth = width;
        _shown.Clear();
        foreach (var line in _lines)
        {
            var indent = line.Text.Length - line.Text.TrimStart(' ').Length;
            var margin = new string(' ', indent);
            _shown.AddRange(Glyphs.Wrap(line.Text.Trim(), Math.Max(10, width - indent)).Select((text, i) => (margin + (i > 0 ? "  " : "") + text, line)));
        }
    }

    private void Add(string name, string keys, Action run, int rank, Func<string?>? whyNot = null) => Commands.Add(_desk.Make("import." + name, "import", keys, run, rank, whyNot));
}
