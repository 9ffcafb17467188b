using FsCheck;
using FsCheck.Fluent;
using MiaVoices.Core.Figures;
using Xunit;

namespace MiaVoices.Tests.Core.Figures;

public class SuppressionTests
{
    [Theory]
    [InlineData(0, 9, false)]
    [InlineData(1, 9, true)]
    [InlineData(4, 9, true)]
    [InlineData(5, 9, false)]
    [InlineData(9, 9, false)]
    [InlineData(0, 4, true)]
    [InlineData(4, 4, true)]
    [InlineData(0, 0, false)]
    public void A_number_alone_is_hidden_when_small_or_all_or_none_of_a_small_group(int persons, int of, bool hidden) =>
        Assert.Equal(hidden, Suppression.Mark(new Share(persons, of), 5).Suppressed);

    [Fact]
    public void A_single_hidden_number_takes_the_smallest_other_with_it() => Assert.Equal(".. .. 12 | 21", Shown([3, 6, 12], [9, 9, 20]));

    [Fact]
    public void Two_hidden_numbers_hide_each_other() => Assert.Equal(".. .. 12 | 19", Shown([3, 4, 12], [9, 9, 20]));

    [Fact]
    public void Noughts_stay_where_they_tell_nothing() => Assert.Equal("0 .. .. | 10", Shown([0, 3, 7], [9, 9, 20]));

    [Fact]
    public void Nobody_at_all_may_be_said_even_of_a_small_group() => Assert.Equal("0 0 | 0", Shown([0, 0], [3, 20]));

    [Fact]
    public void When_all_have_it_a_small_group_is_safe_only_with_the_total_hidden() => Assert.Equal(".. .. | ..", Shown([3, 20], [3, 20]));

    [Fact]
    public void The_only_one_of_a_group_is_not_given_away_by_noughts_elsewhere() => Assert.Equal(".. .. | ..", Shown([1, 0], [1, 20]));

    [Fact]
    public void With_threshold_nought_everything_is_shown() => Assert.Equal("1 0 2 | 3", Shown([1, 0, 2], [1, 2, 3], threshold: 0));

    [Fact]
    public void Numbers_hidden_for_other_reasons_stay_hidden_and_are_guarded()
    {
        var (parts, total) = Suppression.Row([new Share(10, 20, Suppressed: true), new Share(7, 20), new Share(8, 20)], new Share(25, 60), 5);
        Assert.Equal(".. .. 8 | 25", Text(parts, total));
    }

    /// <summary>A reader who knows the shown numbers, the sizes and the threshold goes through all rows that fit.</summary>
    [Theory]
    [InlineData(3, 2, 8)]
    [InlineData(5, 2, 11)]
    [InlineData(3, 3, 4)]
    [InlineData(4, 3, 5)]
    [InlineData(3, 4, 3)]
    public void Nobody_can_single_out_a_hidden_number_in_any_small_row(int threshold, int groups, int largest)
    {
        foreach (var sizes in Rows([.. Enumerable.Repeat(largest, groups)], least: 1))
        {
            var all = Rows(sizes, least: 0).ToList();
            foreach (var row in all)
            {
                var shown = Shown(row, sizes, threshold);
                var cells = shown.Replace("| ", "", StringComparison.Ordinal).Split(' ');
                if (!cells.Contains(".."))
                {
                    Assert.DoesNotContain(row, k => k > 0 && k < threshold);
                    continue;
                }

                var fits = all.Where(r => r.Append(r.Sum()).Zip(cells).All(c => c.Second == ".." || c.Second == $"{c.First}") && HasSmall(r, sizes, cells, threshold)).ToList();
                for (var i = 0; i < groups; i++)
                {
                    Assert.False(cells[i] != ".." && row[i] > 0 && row[i] < threshold);
                    Assert.True(cells[i] != ".." || fits.Select(r => r[i]).Distinct().Count() > 1, $"{shown} of {string.Join(' ', sizes)} is {string.Join(' ', row)}");
                }

                Assert.True(cells[^1] != ".." || fits.Select(r => r.Sum()).Distinct().Count() > 1, $"total of {shown}");
            }
        }
    }

    /// <summary>With two groups not even knowing how the hidden numbers are chosen helps: other rows look alike.</summary>
    [Theory]
    [InlineData(3, 9)]
    [InlineData(5, 13)]
    public void With_two_groups_each_hidden_number_looks_like_another(int threshold, int largest)
    {
        foreach (var sizes in Rows([largest, largest], least: 1))
        {
            foreach (var alike in Rows(sizes, least: 0).GroupBy(r => Shown(r, sizes, threshold)))
            {
                var cells = alike.Key.Split(' ');
                Assert.True(cells[0] != ".." || alike.Select(r => r[0]).Distinct().Count() > 1, alike.Key);
                Assert.True(cells[1] != ".." || alike.Select(r => r[1]).Distinct().Count() > 1, alike.Key);
            }
        }
    }

    [Fact]
    public void An_empty_group_is_never_hidden_since_it_can_hide_nobody()
    {
        Assert.Equal("0 .. .. .. | 39", Shown([0, 0, 35, 4], [0, 35, 35, 4], threshold: 11));
    }

    [Fact]
    public void In_any_row_a_hidden_number_can_trade_persons_with_another()
    {
        var cells = Gen.Choose(0, 40).SelectMany(of => Gen.Choose(0, of), (of, k) => new Share(k, of));
        Prop.ForAll(Arb.From(cells.NonEmptyListOf()), Arb.From(Gen.Choose(3, 12)), (row, threshold) =>
        {
            var (parts, total) = Suppression.Row([.. row], new Share(row.Sum(c => c.Persons), row.Sum(c => c.Of)), threshold);
            Assert.DoesNotContain(parts, p => !p.Suppressed && p.Persons > 0 && p.Persons < threshold);
            foreach (var (i, part) in parts.Index().Where(p => p.Item.Suppressed && !total.Suppressed))
            {
                var others = parts.Where((p, at) => at != i && p.Suppressed).ToList();
                Assert.True((part.Persons > 0 && others.Any(o => o.Persons < o.Of)) || (part.Persons < part.Of && others.Any(o => o.Persons > 0)));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static string Shown(int[] row, int[] sizes, int threshold = 5)
    {
        var (parts, total) = Suppression.Row([.. row.Zip(sizes, (k, n) => new Share(k, n))], new Share(row.Sum(), sizes.Sum()), threshold);
        return Text(parts, total);
    }

    private static string Text(IEnumerable<Share> parts, Share total) => string.Join(' ', parts.Select(Text)) + " | " + Text(total);

    private static string Text(Share share) => share.Suppressed ? ".." : $"{share.Persons}";

    /// <summary>Nothing is hidden where nothing is small.</summary>
    private static bool HasSmall(int[] row, int[] sizes, string[] cells, int threshold) =>
        row.Append(row.Sum()).Zip(sizes.Append(sizes.Sum()), cells)
            .Any(c => c.Third == ".." && (c.First > 0 ? c.First < threshold || (c.First == c.Second && c.Second < threshold) : c.Second < threshold));

    private static IEnumerable<int[]> Rows(int[] largest, int least)
    {
        IEnumerable<int[]> rows = [[]];
        foreach (var most in largest)
        {
            rows = rows.SelectMany(r => Enumerable.Range(least, most - least + 1).Select(k => (int[])[.. r, k]));
        }

        return rows;
    }
}
