using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Language;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>How much of a hit is coded.</summary>
public enum AutocodedSpan
{
    /// <summary>The whole turn, answer or paragraph.</summary>
    Turn,

    /// <summary>Each sentence that holds something found.</summary>
    Sentence,

    /// <summary>Each place that was found: a word whole, a phrase as one.</summary>
    Match,
}

/// <summary>What is to be coded, and how.</summary>
public sealed record AutocodingRequest
{
    /// <summary>The query as written.</summary>
    public required string Query { get; init; }

    /// <summary>Further conditions that a command gave.</summary>
    public IReadOnlyList<QueryNode> Filters { get; init; } = [];

    /// <summary>The code to set.</summary>
    public required Guid Code { get; init; }

    /// <summary>How much of a hit is coded.</summary>
    public AutocodedSpan Span { get; init; }

    /// <summary>Leaves interviewers' turns out.</summary>
    public bool AnswersOnly { get; init; }

    /// <summary>What the codings say of where they come from: a person who picks hits one by one codes by hand.</summary>
    public CodingOrigin Origin { get; init; } = CodingOrigin.Auto;

    /// <summary>What each coding notes of how it came about; it follows the coding into lists and tables.</summary>
    public string Memo { get; init; } = "";
}

/// <summary>A place that is coded, in the source's text.</summary>
public sealed record AutocodedPlace(Segment Segment, int Start, int End, Coding Coding);

/// <summary>What coding the hits of a search would do.</summary>
/// <param name="Search">The search with all its hits.</param>
/// <param name="Places">The places to code, in document order.</param>
/// <param name="Already">Places left out because a coding of the code touches them.</param>
/// <param name="WithoutWords">Hits in which nothing is marked, by which no sentence or place could be chosen.</param>
public sealed record AutocodingPlan(SearchOutcome Search, IReadOnlyList<AutocodedPlace> Places, int Already, int WithoutWords)
{
    /// <summary>The change that codes them as one step; null if there is nothing to code.</summary>
    public Batch? Change => Places.Count == 0 ? null : new Batch(Autocoding.Purpose, [.. Places.Select(p => new AddCoding(p.Coding))]);
}

/// <summary>Codes all hits of a search at once.</summary>
public static class Autocoding
{
    /// <summary>What the journal calls the step.</summary>
    public const string Purpose = "search.autocode";

    /// <summary>
    /// Finds the places to code; nothing is written. Whoever set the code there, a place that has it is not coded again: the same
    /// statement would be counted twice.
    /// </summary>
    /// <exception cref="RefusedException">The query cannot be read.</exception>
    /// <exception cref="UsageException">Sentences or places are asked for, and the query asks for no word to find them by.</exception>
    public static AutocodingPlan Plan(IProjectStore store, AutocodingRequest request, string language)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        var query = Query(store, request);
        var found = new Searching(store).Run(request.Query, request.Filters, language, node => new SearchRequest(node) { Limit = 0, AnswersOnly = request.AnswersOnly });
        return Plan(store, request, query, found);
    }

    /// <summary>As <see cref="Plan(IProjectStore, AutocodingRequest, string)"/>, for those hits of a search that a person has chosen.</summary>
    /// <param name="store">The project.</param>
    /// <param name="request">What is to be coded; its query is the one that found the hits.</param>
    /// <param name="chosen">The search with the chosen hits only.</param>
    /// <exception cref="RefusedException">The query cannot be read.</exception>
    /// <exception cref="UsageException">Sentences or places are asked for, and the query asks for no word to find them by.</exception>
    public static AutocodingPlan Plan(IProjectStore store, AutocodingRequest request, SearchOutcome chosen)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(chosen);
        return Plan(store, request, Query(store, request), chosen);
    }

    private static QueryNode Query(IProjectStore store, AutocodingRequest request)
    {
        var query = new Searching(store).Read(request.Query, request.Filters);
        if (request.Span != AutocodedSpan.Turn && !QueryWords.AreAskedFor(query))
        {
            throw new UsageException(Problem.Of("autocode.noWords"));
        }

        return query;
    }

    private static AutocodingPlan Plan(IProjectStore store, AutocodingRequest request, QueryNode query, SearchOutcome found)
    {
        var coded = new CodedSpans(store.Codings(new CodingScope { Codes = [request.Code] }));
        var matched = new MatchedPlaces(query, store.SearchWords);
        var (ids, now) = (store.NewIds(), store.Now);
        var places = new List<AutocodedPlace>();
        var (already, wordless) = (0, 0);
        foreach (var hit in found.Hits)
        {
            var spans = Spans(hit, request.Span, matched);
            wordless += spans.Count == 0 ? 1 : 0;
            foreach (var (start, end) in spans)
            {
                var at = hit.Segment.Start;
                if (coded.Touch(hit.Segment.SourceId, at + start, at + end))
                {
                    already++;
                    continue;
                }

                places.Add(new AutocodedPlace(hit.Segment, at + start, at + end, new Coding
                {
                    Id = ids.Next(),
                    Source = hit.Segment.SourceId,
                    Start = at + start,
                    End = at + end,
                    Quote = hit.Segment.Text[start..end],
                    Code = request.Code,
                    Coder = store.Coder,
                    Origin = request.Origin,
                    Created = now,
                    Memo = request.Memo,
                }));
            }
        }

        return new AutocodingPlan(found, places, already, wordless);
    }

    private static IReadOnlyList<(int Start, int End)> Spans(SearchHit hit, AutocodedSpan span, MatchedPlaces matched)
    {
        if (span == AutocodedSpan.Turn)
        {
            return [(0, hit.Segment.Text.Length)];
        }

        var places = matched.Of(hit.Segment.Text, hit.Matches, hit.Segment.Language);
        return span == AutocodedSpan.Match || places.Count == 0
            ? places
            : [.. Sentences.Split(hit.Segment.Text).Where(s => places.Any(p => p.Start < s.End && p.End > s.Start)).Select(s => (s.Start, s.End))];
    }
}
