using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using Xunit;

namespace MiaVoices.Tests.Core.Figures;

public class ThemeFiguresTests
{
    private readonly List<Code> _codes = [];
    private readonly List<Person> _persons = [];
    private readonly List<(Guid, long)> _coded = [];

    [Fact]
    public void A_person_counts_once_for_a_theme_and_those_above_it()
    {
        var (stod, ring) = (Add("Stöd"), Add("Ringa", under: 0));
        Group("deltagare", 3);
        _coded.AddRange([(ring, 1), (ring, 1), (stod, 1), (ring, 2), (ring, 99)]);
        var figures = Figures();
        Assert.Equal(["Stöd 2/3", "Ringa 2/3"], figures.Themes.Select(t => $"{Name(t.Code)} {t.All.Persons}/{t.All.Of}"));
    }

    [Fact]
    public void Groups_come_as_reports_have_them_then_by_the_alphabet_and_the_unknown_last()
    {
        Add("Stöd");
        foreach (var group in new[] { "", "öst", "remittent", "ånge", "Deltagare", "styrgrupp", "arboga", "medarbetare", "ärla" })
        {
            Group(group, 1);
        }

        Assert.Equal(["Deltagare", "medarbetare", "remittent", "styrgrupp", "arboga", "ånge", "ärla", "öst", ""], Figures().Groups);
    }

    [Fact]
    public void A_sub_theme_that_leaves_few_of_the_theme_over_is_hidden()
    {
        // 12 have the theme and 10 the sub-theme: that two have only the rest of it must not be read off.
        var (theme, sub) = (Add("Stöd"), Add("Ringa", under: 0));
        Group("deltagare", 20);
        Code(theme, 1, 12);
        Code(sub, 1, 10);
        Assert.Equal(["12 | 12", ".. | .."], Shown(5));
    }

    [Fact]
    public void A_sub_theme_of_the_very_same_persons_or_of_clearly_fewer_is_shown()
    {
        var (theme, same, fewer) = (Add("Stöd"), Add("Ringa", under: 0), Add("Följa", under: 0));
        Group("deltagare", 20);
        Code(theme, 1, 12);
        Code(same, 1, 12);
        Code(fewer, 1, 7);
        Assert.Equal(["12 | 12", "12 | 12", "7 | 7"], Shown(5));
    }

    [Fact]
    public void The_rule_holds_within_a_group_and_over_generations()
    {
        var (theme, _, deep) = (Add("Stöd"), Add("Ringa", under: 0), Add("Till AF", under: 1));
        Group("deltagare", 20);
        Group("medarbetare", 20);
        Code(theme, 1, 12);
        Code(theme, 21, 40);
        Code(deep, 1, 10);
        Code(deep, 21, 32);

        // Two participants have the theme only; hiding the theme's numbers hides fewer cells than both generations under it.
        Assert.Equal([".. .. | 32", "10 12 | 22", "10 12 | 22"], Shown(5));
    }

    [Fact]
    public void What_a_theme_hides_its_sub_themes_do_not_show()
    {
        // Two have the theme only, of the group and of all; under the sub-theme's own numbers the whole row must go.
        var (theme, sub) = (Add("Stöd"), Add("Ringa", under: 0));
        Group("deltagare", 10);
        Group("medarbetare", 10);
        Code(theme, 1, 2);
        Code(sub, 11, 17);
        Assert.Equal([".. .. | ..", "0 7 | 7"], Shown(5));
    }

    [Fact]
    public void With_threshold_nought_everything_is_shown()
    {
        var theme = Add("Stöd");
        Group("deltagare", 3);
        Code(theme, 1, 1);
        Assert.Equal(["1 | 1"], Shown(0));
    }

    private Guid Add(string name, int? under = null)
    {
        var id = new Guid(_codes.Count + 1, 0, 0, new byte[8]);
        _codes.Add(new Code { Id = id, Name = name, Parent = under is { } parent ? _codes[parent].Id : null });
        return id;
    }

    private void Group(string group, int persons)
    {
        for (var i = 0; i < persons; i++)
        {
            _persons.Add(new Person(_persons.Count + 1, group));
        }
    }

    private void Code(Guid code, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            _coded.Add((code, i));
        }
    }

    private ThemeFigures Figures() => new(new CodeTree(_codes), _persons, _coded);

    private string[] Shown(int threshold) =>
        [.. Figures().Suppressed(threshold).Themes.Select(t => $"{string.Join(' ', t.ByGroup.Select(Text))} | {Text(t.All)}")];

    private static string Text(Share share) => share.Suppressed ? ".." : $"{share.Persons}";

    private string Name(Guid code) => _codes.Single(c => c.Id == code).Name;
}
