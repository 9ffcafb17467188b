using MiaVoices.App.Cli;
using MiaVoices.Core.Reports;
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

    private readonly string _program;
    private readonly FlowView _text = new(new PlaceContext.Nothing()) { HasCaret = false, LaneColumns = 2 };
    private readonly ListView _headings;
    private readonly LatestWork _composing;
    private readonly LatestWork _writing;
    private ReportWish _wish = new(Audience.Steering, []);
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
        Add("export", "e Enter", AskExport, 1, NotMade);
        Add("audience", "p", AskAudience, 2);
        Add("where", "u", AskWhere, 3, () => _view is null ? NotMade() : _view.Values.Count == 0 ? T["screen.matrix.noAttributes"] : null);
        Add("jump", "i", AskHeading, 4, NotMade);
        Add("check", "k", ShowPoints, 5, NotMade);
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
        var rows = PointRows(SideWidth - 4);
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
        var where = _wish.Where.Count == 0 ? T["screen.matrix.everybody"] : string.Join(", ", _wish.Where.Select(w => $"{w.Attribute} = {w.Value}"));
        return T["screen.report.settings", T["screen.report.kind.theme"], AudienceName(_wish.Audience), where];
    }

    private string AudienceName(Audience audience) => T["screen.report.audience." + JsonFields.Word(audience)];

    /// <summary>Makes the report anew behind; what is on show stays until the new one is there.</summary>
    private void Compose()
    {
        var (wish, program) = (_wish, _program);
        (_share, _isStopped) = (0, false);
        var progress = new Posted(share => Desk.App.Post(() => _share = share));
        Project.Read(_composing, (store, cancellation) => ReportView.Read(store, wish, program, progress, cancellation), view => (_view, _preview) = (view, null));
    }

    private void Stop()
    {
        _composing.Cancel();
        _isStopped = true;
        if (_view is not null)
        {
            _wish = _view.Wish;
        }

        Project.Status.Show(T["screen.report.stopped"], "", Role.Warning);
    }

    private void AskAudience() => Desk.Choose(T["screen.report.audience.which"], Enum.GetValues<Audience>(), AudienceName, chosen =>
    {
        _wish = _wish with { Audience = chosen };
        Compose();
    });

    private void AskWhere()
    {
        List<(string Attribute, string Value)?> choices = [.. _wish.Where.Count > 0 ? new (string, string)?[] { null } : [], .. _view!.Values];
        Desk.Choose(T["screen.matrix.where.which"], choices, c => c is var (attribute, value) ? $"{attribute} = {value}" : T["screen.matrix.everybody"], chosen =>
        {
            _wish = _wish with { Where = chosen is { } pair ? [pair] : [] };
            Compose();
        });
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

    private string? NotMade() => _view is null ? T[_isStopped ? "screen.report.stopped" : "screen.report.making"] : _view.Refused is { } refused ? T.Of(refused) : null;

    private string PointsInShort()
    {
        var left = _view!.Points.Count(p => !p.IsGood);
        return left == 0 ? T["screen.report.allGood"] : T["screen.report.toLookAt", left];
    }

    private List<(string Text, Role Role)> PointRows(int width) =>
    [
        .. (_view?.Points ?? []).SelectMany(p => Glyphs.Wrap(Told(p), width).Select((line, i) => ((i == 0 ? p.IsGood ? "✓ " : "! " : "  ") + line, p.IsGood ? Role.Good : Role.Warning))),
    ];

    private string Told(ReportPoint point) => T[point.Key, [.. point.Facts]];

    private void ShowPoints() => Desk.App.Push(new Dialog(Desk.App, T["screen.report.before"], PointsText(), [new DialogButton(T["screen.ok"], () => { })]));

    private string PointsText() => string.Join('\n', _view!.Points.Select(p => (p.IsGood ? "✓ " : "! ") + Told(p)));

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
