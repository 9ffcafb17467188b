using System.Globalization;
using System.Text.RegularExpressions;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>Every number of the demo's theme reports is counted again from the tables of <c>mia export</c>.</summary>
public sealed partial class ReportFigureTests
{
    private const int Threshold = 5;
    private const string Hidden = "..";

    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["Intervju"] = "interview",
        ["Enkätfritext"] = "survey",
        ["Dialoganteckning"] = "notes",
        ["Deltagarberättelse"] = "story",
        ["Tabell"] = "table",
    };

    private readonly ExportedProject tables = new(Demo.File("tabeller"));

    [Fact]
    public void Every_cell_of_theme_by_group_in_the_internal_report_can_be_recomputed()
    {
        var table = Themes("temarapport-intern.md");
        var columns = Groups(table);

        Assert.Equal(tables.Codes.Count, table.Rows.Count);
        foreach (var (row, path) in table.Rows.Zip(Paths()))
        {
            foreach (var (column, group, n) in columns)
            {
                Assert.Equal(n, tables.PersonsIn(group));
                Assert.Equal(tables.PersonsOf(path, group), Leading(row[column]));
                CheckPercent(row[column], tables.PersonsOf(path, group), n);
            }
        }

        Assert.Equal(tables.Persons.Select(tables.GroupOf).Distinct().Count(), columns.Count - 1);
    }

    [Fact]
    public void Every_number_shown_to_a_steering_group_is_true_and_small_ones_are_hidden()
    {
        var table = Themes("temarapport.md");
        var columns = Groups(table);
        var (shown, hidden) = (0, 0);
        var smallRows = new HashSet<string>();
        var hiddenLarge = new List<string>();
        foreach (var (row, path) in table.Rows.Zip(Paths()))
        {
            var hiddenGroups = 0;
            foreach (var (column, group, n) in columns)
            {
                var truth = tables.PersonsOf(path, group);
                var small = (truth > 0 && truth < Threshold) || (n < Threshold && (truth == 0 || truth == n));
                if (small)
                {
                    Assert.Equal(Hidden, row[column]);
                }

                if (small || Above(path).Any(above => tables.PersonsOf(above, group) - truth is > 0 and < Threshold))
                {
                    smallRows.Add(path);
                }

                if (row[column] == Hidden)
                {
                    hidden++;
                    hiddenGroups += group is null ? 0 : 1;
                    if (!small)
                    {
                        hiddenLarge.Add(path);
                    }
                }
                else
                {
                    shown++;
                    Assert.Equal(truth, Leading(row[column]));
                    CheckPercent(row[column], truth, n);
                }
            }

            // With the total shown, a single hidden number of the row could be reckoned.
            Assert.False(hiddenGroups == 1 && row[columns.Single(c => c.Group is null).Column] != Hidden, path);
        }

        // Something is hidden beyond the small numbers only to protect a small one in the same branch of the codebook, or a
        // few persons who are left of a theme when those of a sub-theme are taken away.
        Assert.All(hiddenLarge, path => Assert.Contains(smallRows, small => Root(small) == Root(path)));
        Assert.True(shown > hidden && hidden > 0, $"{shown} shown, {hidden} hidden");
    }

    [Theory]
    [InlineData("temarapport-intern.md")]
    [InlineData("temarapport.md")]
    public void The_table_of_material_can_be_recomputed(string report)
    {
        var table = MarkdownTable.With(Tables(report), "Källa", "Grupp", "Källor", "Personer", "Stycken", "Genomlästa");
        foreach (var row in table.Rows)
        {
            string Cell(string column) => row[table.Column(column)];
            var kind = Kinds[Cell("Källa")];
            var truth = tables.Material(kind, Cell("Grupp") is "grupp saknas" or "blandad" ? "" : Cell("Grupp"));
            Assert.Equal(truth.Sources, Leading(Cell("Källor")));
            Assert.Equal(truth.Segments, Leading(Cell("Stycken")));
            Assert.Equal(truth.Reviewed, Leading(Cell("Genomlästa")));
            if (kind == "notes")
            {
                Assert.Equal("–", Cell("Personer"));
            }
            else if (Cell("Personer") != Hidden)
            {
                Assert.Equal(truth.Persons, Leading(Cell("Personer")));
            }
        }

        var wanted = tables.Sources.SelectMany(s => s.Segments.Where(g => s.Kind == "notes" || tables.Persons.Contains(g.Respondent)).Select(g => (s.Kind, s.Kind == "notes" ? "" : tables.GroupOf(g.Respondent)))).Distinct();
        Assert.Equal(wanted.Count(), table.Rows.Count);
    }

    [Fact]
    public void The_front_states_the_true_number_of_sources_and_persons()
    {
        var text = Plain("temarapport-intern.md");

        Assert.Contains($"{tables.Sources.Count} källor", text, StringComparison.Ordinal);
        Assert.Contains($"{tables.Persons.Count} person", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("temarapport-intern.md")]
    [InlineData("temarapport.md")]
    public void The_table_of_response_can_be_recomputed(string report)
    {
        var table = MarkdownTable.With(Tables(report), "Enkät", "Alla", "Nådda", "Svar");
        var surveys = tables.Sources.Where(s => s.Kind == "survey").ToList();
        Assert.Equal(surveys.Count, table.Rows.Count);
        foreach (var row in table.Rows)
        {
            var survey = surveys.Single(s => row[0] == $"{s.Survey} {s.Wave}");
            Assert.Equal(survey.Population, Leading(row[table.Column("Alla")]));
            Assert.Equal(survey.Reached, Leading(row[table.Column("Nådda")]));
            Assert.Equal(survey.Answered.Count, Leading(row[table.Column("Svar")]));
            Assert.Equal(Percent(survey.Answered.Count, survey.Reached!.Value, 1), row[table.Column("Andel av nådda")]);
            Assert.Equal(Percent(survey.Answered.Count, survey.Population!.Value, 1), row[table.Column("Andel av alla")]);
        }
    }

    [Fact]
    public void The_codebook_of_the_internal_report_can_be_recomputed()
    {
        var table = MarkdownTable.With(Tables("temarapport-intern.md"), "Kod", "Namn", "Definition", "Personer", "Avsnitt");
        Assert.Equal(tables.Codes.Count, table.Rows.Count);
        foreach (var (row, code) in table.Rows.Zip(tables.Codes))
        {
            var path = tables.PathOf(code);
            Assert.Equal(code["code"], row[table.Column("Kod")]);
            Assert.Equal(code["name"], row[table.Column("Namn")].TrimStart('–', ' '));
            Assert.Equal(code["definition"], row[table.Column("Definition")]);
            Assert.Equal(tables.PersonsOf(path, null), Leading(row[table.Column("Personer")]));
            Assert.Equal(Passages(path), Leading(row[table.Column("Avsnitt")]));
        }
    }

    [Theory]
    [InlineData("temarapport-intern.md")]
    [InlineData("temarapport.md")]
    public void Every_k_of_n_in_a_themes_section_can_be_recomputed(string report)
    {
        var sections = Sections(report);
        var seen = 0;
        foreach (var path in Paths().Where(p => tables.Theme(p).Count > 0))
        {
            var name = path.Split(" / ")[^1];
            var section = Beside().Replace(sections.Single(s => string.Equals(s.Heading, name, StringComparison.OrdinalIgnoreCase)).Text, "");
            foreach (Match match in KofN().Matches(section))
            {
                var group = match.Groups["label"].Value.Trim();
                var known = tables.Persons.Select(tables.GroupOf).Distinct().SingleOrDefault(g => g == group);
                Assert.Equal(tables.PersonsIn(known), Leading(match.Groups["n"].Value));
                if (match.Groups["k"].Value != Hidden)
                {
                    seen++;
                    Assert.Equal(tables.PersonsOf(path, known), Leading(match.Groups["k"].Value));
                }
            }

            if (Coded().Match(section) is { Success: true } coded)
            {
                Assert.Equal(Passages(path), Leading(coded.Groups["codings"].Value));
                Assert.Equal(tables.Theme(path).Select(c => c.Source).Distinct().Count(), Leading(coded.Groups["sources"].Value));
            }
        }

        Assert.True(seen > Paths().Count, $"{seen} numbers seen");
    }

    [Theory]
    [InlineData("temarapport-intern.md")]
    [InlineData("temarapport.md")]
    public void Themes_beside_the_questions_of_a_survey_can_be_recomputed(string report)
    {
        var figures = new ShownFigures(hides: report == "temarapport.md");
        var asked = new List<string>();
        foreach (var (heading, text) in Sections(report))
        {
            if (tables.Questions.LastOrDefault(q => heading == $"{q["id"]} {q["text"]}") is not { } question)
            {
                continue;
            }

            asked.Add(heading);
            var (sides, everyone) = (tables.Sides(question), tables.Sides(question, onlyPersons: false));
            figures.Of(Answered().Match(text).Groups[1].Value, everyone.Values.Count(x => x), everyone.Count);
            var table = MarkdownTable.With(MarkdownTable.Of(text), "Tema", "Svarade positivt", "Svarade annat");
            Assert.True(report == "temarapport.md" ? table.Rows.Count < tables.Codes.Count : table.Rows.Count == tables.Codes.Count);
            foreach (var (column, high) in new[] { (1, true), (2, false) })
            {
                var those = sides.Where(s => s.Value == high).Select(s => s.Key).ToHashSet();
                var shownBase = table.Headers[column][(table.Headers[column].IndexOf("= ", StringComparison.Ordinal) + 2)..^1];
                figures.Whole(shownBase, those.Count);
                foreach (var row in table.Rows)
                {
                    var path = Paths().Single(p => p.Split(" / ")[^1] == row[0].TrimStart('–', ' '));
                    figures.Cell(row[column], tables.With(path).Count(those.Contains), those.Count);
                }
            }
        }

        foreach (var path in Paths())
        {
            foreach (Match match in Sections(report).Where(s => string.Equals(s.Heading, path.Split(" / ")[^1], StringComparison.OrdinalIgnoreCase)).SelectMany(s => Beside().Matches(s.Text)))
            {
                var sides = tables.Sides(tables.Questions.Last(q => match.Groups["question"].Value == $"{q["id"]} {q["text"]}"));
                foreach (var high in new[] { true, false })
                {
                    figures.Of(match.Groups[high ? "high" : "low"].Value, sides.Count(s => s.Value == high && tables.With(path).Contains(s.Key)), sides.Values.Count(s => s == high));
                }
            }
        }

        Assert.Equal(["F1 Hur upplever du att insatsen var för dig?", "F2 Får du det stöd du behöver?"], asked);
        Assert.True(figures.True > 20, $"{figures.True} seen, {figures.Unseen} hidden");
    }

    [Theory]
    [InlineData("temarapport-intern.md")]
    [InlineData("temarapport.md")]
    public void The_table_of_goals_can_be_recomputed_from_the_surveys_own_file(string report)
    {
        var survey = RawSurvey.Of("Avslutsenkät 2025.csv", "Avslutsenkät 2025.profil.json")[0];
        var goal = Assert.Single(survey.Goals);
        var question = survey.Questions.Single(q => q.Id == goal.Question);
        var (k, n) = (survey.Rows.Count(r => RawSurvey.Points(r, question).Any(goal.Points.Contains)), survey.Valid(question).Count);
        var row = Assert.Single(MarkdownTable.With(Tables(report), "Mål", "Mått", "Utfall").Rows);
        Assert.Equal([goal.Name, $"{question.Name}: ja", "60 %", $"{k} av {n} ({ShownFigures.Percent(k, n)})", "2025-10-06", "Avslutsenkät 2025", k >= goal.Target * n ? "ja" : "nej"], row);
    }

    [Fact]
    public void The_codings_by_origin_can_be_recomputed()
    {
        var table = MarkdownTable.With(Tables("temarapport-intern.md"), "Ursprung", "Kodningar");

        Assert.Equal(tables.Codings.GroupBy(c => c.Origin).Select(g => g.Count()).Order(), table.Rows.Select(r => Leading(r[1])!.Value).Order());
        Assert.Contains($"{tables.Codings.Count()} kodningar", Plain("temarapport-intern.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_quote_stands_word_for_word_where_its_reference_says()
    {
        var segments = CsvRows.Read(Demo.File("tabeller", "segments.csv")).Rows;
        var quotes = MarkdownTable.Quotes(File.ReadAllText(Demo.File("temarapport-intern.md")));
        Assert.True(quotes.Count > tables.Codes.Count);
        foreach (var quote in quotes)
        {
            var reference = quote[(quote.LastIndexOf('\n') + 1)..];
            var place = int.Parse(Stycke().Match(reference).Groups[1].Value, CultureInfo.InvariantCulture);
            var file = FileName().Match(reference).Groups[1].Value;
            var at = segments.Where(s => s["source"] == file && s["ordinal"] == place.ToString(CultureInfo.InvariantCulture)).Select(s => Words(s["text"])).ToList();
            var words = Words(quote[..quote.LastIndexOf('\n')]);
            Assert.True(at.Any(text => words.Split("[…]", StringSplitOptions.TrimEntries).All(part => text.Contains(part, StringComparison.Ordinal) || part.Contains(text, StringComparison.Ordinal))), reference);
        }
    }

    [Fact]
    public void The_steering_groups_report_names_no_file_and_no_row_of_a_survey()
    {
        var text = File.ReadAllText(Demo.File("temarapport.md"));

        Assert.All(tables.Sources, s => Assert.DoesNotContain(s.Name, text, StringComparison.Ordinal));
        Assert.DoesNotContain(", svar ", text, StringComparison.Ordinal);
    }

    private static string Root(string path) => path.Split(" / ")[0];

    private static IEnumerable<string> Above(string path)
    {
        for (var at = path.LastIndexOf(" / ", StringComparison.Ordinal); at > 0; at = path.LastIndexOf(" / ", StringComparison.Ordinal))
        {
            yield return path = path[..at];
        }
    }

    private static MarkdownTable Themes(string report) => MarkdownTable.With(Tables(report), "Tema", "Alla (");

    private static IReadOnlyList<MarkdownTable> Tables(string report) => MarkdownTable.Of(File.ReadAllText(Demo.File(report)));

    /// <summary>The columns of theme by group: group (null for all) and the base that the header states.</summary>
    private List<(int Column, string? Group, int N)> Groups(MarkdownTable table)
    {
        var groups = tables.Persons.Select(tables.GroupOf).Distinct().ToList();
        return [.. table.Headers.Index().Skip(1).Select(h =>
        {
            var name = h.Item[..h.Item.IndexOf('(', StringComparison.Ordinal)].Trim();
            var n = Leading(h.Item[(h.Item.IndexOf('=', StringComparison.Ordinal) + 1)..].TrimEnd(')')) ?? -1;
            return (h.Index, name == "Alla" ? null : groups.Single(g => string.Equals(g, name, StringComparison.OrdinalIgnoreCase)), n);
        })];
    }

    /// <summary>The codes in the order of the codebook, as paths.</summary>
    private List<string> Paths() => [.. tables.Codes.Select(tables.PathOf)];

    private int Passages(string path) => tables.Theme(path).Select(c => (c.Source, c.Start, c.End)).Distinct().Count();

    private static void CheckPercent(string cell, int k, int n)
    {
        if (cell.Contains('%', StringComparison.Ordinal))
        {
            Assert.Contains($"({Percent(k, n, 0)})", cell, StringComparison.Ordinal);
            Assert.True(n >= 20, cell);
        }
    }

    private static string Percent(int k, int n, int decimals) =>
        Math.Round((decimal)k * 100 / n, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('.', ',') + " %";

    /// <summary>The number that a cell begins with; thousands may be parted by a space.</summary>
    private static int? Leading(string cell)
    {
        var digits = LeadingNumber().Match(cell.Trim()).Value.Replace(" ", "", StringComparison.Ordinal);
        return digits.Length == 0 ? null : int.Parse(digits, CultureInfo.InvariantCulture);
    }

    private static string Plain(string report) => File.ReadAllText(Demo.File(report)).Replace('\u00A0', ' ').Replace("\\", "", StringComparison.Ordinal);

    private static List<(string Heading, string Text)> Sections(string report)
    {
        var sections = new List<(string, string)>();
        foreach (var part in Plain(report).Split("\n#").Skip(1))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            var text = string.Join('\n', part[(end < 0 ? part.Length : end)..].Split('\n').Where(l => !l.StartsWith('>')));
            sections.Add((part[..(end < 0 ? part.Length : end)].Trim('#', ' '), text));
        }

        return sections;
    }

    private static string Words(string text) => Space().Replace(text.Replace('\u00A0', ' '), " ").Trim();

    [GeneratedRegex(@"^\d{1,3}(?: \d{3})+|^\d+")]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"(?<label>\p{L}*)[ :(]*(?<k>\d[\d ]*|\.\.) av (?<n>\d[\d ]*)")]
    private static partial Regex KofN();

    [GeneratedRegex(@"\*\*Bredvid enkäten:\*\* av dem som svarade positivt på (?<question>.+) har (?<high>(?:\d+|\.\.) av (?:\d+|\.\.)(?: \(\d+ %\))?) tagit upp temat, av dem som svarade annat (?<low>(?:\d+|\.\.) av (?:\d+|\.\.)(?: \(\d+ %\))?)\.")]
    private static partial Regex Beside();

    [GeneratedRegex(@"svarade (\d+ av \d+(?: \(\d+ %\))?) ”")]
    private static partial Regex Answered();

    [GeneratedRegex(@"(?<codings>\d[\d ]*) koda(?:de|t) avsnitt i (?<sources>\d[\d ]*) käll")]
    private static partial Regex Coded();

    [GeneratedRegex(@"stycke (\d+)")]
    private static partial Regex Stycke();

    [GeneratedRegex(@"\(([^()]+?)(?:, stycke \d+)?\)$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
