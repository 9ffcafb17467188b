using System.Globalization;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Reports;

/// <summary>How the material was gathered and coded: what people write, and what the journal and the codings tell.</summary>
internal static class MethodAppendix
{
    public static IEnumerable<Block> Compose(ReportContent c) =>
    [
        new Heading(2, "Bilaga 1. Metod"),
        .. c.Written.Under("Intervjuguide", "guide"),
        .. c.Written.Under("Analys", "analysis"),
        .. Coding(c),
        .. Machine(c.Method),
        .. Saturation(c.Method),
        .. Response(c),
        .. c.Written.Under("Begränsningar", "limitations"),
        .. c.Written.Under("Förförståelse", "preunderstanding"),
        new Paragraph(new Span("Ord för mängd:", SpanStyle.Strong), new Span($" {AmountWord.Legend}")),
    ];

    private static IEnumerable<Block> Coding(ReportContent c)
    {
        var m = c.Method;
        if (m.Codings == 0)
        {
            yield return Paragraph.Of("Inget i materialet är kodat än.");
            yield break;
        }

        yield return new Paragraph(
            new Span("Kodning:", SpanStyle.Strong),
            new Span(
                $" En kodning är ett avsnitt i texten som har fått en kod. Rapporten bygger på {SwedishText.Count(m.Codings, "kodning", "kodningar")} gjorda av {Coders(c)}.{Days(m)} Tabellen visar hur kodningarna har kommit till."));
        yield return new TableBlock(
            [new("Ursprung"), new("Kodningar", true)],
            [.. m.ByOrigin.Select(o => (IReadOnlyList<string>)[Word(o.Origin), SwedishText.Number(o.Count)])]).Titled("Kodningarnas ursprung", rowHeaders: true);
        foreach (var block in AgreementText.Compose(c))
        {
            yield return block;
        }
    }

    private static string Days(MethodFacts m) => m.Days switch
    {
        [] => "",
        [var one] => $" Enligt journalen är de gjorda eller inlästa {Day(one)}.",
        [var first, .., var last] =>
            $" Enligt journalen är de gjorda eller inlästa mellan {Day(first)} och {Day(last)}, under {SwedishText.Count(m.Days.Count, "dag", "dagar")} i {SwedishText.Count(m.Rounds, "omgång", "omgångar")}"
            + $" (ett uppehåll på mer än {SwedishText.Number(MethodFacts.PauseDays)} dagar räknas som en ny omgång).",
    };

    private static IEnumerable<Block> Machine(MethodFacts m)
    {
        var answered = m.Accepted + m.Rejected;
        yield return new Paragraph(new Span("Kodförslag från programmet:", SpanStyle.Strong), new Span(answered == 0
            ? " ingen har svarat på några."
            : $" en person har svarat på {SwedishText.Number(answered)} i hela projektet. Av dem är {SwedishText.Number(m.Accepted)} godkända, och {SwedishText.Number(m.Rejected)} avvisade eller besvarade med en annan kod."
                + (m.AcceptedTogether == 0 ? "" : $" {SwedishText.Number(m.AcceptedTogether)} är godkända många på en gång, utan att någon har läst vart och ett.")));
    }

    /// <summary>New codes by interview say when nothing more turned up; the interviews are not named.</summary>
    private static IEnumerable<Block> Saturation(MethodFacts m)
    {
        if (m.NewCodes.Count < 4)
        {
            yield break;
        }

        var half = m.NewCodes.Count / 2;
        yield return new Paragraph(
            new Span("Mättnad:", SpanStyle.Strong),
            new Span(
                $" {SwedishText.Count(m.NewCodes.Sum(), "kod används", "koder används")} i de {SwedishText.Number(m.NewCodes.Count)} intervjuerna. "
                + $"{SwedishText.Number(m.NewCodes.Take(half).Sum())} av dem fanns redan i de {SwedishText.Number(half)} första i projektets ordning. De tre sista gav {SwedishText.Count(m.NewCodes.TakeLast(3).Sum(), "ny kod", "nya koder")}."));
    }

    private static IEnumerable<Block> Response(ReportContent c)
    {
        var lost = c.Response.Where(r => r.Reached is not null && r.Reached > r.Answered).ToList();
        if (lost.Count > 0)
        {
            yield return new Paragraph(
                new Span("Bortfall:", SpanStyle.Strong),
                new Span($" {string.Join(" ", lost.Select(r => $"I {r.Survey} svarade {SwedishText.Number(r.Answered)} av {SwedishText.Number(r.Reached!.Value)} som enkäten nådde{(r.Population is { } all ? $", av {SwedishText.Number(all)} som den gällde" : "")}."))}"));
        }

        if (c.Material.Any(m => m.Kind == SourceKind.Notes))
        {
            yield return Paragraph.Of("Anteckningar från möten räknas inte som personer: de säger vad som sades, inte av hur många.");
        }
    }

    /// <summary>Who coded is for the office to know; others are told how many.</summary>
    private static string Coders(ReportContent c) => c.Audience == Audience.Internal
        ? SwedishText.And(c.Method.Coders)
        : SwedishText.Count(c.Method.Coders.Count, "person", "personer");

    private static string Word(CodingOrigin origin) => origin switch
    {
        CodingOrigin.Manual => "kodat för hand",
        CodingOrigin.Suggestion => "kodförslag som en person har godkänt",
        CodingOrigin.Import => "inläst från fil",
        _ => "kodat ur en sökning",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
