using MiaVoices.App.Cli;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Dialogs;
using MiaVoices.Terminal.Flow;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Reports;

/// <summary>A report as it will read, made behind while one chooses for whom and of what; what to look at before it leaves; export.</summary>
internal sealed partial class ReportScreen : WorkScreen
{
    private const int SideWidth = 34;

    /// <summary>The reports that can be made.</summary>
    private static readonly ReportKind[] Kinds = [ReportKind.Theme, ReportKind.Audit, ReportKind.Survey, ReportKind.Summary, ReportKind.Dialogue, ReportKind.Quotes, ReportKind.Voices];

    private readonly string _program;
    private readonly FlowView _text = new(new PlaceContext.Nothing()) { HasCaret = false, LaneColumns = 2 };
    private readonly ListView _headings;
    private readonly LatestWork _composing;
    private readonly LatestWork _writing;
    private ReportOrder _order = new() { Kind = ReportKind.Theme };
    private ReportView? _view;
    private ReportPreview? _preview;
    private double _share;
    private bool _isStopped;
    private bool _follows;

    /// <summary>The screen.</summary>
    /// <param name="desk">What the screens share.</param>
    /// <param name="program">The program's version, which stands in the report.</param>
    public ReportScreen(Desk desk, string program)
        : base(desk)
    {
        _program = program;
        (_composing, _writing) = (Project.NewWork(desk.App), Project.NewWork(desk.App));
        _headings = new ListView(() => _preview?.Headings.Count ?? 0, DrawHeading) { SelectionChanged = JumpToSelected };
        desk.Writings.Know(Passages, Resume);
        Add("export", "e Enter", AskExport, 1, NotMade);
        Add("kind", "t", AskKind, 2, NotRead);
        Add("audience", "p", AskAudience, 3);
        Add("where", "u", AskWhere, 4, () => NotRead() ?? (_view!.Values.Count == 0 ? T["screen.matrix.noAttributes"] : null));
        Add("write", "s", AskPlace, 5, NotRead);
        Add("jump", "i", AskHeading, 6, NotMade);
        Add("check", "k", ShowPoints, 7, NotMade);
        Add("next", "Right n", () => Step(1), 0, NotMade);
        Add("previous", "Left b", () => Step(-1), 0, NotMade);
        Add("again", "r", Compose);
        Add("stop", "x Escape", Stop, 0, () => _composing.IsRunning ? null : T["screen.report.idle"]);
    }

    /// <inheritdoc/>
    public override string Id => "report";

    /// <inheritdoc/>
    public override bool Handle(InputEvent input) => _text.Handle(input);

    /// <inheritdoc/>
    protected override void Refresh() => Compose();

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var (head, body) = canvas.Area.CutTop(1);
        canvas.Part(head).WriteWithin(1, 0, canvas.Width - 2, Settings(), Role.Dim);
        var plan = PanePlan.Of(body, SideWidth, 0);
        var main = Box.Draw(canvas.Part(plan.Main), T["screen.report.title"], _view is { Refused: null } ? PointsInShort() : "", hasFocus: true, _composing.IsRunning ? T["screen.report.making"] : "");
        DrawReport(main.Part(main.Area.Inset(1, 0)));
        if (plan.Left is { } left)
        {
            DrawSide(canvas.Part(left));
        }
    }

    private void DrawReport(Canvas canvas)
    {
        if (_view is { Refused: null } view)
        {
            // The text keeps a column for its bar and one of air.
            var width = Math.Max(2, canvas.Width - _text.LaneColumns - 2);
            if (_preview?.Width != width)
            {
                var share = _preview is { Count: > 0 } before ? (double)_text.Visible.First / before.Count : 0;
                _preview = new ReportPreview(view.Tree, width);
                _text.Show(_preview);
                _text.ScrollTo((int)(share * _preview.Count));
            }

            _text.Draw(canvas, hasFocus: true);
            return;
        }

        var text = _view?.Refused is { } refused ? T.Of(refused) : T[_isStopped ? "screen.report.stopped" : "screen.report.making"];
        foreach (var (i, line) in Glyphs.Wrap(text, Math.Max(2, canvas.Width)).Index())
        {
            canvas.Write(0, i + 1, line, Role.Dim);
        }

        if (_composing.IsRunning)
        {
            Meter.Progress(canvas.Part(new Rect(0, 3, Math.Min(60, canvas.Width), 1)), _share, "");
        }
    }

    private void DrawSide(Canvas canvas)
    {
        var rows = PointRows(SideWidth - 6);
        var (points, above) = canvas.Area.CutBottom(Math.Min(rows.Count + 2, canvas.Height / 2));
        Follow();
        _headings.Draw(Box.Draw(canvas.Part(above), T["screen.report.contents"]), hasFocus: false);
        var inner = Box.Draw(canvas.Part(points), T["screen.report.before"]);
        foreach (var (i, (line, role)) in rows.Index())
        {
            inner.WriteWithin(1, i, inner.Width - 2, line, role);
        }
    }

    private void DrawHeading(Canvas canvas, int row, RowState state)
    {
        var (text, level, _) = _preview!.Headings[row];
        var indent = Math.Max(0, 2 * (level - 2));
        canvas.WriteWithin(indent, 0, canvas.Width - indent, text, level <= 2 ? Role.Title : Role.None);
    }

    private string Settings()
    {
        var where = _order.Where.Count == 0 ? T["screen.matrix.everybody"] : string.Join(", ", _order.Where.Select(w => $"{w.Attribute} = {w.Value}"));
        var theme = _order.Theme is { } id && _view?.Themes.FirstOrDefault(c => c.Id == id) is { } code ? $" ({code.Name})" : _order.Survey is { } survey ? $" ({survey})" : "";
        return T["screen.report.settings", KindName(_order.Kind) + theme, AudienceName(_order.Audience), where];
    }

    private string KindName(ReportKind kind) => T["screen.report.kind." + JsonFields.Word(kind)];

    private string AudienceName(Audience audience) => T["screen.report.audience." + JsonFields.Word(audience)];

    private void Compose(ReportOrder order)
    {
        _order = order;
        Compose();
    }

    /// <summary>Makes the report anew behind; what is on show stays until the new one is there.</summary>
    private void Compose()
    {
        var (order, program) = (_order, _program);
        (_share, _isStopped) = (0, false);
        var progress = new Posted(share => Desk.App.Post(() => _share = share));
        Project.Read(_composing, (store, cancellation) => ReportView.Read(store, order, program, progress, cancellation), view => (_view, _preview) = (view, null));
    }

    private void Stop()
    {
        _composing.Cancel();
        _isStopped = true;
        if (_view is not null)
        {
            _order = _view.Order;
        }

        Project.Status.Show(T["screen.report.stopped"], "", Role.Warning);
    }

    private void AskKind() => Desk.Choose(T["screen.report.kind.which"], Kinds, KindName, chosen =>
    {
        var wish = _order with { Kind = chosen, Theme = null, Survey = null };
        if (chosen == ReportKind.Dialogue && _view!.Themes.Count > 0)
        {
            Desk.Choose(T["screen.report.theme.which"], _view.Themes, c => c.Name, theme => Compose(wish with { Theme = theme.Id }));
        }
        else if (chosen == ReportKind.Survey && _view!.Surveys.Count > 1)
        {
            Desk.Choose(T["screen.report.survey.which"], _view.Surveys, name => name, name => Compose(wish with { Survey = name }));
        }
        else
        {
            Compose(wish);
        }
    });

    private void AskAudience() => Desk.Choose(T["screen.report.audience.which"], Enum.GetValues<Audience>(), AudienceName, chosen => Compose(_order with { Audience = chosen }));

    private void AskWhere()
    {
        List<(string Attribute, string Value)?> choices = [.. _order.Where.Count > 0 ? new (string, string)?[] { null } : [], .. _view!.Values];
        Desk.Choose(T["screen.matrix.where.which"], choices, c => c is var (attribute, value) ? $"{attribute} = {value}" : T["screen.matrix.everybody"], chosen =>
            Compose(_order with { Where = chosen is { } pair ? [pair] : [] }));
    }

    private void AskHeading()
    {
        if (_preview is { } preview)
        {
            Desk.Choose(T["screen.report.contents"], preview.Headings, h => h.Text, h => _text.ScrollTo(h.Line));
        }
    }

    /// <summary>To the heading after the first line that is seen, or the one before it.</summary>
    private void Step(int by)
    {
        if (_preview is not { Headings.Count: > 0 } preview)
        {
            return;
        }

        var top = _text.Visible.First;
        var to = by > 0 ? preview.Headings.FirstOrDefault(h => h.Line > top, preview.Headings[^1]) : preview.Headings.LastOrDefault(h => h.Line < top, preview.Headings[0]);
        _text.ScrollTo(to.Line);
    }

    /// <summary>Lets the list of headings show where one reads.</summary>
    private void Follow()
    {
        if (_preview is { } preview)
        {
            _follows = true;
            _headings.Selected = Math.Max(0, preview.Headings.ToList().FindLastIndex(h => h.Line <= _text.Visible.First));
            _follows = false;
        }
    }

    private void JumpToSelected()
    {
        if (!_follows && _preview is { } preview && _headings.Selected >= 0)
        {
            _text.ScrollTo(preview.Headings[_headings.Selected].Line);
        }
    }

    private string? NotRead() => _view is null ? T[_isStopped ? "screen.report.stopped" : "screen.report.making"] : null;

    private string? NotMade() => NotRead() ?? (_view!.Refused is { } refused ? T.Of(refused) : null);

    private string PointsInShort()
    {
        var left = _view!.Checks.Count(c => c.State != CheckState.Ok);
        return left == 0 ? T["screen.report.allGood"] : T["screen.report.toLookAt", left];
    }

    /// <summary>What stops the report first, then what is worth a look, then the rest.</summary>
    private IEnumerable<ReportCheck> Ordered => (_view?.Checks ?? []).OrderByDescending(c => c.State);

    private List<(string Text, Role Role)> PointRows(int width) =>
    [
        .. Ordered.SelectMany(c => Glyphs.Wrap(T.Of(c.Words), width).Select((line, i) => ((i == 0 ? Mark(c.State) : "  ") + line, c.State switch { CheckState.Ok => Role.Good, CheckState.Warning => Role.Warning, _ => Role.Bad }))),
    ];

    private static string Mark(CheckState state) => state switch { CheckState.Ok => "✓ ", CheckState.Warning => "! ", _ => "✗ " };

    private void ShowPoints() => Desk.App.Push(new Dialog(Desk.App, T["screen.report.before"], PointsText(), [new DialogButton(T["screen.ok"], () => { })]));

    /// <summary>What is as it should be is left out where there is more to say.</summary>
    private string PointsText()
    {
        var told = Ordered.Where(c => c.State != CheckState.Ok).ToList();
        return told.Count == 0 ? T["screen.report.allGood"] : string.Join('\n', told.Select(c => Mark(c.State) + T.Of(c.Words)));
    }

    /// <summary>Tells of progress on the thread that runs the program, by whole percents.</summary>
    private sealed class Posted(Action<double> told) : IProgress<double>
    {
        private const double Step = 0.01;
        private double _last = -1;

        public void Report(double value)
        {
            if (value - _last >= Step)
            {
                _last = value;
                told(value);
            }
        }
    }
}
