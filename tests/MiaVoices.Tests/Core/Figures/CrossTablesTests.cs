using FsCheck.Fluent;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Figures;

public class CrossTablesTests
{
    private static readonly Guid A = Id(1), B = Id(2), UnderA = Id(3), One = Id(11), Two = Id(12);

    private static readonly CodeTree Tree = new(
    [
        new Code { Id = A, Name = "A" }, new Code { Id = UnderA, Name = "under A", Parent = A }, new Code { Id = B, Name = "B" },
    ]);

    [Fact]
    public void Codes_by_group_count_persons_with_their_bases_and_codings_of_those_persons()
    {
        var material = Material(
            [(1, "deltagare", One), (2, "deltagare", One), (3, "", Two)],
            [(A, One, 0, 5, 1), (UnderA, One, 0, 5, 1), (UnderA, One, 9, 12, 2), (B, Two, 0, 3, 3), (B, Two, 4, 6, null)]);
        var persons = CrossTables.ByGroup(material, CrossCount.Persons, 0);
        Assert.Equal(["deltagare 2", " 1"], persons.Columns.Select(c => $"{c.Label} {c.Persons}"));
        Assert.Equal(["A 2 0 | 2 of 3", "under A 2 0 | 2 of 3", "B 0 1 | 1 of 3"], Text(persons));
        Assert.Equal(["A 3 0 | 3 of 3", "under A 2 0 | 2 of 3", "B 0 1 | 1 of 3"], Text(CrossTables.ByGroup(material, CrossCount.Codings, 0)));
    }

    [Fact]
    public void Codes_by_source_count_those_who_speak_in_it()
    {
        var material = Material(
            [(1, "", One), (2, "", Two), (3, "", Two)],
            [(A, One, 0, 5, 1), (UnderA, Two, 0, 5, 2), (UnderA, Two, 9, 12, 2), (B, Two, 0, 3, 3), (B, Two, 4, 6, null)]);
        (Guid, string)[] sources = [(One, "Intervju 1"), (Two, "Enkät")];
        var persons = CrossTables.BySource(material, sources, CrossCount.Persons, 0);
        Assert.Equal(["Intervju 1 1", "Enkät 2"], persons.Columns.Select(c => $"{c.Label} {c.Persons}"));
        Assert.Equal(["A 1 1 | 2 of 3", "under A 0 1 | 1 of 3", "B 0 1 | 1 of 3"], Text(persons));
        Assert.Equal(["A 1 2 | 3 of 3", "under A 0 2 | 2 of 3", "B 0 2 | 2 of 3"], Text(CrossTables.BySource(material, sources, CrossCount.Codings, 0)));
    }

    [Fact]
    public void Codes_by_codes_count_persons_with_both_and_pairs_that_overlap()
    {
        var material = Material(
            [(1, "", One), (2, "", One), (3, "", Two)],
            [
                (A, One, 0, 10, 1), (B, One, 5, 15, 1), (B, One, 10, 12, 1), // 5–15 overlaps, 10–12 only touches
                (UnderA, One, 20, 30, 2), (B, One, 29, 40, 2),
                (A, Two, 29, 40, 3),
            ]);
        var persons = CrossTables.ByCode(material, CrossCount.Persons, 0);
        Assert.Equal(["A 3 1 2 | 3 of 3", "under A 1 1 1 | 1 of 3", "B 2 1 2 | 2 of 3"], Text(persons));
        Assert.Equal([3, 3, 3], persons.Rows[0].Cells.Select(c => c.Persons.Of));
        Assert.Equal(2, persons.Rows[2].Cells[0].Persons.Of);
        Assert.Equal(["A 3 0 2 | 3 of 3", "under A 0 1 1 | 1 of 3", "B 2 1 3 | 3 of 3"], Text(CrossTables.ByCode(material, CrossCount.Codings, 0)));
    }

    [Fact]
    public void A_pair_under_one_code_counts_once_for_each_two_codes() => Assert.Equal(
        ["A 2 1 0 | 2 of 1", "under A 1 2 0 | 2 of 1", "B 0 0 0 | 0 of 1"],
        Text(CrossTables.ByCode(Material([(1, "", One)], [(UnderA, One, 0, 10, 1), (UnderA, One, 5, 15, 1)]), CrossCount.Codings, 0)));

    [Fact]
    public void Small_numbers_are_hidden_and_so_is_a_small_rest_and_a_small_base()
    {
        // A: 12 persons, B: 10 of them, under A: 3.
        var persons = Enumerable.Range(1, 40).Select(i => ((long)i, "", One)).ToArray();
        var codings = Enumerable.Range(1, 12).SelectMany(i => new[] { (A, i), (B, i <= 10 ? i : 0), (UnderA, i <= 3 ? i : 0) }.Where(c => c.Item2 > 0))
            .Select(c => (c.Item1, One, c.Item2 * 10, (c.Item2 * 10) + 5, (long?)c.Item2)).ToArray();
        var table = CrossTables.ByCode(Material(persons, codings), CrossCount.Persons, 5);
        Assert.Equal(["A 12 .. .. | 12 of 40", "under A .. .. .. | .. of 40", "B .. .. 10 | 10 of 40"], Text(table));
        Assert.Equal([12, null, 10], table.Columns.Select(c => c.Persons));
        Assert.Equal(0, table.Rows[1].Cells[2].Persons.Of);
    }

    [Fact]
    public void Overlaps_are_those_found_by_comparing_every_two()
    {
        var coding = Gen.Elements(A, B, UnderA).SelectMany(code => Gen.Elements(One, Two), (code, source) => (code, source))
            .SelectMany(c => Gen.Choose(0, 30), (c, start) => (c.code, c.source, start))
            .SelectMany(c => Gen.Choose(1, 12), (c, length) => (c.code, c.source, c.start, c.start + length, (long?)1));
        Prop.ForAll(Arb.From(coding.ListOf()), codings =>
        {
            var table = CrossTables.ByCode(Material([(1, "", One)], [.. codings]), CrossCount.Codings, 0);
            foreach (var (r, row) in Tree.Codes.Index())
            {
                foreach (var (c, column) in Tree.Codes.Index().Where(x => x.Index != r))
                {
                    var pairs = 0;
                    for (var i = 0; i < codings.Count; i++)
                    {
                        for (var j = i + 1; j < codings.Count; j++)
                        {
                            var (x, y) = (codings[i], codings[j]);
                            var overlap = x.Item2 == y.Item2 && x.Item3 < y.Item4 && y.Item3 < x.Item4;
                            pairs += overlap && ((Is(x.Item1, row) && Is(y.Item1, column)) || (Is(y.Item1, row) && Is(x.Item1, column))) ? 1 : 0;
                        }
                    }

                    Assert.Equal(pairs, table.Rows[r].Cells[c].Count);
                }
            }
        }).Holds();

        static bool Is(Guid code, Code wanted) => code == wanted.Id || (code == UnderA && wanted.Id == A);
    }

    [Fact]
    public void Shares_have_a_fraction_from_a_base_of_twenty()
    {
        Assert.Equal(0.25, new Share(5, 20).Fraction);
        Assert.Null(new Share(5, 19).Fraction);
        Assert.Null(new Share(5, 20, Suppressed: true).Fraction);
    }

    private static CrossMaterial Material((long Key, string Group, Guid Source)[] persons, (Guid Code, Guid Source, int Start, int End, long? Person)[] codings) => new(
        Tree,
        [.. persons.Select(p => new CrossPerson(new Person(p.Key, p.Group), [p.Source]))],
        [.. codings.Where(c => c.Person is not null).Select(c => (c.Code, c.Person!.Value, c.Source)).Distinct()],
        [.. codings.Select(c => new CrossCoding(c.Code, c.Source, c.Start, c.End, c.Person))]);

    private static string[] Text(CrossTable table) =>
        [.. table.Rows.Select(r => $"{Tree[r.Code].Name} {string.Join(' ', r.Cells.Select(Text))} | {Text(r.Total)} of {r.Total.Persons.Of}")];

    private static string Text(CrossCell cell) => cell.Suppressed ? ".." : $"{cell.Count}";

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
