using MiaVoices.Core.Themes;
using MiaVoices.Tests.Core.Suggestions;
using Xunit;

namespace MiaVoices.Tests.Core.Themes;

public class GroupContrastTests
{
    private static ThemeText[] People(string group, int people, string text) =>
        [.. Enumerable.Range(0, people).Select(i => new ThemeText((group[0] * 100) + i, text, $"{group}{i}", group))];

    [Fact]
    public void A_word_needs_three_people_of_the_group()
    {
        var texts = People("Kust", 4, "båten går sällan hem").Concat(People("Inland", 2, "bussen går sällan hem")).ToArray();
        var contrast = GroupContrast.Of(texts, new PlainAnalyser());
        Assert.Equal(["Inland", "Kust"], contrast.Select(group => group.Group));
        Assert.Empty(contrast[0].Words);
        Assert.Equal("båten", contrast[1].Words[0].Word);
    }

    [Fact]
    public void Stage_directions_set_no_groups_and_no_theme_apart()
    {
        var laughing = People("Kust", 4, "båten går [skratt] sällan (paus) hem");
        var others = People("Inland", 4, "bussen går sällan hem");
        Assert.DoesNotContain(GroupContrast.Of(laughing.Concat(others), new PlainAnalyser()).SelectMany(group => group.Words), word => word.Word is "skratt" or "paus");
        Assert.Equal(["båten"], ThemeKeywords.Of(laughing, others, new PlainAnalyser()).Select(word => word.Word));
    }

    [Fact]
    public void One_group_alone_and_people_without_a_group_give_no_contrast() =>
        Assert.Empty(GroupContrast.Of(People("Kust", 4, "båten går").Concat([new ThemeText(1, "bussen", "X")]), new PlainAnalyser()));
}
