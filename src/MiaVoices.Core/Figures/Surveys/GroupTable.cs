namespace MiaVoices.Core.Figures.Surveys;

/// <summary>
/// Points against groups with the sums on both sides, where the numbers of all are settled already: a reader knows those
/// shown, how many of each group answered, and the threshold. Cells are hidden until no hidden number, of a group or of
/// all, can be told.
/// </summary>
internal sealed class GroupTable
{
    private readonly QuestionFigures _counted;
    private readonly int _threshold;
    private readonly bool _guesses;
    private readonly CountNetwork _network;
    private readonly int[,] _cells;
    private readonly int[] _sums;
    private readonly int[] _valid;

    /// <summary>Lays out the table and hides what is small.</summary>
    /// <param name="counted">As counted.</param>
    /// <param name="all">The numbers of all, as shown.</param>
    /// <param name="threshold">The least number shown.</param>
    /// <param name="guesses">Whether to withstand a reader who guesses rightly which of the hidden numbers are small.</param>
    public GroupTable(QuestionFigures counted, Tally all, int threshold, bool guesses)
    {
        (_counted, _threshold, _guesses) = (counted, threshold, guesses);
        var (points, groups) = (counted.Points.Count, counted.Groups.Count);
        var isPositive = QuestionSuppression.Positive(counted);
        var hasSum = QuestionSuppression.HasSum(counted);

        // Nodes: all, the positive and the others, the points, the positive and the others of each group, the groups, the end.
        var (firstPoint, firstSum) = (3, 3 + points);
        var firstGroup = firstSum + (2 * groups);
        var end = firstGroup + groups;
        _network = new CountNetwork(end + 1);
        _cells = new int[points, groups];
        _sums = new int[groups];
        _valid = new int[groups];
        int Side(int point) => hasSum && !isPositive[point] ? 1 : 0;
        int SumNode(int group, int side) => firstSum + (2 * group) + side;

        if (hasSum)
        {
            var sum = _network.Add(0, 1, all.Positive!.Value.Persons, CountNetwork.Never);
            _network.Add(0, 2, all.Valid - all.Positive.Value.Persons, CountNetwork.Never, isGuarded: false, sum);
            if (all.Positive.Value.Suppressed)
            {
                QuestionSuppression.HideKnown(_network, sum, all.Positive.Value, all.Valid, threshold, guesses);
            }
        }

        for (var p = 0; p < points; p++)
        {
            var arc = _network.Add(hasSum ? 1 + Side(p) : 0, firstPoint + p, all.Points[p].Persons, CountNetwork.Never);
            if (all.Points[p].Suppressed)
            {
                QuestionSuppression.HideKnown(_network, arc, all.Points[p], all.Valid, threshold, guesses);
            }
        }

        for (var g = 0; g < groups; g++)
        {
            var tally = counted.Groups[g];
            var isSmallGroup = QuestionSuppression.IsSmallGroup(tally, threshold);
            for (var p = 0; p < points; p++)
            {
                var cell = tally.Points[p];
                _cells[p, g] = _network.Add(firstPoint + p, SumNode(g, Side(p)), cell.Persons, all.Points[p] is { Persons: 0, Suppressed: false } ? CountNetwork.Never : QuestionSuppression.CostOf(cell));
            }

            var positive = hasSum ? tally.Positive!.Value : new Share(tally.Valid, tally.Valid);
            _sums[g] = _network.Add(SumNode(g, 0), firstGroup + g, positive.Persons, hasSum ? QuestionSuppression.CostOfGroupSum : CountNetwork.Never, isGuarded: hasSum);
            if (hasSum)
            {
                _network.Add(SumNode(g, 1), firstGroup + g, tally.Valid - positive.Persons, QuestionSuppression.CostOfGroupSum, isGuarded: false, _sums[g]);
            }

            _valid[g] = _network.Add(firstGroup + g, end, tally.Valid, CountNetwork.Never, isGuarded: false);
            Hide(tally, g, all, isPositive, hasSum, isSmallGroup);
        }
    }

    /// <summary>Hides what else must be.</summary>
    /// <returns>False where all of it must be.</returns>
    public bool Protect() => _network.Protect();

    /// <summary>The groups with what is hidden marked.</summary>
    public IReadOnlyList<Tally> Shown() =>
    [
        .. _counted.Groups.Select((tally, g) => tally with
        {
            HidesValid = _network.IsHidden(_valid[g]),
            Points = [.. tally.Points.Select((s, p) => s with { Suppressed = _network.IsHidden(_cells[p, g]) })],
            Positive = tally.Positive is { } sum ? sum with { Suppressed = QuestionSuppression.HasSum(_counted) ? _network.IsHidden(_sums[g]) : _network.IsHidden(_valid[g]) } : null,
        }),
    ];

    private void Hide(Tally tally, int g, Tally all, bool[] isPositive, bool hasSum, bool isSmallGroup)
    {
        if (isSmallGroup)
        {
            _network.Hide(_valid[g], 0, tally.Base);
        }

        // Under a small sum even the noughts tell where its few persons are not.
        var isSmallSum = hasSum && Small(tally.Positive!.Value);
        if (hasSum && (isSmallGroup || isSmallSum))
        {
            QuestionSuppression.HideKnown(_network, _sums[g], tally.Positive!.Value, tally.Base, _threshold, _guesses);
        }

        for (var p = 0; p < tally.Points.Count; p++)
        {
            var (cell, total) = (tally.Points[p], all.Points[p]);
            if (total is { Persons: 0, Suppressed: false })
            {
                // Nobody at all chose it, so nobody of the group did.
                continue;
            }

            if (isSmallGroup || Small(cell) || (isSmallSum && isPositive[p]) || (total.Suppressed && Small(total)))
            {
                QuestionSuppression.HideKnown(_network, _cells[p, g], cell, tally.Base, _threshold, _guesses);
            }
        }
    }

    private bool Small(Share share) => Suppression.IsSmall(share, _threshold);
}
