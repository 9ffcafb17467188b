using MiaVoices.Core.Figures;

namespace MiaVoices.Core.Reports;

/// <summary>The tables of the theme report: material, response, theme by group.</summary>
internal static class ThemeReportTables
{
    public static IEnumerable<Block> Material(ThemeReportContent c)
    {
        yield return new Heading(2, "Material");
        yield return Paragraph.Of(
            "Tabellen visar vad rapporten bygger på. Personer är de som själva har sagt eller skrivit något; anteckningar från möten räknar inga personer. Genomlästa är de stycken som någon har kodat eller läst utan att hitta något att koda.");
        yield return new TableBlock(
            [new("Källa"), new("Grupp"), new("Källor", true), new("Personer", true), new("Stycken", true), new("Genomlästa", true)],
            [
                .. c.Material.Select(m => (IReadOnlyList<string>)
                [
                    m.Kind, m.Group.Length == 0 ? "blandad" : m.Group, SwedishText.Number(m.Sources), m.Persons is { } p ? Persons(p, c.Threshold) : "–",
                    SwedishText.Number(m.Segments), SwedishText.Number(m.Reviewed),
                ]),
            ]);
        if (c.Response.Count > 0)
        {
            yield return Paragraph.Of("Tabellen visar hur många som svarade på enkäterna, av dem som nåddes och av alla som enkäten gällde.");
            yield return new TableBlock(
                [new("Enkät"), new("Alla", true), new("Nådda", true), new("Svar", true), new("Andel av nådda", true), new("Andel av alla", true)],
                [
                    .. c.Response.Select(r => (IReadOnlyList<string>)
                    [
                        r.Survey, r.Population is { } all ? SwedishText.Number(all) : "okänt", r.Reached is { } reached ? SwedishText.Number(reached) : "okänt",
                        SwedishText.Number(r.Answered), Rate(r.Answered, r.Reached), Rate(r.Answered, r.Population),
                    ]),
                ]);
        }
    }

    public static IEnumerable<Block> Overview(ThemeReportContent c)
    {
        yield return new Heading(2, "Teman och grupper");
        yield return Paragraph.Of(
            "Tabellen visar hur många personer som har tagit upp varje tema, av alla personer i gruppen (k av n). Underteman står indragna under sitt tema och ingår i det; en person kan ha tagit upp flera teman. "
            + "Antalet säger hur många som tog upp frågan självmant, inte hur många som tycker så.");
        var shown = Enumerable.Range(0, c.Figures.Groups.Count).Where(i => c.Figures.GroupSizes[i] > 0).ToList();
        yield return new TableBlock(
            [new("Tema"), .. shown.Select(i => new TableColumn($"{Group(c.Figures.Groups[i])} (n = {SwedishText.Number(c.Figures.GroupSizes[i])})", true)), new($"Alla (n = {SwedishText.Number(c.Figures.Persons)})", true)],
            [
                .. c.Figures.Themes.Where(t => c.Themes.Any(s => s.Code == t.Code)).Select(t => (IReadOnlyList<string>)
                [
                    string.Concat(Enumerable.Repeat("– ", c.Tree.Depth(t.Code))) + c.Tree[t.Code].Name,
                    .. shown.Select(i => Cell(t.ByGroup[i])),
                    Cell(t.All),
                ]),
            ]);
        if (c.Threshold > 0)
        {
            yield return Paragraph.Of(
                $"Två punkter (..) betyder att antalet inte visas: färre än {SwedishText.Number(c.Threshold)} personer, eller ett tal som skulle avslöja ett sådant.");
        }
    }

    private static string Cell(Share share) => share.Suppressed ? ".." : SwedishText.Number(share.Persons);

    private static string Persons(int persons, int threshold) => persons > 0 && persons < threshold ? ".." : SwedishText.Number(persons);

    private static string Group(string group) => group.Length == 0 ? "grupp saknas" : group;

    private static string Rate(int answered, int? of) => of is > 0 ? SwedishText.Percent((double)answered / of.Value, 1) : "–";
}
