using MiaVoices.Core.Language;

namespace MiaVoices.Core.Themes;

/// <summary>A word that sets some texts apart. A lead to be read up on, never a finding.</summary>
/// <param name="Word">Its most frequent form among those texts, in lower case.</param>
/// <param name="Count">How often it stands in them, in any form of the stem.</param>
/// <param name="Respondents">How many people use it there.</param>
/// <param name="Strength">Log-odds divided by its standard error (z), in thousandths, above zero.</param>
public sealed record ThemeKeyword(string Word, int Count, int Respondents, double Strength);

/// <summary>
/// Words that set the text of a theme apart from the rest: log-odds ratio with an informative Dirichlet prior (Monroe,
/// Colaresi and Quinn 2008, equations 15–22), where the prior is how common the word is in all the text. Pure; thread-safe.
/// </summary>
public static class ThemeKeywords
{
    /// <summary>Size of the prior in words, at most; in small projects a quarter of the words there are, or nothing could outweigh it.</summary>
    private const double MostPriorWords = 100;

    /// <summary>The strongest words.</summary>
    /// <param name="theme">Texts of the theme.</param>
    /// <param name="rest">The other texts; may be empty, and then no word sets anything apart.</param>
    /// <param name="analyser">Finds words and stems.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="leastRespondents">How many people must use a word.</param>
    public static IReadOnlyList<ThemeKeyword> Of(
        IEnumerable<ThemeText> theme,
        IEnumerable<ThemeText> rest,
        ITextAnalyser analyser,
        int most = 12,
        int leastRespondents = 2)
    {
        var lexicon = new ThemeLexicon(analyser);
        return Between(new StemCounts(theme, lexicon), StemTotals.Of(rest, lexicon), most, leastRespondents, 0);
    }

    /// <summary>The strongest words of a theme against all other texts of a project, which are read once for all themes.</summary>
    /// <param name="theme">Texts of the theme.</param>
    /// <param name="material">The texts of the project; those of the theme, by key, are left out of the comparison.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="leastRespondents">How many people must use a word.</param>
    public static IReadOnlyList<ThemeKeyword> Of(IReadOnlyCollection<ThemeText> theme, ThemeMaterial material, int most = 12, int leastRespondents = 2)
    {
        ArgumentNullException.ThrowIfNull(material);
        return Between(new StemCounts(theme, material.Lexicon), material.Without(theme), most, leastRespondents, 0);
    }

    internal static IReadOnlyList<ThemeKeyword> Between(StemCounts own, StemTotals other, int most, int leastRespondents, double leastStrength)
    {
        double all = own.Total + other.Total;
        var priorWords = Math.Min(MostPriorWords, all / 4);
        return
        [
            .. own.Stems
                .Where(stem => own.Respondents(stem) >= leastRespondents)
                .Select(stem => (Stem: stem, Strength: Math.Round(Strength(stem), 3)))
                .Where(word => word.Strength > leastStrength)
                .OrderByDescending(word => word.Strength)
                .ThenBy(word => own.Form(word.Stem), StringComparer.Ordinal)
                .Take(most)
                .Select(word => new ThemeKeyword(own.Form(word.Stem), own.Count(word.Stem), own.Respondents(word.Stem), word.Strength)),
        ];

        double Strength(int stem)
        {
            var (here, there) = (own.Count(stem), other.Count(stem));
            var prior = priorWords * (here + there) / all;
            var odds = LogOdds(here + prior, own.Total + priorWords) - LogOdds(there + prior, other.Total + priorWords);
            return odds / Math.Sqrt((1 / (here + prior)) + (1 / (there + prior)));
        }
    }

    private static double LogOdds(double some, double all) => Math.Log(some / (all - some));
}
