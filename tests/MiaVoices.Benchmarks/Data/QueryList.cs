namespace MiaVoices.Benchmarks.Data;

/// <summary>Queries for a set of answers, by kind: words are taken from the answers at all degrees of frequency, phrases stand in them.</summary>
internal static class QueryList
{
    private const int Each = 40;

    public static IReadOnlyList<(string Kind, IReadOnlyList<string> Queries)> Of(IReadOnlyList<string> answers)
    {
        var function = WordList.Function.ToHashSet(StringComparer.Ordinal);
        var split = answers.Where((_, i) => i % Math.Max(1, answers.Count / 5_000) == 0).Select(Words).ToList();
        List<string> byFrequency =
        [
            .. split.SelectMany(w => w).Where(w => w.Length > 3 && !function.Contains(w))
                .CountBy(w => w).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Key),
        ];
        // Half the queries ask for the thirty most usual words, the rest fall off geometrically to those met once.
        List<string> terms = [.. Enumerable.Range(0, Each).Select(i => byFrequency[i < 20 ? i * 3 / 2 : Math.Min(byFrequency.Count - 1, (int)(30 * Math.Pow(byFrequency.Count / 30.0, (i - 19) / 21.0)))])];
        string At(int i) => terms[i % Each];
        var pairs = Runs(split, 2, w => w.All(x => x.Length > 3 && !function.Contains(x)));
        var withFunction = Runs(split, 3, w => function.Contains(w[0]) && function.Contains(w[2]) && !function.Contains(w[1]));
        return
        [
            ("term", terms),
            ("phrase", pairs),
            ("phrase with function words", withFunction),
            ("prefix", [.. terms.Select(t => t[..Math.Min(4, t.Length)] + "*")]),
            ("AND", [.. Enumerable.Range(0, Each).Select(i => $"{At(i)} AND {At(i * 7 + 3)}")]),
            ("OR of 3", [.. Enumerable.Range(0, Each).Select(i => $"{At(i)} OR {At(i * 7 + 3)} OR {At(i * 11 + 5)}")]),
            ("NOT", [.. Enumerable.Range(0, Each).Select(i => $"{At(i)} NOT {At(i * 7 + 3)}")]),
            ("filter", [.. terms.Select(t => t + " grupp:medarbetare")]),
        ];
    }

    private static List<string> Runs(List<string[]> split, int length, Func<string[], bool> fits)
    {
        List<string> found =
        [
            .. split.SelectMany(w => Enumerable.Range(0, Math.Max(0, w.Length - length + 1)).Select(i => w[i..(i + length)]))
                .Where(fits).Select(w => $"\"{string.Join(' ', w)}\"").Distinct(StringComparer.Ordinal),
        ];
        return [.. found.Where((_, i) => i % Math.Max(1, found.Count / Each) == 0).Take(Each)];
    }

    private static string[] Words(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('.', ',', ':', ';', '!', '?', '(', ')', '"', '”', '–').ToLowerInvariant()).Where(w => w.Length > 0 && w.All(char.IsLetter)),
    ];
}
