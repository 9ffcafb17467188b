using MiaVoices.Core.Codes;

namespace MiaVoices.Core.Reports;

/// <summary>The appendices of the theme report: method, codebook, integrity.</summary>
internal static class ThemeReportAppendix
{
    public static IEnumerable<Block> Compose(ThemeReportContent c) => [.. Method(c), .. Codebook(c), .. Integrity(c)];

    private static IEnumerable<Block> Method(ThemeReportContent c)
    {
        var m = c.Method;
        yield return new Heading(2, "Bilaga 1. Så är materialet kodat");
        if (m.Codings == 0)
        {
            yield return Paragraph.Of("Inget i materialet är kodat än.");
        }
        else
        {
            yield return Paragraph.Of(
                $"En kodning är ett avsnitt i texten som har fått en kod. Rapporten bygger på {SwedishText.Count(m.Codings, "kodning", "kodningar")} gjorda av {Coders(c)}. Tabellen visar hur kodningarna har kommit till.");
            yield return new TableBlock(
                [new("Ursprung"), new("Kodningar", true)],
                [.. m.ByOrigin.Select(o => (IReadOnlyList<string>)[Word(o.Origin), SwedishText.Number(o.Count)])]);
        }

        if (m.Coders.Count > 1)
        {
            yield return Paragraph.Of("Hur väl kodarna stämmer överens med varandra är inte beräknat i den här rapporten.");
        }

        var answered = m.Accepted + m.Rejected;
        yield return Paragraph.Of(answered == 0
            ? "Ingen har svarat på några kodförslag från programmet."
            : $"En person har svarat på {SwedishText.Count(answered, "kodförslag", "kodförslag")} från programmet i hela projektet. Av dem är {SwedishText.Number(m.Accepted)} godkända, och {SwedishText.Number(m.Rejected)} avvisade eller besvarade med en annan kod.");
    }

    private static IEnumerable<Block> Codebook(ThemeReportContent c)
    {
        yield return new Heading(2, "Bilaga 2. Kodbok");
        if (c.Themes.Count == 0)
        {
            yield return Paragraph.Of("Kodboken är tom.");
            yield break;
        }

        var codes = c.Themes.Select(t => (Code: c.Tree[t.Code], Theme: t)).ToList();
        (TableColumn Column, Func<(Code Code, Themes.ThemeSummary Theme), string> Cell)[] columns =
        [
            (new("Kod"), x => x.Code.Tag),
            (new("Namn"), x => ThemeReportTables.Indented(c, x.Code.Id)),
            (new("Definition"), x => x.Code.Definition),
            (new("Ingår"), x => x.Code.Include),
            (new("Ingår inte"), x => x.Code.Exclude),

            // An anchor example is often somebody's very words, chosen by nobody for this report.
            (new("Exempel"), x => c.Audience == Audience.Internal ? x.Code.Example : ""),
            (new("Personer", true), x => SwedishText.Persons(x.Theme.Count.All)),
            (new("Avsnitt", true), x => x.Theme.HidesPassages ? SwedishText.Hidden : SwedishText.Number(x.Theme.Passages)),
        ];
        var shown = columns.Where(column => codes.Any(x => column.Cell(x).Trim().Length > 0)).ToList();
        yield return Paragraph.Of(
            "Tabellen visar koderna, vad de betyder och hur många personer och avsnitt de har."
            + (codes.Any(x => c.Tree.Depth(x.Code.Id) > 0) ? " Underkoder är indragna med streck, och deras antal ingår i koden ovanför." : ""));
        yield return new TableBlock([.. shown.Select(s => s.Column)], [.. codes.Select(x => (IReadOnlyList<string>)[.. shown.Select(s => s.Cell(x))])]);
    }

    private static IEnumerable<Block> Integrity(ThemeReportContent c)
    {
        yield return new Heading(2, "Bilaga 3. Integritet");
        if (c.Threshold == 0)
        {
            yield return Paragraph.Of("Rapporten är för internt bruk och visar alla antal, även små. Lämna den inte vidare.");
        }
        else
        {
            var hidden = c.Themes.Sum(t => ThemeReportTables.Groups(c).Select(g => t.Count.ByGroup[g.Index]).Append(t.Count.All).Count(share => share.Suppressed));
            yield return Paragraph.Of(
                $"Minsta antal personer som visas är {SwedishText.Number(c.Threshold)}. I tabellen över teman och grupper är {(hidden == 0 ? "inget antal dolt" : SwedishText.Count(hidden, "antal dolt", "antal dolda"))}. "
                + "Hur många som ingår i varje grupp (n) visas alltid: det är basen för siffrorna och säger inget om vad någon har sagt.");
        }

        yield return Paragraph.Of($"Rapporten är gjord med MiaVoices {c.Program}.{(c.Themes.Any(t => t.Quotes.Count > 0) ? " Programmet har valt citaten. Granska dem innan du lämnar rapporten vidare." : "")}");
    }

    /// <summary>Who coded is for the office to know; others are told how many.</summary>
    private static string Coders(ThemeReportContent c) => c.Audience == Audience.Internal
        ? SwedishText.And(c.Method.Coders)
        : SwedishText.Count(c.Method.Coders.Count, "person", "personer");

    private static string Word(CodingOrigin origin) => origin switch
    {
        CodingOrigin.Manual => "kodat för hand",
        CodingOrigin.Suggestion => "kodförslag som en person har godkänt",
        CodingOrigin.Import => "inläst från fil",
        _ => "kodat ur en sökning",
    };
}
