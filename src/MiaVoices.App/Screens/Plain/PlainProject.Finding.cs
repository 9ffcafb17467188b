using MiaVoices.App.Screens.Searching;

namespace MiaVoices.App.Screens.Plain;

/// <summary>Searching and stepping through hits by lines. Each moves the place that one reads, so that all that can be done there can be done.</summary>
internal sealed partial class PlainProject
{
    private SearchAnswer _answer = SearchAnswer.None;
    private int _hit = -1;

    private void AddSearching()
    {
        _commands.Add("find", "screen.search.title", "s /", Search);
        _commands.Add("hit", "plain.hit.name", "h", _ => ToHit(_hit + 1), NoHits);
        _commands.Add("hitback", "plain.hitback.name", "", _ => ToHit(_hit - 1), NoHits);
    }

    private string? NoHits() => _answer.Outcome.Hits.Count == 0 ? T["screen.search.noHits"] : null;

    private void Search(string typed)
    {
        var query = typed.Length > 0 ? typed : _talk.Ask(T["plain.askSearch"]);
        if (query is null)
        {
            return;
        }

        Show(SearchAnswer.Read(Store, new SearchAsk(query), 0, T.Language, null, _session.Cancellation));
        if (_answer.Fault is null)
        {
            Store.SearchTrail.Remember(new SearchAsk(query).Typed, _answer.Outcome.Total);
        }
    }

    private void Show(SearchAnswer answer)
    {
        (_answer, _hit) = (answer, -1);
        if (answer.Fault is { } fault)
        {
            _talk.Say(T.OnScreen(fault));
            return;
        }

        var outcome = answer.Outcome;
        _talk.Say(T["search.interpreted", outcome.InterpretedAs]);
        foreach (var notice in outcome.Notices)
        {
            _talk.Say(T.OnScreen(notice));
        }

        if (outcome.Total == 0)
        {
            _talk.Say(T["screen.search.nothing"]);
            if (outcome.DidYouMean is { } other)
            {
                _talk.Say(T["search.didYouMean", other.Query, other.Total]);
            }

            return;
        }

        _talk.Say(T["search.totals", answer.Totals.Segments, answer.Totals.Sources, answer.Totals.Persons]);
        ToHit(0);
    }

    private void ToHit(int hit)
    {
        if (hit < 0)
        {
            _talk.Say(T["plain.firstHit"]);
            return;
        }

        if (hit >= _answer.Outcome.Hits.Count)
        {
            // Past the end of a page the next one is read.
            if (_answer.Page + 1 >= _answer.Pages)
            {
                _talk.Say(T["plain.lastHit"]);
                return;
            }

            _answer = SearchAnswer.Read(Store, _answer.Ask, _answer.Page + 1, T.Language, null, _session.Cancellation);
            hit = 0;
        }

        _hit = hit;
        var found = _answer.Outcome.Hits[hit];
        MoveTo(found.Segment);
        _talk.Say(T["plain.hitPlace", (_answer.Page * SearchAnswer.PageSize) + hit + 1, _answer.Outcome.Total, HitText.Why(found, T).Replace(" · ", ", ", StringComparison.Ordinal)]);
        Read();
    }
}
