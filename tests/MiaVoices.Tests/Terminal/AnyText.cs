using FsCheck;
using FsCheck.Fluent;
using MiaVoices.Tests.Support;

namespace MiaVoices.Tests.Terminal;

/// <summary>Random texts of what is hard to show: controls, halves of surrogates, marks, joiners, emoji, wide letters.</summary>
internal static class AnyText
{
    private static readonly string[] Troublesome =
    [
        "\u001b", "\u001b[31m", "\u001b]8;;http://x\u001b\\", "\u0007", "\u009b", "\u009d", "\u0090", "\0", "\b", "\r", "\r\n", "\u007f", "\u0085",
        "\u200e", "\u200f", "\u202e", "\u2066", "\u2069", "\ufeff", "\u200b", "\u00ad", "\u2028", "\u2029", "\u061c", "\uffff", "\ufdd0",
        "\ud83d", "\udc69", "👩", "\u200d", "\u200c", "💻", "\ufe0f", "\ufe0e", "🏽", "☎", "❤", "🇸", "🇪", "1", "#", "\u20e3", "🏴", "\U000E0067", "\U000E007F",
        "a\u030a", "\u0308", "\u0301", "漢", "字", "ａ", "각", "\u1100", "\u1161", "\u11a8", "ि", "क", "्", "\u0600", "ש", "\u3000", "\u00a0", "«", "»",
    ];

    /// <summary>Texts of 0 to some 50 pieces.</summary>
    public static Gen<string> Texts { get; } = Gen.Frequency(
            (6, Gen.Elements(Troublesome)),
            (4, Gen.Elements("a", "b", "ö", "hej", "en", "möte", "-", ",", "…")),
            (4, Gen.Elements(" ", " ", "  ", "\n", "\t")),
            (2, Gen.Choose(0, 0xFFFF).Select(unit => ((char)unit).ToString())),
            (1, Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32)))
        .ListOf()
        .Select(pieces => string.Concat(pieces));

    /// <summary>Checks a property on many texts with a number from a range beside each.</summary>
    public static void Holds(int least, int greatest, Func<string, int, bool> property)
    {
        var cases = from text in Texts from number in Gen.Choose(least, greatest) select (text, number);
        Prop.ForAll(Arb.From(cases), pair => property(pair.text, pair.number)).Holds(2_000);
    }

    /// <summary>Whether a text is well-formed and holds nothing that a terminal could obey but line feeds and tabs.</summary>
    public static bool IsHarmless(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i])
                || (char.IsControl(text[i]) && text[i] is not ('\n' or '\t'))
                || text[i] is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF')
            {
                return false;
            }
        }

        return true;
    }
}
