using MiaVoices.Core.Language;

namespace MiaVoices.Core.Search;

/// <summary>"Did you mean": another spelling for a query that finds nothing.</summary>
public static class SpellingSuggestion
{
    // A letter more that differs weighs as much as being 64 times as common; a common beginning as much as 8 times.
    private const double Edit = 6;
    private const double Beginning = 3;

    // Enough to see whether an inflection or a compound of the word is known.
    private const int Looked = 2_000;

    /// <summary>
    /// The query with each word that the project does not hold, in no inflection and no compound, replaced by the form spelt most
    /// like it: at most 1 letter differs in words of three to five letters and 2 in longer ones. Marks, operators and other
    /// words stay as they were written. Null if every word is known, or nothing is spelt like those that are not.
    /// </summary>
    /// <param name="query">A query that could be read.</param>
    /// <param name="analyser">Analyses its words.</param>
    /// <param name="vocabulary">What the project holds.</param>
    /// <param name="attributes">Names of attributes that may be filters; null to take any name as one.</param>
    public static string? For(ParsedQuery query, ITextAnalyser analyser, IVocabulary vocabulary, IReadOnlyCollection<string>? attributes = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(analyser);
        ArgumentNullException.ThrowIfNull(vocabulary);
        if (query.Root is not { } root)
        {
            return null;
        }

        var wanted = QueryRewriting.Wanted(root, alone: false);
        var pieces = new List<(int Start, int End, string With)>();
        foreach (var place in query.Places)
        {
            if (wanted.Contains(place.Term))
            {
                Mend(place, analyser, vocabulary, pieces);
            }
        }

        return QueryRewriting.Replaced(query, pieces, attributes);
    }

    private static void Mend(PlacedTerm place, ITextAnalyser analyser, IVocabulary vocabulary, List<(int Start, int End, string With)> pieces)
    {
        var tokens = new List<Token>();
        analyser.Analyse(place.Term.Form, tokens);
        foreach (var token in tokens)
        {
            if (!IsKnown(token.Word, place.Term.Mode, analyser, vocabulary) && Nearest(token.Word.Exact, vocabulary) is { } form)
            {
                pieces.Add((place.FormStart + token.Start, place.FormStart + token.End, form));
            }
        }
    }

    private static bool IsKnown(AnalysedWord word, TermMode mode, ITextAnalyser analyser, IVocabulary vocabulary)
    {
        if (vocabulary.SegmentsWith(word.Exact) > 0)
        {
            return true;
        }

        if (mode == TermMode.Exact || word.IsFunctionWord || word.Stem.Length == 0)
        {
            return false;
        }

        var asked = IndexTerms.Asked(word, mode);
        var terms = new List<IndexTerm>();
        var looked = 0;
        foreach (var form in vocabulary.Forms)
        {
            if (form.Contains(word.Stem, StringComparison.Ordinal))
            {
                terms.Clear();
                IndexTerms.OfText(analyser.Word(form), terms);
                if (terms.Exists(asked.Contains) || ++looked > Looked)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string? Nearest(string exact, IVocabulary vocabulary)
    {
        var edits = EditDistance.Usual(exact.Length);
        if (edits == 0)
        {
            return null;
        }

        var (best, points) = ((string?)null, double.NegativeInfinity);
        foreach (var form in vocabulary.Expand(new FuzzyPattern(exact, edits)).Forms)
        {
            var distance = EditDistance.Within(exact, form, edits);
            var shared = (double)exact.AsSpan().CommonPrefixLength(form) / Math.Max(exact.Length, form.Length);
            var worth = Math.Log2(1 + vocabulary.SegmentsWith(form)) - (Edit * distance) + (Beginning * shared);
            if (distance > 0 && worth > points)
            {
                (best, points) = (form, worth);
            }
        }

        return best;
    }
}
