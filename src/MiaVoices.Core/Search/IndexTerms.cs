using MiaVoices.Core.Language;

namespace MiaVoices.Core.Search;

/// <summary>The one place that says which index tokens a word gives, and which of them a word of a query asks for.</summary>
public static class IndexTerms
{
    /// <summary>Changes when the tokens of the same analysed word would differ; an index of another layout is rebuilt.</summary>
    public const string Layout = "1";

    /// <summary>
    /// Appends the tokens that a word of a text gives, all at the word's position and none twice. A function word gives
    /// itself and its form; any other word its stem, its form and the stem of each part.
    /// </summary>
    public static void OfText(AnalysedWord word, List<IndexTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(terms);
        if (word.IsFunctionWord)
        {
            terms.Add(new IndexTerm(IndexTermKind.Function, word.Exact));
            terms.Add(new IndexTerm(IndexTermKind.Exact, word.Exact));
            return;
        }

        var first = terms.Count;
        terms.Add(new IndexTerm(IndexTermKind.Stem, word.Stem));
        terms.Add(new IndexTerm(IndexTermKind.Exact, word.Exact));
        foreach (var part in word.Parts)
        {
            var term = new IndexTerm(IndexTermKind.Part, part.Stem);
            if (terms.IndexOf(term, first) < 0)
            {
                terms.Add(term);
            }
        }
    }

    /// <summary>
    /// The tokens that a word of a query asks for; any one of them is enough. A compound asks for its whole stem only: its
    /// parts would find too much.
    /// </summary>
    public static IReadOnlyList<IndexTerm> Asked(AnalysedWord word, TermMode mode)
    {
        ArgumentNullException.ThrowIfNull(word);
        return mode switch
        {
            TermMode.Exact or TermMode.Prefix => [new IndexTerm(IndexTermKind.Exact, word.Exact)],
            _ when word.IsFunctionWord => [new IndexTerm(IndexTermKind.Function, word.Exact)],
            TermMode.Whole => [new IndexTerm(IndexTermKind.Stem, word.Stem)],
            _ => [new IndexTerm(IndexTermKind.Stem, word.Stem), new IndexTerm(IndexTermKind.Part, word.Stem)],
        };
    }
}
