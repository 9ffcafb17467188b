using MiaVoices.Core.Figures.Disclosure;
using Xunit;

namespace MiaVoices.Tests.Core.Figures.Disclosure;

/// <summary>Linked tables of the kinds that reports have, counted from persons made at random, and a check of a plan's evidence.</summary>
internal static class RandomTables
{
    /// <summary>Small enough for every set of numbers to be gone through.</summary>
    public static DisclosureModel Of(Random random) => random.Next(4) switch
    {
        0 => Themes(random, persons: random.Next(4, 22), groups: random.Next(2, 4), partitions: random.Next(1, 3), themes: random.Next(1, 3), threshold: random.Next(3, 6)),
        1 => Question(random, persons: random.Next(4, 24), groups: random.Next(2, 4), points: random.Next(2, 4), threshold: random.Next(3, 6)),
        2 => Themes(random, persons: random.Next(15, 40), groups: 2, partitions: 2, themes: 2, threshold: 5),
        _ => Question(random, persons: random.Next(20, 40), groups: 2, points: 3, threshold: 5),
    };

    /// <summary>A report's worth: a codebook in two levels by three attributes, and questions by group.</summary>
    public static DisclosureModel Large(Random random) => random.Next(2) == 0
        ? Themes(random, random.Next(30, 300), groups: random.Next(3, 9), partitions: 3, themes: 40, threshold: 5)
        : Question(random, random.Next(30, 300), groups: random.Next(3, 9), points: 6, threshold: 5);

    /// <summary>Themes with one sub-theme under every second, by several attributes of the persons.</summary>
    public static DisclosureModel Themes(Random random, int persons, int groups, int partitions, int themes, int threshold)
    {
        var model = new DisclosureModel(threshold);
        var groupOf = Enumerable.Range(0, partitions).Select(_ => Enumerable.Range(0, persons).Select(_ => Skewed(random, groups)).ToArray()).ToArray();
        HashSet<int>? above = null;
        for (var t = 0; t < themes; t++)
        {
            var often = random.NextDouble();
            var with = (above ?? [.. Enumerable.Range(0, persons)]).Where(_ => random.NextDouble() < often).ToHashSet();
            var total = model.Cell($"t{t}", with.Count, persons);
            if (above is not null)
            {
                model.Rest(model[$"t{t - 1}"], total);
            }

            for (var p = 0; p < partitions; p++)
            {
                var cells = new List<int>();
                for (var g = 0; g < groups; g++)
                {
                    cells.Add(model.Cell($"t{t} p{p} g{g}", with.Count(x => groupOf[p][x] == g), groupOf[p].Count(x => x == g)));
                    if (above is not null)
                    {
                        model.Rest(model[$"t{t - 1} p{p} g{g}"], cells[^1]);
                    }
                }

                model.Sum(total, cells);
            }

            above = above is null ? with : null;
        }

        return model;
    }

    /// <summary>A closed question by group: points by groups with both margins, answers known, and the positive points together.</summary>
    public static DisclosureModel Question(Random random, int persons, int groups, int points, int threshold)
    {
        var model = new DisclosureModel(threshold);
        var counts = new int[points, groups];
        for (var i = 0; i < persons; i++)
        {
            counts[Skewed(random, points), Skewed(random, groups)]++;
        }

        AddQuestion(model, "", counts, positive: random.Next(1, points));
        return model;
    }

    public static void AddQuestion(DisclosureModel model, string name, int[,] counts, int positive)
    {
        var (points, groups) = (counts.GetLength(0), counts.GetLength(1));
        int Of(int g) => Enumerable.Range(0, points).Sum(p => counts[p, g]);
        var all = Enumerable.Range(0, groups).Sum(Of);
        for (var p = 0; p < points; p++)
        {
            model.Sum(
                model.Cell($"{name}p{p}", Enumerable.Range(0, groups).Sum(g => counts[p, g]), all),
                [.. Enumerable.Range(0, groups).Select(g => model.Cell($"{name}p{p} g{g}", counts[p, g], Of(g)))]);
        }

        Column(all, "", "");
        for (var g = 0; g < groups; g++)
        {
            Column(Of(g), $" g{g}", $" g{g}");
        }

        model.Sum(model[$"{name}positive"], [.. Enumerable.Range(0, groups).Select(g => model[$"{name}positive g{g}"])]);

        void Column(int answered, string at, string label)
        {
            model.Sum(model.Known($"{name}n{label}", answered), [.. Enumerable.Range(0, points).Select(p => model[$"{name}p{p}{at}"])]);
            int[] good = [.. Enumerable.Range(points - positive, positive).Select(p => model[$"{name}p{p}{at}"])];
            model.Sum(model.Cell($"{name}positive{at}", good.Sum(c => model.Cells[c].Value), answered), good);
        }
    }

    /// <summary>Checks each world of the evidence against the model itself.</summary>
    public static void EvidenceHolds(DisclosureModel model, DisclosurePlan plan)
    {
        foreach (var cell in plan.Hidden.Where(c => !plan.Unproven.Contains(c)))
        {
            var need = Math.Min(2, model.Cells[cell].Most);
            if (plan.Evidence(cell) is not { } evidence)
            {
                Assert.True(need <= 1 || model.Threshold <= 3, $"no evidence for {model.Cells[cell]}");
                continue;
            }

            var (low, high) = (Value(evidence.Lower, cell), Value(evidence.Upper, cell));
            Assert.True(high - low >= need || model.Threshold <= 3, $"{low} to {high} for {model.Cells[cell]}");
            foreach (var world in (DisclosureWorld[])[evidence.Lower, evidence.Upper])
            {
                Assert.All(world.Changes, c => Assert.True(plan.IsHidden(c.Key) || model.Cells[c.Key].Showing == CellShowing.WorkedOut));
                Assert.All(world.Changes, c => Assert.InRange(c.Value, 0, model.Cells[c.Key].Most));
                foreach (var r in model.Relations)
                {
                    var (whole, parts) = (Value(world, r.Whole), r.Parts.Sum(p => Value(world, p)));
                    Assert.True(r.Kind switch { RelationKind.Sum => whole == parts, RelationKind.AtMost => parts <= whole, _ => whole <= parts });
                }
            }
        }

        int Value(DisclosureWorld world, int c) => world.Changes.TryGetValue(c, out var value) ? value : model.Cells[c].Value;
    }

    private static int Skewed(Random random, int count) => Math.Min(count - 1, (int)(count * Math.Pow(random.NextDouble(), 1.8)));
}
