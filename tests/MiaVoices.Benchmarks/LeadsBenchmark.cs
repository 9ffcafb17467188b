using System.Diagnostics;
using System.Globalization;
using MiaVoices.Benchmarks.Data;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions.Vectors;
using MiaVoices.Core.Themes;

namespace MiaVoices.Benchmarks;

/// <summary>
/// Leads to new codes on texts whose labels are hidden from them: how well the clusters agree with what people set. Two draws of
/// half the texts each, so that chance shows. Every text is a respondent of its own.
/// </summary>
internal static class LeadsBenchmark
{
    private const int Starts = 10;

    public static void Run(Bench bench)
    {
        if (LanguageBenchmark.DataFolder() is not { } data)
        {
            Console.WriteLine("The folder of reference data is absent.\n");
            return;
        }

        var analyser = new SwedishAnalyser();
        (string Key, Func<CodedTexts> Read)[] sets = [("sib", () => CodedTexts.Sib(data)), ("argumentation", () => CodedTexts.Argumentation(data))];
        foreach (var (_, read) in sets.Where(s => bench.Options.Sets.Count == 0 || bench.Options.Sets.Contains(s.Key)))
        {
            Measure(read(), analyser);
        }
    }

    private static void Measure(CodedTexts set, SwedishAnalyser analyser)
    {
        var texts = set.Train.Select((text, key) => new ThemeText(key, text.Text, key.ToString(CultureInfo.InvariantCulture))).ToArray();
        var labels = set.Train.Select(text => text.Codes[0]).ToArray();
        var count = labels.Distinct().Count();
        var table = new Table($"{set.Name.Split(',', '(')[0].Trim()}: {texts.Length:N0} texts, {count} labels", "texts", "clusters", "in a cluster %", "NMI", "NMI, labels shuffled", "purity", "s");
        foreach (var (name, own) in Draws(texts))
        {
            Add($"{name}: as the program gives them", own, () => Leads(own, analyser));
            Add("  as many as labels", own, () => Clusters(own, analyser, count, WordVectors.Default));
            Add("  … without word vectors", own, () => Clusters(own, analyser, count, null));
        }

        table.Print();

        void Add(string name, ThemeText[] own, Func<List<(long Key, int Part)>> divide)
        {
            var clock = Stopwatch.StartNew();
            var parts = divide();
            var took = clock.Elapsed.TotalSeconds;
            var (found, truth) = (parts.Select(p => p.Part).ToArray(), parts.Select(p => labels[p.Key]).ToArray());
            var shuffled = (int[])truth.Clone();
            new Random(1).Shuffle(shuffled);
            table.Add(name, own.Length, found.Distinct().Count(), 100.0 * parts.Count / own.Length, Cell(Information(found, truth)), Cell(Information(found, shuffled)), Cell(Purity(found, truth)), took);
        }
    }

    private static IEnumerable<(string Name, ThemeText[] Texts)> Draws(ThemeText[] texts)
    {
        var order = (ThemeText[])texts.Clone();
        new Random(1).Shuffle(order);
        yield return ("all", texts);
        yield return ("draw 1", order[..(order.Length / 2)]);
        yield return ("draw 2", order[(order.Length / 2)..]);
    }

    private static List<(long Key, int Part)> Leads(ThemeText[] texts, SwedishAnalyser analyser) =>
        [.. CodeLeads.Of(texts, analyser).Index().SelectMany(lead => lead.Item.Texts.Select(key => (key, lead.Index)))];

    private static List<(long Key, int Part)> Clusters(ThemeText[] texts, SwedishAnalyser analyser, int count, WordVectors? words)
    {
        var lexicon = new ThemeLexicon(analyser);
        var (vectors, size) = TextVectors.Of(texts, lexicon, words);
        var parts = SphericalClusters.Divide(vectors, size, count, Starts, CancellationToken.None).Parts;
        return [.. texts.Zip(parts, (text, part) => (text.Key, part)).Where(text => text.part >= 0)];
    }

    /// <summary>Mutual information over the mean of both entropies.</summary>
    private static double Information(int[] found, int[] truth)
    {
        double n = found.Length;
        var (ofFound, ofTruth) = (Shares(found), Shares(truth));
        var mutual = found.Zip(truth).GroupBy(pair => pair).Sum(pair => pair.Count() / n * Math.Log(pair.Count() / n / (ofFound[pair.Key.First] * ofTruth[pair.Key.Second])));
        return 2 * mutual / (Entropy(ofFound) + Entropy(ofTruth));
    }

    private static Dictionary<int, double> Shares(int[] of) => of.GroupBy(value => value).ToDictionary(group => group.Key, group => (double)group.Count() / of.Length);

    private static double Entropy(Dictionary<int, double> shares) => -shares.Values.Sum(share => share * Math.Log(share));

    /// <summary>Share of the texts that have the commonest label of their cluster.</summary>
    private static double Purity(int[] found, int[] truth) =>
        (double)found.Zip(truth).GroupBy(pair => pair.First).Sum(cluster => cluster.GroupBy(pair => pair.Second).Max(label => label.Count())) / found.Length;

    private static string Cell(double value) => value.ToString(".000", CultureInfo.InvariantCulture);
}
