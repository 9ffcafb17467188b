using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Formats.Reports;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Reports;

/// <summary>Goals, recommendations, themes beside questions, agreement of coders, and figures that people write.</summary>
public class ThemeReportPartsTests
{
    [Fact]
    public void Recommendations_with_bars_are_a_table_that_says_how_many_raised_the_themes()
    {
        using var project = ThemeReportTests.Sample();
        Write(project, "recommendations", "Vi föreslår:\n\n- Behåll coachen | stöd, mer tid | styrgruppen | beslut i mars\n- Pröva igen | annat\n- Bara detta\n\nSå tänker vi.");
        foreach (var audience in new[] { Audience.Internal, Audience.Steering })
        {
            var report = project.Report(audience);
            var table = MarkdownTable.With(MarkdownTable.Of(report), "Rekommendation", "Bygger på", "Till vem", "Förslag till nästa steg");
            var figures = new ExportedFigures(project.Store);
            Assert.Equal(
                ["Behåll coachen", $"stöd ({figures.With("stöd").Count} av {figures.Persons.Count}), mer tid ({figures.With("mer tid").Count} av {figures.Persons.Count})", "styrgruppen", "beslut i mars"],
                table.Rows[0]);
            Assert.Equal([["Pröva igen", "annat", "", ""], ["Bara detta", "", "", ""]], table.Rows.Skip(1));
            Assert.True(report.IndexOf("Vi föreslår:", StringComparison.Ordinal) < report.IndexOf("| Behåll coachen", StringComparison.Ordinal));
            Assert.True(report.IndexOf("Så tänker vi.", StringComparison.Ordinal) > report.IndexOf("| Behåll coachen", StringComparison.Ordinal));
        }

        Write(project, "recommendations", "Behåll coachen | stöd | styrgruppen | beslut\nPröva igen | annat");
        Assert.Equal(["Behåll coachen", "Pröva igen"], MarkdownTable.With(MarkdownTable.Of(project.Report()), "Rekommendation", "Bygger på", "Till vem", "Förslag till nästa steg").Rows.Select(r => r[0]));

        Write(project, "recommendations", "- Behåll coachen.\n- Ge längre tid.");
        Assert.Contains("\n- Behåll coachen.\n- Ge längre tid.\n", project.Report(), StringComparison.Ordinal);
    }

    [Fact]
    public void Goals_of_the_surveys_stand_in_the_background_as_the_survey_report_tells_them()
    {
        using var project = FullProject.Make(FullProject.Plain);
        foreach (var audience in Enum.GetValues<Audience>())
        {
            var theme = MarkdownTable.With(MarkdownTable.Of(project.Report(audience)), "Mål", "Utfall", "Uppnått");
            var survey = MarkdownTable.With(MarkdownTable.Of(project.Report(FullProject.Order(project, ReportKind.Survey, audience))), "Mål", "Utfall", "Uppnått");
            Assert.Equal(survey.Rows, theme.Rows);
        }

        Assert.DoesNotContain("| Mål |", project.Report(Audience.Steering, ("grupp", "grupp coachen")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(17, false)] // three who answered so and wrote nothing would be left over
    [InlineData(4, false)]
    public void A_question_with_few_answers_of_a_kind_stands_beside_no_themes_outside(int positiveWithWords, bool isShown)
    {
        using var project = new TinyProject();
        project.Code("stöd");
        var survey = project.Import(new SourceDraft
        {
            Name = "enkät.csv",
            Kind = SourceKind.Survey,
            Format = "csv",
            Encoding = "utf-8",
            Survey = new SurveyDraft
            {
                Name = "Enkät",
                Questions =
                [
                    new QuestionDraft { Id = "F1", Text = "Får du hjälp?", Kind = QuestionKind.Closed, Scale = ["nej", "ja"], Positive = ["ja"] },
                    new QuestionDraft { Id = "T1", Text = "Berätta!", Kind = QuestionKind.FreeText, About = "F1" },
                ],
                Respondents = [.. Enumerable.Range(0, 30).Select(i => new RespondentDraft { Row = $"{i}", Attributes = new Dictionary<string, string>(), Answers = [new AnswerDraft("F1", [i < 10 ? "nej" : "ja"])] })],
            },
            Segments = [.. Enumerable.Range(0, 10 + positiveWithWords).Select(i => new SegmentDraft { Kind = SegmentKind.Answer, Text = "Coachen ringde.", Row = $"{i}", Question = "T1" })],
        });
        foreach (var row in Enumerable.Range(1, positiveWithWords).Select(i => 10 + i).Concat(Enumerable.Range(1, 7)))
        {
            project.Coding(survey, row, "stöd");
        }

        const string Heading = "## Teman bredvid enkätens frågor";
        var table = MarkdownTable.With(MarkdownTable.Of(project.Report(Audience.Internal)), "Tema", "Svarade positivt", "Svarade annat");
        Assert.Equal(["stöd", $"{positiveWithWords}", "7"], table.Rows[0].Select(c => c.Split(' ')[0]));
        foreach (var audience in new[] { Audience.Steering, Audience.Public })
        {
            var report = project.Report(audience);
            Assert.Equal(isShown, report.Contains(Heading, StringComparison.Ordinal));
            Assert.Equal(isShown, report.Contains("Frågor med för få svar av det ena eller andra slaget är inte med.", StringComparison.Ordinal));
            Assert.Equal(isShown, report.Contains("Bredvid enkäten:", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Agreement_stands_in_the_method_only_where_several_have_coded_the_same()
    {
        using var project = new TinyProject();
        project.Code("stöd");
        project.Code("tid");
        var sources = Enumerable.Range(1, 4).Select(i => project.Interview($"D0{i}", "deltagare", "Coachen ringde.", "Det gick fort.", "Jag fick hjälp.", "Det tog slut.")).ToList();
        string Text() => project.Report(Audience.Internal).Replace('\u00A0', ' ').Split("**Överensstämmelse mellan kodare:** ")[1].Split('\n')[0];
        void Code(string coder, params (int Place, string Code)[] codings)
        {
            foreach (var (source, (place, code)) in sources.SelectMany(s => codings.Select(c => (s, c))))
            {
                project.Coding(source, place, code, coder: coder);
            }
        }

        Code("Alex", (1, "stöd"), (2, "tid"), (3, "stöd"), (4, "tid"));

        Assert.Equal("ej beräknad, därför att allt är kodat av en och samma person.", Text());
        Code("Kim", (1, "stöd"), (2, "tid"), (3, "tid"));

        // In each interview they agree on both codes in 1 and 2 and on none in 3; for each code 4 both, 4 only one, 4 neither.
        Assert.StartsWith("2 personer har kodat eller läst igenom samma 12 stycken (n = 12). De säger samma sak i 16 av 24 bedömningar (66,7 %)", Text(), StringComparison.Ordinal);
        Assert.Contains("är överensstämmelsen 0,40 (Cohens κ, alla koder tillsammans) och 0,35 (Krippendorffs α)", Text(), StringComparison.Ordinal);
        var table = MarkdownTable.With(MarkdownTable.Of(project.Report(Audience.Internal)), "Kod", "κ", "α");
        Assert.Equal([["Stöd", "12", "8", "66,7 %", "0,40", "0,36"], ["Tid", "12", "8", "66,7 %", "0,40", "0,36"]], table.Rows);
        Assert.DoesNotContain("| κ |", project.Report(), StringComparison.Ordinal);
        Assert.Contains("16 av 24", project.Report().Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("Alex", project.Report(), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_that_people_write_are_checked_and_never_stop_a_report()
    {
        using var project = ThemeReportTests.Sample();
        ReportCheck Check(ReportKind kind = ReportKind.Theme) =>
            ReportChecks.Of(project.Store, new ReportOrder { Kind = kind, Theme = kind == ReportKind.Dialogue ? project.CodeOf("stöd") : null }).Single(c => c.Name == "passages-figures");
        Assert.Equal(CheckState.Ok, Check().State);
        Write(project, "background", "Tre saker.\n\nDet svarade 31 av 28 deltagare.");
        project.Store.Apply(Passages.Write(project.Store, ReportKind.Theme, "core", project.CodeOf("stöd"), "Drygt hälften (18 av 40) ville ha mer stöd."));
        Assert.Equal(CheckState.Warning, Check().State);
        Assert.Equal(2, Check().Words.Facts[0]);
        var where = Assert.IsType<string>(Check().Words.Facts[1]);
        Assert.Contains("background: ", where, StringComparison.Ordinal);
        Assert.Contains("core stöd: ", where, StringComparison.Ordinal);
        Assert.Equal(CheckState.Warning, Check(ReportKind.Summary).State);
        Assert.Equal(CheckState.Warning, Check(ReportKind.Dialogue).State);
        Assert.Equal(CheckState.Ok, Check(ReportKind.Audit).State);
        Assert.Equal([3, 1], PassageFigures.In(project.Store, ReportKind.Theme).Select(f => f.Finding.Line).OrderDescending());
    }

    private static void Write(TinyProject project, string place, string text) => project.Store.Apply(Passages.Write(project.Store, ReportKind.Theme, place, null, text));
}
