using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Figures.Disclosure;

namespace MiaVoices.Benchmarks;

/// <summary>The plan of what to hide in the tables of a large report, by number of persons.</summary>
internal static class DisclosureBenchmark
{
    public static void Run(Bench bench)
    {
        var table = new Table("ms", "p50", "p95", "least", "most");
        var sizes = new Table("tables", "cells", "hidden", "unproven");
        foreach (var persons in (int[])[60, 300, 1000])
        {
            foreach (var (name, make) in ((string, Func<int, DisclosureModel>)[])[("themes", Themes), ("questions", Questions)])
            {
                var model = make(persons);
                var plan = DisclosurePlan.Of(model);
                sizes.Add($"{name} of {persons} persons", $"{model.Cells.Count(c => c.Showing == CellShowing.Printed)}", $"{plan.Hidden.Count}", $"{plan.Unproven.Count}");
                table.Add($"{name} of {persons} persons", Samples.Of(1, bench.Options.Runs, () => DisclosurePlan.Of(model)));
            }
        }

        table.Print();
        sizes.Print();
    }

    /// <summary>A hundred codes, every second under the one before, by three attributes of ten values each.</summary>
    private static DisclosureModel Themes(int persons)
    {
        var random = new Random(1);
        var model = new DisclosureModel(5);
        var groupOf = Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, persons).Select(_ => Skewed(random, 10)).ToArray()).ToArray();
        HashSet<int>? above = null;
        for (var t = 0; t < 100; t++)
        {
            var often = random.NextDouble() * random.NextDouble();
            var with = (above ?? [.. Enumerable.Range(0, persons)]).Where(_ => random.NextDouble() < (above is null ? often : 0.5)).ToHashSet();
            var total = model.Cell($"{t}", with.Count, persons);
            for (var p = 0; p < 3; p++)
            {
                int[] cells = [.. Enumerable.Range(0, 10).Select(g => model.Cell($"{t} {p} {g}", with.Count(x => groupOf[p][x] == g), groupOf[p].Count(x => x == g)))];
                model.Sum(total, cells);
                for (var g = 0; above is not null && g < 10; g++)
                {
                    model.Rest(model[$"{t - 1} {p} {g}"], cells[g]);
                }
            }

            if (above is not null)
            {
                model.Rest(model[$"{t - 1}"], total);
            }

            above = above is null ? with : null;
        }

        return model;
    }

    /// <summary>Sixty questions with five points and a positive set, by eight groups, all margins printed.</summary>
    private static DisclosureModel Questions(int persons)
    {
        var random = new Random(2);
        var model = new DisclosureModel(5);
        for (var q = 0; q < 60; q++)
        {
            var counts = new int[5, 9];
            for (var i = 0; i < persons; i++)
            {
                var (point, group) = (4 - Skewed(random, 5), Skewed(random, 8));
                counts[point, group]++;
                counts[point, 8]++;
            }

            for (var g = 8; g >= 0; g--)
            {
                var answered = Enumerable.Range(0, 5).Sum(p => counts[p, g]);
                int[] cells = [.. Enumerable.Range(0, 5).Select(p => model.Cell($"{q} {p} {g}", counts[p, g], answered))];
                model.Sum(model.Known($"{q} n {g}", answered), cells);
                model.Sum(model.Cell($"{q} positive {g}", counts[3, g] + counts[4, g], answered), cells[3], cells[4]);
            }

            for (var p = 0; p < 5; p++)
            {
                model.Sum(model[$"{q} {p} 8"], [.. Enumerable.Range(0, 8).Select(g => model[$"{q} {p} {g}"])]);
            }

            model.Sum(model[$"{q} positive 8"], [.. Enumerable.Range(0, 8).Select(g => model[$"{q} positive {g}"])]);
        }

        return model;
    }

    private static int Skewed(Random random, int count) => (int)(count * Math.Pow(random.NextDouble(), 1.5));
}
