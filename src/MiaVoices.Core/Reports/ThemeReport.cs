namespace MiaVoices.Core.Reports;

/// <summary>The theme report in Swedish: material, theme by group, a section a theme, codebook.</summary>
public static class ThemeReport
{
    /// <summary>The report as blocks.</summary>
    public static IEnumerable<Block> Compose(ThemeReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Block[] parts =
        [
            .. ThemeReportTables.Material(content),
            .. ThemeReportTables.Overview(content),
            .. ThemeReportThemes.Compose(content),
            .. ThemeReportAppendix.Compose(content),
        ];
        return [.. Front(content), .. Contents(parts), .. parts];
    }

    private static IEnumerable<Block> Front(ThemeReportContent c)
    {
        yield return new Heading(1, c.Project.Trim().Length == 0 ? "Temarapport" : $"Temarapport: {c.Project}");
        yield return Paragraph.Of(
            $"Rapporten är gjord {SwedishText.Date(c.At)} för {Reader(c.Audience)}. "
            + $"Den bygger på {SwedishText.Count(c.Sources, "källa", "källor")} och på vad {SwedishText.Count(c.Figures.Persons, "person", "personer")} har sagt eller skrivit.");
        if (c.Audience == Audience.Internal)
        {
            yield return new Paragraph(
                new Span("Bara för internt bruk.", SpanStyle.Strong),
                new Span(" Rapporten visar alla antal, även små, och var citaten står. Lämna den inte vidare."));
        }

        yield return Paragraph.Of(
            "Personerna nämns inte vid namn, men det någon har sagt kan ändå peka ut den som sa det. Rapporten innehåller därför personuppgifter. Läs igenom citaten innan du lämnar den vidare.");
        if (c.Selection.Length > 0)
        {
            yield return new Paragraph(new Span("Urval:", SpanStyle.Strong), new Span($" bara personer där {c.Selection}."));
        }

        var (reviewed, segments) = (c.Material.Sum(m => m.Reviewed), c.Material.Sum(m => m.Segments));
        if (reviewed < segments)
        {
            yield return new Paragraph(
                new Span("Delresultat.", SpanStyle.Strong),
                new Span($" {SwedishText.Number(reviewed)} av {SwedishText.Count(segments, "stycke", "stycken")} är genomlästa. Siffrorna kan ändras när resten är klart."));
        }
    }

    /// <summary>The parts by name. The themes are listed in the table of themes and groups, which is close enough to need no second list.</summary>
    private static IEnumerable<Block> Contents(Block[] parts)
    {
        yield return new Heading(2, "Innehåll");
        yield return new BulletList([.. parts.OfType<Heading>().Where(h => h.Level == 2).Select(h => h.Text)]);
    }

    private static string Reader(Audience audience) => audience switch
    {
        Audience.Internal => "internt bruk",
        Audience.Steering => "styrgruppen",
        _ => "allmän spridning",
    };
}
