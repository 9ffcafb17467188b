using MiaVoices.Core.Codes;

namespace MiaVoices.Core.Figures;

/// <summary>A person who counts: identity within the figures, and the group they are counted in.</summary>
/// <param name="Key">Unique in the figures.</param>
/// <param name="Group">Value of the grouping attribute, or empty where it is not known.</param>
public readonly record struct Person(long Key, string Group);

/// <summary>k of n.</summary>
/// <param name="Persons">Persons with at least one coding of the theme.</param>
/// <param name="Of">Persons who could have had one: those with at least one segment of their own.</param>
/// <param name="Suppressed">True when the number may not be shown outside.</param>
public readonly record struct Share(int Persons, int Of, bool Suppressed = false);

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
    /// <summary>Counts.</summary>
    /// <param name="tree">The codebook.</param>
    /// <param name="persons">Everyone with a segment of their own in the selection.</param>
    /// <param name="coded">Pairs of code and person; persons outside the selection are left out.</param>
    /// <param name="groups">The groups in the order wanted; others follow in the order of Unicode, the unknown last.</param>
    public ThemeFigures(CodeTree tree, IReadOnlyList<Person> persons, IEnumerable<(Guid Code, long Person)> coded, IReadOnlyList<string>? groups = null)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(persons);
        ArgumentNullException.ThrowIfNull(coded);
        var groupOf = persons.ToDictionary(p => p.Key, p => p.Group);
        var order = groups ?? [];
        Groups = [.. groupOf.Values.Distinct().OrderBy(g => g.Length == 0).ThenBy(g => Place(order, g)).ThenBy(g => g, StringComparer.Ordinal)];
        GroupSizes = [.. Groups.Select(g => persons.Count(p => p.Group == g))];
        Persons = persons.Count;
        var own = coded.Where(c => groupOf.ContainsKey(c.Person)).ToLookup(c => c.Code, c => c.Person);
        Themes = [.. tree.Codes.Select(code =>
        {
            var with = tree.WithDescendants(code.Id).SelectMany(c => own[c.Id]).ToHashSet();
            return new ThemeCount(
                code.Id,
                new Share(with.Count, Persons),
                [.. Groups.Select((g, i) => new Share(with.Count(p => groupOf[p] == g), GroupSizes[i]))]);
        })];
    }

    private ThemeFigures(ThemeFigures from, IReadOnlyList<ThemeCount> themes)
    {
        (Groups, GroupSizes, Persons) = (from.Groups, from.GroupSizes, from.Persons);
        Themes = themes;
    }

    /// <summary>The groups.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>How many persons each group holds.</summary>
    public IReadOnlyList<int> GroupSizes { get; }

    /// <summary>All persons.</summary>
    public int Persons { get; }

    /// <summary>One for each code, parents before children.</summary>
    public IReadOnlyList<ThemeCount> Themes { get; }

    /// <summary>The figures with small numbers suppressed.</summary>
    public ThemeFigures Suppressed(int threshold) =>
        new(this, [.. Themes.Select(t => t with { All = Suppression.Mark(t.All, threshold), ByGroup = Suppression.Row(t.ByGroup, t.All, threshold) })]);

    private static int Place(IReadOnlyList<string> order, string group)
    {
        for (var i = 0; i < order.Count; i++)
        {
            if (string.Equals(order[i], group, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return int.MaxValue;
    }
}
