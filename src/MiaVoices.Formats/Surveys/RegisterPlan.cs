using MiaVoices.Core.Sources;
using MiaVoices.Formats.Tables;

namespace MiaVoices.Formats.Surveys;

/// <summary>Settles the columns of a register table: what is not an id, a date or about who people are is an attribute.</summary>
internal static class RegisterPlan
{
    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal)
    {
        "id", "attribute", "date", "identity", "ignore", "wave", "closed", "multiple", "freetext", "number", "code",
    };

    /// <exception cref="MiaVoices.Core.RefusedException">As <see cref="SurveyPlan.Of"/>.</exception>
    public static SurveyPlan Of(TextTable table, SurveyProfile? profile, string name)
    {
        var (columns, reasons) = SurveyPlan.Given(table, profile, Roles);
        SurveyPlan.Name(table, columns, profile?.RespondentId, "id");
        SurveyPlan.Name(table, columns, profile?.Wave?.Column, "date");
        for (var i = 0; i < columns.Length; i++)
        {
            // A profile made for a survey may serve: its questions are attributes here.
            columns[i] = columns[i] is { Role: "wave" } wave ? wave with { Role = "date" }
                : columns[i] is { Role: not ("id" or "attribute" or "date" or "identity" or "ignore") } other ? other with { Role = "attribute" }
                : columns[i];
        }

        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] is null)
            {
                (columns[i], reasons[i]) = Propose(table, i, columns);
            }
        }

        var all = columns.Select(c => c!.Role == "attribute" && string.IsNullOrWhiteSpace(c.Name) ? c with { Name = c.Header.ToLowerInvariant() } : c!).ToList();
        SurveyPlan.RefuseIdentifyingId(table, all);
        var settled = (profile ?? new SurveyProfile()) with
        {
            Kind = "table",
            Name = profile?.Name ?? name,
            Sheet = table.Sheet,
            RespondentId = all.Find(c => c.Role == "id")?.Header,
            Columns = all,
        };
        return new SurveyPlan(settled, all, reasons) { Named = profile?.Name is not null };
    }

    private static (ColumnProfile Column, string Reason) Propose(TextTable table, int index, ColumnProfile?[] columns)
    {
        var header = table.Headers[index];
        var values = table.Rows.Where(r => RowKinds.Aside(table, r) is null).Select(r => TextTable.Fold(r[index])).Where(v => v.Length > 0).ToList();
        (ColumnProfile, string) Make(string role, string reason) => (new ColumnProfile { Header = header, Role = role }, reason);
        bool Taken(string role) => columns.Any(c => c?.Role == role);
        if (ColumnNames.IsIdentity(header))
        {
            return Make("identity", "column.header.identity");
        }

        if (values.Count == 0)
        {
            return Make("ignore", "column.empty");
        }

        if (Identifying.Column(values))
        {
            return Make("identity", "column.content.identity");
        }

        // "Deltagare" may be a number of them.
        if (!Taken("id") && ColumnNames.NamesPersons(header) && values.Distinct(StringComparer.OrdinalIgnoreCase).Count() * 2 > values.Count)
        {
            return Make("id", "column.header.person");
        }

        var dates = values.Count(v => RegisterDate.Parse(v) is not null) * 2 > values.Count;
        return !Taken("date") && dates && (ColumnNames.IsPeriod(header) || ColumnNames.IsWave(header))
            ? Make("date", "column.header.date")
            : Make("attribute", "column.register");
    }
}
