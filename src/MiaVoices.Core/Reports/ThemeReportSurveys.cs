using MiaVoices.Core.Figures;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Themes;

namespace MiaVoices.Core.Reports;

/// <summary>A closed question of a survey with the themes beside it.</summary>
/// <param name="Survey">Name of the survey.</param>
/// <param name="Wave">The wave, or null.</param>
/// <param name="Question">The question.</param>
/// <param name="Points">The answers that are positive.</param>
/// <param name="Positive">Persons who answered so, of all who answered.</param>
/// <param name="High">Those of them who count as persons in the report.</param>
/// <param name="Low">Those who answered otherwise and count as persons.</param>
/// <param name="Themes">For each theme how many of both have raised it.</param>
public sealed record ThemeQuestion(
    string Survey, string? Wave, QuestionDraft Question, IReadOnlyList<string> Points, Share Positive, int High, int Low, IReadOnlyDictionary<Guid, (Share High, Share Low)> Themes)
{
    /// <summary>The question as a report names it.</summary>
    public string Name => SurveyReportTables.Name(Question);

    /// <summary>The survey with its wave.</summary>
    public string Source => SurveyReport.Source(Survey, Wave);
}

/// <summary>What the theme report tells of the surveys: goals, and themes beside questions.</summary>
internal static class ThemeReportSurveys
{
    /// <summary>The goals with their outcome.</summary>
    public static IEnumerable<Block> Goals(ReportContent c) => c.Goals.Count == 0 ? [] :
    [
        Paragraph.Of("Tabellen visar projektets mål, vilken fråga i enkäten och vilka svar de mäts med, utfallet och om de är uppnådda."),
        SurveyReportTables.GoalTable(c.Goals, c.PercentFrom),
    ];

    /// <summary>A table a question with all themes.</summary>
    public static IEnumerable<Block> Questions(ReportContent c)
    {
        if (c.Questions.Count == 0)
        {
            yield break;
        }

        yield return new Heading(2, "Teman bredvid enkätens frågor");
        yield return Paragraph.Of(
            "Tabellerna visar hur många som har tagit upp varje tema, bland dem som svarade positivt på en fråga i enkäten och bland dem som svarade annat. Bara de räknas som också har sagt eller skrivit något med egna ord (n). "
            + "Antalet säger hur många som tog upp frågan självmant, och att två saker följs åt säger inte att den ena beror på den andra."
            + (c.Threshold > 0 ? $" Två punkter ({SwedishText.Hidden}) betyder att antalet inte visas, och teman där inget av antalen visas är utelämnade. Frågor med för få svar av det ena eller andra slaget är inte med." : ""));
        foreach (var q in c.Questions)
        {
            yield return new Heading(3, q.Name);
            yield return Paragraph.Of($"I {q.Source} svarade {SwedishText.OfWithPercent(q.Positive)} {SwedishText.Or([.. q.Points.Select(p => $"”{p}”")])}, som räknas som positiva svar.");
            yield return new TableBlock(
                [new("Tema"), new($"Svarade positivt {SwedishText.Base(q.High)}", true), new($"Svarade annat {SwedishText.Base(q.Low)}", true)],
                [
                    .. c.Themes.Where(t => q.Themes.TryGetValue(t.Code, out var sides) && !(sides.High.Suppressed && sides.Low.Suppressed)).Select(t => (IReadOnlyList<string>)
                    [
                        ThemeReportTables.Indented(c, t.Code), SwedishText.PersonsWithPercent(q.Themes[t.Code].High), SwedishText.PersonsWithPercent(q.Themes[t.Code].Low),
                    ]),
                ]).Titled($"Teman bland dem som svarade på {q.Question.Id}", rowHeaders: true);
        }
    }

    /// <summary>A theme beside each question; nothing where one of the numbers is hidden or nobody who answered has raised it.</summary>
    public static IEnumerable<Block> Of(ReportContent c, ThemeSummary theme)
    {
        foreach (var q in c.Questions)
        {
            if (q.Themes.TryGetValue(theme.Code, out var sides) && !sides.High.Suppressed && !sides.Low.Suppressed && sides.High.Persons + sides.Low.Persons > 0)
            {
                yield return new Paragraph(
                    new Span("Bredvid enkäten:", SpanStyle.Strong),
                    new Span($" av dem som svarade positivt på {q.Name} har {SwedishText.OfWithPercent(sides.High)} tagit upp temat, av dem som svarade annat {SwedishText.OfWithPercent(sides.Low)}."));
            }
        }
    }

    /// <summary>The numbers, to compare with another day's.</summary>
    public static IEnumerable<ReportFact> Facts(ReportContent c) => TableFacts.Of(c.Goals.Count == 0 ? [] : [new Heading(2, "Mål"), SurveyReportTables.GoalTable(c.Goals, c.PercentFrom)]).Concat(
        c.Questions.SelectMany(q => q.Themes.OrderBy(t => t.Key).SelectMany(t => new[]
        {
            ReportFacts.Number(c.Tree, t.Key, $"{q.Source}, {q.Question.Id}: positiva", t.Value.High),
            ReportFacts.Number(c.Tree, t.Key, $"{q.Source}, {q.Question.Id}: andra", t.Value.Low),
        })));
}
