using System.Collections;
using System.Globalization;

namespace MiaVoices.Core.Sources;

/// <summary>Decompositions and combining classes, read once from the embedded table. Immutable.</summary>
internal sealed class CanonicalTables
{
    private const int HangulFirst = 0xAC00;
    private const int HangulCount = 11172;
    private const int LeadFirst = 0x1100;
    private const int LeadCount = 19;
    private const int VowelFirst = 0x1161;
    private const int VowelCount = 21;
    private const int TrailFirst = 0x11A7;
    private const int TrailCount = 28;

    private static readonly Lazy<CanonicalTables> Loaded = new(() => new CanonicalTables());

    private readonly byte[] classes = new byte[0x10000];
    private readonly BitArray mayChange = new(0x10000);
    private readonly Dictionary<int, byte> highClasses = [];
    private readonly HashSet<int> highMayChange = [];
    private readonly Dictionary<int, (int First, int Second)> decompositions = [];
    private readonly Dictionary<long, int> compositions = [];

    private CanonicalTables()
    {
        using var stream = typeof(CanonicalTables).Assembly.GetManifestResourceStream("Sources/canonical-composition.txt")
            ?? throw new InvalidOperationException("The table of canonical compositions is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            if (line.Contains('='))
            {
                ReadDecomposition(line);
            }
            else
            {
                ReadClasses(line);
            }
        }

        for (var jamo = VowelFirst; jamo < TrailFirst + TrailCount; jamo++)
        {
            mayChange[jamo] = true;
        }
    }

    public static CanonicalTables Instance => Loaded.Value;

    /// <summary>The canonical combining class; 0 for what starts a letter.</summary>
    public int Class(int codePoint) =>
        codePoint < 0x10000 ? classes[codePoint] : highClasses.GetValueOrDefault(codePoint);

    /// <summary>True for what never stands in composed text and for what may compose with what stands before it.</summary>
    public bool MayChange(int codePoint) =>
        codePoint < 0x10000 ? mayChange[codePoint] : highMayChange.Contains(codePoint);

    public void Decompose(int codePoint, List<int> into)
    {
        var syllable = codePoint - HangulFirst;
        if (codePoint < 0xC0)
        {
            into.Add(codePoint);
        }
        else if (syllable is >= 0 and < HangulCount)
        {
            into.Add(LeadFirst + (syllable / (VowelCount * TrailCount)));
            into.Add(VowelFirst + (syllable / TrailCount % VowelCount));
            if (syllable % TrailCount != 0)
            {
                into.Add(TrailFirst + (syllable % TrailCount));
            }
        }
        else if (decompositions.TryGetValue(codePoint, out var parts))
        {
            Decompose(parts.First, into);
            if (parts.Second != 0)
            {
                Decompose(parts.Second, into);
            }
        }
        else
        {
            into.Add(codePoint);
        }
    }

    public bool TryCompose(int first, int second, out int composed)
    {
        var lead = first - LeadFirst;
        var vowel = second - VowelFirst;
        if (lead is >= 0 and < LeadCount && vowel is >= 0 and < VowelCount)
        {
            composed = HangulFirst + (((lead * VowelCount) + vowel) * TrailCount);
            return true;
        }

        var syllable = first - HangulFirst;
        var trail = second - TrailFirst;
        if (syllable is >= 0 and < HangulCount && syllable % TrailCount == 0 && trail is > 0 and < TrailCount)
        {
            composed = first + trail;
            return true;
        }

        return compositions.TryGetValue(Pair(first, second), out composed);
    }

    private static long Pair(int first, int second) => ((long)first << 32) | (uint)second;

    private static int Hex(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private void ReadClasses(string line)
    {
        var parts = line.Split(' ');
        var ends = parts[0].Split('-');
        var value = byte.Parse(parts[1], CultureInfo.InvariantCulture);
        for (var codePoint = Hex(ends[0]); codePoint <= Hex(ends[^1]); codePoint++)
        {
            if (codePoint < 0x10000)
            {
                classes[codePoint] = value;
            }
            else
            {
                highClasses[codePoint] = value;
            }
        }
    }

    private void ReadDecomposition(string line)
    {
        var parts = line.Split(' ');
        var letter = Hex(parts[0]);
        var first = Hex(parts[2]);
        var isPair = parts.Length > 3 && parts[3] != "!";
        var second = isPair ? Hex(parts[3]) : 0;
        decompositions[letter] = (first, second);
        if (parts[^1] == "!")
        {
            MarkAsChanging(letter);
        }
        else if (isPair)
        {
            compositions[Pair(first, second)] = letter;
            MarkAsChanging(second);
        }
    }

    private void MarkAsChanging(int codePoint)
    {
        if (codePoint < 0x10000)
        {
            mayChange[codePoint] = true;
        }
        else
        {
            highMayChange.Add(codePoint);
        }
    }
}
