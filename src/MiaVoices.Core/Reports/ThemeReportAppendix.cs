using MiaVoices.Core.Codes;

namespace MiaVoices.Core.Reports;

/// <summary>The appendices of the theme report: method, codebook, integrity.</summary>
internal static class ThemeReportAppendix
{
    public static IEnumerable<Block> Compose(ThemeReportContent c) => [.. Method(c), .. Codebook(c), .. Integrity(c)];

    private static IEnumerable<Block> Method(ThemeReportContent c)
    {
        var m = c.Method;
        yield return new Heading(2, "Bilaga 1. Så gjordes kodningen");
        yield return Paragraph.Of(
            $"{SwedishText.Number(m.Codings)} kodningar har gjorts av {SwedishText.And(m.Coders)}. En kodning är ett avsnitt i texten som har fått en kod. Tabellen visar hur kodningarna kom till.");
        yield return new TableBlock(
            [new("Ursprung"), new("Kodningar", true)],
            [.. m.ByOrigin.Select(o => (IReadOnlyList<string>)[Word(o.Origin), SwedishText.Number(o.Count)])]);
        yield return Paragraph.Of(m.Accepted + m.Rejected == 0
            ? "Inga av programmets kodförslag har besvarats."
            : $"Programmet har föreslagit koder, och en person har svarat på varje förslag: {SwedishText.Number(m.Accepted)} godkändes och {SwedishText.Number(m.Rejected)} avvisades eller fick en annan kod.");
        yield return Paragraph.Of(
            "Citaten är valda av programmet så att de tillsammans täcker mycket av det som sägs, med högst ett citat per person och tema och spridda över grupperna. En person behöver granska dem innan rapporten lämnas vidare.");
    }

    private static IEnumerable<Block> Codebook(ThemeReportContent c)
    {
        yield return new Heading(2, "Bilaga 2. Kodbok");
        yield return Paragraph.Of("Tabellen visar kodbokens koder, vad de betyder och hur många personer och avsnitt de har. Antalen för en kod med underkoder omfattar även dem.");
        yield return new TableBlock(
            [new("Kod"), new("Namn"), new("Definition"), new("Ingår"), new("Ingår inte"), new("Personer", true), new("Avsnitt", true)],
            [
                .. c.Themes.Select(t =>
                {
                    var code = c.Tree[t.Code];
                    return (IReadOnlyList<string>)
                    [
                        code.Tag, string.Concat(Enumerable.Repeat("– ", c.Tree.Depth(t.Code))) + code.Name, code.Definition, code.Include, code.Exclude,
                        t.Count.All.Suppressed ? ".." : SwedishText.Number(t.Count.All.Persons), t.Count.All.Suppressed ? ".." : SwedishText.Number(t.Codings),
                    ];
                }),
            ]);
    }

    private static IEnumerable<Block> Integrity(ThemeReportContent c)
    {
        yield return new Heading(2, "Bilaga 3. Integritet");
        var hidden = c.Figures.Themes.Where(t => c.Themes.Any(s => s.Code == t.Code)).Sum(t => t.ByGroup.Count(g => g.Suppressed) + (t.All.Suppressed ? 1 : 0));
        yield return Paragraph.Of(c.Threshold > 0
            ? $"Minsta antal som visas är {SwedishText.Number(c.Threshold)} personer. I tabellen över teman och grupper är {SwedishText.Number(hidden)} tal dolda."
            : "Rapporten är för internt bruk och visar alla antal, även små. Lämna den inte vidare.");
        yield return Paragraph.Of($"Gjord med MiaVoices {c.Program}.");
    }

    private static string Word(CodingOrigin origin) => origin switch
    {
        CodingOrigin.Manual => "kodat för hand",
        CodingOrigin.Suggestion => "förslag som en person godkänt",
        CodingOrigin.Import => "inläst från fil",
        _ => "kodat ur en sökning",
    };
}
