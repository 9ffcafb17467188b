using FsCheck.Fluent;
using MiaVoices.Core.Figures.Disclosure;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Figures.Disclosure;

public class DisclosurePlanTests
{
    private const int Runs = 80;

    [Theory]
    [InlineData("3 6 12", "9 9 20", ".. .. 12 | 21")] // the smallest other goes with it
    [InlineData("3 4 12", "9 9 20", ".. .. 12 | 19")] // two hide each other
    [InlineData("0 3 7", "9 9 20", "0 .. .. | 10")] // noughts stay
    [InlineData("0 0", "3 20", "0 0 | 0")] // nobody at all may be said even of a small group
    [InlineData("3 20", "3 20", ".. 20 | ..")] // all of all: only the total can hide the small group
    [InlineData("1 0", "1 20", ".. .. | ..")] // under a small total the noughts are hidden too
    [InlineData("7 8", "20 20", "7 8 | 15")]
    [InlineData("1 1 30", "20 20 40", ".. .. 30 | 32")] // each may be 0 to 2
    public void A_row_hides_as_little_as_it_can(string row, string sizes, string shown)
    {
        var model = new DisclosureModel(5);
        var (parts, total) = Row(model, "", Numbers(row), Numbers(sizes));
        var plan = DisclosurePlan.Of(model);
        Assert.Equal(shown, $"{string.Join(' ', parts.Select(Text))} | {Text(total)}");
        string Text(int c) => plan.IsHidden(c) ? ".." : $"{model.Cells[c].Value}";
    }

    [Fact]
    public void A_hidden_cell_of_a_table_with_both_margins_takes_three_others_with_it()
    {
        var model = new DisclosureModel(5);
        var cells = Table(model, "", [[3, 20, 30], [10, 25, 40], [50, 60, 70]], 200);
        var plan = DisclosurePlan.Of(model);
        Assert.Equal([cells[0][0], cells[0][1], cells[1][0], cells[1][1]], plan.Hidden);
        var (lower, upper) = plan.Evidence(cells[0][0])!.Value;
        Assert.True(upper.Changes.GetValueOrDefault(cells[0][0], 3) - lower.Changes.GetValueOrDefault(cells[0][0], 3) >= 2);
    }

    [Fact]
    public void Two_partitions_of_one_small_total_are_both_hidden()
    {
        var model = new DisclosureModel(5);
        var total = model.Cell("all", 4, 40);
        int[] byGroup = [model.Cell("g1", 4, 20), model.Cell("g2", 0, 20)], byPlace = [model.Cell("p1", 2, 15), model.Cell("p2", 2, 25)];
        model.Sum(total, byGroup);
        model.Sum(total, byPlace);
        Assert.Equal([0, 1, 2, 3, 4], DisclosurePlan.Of(model).Hidden);
    }

    [Fact]
    public void A_number_hidden_in_one_partition_is_not_given_back_by_another()
    {
        // 3 + 7 by gender hide each other under 10; the total would be given back by the places alone were it hidden.
        var model = new DisclosureModel(5);
        var total = model.Cell("all", 10, 40);
        model.Sum(total, model.Cell("women", 3, 3), model.Cell("men", 7, 7));
        model.Sum(total, model.Cell("north", 5, 20), model.Cell("south", 5, 20));
        var plan = DisclosurePlan.Of(model);
        Assert.Empty(plan.Unproven);
        Assert.True(plan.IsHidden("women") && plan.IsHidden("all") && (plan.IsHidden("north") || plan.IsHidden("south")));
        Sound(model, plan);
    }

    [Fact]
    public void A_small_rest_between_a_whole_and_its_part_is_hidden()
    {
        var model = new DisclosureModel(5);
        model.Rest(model.Cell("theme", 12, 20), model.Cell("under it", 10, 20));
        Assert.Equal(["under it"], Names(model, DisclosurePlan.Of(model)));
    }

    [Fact]
    public void The_only_person_of_a_group_is_hidden_though_no_range_is_wide()
    {
        var model = new DisclosureModel(5);
        Row(model, "", [1, 12], [1, 20]);
        var plan = DisclosurePlan.Of(model);
        Assert.True(plan.IsHidden("0"));
        Assert.Equal([0, 1], DisclosureAudit.Of(model, plan.Hidden)[0]);
    }

    [Fact]
    public void A_cell_that_known_numbers_fix_is_said_to_be_unproven()
    {
        var model = new DisclosureModel(5);
        model.Sum(model.Known("answered", 3), model.Cell("yes", 3, 3));
        var plan = DisclosurePlan.Of(model);
        Assert.Equal([1], plan.Hidden);
        Assert.Equal([1], plan.Unproven);
    }

    [Fact]
    public void What_is_hidden_for_other_reasons_is_guarded_too()
    {
        var model = new DisclosureModel(5);
        var (parts, _) = Row(model, "", [10, 7, 8], [20, 20, 20]);
        model.Hide(parts[0]);
        Assert.Equal([parts[0], parts[1]], DisclosurePlan.Of(model).Hidden);
    }

    [Fact]
    public void Quoting_as_many_as_there_are_does_not_withstand()
    {
        var model = new DisclosureModel(5);
        var (parts, _) = Row(model, "", [3, 6], [9, 9]);
        var plan = DisclosurePlan.Of(model);
        Assert.True(plan.Withstands(new Dictionary<int, int> { [parts[0]] = 1, [parts[1]] = 2 }));
        Assert.False(plan.Withstands(new Dictionary<int, int> { [parts[0]] = 3, [parts[1]] = 5 }));
    }

    [Fact]
    public void With_threshold_nought_nothing_is_hidden()
    {
        var model = new DisclosureModel(0);
        Table(model, "", [[1, 0], [2, 3]], 3);
        Assert.Empty(DisclosurePlan.Of(model).Hidden);
    }

    [Fact]
    public void Numbers_that_cannot_be_are_refused()
    {
        var model = new DisclosureModel(5);
        var a = model.Cell("a", 3, 5);
        Assert.Equal(a, model.Cell("a", 3, 5));
        Assert.Throws<ArgumentException>(() => model.Cell("a", 4, 5));
        Assert.Throws<ArgumentException>(() => model.Cell("b", 6, 5));
        Assert.Throws<ArgumentException>(() => model.Sum(a, model.Cell("c", 2, 5)));
        Assert.Throws<ArgumentException>(() => model.AtMost(a, model.Cell("c", 2, 5)));
    }

    [Fact]
    public void Nobody_can_pin_down_a_hidden_number_of_linked_tables()
    {
        var (complete, hidden, unproven) = (0, 0, 0);
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed =>
        {
            var model = RandomTables.Of(new Random(seed));
            var plan = DisclosurePlan.Of(model);
            var audit = Sound(model, plan);
            complete += audit.IsComplete ? 1 : 0;
            hidden += plan.Hidden.Count;
            unproven += plan.Unproven.Count;
            Assert.Equal(plan.Hidden, DisclosurePlan.Of(model).Hidden);
        }).Holds(Runs);
        Assert.True(complete * 12 > Runs * 11, $"{complete} complete");
        Assert.True(unproven * 20 < hidden, $"{unproven} of {hidden} unproven");
    }

    [Fact]
    public void In_large_tables_the_evidence_holds()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var model = RandomTables.Large(new Random(seed));
            var plan = DisclosurePlan.Of(model);
            RandomTables.EvidenceHolds(model, plan);
        }
    }

    private static DisclosureAudit Sound(DisclosureModel model, DisclosurePlan plan)
    {
        foreach (var (i, cell) in model.Cells.Index().Where(c => !plan.IsHidden(c.Index)))
        {
            Assert.False(cell.Showing == CellShowing.Printed && cell.Value > 0 && cell.IsSensitive(cell.Value, model.Threshold), $"{cell} is printed");
        }

        if (!model.Cells.Any(c => c.IsSensitive(c.Value, model.Threshold)))
        {
            Assert.Empty(plan.Hidden);
        }

        RandomTables.EvidenceHolds(model, plan);
        var audit = DisclosureAudit.Of(model, plan.Hidden);
        if (!audit.IsComplete)
        {
            return audit;
        }

        var everything = new Lazy<DisclosureAudit>(() => DisclosureAudit.Of(model, model.Cells.Index().Where(c => c.Item.Showing == CellShowing.Printed && c.Item.Most > 0).Select(c => c.Index)));
        foreach (var (i, cell) in model.Cells.Index().Where(c => plan.IsHidden(c.Index) || (c.Item.Showing == CellShowing.WorkedOut && c.Item.IsSensitive(c.Item.Value, model.Threshold))))
        {
            var possible = audit[i];
            Assert.Contains(cell.Value, possible);
            var wide = possible.Max() - possible.Min() >= Math.Min(2, cell.Most);
            Assert.True(wide || Narrow(everything.Value[i]), $"{cell} of {string.Join(' ', model.Cells.Select(c => $"{c.Key}={c.Value}/{c.Most}"))}: {string.Join(' ', possible)}; hidden {string.Join(' ', plan.Hidden)}");
        }

        return audit;
        static bool Narrow(IReadOnlyCollection<int> possible) => possible.Count > 0 && possible.Max() - possible.Min() < 2;
    }

    private static IEnumerable<string> Names(DisclosureModel model, DisclosurePlan plan) => plan.Hidden.Select(c => model.Cells[c].Key);

    private static int[] Numbers(string text) => [.. text.Split(' ').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];

    private static (int[] Parts, int Total) Row(DisclosureModel model, string name, int[] row, int[] sizes)
    {
        int[] parts = [.. row.Select((k, i) => model.Cell($"{name}{i}", k, sizes[i]))];
        var total = model.Cell($"{name}all", row.Sum(), sizes.Sum());
        model.Sum(total, parts);
        return (parts, total);
    }

    private static int[][] Table(DisclosureModel model, string name, int[][] rows, int most)
    {
        int[][] cells = [.. rows.Select((row, r) => row.Select((k, c) => model.Cell($"{name}{r},{c}", k, most)).ToArray())];
        for (var r = 0; r < rows.Length; r++)
        {
            model.Sum(model.Cell($"{name}row {r}", rows[r].Sum(), most * rows.Length), cells[r]);
        }

        for (var c = 0; c < rows[0].Length; c++)
        {
            model.Sum(model.Cell($"{name}column {c}", rows.Sum(r => r[c]), most * rows.Length), [.. cells.Select(r => r[c])]);
        }

        return cells;
    }
}
