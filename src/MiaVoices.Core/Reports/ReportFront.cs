namespace MiaVoices.Core.Reports;

/// <summary>How every report on themes begins: what it builds on, for whom, and what is not done yet.</summary>
internal static class ReportFront
{
    public static IEnumerable<Block> Compose(string title, ReportContent c)
    {
        yield return new Heading(1, title);
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
            "Personerna nämns inte vid namn, men det någon har sagt kan ändå peka ut den som sa det. Rapporten innehåller därför personuppgifter."
            + (c.Audience == Audience.Public ? "" : " Läs igenom citaten innan du lämnar den vidare."));
        if (c.Selection.Length > 0)
        {
            yield return new Paragraph(new Span("Urval:", SpanStyle.Strong), new Span($" bara personer där {c.Selection}."));
        }

        if (c.Method.CodedTogether is > 0 and var together)
        {
            yield return new Paragraph(
                new Span("Inte lästa en och en.", SpanStyle.Strong),
                new Span($" {SwedishText.Number(together)} av {SwedishText.Count(c.Method.Codings, "kodning", "kodningar")} är kodförslag som godkändes många på en gång, utan att någon läste vart och ett."));
        }

        var (reviewed, segments) = (c.Material.Sum(m => m.Reviewed), c.Material.Sum(m => m.Segments));
        if (reviewed < segments)
        {
            yield return new Paragraph(
                new Span("Delresultat.", SpanStyle.Strong),
                new Span($" {SwedishText.Number(reviewed)} av {SwedishText.Count(segments, "stycke", "stycken")} är genomlästa. Siffrorna kan ändras när resten är klart."));
        }
    }

    private static string Reader(Audience audience) => audience switch
    {
        Audience.Internal => "internt bruk",
        Audience.Steering => "styrgruppen",
        _ => "allmän spridning",
    };
}
