using MiaVoices.Core.Figures.Surveys;

namespace MiaVoices.Core.Reports;

/// <summary>Themes of free texts beside the closed question that they are about.</summary>
internal static class SurveyReportJoint
{
    public static IEnumerable<Block> Compose(SurveyReportContent c)
    {
        var shown = c.Joint.Where(j => j.Themes.Any(t => t.All.Persons > 0 || t.All.Suppressed)).ToList();
        if (shown.Count == 0)
        {
            yield break;
        }

        yield return new Heading(2, "Teman bredvid frågor");
        yield return Paragraph.Of("Tabellerna visar hur många som tar upp ett tema med egna ord, bland dem som svarade positivt på frågan och bland dem som svarade annat. Bara de som har skrivit något räknas. Antalet säger hur många som tog upp temat självmant, inte hur många som tycker så.");
        foreach (var (text, themes) in shown)
        {
            var question = themes[0].Question;
            var sides = themes[0].Rows;
            yield return new Heading(3, $"{text} och {SurveyReportTables.Name(question)}");
            yield return Paragraph.Of($"Tabellen gäller dem som svarade på {question.Id} och skrev något på fritextfrågan {text}.");
            yield return new TableBlock(
                [
                    new("Tema"),
                    .. sides.Select(r => new TableColumn($"{Side(r)} {(r.HidesBase ? $"(n\u00A0=\u00A0{SwedishText.Hidden})" : SwedishText.Base(r.With.Of))}", true)),
                    new($"Alla {SwedishText.Base(themes[0].All.Of)}", true),
                ],
                [
                    .. themes.Select(t => (IReadOnlyList<string>)[t.Theme, .. t.Rows.Select(r => SurveyWords.Cell(r.With, SurveyReport.Least(c))), SurveyWords.Cell(t.All, SurveyReport.Least(c))]),
                ])
            {
                Caption = $"Teman i {text} bland dem som svarade på {question.Id}",
                HasRowHeaders = true,
            };
        }
    }

    private static string Side(JointRow row) => row.Side switch { JointSide.High => "Svarade positivt", JointSide.Low => "Svarade annat", _ => SwedishText.Capital(row.Point) };
}
