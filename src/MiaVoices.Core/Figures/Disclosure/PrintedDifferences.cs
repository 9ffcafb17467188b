namespace MiaVoices.Core.Figures.Disclosure;

/// <summary>
/// What subtracting one report from another tells: the same tables with one more condition, or exported at another time.
/// One selection is taken to lie within the other where each base and number allows it; two reports on different groups
/// (deltagare, medarbetare) tell nothing together that the groups' own columns would not. Pure; thread-safe.
/// </summary>
public static class PrintedDifferences
{
    /// <summary>Compares two reports.</summary>
    /// <param name="one">Numbers of one report.</param>
    /// <param name="other">Numbers of the other; only keys in both are compared.</param>
    /// <param name="threshold">The least number of persons shown; 0 compares nothing.</param>
    /// <returns>The numbers told, in the order of <paramref name="one"/>, each once.</returns>
    public static IReadOnlyList<PrintedDifference> Between(IReadOnlyList<PrintedCount> one, IReadOnlyList<PrintedCount> other, int threshold)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (threshold <= 0)
        {
            return [];
        }

        var others = other.DistinctBy(c => c.Key).ToDictionary(c => c.Key, StringComparer.Ordinal);
        var pairs = one.DistinctBy(c => c.Key).Where(c => others.ContainsKey(c.Key)).Select(c => (A: c, B: others[c.Key])).ToList();
        if (!pairs.All(p => Within(p.A, p.B)) && !pairs.All(p => Within(p.B, p.A)))
        {
            return [];
        }

        return [.. pairs.Select(p => (p.A.Key, Kind: Kind(p.A, p.B, threshold))).Where(p => p.Kind is not null).Select(p => new PrintedDifference(p.Key, p.Kind!.Value))];
    }

    private static bool Within(PrintedCount part, PrintedCount whole) =>
        part.Of <= whole.Of && (part.Count is not { } a || whole.Count is not { } b || (a <= b && part.Of - a <= whole.Of - b));

    private static DifferenceKind? Kind(PrintedCount a, PrintedCount b, int threshold)
    {
        var rest = Math.Abs(a.Of - b.Of);
        return (a.Count, b.Count) switch
        {
            (null, null) => null,
            (null, _) or (_, null) => rest < threshold && Math.Max(a.Of, b.Of) > 0 ? DifferenceKind.Uncovered : null,
            _ when rest > 0 && rest < threshold => DifferenceKind.SmallGroup,
            var (x, y) when x != y && Math.Abs(x!.Value - y!.Value) < threshold => DifferenceKind.SmallNumber,
            _ => null,
        };
    }
}
