using FsCheck.Fluent;
using MiaVoices.Core.Sources;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Sources;

public sealed class StoredTextTests
{
    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("\uFEFFhej\0 då", "hej då")]
    [InlineData("o\0\u0308", "ö")]
    [InlineData("  kvar\t \u00A0\u00AD", "  kvar\t \u00A0\u00AD")]
    public void Only_line_breaks_and_decomposed_letters_change(string text, string stored) =>
        Assert.Equal(stored, StoredText.Normalise(text));

    [Fact]
    public void Text_in_stored_form_is_the_same_instance()
    {
        const string text = "Det går bra.\nTack!";
        Assert.Same(text, StoredText.Normalise(text));
    }

    [Fact]
    public void Storing_twice_changes_nothing_more() =>
        Prop.ForAll<string?>(text =>
        {
            var once = StoredText.Normalise(text ?? "");
            return StoredText.Normalise(once) == once && !once.Contains('\r', StringComparison.Ordinal);
        }).Holds();
}
