namespace MiaVoices.Formats.Reports.Spreadsheets;

/// <summary>Names of sheets that a spreadsheet takes: at most 31 characters, none of <c>: \ / ? * [ ]</c>, no apostrophe at an end, none twice in whatever case.</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    /// <summary>The names of a list of tables and of the tables.</summary>
    public static IReadOnlyList<string> Of(string list, IReadOnlyList<ReportSheet> sheets)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. sheets.Select(s => FormattableString.Invariant($"{s.Number} ") + s.Title).Prepend(list).Select(n => Free(Clean(n), taken))];
    }

    private static string Clean(string text)
    {
        var clean = new string([.. text.Select(c => @":\/?*[]".Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? ' ' : c)]).Trim().Trim('\'');
        return Cut(clean, Longest);
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var i = 2; !taken.Add(free); i++)
        {
            var end = FormattableString.Invariant($" ({i})");
            free = Cut(name, Longest - end.Length) + end;
        }

        return free;
    }

    /// <summary>Cut where no pair of surrogates is parted.</summary>
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].Trim().TrimEnd('\'');
}
