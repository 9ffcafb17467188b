using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using MiaVoices.Core.Sources;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Sources;

public sealed class CanonicalCompositionTests
{
    private static readonly int[] Troublesome =
    [
        'a', 'o', 'A', 'é', 'å', 0x1EA5, 0x0300, 0x0301, 0x0308, 0x030A, 0x0323, 0x0327, 0x0345, 0x0344, 0x0958, 0x09C7, 0x09BE, 0x1100,
        0x1161, 0x11A8, 0xAC00, 0xAC01, 0x212B, 0x2126, 0x2ADC, 0x1D15E, 0x110A5, 0x110BA, 0x0F71, 0x0F72, 0x0F74, 0x3099, 0x304B, 0xFB1D,
    ];

    [Theory]
    [InlineData("bra\u030Ak", "bråk")]
    [InlineData("a\u030A a\u0308 o\u0308 A\u030A", "å ä ö Å")]
    [InlineData("a\u0323\u030A", "ạ\u030A")]
    [InlineData("\u212B", "Å")]
    [InlineData("\u1100\u1161\u11A8", "각")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\u030Aa", "\u030Aa")]
    public void Decomposed_letters_become_one(string text, string composed) =>
        Assert.Equal(composed, CanonicalComposition.Compose(text));

    [Theory]
    [InlineData("")]
    [InlineData("räksmörgås")]
    [InlineData("”Va’ bra!” – sa hon… 👍🏽")]
    [InlineData("x\u0301")]
    public void Composed_text_is_the_same_instance(string text) => Assert.Same(text, CanonicalComposition.Compose(text));

    [Theory]
    [InlineData("a\uD800o\u0308", "a\uD800ö")]
    [InlineData("\uDC00a\u030A\uD83D", "\uDC00å\uD83D")]
    public void Lone_surrogates_pass_through(string text, string composed) =>
        Assert.Equal(composed, CanonicalComposition.Compose(text));

    [Fact]
    public void A_very_long_run_of_marks_is_composed_in_reasonable_time()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 200_000));
        Assert.StartsWith("ạ\u0323", CanonicalComposition.Compose(text), StringComparison.Ordinal);
    }

    [IcuFact]
    public void Every_character_is_composed_as_the_platform_does_it()
    {
        var wrong = new List<string>();
        for (var point = 0; point <= 0x10FFFF; point++)
        {
            if (point is >= 0xD800 and <= 0xDFFF || CharUnicodeInfo.GetUnicodeCategory(point) == UnicodeCategory.OtherNotAssigned)
            {
                continue;
            }

            var letter = char.ConvertFromUtf32(point);
            foreach (var text in new[] { letter, letter.Normalize(NormalizationForm.FormD), "a" + letter + "\u0323" })
            {
                if (IcuFactAttribute.Knows(text) && CanonicalComposition.Compose(text) != text.Normalize())
                {
                    wrong.Add(point.ToString("X4", CultureInfo.InvariantCulture));
                }
            }
        }

        Assert.Empty(wrong);
    }

    [IcuFact]
    public void Random_text_is_composed_as_the_platform_does_it()
    {
        var points = Gen.OneOf(Gen.Elements(Troublesome), Gen.Choose(0x20, 0x2FFF), Gen.Choose(0x11000, 0x11FFF));
        var texts = points.ListOf().Select(list => string.Concat(list.Select(char.ConvertFromUtf32))).Where(IcuFactAttribute.Knows);
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var composed = CanonicalComposition.Compose(text);
            return composed == text.Normalize()
                && ReferenceEquals(composed, CanonicalComposition.Compose(composed))
                && CanonicalComposition.Compose(text.Normalize(NormalizationForm.FormD)) == composed;
        }).Holds(2_000);
    }

    [Fact]
    public void Composing_twice_changes_nothing_more() =>
        Prop.ForAll<string?>(text =>
        {
            var once = CanonicalComposition.Compose(text ?? "");
            return CanonicalComposition.Compose(once) == once;
        }).Holds();
}

/// <summary>A test against the platform's own composing; skipped visibly where the platform lacks ICU.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IcuFactAttribute : FactAttribute
{
    public IcuFactAttribute()
    {
        if ("a\u030A".Normalize() != "å")
        {
            Skip = "This machine composes no letters (no ICU, or invariant globalization).";
        }
    }

    /// <summary>Characters newer than our table's Unicode 15.0 are left out: what the platform says of them depends on its age.</summary>
    public static bool Knows(string text) =>
        text.EnumerateRunes().All(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherNotAssigned && !IsNewer(rune.Value));

    private static bool IsNewer(int point) =>
        point is 0x0897 or (>= 0x1ACF and <= 0x1AEB) or (>= 0x105C0 and <= 0x105F3) or (>= 0x10D40 and <= 0x10D8F) or (>= 0x10EC2 and <= 0x10EFC)
            or (>= 0x11380 and <= 0x113E2) or (>= 0x116D0 and <= 0x116E3) or (>= 0x11B60 and <= 0x11B67) or (>= 0x11BC0 and <= 0x11BF9)
            or (>= 0x11DB0 and <= 0x11DE9) or (>= 0x11F5A and <= 0x11F5A) or (>= 0x16100 and <= 0x16139) or (>= 0x16D40 and <= 0x16D79)
            or (>= 0x1E5D0 and <= 0x1E5FA) or (>= 0x1E6C0 and <= 0x1E6FF);
}
