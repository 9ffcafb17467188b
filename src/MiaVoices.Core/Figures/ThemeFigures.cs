using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures.Disclosure;

namespace MiaVoices.Core.Figures;

/// <summary>A person who counts: identity within the figures, and the group they are counted in.</summary>
/// <param name="Key">Unique in the figures.</param>
/// <param name="Group">Value of the grouping attribute, or empty where it is not known.</param>
public readonly record struct Person(long Key, string Group);

/// <summary>The persons of a theme.</summary>
/// <param name="Code">The code.</param>
/// <param name="All">All persons; sub-codes included.</param>
/// <param name="ByGroup">By group, in the order of <see cref="ThemeFigures.Groups"/>.</param>
public sealed record ThemeCount(Guid Code, Share All, IReadOnlyList<Share> ByGroup);

/// <summary>
/// Themes by persons: for each code how many persons have at least one coding of it or of a code below it. Persons are
/// counted, never codings. Immutable.
/// </summary>
public sealed class ThemeFigures
{
    private readonly CodeTree _tree;

    /// <summary>Counts.</summary>
    /// <param name="tree">The codebook.</param>
    /// <param name="persons">Everyone with a segment of their own in the selection.</param>
    /// <param name="coded">Pairs of code and person; persons outside the selection are left out.</param>
    /// <param name="percentFrom">The least base that percentages are shown of.</param>
    public ThemeFigures(CodeTree tree, IReadOnlyList<Person> persons, IEnumerable<(Guid Code, long Person)> coded, int percentFrom = Share.LeastBase)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(persons);
        ArgumentNullException.ThrowIfNull(coded);
        _tree = tree;
        Groups = [.. persons.Select(p => p.Group).Distinct().Order(GroupOrder.Instance)];
        var place = Groups.Index().ToDictionary(g => g.Item, g => g.Index);
        var groupOf = persons.ToDictionary(p => p.Key, p => place[p.Group]);
        GroupSizes = Sizes(groupOf.Values);
        Persons = persons.Count;
        var own = coded.Where(c => groupOf.ContainsKey(c.Person)).ToLookup(c => c.Code, c => c.Person);
        Themes = [.. tree.Codes.Select(code =>
        {
            var with = tree.WithDescendants(code.Id).SelectMany(c => own[c.Id]).ToHashSet();
            var sizes = Sizes(with.Select(p => groupOf[p]));
            return new ThemeCount(code.Id, new Share(with.Count, Persons) { PercentFrom = percentFrom }, [.. sizes.Select((k, i) => new Share(k, GroupSizes[i]) { PercentFrom = percentFrom })]);
        })];
    }

    private ThemeFigures(ThemeFigures from, ThemeDisclosure disclosure, int table)
    {
        (_tree, Groups, GroupSizes, Persons) = (from._tree, from.Groups, from.GroupSizes, from.Persons);
        (Disclosure, Table) = (disclosure, table);
        Themes = [.. from.Themes.Select(t => disclosure.Shown(t, table))];
    }

    /// <summary>What is hidden, with the evidence; null where nothing is.</summary>
    internal ThemeDisclosure? Disclosure { get; }

    /// <summary>The place of these figures among the tables of <see cref="Disclosure"/>.</summary>
    internal int Table { get; }

    /// <summary>The groups in the order of <see cref="GroupOrder"/>.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>How many persons each group holds.</summary>
    public IReadOnlyList<int> GroupSizes { get; }

    /// <summary>All persons.</summary>
    public int Persons { get; }

    /// <summary>One for each code, parents before children.</summary>
    public IReadOnlyList<ThemeCount> Themes { get; }

    /// <summary>The figures with small numbers suppressed, and what would give them away (<see cref="DisclosurePlan"/>).</summary>
    /// <param name="threshold">The least number shown; 0 hides nothing.</param>
    public ThemeFigures Suppressed(int threshold) => Suppressed([this], threshold)[0];

    /// <summary>Suppresses figures that are printed together: the same codes and persons by several attributes.</summary>
    /// <param name="tables">The figures, all counted from the same codebook, persons and codings.</param>
    /// <param name="threshold">The least number shown; 0 hides nothing.</param>
    /// <exception cref="ArgumentException">The tables are not of the same persons.</exception>
    public static IReadOnlyList<ThemeFigures> Suppressed(IReadOnlyList<ThemeFigures> tables, int threshold)
    {
        ArgumentNullException.ThrowIfNull(tables);
        if (threshold <= 0 || tables.Count == 0)
        {
            return tables;
        }

        var disclosure = new ThemeDisclosure(tables[0]._tree, tables, threshold);
        return [.. tables.Select((table, i) => new ThemeFigures(table, disclosure, i))];
    }

    private int[] Sizes(IEnumerable<int> groups)
    {
        var sizes = new int[Groups.Count];
        foreach (var group in groups)
        {
            sizes[group]++;
        }

        return sizes;
    }
}
