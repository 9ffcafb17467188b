using MiaVoices.Core.Themes;
using MiaVoices.Tests.Core.Suggestions;
using Xunit;

namespace MiaVoices.Tests.Core.Themes;

public class SubThemesTests
{
    private static readonly string[] Kinds = ["hyran steg med flera hundra kronor", "läkaren gav medicin mot värken", "bussen kom aldrig till hållplatsen"];

    private static ThemeText[] Texts(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new ThemeText(i, Kinds[i % 3] + $" unikt{(char)('a' + i)}", $"P{i}"))];

    [Fact]
    public void Passages_with_the_same_words_are_proposed_together()
    {
        var proposals = SubThemes.Propose(Texts(36), new PlainAnalyser());
        Assert.Equal(3, proposals.Count);
        Assert.All(proposals, proposal => Assert.Single(proposal.Texts.Select(key => key % 3).Distinct()));
        Assert.All(proposals, proposal => Assert.True(proposal.IsProposal && proposal.Label.Count is > 0 and <= 3));
        Assert.Equal([0L, 1L, 2L], proposals.Select(proposal => proposal.Texts[0]));
    }

    [Fact]
    public void Below_twelve_passages_nothing_is_proposed() => Assert.Empty(SubThemes.Propose(Texts(11), new PlainAnalyser()));

    [Fact]
    public void It_is_the_same_every_time()
    {
        var one = SubThemes.Propose(Texts(30), new PlainAnalyser());
        var other = SubThemes.Propose(Texts(30).Reverse(), new PlainAnalyser());
        Assert.Equal(one.SelectMany(proposal => proposal.Texts), other.SelectMany(proposal => proposal.Texts));
        Assert.Equal(one.SelectMany(proposal => proposal.Label), other.SelectMany(proposal => proposal.Label));
    }

    [Fact]
    public void Passages_without_a_shared_word_are_left_out() =>
        Assert.Empty(SubThemes.Propose(Enumerable.Range(0, 14).Select(i => new ThemeText(i, i % 2 == 0 ? "" : "och", "A")), new PlainAnalyser()));
}
