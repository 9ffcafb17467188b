using MiaVoices.Core.Language;

namespace MiaVoices.Core.Themes;

/// <summary>A passage that stands for a theme.</summary>
/// <param name="Key">Key of the text.</param>
/// <param name="Adds">Words that the passages chosen before it lacked, as written in it, those shared by most people first.</param>
public sealed record ThemeQuote(long Key, IReadOnlyList<string> Adds);

/// <summary>
/// Chooses quotes that together cover what people say of a theme: greedy maximisation of covered stems (Lin and Bilmes
/// 2011), a stem weighing ln(1 + people who use it). At most one quote a person; a group gets no more than its even share
/// while another still has something to add. Pure; thread-safe.
/// </summary>
public static class ThemeQuotes
{
    private const int FewWords = 8;
    private const int ManyWords = 60;
    private const int MostAdds = 8;

    /// <summary>Chooses quotes, the one that covers most first.</summary>
    /// <param name="theme">Texts of the theme.</param>
    /// <param name="analyser">Finds words and stems.</param>
    /// <param name="most">How many at most; fewer where the rest would add no word.</param>
    public static IReadOnlyList<ThemeQuote> Choose(IEnumerable<ThemeText> theme, ITextAnalyser analyser, int most) => Choose(theme, new ThemeLexicon(analyser), most);

    /// <summary>As the other, with the words of texts that are read already.</summary>
    internal static IReadOnlyList<ThemeQuote> Choose(IEnumerable<ThemeText> theme, ThemeLexicon lexicon, int most)
    {
        var texts = theme.OrderBy(text => text.Key).ToArray();
        var counts = new StemCounts(texts, lexicon);
        var left = texts.Select(text => new Candidate(text, lexicon.Read(text.Text))).ToList();
        var groups = texts.Select(text => text.Group).Distinct(StringComparer.Ordinal).Count();
        var share = groups == 0 ? 0 : (most + groups - 1) / groups;
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var covered = new HashSet<int>();
        var chosen = new List<ThemeQuote>();
        while (chosen.Count < most)
        {
            var best = Best(left.Where(candidate => taken.GetValueOrDefault(candidate.Text.Group) < share)) ?? Best(left);
            if (best is null)
            {
                break;
            }

            chosen.Add(new ThemeQuote(best.Text.Key, Adds(best)));
            covered.UnionWith(best.Stems);
            taken[best.Text.Group] = taken.GetValueOrDefault(best.Text.Group) + 1;
            left.RemoveAll(candidate => candidate.Text.Respondent == best.Text.Respondent);
        }

        return chosen;

        double Weight(int stem) => Math.Log(1 + counts.Respondents(stem));

        Candidate? Best(IEnumerable<Candidate> candidates)
        {
            var (best, most) = ((Candidate?)null, 0.0);
            foreach (var candidate in candidates)
            {
                var gain = candidate.Preference * candidate.Stems.Where(stem => !covered.Contains(stem)).Sum(Weight);
                if (gain > most)
                {
                    (best, most) = (candidate, gain);
                }
            }

            return best;
        }

        string[] Adds(Candidate quote) =>
        [
            .. quote.Words
                .Where(word => !covered.Contains(word.Stem))
                .DistinctBy(word => word.Stem)
                .OrderByDescending(word => counts.Respondents(word.Stem))
                .ThenBy(word => word.Start)
                .Take(MostAdds)
                .Select(word => quote.Text.Text.Substring(word.Start, word.Length)),
        ];
    }

    private sealed class Candidate
    {
        public Candidate(ThemeText text, (ContentWord[] Content, int Words) read)
        {
            Text = text;
            Words = read.Content;

            // In the order of the text, so that their sum is the same however the stems are numbered.
            Stems = [.. read.Content.Select(word => word.Stem).Distinct()];

            // Long passages cover more by their length alone, so gain is divided by its root; outside 8–60 words it falls further.
            var fit = Math.Min(1, Math.Min(read.Words / (double)FewWords, ManyWords / (double)Math.Max(1, read.Words)));
            Preference = fit / Math.Sqrt(Math.Max(FewWords, read.Words));
        }

        public ThemeText Text { get; }

        public ContentWord[] Words { get; }

        public int[] Stems { get; }

        public double Preference { get; }
    }
}
