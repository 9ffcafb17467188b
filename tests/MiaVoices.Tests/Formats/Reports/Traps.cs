using FsCheck;
using FsCheck.Fluent;

namespace MiaVoices.Tests.Formats.Reports;

/// <summary>Texts that somebody may have said, written or pasted, and that some format could take for its own signs.</summary>
internal static class Traps
{
    public static readonly string[] Parts =
    [
        "<script>alert(1)</script>", "</style>", "<b>x</b>", "<!-- ", "]]>", "&amp;", "&#60;", "&nbsp", "[a](http://x.se)", "[a]: http://x.se", "![x](y)", "http://x.se", "www.x.se", "a@b.se", "javascript:alert(1)",
        "# ", "## x", "- ", "1. ", "> ", "---", "===", "~~~", "```", "````", "`x`", "    ", "\t", "|", "| a | b |", "---|---", "\\", "**", "*", "__a__", "[x] ", "[ ] ", "\n", "\r\n", "\n\n",
        "\u200F", "\u200E", "\u202E", "\u202Dx", "\u2067", "\u2069", "\u061C", "שלום", "مرحبا", "\u0001", "\u0000", "\u001B[31m", "\uFFFE", "\uFFFF", "\uD800", "\uDC00", "😀", "e\u0301", "\u200B", "\uFEFF",
        "=1+1", "+46", "-x", "@a", "'=a", "\"", "'", ";", "å", "…", "—", "\u00A0", "\u00AD", new string('x', 3_000), string.Concat(Enumerable.Repeat("Donaudampfschiff", 40)),
    ];

    public static Arbitrary<string> Texts { get; } = Arb.From(
        Gen.Frequency(
            (3, Gen.Elements(Parts)),
            (1, Gen.Elements("Ja", "det", "7", "hej", " ", "!", "(", ")")),
            (1, ArbMap.Default.GeneratorFor<char>().Select(c => c.ToString())))
        .ListOf().Select(parts => string.Concat(parts)),
        text => text.Length == 0 ? [] : [text[1..], text[..^1], text[..(text.Length / 2)], text[(text.Length / 2)..]]);
}
