using MiaVoices.Core.Figures;
using MiaVoices.Core.Reports;
using Xunit;

namespace MiaVoices.Tests.Core.Reports;

public class WrittenTextTests
{
    [Fact]
    public void Empty_lines_part_paragraphs_and_lines_with_a_dash_are_points()
    {
        var blocks = WrittenText.Blocks("Ett stycke\nsom fortsätter.\n\n- en sak\n- en till\n  som är lång\n\nSlutet.\n- sist");
        Assert.Equal(
            "Ett stycke som fortsätter.\n\n- en sak\n- en till som är lång\n\nSlutet.\n\n- sist\n",
            MarkdownWriter.Write(blocks));
    }

    [Theory]
    [InlineData("# inte rubrik\n<script>alert(1)</script>\n| a | b |\n1. ett")]
    [InlineData("> inte citat\n```\nkod\n```")]
    public void Marks_of_Markdown_and_HTML_are_text(string text)
    {
        var words = string.Join(' ', text.Split('\n'));
        Assert.Equal(words, string.Concat(Assert.IsType<Paragraph>(Assert.Single(WrittenText.Blocks(text))).Spans.Select(s => s.Text)));
    }

    [Fact]
    public void Nothing_is_made_of_nothing() => Assert.Empty(WrittenText.Blocks(" \n\n- \n\n").OfType<BulletList>());

    [Theory]
    [InlineData(0, 30, "")]
    [InlineData(1, 1, "någon")]
    [InlineData(2, 30, "någon")]
    [InlineData(3, 30, "några")]
    [InlineData(8, 30, "några")]
    [InlineData(9, 30, "flera")]
    [InlineData(14, 30, "flera")]
    [InlineData(15, 30, "de flesta")]
    [InlineData(26, 30, "de flesta")]
    [InlineData(27, 30, "nästan alla")]
    [InlineData(29, 30, "nästan alla")]
    [InlineData(30, 30, "samtliga")]
    [InlineData(2, 2, "någon")]
    [InlineData(3, 3, "samtliga")]
    public void A_word_for_an_amount_is_always_the_same_for_the_same_share(int persons, int of, string word) =>
        Assert.Equal(word, AmountWord.Of(new Share(persons, of)));

    [Fact]
    public void A_hidden_number_has_no_word() => Assert.Equal("", AmountWord.Of(new Share(9, 30, Suppressed: true)));

    [Fact]
    public void Small_units_are_put_together_until_none_is_small()
    {
        var units = AuditUnit.Merge([new(["Norr"], 7), new(["Söder"], 2), new(["Öst"], 3), new(["Väst"], 1)], 5);
        Assert.Equal([("Norr", 7), ("Söder Väst Öst", 6)], units.Select(u => (string.Join(' ', u.Names.Order(StringComparer.Ordinal)), u.Persons)));
        Assert.Equal(3, Assert.Single(AuditUnit.Merge([new(["a"], 2), new(["b"], 1)], 5)).Persons);
        Assert.Equal(2, AuditUnit.Merge([new(["a"], 2), new(["b"], 1)], 0).Count);
    }

    [Fact]
    public void The_difference_between_two_numbers_of_an_area_is_not_a_small_one()
    {
        var area = new AuditArea(Guid.Empty, new(12, 40), new(9, 40), new(3, 40), new(8, 40)).Suppressed(5);
        Assert.Equal([false, false, true, true], new[] { area.Well, area.Less, area.Proposed, area.Both }.Select(s => s.Suppressed));
    }
}
