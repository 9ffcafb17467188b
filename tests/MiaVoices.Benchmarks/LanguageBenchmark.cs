using System.Globalization;
using System.IO.Compression;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Language;

namespace MiaVoices.Benchmarks;

/// <summary>
/// Stems and compounds against reference data that lies beside the project (a folder <c>shared/data</c> in a parent folder). The even rows
/// of each file were used for tuning, the odd ones only for measuring.
/// </summary>
internal static class LanguageBenchmark
{
    public static void Run(Bench bench)
    {
        if (DataFolder() is not { } data)
        {
            Console.WriteLine("The folder of reference data is absent.\n");
            return;
        }

        // First of all, while nothing of it is loaded.
        var firstWord = Samples.Time(() => new SwedishAnalyser().Word("arbetsträning"));
        Console.WriteLine(Stemmer(Path.Combine(data, "snowball_sv", "voc_output_dev.tsv")));
        Conflation(Path.Combine(data, "eukalyptus", "form_lemma_dev.tsv"));

        var dictionary = Path.Combine(data, "hunspell_sv", "sv_SE.dic");
        HunspellCompoundLexicon Hunspell() => new(dictionary, () => File.OpenRead(Path.ChangeExtension(dictionary, ".aff")), () => File.OpenRead(dictionary));
        var segments = Segments(Path.Combine(data, "longtext", "seg_100k.tsv.gz"));
        var vocabulary = Vocabulary(segments).ToList();
        var project = new ProjectCompoundLexicon(vocabulary);
        (string Name, ICompoundLexicon[] Further)[] sources =
            [("own words", []), ("+ project", [project]), ("+ Hunspell", [Hunspell()]), ("+ both", [Hunspell(), project])];

        var table = new Table("compounds", "half", "P", "R", "text P", "text R", "text all parts", "false splits", "of");
        foreach (var (name, further) in sources)
        {
            var splitter = new CompoundSplitter([new SwedishCompoundLexicon(), .. further]);
            foreach (var half in (ReadOnlySpan<int>)[0, 1])
            {
                AddCompounds(table, name, half, splitter, data);
            }
        }

        table.Print();

        var times = new Table("time", "ms");
        times.Add("first word, lists of our own read", firstWord);
        times.Add("version of the dictionary", Samples.Time(() => _ = Hunspell().Version));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var loaded = Hunspell();
        times.Add("reading the dictionary", Samples.Time(loaded.Load));
        times.Add("dictionary in memory, MB", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6);
        foreach (var (name, further) in sources)
        {
            times.Add($"1,000 forms not met before, {name}", PerThousandNew(new SwedishAnalyser(further), vocabulary));
            times.Add($"1,000 words of text, {name}", PerThousand(new SwedishAnalyser(further), segments, bench.Options.Runs));
        }

        times.Add("1,000 words of text, English", PerThousand(new EnglishAnalyser(), segments, bench.Options.Runs));
        times.Print();
    }

    private static string Stemmer(string file)
    {
        var pairs = File.ReadLines(file).Select(line => line.Split('\t')).Where(pair => pair.Length > 1).ToList();
        return $"Swedish stems as the reference has them: {pairs.Count(pair => SwedishStemmer.Stem(pair[0]) == pair[1])} of {pairs.Count}\n";
    }

    private static void Conflation(string file)
    {
        var analyser = new SwedishAnalyser();
        var table = new Table("forms that meet their lemma", "half", "stemmer alone", "analyser", "pairs", "lemma pairs sharing a stem, stemmer", "analyser");
        foreach (var half in (ReadOnlySpan<int>)[0, 1])
        {
            var pairs = Half(file, half).Select(row => (Form: row[0].ToLowerInvariant(), Lemma: row[1].ToLowerInvariant()))
                .Where(pair => pair.Form.All(char.IsLetter) && pair.Lemma.All(char.IsLetter)).ToList();
            string[] Plain(string form) => [SwedishStemmer.Stem(form)];
            string[] Full(string form) => [analyser.Word(form).Stem, .. analyser.Word(form).FurtherStems];
            double Share(Func<string, string[]> stems) => pairs.Count(pair => stems(pair.Form).Intersect(stems(pair.Lemma)).Any()) / (double)pairs.Count;
            int Shared(Func<string, string[]> stems) => pairs.SelectMany(pair => stems(pair.Form).Select(stem => (stem, pair.Lemma))).Distinct()
                .GroupBy(entry => entry.stem).Sum(group => group.Count() * (group.Count() - 1) / 2);
            table.Add("", Name(half), Thousandths(Share(Plain)), Thousandths(Share(Full)), pairs.Count, Shared(Plain), Shared(Full));
        }

        table.Print();
    }

    private static void AddCompounds(Table table, string name, int half, CompoundSplitter splitter, string data)
    {
        var listed = Half(Path.Combine(data, "compounds", "compounds_gold_dev.tsv"), half)
            .Select(row => (Word: row[0], Places: new List<int> { row[1].Length })).ToList();
        var simple = Half(Path.Combine(data, "compounds", "compounds_negatives_dev.tsv"), half).Select(row => row[0]).ToList();
        var (found, right, _) = Count(splitter, listed);
        var inText = InText(Path.Combine(data, "eukalyptus", "compounds_in_text_dev.tsv"), half);
        var (foundInText, rightInText, whole) = Count(splitter, inText);
        table.Add(
            name, Name(half), Thousandths(right / (double)found), Thousandths(right / (double)listed.Count),
            Thousandths(rightInText / (double)foundInText), Thousandths(rightInText / (double)inText.Count), Thousandths(whole / (double)foundInText), simple.Count(word => splitter.Split(word).Count > 0), simple.Count);
    }

    /// <summary>How many are split at all, with the border before the last part found, and with exactly the given borders.</summary>
    private static (int Found, int Right, int Whole) Count(CompoundSplitter splitter, List<(string Word, List<int> Places)> compounds)
    {
        var splits = compounds.Select(c => (c.Places, Found: splitter.Split(c.Word).Skip(1).Select(part => part.Start).ToList())).Where(c => c.Found.Count > 0).ToList();
        return (splits.Count, splits.Count(c => c.Found.Contains(c.Places[^1])), splits.Count(c => c.Found.SequenceEqual(c.Places)));
    }

    /// <summary>Compounds of running text whose first parts stand in the form as they do in the given split.</summary>
    private static List<(string Word, List<int> Places)> InText(string file, int half)
    {
        List<(string, List<int>)> compounds = [];
        foreach (var row in Half(file, half))
        {
            var form = row[0].ToLowerInvariant();
            var parts = row[1].ToLowerInvariant().Split('|');
            if (form.All(char.IsLetter) && parts.Length > 1 && form.StartsWith(string.Concat(parts[..^1]), StringComparison.Ordinal))
            {
                var place = 0;
                compounds.Add((form, [.. parts[..^1].Select(part => place += part.Length)]));
            }
        }

        return compounds;
    }

    private static double PerThousandNew(SwedishAnalyser analyser, List<(string Form, int Count)> vocabulary)
    {
        analyser.Word("arbetsträning");
        return Samples.Time(() => vocabulary.ForEach(entry => analyser.Word(entry.Form))) * 1000 / vocabulary.Count;
    }

    private static double PerThousand(ITextAnalyser analyser, List<string> segments, int runs)
    {
        var tokens = new List<Token>();
        void All() => segments.Take(20_000).ToList().ForEach(text => analyser.Analyse(text, tokens));
        All();
        var words = tokens.Count;
        var samples = Samples.Of(0, runs, () =>
        {
            tokens.Clear();
            All();
        });
        return samples.Median * 1000 / words;
    }

    private static IEnumerable<(string Form, int Count)> Vocabulary(List<string> segments)
    {
        var analyser = new SwedishAnalyser();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var tokens = new List<Token>();
        foreach (var text in segments)
        {
            tokens.Clear();
            analyser.Analyse(text, tokens);
            foreach (var form in tokens.Select(token => token.Word.Exact).Distinct())
            {
                counts[form] = counts.GetValueOrDefault(form) + 1;
            }
        }

        return counts.Select(entry => (entry.Key, entry.Value));
    }

    private static List<string> Segments(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        List<string> texts = [];
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            texts.Add(line[(line.LastIndexOf('\t') + 1)..]);
        }

        return texts;
    }

    private static IEnumerable<string[]> Half(string file, int half) =>
        File.ReadLines(file).Skip(1).Where((_, i) => i % 2 == half).Select(line => line.Split('\t'));

    private static string Thousandths(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Name(int half) => half == 0 ? "even" : "odd";

    internal static string? DataFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
