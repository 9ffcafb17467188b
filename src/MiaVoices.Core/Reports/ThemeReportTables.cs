using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Reports;

/// <summary>The tables of the theme report: material, response, theme by group.</summary>
internal static class ThemeReportTables
{
    public static IEnumerable<Block> Material(ReportContent c)
    {
        yield return new Heading(2, "Så gjorde vi");
        foreach (var block in c.Written.At("recruiting"))
        {
            yield return block;
        }

        yield return Paragraph.Of(
            "Tabellen visar vad rapporten bygger på. Personer är de som själva har sagt eller skrivit något; det intervjuaren säger räknas inte. "
            + "Ett stycke är en replik, ett svar eller ett stycke i en anteckning. Genomlästa är de stycken som någon har kodat, eller läst utan att hitta något att koda. Hela metoden står i bilaga 1.");
        yield return new TableBlock(
            [new("Källa"), new("Grupp"), new("Källor", true), new("Personer", true), new("Stycken", true), new("Genomlästa", true)],
            [
                .. c.Material.Select(m => (IReadOnlyList<string>)
                [
                    Kind(m.Kind),
                    m.Voice switch { MaterialVoice.Notes => "blandad", MaterialVoice.Unknown => "talare inte utpekade", _ => Group(m.Group) },
                    SwedishText.Number(m.Sources),
                    m.Voice == MaterialVoice.Persons ? SwedishText.Number(m.Persons) : "–",
                    SwedishText.Number(m.Segments),
                    SwedishText.Number(m.Reviewed),
                ]),
            ]).Titled("Materialet");
        if (c.Material.Any(m => m.Voice == MaterialVoice.Unknown))
        {
            yield return Paragraph.Of("Där talarna inte är utpekade vet programmet inte vem som intervjuar och vem som svarar. De räknas därför inte som personer och citeras inte.");
        }

        if (c.Response.Count > 0)
        {
            yield return Paragraph.Of("Tabellen visar hur många som har svarat på enkäterna, av dem som enkäten nådde och av alla som den gällde.");
            yield return new TableBlock(
                [new("Enkät"), new("Alla", true), new("Nådda", true), new("Svar", true), new("Andel av nådda", true), new("Andel av alla", true)],
                [
                    .. c.Response.Select(r => (IReadOnlyList<string>)
                    [
                        r.Survey, Known(r.Population), Known(r.Reached), SwedishText.Number(r.Answered), Rate(r.Answered, r.Reached), Rate(r.Answered, r.Population),
                    ]),
                ]).Titled("Svarsfrekvens", rowHeaders: true);
        }
    }

    public static IEnumerable<Block> Overview(ReportContent c)
    {
        yield return new Heading(2, "Resultat: översikt");
        if (c.Themes.Count == 0)
        {
            yield return Paragraph.Of("Kodboken är tom, så det finns inga teman att visa än.");
            yield break;
        }

        yield return Paragraph.Of(
            "Tabellen visar hur många personer som har tagit upp varje tema. I rubriken står hur många personer som finns i gruppen (n). "
            + (c.Figures.Persons < c.PercentFrom ? "" : $"Procent visas bara där n är minst {SwedishText.Number(c.PercentFrom)}. ")
            + (c.Themes.Any(t => c.Tree.Depth(t.Code) > 0) ? "Underteman är indragna med streck och ingår i temat ovanför. " : "")
            + "En person kan ha tagit upp flera teman. Antalet säger hur många som tog upp frågan självmant, inte hur många som tycker så.");
        var groups = Groups(c);
        var rows = c.Figures.Themes.ToDictionary(t => t.Code);
        yield return new TableBlock(
            [
                new("Tema"),
                .. groups.Select(g => new TableColumn($"{SwedishText.Capital(Group(g.Item))} {SwedishText.Base(c.Figures.GroupSizes[g.Index])}", true)),
                new($"Alla {SwedishText.Base(c.Figures.Persons)}", true),
            ],
            [
                .. c.Themes.Select(t => (IReadOnlyList<string>)
                [
                    Indented(c, t.Code),
                    .. groups.Select(g => SwedishText.PersonsWithPercent(rows[t.Code].ByGroup[g.Index])),
                    SwedishText.PersonsWithPercent(rows[t.Code].All),
                ]),
            ]).Titled("Teman och grupper", rowHeaders: true);
        if (Chart(c) is { } chart)
        {
            yield return chart;
        }

        if (c.Threshold > 0)
        {
            yield return Paragraph.Of(
                $"Två punkter ({SwedishText.Hidden}) betyder att antalet inte visas: det är färre än {SwedishText.Count(c.Threshold, "person", "personer")}, "
                + "alla eller ingen i en så liten grupp, eller ett antal som skulle avslöja ett sådant.");
        }
    }

    /// <summary>Themes by other attributes than the group. There is no column for all: it stands in the overview.</summary>
    public static IEnumerable<Block> Comparisons(ReportContent c)
    {
        var written = c.Written.At("comparison");
        if (c.Comparisons.Count == 0 && c.ComparisonsLeftOut.Count == 0 && written.Count == 0)
        {
            yield break;
        }

        yield return new Heading(2, "Jämförelser");
        foreach (var comparison in c.Comparisons)
        {
            yield return Paragraph.Of(
                $"Tabellen visar hur många personer som har tagit upp varje tema, efter {comparison.Attribute}. I rubriken står hur många personer som finns med (n)."
                + (c.Threshold > 0 ? $" Två punkter ({SwedishText.Hidden}) betyder att antalet inte visas." : ""));
            yield return new TableBlock(
                [new("Tema"), .. comparison.Columns.Select(v => new TableColumn($"{(v.Value.Length == 0 ? "Uppgift saknas" : SwedishText.Capital(v.Value))} {SwedishText.Base(v.Persons)}", true))],
                [.. c.Themes.Where(t => comparison.Rows.ContainsKey(t.Code)).Select(t => (IReadOnlyList<string>)[Indented(c, t.Code), .. comparison.Rows[t.Code].Select(SwedishText.PersonsWithPercent)])]).Titled($"Teman och {comparison.Attribute}", rowHeaders: true);
        }

        if (c.ComparisonsLeftOut.Count > 0)
        {
            yield return Paragraph.Of(
                $"Teman efter {SwedishText.And(c.ComparisonsLeftOut)} visas inte. Grupperna är så små att översikten då skulle få fler dolda antal. Tabellerna finns i den interna rapporten.");
        }

        foreach (var block in written)
        {
            yield return block;
        }
    }

    /// <summary>The themes at the top as bars; the table before it holds the same.</summary>
    private static BarChart? Chart(ReportContent c)
    {
        var top = c.Themes.Where(t => c.Tree.Depth(t.Code) == 0).ToList();
        return top.Count < 2 || c.Figures.Persons == 0 ? null : new BarChart(
            $"Hur många av {SwedishText.Count(c.Figures.Persons, "person", "personer")} som har tagit upp varje huvudtema",
            [],
            [.. top.Select(t => new ChartBar(SwedishText.Capital(c.Tree[t.Code].Name), [t.Count.All.Suppressed ? null : t.Count.All.Persons], SwedishText.PersonsWithPercent(t.Count.All)))],
            c.Figures.Persons);
    }

    /// <summary>The groups that have a column; where no person has a group, "all" is enough.</summary>
    public static IReadOnlyList<(int Index, string Item)> Groups(ReportContent c) =>
        [.. c.Figures.Groups.Index().Where(g => c.Figures.Groups.Count > 1 || g.Item.Length > 0)];

    /// <summary>A theme's name with a dash for each theme above it: spaces at the beginning of a cell are not shown.</summary>
    public static string Indented(ReportContent c, Guid code) =>
        string.Concat(Enumerable.Repeat("– ", c.Tree.Depth(code))) + c.Tree[code].Name;

    public static string Group(string group) => group.Length == 0 ? "grupp saknas" : group;

    private static string Kind(SourceKind kind) => kind switch
    {
        SourceKind.Interview => "Intervju",
        SourceKind.Survey => "Enkätfritext",
        SourceKind.Notes => "Dialoganteckning",
        SourceKind.Story => "Deltagarberättelse",
        _ => "Tabell",
    };

    private static string Known(int? number) => number is { } known ? SwedishText.Number(known) : "okänt";

    private static string Rate(int answered, int? of) => of is > 0 ? SwedishText.Percent((double)answered / of.Value, 1) : "–";
}
