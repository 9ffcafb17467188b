namespace MiaVoices.Core.Figures;

/// <summary>Counts cross tables. Sub-codes are counted in, on both sides of a table. Pure; thread-safe.</summary>
public static class CrossTables
{
    /// <summary>
    /// Codes by the groups of the persons. Codings are those that start in something a person of the selection says or
    /// writes; interviewers' and notes' have no group.
    /// </summary>
    /// <param name="material">What to count.</param>
    /// <param name="counts">What the cells count.</param>
    /// <param name="threshold">Numbers of persons below it are suppressed; 0 shows all.</param>
    public static CrossTable ByGroup(CrossMaterial material, CrossCount counts, int threshold)
    {
        ArgumentNullException.ThrowIfNull(material);
        var figures = new ThemeFigures(material.Tree, [.. material.Persons.Select(p => p.Person)], material.Coded.Select(c => (c.Code, c.Person)), material.PercentFrom);
        var shown = figures.Suppressed(threshold);
        var groupOf = material.Persons.ToDictionary(p => p.Person.Key, p => p.Person.Group);
        var own = material.Codings
            .Where(c => c.Person is { } person && groupOf.ContainsKey(person))
            .GroupBy(c => (c.Code, Group: groupOf[c.Person!.Value]))
            .ToDictionary(g => g.Key, g => g.Count());
        return new CrossTable(
            counts,
            figures.Persons,
            [.. shown.Groups.Select((g, i) => new CrossColumn(g, null, shown.GroupSizes[i]))],
            [.. shown.Themes.Select(t =>
            {
                var codings = shown.Groups.Select(g => material.Tree.WithDescendants(t.Code).Sum(c => own.GetValueOrDefault((c.Id, g)))).ToList();
                return new CrossRow(t.Code, Cell(counts, codings.Sum(), t.All), [.. t.ByGroup.Select((share, i) => Cell(counts, codings[i], share))]);
            })]);
    }

    /// <summary>Codes by the sources they stand in. The base of a cell is the persons who speak in the source; codings are all that stand there.</summary>
    /// <param name="material">What to count.</param>
    /// <param name="sources">The sources with their labels, in the order wanted.</param>
    /// <param name="counts">What the cells count.</param>
    /// <param name="threshold">Numbers of persons below it are suppressed; 0 shows all.</param>
    public static CrossTable BySource(CrossMaterial material, IReadOnlyList<(Guid Id, string Label)> sources, CrossCount counts, int threshold)
    {
        ArgumentNullException.ThrowIfNull(material);
        ArgumentNullException.ThrowIfNull(sources);
        var known = material.Persons.Select(p => p.Person.Key).ToHashSet();
        var sizes = material.Persons.SelectMany(p => p.Sources).GroupBy(s => s).ToDictionary(g => g.Key, g => g.Count());
        var persons = material.Coded.Where(c => known.Contains(c.Person)).ToLookup(c => c.Code);
        var codings = material.Codings.GroupBy(c => (c.Code, c.Source)).ToDictionary(g => g.Key, g => g.Count());
        var rows = material.Tree.Codes.Select(code =>
        {
            var with = material.Tree.WithDescendants(code.Id).SelectMany(c => persons[c.Id]).Select(c => (c.Source, c.Person)).ToHashSet();
            var bySource = with.CountBy(p => p.Source).ToDictionary();
            return new CrossShares(
                code.Id,
                new Share(with.Select(p => p.Person).Distinct().Count(), known.Count) { PercentFrom = material.PercentFrom },
                [.. sources.Select(s => new Share(bySource.GetValueOrDefault(s.Id), sizes.GetValueOrDefault(s.Id)) { PercentFrom = material.PercentFrom })]);
        });
        var shown = CrossDisclosure.BySource(material.Tree, [.. rows], threshold, isPartition: material.Persons.All(p => p.Sources.Distinct().Count(s => sources.Any(x => x.Id == s)) == 1));
        return new CrossTable(
            counts,
            known.Count,
            [.. sources.Select(s => new CrossColumn(s.Label, s.Id, sizes.GetValueOrDefault(s.Id)))],
            [.. material.Tree.Codes.Select(code =>
            {
                var counted = sources.Select(s => material.Tree.WithDescendants(code.Id).Sum(c => codings.GetValueOrDefault((c.Id, s.Id)))).ToList();
                return new CrossRow(code.Id, Cell(counts, counted.Sum(), shown[code.Id].All), [.. shown[code.Id].Parts.Select((share, i) => Cell(counts, counted[i], share))]);
            })]);
    }

    /// <summary>
    /// Codes by codes. Persons are those who have both, of those who have the row's code; on the diagonal, those who have
    /// the code at all. Where the row's code may not be shown its base may not either, and nothing of the row is.
    /// Codings are pairs of codings that overlap in the text (<see cref="Overlaps"/>); on the diagonal,
    /// the codings of the code.
    /// </summary>
    /// <param name="material">What to count.</param>
    /// <param name="counts">What the cells count.</param>
    /// <param name="threshold">Numbers of persons below it are suppressed; 0 shows all.</param>
    public static CrossTable ByCode(CrossMaterial material, CrossCount counts, int threshold)
    {
        ArgumentNullException.ThrowIfNull(material);
        var tree = material.Tree;
        var codes = tree.Codes.Select(c => c.Id).ToList();
        var place = codes.Index().ToDictionary(c => c.Item, c => c.Index);
        var line = codes.Select(c => tree.Above(c).Prepend(c).Select(a => place[a]).ToArray()).ToArray();
        var both = Both(material, place, line);
        var pairs = counts == CrossCount.Codings ? Overlaps.Count(material.Codings, place, line) : null;
        var shown = CrossDisclosure.ByCode(tree, both, material.Persons.Count, threshold);
        var own = material.Codings.Where(c => place.ContainsKey(c.Code)).SelectMany(c => line[place[c.Code]]).CountBy(c => c).ToDictionary();
        return new CrossTable(
            counts,
            material.Persons.Count,
            [.. codes.Select((c, i) => new CrossColumn(tree[c].Name, c, shown[i, i].Suppressed ? null : both[i, i]))],
            [.. codes.Select((code, r) =>
            {
                var total = Cell(counts, own.GetValueOrDefault(r), shown[r, r] with { PercentFrom = material.PercentFrom });
                return new CrossRow(code, total, [.. codes.Select((_, c) =>
                    r == c ? total
                    : total.Suppressed ? new CrossCell(0, new Share(0, 0, Suppressed: true))
                    : Cell(counts, pairs?[r, c] ?? 0, shown[r, c] with { PercentFrom = material.PercentFrom }))]);
            })]);
    }

    private static CrossCell Cell(CrossCount counts, int codings, Share persons) => new(counts == CrossCount.Codings ? codings : persons.Persons, persons);

    /// <summary>How many persons have each two codes; one pass over the persons.</summary>
    private static int[,] Both(CrossMaterial material, Dictionary<Guid, int> place, int[][] line)
    {
        var both = new int[place.Count, place.Count];
        var known = material.Persons.Select(p => p.Person.Key).ToHashSet();
        foreach (var person in material.Coded.Where(c => known.Contains(c.Person) && place.ContainsKey(c.Code)).GroupBy(c => c.Person))
        {
            var codes = person.SelectMany(c => line[place[c.Code]]).Distinct().ToArray();
            foreach (var a in codes)
            {
                foreach (var b in codes)
                {
                    both[a, b]++;
                }
            }
        }

        return both;
    }
}
