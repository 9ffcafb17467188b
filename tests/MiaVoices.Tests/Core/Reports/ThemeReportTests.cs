using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Reports;

public class ThemeReportTests
{
    [Fact]
    public void The_report_for_a_steering_group_reads_like_this()
    {
        using var project = Sample();
        Approved.Verify(project.Report());
    }

    [Fact]
    public void The_report_for_the_office_reads_like_this()
    {
        using var project = Sample();
        Approved.Verify(project.Report(Audience.Internal));
    }

    [Fact]
    public void The_report_of_a_selection_reads_like_this()
    {
        using var project = Sample();
        Approved.Verify(project.Report(Audience.Public, ("grupp", "medarbetare")));
    }

    [Fact]
    public void The_same_project_gives_the_same_bytes()
    {
        using var one = Sample();
        using var two = Sample();
        Assert.Equal(one.Report(), one.Report());
        Assert.Equal(one.Report(Audience.Internal), two.Report(Audience.Internal));
    }

    [Theory]
    [InlineData(Audience.Internal)]
    [InlineData(Audience.Steering)]
    [InlineData(Audience.Public)]
    public void Headings_never_leap_and_nothing_that_was_said_becomes_markup(Audience audience)
    {
        using var project = Sample();
        var document = Markdown.Parse(project.Report(audience), new MarkdownPipelineBuilder().UsePipeTables().Build());
        var levels = document.OfType<HeadingBlock>().Select(h => h.Level).ToList();
        Assert.Equal(1, levels[0]);
        Assert.DoesNotContain(1, levels.Skip(1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.DoesNotContain(document.Descendants(), d => d is HtmlBlock or HtmlInline or LinkInline or AutolinkInline or CodeInline || d is CodeBlock and not FencedCodeBlock { Info: "text" });
    }

    [Fact]
    public void Outside_no_file_name_and_no_pseudonym_of_a_survey_row_is_seen()
    {
        using var project = Sample();
        foreach (var audience in new[] { Audience.Steering, Audience.Public })
        {
            Assert.DoesNotContain(".txt", project.Report(audience), StringComparison.Ordinal);
            Assert.DoesNotContain(".csv", project.Report(audience), StringComparison.Ordinal);
            Assert.DoesNotContain("svar 1", project.Report(audience), StringComparison.Ordinal);
            Assert.DoesNotContain("Kim", project.Report(audience), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("stycke 1", project.Report(Audience.Public), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_project_is_refused_and_so_is_a_selection_of_nobody()
    {
        using var project = new TinyProject();
        Assert.Equal("report.noMaterial", Assert.Throws<RefusedException>(() => project.Report()).Problem.Key);
        project.Interview("D01", "deltagare", "Hej");
        Assert.Equal("report.noSelection", Assert.Throws<RefusedException>(() => project.Report(Audience.Steering, ("grupp", "finns inte"))).Problem.Key);
    }

    [Fact]
    public void Material_without_codes_or_told_speakers_is_reported_as_what_it_is()
    {
        using var project = new TinyProject("");
        project.Paragraphs("diktat.txt", SourceKind.Interview, "Det var bra.", "Det var sämre.");
        Approved.Verify(project.Report());
    }

    [Fact]
    public void Themes_deeper_than_headings_go_stay_at_the_deepest()
    {
        using var project = new TinyProject();
        var above = (string?)null;
        foreach (var name in new[] { "ett", "två", "tre", "fyra", "fem", "sex" })
        {
            project.Code(name, above);
            above = name;
        }

        project.Coding(project.Interview("D01", "deltagare", "Coachen ringde mig varje vecka."), 1, "sex");
        var headings = project.Report().Split('\n').Where(l => l.StartsWith("##", StringComparison.Ordinal)).Where(l => l.StartsWith("###", StringComparison.Ordinal));
        Assert.Equal(["### Ett", "#### Två", "##### Tre", "###### Fyra", "###### Fem", "###### Sex"], headings);
    }

    /// <summary>Two groups in interviews and a survey, notes, codes in two levels, a code without codings, and answers that try to be markup.</summary>
    internal static TinyProject Sample()
    {
        var project = new TinyProject("Vägen vidare");
        project.Code("stöd", tag: "St", definition: "Hjälp som personen får i insatsen.", include: "coach, handledare", example: "\"Coachen var med.\"");
        project.Code("myndighetskontakter", under: "stöd", tag: "Mk", definition: "Kontakter med AF & FK <eller> andra.");
        project.Code("mer tid", tag: "Mt", definition: "Att insatsen behöver ta längre tid.");
        project.Code("ekonomi", tag: "Ek");
        string[] turns =
        [
            "Coachen var med när jag ringde till handläggaren, och då vågade jag säga vad jag behövde.",
            "Jag hade behövt längre tid, helst ett halvår till, innan praktiken började.",
            "Myndigheterna skickade mig fram och tillbaka. Coachen samordnade alla möten åt mig.",
            "Att någon lyssnade och frågade hur jag mådde gav mig lust att gå dit varje dag.",
            "Det gick för fort. Tre månader räcker inte när man har varit hemma i fem år.",
            "Handledaren på arbetsplatsen förklarade allt i lugn och ro <b>flera gånger</b> om det behövdes.",
            "Läkaren, handläggaren och coachen satt vid samma bord. www.exempel.se | # inte rubrik",
        ];
        for (var i = 0; i < 7; i++)
        {
            var source = project.Interview($"D0{i + 1}", "deltagare", "?Berätta hur det har varit.", turns[i], "?Något mer?", turns[(i + 3) % 7], "Nej, det var nog allt.");
            project.Coding(source, 2, i is 1 or 4 ? "mer tid" : i is 0 or 2 or 6 ? "myndighetskontakter" : "stöd");
            project.Coding(source, 4, (i + 3) % 7 is 1 or 4 ? "mer tid" : "stöd");
            project.Review(source, 5);
        }

        for (var i = 0; i < 3; i++)
        {
            var source = project.Interview($"M0{i + 1}", "medarbetare", "?Vad fungerar?", $"Vi samordnar kontakterna med myndigheterna, grupp {i + 1} mest av alla.", "Tiden är för kort för många.");
            project.Coding(source, 2, "myndighetskontakter");
            project.Coding(source, 3, "mer tid", origin: CodingOrigin.Suggestion);
            if (i == 0)
            {
                project.Coding(source, 2, "stöd", coder: "Alex");
            }
        }

        var survey = project.Survey("Avslutsenkät 2025", 200, 151,
        [
            .. Enumerable.Range(0, 14).Select(i => ("deltagare", i % 2 == 0 ? $"Coachen hjälpte mig med kontakterna, gång {i + 1}." : $"Jag ville ha mer tid, minst {i + 1} veckor.")),
            ("", "Bra stöd av alla."),
            ("deltagare", ""),
        ]);
        for (var i = 0; i < 14; i++)
        {
            project.Coding(survey, i + 1, i % 2 == 0 ? "stöd" : "mer tid", origin: CodingOrigin.Import);
        }

        var notes = project.Paragraphs("dialog.md", SourceKind.Notes, "Många kände igen sig i att tiden är kort.", "Kaffe serverades.");
        project.Coding(notes, 1, "mer tid");
        return project;
    }
}
