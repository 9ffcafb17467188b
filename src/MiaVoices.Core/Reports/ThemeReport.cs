using MiaVoices.Core.Themes;

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

    /// <summary>
    /// Where a quote stands, as the audience may know it; label and place are the same from run to run. Inside: group,
    /// label, respondent, survey row, place, time code and file. For a steering group: group, label, place and time code;
    /// row ids of surveys may be known outside the project, and stay in. For anyone: the group.
    /// </summary>
    public static string Reference(ChosenQuote quote, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var group = SwedishText.Capital(quote.Group);
        if (audience == Audience.Public)
        {
            return group.Length == 0 ? "Ur materialet" : group;
        }

        var inside = audience == Audience.Internal;
        string?[] parts =
        [
            group,
            quote.SourceLabel,
            inside && quote.Row is null && quote.Respondent is { } who && !quote.SourceLabel.EndsWith(who, StringComparison.Ordinal) ? who : null,
            inside && quote.Row is { } row ? $"svar {row}" : null,
            $"stycke {SwedishText.Number(quote.Place)}",
            quote.Timecode is { } seconds ? SwedishText.Timecode(seconds) : null,
        ];
        return string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p))) + (inside ? $" ({quote.SourceName})" : "");
    }

    private static IEnumerable<Block> Front(ThemeReportContent c)
    {
        yield return new Heading(1, c.Project.Trim().Length == 0 ? "Temarapport" : $"Temarapport: {c.Project}");
        yield return Paragraph.Of(
            $"Rapporten är gjord {SwedishText.Date(c.At)} för {Reader(c.Audience)}. "
            + $"Den bygger på {SwedishText.Count(c.Sources, "källa", "källor")}"
            + (c.Figures.Persons == 0
                ? ", där inga personer är utpekade."
                : $" och på vad {SwedishText.Count(c.Figures.Persons, "person", "personer")} har sagt eller skrivit."));
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
