using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Tables;

namespace MiaVoices.Formats.Surveys;

/// <summary>A profile with every column of one table settled, and where each role came from.</summary>
/// <param name="Profile">The whole profile: a reading with it gives the same draft.</param>
/// <param name="Columns">One a column of the table, in its order.</param>
/// <param name="Reasons">"profile" or the key of a reason, one a column.</param>
internal sealed record SurveyPlan(SurveyProfile Profile, IReadOnlyList<ColumnProfile> Columns, IReadOnlyList<string> Reasons)
{
    /// <summary>Whether a person gave the survey its name.</summary>
    public bool Named { get; init; }

    /// <summary>Whether the table is a register, whose columns are attributes.</summary>
    public bool IsRegister => Profile.Kind == "table";

    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal)
    {
        "id", "attribute", "closed", "multiple", "freetext", "number", "code", "identity", "ignore", "wave",
    };

    /// <summary>Settles the columns: those the profile names as it says, the others as proposed.</summary>
    /// <exception cref="RefusedException"><c>profile.header</c> (facts: header, nearest), <c>profile.role</c> (facts: role, header), <c>profile.twice</c> (fact: header).</exception>
    public static SurveyPlan Of(TextTable table, SurveyProfile? profile, string name)
    {
        var (columns, reasons) = Given(table, profile, Roles);
        Name(table, columns, profile?.RespondentId, "id");
        Name(table, columns, profile?.Wave?.Column, "wave");
        Propose(table, columns, reasons, profile);
        var all = columns.Select(c => c!).ToList();
        RefuseIdentifyingId(table, all);
        var settled = (profile ?? new SurveyProfile { Name = name }) with
        {
            Name = profile?.Name ?? name,
            Sheet = table.Sheet,
            RespondentId = all.Find(c => c.Role == "id")?.Header,
            Wave = all.Find(c => c.Role == "wave") is { } wave ? new WaveProfile { Column = wave.Header } : profile?.Wave ?? YearOf(table.Sheet),
            Columns = all,
        };
        return new SurveyPlan(settled, all, reasons) { Named = profile?.Name is not null };
    }

    /// <summary>How many of a profile's headers a table holds, of how many.</summary>
    public static (int Found, int Named) Fit(TextTable table, SurveyProfile profile)
    {
        var named = profile.Columns.Select(c => c.Header).Append(profile.RespondentId).Append(profile.Wave?.Column).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return (named.Count(h => table.IndexOf(h) >= 0), named.Count);
    }

    /// <summary>The columns that a profile names, with null for the others; and a reason for each.</summary>
    public static (ColumnProfile?[] Columns, string[] Reasons) Given(TextTable table, SurveyProfile? profile, IReadOnlySet<string> roles)
    {
        var columns = new ColumnProfile?[table.Headers.Count];
        var reasons = new string[table.Headers.Count];
        Array.Fill(reasons, "profile");
        foreach (var column in profile?.Columns ?? [])
        {
            var role = column.Role.Trim().ToLowerInvariant();
            if (!roles.Contains(role))
            {
                throw new RefusedException(Problem.At(table.File, "profile.role", column.Role, column.Header));
            }

            var index = Index(table, column.Header);
            columns[index] = columns[index] is null
                ? column with { Header = table.Headers[index], Role = role }
                : throw new RefusedException(Problem.At(table.File, "profile.twice", column.Header));
        }

        return (columns, reasons);
    }

    /// <summary>A number that says who a person is must not become the id by which a row is known.</summary>
    /// <exception cref="RefusedException"><c>profile.idIdentifies</c> (fact: header).</exception>
    public static void RefuseIdentifyingId(TextTable table, List<ColumnProfile> columns)
    {
        var id = columns.FindIndex(c => c.Role == "id");
        if (id >= 0 && Identifying.Numbers(table.Rows.Select(r => r[id])))
        {
            throw new RefusedException(Problem.At(table.File, "profile.idIdentifies", columns[id].Header));
        }
    }

    public static void Name(TextTable table, ColumnProfile?[] columns, string? header, string role)
    {
        if (header is null)
        {
            return;
        }

        var index = Index(table, header);
        columns[index] = (columns[index] ?? new ColumnProfile { Header = table.Headers[index], Role = role }) with { Role = role };
        for (var i = 0; i < columns.Length; i++)
        {
            // Only one column can be the id or the wave.
            columns[i] = i != index && columns[i]?.Role == role ? columns[i]! with { Role = "ignore" } : columns[i];
        }
    }

    private static int Index(TextTable table, string header) =>
        table.IndexOf(header) is var index and >= 0
            ? index
            : throw new RefusedException(Problem.At(table.Sheet is null ? table.File : $"{table.File}:{table.Sheet}", "profile.header", header, NearestHeader.Of(header, table.Headers)));

    private static void Propose(TextTable table, ColumnProfile?[] columns, string[] reasons, SurveyProfile? profile)
    {
        var hasId = columns.Any(c => c?.Role == "id");
        var hasWave = columns.Any(c => c?.Role == "wave") || profile?.Wave?.Value is not null;
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] is not null)
            {
                continue;
            }

            // Artologik writes both its own row id and the respondent's; the latter is the one that people refer to.
            var later = Enumerable.Range(i + 1, columns.Length - i - 1).Any(c => columns[c] is null && ColumnNames.IsRespondentId(table.Headers[c]));
            var proposal = ColumnProposal.Of(table, i, hasId || later, hasWave);
            columns[i] = proposal.Column;
            reasons[i] = proposal.Reason;
            hasId |= proposal.Column.Role == "id";
            hasWave |= proposal.Column.Role == "wave";
        }

        // Codes belong to free texts; without any they say something of the person.
        if (!columns.Any(c => c!.Role == "freetext"))
        {
            for (var i = 0; i < columns.Length; i++)
            {
                columns[i] = columns[i]!.Role == "code" && reasons[i] != "profile"
                    ? columns[i]! with { Role = "attribute", Name = columns[i]!.Header.ToLowerInvariant() }
                    : columns[i];
            }
        }
    }

    private static WaveProfile? YearOf(string? sheet) =>
        sheet?.Trim() is { Length: 4 } year && year.All(char.IsAsciiDigit) && year[..2] is "19" or "20" ? new WaveProfile { Value = sheet.Trim() } : null;
}
