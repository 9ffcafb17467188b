using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Search;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Flow;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Searching;

/// <summary>Finding what people said: the query with its reading, the hits, and the chosen one where it stands. Searching goes on behind; only the latest query counts.</summary>
internal sealed partial class SearchScreen : WorkScreen
{
    private const int HitRows = 3;
    private const int QueryRows = 5;
    private const int WideFrom = 110;
    private const int TallFrom = 12;
    private const int MostSources = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly TextField _field = new();
    private readonly ListView _hits;
    private readonly FlowView _around = new(new PlaceContext.Nothing()) { HasCaret = false, LaneColumns = 0 };
    private readonly FocusRing _focus;
    private readonly LatestWork _searching;
    private readonly Dictionary<long, SearchHit> _ticked = [];
    private SearchAsk _ask = new("");
    private SearchAnswer _answer = SearchAnswer.None;
    private Problem? _fault;
    private string _remembered = "";
    private bool _isMeant;
    private Guid? _saved;
    private IDisposable? _pause;
    private SearchHit? _shown;
    private IReadOnlyDictionary<Guid, string> _labels = new Dictionary<Guid, string>();

    public SearchScreen(Desk desk)
        : base(desk)
    {
        _searching = Project.NewWork(desk.App);
        _field.Clipboard = desk.App.Clipboard;
        _field.Changed = Later;
        _hits = new ListView(() => _answer.Outcome.Hits.Count, DrawHit) { RowHeight = HitRows, Opened = _ => Open() };
        _focus = new FocusRing(_field, _hits, _around);
        AddCommands();
    }

    /// <inheritdoc/>
    public override string Id => "search";

    /// <inheritdoc/>
    public override bool IsTyping => _focus.Has(_field);

    private SearchHit? Hit => _hits.Selected is >= 0 and var at ? _answer.Outcome.Hits[at] : null;

    /// <inheritdoc/>
    public override bool Handle(InputEvent input)
    {
        if (input is KeyEvent { Stroke: var stroke })
        {
            if (IsTyping && (stroke.Is(Key.Enter) || stroke.Is(Key.Down) || stroke.Is(Key.Escape)))
            {
                if (!stroke.Is(Key.Escape))
                {
                    _isMeant = true;
                    Search();
                }

                _focus.Give(_hits);
                return true;
            }

            if (stroke.Is(Key.Up) && _focus.Has(_hits) && _hits.Selected <= 0)
            {
                _focus.Give(_field);
                return true;
            }
        }

        return _focus.Handle(input);
    }

    /// <inheritdoc/>
    protected override void Refresh()
    {
        _labels = Project.Store.Sources().ToDictionary(s => s.Id, s => s.Label);
        _shown = null;
        if (!_ask.IsEmpty)
        {
            Search(_answer.Page, stay: true);
        }
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var notes = Notes();
        var (above, below) = canvas.Area.CutTop(QueryRows + notes.Count);
        DrawQuery(canvas.Part(above), notes);
        var isWide = canvas.Width >= WideFrom;
        var (hits, around) = isWide ? Pair(below.Columns(47, 53)) : below.Height >= TallFrom && _answer.Outcome.Total > 0 ? below.CutTop((below.Height + 1) / 2) : (below, Rect.Of(0, 0));
        _focus.Set([_field, _hits, .. around.IsEmpty ? [] : new IWidget[] { _around }]);
        DrawHits(canvas.Part(hits));
        if (!around.IsEmpty)
        {
            DrawAround(canvas.Part(around), isWide);
        }

        static (Rect, Rect) Pair(IReadOnlyList<Rect> parts) => (parts[0], parts[1]);
    }

    private void DrawQuery(Canvas canvas, List<string> notes)
    {
        var inner = Box.Draw(canvas, T["screen.search.title"], IsTyping ? T["screen.search.fieldHint"] : "", IsTyping, _searching.IsRunning ? T["screen.search.running"] : "");
        inner = inner.Part(inner.Area.Inset(1, 0));
        _field.Placeholder = T["screen.search.placeholder"];
        var x = inner.Write(0, 0, T["screen.search.field"], Role.Title) + 2;
        _focus.Draw(inner.Part(new Rect(x, 0, inner.Width - x, 1)), _field);
        if (_fault is { } fault)
        {
            inner.WriteWithin(0, 1, inner.Width, T.Of(fault), Role.Bad);
        }
        else if (_answer.Outcome.InterpretedAs.Length > 0)
        {
            inner.WriteWithin(0, 1, inner.Width, T["search.interpreted", _answer.Outcome.InterpretedAs], Role.Dim);
        }

        for (var i = 0; i < notes.Count; i++)
        {
            inner.WriteWithin(0, 2 + i, inner.Width, notes[i], Role.Warning);
        }

        DrawFilters(inner.Part(new Rect(0, 2 + notes.Count, inner.Width, 1)));
    }

    private void DrawFilters(Canvas canvas)
    {
        var x = 0;
        foreach (var (key, name, isSet) in Filters())
        {
            var label = canvas.Width >= WideFrom ? $"{key} {name}" : name;
            if (x + Glyphs.Width(label) > canvas.Width)
            {
                break;
            }

            var command = Commands.Find(KeyStroke.Parse(key))!;
            var start = x;
            x = canvas.Write(x, 0, label, isSet ? new Style(Role.Accent).Bold : Role.None);
            canvas.OnMouse(new Rect(start, 0, x - start, 1), command, mouse => Press(mouse, command));
            x += 2;
        }
    }

    private IEnumerable<(string Key, string Name, bool IsSet)> Filters()
    {
        string Box(bool on, string key) => $"[{(on ? 'x' : ' ')}] {T[key]}";
        string All(string? value, string key) => $"{T[key]}: {value ?? T["screen.search.all"]}";
        yield return ("v", Box(_ask.AnswersOnly, "screen.search.answers.short"), _ask.AnswersOnly);
        yield return ("u", Box(_ask.Uncoded, "screen.search.uncoded.short"), _ask.Uncoded);
        yield return ("g", All(_ask.Group, "screen.search.group.short"), _ask.Group is not null);
        yield return ("c", All(_ask.Code, "screen.search.code.short"), _ask.Code is not null);
        yield return ("o", All(_ask.Source, "screen.search.source.short"), _ask.Source is not null);
        yield return ("d", T[_ask.Order == SearchOrder.Relevance ? "screen.search.byRelevance" : "screen.search.byDocument"], _ask.Order == SearchOrder.Relevance);
        yield return ("m", T["screen.search.codes", T["screen.search.span." + JsonFields.Word(_span)]], _span != AutocodedSpan.Turn);
    }

    private bool Press(MouseEvent mouse, Command command)
    {
        if (mouse.IsPress)
        {
            Desk.App.Run(command);
        }

        return mouse.IsPress;
    }

    /// <summary>What a person should know of how the query was read, and queries that may find what was meant.</summary>
    private List<string> Notes()
    {
        var outcome = _answer.Outcome;
        return
        [
            .. outcome.Notices.Select(T.Of),
            .. outcome.RankingPutOff ? [T["search.rankingPutOff", new SearchRequest(new AndQuery([])).RankAtMost]] : Array.Empty<string>(),
            .. outcome.DidYouMean is { } spelt ? [T["search.didYouMean", spelt.Query, spelt.Total] + T["screen.search.instead.how"]] : Array.Empty<string>(),
            .. outcome is { DidYouMean: null, Broader: { } broader } ? [T["search.broader", broader.Query, broader.Total] + T["screen.search.instead.how"]] : Array.Empty<string>(),
        ];
    }

    private void DrawHits(Canvas canvas)
    {
        var title = _answer.Outcome.Total > 0 ? T["search.totals", _answer.Totals.Segments, _answer.Totals.Sources, _answer.Totals.Persons] : T["screen.search.hits"];
        var foot = _answer.Outcome.Total == 0 ? "" : T["screen.search.page", _answer.Page + 1, _answer.Pages];
        _hits.EmptyText = T[_ask.IsEmpty ? "screen.search.start" : _searching.IsRunning ? "screen.search.running" : _fault is not null ? "screen.search.wrong" : "screen.search.nothing"];
        _focus.Draw(Box.Draw(canvas, title, foot, _focus.Has(_hits), _ticked.Count > 0 ? T["screen.search.ticked", _ticked.Count] : ""), _hits);
    }

    private void DrawHit(Canvas canvas, int row, RowState state)
    {
        var hit = _answer.Outcome.Hits[row];
        var x = _ticked.ContainsKey(hit.Segment.Key) ? canvas.Write(0, 0, "✓ ", Role.Good) : 0;
        x = canvas.WriteWithin(x, 0, (canvas.Width / 2) - x, Label(hit), Role.Title);
        canvas.WriteRight(x + 2, 0, canvas.Width - x - 2, Place.Of(hit.Segment, T), Role.Dim);
        HitText.Write(canvas, 1, hit);
        canvas.WriteWithin(2, 2, canvas.Width - 2, hit.Codes.Count > 0 ? string.Join(", ", hit.Codes) : T["screen.search.notCoded"], Role.Dim);
    }

    /// <summary>The hit where it stands, and where there is room the figures of the whole search.</summary>
    private void DrawAround(Canvas canvas, bool hasFigures)
    {
        if (Hit is not { } hit)
        {
            Box.Draw(canvas, T["screen.search.around"], hasFocus: _focus.Has(_around));
            return;
        }

        if (!ReferenceEquals(_shown, hit))
        {
            _shown = hit;
            var context = new PlaceContext(Project.Store, hit.Segment, [.. hit.Matches.Select(m => new FlowSpan(m.Start, m.End, HitText.Mark(m.Why)))]);
            _around.Show(context);
            _around.ScrollTo(hasFigures ? Math.Max(0, context.At - 1) : context.At);
        }

        var inner = Box.Draw(canvas, Label(hit), T["screen.search.aroundHint"], _focus.Has(_around), Place.Of(hit.Segment, T));
        if (!hasFigures)
        {
            _focus.Draw(inner.Part(inner.Area.Inset(1, 0)), _around);
            return;
        }

        var sources = Math.Min(MostSources, _answer.Sources.Count);
        var (figures, text) = inner.Area.CutBottom(sources + 3);
        _focus.Draw(inner.Part(text.Inset(1, 0)), _around);
        DrawFigures(inner.Part(figures), hit, sources);
    }

    private void DrawFigures(Canvas canvas, SearchHit hit, int sources)
    {
        Box.Rule(canvas, 0, T["screen.search.bySource"]);
        var most = _answer.Sources.Count > 0 ? _answer.Sources[0].Segments : 1;
        for (var i = 0; i < sources; i++)
        {
            var source = _answer.Sources[i];
            canvas.WriteWithin(1, 1 + i, 24, source.Label);
            canvas.WriteRight(26, 1 + i, 6, source.Segments.ToString(CultureInfo.InvariantCulture));
            Meter.Bar(canvas, 33, 1 + i, canvas.Width - 34, (double)source.Segments / most, Role.Accent, hasGroove: false);
        }

        canvas.WriteWithin(1, sources + 1, canvas.Width - 2, T["screen.search.coded", _answer.Outcome.Total - _answer.Uncoded, _answer.Uncoded], Role.Dim);
        canvas.WriteWithin(1, sources + 2, canvas.Width - 2, HitText.Why(hit, T), Role.Dim);
    }

    private string Label(SearchHit hit) => _labels.GetValueOrDefault(hit.Segment.SourceId, hit.Segment.Source);

    /// <summary>Searches when no more is typed for a moment.</summary>
    private void Later()
    {
        _pause?.Dispose();
        _pause = Desk.App.After(Pause, () => Search());
    }

    /// <summary>Searches for what is asked now.</summary>
    /// <param name="page">The page wanted.</param>
    /// <param name="stay">Keeps the place in the list, where the project has changed under it.</param>
    private void Search(int page = 0, bool stay = false)
    {
        _pause?.Dispose();
        _pause = null;
        var query = _field.Text.Trim();
        _saved = query == _ask.Query ? _saved : null;
        _ask = _ask with { Query = query };
        if (_ask.IsEmpty)
        {
            _searching.Cancel();
            Take(SearchAnswer.None, stay: false);
            return;
        }

        var (ask, saved, language) = (_ask, _saved, T.Language);
        Project.Read(_searching, (store, cancellation) => SearchAnswer.Read(store, ask, page, language, saved, cancellation), answer => Take(answer, stay));
    }

    /// <summary>Puts a search into the history of a coder who keeps one, once it is meant: what is found while one types is on its way to something.</summary>
    private void Remember(SearchAnswer answer)
    {
        if (_isMeant && answer.Fault is null && !answer.Ask.IsEmpty && answer.Ask.Typed is var typed && typed != _remembered && Plans(() => Project.Store.SearchTrail.Remember(typed, answer.Outcome.Total)))
        {
            _remembered = typed;
        }

        _isMeant = false;
    }

    private void Take(SearchAnswer answer, bool stay)
    {
        if (answer.Ask != _answer.Ask)
        {
            _ticked.Clear();
        }

        // What a coding took out of the hits may have emptied the last page.
        if (answer is { Page: > 0, Outcome: { Hits.Count: 0, Total: > 0 } })
        {
            Search(answer.Pages - 1, stay);
            return;
        }

        (_fault, _answer, _shown) = (answer.Fault, answer, null);
        Desk.LatestSearch = answer.Fault is null && !answer.Ask.IsEmpty ? answer.Ask : null;
        _hits.Selected = stay ? _hits.Selected : 0;
        Remember(answer);
        if (_saved is { } saved)
        {
            TellSaved(saved, answer);
        }
    }
}
