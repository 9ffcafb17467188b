namespace MiaVoices.Core.Language;

/// <summary>Whether a listed form is also a word of its own.</summary>
internal enum OwnReading
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>It is rather that word.</summary>
    First,

    /// <summary>It is that word too.</summary>
    Second,
}

/// <summary>The words that a form belongs to.</summary>
/// <param name="Lemmas">The words, the likeliest first; a reading as a word of its own is not among them.</param>
/// <param name="Own">Whether the form is also a word of its own.</param>
/// <param name="IsIrregular">True for a form that stands in the list of irregular forms.</param>
/// <param name="IsVerb">True for a form of a verb; such forms head no compounds.</param>
/// <param name="Stem">The main stem.</param>
/// <param name="FurtherStems">The stems of the other readings.</param>
internal sealed record Inflection(IReadOnlyList<string> Lemmas, OwnReading Own, bool IsIrregular, bool IsVerb, string Stem, IReadOnlyList<string> FurtherStems)
{
    /// <summary>An entry whose stems are those that the stemmer gives for the words.</summary>
    public static Inflection Of(string form, IReadOnlyList<string> lemmas, OwnReading own, bool isIrregular, bool isVerb)
    {
        var stems = lemmas.Select(SwedishStemmer.Stem).ToList();
        if (own is not OwnReading.None)
        {
            stems.Insert(own is OwnReading.First ? 0 : stems.Count, SwedishStemmer.Stem(form));
        }

        var main = stems[0];
        return new Inflection(lemmas, own, isIrregular, isVerb, main, [.. stems.Skip(1).Distinct(StringComparer.Ordinal).Where(stem => stem != main)]);
    }
}
