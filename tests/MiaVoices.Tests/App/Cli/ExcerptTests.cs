using MiaVoices.App.Cli;
using Xunit;

namespace MiaVoices.Tests.App.Cli;

public sealed class ExcerptTests
{
    private static readonly string Words = string.Join(' ', Enumerable.Range(0, 300).Select(i => "ord" + i));

    [Fact]
    public void A_short_text_is_itself() => Assert.Equal("Jag fick mer tid.", Excerpt.Of("Jag fick mer tid.", 0, 0, 100));

    [Fact]
    public void The_beginning_is_shown_where_no_place_is_given()
    {
        var shown = Excerpt.Of(Words, 0, 0, 100);
        Assert.StartsWith("ord0 ord1", shown, StringComparison.Ordinal);
        Assert.EndsWith(" …", shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, 80, 102);
    }

    [Fact]
    public void A_place_is_shown_whole_between_whole_words()
    {
        var at = Words.IndexOf("ord150", StringComparison.Ordinal);
        var shown = Excerpt.Of(Words, at, at + 6, 100);
        Assert.Contains("ord150 ", shown, StringComparison.Ordinal);
        Assert.All(shown.Trim('…', ' ').Split(' '), word => Assert.Contains(word, Words.Split(' ')));
        Assert.True(shown.StartsWith("… ", StringComparison.Ordinal) && shown.EndsWith(" …", StringComparison.Ordinal));
    }

    [Fact]
    public void The_end_is_shown_to_its_last_word() => Assert.EndsWith("ord298 ord299", Excerpt.Of(Words, Words.Length - 6, Words.Length, 100), StringComparison.Ordinal);

    [Fact]
    public void No_character_is_divided()
    {
        var faces = string.Concat(Enumerable.Repeat("😀", 200));
        for (var most = 20; most < 24; most++)
        {
            for (var at = 0; at < 60; at += 2)
            {
                var shown = Excerpt.Of(faces, at, at + 2, most);
                Assert.Equal("", shown.Replace("😀", "", StringComparison.Ordinal).Trim('…', ' '));
            }
        }
    }
}
