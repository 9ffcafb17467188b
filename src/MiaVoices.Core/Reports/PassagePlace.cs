using MiaVoices.Core.Codes;

namespace MiaVoices.Core.Reports;

/// <summary>A place in a report where a person may write.</summary>
/// <param name="Report">The report.</param>
/// <param name="Name">The place, by a word that is stored.</param>
/// <param name="PerTheme">Whether each theme has one.</param>
/// <param name="Invitation">What belongs there, as an internal draft shows it while nothing is written.</param>
public sealed record PassagePlace(ReportKind Report, string Name, bool PerTheme, string Invitation)
{
    /// <summary>Every place of every report, in the order of the report.</summary>
    public static IReadOnlyList<PassagePlace> All { get; } =
    [
        Of(ReportKind.Theme, "version", "Skriv om rapporten är ett utkast, ett delresultat eller slutlig."),
        Of(ReportKind.Theme, "authors", "Skriv vem som har skrivit rapporten."),
        Of(ReportKind.Theme, "decision", "Skriv vem som har beslutat om hur rapporten får spridas, och när."),
        Of(ReportKind.Theme, "summary", "Skriv tre till fem huvudfynd. Börja varje med \"- \". Säg hur många av hur många och i vilket avsnitt det står."),
        Of(ReportKind.Theme, "recommendations-short", "Skriv rekommendationerna i korthet, en i varje punkt."),
        Of(ReportKind.Theme, "background", "Skriv om uppdraget, vem som har beställt rapporten, vad den ska användas till och hur den hänger ihop med projektets mål."),
        Of(ReportKind.Theme, "questions", "Skriv frågorna som rapporten ska svara på, en i varje punkt."),
        Of(ReportKind.Theme, "recruiting", "Skriv hur personerna valdes och tillfrågades, och hur samtalen spelades in och skrevs ut."),
        Theme(ReportKind.Theme, "core", "Skriv kärnan i temat i en mening."),
        Theme(ReportKind.Theme, "description", "Beskriv temat i två till fyra stycken: vad som sägs, hur det skiljer sig åt, för vem och när det inte gäller."),
        Theme(ReportKind.Theme, "deviant", "Skriv om de röster som avviker från resten, eller att du har letat och inte hittat några."),
        Theme(ReportKind.Theme, "dialogue", "Skriv vad samtalen om resultatet gav: om de bekräftar, nyanserar eller motsäger."),
        Theme(ReportKind.Theme, "meaning", "Skriv vad detta betyder. Det är din tolkning och hålls isär från resultatet."),
        Of(ReportKind.Theme, "comparison", "Skriv vad som skiljer och förenar grupper, delprojekt och år."),
        Of(ReportKind.Theme, "conclusions", "Skriv slutsatser och lärdomar för den enskilde, för organisationen och för strukturen runt omkring."),
        Of(ReportKind.Theme, "recommendations", "Skriv rekommendationerna, en i varje punkt: \"- rekommendation | tema som den bygger på | till vem | nästa steg\"."),
        Of(ReportKind.Theme, "guide", "Skriv hur intervjuguiden kom till och vad den frågar om."),
        Of(ReportKind.Theme, "analysis", "Skriv vilken analysmetod som är använd, till exempel kvalitativ innehållsanalys eller tematisk analys, och hur oenighet om koder löstes."),
        Of(ReportKind.Theme, "preunderstanding", "Skriv er förförståelse: vad ni visste och trodde innan."),
        Of(ReportKind.Theme, "limitations", "Skriv vad materialet inte kan svara på."),
        Of(ReportKind.Theme, "retention", "Skriv hur länge materialet sparas och var."),

        Of(ReportKind.Audit, "short", "Skriv det viktigaste på en halv sida med korta meningar: vad, vem, när och vad ni kom fram till."),
        Of(ReportKind.Audit, "assignment", "Skriv om uppdraget: vem som har beställt det, vilken verksamhet det gäller, frågorna och tidplanen."),
        Of(ReportKind.Audit, "method", "Skriv hur de som deltog blev tillfrågade, att det var frivilligt, hur många revisorer som var med och hur lång tid samtalen tog."),
        Theme(ReportKind.Audit, "well", "Skriv det som fungerar bra, en sak i varje punkt."),
        Theme(ReportKind.Audit, "less", "Skriv det som fungerar mindre bra, en sak i varje punkt."),
        Theme(ReportKind.Audit, "proposals", "Skriv förslagen från dem ni intervjuade, ett i varje punkt. De kommer också med i tabellen över förslag."),
        Theme(ReportKind.Audit, "reflection", "Skriv er egen reflektion. Den hålls isär från det som de ni intervjuade har sagt."),
        Theme(ReportKind.Audit, "judgement", "Skriv er bedömning av området: styrka, delade meningar eller utvecklingsområde."),
        Theme(ReportKind.Audit, "answers", "Skriv verksamhetens svar på områdets förslag, ett i varje punkt i samma ordning: \"- svar | ansvarig | klart när\"."),
        Of(ReportKind.Audit, "feedback", "Skriv när deltagare, personal och ledning har fått resultatet och vad som hände i samtalen."),
        Of(ReportKind.Audit, "followup", "Skriv när det följs upp, och hur det gick med förslagen från förra gången."),

        Of(ReportKind.Survey, "background", "Skriv varför enkäten gjordes, vem som fick den och när."),
        Of(ReportKind.Survey, "conclusions", "Skriv vad siffrorna betyder och vad de inte säger."),

        Of(ReportKind.Summary, "findings", "Skriv tre fynd, ett i varje punkt, med hur många av hur många."),
        Of(ReportKind.Summary, "question", "Skriv en fråga som mötet ska ta ställning till."),

        Theme(ReportKind.Dialogue, "core", "Skriv kärnan i temat i en mening."),
        Theme(ReportKind.Dialogue, "questions", "Skriv två frågor att prata om, en i varje punkt."),

        Of(ReportKind.Voices, "introduction", "Skriv vilka som berättar och hur det gick till."),
    ];

    /// <summary>The places of a report.</summary>
    public static IEnumerable<PassagePlace> In(ReportKind report) => All.Where(p => p.Report == report);

    /// <summary>The place called so, or null.</summary>
    public static PassagePlace? Find(ReportKind report, string name) =>
        All.FirstOrDefault(p => p.Report == report && string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    private static PassagePlace Of(ReportKind report, string name, string invitation) => new(report, name, PerTheme: false, invitation);

    private static PassagePlace Theme(ReportKind report, string name, string invitation) => new(report, name, PerTheme: true, invitation);
}
