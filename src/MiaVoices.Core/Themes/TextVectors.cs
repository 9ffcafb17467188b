namespace MiaVoices.Core.Themes;

/// <summary>Texts as vectors whose inner product tells how alike they are.</summary>
internal static class TextVectors
{
    /// <summary>Stems weighed by rarity among the texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="lexicon">Numbers the stems.</param>
    public static (SparseVector[] Vectors, int Size) Of(IReadOnlyList<ThemeText> texts, ThemeLexicon lexicon)
    {
        var stems = texts.Select(text => lexicon.Read(text.Text).Content.Select(word => word.Stem).Distinct().Order().ToArray()).ToArray();
        var texted = new int[lexicon.Count];
        foreach (var stem in stems.SelectMany(own => own))
        {
            texted[stem]++;
        }

        // A stem in one text alone brings nothing together.
        return (
            Array.ConvertAll(stems, own => SparseVector.Unit([.. own.Where(stem => texted[stem] > 1)], stem => Math.Log((1.0 + texts.Count) / texted[stem]))),
            lexicon.Count);
    }
}
