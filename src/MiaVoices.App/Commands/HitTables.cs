using System.Globalization;
using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Language;
using MiaVoices.Core.Search;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;

namespace MiaVoices.App.Commands;

/// <summary>Counts of a search's hits, by source, group and code, as tables and as JSON.</summary>
internal sealed class HitTables(Session s, IProjectStore store, SearchRequest request)
{
    private const string UsualAttribute = "grupp";

    /// <summary>Counts by source and by group.</summary>
    /// <param name="Totals">Of all hits.</param>
    /// <param name="Sources">By source, in document order.</param>
    /// <param name="Attribute">The attribute that makes the groups; null where nobody has one.</param>
    /// <param name="Groups">By group, in the order of reports.</param>
    public sealed record HitCounts(HitTotals Totals, IReadOnlyList<SourceHits> Sources, string? Attribute, IReadOnlyList<GroupHits> Groups);

    /// <summary>Codes among the hits.</summary>
    /// <param name="Tree">The codebook.</param>
    /// <param name="Found">The counts.</param>
    /// <param name="Codes">The codes, those that stand out most first, those too rare to say last.</param>
    public sealed record HitCodes(CodeTree Tree, CodesOfHits Found, IReadOnlyList<CodeHits> Codes);

    /// <summary>Counts; nobody needs to have the attribute that is usual.</summary>
    public HitCounts Counts(string? attribute)
    {
        var wanted = attribute ?? (store.Index.AttributeNames().Any(a => a is UsualAttribute or "group") ? UsualAttribute : null);
        return new HitCounts(
            store.HitFigures.Totals(request),
            store.HitFigures.BySource(request),
            wanted,
            wanted is null ? [] : [.. store.HitFigures.ByGroup(request, wanted).OrderBy(g => g.Group ?? "", GroupOrder.Instance)]);
    }

    /// <summary>Counts codes.</summary>
    public HitCodes Codes()
    {
        var tree = new CodeTree(store.Codes());
        var found = store.HitFigures.ByCode(request);
        return new HitCodes(tree, found, [.. found.Codes
            .OrderByDescending(c => found.Ratio(c) ?? -1).ThenByDescending(c => c.Segments).ThenBy(c => tree.Path(c.Code), SwedishOrder.Instance)]);
    }

    public static void Fields(Utf8JsonWriter w, HitCounts? counts)
    {
        if (counts is null)
        {
            return;
        }

        w.WriteNumber("sources", counts.Totals.Sources);
        w.WriteNumber("persons", counts.Totals.Persons);
        w.Objects("bySource", counts.Sources, x =>
        {
            w.WriteString("source", x.Name);
            w.WriteString("sourceId", x.Source);
            w.WriteString("label", x.Label);
            w.WriteNumber("total", x.Segments);
            w.WriteNumber("persons", x.Persons);
        });
        w.Text("groupedBy", counts.Attribute);
        w.Objects("byGroup", counts.Groups, x =>
        {
            w.Text("group", x.Group);
            w.WriteNumber("total", x.Segments);
            w.WriteNumber("persons", x.Persons);
            w.WriteNumber("of", x.Of);
        });
    }

    public static void Fields(Utf8JsonWriter w, HitCodes? codes)
    {
        if (codes is null)
        {
            return;
        }

        w.WriteNumber("material", codes.Found.Material);
        w.Objects("byCode", codes.Codes, c =>
        {
            w.WriteString("code", codes.Tree[c.Code].Name);
            w.WriteString("codePath", codes.Tree.Path(c.Code));
            w.WriteNumber("segments", c.Segments);
            w.WriteNumber("of", c.Of);
            w.WriteNumber("persons", c.Persons);
            w.Real("ratio", codes.Found.Ratio(c));
        });
    }

    public void Write(HitCounts? counts)
    {
        if (counts is null || counts.Totals.Segments == 0)
        {
            return;
        }

        var sources = Table(s.T["word.source"], Number(s.T["word.hits"]), Number(s.T["word.persons"]));
        var names = counts.Sources.GroupBy(x => x.Name).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        foreach (var x in counts.Sources)
        {
            // The sheets of a workbook share a name.
            sources.Add(names.Contains(x.Name) ? $"{x.Name} · {x.Label}" : x.Name, Text(x.Segments), Text(x.Persons));
        }

        Write(sources);
        if (counts.Attribute is not { } attribute)
        {
            return;
        }

        var groups = Table(attribute, Number(s.T["word.hits"]), Number(s.T["word.persons"]));
        foreach (var x in counts.Groups)
        {
            groups.Add(x.Group ?? s.T["search.noGroup"], Text(x.Segments), x.Of == 0 ? "–" : s.T["of", x.Persons, x.Of]);
        }

        Write(groups);
    }

    public void Write(HitCodes? codes)
    {
        if (codes is null)
        {
            return;
        }

        if (codes.Codes.Count == 0)
        {
            s.Out.WriteLine(s.T["search.noCodes"]);
            return;
        }

        var table = Table(s.T["word.code"], Number(s.T["word.hits"]), Number(s.T["search.ofMaterial"]), Number(s.T["word.persons"]), Number(s.T["search.ratio"]));
        foreach (var c in codes.Codes)
        {
            table.Add(codes.Tree.Path(c.Code), Text(c.Segments), Text(c.Of), Text(c.Persons), Times(codes.Found.Ratio(c)));
        }

        Write(table);
        s.Say(s.T["search.ratioHow", codes.Found.Hits, codes.Found.Material, CodesOfHits.LeastForRatio]);
    }

    private string Times(double? ratio)
    {
        var text = ratio?.ToString("0.0", CultureInfo.InvariantCulture);
        return text is null ? "–" : s.T.Language == "sv" ? text.Replace('.', ',') : text;
    }

    private static TextTable Table(string first, params IEnumerable<TableColumn> rest) => new([new TableColumn(first) { IsFlexible = true }, .. rest]);

    private static TableColumn Number(string header) => new(header) { Alignment = Alignment.Right };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Write(TextTable table)
    {
        s.Out.WriteLine();
        table.Write(s.Out, s.Terminal);
    }
}
