using MiaVoices.Core.Language;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>In which order the lines of a concordance come.</summary>
public enum ConcordanceOrder
{
    /// <summary>As the hits come.</summary>
    Hits,

    /// <summary>By the words before, the nearest first.</summary>
    Left,

    /// <summary>By the words after.</summary>
    Right,
}

/// <summary>A place that was found, with its segment around it (KWIC, key word in context).</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Start">First UTF-16 code unit within the segment's text.</param>
/// <param name="End">One past the last.</param>
public sealed record ConcordanceLine(Segment Segment, int Start, int End)
{
    /// <summary>What was found: a word whole, a phrase as one.</summary>
    public string Found => Segment.Text[Start..End];

    /// <summary>What stands before it in the segment.</summary>
    public string Left => Segment.Text[..Start];

    /// <summary>What stands after it in the segment.</summary>
    public string Right => Segment.Text[End..];
}

/// <summary>Lays the places that a search found under each other.</summary>
public static class Concordance
{
    /// <summary>Words on a side that decide the order; beyond them the order of the hits does.</summary>
    private const int WordsCompared = 8;

    /// <summary>A line for each place.</summary>
    /// <param name="hits">The hits.</param>
    /// <param name="query">The query that found them.</param>
    /// <param name="words">What found them.</param>
    /// <param name="order">Order of the lines; words are compared by the Swedish alphabet, whatever the letter case.</param>
    /// <exception cref="UsageException">The query asks for no word.</exception>
    public static IReadOnlyList<ConcordanceLine> Lines(IReadOnlyList<SearchHit> hits, QueryNode query, SearchWords words, ConcordanceOrder order)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentNullException.ThrowIfNull(words);
        if (!QueryWords.AreAskedFor(query))
        {
            throw new UsageException(Problem.Of("search.kwicNoWords"));
        }

        var matched = new MatchedPlaces(query, words);
        var lines = hits.SelectMany(h => matched.Of(h.Segment.Text, h.Matches, h.Segment.Language).Select(p => new ConcordanceLine(h.Segment, p.Start, p.End)));
        return order == ConcordanceOrder.Hits
            ? [.. lines]
            : [.. lines.Select(l => (Line: l, Key: Key(l, words.For(l.Segment.Language), order))).OrderBy(l => l.Key, SwedishOrder.Instance).Select(l => l.Line)];
    }

    private static string Key(ConcordanceLine line, ITextAnalyser analyser, ConcordanceOrder order)
    {
        var text = order == ConcordanceOrder.Left ? line.Left : line.Right;
        var tokens = new List<Token>();
        analyser.Analyse(text, tokens);
        var words = order == ConcordanceOrder.Left ? tokens.AsEnumerable().Reverse() : tokens;
        return string.Join(' ', words.Take(WordsCompared).Select(t => t.Word.Exact));
    }
}
