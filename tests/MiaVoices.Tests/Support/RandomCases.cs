using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;

namespace MiaVoices.Tests.Support;

/// <summary>
/// How many random cases a property test tries, and which. They are the same in each run, so that what lands does not depend on
/// luck; <c>MIA_FUZZ_TIMES</c> draws others, that many times as many, for a longer search.
/// </summary>
internal static class RandomCases
{
    // Any two numbers do; the second is odd.
    private static readonly Replay Same = new(new Rnd(20_261_122, 7_919), FSharpOption<int>.None);

    private static readonly int? Times =
        int.TryParse(Environment.GetEnvironmentVariable("MIA_FUZZ_TIMES"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 0 ? times : null;

    /// <summary>The usual number of cases, or that many times as many.</summary>
    public static int Count(int usual) => usual * (Times ?? 1);

    /// <summary>Fails with the case, and how to draw it again, where the property does not hold.</summary>
    public static void Holds(this Property property, int usual = 100)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Count(usual));
        property.Check(Times is null ? config.WithReplay(FSharpOption<Replay>.Some(Same)) : config);
    }
}
