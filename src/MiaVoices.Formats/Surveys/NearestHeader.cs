namespace MiaVoices.Formats.Surveys;

/// <summary>Finds the header that a misspelt one was meant to be.</summary>
internal static class NearestHeader
{
    /// <summary>The header with the fewest changed letters (Levenshtein), or "" in a table without headers.</summary>
    public static string Of(string wanted, IReadOnlyList<string> headers) =>
        headers.MinBy(h => Distance(wanted.ToLowerInvariant(), h.ToLowerInvariant())) ?? "";

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
