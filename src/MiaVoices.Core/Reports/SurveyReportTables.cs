using System.Globalization;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Reports;

/// <summary>The tables of a survey report that are about all questions: response, indicators, goals.</summary>
internal static class SurveyReportTables
{
    public static IEnumerable<Block> Response(SurveyReportContent c)
    {
        yield return new Heading(2, "Svarsfrekvens");
        yield return Paragraph.Of("Tabellen visar hur många som har svarat, av dem som enkäten nådde och av alla som den gällde, och hur många som föll bort.");
        yield return new TableBlock(
            [new("Mätning"), new("Alla", true), new("Nådda", true), new("Inte nådda", true), new("Svar", true), new("Nådda utan svar", true), new("Andel av nådda", true), new("Andel av alla", true)],
            [
                .. c.Survey.Waves.Select(r => (IReadOnlyList<string>)
                [
                    SurveyReport.Wave(r.Wave), Known(r.Population), Known(r.Reached), Known(r.NotReached), SwedishText.Number(r.Answered), Known(r.Silent), Rate(r.OfReached), Rate(r.OfPopulation),
                ]),
            ])
        {
            Caption = "Svarsfrekvens och bortfall",
            HasRowHeaders = true,
            Data = Sheet.Of(
                "svarsfrekvens",
                ["mätning", "alla", "nådda", "inte nådda", "svar", "nådda utan svar"],
                c.Survey.Waves.Select(r => new[] { r.Wave ?? "", Plain(r.Population), Plain(r.Reached), Plain(r.NotReached), Plain(r.Answered), Plain(r.Silent) })),
        };
        var questions = SurveyReport.Questions(c).ToList();
        var texts = c.Survey.Texts.Where(t => t.Wave == c.Wave.Wave).ToList();
        if (questions.Count + texts.Count == 0)
        {
            yield break;
        }

        yield return Paragraph.Of("Tabellen visar bortfallet på varje fråga: hur många som fick den och hur många som svarade. På fritextfrågor räknas de som svarat på något i enkäten.");
        yield return new TableBlock(
            [new("Fråga"), new("Tillfrågade", true), new("Svar", true), new("Bortfall", true)],
            [
                .. questions.Select(q => (IReadOnlyList<string>)
                [
                    Name(q.Question), SwedishText.Number(q.All.Base), SwedishText.Number(q.All.Valid), SwedishText.Number(q.All.Missing),
                ]),
                .. texts.Select(t => (IReadOnlyList<string>)[Name(t.Question), SwedishText.Number(t.Base), SwedishText.Number(t.Wrote), SwedishText.Number(t.Base - t.Wrote)]),
            ])
        {
            Caption = "Bortfall per fråga",
            HasRowHeaders = true,
        };
    }

    /// <summary>Question, group, n, positive, the wave before, change, status: one line for all and one for each group.</summary>
    public static IEnumerable<Block> Indicators(SurveyReportContent c)
    {
        var questions = SurveyReport.Questions(c).Where(q => q.All.Positive is not null).ToList();
        if (questions.Count == 0)
        {
            yield break;
        }

        yield return new Heading(2, "Indikatortabell");
        yield return Paragraph.Of("Tabellen visar andelen positiva svar på varje fråga, för alla och för varje grupp, jämfört med förra gången frågan ställdes. Vilka svar som räknas som positiva står vid varje fråga längre fram.");
        var rows = questions.SelectMany(Lines).ToList();
        yield return new TableBlock(
            [new("Fråga"), new("Grupp"), new("n", true), new("Positiva", true), new("Förra mätningen", true), new("Förändring, procentenheter", true), new("Status")],
            [
                .. rows.Select(r => (IReadOnlyList<string>)
                [
                    Name(r.Question.Question),
                    r.Group,
                    SwedishText.Number(r.Tally.Valid),
                    SurveyWords.Cell(r.Tally.Positive!.Value, SurveyReport.Least(c)),
                    Before(r.Change, SurveyReport.Least(c)),
                    r.Change.Why == NoChange.None ? Points(r.Change) : "–",
                    Status(r.Question, r.Change),
                ]),
            ])
        {
            Caption = "Indikatortabell",
            HasRowHeaders = true,
            Data = Sheet.Of(
                "indikatorer",
                ["fråga", "lydelse", "grupp", "n", "positiva", "förra mätningen", "n då", "positiva då"],
                rows.Select(r => new[]
                {
                    r.Question.Question.Id, r.Question.Question.Text, r.Group, Plain(r.Tally.Valid), Plain(Shown(r.Tally.Positive)), Compares(r.Change) ? r.Change.FromWave ?? "" : "",
                    Compares(r.Change) && r.Change.From is { Suppressed: false } then ? Plain(then.Of) : "", Compares(r.Change) ? Plain(Shown(r.Change.From)) : "",
                })),
        };
        if (c.Survey.Gone.Count > 0)
        {
            yield return Paragraph.Of("Frågor som har ställts förut men inte i den senaste mätningen: " + SwedishText.And([.. c.Survey.Gone.Select(g => Name(g.Question))]) + ".");
        }
    }

    public static IEnumerable<Block> Goals(SurveyReportContent c)
    {
        var goals = c.Survey.Goals.Where(g => g.Wave == c.Wave.Wave).ToList();
        if (goals.Count == 0)
        {
            yield break;
        }

        yield return new Heading(2, "Mål");
        yield return Paragraph.Of("Tabellen visar målen, vilken fråga och vilka svar de mäts med, utfallet och om de är uppnådda.");
        yield return GoalTable([.. goals.Select(g => (c.Survey.Survey, g))], SurveyReport.Least(c));
    }

    /// <summary>Goals of one survey or several, with what they are measured by and how far they are met.</summary>
    internal static TableBlock GoalTable(IReadOnlyList<(string Survey, GoalFigure Goal)> goals, int leastBase) => new(
        [new("Mål"), new("Mått"), new("Minst", true), new("Utfall", true), new("Per datum"), new("Källa"), new("Uppnått")],
        [
            .. goals.Select(x => (IReadOnlyList<string>)
            [
                x.Goal.Goal.Name,
                $"{(x.Goal.Question is { } q ? Name(q) : x.Goal.Goal.Question)}: {string.Join(" + ", x.Goal.Goal.Points)}",
                SurveyWords.Percent(new Ratio((int)Math.Round(x.Goal.Goal.Target * 1000, MidpointRounding.AwayFromZero), 1000)),
                x.Goal.Outcome is { } share ? SurveyWords.Of(share, leastBase) : "inga svar",
                SwedishText.Date(x.Goal.AsOf),
                $"{x.Survey}{(x.Goal.Wave is { } wave ? " " + wave : "")}",
                x.Goal.IsMet switch { true => "ja", false => "nej", null => "visas inte" },
            ]),
        ])
    {
        Caption = "Mål och utfall",
        HasRowHeaders = true,
    };

    private static IEnumerable<(QuestionFigures Question, string Group, Tally Tally, WaveChange Change)> Lines(QuestionFigures q) =>
        [(q, "alla", q.All, q.Change), .. q.Groups.Zip(q.GroupChanges).Where(_ => q.Groups.Count > 1).Select(g => (q, SurveyReport.Group(g.First.Group), g.First, g.Second))];

    internal static string Name(QuestionDraft question) => question.Id == question.Text ? question.Text : $"{question.Id} {question.Text}";

    internal static string Plain(int? number) => number is { } known ? known.ToString(CultureInfo.InvariantCulture) : "";

    internal static int? Shown(Share? share) => share is { Suppressed: false } known ? known.Persons : null;

    internal static string Points(WaveChange change) => SurveyWords.Points(new Ratio(change.From!.Value.Persons, change.From.Value.Of), new Ratio(change.To!.Value.Persons, change.To.Value.Of));

    private static bool Compares(WaveChange change) => change.Why is NoChange.None or NoChange.SmallBase or NoChange.Hidden;

    private static string Before(WaveChange change, int least) => !Compares(change) || change.From is not { } from ? "–" : SurveyWords.Of(from, least);

    private static string Status(QuestionFigures q, WaveChange change) => change.Why switch
    {
        NoChange.FirstWave => "första mätningen",
        NoChange.NewQuestion => "ny fråga",
        NoChange.NewGroup => "ny grupp, ingen tidigare mätning",
        NoChange.OtherScale => "andra svarsalternativ, jämförs inte",
        NoChange.OtherPositive => "andra svar räknas som positiva, jämförs inte",
        _ when q.IsReworded => "omformulerad",
        NoChange.SmallBase => "för få svar för procent",
        NoChange.Hidden => "visas inte",
        _ => q.Scale == ScaleDifference.MorePoints ? "skalan har andra steg" : "oförändrad",
    };

    private static string Known(int? number) => number is { } known ? SwedishText.Number(known) : "okänt";

    private static string Rate(Ratio? share) => share is { } known ? SurveyWords.Rate(known) : "–";
}
