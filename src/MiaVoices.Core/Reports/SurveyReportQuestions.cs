using MiaVoices.Core.Figures;
using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Reports;

/// <summary>A section for each closed, multiple and number question: what was asked, chart, table, groups.</summary>
internal static class SurveyReportQuestions
{
    public static IEnumerable<Block> Compose(SurveyReportContent c)
    {
        var questions = SurveyReport.Questions(c).ToList();
        if (questions.Count == 0)
        {
            yield break;
        }

        yield return new Heading(2, "Fråga för fråga");
        foreach (var question in questions)
        {
            foreach (var block in Section(c, question))
            {
                yield return block;
            }
        }
    }

    private static IEnumerable<Block> Section(SurveyReportContent c, QuestionFigures q)
    {
        yield return new Heading(3, SurveyReportTables.Name(q.Question));
        yield return Paragraph.Of(string.Join(" ", Sentences(c, q).Where(s => s.Length > 0)));
        if (q.Question.Kind == QuestionKind.Number)
        {
            yield return Numbers(c, q);
            yield break;
        }

        if (q.Points.Count == 0 || q.All.Valid == 0)
        {
            yield break;
        }

        if (!q.All.TooFew)
        {
            yield return Chart(c, q);
        }

        yield return Table(c, q);
    }

    private static IEnumerable<string> Sentences(SurveyReportContent c, QuestionFigures q)
    {
        if (q.All.TooFew)
        {
            yield return $"{SwedishText.Number(q.All.Valid)} av {SwedishText.Number(q.All.Base)} tillfrågade svarade på frågan. Det är för få för att visa vad de svarade.";
            yield break;
        }

        yield return $"{SwedishText.Number(q.All.Valid)} av {SwedishText.Number(q.All.Base)} tillfrågade svarade på frågan. Tabellen visar hur många som gav varje svar.";
        if (q.MissingPoints.Any(m => m.Length > 0))
        {
            yield return "Som bortfall räknas: " + SwedishText.And([.. q.MissingPoints.Zip(q.All.MissingPoints).Select(m => $"{(m.First.Length == 0 ? "inget svar" : $"”{m.First}”")} ({SwedishText.Persons(m.Second)})")]) + ".";
        }

        if (q.Question.Kind == QuestionKind.Multiple)
        {
            yield return "Flera svar kunde väljas. Varje person räknas en gång per svar, så andelarna kan bli mer än 100 % tillsammans.";
        }

        if (q.All.Positive is { } positive)
        {
            yield return $"Positiva svar är {SwedishText.And([.. q.Positive.Select(p => $"”{p}”")])}: {SurveyWords.Of(positive, SurveyReport.Least(c))}."
                + (c.Intervals && SurveyWords.HasPercent(positive, SurveyReport.Least(c)) ? $" 95 % intervall: {SurveyWords.Interval(positive)}." : "");
        }

        if (q.OutsideScale > 0 && q.Question.Kind == QuestionKind.Closed)
        {
            yield return $"Utanför skalan ligger {SwedishText.And([.. q.Points.TakeLast(q.OutsideScale).Select(p => $"”{p}”")])}.";
        }

        yield return q.Change.Why switch
        {
            NoChange.None => $"I {SurveyReport.Wave(q.Change.FromWave)} var de positiva {SurveyWords.Of(q.Change.From!.Value, SurveyReport.Least(c))}. Förändringen är {SurveyReportTables.Points(q.Change)} procentenheter.",
            NoChange.NewQuestion => "Frågan är ny, så det finns ingen tidigare mätning.",
            NoChange.OtherScale => "Frågan jämförs inte med förra mätningen, eftersom svarsalternativen är andra.",
            NoChange.OtherPositive => "Frågan jämförs inte med förra mätningen, eftersom andra svar räknades som positiva.",
            _ => "",
        };
        if (q.IsReworded)
        {
            yield return "Frågan är omformulerad sedan förra gången den ställdes.";
        }
    }

    private static BarChart Chart(SurveyReportContent c, QuestionFigures q) => new(
        $"{SurveyReportTables.Name(q.Question)} {SwedishText.Base(q.All.Valid)}",
        ["svar"],
        [.. q.Points.Zip(q.All.Points).Select(p => new ChartBar(p.First, [p.Second.Suppressed ? null : p.Second.Persons], SurveyWords.Cell(p.Second, SurveyReport.Least(c))))],
        q.All.Valid);

    private static TableBlock Table(SurveyReportContent c, QuestionFigures q)
    {
        Tally[] columns = [.. q.Groups.Count > 1 ? q.Groups : [], q.All];
        string Header(Tally tally) => ReferenceEquals(tally, q.All) ? "Alla" : SwedishText.Capital(SurveyReport.Group(tally.Group));
        IReadOnlyList<string> Row(string label, Func<Tally, Share> cell) => [label, .. columns.Select(t => SurveyWords.Cell(cell(t), SurveyReport.Least(c)))];
        return new TableBlock(
            [new("Svar"), .. columns.Select(t => new TableColumn($"{Header(t)} {SwedishText.Base(t.Valid)}", true))],
            [
                .. q.Points.Select((p, i) => Row(p, t => t.Points[i])),
                .. q.All.Positive is null ? [] : new[] { Row("Positiva svar tillsammans", t => t.Positive!.Value) },
            ])
        {
            Caption = SurveyReportTables.Name(q.Question),
            HasRowHeaders = true,
            Data = Sheet.Of(
                q.Question.Id,
                ["svar", "grupp", "antal", "n"],
                columns.SelectMany(t => q.Points.Zip(t.Points).Select(p => new[] { p.First, ReferenceEquals(t, q.All) ? "alla" : t.Group, SurveyReportTables.Plain(SurveyReportTables.Shown(p.Second)), SurveyReportTables.Plain(t.Valid) }))),
        };
    }

    private static TableBlock Numbers(SurveyReportContent c, QuestionFigures q)
    {
        Tally[] rows = [.. q.Groups.Count > 1 ? q.Groups : [], q.All];
        return new TableBlock(
            [new("Grupp"), new("n", true), new("Median", true), new("Undre kvartil", true), new("Övre kvartil", true)],
            [
                .. rows.Select(t =>
                {
                    var summary = NumberSummary.Of(t.Numbers, c.Survey.Wish.Threshold);
                    return (IReadOnlyList<string>)
                    [
                        ReferenceEquals(t, q.All) ? "Alla" : SwedishText.Capital(SurveyReport.Group(t.Group)),
                        SwedishText.Number(t.Valid),
                        Value(summary?.Median), Value(summary?.Lower), Value(summary?.Upper),
                    ];
                }),
            ])
        {
            Caption = SurveyReportTables.Name(q.Question),
            HasRowHeaders = true,
        };
    }

    private static string Value(decimal? value) => value is { } known ? SurveyWords.Number(known) : SwedishText.Hidden;
}
