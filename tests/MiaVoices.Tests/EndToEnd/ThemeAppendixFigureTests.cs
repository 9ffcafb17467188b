using System.Text.RegularExpressions;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>The numbers of the theme report's comparisons and appendices, counted again from the exported tables and from the report itself.</summary>
public sealed partial class ThemeAppendixFigureTests
{
    private readonly ExportedProject tables = new(Demo.File("tabeller"));

    [Theory]
    [InlineData("temarapport-intern.md")]
    [InlineData("temarapport.md")]
    public void Comparisons_by_sub_project_and_by_wave_can_be_recomputed(string report)
    {
        var figures = new ShownFigures(hides: report == "temarapport.md");
        var waves = tables.Sources.Where(s => s.Kind == "survey")
            .SelectMany(s => s.Answered.Concat(s.Segments.Select(g => g.Respondent)).Select(p => (Person: p, s.Wave))).Distinct().ToDictionary(p => p.Person, p => p.Wave);
        var seen = new List<string>();
        foreach (var table in Tables(report).Where(t => t.Headers[0] == "Tema" && !t.Headers[^1].StartsWith("Alla (", StringComparison.Ordinal) && !t.Headers[1].StartsWith("Svarade", StringComparison.Ordinal)))
        {
            var byWave = table.Headers[1].StartsWith("20", StringComparison.Ordinal) || table.Headers[^2].StartsWith("20", StringComparison.Ordinal);
            seen.Add(byWave ? "wave" : "unit");
            Assert.Equal(tables.Codes.Count, table.Rows.Count);
            foreach (var (column, header) in table.Headers.Index().Skip(1))
            {
                var value = header[..header.IndexOf(" (n", StringComparison.Ordinal)] is var name && name == "Uppgift saknas" ? "" : name;
                var those = tables.Persons.Where(p => (byWave ? waves.GetValueOrDefault(p, "") : tables.UnitOf(p)) == value).ToHashSet();
                figures.Whole(header[(header.IndexOf("= ", StringComparison.Ordinal) + 2)..^1], those.Count);
                foreach (var (row, code) in table.Rows.Zip(tables.Codes))
                {
                    figures.Cell(row[column], tables.With(tables.PathOf(code)).Count(those.Contains), those.Count);
                }
            }
        }

        Assert.Equal(report == "temarapport.md" ? seen : ["unit", "wave"], seen);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("temarapport-intern.md")]
    [InlineData("temarapport.md")]
    public void The_numbers_of_the_method_can_be_recomputed(string report)
    {
        var text = Plain(report);
        Assert.Contains($"bygger på {tables.Codings.Count()} kodningar gjorda av ", text, StringComparison.Ordinal);

        var used = tables.Sources.Where(s => s.Kind == "interview").Select(s => tables.Codings.Where(c => c.Source == s).Select(c => c.Path).ToHashSet()).Where(codes => codes.Count > 0).ToList();
        var half = used.Count / 2;
        var numbers = Saturation().Match(text).Groups.Values.Skip(1).Select(g => int.Parse(g.Value, null)).ToArray();
        Assert.Equal(
            [
                used.SelectMany(c => c).Distinct().Count(), used.Count, used.Take(half).SelectMany(c => c).Distinct().Count(), half,
                used.SelectMany(c => c).Distinct().Count() - used.SkipLast(3).SelectMany(c => c).Distinct().Count(),
            ],
            numbers);

        foreach (var survey in tables.Sources.Where(s => s.Kind == "survey"))
        {
            Assert.Contains($"I {survey.Survey} {survey.Wave} svarade {survey.Answered.Count} av {survey.Reached} som enkäten nådde, av {survey.Population} som den gällde.", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("temarapport-intern.md")]
    [InlineData("temarapport.md")]
    public void The_appendix_on_integrity_counts_what_the_report_shows_and_hides(string report)
    {
        var text = Plain(report);
        var quotes = MarkdownTable.Quotes(File.ReadAllText(Demo.File(report))).Distinct().Count();
        Assert.Contains($"Rapporten innehåller {quotes} citat.", text, StringComparison.Ordinal);
        Assert.Contains($"Av dem är 0 granskade och godkända. {quotes} är valda av programmet", text, StringComparison.Ordinal);
        if (report == "temarapport-intern.md")
        {
            return;
        }

        int Hidden(Func<MarkdownTable, bool> which) => Tables(report).Where(t => t.Headers[0] == "Tema" && which(t)).Sum(t => t.Rows.Sum(r => r.Count(c => c == "..")));
        bool IsOverview(MarkdownTable t) => t.Headers[^1].StartsWith("Alla (", StringComparison.Ordinal);
        bool IsSurvey(MarkdownTable t) => t.Headers[1].StartsWith("Svarade", StringComparison.Ordinal);
        Assert.Contains($"I tabellen över teman och grupper är {Hidden(IsOverview)} antal dolda.", text, StringComparison.Ordinal);
        if (Hidden(t => !IsOverview(t) && !IsSurvey(t)) is var compared && compared > 0)
        {
            Assert.Contains($"I tabellerna med jämförelser är {compared} dolda.", text, StringComparison.Ordinal);
        }

        // Of a theme that is left out both numbers are hidden.
        var left = Tables(report).Where(IsSurvey).Sum(t => 2 * (tables.Codes.Count - t.Rows.Count));
        Assert.Contains($"I tabellerna med teman bredvid enkätens frågor är {Hidden(IsSurvey) + left} dolda.", text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<MarkdownTable> Tables(string report) => MarkdownTable.Of(File.ReadAllText(Demo.File(report)));

    private static string Plain(string report) => File.ReadAllText(Demo.File(report)).Replace('\u00A0', ' ').Replace("\\", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\*\*Mättnad:\*\* (\d+) koder används i de (\d+) intervjuerna\. (\d+) av dem fanns redan i de (\d+) första i projektets ordning\. De tre sista gav (\d+) ny")]
    private static partial Regex Saturation();
}
