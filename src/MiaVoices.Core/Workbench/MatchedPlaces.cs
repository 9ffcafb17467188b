using MiaVoices.Core.Language;
using MiaVoices.Core.Search;

namespace MiaVoices.Core.Workbench;

/// <summary>The places of a text that a query found, as a person would point at them: whole words, and a phrase as one.</summary>
/// <param name="query">The query, which says whether words in a row belong together.</param>
/// <param name="analyser">The analyser that found the matches.</param>
public sealed class MatchedPlaces(QueryNode query, ITextAnalyser analyser)
{
    private readonly bool _phrases = QueryWords.StandInARow(query);

    /// <summary>
    /// The places in order, without overlap, in UTF-16 code units of the text. A match within a compound gives the whole word; the
    /// words of a phrase, which are matched one by one, give one place.
    /// </summary>
    public IReadOnlyList<(int Start, int End)> Of(string text, IReadOnlyList<SearchMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(matches);
        var places = new List<(int Start, int End)>(matches.Count);
        if (matches.Count == 0)
        {
            return places;
        }

        var tokens = new List<Token>();
        analyser.Analyse(text, tokens);
        var next = 0;
        foreach (var match in matches)
        {
            while (next < tokens.Count && tokens[next].End <= match.Start)
            {
                next++;
            }

            var (start, end) = (match.Start, match.End);
            for (var i = next; i < tokens.Count && tokens[i].Start < match.End; i++)
            {
                (start, end) = (Math.Min(start, tokens[i].Start), Math.Max(end, tokens[i].End));
            }

            if (places.Count > 0 && (start < places[^1].End || AreOne(text.AsSpan(places[^1].End, start - places[^1].End))))
            {
                places[^1] = (places[^1].Start, Math.Max(end, places[^1].End));
            }
            else
            {
                places.Add((start, end));
            }
        }

        return places;
    }

    /// <summary>Whether what stands between two matched words keeps them together.</summary>
    private bool AreOne(ReadOnlySpan<char> between)
    {
        foreach (var c in between)
        {
            // "e-post" is found as two words; the words of a phrase may have a comma between them.
            if (_phrases ? char.IsLetterOrDigit(c) : c is not ('-' or '\u2010' or '\u2011'))
            {
                return false;
            }
        }

        return true;
    }
}
