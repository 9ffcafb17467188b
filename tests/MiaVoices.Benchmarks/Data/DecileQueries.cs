namespace MiaVoices.Benchmarks.Data;

/// <summary>
/// A seeded set of queries, the same for every size: words are drawn from the smallest text by decile of document
/// frequency, where each decile holds a tenth of the running words, so that half of the draws are frequent words.
/// </summary>
internal static class DecileQueries
{
    private const int Each = 5;
    private const int ShortestWord = 4;

    public static IReadOnlyList<(string Kind, IReadOnlyList<string> Queries)> Of(IReadOnlyList<string> texts)
    {
        var random = new Random(20261122);
        var function = WordList.Function.ToHashSet(StringComparer.Ordinal);
        var split = texts.Select(Words).ToList();
        var byFrequency = split.SelectMany(w => w.Distinct(StringComparer.Ordinal)).Where(w => w.Length >= ShortestWord && !function.Contains(w))
            .CountBy(w => w).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).ToList();
        var terms = Deciles(byFrequency).SelectMany(d => Enumerable.Range(0, Each).Select(_ => d[random.Next(d.Count)])).ToList();
        string Any() => terms[random.Next(terms.Count)];
        List<string> Per(Func<string, string> query) => [.. terms.Select(query)];

        var rows = split.Where(w => w.Length > 8).ToList();
        List<string> Rows(Func<string[], string> query) => [.. Enumerable.Range(0, terms.Count).Select(_ => query(rows[random.Next(rows.Count)]))];
        return
        [
            ("term", terms),
            ("phrase", Rows(w => $"\"{string.Join(' ', Run(w, 2 + random.Next(2)))}\"")),
            ("prefix", Per(t => t[..^1] + "*")),
            ("wildcard", Per(t => random.Next(2) == 0 ? "*" + t : t[..2] + "*" + t[^2..])),
            ("fuzzy", Per(t => t + "~")),
            ("AND", Per(t => $"{t} AND {Any()}")),
            ("OR of three", Per(t => $"{t} OR {Any()} OR {Any()}")),
            ("NEAR", Rows(w => Near(w, random))),
        ];

        string[] Run(string[] words, int length)
        {
            var start = random.Next(words.Length - length);
            return words[start..(start + length)];
        }
    }

    private static string Near(string[] words, Random random)
    {
        var first = random.Next(words.Length - 4);
        return $"={words[first]} NEAR/5 {words[first + 3]}";
    }

    private static IEnumerable<IReadOnlyList<string>> Deciles(List<KeyValuePair<string, int>> byFrequency)
    {
        var all = byFrequency.Sum(w => (long)w.Value);
        var (decile, seen) = (new List<string>(), 0L);
        var next = 1;
        foreach (var (word, count) in byFrequency)
        {
            decile.Add(word);
            seen += count;
            if (seen * 10 >= all * next)
            {
                yield return decile;
                decile = [];
                next = (int)(seen * 10 / all) + 1;
            }
        }
    }

    private static string[] Words(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('.', ',', ':', ';', '!', '?', '(', ')', '"', '”', '–').ToLowerInvariant())
            .Where(w => w.Length > 1 && w.All(char.IsLetter)),
    ];
}
