using FsCheck.Fluent;
using MiaVoices.Core.Figures.Agreement;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Figures.Agreement;

/// <summary>The statistics against tables that are worked through in print, and against tables where little or nothing can be said.</summary>
public class AgreementTests
{
    /// <summary>Tables with the κ that their authors print.</summary>
    public static TheoryData<string, int[][], double, int> Published => new()
    {
        // Proportions of 200: .44 .07 .09 / .05 .20 .05 / .01 .03 .06.
        { "Cohen 1960, 1968", [[88, 14, 18], [10, 40, 10], [2, 6, 12]], 0.492, 3 },
        { "Fleiss, Statistical methods for rates and proportions, ch. on interrater agreement", [[75, 1, 4], [5, 4, 1], [0, 0, 10]], 0.68, 2 },
        { "Feinstein and Cicchetti 1990, balanced", [[40, 9], [6, 45]], 0.70, 2 },
        { "Feinstein and Cicchetti 1990, unbalanced", [[80, 10], [5, 5]], 0.32, 2 },
        { "a half of what chance leaves", [[20, 5], [10, 15]], 0.40, 2 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Kappa_is_that_of_the_published_table(string source, int[][] table, double kappa, int decimals)
    {
        Assert.NotEmpty(source);
        Assert.Equal(kappa, CohenKappa.Of(table)!.Value, decimals);
        Assert.Equal(kappa, CohenKappa.Of([.. Enumerable.Range(0, table.Length).Select(i => table.Select(r => r[i]).ToArray())])!.Value, decimals);
    }

    [Fact]
    public void Alpha_is_that_of_the_published_tables()
    {
        // Krippendorff 2011, A: two observers, ten units, two categories.
        Assert.Equal(0.095, KrippendorffAlpha.Nominal(Units("0100000010", "1110010000"))!.Value, 3);

        // B: two observers, twelve units, five categories.
        Assert.Equal(0.692, KrippendorffAlpha.Nominal(Units("aabbdccceddA".ToLowerInvariant(), "babbbccceddd"))!.Value, 3);

        // C: four observers, twelve units, five categories, some not judged.
        Assert.Equal(0.743, KrippendorffAlpha.Nominal(Units("123321412...", "1233224125.3", ".3332342251.", "12332441251."))!.Value, 3);
    }

    [Fact]
    public void Agreement_that_chance_alone_would_give_is_nought_and_not_nearly_nought()
    {
        Assert.Equal(0.0, CohenKappa.Of(1, 1, 1, 1));
        Assert.Equal(0.0, CohenKappa.Of(81, 9, 9, 1));
        Assert.Equal(0.0, CohenKappa.Of(0, 10, 0, 90));
        Assert.Equal(0.0, CohenKappa.Of(0, 0, 30, 70));
        Assert.Equal(0.0, CohenKappa.Of([[6, 4, 10], [9, 6, 15], [15, 10, 25]]));
        Assert.Equal(0.0, CohenKappa.Pooled([(0, 10, 0, 90), (81, 9, 9, 1)])!.Value, 12);
    }

    [Fact]
    public void Where_nothing_varies_there_is_no_coefficient_and_no_error()
    {
        Assert.Null(CohenKappa.Of(0, 0, 0, 0));
        Assert.Null(CohenKappa.Of(0, 0, 0, 40));
        Assert.Null(CohenKappa.Of(40, 0, 0, 0));
        Assert.Null(CohenKappa.Of([]));
        Assert.Null(CohenKappa.Pooled([]));
        Assert.Null(CohenKappa.Pooled([(0, 0, 0, 12), (5, 0, 0, 0), (0, 0, 0, 0)]));
        Assert.Null(KrippendorffAlpha.Nominal([]));
        Assert.Null(KrippendorffAlpha.Nominal([[1], [2], []]));
        Assert.Null(KrippendorffAlpha.Nominal([[1, 1], [1, 1, 1]]));
        Assert.Throws<ArgumentException>(() => CohenKappa.Of([[1, 2]]));
    }

    [Fact]
    public void Full_agreement_is_one_and_full_disagreement_is_below_nought()
    {
        Assert.Equal(1.0, CohenKappa.Of(3, 0, 0, 7));
        Assert.Equal(1.0, CohenKappa.Pooled([(3, 0, 0, 7), (0, 0, 0, 10)])!.Value, 12);
        Assert.Equal(1.0, KrippendorffAlpha.Nominal([[1, 1], [0, 0, 0]]));
        Assert.Equal(-1.0, CohenKappa.Of(0, 5, 5, 0));
        Assert.True(KrippendorffAlpha.Nominal([[0, 1], [1, 0]]) < 0);
    }

    [Fact]
    public void Large_numbers_do_not_overflow() =>
        Assert.Equal(0.4, CohenKappa.Of(200_000_000, 50_000_000, 100_000_000, 150_000_000)!.Value, 12);

    [Fact]
    public void Coefficients_are_within_their_bounds_whoever_comes_first() => Prop.ForAll(
        Gen.Choose(0, 30).ArrayOf(4).ToArbitrary(),
        t =>
        {
            var (kappa, turned) = (CohenKappa.Of(t[0], t[1], t[2], t[3]), CohenKappa.Of(t[0], t[2], t[1], t[3]));
            Assert.Equal(kappa is null, turned is null);
            Assert.Equal(kappa ?? 0, turned ?? 0, 12);
            Assert.InRange(kappa ?? 0, -1, 1);
            Assert.Equal(kappa ?? 0, CohenKappa.Pooled([(t[0], t[1], t[2], t[3])]) ?? 0, 9);
            var alpha = KrippendorffAlpha.Nominal([
                .. Enumerable.Repeat(new[] { 1, 1 }, t[0]), .. Enumerable.Repeat(new[] { 1, 0 }, t[1]), .. Enumerable.Repeat(new[] { 0, 1 }, t[2]), .. Enumerable.Repeat(new[] { 0, 0 }, t[3])]);
            Assert.InRange(alpha ?? 0, -1, 1);
            Assert.True(alpha is null == (t[0] + t[1] + t[2] == 0 || t[1] + t[2] + t[3] == 0));
        }).Holds();

    [Fact]
    public void A_code_that_a_coder_did_not_have_to_choose_from_is_unknown_and_not_a_no()
    {
        var (old, late) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));
        CoderJudgement By(string coder, Guid[] set, params Guid[] unknown) => new(coder, set.ToHashSet(), unknown.ToHashSet());
        var agreement = CoderAgreement.Of([old, late],
        [
            [By("Alex", [old]), By("Kim", [old, late], [])],
            [By("Alex", [], late), By("Kim", [late])],
            [By("Alex", []), By("Kim", [old])],
            [By("Kim", [old])],
        ]);
        Assert.Equal((3, 5, 3), (agreement.Segments, (int)agreement.Judged, (int)agreement.Agreed));
        Assert.Equal(["Alex", "Kim"], agreement.Coders);
        Assert.Equal([(3, 2, 2), (2, 1, 1)], agreement.Codes.Select(c => (c.Segments, c.SetBySome, c.Agreed)));
        Assert.Same(CoderAgreement.None, CoderAgreement.Of([old], [[By("Kim", [old])]]));
    }

    /// <summary>A line an observer, a letter a unit; a full stop where the unit was not judged.</summary>
    private static List<int[]> Units(params string[] observers) =>
        [.. Enumerable.Range(0, observers[0].Length).Select(i => observers.Select(o => o[i]).Where(c => c != '.').Select(c => (int)c).ToArray())];
}
