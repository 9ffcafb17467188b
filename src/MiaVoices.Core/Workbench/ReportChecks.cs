using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures.Disclosure;
using MiaVoices.Core.Reports;

namespace MiaVoices.Core.Workbench;

/// <summary>What is to be looked at before a report goes out.</summary>
public static class ReportChecks
{
    /// <summary>A voice with more than this share of a theme's quotes is heard too much.</summary>
    public const double MostOfOneVoice = 0.4;

    /// <summary>Fewer persons than this quoted under a theme are too few to show how it differs.</summary>
    public const int LeastVoices = 3;

    /// <summary>The points, in order. Reads the project; changes nothing.</summary>
    public static IReadOnlyList<ReportCheck> Of(IProjectStore store, ReportOrder order, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(order);
        if (order.Kind == ReportKind.Survey)
        {
            return [Written(store, order, []), WrittenFigures(store, order, []), .. Differencing(store, order, [])];
        }

        var (summary, quotes) = ReportGathering.Selected(store, order, words: false, null, cancellation);
        var shown = new ReportQuotes(quotes, summary, order.Audience, ReportGathering.Threshold(store, order.Audience)).ByTheme();
        var checks = new List<ReportCheck>
        {
            Progress(store, summary, order),
            Machine(shown, order),
            State("quotes-changed", quotes.Count(q => !q.IsCurrent && q.Quote.Status != QuoteStatus.Withdrawn), "reportcheck.changed"),
            State("quotes-voices", Themes(summary, shown, TooFewVoices), "reportcheck.voices"),
            State("quotes-one-voice", Themes(summary, shown, OneVoice), "reportcheck.oneVoice"),
        };
        checks.AddRange(Pointing(quotes, shown, order));
        checks.AddRange(CheckList(store, quotes, order));
        checks.Add(Small(store, summary, order));
        checks.AddRange(Unanimous(store, summary, order));
        IReadOnlyList<Guid> themes = order.Kind switch
        {
            ReportKind.Dialogue => order.Theme is { } theme ? [theme] : [],
            ReportKind.Audit => [.. summary.Tree.Roots.Select(c => c.Id)],
            _ => [.. summary.Themes.Where(t => t.Codings > 0).Select(t => t.Code)],
        };
        checks.Add(Written(store, order, themes));
        checks.Add(WrittenFigures(store, order, themes));
        checks.AddRange(Differencing(store, order, Numbers(summary)));
        return checks;
    }

    private static ReportCheck Progress(IProjectStore store, ProjectSummary summary, ReportOrder order)
    {
        var (lines, _) = ReportMaterial.Lines(store, summary, order.Where.Count > 0);
        var (read, all) = (lines.Sum(l => l.Reviewed), lines.Sum(l => l.Segments));
        return new("material-read", read < all ? CheckState.Warning : CheckState.Ok, Problem.Of("reportcheck.read", read, all));
    }

    /// <summary>For a steering group the program's own choice is marked; for anyone outside it is left out already.</summary>
    private static ReportCheck Machine(IReadOnlyDictionary<Guid, IReadOnlyList<ShownQuote>> shown, ReportOrder order)
    {
        var all = shown.Values.SelectMany(q => q).ToList();
        var machine = all.Count(q => q.Origin != QuoteOrigin.Approved);
        return new(
            "quotes-approved",
            machine > 0 || (all.Count == 0 && order.Audience == Audience.Public) ? CheckState.Warning : CheckState.Ok,
            Problem.Of("reportcheck.approved", all.Count - machine, machine));
    }

    private static bool TooFewVoices(IReadOnlyList<ShownQuote> quotes) =>
        quotes.Count > 0 && quotes.Select(q => q.Person).Distinct(StringComparer.Ordinal).Count() < LeastVoices;

    /// <summary>Of one or two quotes each is a great share; those themes are told for having few voices.</summary>
    private static bool OneVoice(IReadOnlyList<ShownQuote> quotes) =>
        quotes.Count >= LeastVoices && quotes.GroupBy(q => q.Person, StringComparer.Ordinal).Max(g => g.Count()) > MostOfOneVoice * quotes.Count;

    private static List<string> Themes(ProjectSummary summary, IReadOnlyDictionary<Guid, IReadOnlyList<ShownQuote>> shown, Func<IReadOnlyList<ShownQuote>, bool> isSo) =>
        [.. summary.Themes.Where(t => isSo(shown[t.Code])).Select(t => summary.Tree[t.Code].Name)];

    private static ReportCheck State(string name, List<string> themes, string key) =>
        new(name, themes.Count == 0 ? CheckState.Ok : CheckState.Warning, Problem.Of(key, themes.Count, themes.Count == 0 ? "–" : string.Join(", ", themes)));

    private static ReportCheck State(string name, int count, string key) => new(name, count == 0 ? CheckState.Ok : CheckState.Warning, Problem.Of(key, count));

    /// <summary>Numbers, addresses and the like stop a report that leaves the office; names and health are for a person to judge.</summary>
    private static IEnumerable<ReportCheck> Pointing(IReadOnlyList<PlacedQuote> quotes, IReadOnlyDictionary<Guid, IReadOnlyList<ShownQuote>> shown, ReportOrder order)
    {
        var names = quotes.GroupBy(q => q.Coding.Coding.Id).ToDictionary(g => g.Key, g => g.First().Id);
        var found = shown.Values.SelectMany(q => q).DistinctBy(q => (q.Coding, q.Text)).Select(q => (Quote: q, Found: Identifiers.Find(q.Text))).ToList();
        string Where(IEnumerable<ShownQuote> which) => string.Join(", ", which.Select(q => q.Id ?? names.GetValueOrDefault(q.Coding, q.Reference)).Distinct(StringComparer.Ordinal).Take(10));
        var direct = found.Where(f => f.Found.Any(i => i.IsDirect)).Select(f => f.Quote).ToList();
        yield return new(
            "quotes-direct",
            direct.Count == 0 ? CheckState.Ok : order.Audience == Audience.Internal ? CheckState.Warning : CheckState.Blocks,
            Problem.Of("reportcheck.direct", direct.Count, direct.Count == 0 ? "–" : Where(direct)));
        foreach (var (name, kind, key) in new[] { ("quotes-names", IdentifierKind.Name, "reportcheck.names"), ("quotes-health", IdentifierKind.Health, "reportcheck.health") })
        {
            var some = found.Where(f => f.Found.Any(i => i.Kind == kind)).Select(f => f.Quote).ToList();
            yield return new(name, some.Count == 0 ? CheckState.Ok : CheckState.Warning, Problem.Of(key, some.Count, some.Count == 0 ? "–" : Where(some)));
        }
    }

    private static IEnumerable<ReportCheck> CheckList(IProjectStore store, IReadOnlyList<PlacedQuote> quotes, ReportOrder order)
    {
        if (order.Audience != Audience.Public || !quotes.Any(q => q.IsApproved))
        {
            yield break;
        }

        var ticked = ReportGathering.Ticks(store, quotes).Select(t => t.Point).ToHashSet();
        var missing = ReviewPoints.All.Where(p => !ticked.Contains(p)).ToList();
        yield return new(
            "quotes-checklist",
            missing.Count == 0 ? CheckState.Ok : CheckState.Blocks,
            Problem.Of("reportcheck.checklist", missing.Count, missing.Count == 0 ? "–" : string.Join("; ", missing.Select(p => $"{p} ({ReviewPoints.Text(p)})"))));
    }

    private static ReportCheck Small(IProjectStore store, ProjectSummary summary, ReportOrder order)
    {
        var threshold = ReportGathering.Threshold(store, order.Audience);
        var small = summary.Figures.Themes.Sum(t => t.ByGroup.Append(t.All).Count(s => threshold == 0 ? s.Persons > 0 && s.Persons < store.Project.Threshold : s.Suppressed));
        return new("figures-small", threshold == 0 && small > 0 ? CheckState.Warning : CheckState.Ok, Problem.Of(threshold == 0 ? "reportcheck.smallShown" : "reportcheck.smallHidden", small));
    }

    /// <summary>
    /// All of a group that is hardly larger than the threshold may be shown, and tells it of every one of them: a person
    /// looks at whether that is right.
    /// </summary>
    private static IEnumerable<ReportCheck> Unanimous(IProjectStore store, ProjectSummary summary, ReportOrder order)
    {
        if (ReportGathering.Threshold(store, order.Audience) is > 0 and var threshold)
        {
            var all = summary.Figures.Themes.Sum(t => t.ByGroup.Append(t.All).Count(s => Figures.Suppression.IsUnanimous(s, threshold)));
            yield return new("figures-all", all == 0 ? CheckState.Ok : CheckState.Warning, Problem.Of("reportcheck.all", all, threshold, (2 * threshold) - 1));
        }
    }

    private static ReportCheck Written(IProjectStore store, ReportOrder order, IReadOnlyList<Guid> themes)
    {
        var book = new PassageBook(store.Passages(), order.Kind, order.Audience);
        var places = PassagePlace.In(order.Kind).SelectMany(p => p.PerTheme ? themes.Select(t => (p.Name, (Guid?)t)) : [(p.Name, null)]).ToList();
        var empty = places.Count(p => book.Text(p.Name, p.Item2) is null);
        return new("passages-empty", empty == 0 ? CheckState.Ok : CheckState.Warning, Problem.Of("reportcheck.empty", empty, places.Count));
    }

    /// <summary>Figures that people have written and that cannot hold, or that nobody can check: told, and left for them to judge.</summary>
    private static ReportCheck WrittenFigures(IProjectStore store, ReportOrder order, IReadOnlyList<Guid> themes)
    {
        var found = PassageFigures.Find(store, order.Kind, themes);
        var tree = new CodeTree(store.Codes());
        var where = found.Take(10).Select(f => $"{f.Passage.Place}{(f.Passage.Code is { } code && tree.Contains(code) ? $" {tree[code].Name}" : "")}: {f.Finding.Number}");
        return new("passages-figures", found.Count == 0 ? CheckState.Ok : CheckState.Warning, Problem.Of("reportcheck.figures", found.Count, found.Count == 0 ? "–" : string.Join("; ", where)));
    }

    private static List<PrintedCount> Numbers(ProjectSummary summary) =>
    [
        .. summary.Figures.Themes.SelectMany(t => t.ByGroup.Zip(summary.Figures.Groups, (share, group) => (Share: share, Group: group.Length == 0 ? "–" : group)).Prepend((Share: t.All, Group: ""))
            .Select(x => Printed(ReportFacts.Number(summary.Tree, t.Code, x.Group, x.Share)))),
    ];

    /// <summary>Two reports of one kind on different persons may together tell what neither does, by subtraction.</summary>
    private static IEnumerable<ReportCheck> Differencing(IProjectStore store, ReportOrder order, IReadOnlyList<PrintedCount> numbers)
    {
        if (order.Audience == Audience.Internal)
        {
            yield break;
        }

        var now = order.Selection;
        var others = store.ReportTrail.All()
            .Where(e => e.Kind == order.Kind && e.Audience != Audience.Internal && e.Selection != now && OneFilterApart(e.Selection, now))
            .Select(e => (Export: e, Told: PrintedDifferences.Between(numbers, [.. e.Facts.Where(f => f.Group is not null).Select(Printed)], ReportGathering.Threshold(store, order.Audience)).Count))
            .OrderByDescending(e => e.Told).ToList();
        yield return others is not [var (other, told), ..]
            ? new("exports-difference", CheckState.Ok, Problem.Of("reportcheck.noDifference"))
            : new("exports-difference", CheckState.Warning, Problem.Of("reportcheck.difference", other.Number, SwedishText.Date(other.At), Told(other.Selection), Told(now), told));
    }

    private static PrintedCount Printed(ReportFact fact) => new($"{fact.Subject}\n{fact.Group}", fact.Persons, fact.Of);

    /// <summary>The same theme, survey and wave, and persons chosen by attributes of which at most one differs.</summary>
    private static bool OneFilterApart(string one, string other)
    {
        var (a, b) = (one.Split('\n'), other.Split('\n'));
        if (!a.Take(3).SequenceEqual(b.Take(3)))
        {
            return false;
        }

        static string Attribute(string filter) => filter[..Math.Max(0, filter.IndexOf('=', StringComparison.Ordinal))];
        return a.Skip(3).Except(b.Skip(3)).Concat(b.Skip(3).Except(a.Skip(3))).Select(Attribute).Distinct(StringComparer.Ordinal).Count() == 1;
    }

    private static string Told(string selection) => string.Join(", ", selection.Split('\n').Skip(3)) is { Length: > 0 } filters ? filters : "*";
}
