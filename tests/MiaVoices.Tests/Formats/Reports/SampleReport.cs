using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Reports;

namespace MiaVoices.Tests.Formats.Reports;

/// <summary>A report with every kind of block.</summary>
internal static class SampleReport
{
    public static ReportMeta Meta { get; } = new(ReportWords.Swedish, new DateTimeOffset(2025, 9, 18, 8, 0, 0, TimeSpan.Zero), "0.2.0");

    public static IReadOnlyList<Block> Blocks { get; } = With("Coachen var med när jag ringde, och då vågade jag.\nDet hade jag inte gjort själv.");

    /// <summary>The report with a text wherever a person's words may stand.</summary>
    public static IReadOnlyList<Block> With(string text) =>
    [
        new Heading(1, "Temarapport: Vägen vidare"),
        Paragraph.Of("Rapporten är gjord 2025-09-18 för styrgruppen. Den bygger på 12 källor och på vad 25\u00A0personer har sagt eller skrivit."),
        new Paragraph(new Span("Bara för internt bruk.", SpanStyle.Strong), new Span(" Lämna den inte vidare.")),
        new Heading(2, "Innehåll"),
        new BulletList(["Teman och grupper", "Tema för tema", "Att ta ställning till"]),
        new Heading(2, "Teman och grupper"),
        Paragraph.Of("Tabellen visar hur många personer som har tagit upp varje tema."),
        new TableBlock(
            [new("Tema"), new("Deltagare (n\u00A0=\u00A021)", true), new("Medarbetare (n\u00A0=\u00A03)", true), new("Alla (n\u00A0=\u00A024)", true)],
            [
                ["stöd", "13 (62\u00A0%)", "..", "16 (67\u00A0%)"],
                ["– myndighetskontakter", "8 (38\u00A0%)", "..", "10 (42\u00A0%)"],
                ["mer tid", "5 (24\u00A0%)", "..", "7 (29\u00A0%)"],
            ])
        {
            Caption = "Personer per tema och grupp",
            HasRowHeaders = true,
            Data = Sheet.Of("tema", ["tema", "grupp", "personer", "av", "andel"], [["stöd", "deltagare", "13", "21", "0.619"], ["stöd", "medarbetare", "..", "3", ".."], ["=1+1", "-x", "@a", "+46", "\tb"]]),
        },
        new BarChart("Personer som har tagit upp temat (n\u00A0=\u00A024)", ["personer"], [new("stöd", [16], "16 av 24"), new("mer tid", [7], "7 av 24"), new("ekonomi", [null], "..")], 24),
        new BarChart(
            "Får du det stöd du behöver? (n\u00A0=\u00A042)",
            ["aldrig", "ibland", "ofta", "alltid"],
            [new("2024", [4, 10, 16, 12], "67\u00A0% positiva"), new("2025, " + text, [2, 6, 18, 16], "81\u00A0% positiva")],
            42),
        new Heading(2, "Tema för tema"),
        new Heading(3, "Stöd"),
        new Paragraph(new Span("Hjälp som personen får i insatsen.", SpanStyle.Emphasis)),
        new MiaVoices.Core.Reports.QuoteBlock(text, "Deltagare, Intervju D07, stycke 4") { Id = "K-17" },
        new MiaVoices.Core.Reports.QuoteBlock("Vi samordnar kontakterna.", "Medarbetare"),
        new Heading(4, "Undertema " + text),
        Paragraph.Of("Så: " + text),
        new BulletList(["Först", "Sedan " + text]),
        new Heading(2, "Att ta ställning till"),
        new CheckList([(false, "stämmer"), (true, "stämmer delvis"), (false, "vill lägga till " + text)]),
        Paragraph.Of("Tabellen visar förslagen."),
        new TableBlock([new("Nr", true), new("Förslag"), new("Svar")], [["1", text, ""], ["12\u00A0345", "=HYPERLINK(\"x\")", "27,8\u00A0%"]]),
    ];
}
