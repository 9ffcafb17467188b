using MiaVoices.Core.Themes;

namespace MiaVoices.Core.Reports;

/// <summary>A section a theme: how many, who, and quotes.</summary>
internal static class ThemeReportThemes
{
    private const int DeepestHeading = 6;

    public static IEnumerable<Block> Compose(ThemeReportContent c)
    {
        if (c.Themes.Count == 0)
        {
            yield break;
        }

        yield return new Heading(2, "Tema för tema");
        yield return Paragraph.Of(
            "Temana står i kodbokens ordning. Hur många som har tagit upp ett tema säger inte hur viktigt det är. "
            + "Citaten är valda av programmet, så att de tillsammans täcker mycket av det som sägs, med högst ett citat per person och tema. De är ordagranna, och […] visar var någon annan talar emellan.");
        var silent = c.Themes.Where(IsSilent).Select(t => c.Tree[t.Code].Name).ToList();
        foreach (var theme in c.Themes.Where(t => !IsSilent(t)))
        {
            foreach (var block in Theme(c, theme))
            {
                yield return block;
            }
        }

        if (silent.Count > 0)
        {
            yield return new Heading(3, "Teman utan kodningar");
            yield return Paragraph.Of($"I det här materialet är inget kodat med {SwedishText.And(silent)}.");
        }
    }

    private static IEnumerable<Block> Theme(ThemeReportContent c, ThemeSummary theme)
    {
        var code = c.Tree[theme.Code];
        yield return new Heading(Math.Min(DeepestHeading, 3 + c.Tree.Depth(theme.Code)), SwedishText.Capital(code.Name));
        if (code.Definition.Length > 0)
        {
            yield return new Paragraph(new Span(code.Definition, SpanStyle.Emphasis));
        }

        var children = c.Tree.Children(theme.Code).Select(x => x.Name).ToList();
        yield return new Paragraph(
            new Span("Underlag:", SpanStyle.Strong),
            new Span($" {Persons(theme)} {Passages(theme)}{(children.Count == 0 ? "" : $" I temat ingår {SwedishText.And(children)}.")}"));
        if (c.Figures.Groups.Count > 1)
        {
            yield return new Paragraph(
                new Span("Per grupp:", SpanStyle.Strong),
                new Span($" {string.Join(", ", c.Figures.Groups.Select((g, i) => $"{ThemeReportTables.Group(g)} {SwedishText.OfWithPercent(theme.Count.ByGroup[i])}"))}."));
        }

        if (theme.Keywords.Count > 0)
        {
            yield return new Paragraph(
                new Span("Ord som utmärker temat:", SpanStyle.Strong),
                new Span($" {string.Join(", ", theme.Keywords.Select(k => k.Word))}. Orden är ledtrådar som programmet har valt, inte resultat."));
        }

        // What stands under a sub-theme is quoted there; a theme that has nothing of its own would only repeat it.
        if (children.Count == 0 || theme.OwnCodings > 0)
        {
            foreach (var quote in theme.Quotes)
            {
                yield return new QuoteBlock(quote.Text, ThemeReport.Reference(InPublic(c, quote), c.Audience));
            }
        }
    }

    /// <summary>Where "none" of a small group may not be said, a theme without codings has a section like the others.</summary>
    private static bool IsSilent(ThemeSummary theme) => theme.Codings == 0 && !theme.Count.All.Suppressed;

    private static string Persons(ThemeSummary theme) => theme.Count.All.Suppressed
        ? "Antalet personer visas inte, eftersom det är litet eller skulle avslöja ett litet antal."
        : $"{SwedishText.Of(theme.Count.All)} {(theme.Count.All.Of == 1 ? "person" : "personer")} har tagit upp temat{(theme.Count.All.Fraction is { } share ? $" ({SwedishText.Percent(share)})" : "")}.";

    private static string Passages(ThemeSummary theme) => theme.HidesPassages
        ? $"Antalet kodade avsnitt visas inte{(theme.Count.All.Suppressed ? " heller" : ", eftersom det skulle avslöja ett litet antal i ett undertema")}."
        : $"{SwedishText.Count(theme.Passages, "kodat avsnitt", "kodade avsnitt")} i {SwedishText.Count(theme.Sources, "källa", "källor")}.";

    /// <summary>On the web a small group is not even named beside a quote.</summary>
    private static ChosenQuote InPublic(ThemeReportContent c, ChosenQuote quote) =>
        c.Audience == Audience.Public && c.Figures.Groups.Index().Any(g => g.Item == quote.Group && c.Figures.GroupSizes[g.Index] < c.Threshold)
            ? quote with { Group = "" }
            : quote;
}
