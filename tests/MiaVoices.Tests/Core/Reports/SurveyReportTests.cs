using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Reports;

public sealed class SurveyReportTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public void The_survey_report_for_a_steering_group_reads_like_this()
    {
        Bring();
        var blocks = SurveyReporting.Blocks(project.Store, new SurveyOrder { Intervals = true });
        Approved.Verify(MarkdownWriter.Write(blocks), "md");
        Assert.Equal(MarkdownWriter.Write(blocks), MarkdownWriter.Write(SurveyReporting.Blocks(project.Store, new SurveyOrder { Intervals = true })));
    }

    [Fact]
    public void Every_chart_has_a_table_with_its_figures_after_it_and_no_heading_leaps()
    {
        Bring();
        var blocks = SurveyReporting.Blocks(project.Store, new SurveyOrder { Audience = Audience.Internal });
        Assert.All(blocks.Index().Where(b => b.Item is BarChart), b =>
        {
            var table = Assert.IsType<TableBlock>(blocks[b.Index + 1]);
            Assert.True(table.HasRowHeaders);
            Assert.All(((BarChart)b.Item).Bars, bar => Assert.Contains(table.Rows, r => r[0] == bar.Label && r[^1] == bar.Shown));
        });
        var levels = blocks.OfType<Heading>().Select(h => h.Level).ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), l => Assert.InRange(l.Second, 2, l.First + 1));
    }

    [Fact]
    public void Names_from_the_file_come_out_as_text()
    {
        string[] points = ["<b>ja</b> | nej", "# rubrik", "=cmd()", "a\u030A 🌻 \u0007"];
        var rows = Enumerable.Range(1, 40).Select(i => new SurveyRow(FormattableString.Invariant($"{i}"), null, points[i % 4], i % 2 == 0 ? "[länk](http://x)" : "*grupp*")).ToArray();
        project.Import(Drafts.Survey("enkät.csv", "En|kät <script>", "2025", rows));
        var text = MarkdownWriter.Write(SurveyReporting.Blocks(project.Store, new SurveyOrder()));
        Assert.DoesNotContain("<script>", text.Replace("\\<script\\>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("[länk](", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0007', text);
    }

    [Fact]
    public void A_kept_register_table_is_no_survey()
    {
        project.Import(new SourceDraft { Name = "sus.csv", Kind = SourceKind.Table, Format = "csv", Encoding = "utf-8", Segments = [new SegmentDraft { Kind = SegmentKind.Paragraph, Text = "12" }] });
        Assert.Equal("survey.none", Assert.Throws<MiaVoices.Core.RefusedException>(() => SurveyReporting.Blocks(project.Store, new SurveyOrder())).Problem.Key);
    }

    private void Bring()
    {
        Guid last = default;
        foreach (var (wave, always, sometimes) in new[] { ("2024", 22, 9), ("2025", 31, 6) })
        {
            string?[] points = [.. Enumerable.Repeat("alltid", always), .. Enumerable.Repeat("ibland", sometimes), "aldrig", "vet ej", null];
            var draft = Drafts.Survey($"enkät {wave}.csv", "Enkät", wave, [.. points.Select((p, i) => new SurveyRow(
                FormattableString.Invariant($"{i + 1}"), i % 2 == 0 ? FormattableString.Invariant($"Det fanns tid, svar {i:00}.") : null, p, i % 4 == 0 ? "medarbetare" : "deltagare"))]);
            last = project.Import(draft with { Survey = draft.Survey! with { Population = 80, Reached = 62 } });
        }

        var code = project.Code("mer tid");
        foreach (var i in new[] { 0, 2, 4, 6, 8, 10, 32, 34 })
        {
            project.Code(last, FormattableString.Invariant($"Det fanns tid, svar {i:00}."), code.Id);
        }
    }
}
