using System.Globalization;
using MiaVoices.Core.Reports;

namespace MiaVoices.Core.Workbench;

/// <summary>What differs between two days of a report.</summary>
public enum DifferenceKind
{
    /// <summary>A number of persons, or its base, has changed.</summary>
    Changed,

    /// <summary>The theme or quote was not there then.</summary>
    Added,

    /// <summary>It is not there any more.</summary>
    Removed,
}

/// <summary>A difference.</summary>
/// <param name="Kind">What has happened.</param>
/// <param name="Then">What was said then; null where it was not there.</param>
/// <param name="Now">What is said now; null where it is not there.</param>
public sealed record ReportDifference(DifferenceKind Kind, ReportFact? Then, ReportFact? Now)
{
    /// <summary>Whether a quote came or went, not a number.</summary>
    public bool IsQuote => (Now ?? Then)!.Group is null;
}

/// <summary>Compares a report with an earlier one that went out.</summary>
public static class ReportDifferences
{
    /// <summary>The export that a person means, of the same report: by its number, or the last on or before a day (ÅÅÅÅ-MM-DD).</summary>
    /// <exception cref="UsageException">It is neither number nor day.</exception>
    /// <exception cref="RefusedException">There is no such export.</exception>
    public static ReportExport Find(IProjectStore store, ReportOrder order, string since)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(since);
        var exports = store.ReportTrail.All().Where(e => e.Kind == order.Kind && e.Audience == order.Audience && e.Selection == order.Selection).ToList();
        if (long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return exports.FirstOrDefault(e => e.Number == number) ?? throw new RefusedException(Problem.Of("report.noExport", since));
        }

        return DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? exports.FirstOrDefault(e => DateOnly.FromDateTime(e.At.UtcDateTime) <= day) ?? throw new RefusedException(Problem.Of("report.noExport", since))
            : throw new UsageException(Problem.Of("report.since", since));
    }

    /// <summary>The differences in the order of the later report, what is gone last.</summary>
    public static IReadOnlyList<ReportDifference> Between(IReadOnlyList<ReportFact> then, IReadOnlyList<ReportFact> now)
    {
        ArgumentNullException.ThrowIfNull(then);
        ArgumentNullException.ThrowIfNull(now);
        var before = then.ToDictionary(f => (f.Subject, f.Group));
        var after = now.Select(f => (f.Subject, f.Group)).ToHashSet();
        return
        [
            .. now.Where(f => !before.ContainsKey((f.Subject, f.Group))).Select(f => new ReportDifference(DifferenceKind.Added, null, f))
                .Concat(now.Where(f => before.TryGetValue((f.Subject, f.Group), out var b) && (b.Persons, b.Of) != (f.Persons, f.Of)).Select(f => new ReportDifference(DifferenceKind.Changed, before[(f.Subject, f.Group)], f)))
                .OrderBy(d => IndexOf(now, d.Now!)),
            .. then.Where(f => !after.Contains((f.Subject, f.Group))).Select(f => new ReportDifference(DifferenceKind.Removed, f, null)),
        ];
    }

    private static int IndexOf(IReadOnlyList<ReportFact> facts, ReportFact fact)
    {
        for (var i = 0; i < facts.Count; i++)
        {
            if (ReferenceEquals(facts[i], fact))
            {
                return i;
            }
        }

        return facts.Count;
    }
}
