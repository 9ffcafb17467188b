using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using Xunit;
using static MiaVoices.Tests.Core.Reports.ReportReading;

namespace MiaVoices.Tests.Core.Reports;

public class ReportFiguresTests
{
    public static TheoryData<int> Projects => [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_number_of_the_report_can_be_counted_anew_from_the_exported_tables(int seed)
    {
        using var project = Project(seed);
        var figures = new ExportedFigures(project.Store);
        foreach (var audience in new[] { Audience.Internal, Audience.Steering })
        {
            var report = new ReportReading(project.Report(audience));
            Material(report, figures, seed);
            Overview(report, figures);
            Themes(report, figures, audience);
            Appendices(report, figures);
        }
    }

    private static void Material(ReportReading report, ExportedFigures figures, int seed)
    {
        Assert.Equal([2025, 9, 18, figures.Rows("sources.csv").Count(), figures.Persons.Count], Numbers(report.Under(report.Headings.First()).Split('\n')[0]));
        var tables = report.Tables("Så gjorde vi");
        foreach (var row in tables[0].Skip(1))
        {
            var kind = row[0] switch { "Intervju" => "interview", "Enkätfritext" => "survey", _ => "notes" };
            var (sources, persons, segments, read) = figures.Material(kind, row[1] is "grupp saknas" or "blandad" ? "" : row[1]);
            Assert.Equal([$"{sources}", kind == "notes" ? "–" : $"{persons}", $"{segments}", $"{read}"], row[2..]);
        }

        Assert.Equal(figures.Persons.Count, tables[0].Skip(1).Where(r => r[3] != "–").Sum(r => int.Parse(r[3], null)));
        if (seed == 0)
        {
            var survey = figures.Rows("sources.csv").Single(r => r["kind"] == "survey");
            var answered = figures.Rows("segments.csv").Where(s => s["source"] == survey["name"]).Select(s => s["row"]).Distinct().Count();
            Assert.Equal([survey["population"], survey["reached"], $"{answered}"], tables[1][1][1..4]);
            Assert.Equal([9, 9, 7, 5], Numbers(tables[1][1][4] + tables[1][1][5]));
        }
    }

    private static void Overview(ReportReading report, ExportedFigures figures)
    {
        var table = report.Tables("Resultat: översikt")[0];
        var groups = table[0][1..].Select(h => h[..h.IndexOf(" (", StringComparison.Ordinal)].ToLowerInvariant()).Select(g => g == "grupp saknas" ? "" : g).ToList();
        Assert.Equal(groups.Select(g => g == "alla" ? figures.Persons.Count : figures.Size(g)), table[0][1..].Select(h => Numbers(h)[0]));
        Assert.Equal(figures.Rows("codebook.csv").Select(r => r["name"]), table.Skip(1).Select(r => r[0].TrimStart('–', ' ')));
        foreach (var row in table.Skip(1))
        {
            var with = figures.With(row[0].TrimStart('–', ' '));
            foreach (var (group, cell) in groups.Zip(row[1..]).Where(c => c.Second != ".."))
            {
                var persons = group == "alla" ? with.Count : with.Count(p => figures.Group[p] == group);
                var of = group == "alla" ? figures.Persons.Count : figures.Size(group);
                Assert.Equal(of < 20 ? [persons] : [persons, (int)Math.Round(100m * persons / of, MidpointRounding.AwayFromZero)], Numbers(cell));
            }
        }
    }

    private static void Themes(ReportReading report, ExportedFigures figures, Audience audience)
    {
        foreach (var code in figures.Rows("codebook.csv").Select(r => r["name"]).Where(n => figures.Codings(n).Any()))
        {
            var heading = SwedishText.Capital(code);
            var lines = report.Under(heading).Split('\n');
            var basis = lines.Single(l => l.StartsWith("Underlag:", StringComparison.Ordinal));
            if (audience == Audience.Internal)
            {
                Assert.Equal([figures.With(code).Count, figures.Persons.Count], Numbers(basis).Take(2));
            }

            if (!basis.Contains("visas inte", StringComparison.Ordinal))
            {
                var percent = figures.Persons.Count >= 20 ? 1 : 0;
                Assert.Equal([figures.Passages(code), figures.Sources(code)], Numbers(basis)[(2 + percent)..]);
            }

            var quotes = report.Quotes(heading);
            Assert.InRange(quotes.Count, 0, 4);
            Assert.Equal(quotes.Count, quotes.Select(q => q.Words).Distinct().Count());
            foreach (var (words, reference) in quotes)
            {
                var parts = reference["— ".Length..].Split(" (")[0].Split(", ");
                var place = Numbers(parts.Single(p => p.StartsWith("stycke", StringComparison.Ordinal)))[0];
                var segment = figures.Segment(parts.Single(p => figures.Rows("sources.csv").Any(r => r["label"] == p)), place);
                var spoken = words.Split('\n').Where(l => l != "[…]").ToList();
                Assert.Equal(segment!["text"], spoken[0]);
                Assert.Contains(figures.Codings(code), c => c["source"] == segment["source"] && spoken.All(l => c["quote"].Split('\n').Contains(l)));
                Assert.All(spoken, l => Assert.Contains(figures.Rows("segments.csv"), s => s["text"] == l && s["respondent"] == segment["respondent"]));
                Assert.Equal("respondent", segment["role"]);
            }
        }
    }

    private static void Appendices(ReportReading report, ExportedFigures figures)
    {
        var origins = figures.Rows("codings.csv").Where(c => c["code"].Length > 0).GroupBy(c => c["origin"]).Select(g => g.Count()).Order();
        Assert.Equal(origins, report.Tables("Bilaga 1. Metod")[0].Skip(1).Select(r => int.Parse(r[1], null)).Order());
        var codebook = report.Tables("Bilaga 2. Kodbok")[0];
        Assert.Equal(["Personer", "Avsnitt"], codebook[0][^2..]);
        var name = Array.IndexOf(codebook[0], "Namn");
        foreach (var row in codebook.Skip(1))
        {
            var code = row[name].TrimStart('–', ' ');
            Assert.True(row[^2] == ".." || row[^2] == $"{figures.With(code).Count}");
            Assert.True(row[^1] == ".." || row[^1] == $"{figures.Passages(code)}");
        }
    }

    /// <summary>The sample, and some projects thrown together by chance from a seed.</summary>
    private static TinyProject Project(int seed)
    {
        if (seed == 0)
        {
            return ThemeReportTests.Sample();
        }

        var chance = new Random(seed);
        var project = new TinyProject();
        string[] codes = ["stöd", "coach", "tid", "ekonomi", "mål"];
        foreach (var (i, code) in codes.Index())
        {
            project.Code(code, under: i is 1 or 3 ? codes[i - 1] : null);
        }

        string[] words = ["coachen", "ringde", "handläggaren", "möten", "pengarna", "praktiken", "veckor", "lyssnade", "hemma", "vägen"];
        string Said() => string.Join(' ', Enumerable.Range(0, chance.Next(4, 20)).Select(_ => words[chance.Next(words.Length)])) + ".";
        for (var i = 0; i < 26; i++)
        {
            var turns = Enumerable.Range(0, chance.Next(1, 5)).Select(t => (t % 3 == 2 ? "?" : "") + Said()).ToArray();
            var source = project.Interview($"D{i + 10}", chance.Next(5) switch { 0 => "medarbetare", 1 => "remittent", 2 when i % 5 == 0 => "", _ => "deltagare" }, turns);
            for (var c = chance.Next(4); c > 0; c--)
            {
                var from = chance.Next(turns.Length) + 1;
                project.Coding(source, from, codes[chance.Next(codes.Length)], to: Math.Min(turns.Length, from + chance.Next(3)), coder: chance.Next(2) == 0 ? "Kim" : "Alex");
            }

            if (chance.Next(3) == 0)
            {
                project.Review(source, chance.Next(turns.Length) + 1);
            }
        }

        project.Coding(project.Paragraphs("dialog.md", SourceKind.Notes, Said(), Said()), 2, "tid");
        return project;
    }
}
