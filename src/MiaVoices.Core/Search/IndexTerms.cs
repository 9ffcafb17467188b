using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Search;

/// <summary>The one place that says which index tokens a word gives, and which of them a word of a query asks for.</summary>
public static class IndexTerms
{
    /// <summary>Changes when the tokens of the same analysed word would differ; an index of another layout is rebuilt.</summary>
    public const string Layout = "2";

    /// <summary>
    /// Appends the tokens that a word of a text gives, all at the word's position and none twice. A function word gives
    /// itself and its form; any other word its stems, its form and the stem of each part; an English word its stem and its form.
    /// </summary>
    public static void OfText(AnalysedWord word, List<IndexTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(terms);
        if (word.Language == TextLanguage.English)
        {
            terms.Add(new IndexTerm(IndexTermKind.English, word.Stem));
            terms.Add(new IndexTerm(IndexTermKind.Exact, word.Exact));
            return;
        }

        if (word.IsFunctionWord)
        {
            terms.Add(new IndexTerm(IndexTermKind.Function, word.Exact));
            terms.Add(new IndexTerm(IndexTermKind.Exact, word.Exact));
            return;
        }

        var first = terms.Count;
        terms.Add(new IndexTerm(IndexTermKind.Stem, word.Stem));
        terms.Add(new IndexTerm(IndexTermKind.Exact, word.Exact));
        foreach (var stem in word.FurtherStems)
        {
            AddOnce(new IndexTerm(IndexTermKind.Stem, stem), first, terms);
        }

        foreach (var part in word.Parts)
        {
            AddOnce(new IndexTerm(IndexTermKind.Part, part.Stem), first, terms);
        }
    }

    /// <summary>
    /// The tokens that a word of a query asks for; any one of them is enough. A compound asks for its whole stem only: its
    /// parts would find too much.
    /// </summary>
    public static IReadOnlyList<IndexTerm> Asked(AnalysedWord word, TermMode mode)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (mode is TermMode.Exact or TermMode.Prefix)
        {
            return [new IndexTerm(IndexTermKind.Exact, word.Exact)];
        }

        if (word.Language == TextLanguage.English)
        {
            return [new IndexTerm(IndexTermKind.English, word.Stem)];
        }

        if (word.IsFunctionWord)
        {
            return [new IndexTerm(IndexTermKind.Function, word.Exact)];
        }

        var asked = new List<IndexTerm> { new(IndexTermKind.Stem, word.Stem) };
        foreach (var stem in word.FurtherStems)
        {
            AddOnce(new IndexTerm(IndexTermKind.Stem, stem), 0, asked);
        }

        if (mode == TermMode.Inflected)
        {
            var stems = asked.Count;
            for (var i = 0; i < stems; i++)
            {
                asked.Add(new IndexTerm(IndexTermKind.Part, asked[i].Text));
            }
        }

        return asked;
    }

    private static void AddOnce(IndexTerm term, int first, List<IndexTerm> terms)
    {
        if (terms.IndexOf(term, first) < 0)
        {
            terms.Add(term);
        }
    }
}
