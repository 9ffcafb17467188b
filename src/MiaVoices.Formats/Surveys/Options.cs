namespace MiaVoices.Formats.Surveys;

/// <summary>Takes an answer with several options apart.</summary>
internal static class Options
{
    /// <summary>
    /// Options between separators. Known options are matched first, the longest first, so that one that holds the separator
    /// stays whole; a comma inside brackets parts nothing.
    /// </summary>
    public static IReadOnlyList<string> Split(string cell, string separator, IReadOnlyList<string> known)
    {
        var found = new List<string>();
        var longest = known.OrderByDescending(k => k.Length).ToList();
        var at = 0;
        while (at < cell.Length)
        {
            if (char.IsWhiteSpace(cell[at]))
            {
                at++;
                continue;
            }

            if (longest.Find(k => k.Length > 0 && Stands(cell, at, k, separator)) is { } option)
            {
                found.Add(option);
                at = cell.IndexOf(separator, at + option.Length, StringComparison.Ordinal) is var after && after < 0 ? cell.Length : after + separator.Length;
                continue;
            }

            var end = End(cell, at, separator);
            var own = cell[at..end].Trim();
            if (own.Length > 0)
            {
                found.Add(own);
            }

            at = end + separator.Length;
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static bool Stands(string cell, int at, string option, string separator) =>
        string.Compare(cell, at, option, 0, option.Length, StringComparison.OrdinalIgnoreCase) == 0
        && cell.AsSpan(at + option.Length).TrimStart() is var rest && (rest.IsEmpty || rest.StartsWith(separator.Trim(), StringComparison.Ordinal));

    private static int End(string cell, int from, string separator)
    {
        var depth = 0;
        for (var i = from; i < cell.Length; i++)
        {
            depth += cell[i] == '(' ? 1 : cell[i] == ')' && depth > 0 ? -1 : 0;
            var inside = depth > 0 && separator.Trim() == "," && cell.IndexOf(')', i) >= 0;
            if (!inside && string.CompareOrdinal(cell, i, separator, 0, separator.Length) == 0)
            {
                return i;
            }
        }

        return cell.Length;
    }
}
