namespace MiaVoices.Core.Suggestions;

/// <summary>
/// Chance from a seed: SplitMix64 (Steele, Lea and Flood 2014). Our own, so that the numbers do not change with the
/// version of .NET. Not thread-safe.
/// </summary>
internal struct Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to, not including, the limit. The bias of the multiplication is below 2⁻³².</summary>
    public int Next(int limit) => (int)((NextBits() >> 32) * (ulong)limit >> 32);

    /// <summary>Puts an array in random order (Fisher and Yates).</summary>
    public void Shuffle(Span<int> values)
    {
        for (var last = values.Length - 1; last > 0; last--)
        {
            var other = Next(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }

    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
