using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions.Vectors;

namespace MiaVoices.Core.Themes;

/// <summary>Passages of a theme that may belong together. Always a proposal: a person names it or throws it away.</summary>
/// <param name="Label">Up to three words that set it apart from the other proposals.</param>
/// <param name="Texts">Keys of the passages, in document order.</param>
public sealed record SubThemeProposal(IReadOnlyList<string> Label, IReadOnlyList<long> Texts)
{
    /// <summary>True: nobody has approved it.</summary>
    public bool IsProposal { get; } = true;
}

/// <summary>
/// Proposes a division of a theme: spherical k-means, the best of ten starts from a fixed seed. Proposals come in document order, never by size. Pure; thread-safe.
/// </summary>
public static class SubThemes
{
    /// <summary>With fewer passages nothing is proposed.</summary>
    public const int LeastTexts = 12;

    private const int LeastInProposal = 3;
    private const int LabelWords = 3;
    private const int MostProposals = 6;
    private const int Starts = 10;

    /// <summary>Proposals; passages that fit nowhere, and groups of fewer than three, are left out.</summary>
    /// <param name="theme">Passages of the theme.</param>
    /// <param name="analyser">Finds words and stems.</param>
    /// <param name="cancel">Stops the work.</param>
    public static IReadOnlyList<SubThemeProposal> Propose(IEnumerable<ThemeText> theme, ITextAnalyser analyser, CancellationToken cancel = default)
    {
        var texts = theme.OrderBy(text => text.Key).ToArray();
        if (texts.Length < LeastTexts)
        {
            return [];
        }

        var lexicon = new ThemeLexicon(analyser);
        var (vectors, size) = TextVectors.Of(texts, lexicon, WordVectors.Default);
        var count = Math.Clamp((int)Math.Round(Math.Sqrt(texts.Length / 4.0)), 2, MostProposals);
        var parts = SphericalClusters.Divide(vectors, size, count, Starts, cancel).Parts;
        return Describe(texts, parts, count, lexicon);
    }

    private static SubThemeProposal[] Describe(ThemeText[] texts, int[] parts, int count, ThemeLexicon lexicon)
    {
        var proposals = new List<SubThemeProposal>();
        for (var part = 0; part < count; part++)
        {
            var own = texts.Where((_, text) => parts[text] == part).ToArray();
            var other = texts.Where((_, text) => parts[text] != part);
            var words = ThemeKeywords.Between(new StemCounts(own, lexicon), StemTotals.Of(other, lexicon), LabelWords, 2, 0);
            if (own.Length >= LeastInProposal && words.Count > 0)
            {
                proposals.Add(new SubThemeProposal([.. words.Select(word => word.Word)], [.. own.Select(text => text.Key)]));
            }
        }

        return [.. proposals.OrderBy(proposal => proposal.Texts[0])];
    }
}
