namespace MiaVoices.Core.Figures.Surveys;

/// <summary>
/// Which numbers of a question may be shown outside. The printed numbers are one table: points against groups, the sums of
/// the positive points, the numbers of all, and how many answered. Bases, and how many answered of them, are always shown,
/// save where fewer than the threshold did. What all answered is settled first, by itself, so that it is the same
/// whatever attribute the groups are made by. Pure; thread-safe.
/// </summary>
internal static class QuestionSuppression
{
    // A cell is hidden before a nought, a nought before a positive share, and that before the positive share of all.
    private const int Nought = 5_000;
    private const int GroupSum = 50_000;
    private const int Sum = 500_000;
    private const int Cell = 10;

    /// <summary>The figures with what must be hidden marked.</summary>
    /// <param name="counted">As counted.</param>
    /// <param name="threshold">Numbers of persons from 1 up to below it are hidden; 0 hides nothing.</param>
    /// <param name="isMultiple">Whether a person counts at several points, so that the points do not add up.</param>
    public static QuestionFigures Of(QuestionFigures counted, int threshold, bool isMultiple)
    {
        if (threshold <= 0)
        {
            return counted;
        }

        var all = IsSmallGroup(counted.All, threshold) ? HiddenWhole(counted.All) : isMultiple ? Options(counted.All, threshold) : Points(counted, threshold);
        var groups = isMultiple ? OptionGroups(counted, all, threshold) : PointGroups(counted, all, threshold);
        return counted with { All = Missing(all, threshold), Groups = [.. groups.Select(g => g with { MissingPoints = [] })] };
    }

    /// <summary>Everything hidden but the base.</summary>
    private static Tally HiddenWhole(Tally tally) => tally.Base == 0 ? tally : tally with
    {
        HidesValid = true,
        Points = [.. tally.Points.Select(p => p with { Suppressed = true })],
        Positive = tally.Positive is { } sum ? sum with { Suppressed = true } : null,
        MissingPoints = [.. tally.MissingPoints.Select(p => p with { Suppressed = true })],
    };

    /// <summary>What the missing answered is an answer too; their number is not.</summary>
    private static Tally Missing(Tally all, int threshold) =>
        all.HidesValid || all.MissingPoints.Count < 2 || !all.MissingPoints.Any(m => m.Persons > 0 && m.Persons < threshold)
            ? all
            : all with { MissingPoints = [.. all.MissingPoints.Select(m => m with { Suppressed = true })] };

    /// <summary>All's answers to a closed question: the points, the sum of the positive, and how many answered.</summary>
    private static Tally Points(QuestionFigures counted, int threshold)
    {
        var all = counted.All;
        var isPositive = Positive(counted);
        if (all.Points.Count(p => p.Persons > 0) < 2)
        {
            // Where all say the same, hiding it would help nobody whom the base does not name.
            return all;
        }

        // Nodes: where all come from, the positive and the others, and where they end.
        var network = new CountNetwork(4);
        var hasSum = HasSum(counted);
        var sum = hasSum ? network.Add(0, 1, all.Positive!.Value.Persons, Sum) : -1;
        if (hasSum)
        {
            network.Add(0, 2, all.Valid - all.Positive!.Value.Persons, Sum, isGuarded: false, sum);
        }

        var arcs = all.Points.Select((p, i) => network.Add(hasSum ? (isPositive[i] ? 1 : 2) : 0, 3, p.Persons, CostOf(p))).ToArray();
        for (var i = 0; i < arcs.Length; i++)
        {
            HideSmall(network, arcs[i], all.Points[i], threshold);
        }

        if (hasSum)
        {
            HideSmall(network, sum, all.Positive!.Value, threshold);
        }

        if (!network.Protect())
        {
            return HidingPoints(counted, all);
        }

        return all with
        {
            Points = [.. all.Points.Select((p, i) => p with { Suppressed = network.IsHidden(arcs[i]) })],

            // Where every point is positive their sum is how many answered, which is shown.
            Positive = all.Positive is { } shown ? shown with { Suppressed = hasSum && network.IsHidden(sum) } : null,
        };
    }

    private static Tally HidingPoints(QuestionFigures counted, Tally tally) => tally with
    {
        Points = [.. tally.Points.Select(p => p with { Suppressed = true })],
        Positive = tally.Positive is { } sum ? sum with { Suppressed = HasSum(counted) } : null,
    };

    private static IReadOnlyList<Tally> PointGroups(QuestionFigures counted, Tally all, int threshold)
    {
        var groups = counted.Groups;
        if (groups.Count == 0 || counted.Points.Count == 0)
        {
            return [.. groups.Select(g => IsSmallGroup(g, threshold) ? HiddenWhole(g) : g)];
        }

        if (all.HidesValid)
        {
            return [.. groups.Select(HiddenWhole)];
        }

        // Where all say the same, all of a group do: nothing to hide that is not told.
        if (all.Points.Count(p => p.Persons > 0) < 2 && !all.Points.Any(p => p.Suppressed))
        {
            return groups;
        }

        // A reader may guess which of the hidden numbers are small; where so many are that nothing withstands that, it is enough that he cannot know.
        foreach (var guesses in (bool[])[true, false])
        {
            var table = new GroupTable(counted, all, threshold, guesses);
            if (table.Protect())
            {
                return table.Shown();
            }
        }

        return [.. groups.Select(g => (IsSmallGroup(g, threshold) ? HiddenWhole(g) : HidingPoints(counted, g)) with
        {
            // "Nobody at all" says nobody of every group.
            Points = [.. g.Points.Select((p, i) => p with { Suppressed = all.Points[i] is not { Persons: 0, Suppressed: false } })],
        })];
    }

    /// <summary>All's answers to a multiple question. Each option is a number by itself; but who answered chose something, so one option may be told by the rest.</summary>
    private static Tally Options(Tally tally, int threshold)
    {
        Share[] points = [.. tally.Points.Select(p => Suppression.Mark(p, threshold))];
        while (TellsOption(points, tally.Valid, threshold))
        {
            var next = points.Index().Where(p => !p.Item.Suppressed && p.Item.Persons > 0).OrderBy(p => p.Item.Persons).Select(p => (int?)p.Index).FirstOrDefault();
            if (next is not { } hide)
            {
                break;
            }

            points[hide] = points[hide] with { Suppressed = true };
        }

        return tally with { Points = points };
    }

    /// <summary>Whether those who answered, less those at the shown options, leave too little choice for a hidden one.</summary>
    private static bool TellsOption(Share[] points, int valid, int threshold)
    {
        var least = valid - points.Where(p => !p.Suppressed).Sum(p => p.Persons);
        int Most(Share p) => p.Persons < threshold ? threshold - 1 : valid;
        var most = points.Where(p => p.Suppressed).Sum(Most);
        return points.Any(p => p.Suppressed && Most(p) - Math.Max(1, least - (most - Most(p))) < 2);
    }

    private static Tally[] OptionGroups(QuestionFigures counted, Tally all, int threshold)
    {
        var groups = counted.Groups.Select(g => IsSmallGroup(g, threshold) || all.HidesValid ? HiddenWhole(g) : Options(g, threshold)).ToArray();
        for (var option = 0; option < counted.Points.Count; option++)
        {
            var total = all.Points[option];
            var parts = groups.Select(g => g.Points.Count > option ? g.Points[option] : default).ToArray();
            if (total is { Persons: 0, Suppressed: false })
            {
                // Nobody chose it: that names nobody, and tells "nobody" of every group anyway.
                Set(option, _ => groups[_].HidesValid);
                continue;
            }

            if (total.Suppressed)
            {
                Set(option, _ => true);
                continue;
            }

            var network = new CountNetwork(2);
            var arcs = parts.Select((p, i) => network.Add(0, 1, p.Persons, p.Of == 0 ? CountNetwork.Never : CostOf(p))).ToArray();
            for (var i = 0; i < arcs.Length; i++)
            {
                if (parts[i].Suppressed)
                {
                    HideKnown(network, arcs[i], parts[i], groups[i].Base, threshold);
                }
            }

            var isSafe = network.Protect();
            Set(option, i => !isSafe || network.IsHidden(arcs[i]));
        }

        return groups;

        void Set(int option, Func<int, bool> hides)
        {
            for (var i = 0; i < groups.Length; i++)
            {
                groups[i] = groups[i] with { Points = [.. groups[i].Points.Select((p, o) => o == option ? p with { Suppressed = hides(i) } : p)] };
            }
        }
    }

    /// <summary>Where fewer than the threshold were asked, or answered, how many answered is not shown either.</summary>
    internal static bool IsSmallGroup(Tally tally, int threshold) => (tally.Base > 0 && tally.Base < threshold) || (tally.Valid > 0 && tally.Valid < threshold);

    internal static bool[] Positive(QuestionFigures counted) => [.. counted.Points.Select(p => counted.Positive.Contains(p))];

    /// <summary>Whether the positive sum is a number of its own: not all of the points, nor none.</summary>
    internal static bool HasSum(QuestionFigures counted) => counted.Positive.Count > 0 && counted.Positive.Count < counted.Points.Count;

    internal static int CostOf(Share share) => share.Persons == 0 ? Nought : Cell + Math.Min(share.Persons, 1_000);

    internal static int CostOfGroupSum => GroupSum;

    internal static void HideSmall(CountNetwork network, int arc, Share share, int threshold)
    {
        if (Suppression.IsSmall(share, threshold))
        {
            HideKnown(network, arc, share, share.Of, threshold);
        }
    }

    /// <summary>Hides a number; a reader takes a small one for known to be small, which may be guessed right.</summary>
    internal static void HideKnown(CountNetwork network, int arc, Share share, int of, int threshold, bool guesses = true)
    {
        var isSmall = guesses && share.Persons > 0 && share.Persons < threshold && of >= threshold;
        network.Hide(arc, 0, isSmall ? threshold - 1 : of);
    }
}
