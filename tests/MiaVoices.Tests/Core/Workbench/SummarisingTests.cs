using MiaVoices.Core.Themes;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Core.Reports;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public class SummarisingTests
{
    private static readonly string[] Said =
    [
        "Coachen ringde handläggaren åt mig.", "Pengarna räckte inte hela månaden.", "Praktiken började alldeles för snart.", "Läkaren lyssnade på allvar.",
        "Vägen dit var lång och krånglig.", "Kursen gav mig nya kamrater.", "Chefen förstod hur jag hade det.", "Barnen fick vänta på förskolan.",
    ];

    [Fact]
    public void What_two_coders_mark_alike_is_two_codings_and_one_passage()
    {
        using var project = new TinyProject();
        project.Code("stöd");
        project.Code("coach", under: "stöd");
        var source = project.Interview("D01", "deltagare", Said[0], Said[1]);
        project.Coding(source, 1, "stöd", coder: "Kim");
        project.Coding(source, 1, "stöd", coder: "Alex");
        project.Coding(source, 1, "coach");
        project.Coding(source, 2, "stöd");
        var theme = project.Summary(threshold: 0).Themes[0];
        Assert.Equal((4, 2, 3, 1, 1), (theme.Codings, theme.Passages, theme.OwnCodings, theme.Count.All.Persons, theme.Sources));
    }

    [Fact]
    public void Interviewers_and_notes_count_no_persons_and_are_not_quoted()
    {
        using var project = new TinyProject();
        project.Code("stöd");
        project.Coding(project.Interview("D01", "deltagare", "?Ringde coachen handläggaren åt dig?", "Nej aldrig"), 1, "stöd");
        project.Coding(project.Paragraphs("dialog.md", MiaVoices.Core.Sources.SourceKind.Notes, Said[0]), 1, "stöd");
        var theme = project.Summary(threshold: 0).Themes[0];
        Assert.Equal((0, 1, 2), (theme.Count.All.Persons, theme.Count.All.Of, theme.Passages));
        Assert.Empty(theme.Quotes);
    }

    [Fact]
    public void A_quote_over_several_turns_holds_the_respondents_words_alone()
    {
        using var project = new TinyProject();
        project.Code("stöd");
        project.Coding(project.Interview("D01", "deltagare", Said[0], "?Och sedan då?", Said[1], "?Jaha?"), 1, "stöd", to: 4);
        var quote = Assert.Single(project.Summary(threshold: 0).Themes[0].Quotes);
        Assert.Equal($"{Said[0]}\n[…]\n{Said[1]}", quote.Text);
        Assert.Equal(("Intervju D01", 1, "deltagare"), (quote.SourceLabel, quote.Place, quote.Group));
    }

    [Fact]
    public void Quotes_come_from_different_persons_and_from_several_groups()
    {
        using var project = new TinyProject();
        project.Code("stöd");
        for (var i = 0; i < 6; i++)
        {
            var source = project.Interview($"D0{i + 1}", i < 4 ? "deltagare" : "medarbetare", Said[i], Said[i + 2]);
            project.Coding(source, 1, "stöd");
            project.Coding(source, 2, "stöd");
        }

        var quotes = project.Summary(threshold: 0).Themes[0].Quotes;
        Assert.Equal(4, quotes.Select(q => q.Respondent).Distinct().Count());
        Assert.Equal(2, quotes.Count(q => q.Group == "medarbetare"));
    }

    [Fact]
    public void The_same_words_are_not_quoted_under_two_themes_while_there_are_others()
    {
        using var project = new TinyProject();
        project.Code("stöd");
        project.Code("coach", under: "stöd");
        project.Code("tid");
        for (var i = 0; i < 8; i++)
        {
            var source = project.Interview($"D0{i + 1}", "deltagare", Said[i], Said[(i + 3) % 8]);
            project.Coding(source, 1, "coach");
            project.Coding(source, 1, "tid");
            project.Coding(source, 2, "stöd");
            project.Coding(source, 2, "tid");
        }

        var quotes = project.Summary(threshold: 0).Themes.SelectMany(t => t.Quotes).Select(q => (q.SourceLabel, q.Place)).ToList();
        Assert.Equal(12, quotes.Count);
        Assert.Equal(12, quotes.Distinct().Count());
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(5, 2)]
    public void People_quoted_under_a_hidden_number_leave_it_open(int threshold, int quotes)
    {
        // Four of twelve is hidden as 1–4: a third person quoted would leave three or four only.
        using var project = new TinyProject();
        project.Code("stöd");
        for (var i = 0; i < 12; i++)
        {
            var source = project.Interview($"D{i + 10}", "deltagare", Said[i % 8]);
            if (i < 4)
            {
                project.Coding(source, 1, "stöd");
            }
        }

        Assert.Equal(quotes, project.Summary(threshold).Themes[0].Quotes.Count);
    }

    [Fact]
    public void People_quoted_under_sub_themes_leave_the_hidden_number_above_open()
    {
        using var project = new TinyProject();
        project.Code("stöd");
        project.Code("coach", under: "stöd");
        project.Code("tid", under: "stöd");
        for (var i = 0; i < 12; i++)
        {
            var source = project.Interview($"D{i + 10}", "deltagare", Said[i % 8]);
            if (i < 4)
            {
                project.Coding(source, 1, i < 2 ? "coach" : "tid");
            }
        }

        var themes = project.Summary().Themes;
        Assert.Equal(2, themes.SelectMany(t => t.Quotes).Select(q => q.Respondent).Distinct().Count());
    }

    [Fact]
    public void Words_of_few_people_are_left_out_where_small_numbers_are()
    {
        using var project = new TinyProject();
        project.Code("stöd");
        project.Code("tid");
        for (var i = 0; i < 12; i++)
        {
            var source = project.Interview($"D{i + 10}", "deltagare", Said[0], Said[i % 8]);
            project.Coding(source, 1, i < 4 ? "stöd" : "tid");
            project.Coding(source, 2, "tid");
        }

        Assert.NotEmpty(project.Summary(threshold: 0).Themes[0].Keywords);
        var shown = project.Summary();
        Assert.Empty(shown.Themes[0].Keywords);
        Assert.All(shown.Themes[1].Keywords, k => Assert.True(k.Respondents >= GroupContrast.LeastRespondents));
    }

    [Fact]
    public void Passages_are_hidden_where_the_rest_of_a_theme_would_show_those_of_a_hidden_sub_theme()
    {
        using var project = new TinyProject();
        project.Code("stöd");
        project.Code("coach", under: "stöd");
        project.Code("läkare", under: "stöd");
        for (var i = 0; i < 14; i++)
        {
            var source = project.Interview($"D{i + 10}", "deltagare", Said[i % 8], Said[(i + 1) % 8]);
            project.Coding(source, 1, "coach");
            if (i < 2)
            {
                project.Coding(source, 2, "läkare");
            }
        }

        var themes = project.Summary().Themes;
        Assert.Equal([(14, false, true), (14, false, false), (2, true, true)], themes.Select(t => (t.Count.All.Persons, t.Count.All.Suppressed, t.HidesPassages)));
        Assert.DoesNotContain(project.Summary(threshold: 0).Themes, t => t.HidesPassages);
    }

    [Fact]
    public void A_selection_counts_those_who_fit_and_what_they_say()
    {
        using var project = new TinyProject();
        project.Code("stöd");
        project.Coding(project.Interview("D01", "deltagare", Said[0]), 1, "stöd");
        project.Coding(project.Interview("M01", "medarbetare", Said[1]), 1, "stöd");
        project.Interview("M02", "medarbetare", Said[2]);
        var summary = project.Summary(0, ("Grupp", "Medarbetare"));
        Assert.Equal((1, 2, 1), (summary.Themes[0].Count.All.Persons, summary.Themes[0].Count.All.Of, summary.Codings.Count));
        Assert.Equal(["M01"], summary.Themes[0].Quotes.Select(q => q.Respondent));
        Assert.Equal(["medarbetare"], summary.Figures.Groups);
    }

    [Fact]
    public void Every_value_of_one_attribute_will_do_and_all_attributes_must()
    {
        var attributes = new Dictionary<string, string> { ["grupp"] = "deltagare", ["kön"] = "kvinna" };
        Assert.True(Summarising.Fits(attributes, []));
        Assert.True(Summarising.Fits(attributes, [("grupp", "remittent"), ("GRUPP", "Deltagare")]));
        Assert.False(Summarising.Fits(attributes, [("grupp", "deltagare"), ("kön", "man")]));
        Assert.False(Summarising.Fits(attributes, [("ort", "")]));
    }
}
