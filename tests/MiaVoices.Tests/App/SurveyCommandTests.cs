using System.IO.Compression;
using System.Numerics;
using System.Text.Json;
using System.Xml.Linq;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

/// <summary><c>mia survey</c> on the practice material, each number counted once more from the raw files by other code.</summary>
public sealed class SurveyCommandTests : IClassFixture<SurveyCommandTests.Practice>
{
    private const string Project = "p.mia";
    private static readonly string[] Scale = ["aldrig", "sällan", "ibland", "ofta", "för det mesta", "alltid"];
    private static readonly string[] Positive = ["ofta", "för det mesta", "alltid"];
    private readonly Mia mia;

    public SurveyCommandTests(Practice practice) => mia = practice.Mia;

    [Fact]
    public void Every_number_of_the_closing_survey_is_that_of_the_file()
    {
        var rows = Closing();
        var json = mia.Json("survey", Project, "--survey", "Avslutsenkät", "--audience", "internal", "--by", "delprojekt");
        var response = json.GetProperty("response");
        Assert.Equal((160, 118, 41), (response.GetProperty("population").GetInt32(), response.GetProperty("reached").GetInt32(), response.GetProperty("answered").GetInt32()));
        Same(41, 118, response.GetProperty("rateOfReached"));
        Same(41, 160, response.GetProperty("rateOfPopulation"));
        foreach (var (id, header) in new[] { ("F1", "Hur upplever du att insatsen var för dig?"), ("F2", "Får du det stöd du behöver?"), ("F3", "Har du varit med och bestämt om ditt stöd?"), ("F5", "Har du fått ökad makt över din situation?") })
        {
            var question = json.GetProperty("questions").EnumerateArray().Single(q => q.GetProperty("id").GetString() == id);
            Check(question, rows.Select(r => r[header]));
            foreach (var group in question.GetProperty("byGroup").EnumerateArray())
            {
                Check(group, rows.Where(r => r["Delprojekt"] == group.GetProperty("group").GetString()).Select(r => r[header]));
            }
        }

        var several = json.GetProperty("questions").EnumerateArray().Single(q => q.GetProperty("id").GetString() == "F4");
        var chosen = rows.Select(r => r["Vilka delar har varit viktigast för dig?"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        Assert.Equal(chosen.Count(c => c.Length > 0), several.GetProperty("valid").GetInt32());
        Assert.All(several.GetProperty("distribution").EnumerateArray(), p => Assert.Equal(chosen.Count(c => c.Contains(p.GetProperty("point").GetString())), p.GetProperty("n").GetInt32()));
        var goal = json.GetProperty("goals")[0];
        Assert.Equal((25, 40, true), (goal.GetProperty("n").GetInt32(), goal.GetProperty("of").GetInt32(), goal.GetProperty("met").GetBoolean()));
        Same(25, 40, goal.GetProperty("share"));
    }

    [Fact]
    public void Every_number_and_change_of_the_indicator_survey_is_that_of_the_workbook()
    {
        var json = mia.Json("survey", Project, "--survey", "Indikatorenkät", "--audience", "internal", "--by", "grupp");
        var waves = new[] { "2024", "2025" }.ToDictionary(w => w, Indicator);
        Assert.Equal([(205, 148, 60), (232, 176, 80)], json.GetProperty("waves").EnumerateArray().Select(w => w.GetProperty("response")).Select(r =>
            (r.GetProperty("population").GetInt32(), r.GetProperty("reached").GetInt32(), r.GetProperty("answered").GetInt32())));
        foreach (var question in json.GetProperty("questions").EnumerateArray())
        {
            var (wave, text) = (question.GetProperty("wave").GetString()!, question.GetProperty("text").GetString()!);
            Check(question, waves[wave].Select(r => r[text]));
            Assert.Equal(text == "Det är tydligt vad som händer efter avslut", question.GetProperty("isNew").GetBoolean());
            foreach (var group in question.GetProperty("byGroup").EnumerateArray())
            {
                Check(group, waves[wave].Where(r => r["Grupp"] == group.GetProperty("group").GetString()).Select(r => r[text]));
                Assert.Equal(wave == "2025" && (group.GetProperty("group").GetString() == "remittent" || question.GetProperty("isNew").GetBoolean()), group.GetProperty("isNew").GetBoolean());
            }

            if (wave == "2024" || question.GetProperty("isNew").GetBoolean())
            {
                Assert.Equal(JsonValueKind.Null, question.GetProperty("change").ValueKind);
                continue;
            }

            var (k1, n1) = Counted(waves["2024"].Select(r => r[text]));
            var (k2, n2) = Counted(waves["2025"].Select(r => r[text]));
            Same(((BigInteger)k2 * n1 - (BigInteger)k1 * n2) * 100, (BigInteger)n1 * n2, question.GetProperty("change").GetProperty("points"));
        }
    }

    [Fact]
    public void Outside_no_small_number_is_told_and_the_shown_ones_are_true()
    {
        var inside = mia.Json("survey", Project, "--survey", "Indikatorenkät", "--audience", "internal", "--by", "delprojekt").GetProperty("questions").EnumerateArray().ToList();
        var outside = mia.Json("survey", Project, "--survey", "Indikatorenkät", "--by", "delprojekt").GetProperty("questions").EnumerateArray().ToList();
        foreach (var (open, shown) in inside.Zip(outside))
        {
            foreach (var (all, some) in open.GetProperty("byGroup").EnumerateArray().Append(open).Zip(shown.GetProperty("byGroup").EnumerateArray().Append(shown)))
            {
                foreach (var (known, told) in all.GetProperty("distribution").EnumerateArray().Zip(some.GetProperty("distribution").EnumerateArray()))
                {
                    var n = told.GetProperty("n");
                    Assert.Equal(told.GetProperty("suppressed").GetBoolean(), n.ValueKind == JsonValueKind.Null);
                    Assert.True(n.ValueKind == JsonValueKind.Null || (n.GetInt32() == known.GetProperty("n").GetInt32() && n.GetInt32() is 0 or >= 5));
                }
            }
        }
    }

    [Theory]
    [InlineData("survey p.mia", "Avslutsenkät, Indikatorenkät")]
    [InlineData("survey p.mia --survey Annan", "Avslutsenkät, Indikatorenkät")]
    [InlineData("survey p.mia --survey Indikatorenkät --by ort", "delprojekt, grupp, kön")]
    [InlineData("survey p.mia --survey Indikatorenkät --wave 2020", "2024, 2025")]
    [InlineData("survey p.mia --survey Indikatorenkät --question I9", "I1, I2, I3, I4, T1")]
    [InlineData("survey p.mia --survey Indikatorenkät --wave 2024 --compare 2024 2025", "--compare")]
    public void What_is_not_there_is_told_with_what_there_is(string line, string names)
    {
        var run = mia.Run(line.Split(' ')).Ends(2);
        Assert.Contains(names, run.ErrLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_and_bars_state_their_base()
    {
        var text = mia.Ok("survey", Project, "--survey", "Avslutsenkät", "--question", "F5", "--intervals").Out;
        Assert.Contains("n = 40 svar av 41 tillfrågade, svar saknas: 1", text, StringComparison.Ordinal);
        Assert.Contains("25 av 40 (63 %)", text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("95 % intervall 47–76 %", text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("uppnått", text, StringComparison.Ordinal);
        var compared = mia.Ok("survey", Project, "--survey", "Indikatorenkät", "--compare", "2025", "2024", "--question", "I1").Out;
        Assert.Contains("2025: 53 av 66", compared.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    private static void Check(JsonElement counted, IEnumerable<string> cells)
    {
        var given = cells.ToList();
        var valid = given.Where(c => c.Length > 0 && c != "vet ej").ToList();
        Assert.Equal((given.Count, valid.Count), (counted.GetProperty("base").GetInt32(), counted.GetProperty("valid").GetInt32()));
        foreach (var point in counted.GetProperty("distribution").EnumerateArray())
        {
            var n = valid.Count(v => v == point.GetProperty("point").GetString());
            Assert.Equal(n, point.GetProperty("n").GetInt32());
            if (valid.Count >= 20)
            {
                Same(n, valid.Count, point.GetProperty("share"));
            }
        }

        Assert.Equal(valid.Count, counted.GetProperty("distribution").EnumerateArray().Sum(p => p.GetProperty("n").GetInt32()));
    }

    private static (int Positive, int Valid) Counted(IEnumerable<string> cells)
    {
        var valid = cells.Where(c => Scale.Contains(c)).ToList();
        return (valid.Count(Positive.Contains), valid.Count);
    }

    /// <summary>The double is the nearest to the exact fraction, but for the last bits.</summary>
    private static void Same(BigInteger part, BigInteger whole, JsonElement value)
    {
        var scaled = new BigInteger(Math.Round(value.GetDouble() * 1e12));
        Assert.True(BigInteger.Abs((scaled * whole) - (part * 1_000_000_000_000)) <= whole * 2, $"{part}/{whole} is not {value}");
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Closing() =>
        CsvRows.Read(Path.Combine(Repository.Root, "corpus-samples", "enkater", "Avslutsenkät 2025.csv")).Rows;

    /// <summary>A sheet of the workbook by its XML alone.</summary>
    private static List<Dictionary<string, string>> Indicator(string sheet)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(Repository.Root, "corpus-samples", "enkater", "Indikatorenkät.xlsx"));
        XDocument Part(string name)
        {
            using var stream = zip.GetEntry(name)!.Open();
            return XDocument.Load(stream);
        }

        XNamespace x = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var strings = zip.GetEntry("xl/sharedStrings.xml") is null ? [] : Part("xl/sharedStrings.xml").Descendants(x + "si").Select(s => string.Concat(s.Descendants(x + "t").Select(t => t.Value))).ToList();
        var number = Part("xl/workbook.xml").Descendants(x + "sheet").Select(s => s.Attribute("name")!.Value).ToList().IndexOf(sheet) + 1;
        var rows = Part(FormattableString.Invariant($"xl/worksheets/sheet{number}.xml")).Descendants(x + "row").Select(r => r.Elements(x + "c").ToDictionary(
            c => string.Concat(c.Attribute("r")!.Value.TakeWhile(char.IsAsciiLetter)),
            c => c.Attribute("t")?.Value == "s" ? strings[int.Parse(c.Element(x + "v")!.Value, System.Globalization.CultureInfo.InvariantCulture)] : string.Concat(c.Descendants().Where(d => d.Name == x + "v" || d.Name == x + "t").Select(d => d.Value)))).ToList();
        return [.. rows.Skip(1).Select(r => rows[0].ToDictionary(h => h.Value, h => r.GetValueOrDefault(h.Key, "").Trim()))];
    }

    public sealed class Practice : IDisposable
    {
        public Practice()
        {
            Mia.Ok("new", Project);
            Mia.Ok("import", Project, Path.Combine(Repository.Root, "corpus-samples", "enkater"), "--quiet");
        }

        public Mia Mia { get; } = new();

        public void Dispose() => Mia.Dispose();
    }
}
