using System.Globalization;

namespace MiaVoices.Tests.Support;

/// <summary>How many random cases a long property test tries.</summary>
internal static class RandomRuns
{
    /// <summary>The usual number, or what <c>MIA_FUZZ_RUNS</c> says for a longer search.</summary>
    public static int Or(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("MIA_FUZZ_RUNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var runs) ? runs : usual;
}
