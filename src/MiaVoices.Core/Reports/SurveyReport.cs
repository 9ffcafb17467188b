using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Reports;

/// <summary>The survey report in Swedish: response, table of indicators, goals, question by question, themes beside questions, method.</summary>
public static class SurveyReport
{
    /// <summary>The report as blocks.</summary>
    public static IReadOnlyList<Block> Compose(SurveyReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return
        [
            .. Front(content),
            .. SurveyReportTables.Response(content),
            .. SurveyReportTables.Indicators(content),
            .. SurveyReportTables.Goals(content),
            .. SurveyReportQuestions.Compose(content),
            .. SurveyReportJoint.Compose(content),
            .. Method(content),
        ];
    }

    /// <summary>The figures of the wave that the report is about.</summary>
    internal static IEnumerable<QuestionFigures> Questions(SurveyReportContent c) => c.Survey.Questions.Where(q => q.Wave == c.Wave.Wave);

    internal static int Least(SurveyReportContent c) => c.Survey.Wish.LeastBase;

    internal static string Group(string group) => group.Length == 0 ? "grupp saknas" : group;

    /// <summary>A survey with its wave, where its name does not end with that already.</summary>
    internal static string Source(string survey, string? wave) => wave is null || survey.EndsWith(wave, StringComparison.Ordinal) ? survey : $"{survey} {wave}";

    internal static string Wave(string? wave) => wave ?? "mätningen";

    private static IEnumerable<Block> Front(SurveyReportContent c)
    {
        yield return new Heading(1, $"Enkätrapport: {Source(c.Survey.Survey, c.Wave.Wave)}");
        yield return Paragraph.Of(string.Join(" · ", ((string[])
        [
            "Projekt: " + c.Project,
            SwedishText.Date(c.At),
            c.Audience switch { Audience.Internal => "för internt bruk", Audience.Steering => "för styrgrupp", _ => "för alla" },
            c.Program.Length > 0 ? "MiaVoices " + c.Program : "",
        ]).Where(p => p.Length > 0)));
        if (c.Selection.Length > 0)
        {
            yield return Paragraph.Of($"Urval: bara svarande där {c.Selection}.");
        }

        yield return Paragraph.Of($"Rapporten bygger på svar från {SwedishText.Count(c.Wave.Answered, "person", "personer")}. Varje siffra anger hur många svar den bygger på.");
    }

    private static IEnumerable<Block> Method(SurveyReportContent c)
    {
        yield return new Heading(2, "Så är siffrorna räknade");
        List<string> points =
        [
            "Andelar räknas av dem som gav ett svar på frågan (n). De som inte svarade, eller svarade till exempel vet ej, räknas som bortfall på frågan och redovisas för sig.",
            $"Procent visas som heltal och bara där n är minst {SwedishText.Number(Least(c))}; annars visas antal. Svarsfrekvenser och förändringar har en decimal. Halvor avrundas uppåt (bort från noll), alltid från de ursprungliga antalen.",
            "Förändringar är procentenheter mellan de oavrundade andelarna. Varje sådan jämförelse anger båda antalen.",
        ];
        if (Questions(c).Any(q => q.Question.Kind == QuestionKind.Number))
        {
            points.Add("Medianen är det mittersta värdet. Kvartilerna är medianen av den lägre och den högre halvan av värdena.");
        }

        if (c.Intervals)
        {
            points.Add("Intervallen är 95 % intervall enligt Wilson. De gäller om de svarande är ett slumpmässigt urval.");
        }

        if (c.Wave.AskedEveryone)
        {
            points.Add("Enkäten gick till alla som den gäller. Då säger slumpen inget om hur säkra siffrorna är; det osäkra är de som inte har svarat.");
        }

        if (c.Survey.Wish.Threshold > 0)
        {
            points.Add($"Två punkter ({SwedishText.Hidden}) betyder att antalet inte visas: det är färre än {SwedishText.Count(c.Survey.Wish.Threshold, "person", "personer")}, alla eller ingen i en så liten grupp, eller ett antal som skulle avslöja ett sådant.");
        }

        yield return new BulletList(points);
    }
}
