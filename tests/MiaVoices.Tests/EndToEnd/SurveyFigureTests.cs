using System.Text.RegularExpressions;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>
/// Every number of the survey reports is counted again from the survey's own file, its profile and the office's codings. A
/// line with a number that is not among those known here fails.
/// </summary>
public sealed class SurveyFigureTests
{
    [Theory]
    [InlineData("Avslutsenkät 2025.csv", "Avslutsenkät 2025.profil.json", "internal")]
    [InlineData("Avslutsenkät 2025.csv", "Avslutsenkät 2025.profil.json", "steering")]
    [InlineData("Avslutsenkät 2025.csv", "Avslutsenkät 2025.profil.json", "public")]
    [InlineData("Indikatorenkät.xlsx", "Indikatorenkät.profil.json", "internal")]
    [InlineData("Indikatorenkät.xlsx", "Indikatorenkät.profil.json", "steering")]
    [InlineData("Indikatorenkät.xlsx", "Indikatorenkät.profil.json", "public")]
    public void Every_number_of_a_survey_report_can_be_counted_again_from_the_surveys_own_file(string file, string profile, string audience)
    {
        var waves = RawSurvey.Of(file, profile);
        using var mia = Demo.Copy();
        mia.Ok("report", Demo.Project, "survey", "--survey", waves[0].Name, "--audience", audience, "--out", "enkät.md");
        var figures = new ShownFigures(hides: audience != "internal");
        var reading = new SurveyReading(waves, figures);
        foreach (var line in File.ReadAllLines(mia.File("enkät.md")))
        {
            reading.Read(line.Replace('\u00A0', ' ').Replace("\\", "", StringComparison.Ordinal));
        }

        reading.Complete();
        Assert.Equal(audience == "internal", figures.Unseen == 0);
        Assert.True(figures.True > 60 && figures.True > figures.Unseen, $"{figures.True} seen, {figures.Unseen} hidden");
    }
}

/// <summary>Reads a survey report line by line and holds each number against the survey.</summary>
internal sealed partial class SurveyReading(IReadOnlyList<RawSurvey> waves, ShownFigures figures)
{
    private readonly RawThemes _themes = new();
    private readonly HashSet<string> _sections = [];
    private readonly HashSet<string> _questions = [];
    private string _section = "";
    private RawSurvey.Question? _question;
    private RawSurvey.Question? _text;
    private string[] _headers = [];
    private bool _isTable;

    private RawSurvey Now => waves[^1];

    private RawSurvey? Before => waves.Count > 1 ? waves[^2] : null;

    public void Read(string line)
    {
        if (line.StartsWith('#'))
        {
            Heading(line);
        }
        else if (line.StartsWith("| ", StringComparison.Ordinal))
        {
            Row(line.Trim('|', ' ').Length == 0 ? [] : [.. line[2..^2].Split(" | ")]);
        }
        else
        {
            _isTable = false;
            Line(line);
        }
    }

    /// <summary>All of the survey has been read of.</summary>
    public void Complete()
    {
        Assert.Equal(Now.Questions.Where(q => q.Kind != "freetext").Select(q => q.Id).Order(), _questions.Order());
        string[] wanted = ["Svarsfrekvens", "Indikatortabell", "Fråga för fråga", "Så är siffrorna räknade", .. Now.Goals.Count > 0 ? new[] { "Mål" } : [], .. Now.Questions.Any(q => q.About is not null) ? new[] { "Teman bredvid frågor" } : []];
        Assert.All(wanted, s => Assert.Contains(s, _sections));
    }

    private void Heading(string line)
    {
        var text = line.TrimStart('#', ' ');
        if (line.StartsWith("# ", StringComparison.Ordinal))
        {
            Assert.Equal($"Enkätrapport: {Now.Name} {Now.Wave}", text);
        }
        else if (line.StartsWith("## ", StringComparison.Ordinal))
        {
            (_section, _question) = (text, null);
            _sections.Add(text);
        }
        else if (_section == "Teman bredvid frågor")
        {
            _question = Now.Questions.Single(q => text.EndsWith(" och " + q.Name, StringComparison.Ordinal));
            _text = Now.Questions.Single(q => text.StartsWith(q.Id + " och ", StringComparison.Ordinal));
            Assert.Equal(_question.Id, _text.About);
        }
        else
        {
            _question = Now.Questions.Single(q => q.Name == text);
            _questions.Add(_question.Id);
        }
    }

    private void Row(string[] cells)
    {
        if (cells.All(c => c.Trim(':').All(x => x == '-')))
        {
            return;
        }

        if (!_isTable)
        {
            (_headers, _isTable) = (cells, true);
            return;
        }

        switch (_section)
        {
            case "Svarsfrekvens" when cells.Length == 8:
                Response(cells);
                break;
            case "Svarsfrekvens":
                NonResponse(cells);
                break;
            case "Indikatortabell":
                Indicator(cells);
                break;
            case "Mål":
                Goal(cells);
                break;
            case "Fråga för fråga":
                Distribution(cells);
                break;
            default:
                Joint(cells);
                break;
        }
    }

    private void Response(string[] cells)
    {
        var wave = waves.Single(w => w.Wave == cells[0]);
        int[] truth = [wave.Population, wave.Reached, wave.Population - wave.Reached, wave.Answered, wave.Reached - wave.Answered];
        foreach (var (shown, number) in cells[1..6].Zip(truth))
        {
            figures.Whole(shown, number);
        }

        figures.Text(cells[6], ShownFigures.Rate(wave.Answered, wave.Reached));
        figures.Text(cells[7], ShownFigures.Rate(wave.Answered, wave.Population));
    }

    private void NonResponse(string[] cells)
    {
        var question = Now.Questions.Single(q => q.Name == cells[0]);
        var answered = question.Kind == "freetext" ? Now.Wrote(question).Count : Now.Valid(question).Count;
        figures.Whole(cells[1], Now.Rows.Count);
        figures.Whole(cells[2], answered);
        figures.Whole(cells[3], Now.Rows.Count - answered);
    }

    private void Indicator(string[] cells)
    {
        var question = Now.Questions.Single(q => q.Name == cells[0]);
        var group = Group(cells[1]);
        var (k, n) = (Now.Positive(question, group), Now.Valid(question, group).Count);
        figures.Whole(cells[2], n);
        figures.Cell(cells[3], k, n);
        var then = Before?.Questions.SingleOrDefault(q => q.Id == question.Id);
        if (Before is null || then is null || (group is not null && !Before.Groups.Contains(group)))
        {
            Assert.Equal(["–", "–", Before is null ? "första mätningen" : then is null ? "ny fråga" : "ny grupp, ingen tidigare mätning"], cells[4..]);
            return;
        }

        var (k0, n0) = (Before.Positive(then, group), Before.Valid(then, group).Count);
        figures.Of(cells[4], k0, n0);
        if (cells[5] == "–")
        {
            Assert.True(n < 20 || n0 < 20 || cells[6] == "visas inte", string.Join('|', cells));
        }
        else
        {
            Assert.True(n >= 20 && n0 >= 20);
            figures.Text(cells[5], ShownFigures.Points(k0, n0, k, n));
        }
    }

    private void Goal(string[] cells)
    {
        var goal = Now.Goals.Single(g => g.Name == cells[0]);
        var question = Now.Questions.Single(q => q.Id == goal.Question);
        var (k, n) = (Now.Rows.Count(r => RawSurvey.Points(r, question).Any(goal.Points.Contains)), Now.Valid(question).Count);
        Assert.Equal($"{question.Name}: {string.Join(" + ", goal.Points)}", cells[1]);
        Assert.Equal(FormattableString.Invariant($"{decimal.Truncate(goal.Target * 100)} %"), cells[2]);
        figures.Of(cells[3], k, n);
        Assert.Equal([$"{Now.Name} {Now.Wave}", cells[6] == "visas inte" ? "visas inte" : k >= goal.Target * n ? "ja" : "nej"], cells[5..]);
    }

    /// <summary>The answers of one question, by group: the headings state the base.</summary>
    private void Distribution(string[] cells)
    {
        foreach (var (column, header) in _headers.Index().Skip(1))
        {
            var group = Group(GroupOf(header));
            var n = Now.Valid(_question!, group).Count;
            figures.Whole(BaseOf(header), n);
            figures.Cell(cells[column], cells[0] == "Positiva svar tillsammans" ? Now.Positive(_question!, group) : Chosen(cells[0], group), n);
        }
    }

    /// <summary>A theme among those who wrote, by what they answered to the question that the text is about.</summary>
    private void Joint(string[] cells)
    {
        var wrote = Now.Wrote(_text!).ToHashSet();
        var with = _themes.With(Now.File, _text!.Header, cells[0]);
        foreach (var (column, header) in _headers.Index().Skip(1))
        {
            bool Fits(RawSurvey.Row r) => GroupOf(header) switch
            {
                "Alla" => true,
                "Svarade positivt" => RawSurvey.Points(r, _question!).Any(_question!.Positive.Contains),
                "Svarade annat" => !RawSurvey.Points(r, _question!).Any(_question!.Positive.Contains),
                var point => RawSurvey.Points(r, _question!).Any(p => string.Equals(p, point, StringComparison.OrdinalIgnoreCase)),
            };
            var those = Now.Valid(_question!).Where(r => wrote.Contains(r) && Fits(r)).ToList();
            figures.Whole(BaseOf(header), those.Count);
            figures.Cell(cells[column], those.Count(r => with.Contains(r.Id)), those.Count);
        }
    }

    private void Line(string line)
    {
        if (_question is not null && _section == "Fråga för fråga")
        {
            Question(line);
            return;
        }

        if (Front().Match(line) is { Success: true } front)
        {
            figures.Whole(front.Groups[1].Value, Now.Answered);
            return;
        }

        // What is left are sentences about how figures are made; the numbers in them are rules, not results.
        var left = Rules().Replace(line, "");
        Assert.False(left.Any(char.IsAsciiDigit), $"{_section}: {line}");
    }

    private void Question(string line)
    {
        var question = _question!;
        if (Chart().Match(line) is { Success: true } bar && question.Scale.Concat(Options(question)).Append("annat (egna ord)").Contains(bar.Groups[1].Value))
        {
            var (k, n) = (Chosen(bar.Groups[1].Value, null), Now.Valid(question).Count);
            figures.Cell(bar.Groups["shown"].Value, k, n);
            ShownFigures.Bar(line, bar.Groups["shown"].Value == ".." ? 0 : k, n);
            return;
        }

        if (line == $"{question.Name} (n = {Now.Valid(question).Count})")
        {
            return;
        }

        var left = Answered().Replace(line, m =>
        {
            figures.Whole(m.Groups[1].Value, Now.Valid(question).Count);
            figures.Whole(m.Groups[2].Value, Now.Rows.Count);
            return "";
        });
        left = Missing().Replace(left, m =>
        {
            figures.Persons(m.Groups[2].Value, Now.Rows.Count(r => r.Cells[question.Header] == (m.Groups[1].Value == "inget svar" ? "" : m.Groups[1].Value.Trim('”'))));
            return "";
        });
        left = Positives().Replace(left, m =>
        {
            figures.Of(m.Groups[1].Value, Now.Positive(question), Now.Valid(question).Count);
            return "";
        });
        left = Change().Replace(left, m =>
        {
            var then = Before!.Questions.Single(q => q.Id == question.Id);
            var (k0, n0) = (Before.Positive(then), Before.Valid(then).Count);
            Assert.Equal(Before.Wave, m.Groups[1].Value);
            figures.Of(m.Groups[2].Value, k0, n0);
            figures.Text(m.Groups[3].Value, ShownFigures.Points(k0, n0, Now.Positive(question), Now.Valid(question).Count));
            return "";
        }).Replace("mer än 100 %", "", StringComparison.Ordinal);
        Assert.False(left.Any(char.IsAsciiDigit), line);
    }

    /// <summary>How many chose a point; what one person alone wrote is told as one outside.</summary>
    private int Chosen(string point, string? group) => point != "annat (egna ord)" ? Now.Count(_question!, point, group)
        : Options(_question!).Where(o => Now.Count(_question!, o) == 1).Sum(o => Now.Count(_question!, o, group));

    private IEnumerable<string> Options(RawSurvey.Question question) => Now.Rows.SelectMany(r => RawSurvey.Points(r, question)).Distinct();

    private string? Group(string shown) => string.Equals(shown, "alla", StringComparison.OrdinalIgnoreCase) ? null
        : Now.Groups.Single(g => string.Equals(g, shown, StringComparison.OrdinalIgnoreCase));

    private static string GroupOf(string header) => header[..header.IndexOf(" (n", StringComparison.Ordinal)];

    private static string BaseOf(string header) => header[(header.IndexOf("= ", StringComparison.Ordinal) + 2)..^1];

    [GeneratedRegex(@"^Rapporten bygger på svar från (\d[\d ]*) person")]
    private static partial Regex Front();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d|MiaVoices [\d.]+|minst 20;|färre än 5 personer|Tabellen gäller dem som svarade på \p{Lu}\d och skrev något på fritextfrågan \p{Lu}\d")]
    private static partial Regex Rules();

    [GeneratedRegex(@"^(.+?)  +█* *(?<shown>\.\.|\d+(?: \(\d+ %\))?)$")]
    private static partial Regex Chart();

    [GeneratedRegex(@"(\d[\d ]*|\.\.) av (\d[\d ]*) tillfrågade svarade")]
    private static partial Regex Answered();

    [GeneratedRegex(@"(”[^”]+”|inget svar) \((\d+|\.\.)\)")]
    private static partial Regex Missing();

    [GeneratedRegex(@"Positiva svar är [^:]+: ((?:\d+|\.\.) av (?:\d+|\.\.)(?: \(\d+ %\))?)")]
    private static partial Regex Positives();

    [GeneratedRegex(@"I (\d+) var de positiva ((?:\d+|\.\.) av \d+(?: \(\d+ %\))?)\. Förändringen är (\S+) procentenheter")]
    private static partial Regex Change();
}
