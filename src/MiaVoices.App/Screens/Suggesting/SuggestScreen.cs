using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Flow;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Suggesting;

/// <summary>Answering suggested codes one by one, each with its text and its reasons. The program learns anew behind while a person goes on.</summary>
internal sealed partial class SuggestScreen : WorkScreen
{
    private const int QueueWidth = 34;
    private const int QueueRows = 2;
    private const int MostShares = 6;
    private const int WhyRows = 7;
    private const int BelowRows = 6;
    private const int LeastForBelow = 18;
    private const int ShareBar = 8;
    private const int LeastForPercent = 20;

    private readonly ListView _list;
    private readonly FlowView _text = new(new PlaceContext.Nothing()) { HasCaret = false, LaneColumns = 0 };
    private readonly LatestWork _explaining;
    private readonly Dictionary<long, Segment> _segments = [];
    private readonly List<Guid> _answered = [];
    private Learned? _learned;
    private List<CodeSuggestion> _queue = [];
    private QueueOrder _order;
    private CodeTree _codes = new([]);
    private IReadOnlyDictionary<Guid, string> _labels = new Dictionary<Guid, string>();
    private IReadOnlyList<(Guid Code, int Right, int All)> _shares = [];
    private Guid _shown;
    private Explained? _why;
    private IReadOnlyList<string> _similar = [];
    private SentenceSpan? _span;
    private SentenceSpan? _sentence;
    private PolaritySuggestion? _polarity;
    private bool _takesPolarity;

    public SuggestScreen(Desk desk)
        : base(desk)
    {
        _explaining = Project.NewWork(desk.App);
        desk.Learning.Came += Take;
        _list = new ListView(() => _queue.Count, DrawRow) { RowHeight = QueueRows, Opened = _ => Open(), SelectionChanged = () => _span = null };
        AddCommands();
    }

    /// <inheritdoc/>
    public override string Id => "suggest";

    private CodeSuggestion? Current => _list.Selected is >= 0 and var at ? _queue[at] : null;

    /// <inheritdoc/>
    public override bool Handle(InputEvent input) => _list.Handle(input);

    /// <inheritdoc/>
    protected override void Refresh()
    {
        _codes = new CodeTree(Project.Store.Codes());
        _labels = Project.Store.Sources().ToDictionary(s => s.Id, s => s.Label);
        _shares = [.. Core.Workbench.Suggesting.RightSoFar(Project.Store).OrderByDescending(a => a.Answered).Select(a => (a.Code, a.Right, a.Answered))];
        _segments.Clear();
        _shown = default;
        Desk.Learning.Now();
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var plan = PanePlan.Of(canvas.Area, QueueWidth, 0);
        if (plan.Left is { } left)
        {
            _list.RowHeight = QueueRows;
            var shares = Math.Min(MostShares, _shares.Count);
            var (figures, queue) = left.CutBottom(shares == 0 ? 0 : shares + 2);
            DrawQueue(canvas.Part(queue));
            DrawShares(canvas.Part(figures));
            DrawSuggestion(canvas.Part(plan.Main));
            return;
        }

        // Where nothing fits beside the text, both stand below it, a row for each.
        _list.RowHeight = 1;
        var (below, above) = plan.Main.CutBottom(canvas.Height >= LeastForBelow ? BelowRows : 0);
        DrawSuggestion(canvas.Part(above));
        if (below.Height > 0)
        {
            var parts = _shares.Count > 0 ? below.Columns(55, 45) : [below];
            DrawQueue(canvas.Part(parts[0]));
            if (parts.Count > 1)
            {
                DrawShares(canvas.Part(parts[1]));
            }
        }
    }

    private void DrawQueue(Canvas canvas)
    {
        _list.EmptyText = _learned is null ? T["screen.suggest.learning"] : "";
        _list.Draw(Box.Draw(canvas, T["screen.suggest.queue"], T["screen.suggest.order." + JsonFields.Word(_order)], hasFocus: true, Desk.Learning.IsRunning ? T["screen.suggest.learns"] : Number(_queue.Count)), hasFocus: true);
    }

    /// <summary>How many of a code's suggestions were right so far: as a bar and in numbers, in percent only where there are enough.</summary>
    private void DrawShares(Canvas canvas)
    {
        if (canvas.Height < 3)
        {
            return;
        }

        var inner = Box.Draw(canvas, T["screen.suggest.right"]);
        for (var i = 0; i < Math.Min(_shares.Count, inner.Height); i++)
        {
            var (code, right, all) = _shares[i];
            var figures = all < LeastForPercent ? T["of", right, all] : FormattableString.Invariant($"{T["of", right, all]} {right * 100 / all} %");
            var end = inner.WriteRight(0, i, inner.Width - 1, figures, Role.Dim);
            var name = inner.WriteWithin(1, i, Math.Max(4, end - ShareBar - 4), Name(code));
            if (end - ShareBar - 1 > name)
            {
                Meter.Bar(inner, end - ShareBar - 1, i, ShareBar, (double)right / all, Role.Accent);
            }
        }
    }

    private void DrawRow(Canvas canvas, int row, RowState state)
    {
        var suggestion = _queue[row];
        var end = canvas.WriteRight(0, 0, canvas.Width, Percent(suggestion.Confidence));
        var isLow = _list.RowHeight == 1;
        var x = canvas.WriteWithin(0, 0, isLow ? (end - 1) / 2 : end - 1, Name(suggestion.Code)) + 1;
        if (Segment(suggestion.Segment) is { } segment)
        {
            var isDrawn = _order == QueueOrder.Interview && _learned!.Order.IsSampled(suggestion.Segment);
            var place = $"{Label(segment)} · {Number(segment.Ordinal)}{(isDrawn ? " · " + T["suggest.sampled"] : "")}";
            canvas.WriteWithin(isLow ? x : 2, isLow ? 0 : 1, isLow ? end - x - 1 : canvas.Width - 2, place, Role.Dim);
        }
    }

    private void DrawSuggestion(Canvas canvas)
    {
        if (Current is not { } suggestion || Segment(suggestion.Segment) is not { } segment)
        {
            var empty = Box.Draw(canvas, T["screen.suggest"], hasFocus: true);
            var lines = Glyphs.Wrap(Empty(), Math.Max(2, empty.Width - 2));
            for (var i = 0; i < lines.Count; i++)
            {
                empty.Write(1, i + 1, lines[i], Role.Dim);
            }

            return;
        }

        Show(suggestion, segment);
        var inner = Box.Draw(
            canvas,
            T["screen.suggest.as", Name(suggestion.Code), Percent(suggestion.Confidence)],
            T["screen.suggest.place", _list.Selected + 1, _queue.Count],
            hasFocus: true,
            $"{Label(segment)} · {Place.Of(segment, T)}");
        var (why, above) = inner.Area.CutBottom(Math.Min(HasMore ? WhyRows + 1 : WhyRows, inner.Height / 2));
        _text.Draw(inner.Part(above.Inset(1, 0)), hasFocus: false);
        DrawWhy(inner.Part(why));
    }

    /// <summary>Why there is nothing to answer. While the program learns, the reason that it found before may hold no more.</summary>
    private string Empty() => _learned?.Nothing is { } nothing && !Desk.Learning.IsRunning ? T.OnScreen(nothing) : T["screen.suggest.learning"];

    private void DrawWhy(Canvas canvas)
    {
        Box.Rule(canvas, 0, T["screen.suggest.why"]);
        canvas = canvas.Part(canvas.Area.CutTop(1).Remaining.Inset(1, 0));
        if (_why is not { } why)
        {
            canvas.WriteWithin(0, 0, canvas.Width, T["screen.suggest.finding"], Role.Dim);
            return;
        }

        // What rounds to nothing is no reason.
        var reasons = why.Suggestion.Reasons.Where(r => r.Weight >= 0.005).ToList();
        canvas.WriteWithin(0, 0, canvas.Width, reasons.Count == 0 ? T["screen.suggest.noWords"] : T["screen.suggest.words", string.Join(", ", reasons.Select(r => $"{r.Word} {Real(r.Weight)}"))]);
        // A warning says more than the least similar quote.
        var similar = Math.Clamp(canvas.Height - 2 - (HasMore ? 1 : 0) - (_learned?.Basis is null ? 0 : 1), 0, _similar.Count);
        for (var i = 0; i < similar; i++)
        {
            canvas.WriteWithin(0, 1 + i, canvas.Width, _similar[i], Role.Dim);
        }

        var y = 1 + similar;
        var x = canvas.WriteWithin(0, y, canvas.Width, why.Others.Count == 0 ? T["screen.suggest.noOthers"] : T["screen.suggest.others"], Role.Title) + 2;
        for (var i = 0; i < why.Others.Count; i++)
        {
            x = canvas.Write(x, y, Desk.KeyName(KeyStroke.Parse(AlternativeKeys[i])), Role.Key) + 1;
            x = canvas.WriteWithin(x, y, canvas.Width - x, $"{Name(why.Others[i].Code)} {Percent(why.Others[i].Confidence)}") + 3;
        }

        if (HasMore)
        {
            DrawMore(canvas, ++y);
        }

        if (_learned?.Basis is { } basis)
        {
            canvas.WriteWithin(0, y + 1, canvas.Width, T.OnScreen(Problem.Of(basis)), Role.Warning);
        }
    }

    private bool HasMore => _sentence is not null || _polarity is not null;

    /// <summary>The sentence that the suggestion stands on, and what the passage says of the theme: both are taken by a key and never by themselves.</summary>
    private void DrawMore(Canvas canvas, int y)
    {
        var x = 0;
        if (_sentence is { } sentence)
        {
            x = canvas.Write(x, y, Desk.KeyName(KeyStroke.Parse("m")), Role.Key) + 1;
            x = canvas.WriteWithin(x, y, canvas.Width - x, T[_span == sentence ? "screen.suggest.codesSentence" : "screen.suggest.codesWhole"]) + 3;
        }

        if (_polarity is { } says && x < canvas.Width)
        {
            x = canvas.Write(x, y, Desk.KeyName(KeyStroke.Parse("p")), Role.Key) + 1;
            var words = T["polarity." + JsonFields.Word((Polarity?)says.Polarity)];
            canvas.WriteWithin(x, y, canvas.Width - x, T[_takesPolarity ? "screen.suggest.takesPolarity" : "screen.suggest.offersPolarity", words, Percent(says.Confidence)]);
        }
    }

    /// <summary>Lays the text of a suggestion out and has its reasons found behind.</summary>
    private void Show(CodeSuggestion suggestion, Segment segment)
    {
        if (_shown == suggestion.Id)
        {
            return;
        }

        _shown = suggestion.Id;
        (_why, _similar, _takesPolarity) = (null, [], false);
        var model = _learned!.Model!;
        _sentence = new CarryingSentences(model).Of(segment.Text, suggestion.Code);
        _polarity = _learned.Polarity?.Suggest(segment.Text);
        LayOut(segment);
        _explaining.Start(cancellation => Learned.Explain(model, suggestion, cancellation), why =>
        {
            (_why, _similar) = (why, [.. why.Suggestion.Similar.Select(Quoted)]);
            LayOut(segment);
        });
    }

    /// <summary>The text with what would be coded, and the words that speak for it.</summary>
    private void LayOut(Segment segment)
    {
        var (start, end) = _span ?? new SentenceSpan(0, segment.Text.Length);
        var spans = new List<FlowSpan> { new(start, end, new Style(Role.None, Role.Chosen)) };
        if (_sentence is { } sentence && _span is null)
        {
            spans.Add(new FlowSpan(sentence.Start, sentence.End, Role.Accent));
        }

        foreach (var reason in _why?.Suggestion.Reasons ?? [])
        {
            spans.AddRange(WordPlaces.Of(segment.Text, reason.Word).Select(word => new FlowSpan(word.Start, word.End, Role.Match)));
        }

        var context = new PlaceContext(Project.Store, segment, spans);
        _text.Show(context);
        _text.ScrollTo(Math.Max(0, context.At - 1));
    }

    private string Quoted(SimilarSegment similar)
    {
        var coding = similar.Coding is { } id ? Project.Store.Codings(new CodingScope { Ids = [id] }).FirstOrDefault() : null;
        var text = coding?.Coding.Quote ?? Segment(similar.Segment)?.Text ?? "";
        var where = Segment(similar.Segment) is { } segment ? Label(segment) : "";
        return T["screen.suggest.similar", Glyphs.Truncate(text, 60), where];
    }

    private void Take(Learned learned)
    {
        _learned = learned;
        Order();
    }

    /// <summary>Puts what is not answered in order; the one whose answer was taken back is shown again, else the one on show stays where it is still asked.</summary>
    private void Order()
    {
        var (current, at, span) = (Current, Math.Max(0, _list.Selected), _span);
        _queue = _learned is null ? [] : [.. _learned.In(_order).Where(s => !Desk.Learning.IsSettled(s.Id))];
        var found = current is null ? -1 : _queue.FindIndex(s => s.Id == current.Id);
        var isSame = found >= 0;
        if (_answered.Count > 0)
        {
            var places = _queue.Index().ToDictionary(s => s.Item.Id, s => s.Index);
            if (_answered.FindLastIndex(places.ContainsKey) is >= 0 and var back)
            {
                (found, isSame) = (places[_answered[back]], false);
                _answered.RemoveRange(back, _answered.Count - back);
            }
        }

        _list.Selected = found >= 0 ? found : at;
        // What was chosen of one text means nothing in another.
        (_shown, _span) = (default, isSame ? span : null);
    }

    private Segment? Segment(long key)
    {
        if (!_segments.TryGetValue(key, out var segment) && Project.Store.Segments(new SegmentScope { Keys = [key] }).FirstOrDefault() is { } read)
        {
            _segments[key] = segment = read;
        }

        return segment;
    }

    private string Label(Segment segment) => _labels.GetValueOrDefault(segment.SourceId, segment.Source);

    private string Name(Guid code) => _codes.Contains(code) ? _codes[code].Name : "–";

    /// <summary>Nothing is certain: rounding does not say so.</summary>
    private static string Percent(double confidence) => FormattableString.Invariant($"{Math.Clamp((int)Math.Round(confidence * 100), 1, 99)} %");

    private string Real(double number) => T.Language == "sv" ? number.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',') : number.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
