using MiaVoices.Core.Codes;

namespace MiaVoices.Core.Reports;

/// <summary>One page for a meeting: three findings, a table, two quotes and a question.</summary>
public static class SummaryReport
{
    /// <summary>How many findings there are at most.</summary>
    public const int Findings = 3;

    /// <summary>The page.</summary>
    /// <param name="content">What all reports on themes say.</param>
    /// <param name="cores">The cores of themes as written for the theme report.</param>
    /// <param name="quotes">The quotes, at most two, of different themes.</param>
    public static ReportDocument Compose(ReportContent content, PassageBook cores, IReadOnlyList<(Guid Code, ShownQuote Quote)> quotes)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(cores);
        ArgumentNullException.ThrowIfNull(quotes);
        var title = content.Project.Trim().Length == 0 ? "Sammanfattning" : $"Sammanfattning: {content.Project}";
        var top = content.Themes.Where(t => content.Tree.Depth(t.Code) == 0).ToList();
        Block[] blocks =
        [
            .. ReportFront.Compose(title, content),
            new Heading(2, "Det viktigaste"),
            .. Found(content, cores),
            new Heading(2, "Siffrorna"),
            Paragraph.Of($"Tabellen visar hur många personer som har tagit upp varje huvudtema, av {SwedishText.Number(content.Figures.Persons)}. Antalet säger hur många som tog upp frågan självmant, inte hur många som tycker så."),
            new TableBlock(
                [new("Tema"), new($"Personer {SwedishText.Base(content.Figures.Persons)}", true), new("Ord för mängden")],
                [.. top.Select(t => (IReadOnlyList<string>)[SwedishText.Capital(content.Tree[t.Code].Name), SwedishText.PersonsWithPercent(t.Count.All), AmountWord.Of(t.Count.All)])]).Titled("Huvudteman", rowHeaders: true),
            .. content.Threshold > 0 && top.Any(t => t.Count.All.Suppressed)
                ? [Paragraph.Of($"Två punkter ({SwedishText.Hidden}) betyder att antalet inte visas, eftersom det är litet eller skulle avslöja ett litet antal.")]
                : Array.Empty<Block>(),
            .. Quotes(content, quotes),
            .. PassageBook.Part("En fråga att ta ställning till", content.Written.At("question")),
            Paragraph.Of($"Hela resultatet, metoden och kodboken står i temarapporten. Gjord med MiaVoices {content.Program}."),
        ];
        return new ReportDocument(title, ReportKind.Summary, blocks)
        {
            Facts =
            [
                .. top.Select(t => new ReportFact(t.Code.ToString("N"), "", t.Count.All.Suppressed ? null : t.Count.All.Persons, t.Count.All.Of) { Name = content.Tree.Path(t.Code) }),
                .. ReportFacts.Of(quotes.Select(q => q.Quote)),
            ],
        };
    }

    /// <summary>What is written for the page; else the cores of themes; else the themes that most persons raised, told as that and no more.</summary>
    private static IEnumerable<Block> Found(ReportContent c, PassageBook cores)
    {
        if (c.Written.Text("findings") is not null)
        {
            return c.Written.At("findings");
        }

        string Of(Themes.ThemeSummary t) => t.Count.All.Suppressed ? "" : $" ({SwedishText.Of(t.Count.All)} personer)";
        var written = c.Themes.Where(t => cores.Text("core", t.Code) is not null).Take(Findings).ToList();
        if (written.Count > 0)
        {
            return [new BulletList([.. written.Select(t => string.Join(' ', WrittenText.Points(cores.Text("core", t.Code)!)) + Of(t))])];
        }

        var most = c.Themes.Where(t => c.Tree.Depth(t.Code) == 0 && !t.Count.All.Suppressed && t.Count.All.Persons > 0).OrderByDescending(t => t.Count.All.Persons).Take(Findings).ToList();
        return
        [
            .. c.Written.At("findings"),
            Paragraph.Of(most.Count == 0
                ? "Inga fynd är skrivna än, och inget tema har ett antal som kan visas."
                : "De här huvudtemana har flest tagit upp. Urvalet är gjort av programmet efter antal, och säger inte vad som är viktigast."),
            .. most.Count == 0 ? Array.Empty<Block>() : [new BulletList([.. most.Select(t => $"{SwedishText.Capital(c.Tree[t.Code].Name)}{Of(t)}")])],
        ];
    }

    private static IEnumerable<Block> Quotes(ReportContent c, IReadOnlyList<(Guid Code, ShownQuote Quote)> quotes) => quotes.Count == 0 ? [] :
    [
        new Heading(2, "Så säger de själva"),
        .. quotes.SelectMany(q => new Block[]
        {
            new Paragraph(new Span($"{SwedishText.Capital(c.Tree[q.Code].Name)}.", SpanStyle.Strong), new Span(q.Quote.Origin switch
            {
                QuoteOrigin.Machine => " Citatet är valt av programmet och inte granskat.",
                QuoteOrigin.Draft => " Citatet är inte godkänt än.",
                _ => "",
            })),
            q.Quote.Block,
        }),
    ];
}
