using System.Globalization;

namespace MiaVoices.Core.Language;

/// <summary>What a code point does at the borders of words (Word_Break of UAX #29, pictographs added).</summary>
internal enum WordBreak : byte
{
    /// <summary>Breaks on both sides.</summary>
    Other,

    /// <summary>A letter of an alphabet.</summary>
    Letter,

    /// <summary>Katakana.</summary>
    Katakana,

    /// <summary>A digit.</summary>
    Number,

    /// <summary>Underscore and its like.</summary>
    Joiner,

    /// <summary>A mark that belongs to the letter before it.</summary>
    Extend,

    /// <summary>An invisible character such as the soft hyphen.</summary>
    Format,

    /// <summary>Zero width joiner.</summary>
    ZeroWidthJoiner,

    /// <summary>Joins letters when between them (colon).</summary>
    MidLetter,

    /// <summary>Joins digits when between them (comma).</summary>
    MidNumber,

    /// <summary>Joins letters or digits when between them (full stop, apostrophe).</summary>
    MidBoth,

    /// <summary>Half a flag.</summary>
    HalfFlag,

    /// <summary>A pictograph, most of them emoji.</summary>
    Pictograph,
}

/// <summary>The table of word breaks, read once from the embedded list.</summary>
internal sealed class WordBreaks
{
    private static readonly Lazy<WordBreaks> Loaded = new(() => new WordBreaks());

    private readonly byte[] low = new byte[0x10000];
    private readonly List<(int First, int Last, WordBreak Value)> high = [];

    private WordBreaks()
    {
        foreach (var line in EmbeddedWords.Lines("word-breaks.txt"))
        {
            var value = Named(line[0]);
            var dash = line.IndexOf('-', StringComparison.Ordinal);
            var first = Hex(dash < 0 ? line.AsSpan(2) : line.AsSpan(2, dash - 2));
            var last = dash < 0 ? first : Hex(line.AsSpan(dash + 1));
            if (first < 0x10000)
            {
                low.AsSpan(first, last - first + 1).Fill((byte)value);
            }
            else
            {
                high.Add((first, last, value));
            }
        }
    }

    public static WordBreaks Instance => Loaded.Value;

    /// <summary>The class of a code point; of surrogates that stand alone, <see cref="WordBreak.Other"/>.</summary>
    public WordBreak Of(int codePoint)
    {
        if (codePoint < 0x10000)
        {
            return (WordBreak)low[codePoint];
        }

        var (from, to) = (0, high.Count - 1);
        while (from <= to)
        {
            var middle = (from + to) / 2;
            var (first, last, value) = high[middle];
            if (codePoint < first)
            {
                to = middle - 1;
            }
            else if (codePoint > last)
            {
                from = middle + 1;
            }
            else
            {
                return value;
            }
        }

        return WordBreak.Other;
    }

    private static int Hex(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static WordBreak Named(char letter) => letter switch
    {
        'L' => WordBreak.Letter,
        'K' => WordBreak.Katakana,
        'N' => WordBreak.Number,
        '_' => WordBreak.Joiner,
        'E' => WordBreak.Extend,
        'F' => WordBreak.Format,
        'Z' => WordBreak.ZeroWidthJoiner,
        'm' => WordBreak.MidLetter,
        'n' => WordBreak.MidNumber,
        'q' => WordBreak.MidBoth,
        'R' => WordBreak.HalfFlag,
        'P' => WordBreak.Pictograph,
        _ => WordBreak.Other,
    };
}
