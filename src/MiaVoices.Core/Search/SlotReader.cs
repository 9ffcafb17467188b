using MiaVoices.Core.Language;

namespace MiaVoices.Core.Search;

/// <summary>Analyses the words of a query into positions with the index tokens that each asks for.</summary>
internal sealed class SlotReader(ITextAnalyser analyser, ITextAnalyser? english, IVocabulary? vocabulary, ICollection<Problem>? notices)
{
    private int _most = FormExpansion.Most;

    /// <summary>
    /// The positions of words in a row: none if nothing is left of them, one row as a rule, and two where the languages cut
    /// them differently.
    /// </summary>
    /// <param name="terms">The words.</param>
    /// <param name="near">True where the words stand near others.</param>
    internal List<IndexWords> Words(IReadOnlyList<TermQuery> terms, bool near)
    {
        _most = near || terms.Count > 1 ? FormExpansion.MostInRow : FormExpansion.Most;
        var swedish = Row(terms, analyser);
        if (english is null)
        {
            return swedish.Count == 0 ? [] : [new IndexWords(swedish)];
        }

        var other = Row(terms, english);
        if (swedish.Count != other.Count)
        {
            return [.. new[] { swedish, other }.Where(static r => r.Count > 0).Select(static r => new IndexWords(r))];
        }

        for (var i = 0; i < swedish.Count; i++)
        {
            swedish[i] = swedish[i] with { Terms = [.. swedish[i].Terms.Union(other[i].Terms)] };
        }

        return swedish.Count == 0 ? [] : [new IndexWords(swedish)];
    }

    /// <summary>The patterns of a word, one for each piece that the analyser cuts it into; null for a piece that is no pattern.</summary>
    internal static IEnumerable<(AnalysedWord Word, FormPattern? Pattern)> Pieces(TermQuery term, ITextAnalyser analyser)
    {
        if (term.Mode == TermMode.Regex)
        {
            var regex = RegexPattern.Read(term.Form, out var fault, out _) ?? throw new RefusedException(Problem.Of(fault!, 1, term.Form));
            yield return (new AnalysedWord(term.Form, term.Form, false, []), regex);
            yield break;
        }

        var tokens = new List<Token>();
        analyser.Analyse(WithoutLoneSurrogates(term.Mode == TermMode.Wildcard ? WildcardLetters.Put(term.Form) : term.Form), tokens);
        foreach (var token in tokens)
        {
            var exact = token.Word.Exact;
            if (term.Mode == TermMode.Fuzzy)
            {
                var edits = FuzzyPattern.EditsIn(exact.Length, term.Edits);
                yield return (token.Word, edits == 0 ? null : new FuzzyPattern(exact, edits));
            }
            else if (term.Mode != TermMode.Wildcard || !WildcardLetters.AreIn(exact))
            {
                yield return (token.Word, null);
            }
            else if (WildcardLetters.Take(exact) is var pattern && WildcardPattern.HasLetter(pattern))
            {
                yield return (new AnalysedWord(pattern, pattern, false, []), new WildcardPattern(pattern));
            }
        }
    }

    private List<IndexSlot> Row(IReadOnlyList<TermQuery> terms, ITextAnalyser language)
    {
        var row = new List<IndexSlot>();
        foreach (var term in terms)
        {
            var first = row.Count;
            foreach (var (word, pattern) in Pieces(term, language))
            {
                row.Add(pattern is null ? Slot(word, Plain(term.Mode)) : Slot(word, term.Mode, pattern));
            }

            // Only the last piece of "e-pos*" is cut off.
            for (var i = first; term.Mode == TermMode.Prefix && i < row.Count - 1; i++)
            {
                row[i] = Slot(row[i].Word, TermMode.Inflected);
            }
        }

        return row;
    }

    // A piece without a wildcard, and a word too short for another spelling.
    private static TermMode Plain(TermMode mode) => mode switch
    {
        TermMode.Wildcard => TermMode.Inflected,
        TermMode.Fuzzy => TermMode.Exact,
        _ => mode,
    };

    private static IndexSlot Slot(AnalysedWord word, TermMode mode) => new(word, mode, IndexTerms.Asked(word, mode));

    private IndexSlot Slot(AnalysedWord word, TermMode mode, FormPattern pattern)
    {
        var expansion = vocabulary?.Expand(pattern).CutTo(_most);
        if (expansion is { IsCut: true } && notices?.Any(n => pattern.Text.Equals(n.Facts[0])) == false)
        {
            notices.Add(Problem.Of("search.pattern.cut", pattern.Text, expansion.Forms.Count, expansion.Total));
        }

        return new IndexSlot(word, mode, [.. (expansion?.Forms ?? []).Select(static f => new IndexTerm(IndexTermKind.Exact, f))])
        {
            Pattern = pattern,
            Expansion = expansion,
        };
    }

    // Stored text has passed through UTF-8 and holds none; a query must be read in the same way.
    private static string WithoutLoneSurrogates(string text)
    {
        foreach (var c in text)
        {
            if (char.IsSurrogate(c))
            {
                return string.Concat(text.EnumerateRunes());
            }
        }

        return text;
    }

    /// <summary>
    /// Letters that stand for * and ? while a pattern is cut into words and folded, so that it is cut as the words are that
    /// it fits: two of Ogham, which nobody writes and which has no upper case.
    /// </summary>
    private static class WildcardLetters
    {
        private const char Many = '\u1681';
        private const char One = '\u1682';

        internal static string Put(string written) =>
            string.Create(written.Length, written, static (letters, text) =>
            {
                for (var i = 0; i < letters.Length; i++)
                {
                    letters[i] = !WildcardPattern.IsWild(text, i) ? text[i] : text[i] == '*' ? Many : One;
                }
            });

        internal static bool AreIn(string exact) => exact.AsSpan().IndexOfAny(Many, One) >= 0;

        internal static string Take(string exact) => exact.Replace(Many, '*').Replace(One, '?');
    }
}
