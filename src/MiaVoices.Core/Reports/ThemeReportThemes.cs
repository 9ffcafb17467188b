using MiaVoices.Core.Codes;
using MiaVoices.Core.Themes;

namespace MiaVoices.Core.Reports;

/// <summary>A section a theme: how many, who, and quotes.</summary>
internal static class ThemeReportThemes
{
    private const int DeepestHeading = 6;

    public static IEnumerable<Block> Compose(ReportContent c)
    {
        if (c.Themes.Count == 0)
        {
            yield break;
        }

        yield return new Heading(2, "Resultat: tema för tema");
        yield return Paragraph.Of(
            "Temana står i kodbokens ordning. Hur många som har tagit upp ett tema säger inte hur viktigt det är. "
            + $"Citaten är ordagranna, och {QuoteText.Omission} visar var något är utelämnat."
            + (c.Quotes.Any(q => q.Value.Any(x => x.Origin == QuoteOrigin.Machine))
                ? " Där det står att programmet har valt citaten är de valda så att de tillsammans täcker mycket av det som sägs, med högst ett citat per person och tema."
                : ""));
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

    private static IEnumerable<Block> Theme(ReportContent c, ThemeSummary theme)
    {
        var code = c.Tree[theme.Code];
        yield return new Heading(Math.Min(DeepestHeading, 3 + c.Tree.Depth(theme.Code)), SwedishText.Capital(code.Name));
        if (c.Written.Text("core", theme.Code) is { } core)
        {
            yield return new Paragraph(new Span(string.Join(' ', WrittenText.Points(core)), SpanStyle.Strong));
        }

        if (code.Definition.Length > 0)
        {
            yield return new Paragraph(new Span(code.Definition, SpanStyle.Emphasis));
        }

        foreach (var block in c.Written.At("description", theme.Code))
        {
            yield return block;
        }

        var children = c.Tree.Children(theme.Code).Select(x => x.Name).ToList();
        yield return new Paragraph(
            new Span("Underlag:", SpanStyle.Strong),
            new Span($" {Persons(theme)} {Passages(theme)}{Amount(theme)}{(children.Count == 0 ? "" : $" I temat ingår {SwedishText.And(children)}.")}"));
        if (c.Figures.Groups.Count > 1)
        {
            yield return new Paragraph(
                new Span("Per grupp:", SpanStyle.Strong),
                new Span($" {string.Join(", ", c.Figures.Groups.Select((g, i) => $"{ThemeReportTables.Group(g)} {SwedishText.OfWithPercent(theme.Count.ByGroup[i])}"))}."));
        }

        foreach (var block in ThemeReportSurveys.Of(c, theme))
        {
            yield return block;
        }

        if (theme.Keywords.Count > 0)
        {
            yield return new Paragraph(
                new Span("Ord som utmärker temat:", SpanStyle.Strong),
                new Span($" {string.Join(", ", theme.Keywords.Select(k => k.Word))}. Orden är ledtrådar som programmet har valt, inte resultat."));
        }

        var quotes = c.Quotes.GetValueOrDefault(theme.Code, []);
        if (quotes.Count > 0)
        {
            yield return Chosen(quotes, c.Audience);
            foreach (var quote in quotes)
            {
                yield return quote.Block;
            }
        }

        Block[] interpretation =
        [
            .. c.Written.Under("Avvikande röster", "deviant", theme.Code),
            .. c.Written.Under("I dialogen", "dialogue", theme.Code),
            .. c.Written.Under("Vad detta betyder", "meaning", theme.Code),
        ];
        foreach (var block in interpretation)
        {
            yield return block;
        }
    }

    /// <summary>Who chose the quotes, and who has read them through.</summary>
    internal static Paragraph Chosen(IReadOnlyList<ShownQuote> quotes, Audience audience)
    {
        var approved = quotes.Where(q => q.Origin == QuoteOrigin.Approved).ToList();
        var days = approved.Where(q => q.Reviewed is not null).Select(q => SwedishText.Date(q.Reviewed!.Value)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var reviewers = approved.Select(q => q.Reviewer).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var who = audience == Audience.Internal ? $" av {SwedishText.And(reviewers)}" : " av en person i projektet";
        var how = quotes[0].Origin == QuoteOrigin.Machine
            ? "valda av programmet och inte granskade av någon."
            : (approved.Count == 0 ? "" : $"valda och godkända{who}{(days.Count == 0 ? "" : $", {SwedishText.And(days)}")}.")
                + (approved.Count == quotes.Count ? "" : $"{(approved.Count == 0 ? "valda av en person, men" : $" {SwedishText.Number(quotes.Count - approved.Count)} av dem är")} inte godkända än.");
        return new Paragraph(new Span("Citat,", SpanStyle.Strong), new Span(" " + how));
    }

    /// <summary>Where "none" of a small group may not be said, a theme without codings has a section like the others.</summary>
    private static bool IsSilent(ThemeSummary theme) => theme.Codings == 0 && !theme.Count.All.Suppressed;

    private static string Persons(ThemeSummary theme) => theme.Count.All.Suppressed
        ? "Antalet personer visas inte, eftersom det är litet eller skulle avslöja ett litet antal."
        : $"{SwedishText.Of(theme.Count.All)} {(theme.Count.All.Of == 1 ? "person" : "personer")} har tagit upp temat{(theme.Count.All.Fraction is { } share ? $" ({SwedishText.Percent(share)})" : "")}.";

    private static string Amount(ThemeSummary theme) => AmountWord.Of(theme.Count.All) is { Length: > 0 } word ? $" Ord för mängden: {word}." : "";

    private static string Passages(ThemeSummary theme) => theme.HidesPassages
        ? $"Antalet kodade avsnitt visas inte{(theme.Count.All.Suppressed ? " heller" : ", eftersom det skulle avslöja ett litet antal i ett undertema")}."
        : $"{SwedishText.Count(theme.Passages, "kodat avsnitt", "kodade avsnitt")} i {SwedishText.Count(theme.Sources, "källa", "källor")}.";
}
