using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Search;

/// <summary>
/// Says in memory whether a segment answers a query, and which words do: the same answer as the index gives, with the
/// places. Immutable and thread-safe.
/// </summary>
public sealed class MatchFinder
{
    private readonly IndexQuery _query;
    private readonly ITextAnalyser _analyser;
    private readonly ITextAnalyser _english;

    /// <summary>Prepares for one query.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="analyser">Analyses the segments.</param>
    /// <param name="english">Analyses English segments; null if there are none.</param>
    public MatchFinder(IndexQuery query, ITextAnalyser analyser, ITextAnalyser? english = null)
    {
        _query = query;
        _analyser = analyser;
        _english = english ?? analyser;
    }

    /// <summary>
    /// The words of a text that answer the query, in order, without overlap; null if the text does not answer it. What
    /// stands under NOT, and branches of OR that are not satisfied, mark nothing, so a text may match with no words marked.
    /// </summary>
    /// <param name="text">The segment's words.</param>
    /// <param name="filter">Answers a filter for this segment; without it every filter may hold or not, as for a hit that the index has found.</param>
    /// <param name="language">The language of the segment's source.</param>
    public IReadOnlyList<SearchMatch>? Find(string text, Func<FilterQuery, bool>? filter = null, TextLanguage language = TextLanguage.Swedish)
    {
        var tokens = new List<Token>();
        (language == TextLanguage.English ? _english : _analyser).Analyse(text, tokens);
        return Find(tokens, filter);
    }

    /// <summary>As <see cref="Find(string, Func{FilterQuery, bool}?, TextLanguage)"/> for a text that is analysed already.</summary>
    public IReadOnlyList<SearchMatch>? Find(IReadOnlyList<Token> tokens, Func<FilterQuery, bool>? filter = null)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var found = new List<SearchMatch>();
        return Holds(_query, tokens, filter, found) == false ? null : WithoutOverlap(found);
    }

    /// <returns>True, false, or null where it hangs on a filter that nobody answers.</returns>
    private static bool? Holds(IndexQuery node, IReadOnlyList<Token> tokens, Func<FilterQuery, bool>? filter, List<SearchMatch> found)
    {
        switch (node)
        {
            case IndexWords words:
                return InARow(words.Slots, tokens, found);
            case IndexNear near:
                return NearMatcher.Mark(near, tokens, found);
            case IndexFilter condition:
                return filter?.Invoke(condition.Filter);
            case IndexNot not:
                return !Holds(not.Inner, tokens, filter, []);
            case IndexOr or:
                bool? any = false;
                foreach (var part in or.Parts)
                {
                    any |= Holds(part, tokens, filter, found);
                }

                return any;
            case IndexAnd and:
                bool? all = true;
                var before = found.Count;
                foreach (var part in and.Parts)
                {
                    all &= Holds(part, tokens, filter, found);
                    if (all == false)
                    {
                        found.RemoveRange(before, found.Count - before);
                        return false;
                    }
                }

                return all;
            default:
                throw new ArgumentException("Unknown kind of query: " + node.GetType().Name, nameof(node));
        }
    }

    private static bool InARow(IReadOnlyList<IndexSlot> slots, IReadOnlyList<Token> tokens, List<SearchMatch> found)
    {
        var any = false;
        for (var first = 0; first + slots.Count <= tokens.Count; first++)
        {
            any |= SlotMatcher.MarkAll(slots, tokens, first, found);
        }

        return any;
    }

    // A whole word wins over its parts, and of two reasons for one place the nearer one.
    private static List<SearchMatch> WithoutOverlap(List<SearchMatch> found)
    {
        found.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start)
            : a.End != b.End ? b.End.CompareTo(a.End)
            : a.Why.CompareTo(b.Why));
        var kept = new List<SearchMatch>(found.Count);
        foreach (var match in found)
        {
            if (kept.Count == 0 || match.Start >= kept[^1].End)
            {
                kept.Add(match);
            }
        }

        return kept;
    }
}
