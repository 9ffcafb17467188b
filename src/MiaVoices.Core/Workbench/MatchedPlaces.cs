using MiaVoices.Core.Language;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>The places of a text that a query found, as a person would point at them: whole words, and a phrase as one.</summary>
public sealed class MatchedPlaces
{
    private readonly SearchWords _words;
    private readonly List<(MatchFinder Finder, int Words)> _rows = [];

    /// <summary>Prepares for one query.</summary>
    /// <param name="query">The query, which says which words belong together.</param>
    /// <param name="words">What found its matches.</param>
    public MatchedPlaces(QueryNode query, SearchWords words)
    {
        _words = words;
        Collect(query);
        _rows.Sort(static (a, b) => b.Words.CompareTo(a.Words));
    }

    /// <summary>
    /// The places in order, without overlap, in UTF-16 code units of the text. A match within a compound gives the whole word; the
    /// words of a phrase, which are matched one by one, give one place.
    /// </summary>
    public IReadOnlyList<(int Start, int End)> Of(string text, IReadOnlyList<SearchMatch> matches, TextLanguage language = TextLanguage.Swedish)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(matches);
        if (matches.Count == 0)
        {
            return [];
        }

        var tokens = new List<Token>();
        _words.For(language).Analyse(text, tokens);
        var matched = Matched(tokens, matches);
        var places = new List<(int Start, int End)>(matches.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var words = matched[i] ? InARow(tokens, matched, i) : 0;
            if (words > 0)
            {
                places.Add((tokens[i].Start, tokens[i + words - 1].End));
            }

            i += Math.Max(1, words);
        }

        return places;
    }

    /// <summary>Which words a match touches.</summary>
    private static bool[] Matched(List<Token> tokens, IReadOnlyList<SearchMatch> matches)
    {
        var matched = new bool[tokens.Count];
        var next = 0;
        foreach (var match in matches)
        {
            while (next < tokens.Count && tokens[next].End <= match.Start)
            {
                next++;
            }

            for (var i = next; i < tokens.Count && tokens[i].Start < match.End; i++)
            {
                matched[i] = true;
            }
        }

        return matched;
    }

    /// <summary>How many words the place that begins with a word has.</summary>
    private int InARow(List<Token> tokens, bool[] matched, int first)
    {
        foreach (var (finder, words) in _rows)
        {
            if (first + words <= tokens.Count && matched.AsSpan(first, words).IndexOf(false) < 0 && finder.Find(tokens.GetRange(first, words)) is not null)
            {
                return words;
            }
        }

        return 1;
    }

    private void Collect(QueryNode node)
    {
        switch (node)
        {
            case AndQuery and:
                CollectAll(and.Parts);
                break;
            case OrQuery or:
                CollectAll(or.Parts);
                break;
            case NearQuery near:
                CollectAll(near.Parts);
                break;
            case PhraseQuery or TermQuery when _words.Asked(node) is IndexWords { Slots.Count: > 1 } words:
                _rows.Add((new MatchFinder(words, _words.Analyser, _words.English), words.Slots.Count));
                break;
            default:
                break;
        }
    }

    private void CollectAll(IReadOnlyList<QueryNode> parts)
    {
        foreach (var part in parts)
        {
            Collect(part);
        }
    }
}
