using MiaVoices.Core.Codes;
using MiaVoices.Core.Themes;

namespace MiaVoices.Core.Reports;

/// <summary>A sheet to talk about at a meeting: a theme, three quotes, two questions and boxes to tick.</summary>
public static class DialogueSheet
{
    /// <summary>How many quotes there are at most.</summary>
    public const int Quotes = 3;

    private static readonly string[] Usual = ["Känner ni igen er i det som sägs här?", "Vad saknas, och vad behöver hända nu?"];

    /// <summary>The sheet.</summary>
    /// <param name="content">What all reports on themes say.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="core">The core of the theme as written for the theme report, or null.</param>
    /// <param name="quotes">The quotes.</param>
    public static ReportDocument Compose(ReportContent content, ThemeSummary theme, string? core, IReadOnlyList<ShownQuote> quotes)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(theme);
        ArgumentNullException.ThrowIfNull(quotes);
        var (code, written) = (content.Tree[theme.Code], content.Written);
        var title = $"Dialogblad: {SwedishText.Capital(code.Name)}";
        IReadOnlyList<Block> about = written.Text("core", theme.Code) is null && core is not null ? WrittenText.Blocks(core) : written.At("core", theme.Code);
        var questions = written.Text("questions", theme.Code) is { } asked ? WrittenText.Points(asked) : Usual;
        Block[] blocks =
        [
            new Heading(1, title),
            .. about,
            .. code.Definition.Length == 0 ? Array.Empty<Block>() : [new Paragraph(new Span(code.Definition, SpanStyle.Emphasis))],
            Paragraph.Of(theme.Count.All.Suppressed
                ? "Hur många som har tagit upp temat visas inte, eftersom antalet är litet."
                : $"{SwedishText.OfWithPercent(theme.Count.All)} har tagit upp temat{(AmountWord.Of(theme.Count.All) is { Length: > 0 } word ? $", {word} av dem som är med i materialet" : "")}."),
            .. quotes.Count == 0 ? Array.Empty<Block>() : [new Heading(2, "Så säger de själva"), ThemeReportThemes.Chosen(quotes, content.Audience), .. quotes.Select(q => q.Block)],
            new Heading(2, "Att prata om"),
            new BulletList(questions),
            new Heading(2, "Vad säger ni?"),
            new CheckList([(false, "Det stämmer"), (false, "Det stämmer delvis"), (false, "Det stämmer inte"), (false, "Vi vill lägga till: ______________________________")]),
            Paragraph.Of($"{(content.Project.Trim().Length == 0 ? "" : content.Project.Trim() + ", ")}{SwedishText.Date(content.At)}."),
        ];
        return new ReportDocument(title, ReportKind.Dialogue, blocks)
        {
            Facts =
            [
                new ReportFact(theme.Code.ToString("N"), "", theme.Count.All.Suppressed ? null : theme.Count.All.Persons, theme.Count.All.Of) { Name = content.Tree.Path(theme.Code) },
                .. ReportFacts.Of(quotes),
            ],
        };
    }
}
