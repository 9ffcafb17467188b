using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions.Vectors;

namespace MiaVoices.Core.Themes;

/// <summary>Passages without codes that are like each other: a lead to a code that the codebook may lack. A person reads, names it or throws it away.</summary>
/// <param name="Words">Words that set them apart, the strongest first.</param>
/// <param name="Texts">Keys of all of them, in document order.</param>
/// <param name="Quotes">Keys of those that stand for them, the most typical first, at most one a respondent.</param>
/// <param name="Respondents">How many people they come from.</param>
/// <param name="Likeness">Mean cosine with their centre, 0–1, in thousandths.</param>
public sealed record CodeLead(IReadOnlyList<ThemeKeyword> Words, IReadOnlyList<long> Texts, IReadOnlyList<long> Quotes, int Respondents, double Likeness);

/// <summary>
/// Looks for new codes among passages that nobody has coded: spherical k-means, the tightest clusters first. The same
/// passages give the same leads. Pure; thread-safe.
/// </summary>
public static class CodeLeads
{
    /// <summary>With fewer passages there is nothing to look for.</summary>
    public const int LeastTexts = 12;

    /// <summary>A lead comes from at least so many people.</summary>
    public const int LeastRespondents = 2;

    private const int LeastInLead = 3;
    private const int LeastContent = 3;
    private const int MostWords = 8;
    private const int MostQuotes = 3;
    private const int MostClusters = 24;

    /// <summary>More passages than this are thinned out evenly: leads need not see all of a large project.</summary>
    private const int MostTexts = 6_000;

    private const int ManyTexts = 1_500;

    /// <summary>The leads, the tightest first.</summary>
    /// <param name="uncoded">Passages that nobody has coded or reviewed.</param>
    /// <param name="analyser">Finds words and stems.</param>
    /// <param name="cancel">Stops the work.</param>
    public static IReadOnlyList<CodeLead> Of(IEnumerable<ThemeText> uncoded, ITextAnalyser analyser, CancellationToken cancel = default)
    {
        var lexicon = new ThemeLexicon(analyser);

        // "Ja, precis" is like many things and says nothing.
        var texts = uncoded.OrderBy(text => text.Key).Where(text => lexicon.Read(text.Text).Content.DistinctBy(word => word.Stem).Count() >= LeastContent).ToArray();
        if (texts.Length > MostTexts)
        {
            var all = texts;
            texts = [.. Enumerable.Range(0, MostTexts).Select(i => all[(int)((long)i * all.Length / MostTexts)])];
        }

        if (texts.Length < LeastTexts)
        {
            return [];
        }

        var (vectors, size) = TextVectors.Of(texts, lexicon, WordVectors.Default);
        var count = Math.Clamp((int)Math.Round(Math.Sqrt(texts.Length / 3.0)), 2, MostClusters);
        var clusters = SphericalClusters.Divide(vectors, size, count, texts.Length > ManyTexts ? 2 : 10, cancel);
        var totals = StemTotals.Of(texts, lexicon);
        return
        [
            .. Enumerable.Range(0, count)
                .Select(part => Enumerable.Range(0, texts.Length).Where(text => clusters.Parts[text] == part).ToArray())
                .Where(own => own.Length >= LeastInLead)
                .Select(own => Lead(own, texts, clusters, totals, lexicon))
                .Where(lead => lead.Respondents >= LeastRespondents && lead.Words.Count > 0)
                .OrderByDescending(lead => lead.Likeness)
                .ThenBy(lead => lead.Texts[0]),
        ];
    }

    private static CodeLead Lead(int[] own, ThemeText[] texts, Clusters clusters, StemTotals all, ThemeLexicon lexicon)
    {
        var members = Array.ConvertAll(own, text => texts[text]);
        var rest = all.Less(members.Select(text => lexicon.Stems(text.Text)));
        return new CodeLead(
            ThemeKeywords.Between(new StemCounts(members, lexicon), rest, MostWords, LeastRespondents, 0),
            [.. members.Select(text => text.Key)],
            [.. own.OrderByDescending(text => Math.Round(clusters.Nearness[text], 6)).ThenBy(text => text).DistinctBy(text => texts[text].Respondent).Take(MostQuotes).Select(text => texts[text].Key)],
            members.Select(text => text.Respondent).Distinct(StringComparer.Ordinal).Count(),
            Math.Round(own.Average(text => clusters.Nearness[text]), 3));
    }
}
