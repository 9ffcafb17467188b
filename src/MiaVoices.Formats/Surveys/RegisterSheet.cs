using System.Globalization;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Tables;

namespace MiaVoices.Formats.Surveys;

/// <summary>
/// Reads a register table by a settled plan: rows with attributes, and the same rows as text for the case that they are
/// no persons of the project. A row's text has a line for each filled column, <c>header: value</c>.
/// </summary>
internal static class RegisterSheet
{
    private static readonly string[] DateNames = ["datum", "date", "per datum"];

    /// <exception cref="RefusedException"><c>register.date</c>: the date that a person gave is none.</exception>
    public static SourceDraft Read(TextTable table, SurveyPlan plan, ReadOptions options, string format, string encoding, CancellationToken cancellation)
    {
        var columns = SurveyColumn.All(plan.Columns);
        var key = columns.FirstOrDefault(c => c.Profile.Role == "id");
        var date = columns.FirstOrDefault(c => c.Profile.Role == "date");
        var given = GivenDate(table.File, options) ?? Parsed(table.File, plan.Profile.Wave?.Value);
        var others = options.Attributes.Where(a => !DateNames.Contains(a.Key)).OrderBy(a => a.Key, StringComparer.Ordinal).ToList();
        var notices = Dropped(table, plan).ToList();
        var rows = new List<RegisterRow>();
        var segments = new List<SegmentDraft>();
        foreach (var row in table.Rows.Where(r => !r.Empty))
        {
            cancellation.ThrowIfCancellationRequested();
            if (RowKinds.Aside(table, row) is { } aside)
            {
                notices.Add(aside);
                continue;
            }

            var cells = columns.Where(c => c.Profile.Role is "attribute" or "date" && c.Counted(row[c.Index]).Length > 0).ToList();
            var when = date is null ? null : RegisterDate.Parse(date.Counted(row[date.Index]));
            if (date is not null && when is null && row[date.Index].Trim().Length > 0)
            {
                notices.Add(new Notice(Problem.At(table.Where(row.Line), "register.rowDate", date.Profile.Header)));
            }

            rows.Add(new RegisterRow(
                table.Where(row.Line),
                key is null ? "" : TextTable.Fold(row[key.Index]),
                cells.DistinctBy(NameOf).ToDictionary(NameOf, c => c == date && when is not null ? when : c.Counted(row[c.Index]), StringComparer.Ordinal)));
            var lines = columns.Where(c => c == key || c.Profile.Role == "attribute").Select(c => (c.Profile.Header, Value: c.Counted(row[c.Index])))
                .Concat(others.Select(o => (Header: o.Key, o.Value)))
                .Where(l => l.Value.Length > 0)
                .Select(l => $"{l.Header.Replace(": ", " – ", StringComparison.Ordinal)}: {l.Value}");
            if (string.Join('\n', lines) is { Length: > 0 } text)
            {
                segments.Add(new SegmentDraft { Kind = SegmentKind.Paragraph, Text = text, Row = rows.Count.ToString(CultureInfo.InvariantCulture), Wave = when ?? given });
            }
        }

        var roles = columns.Select((c, i) => new ColumnRole(c.Profile.Header, c.Profile.Role, c.Profile.Role is "attribute" or "date" ? NameOf(c) : null, plan.Reasons[i])).ToList();
        return new SourceDraft
        {
            Name = table.File,
            Kind = SourceKind.Table,
            Format = format,
            Encoding = encoding,
            Sheet = table.Sheet,
            Segments = segments,
            Survey = new SurveyDraft { Name = plan.Profile.Name ?? table.File, Named = plan.Named, Wave = given, Questions = [], Respondents = [], Columns = roles },
            Register = new RegisterDraft
            {
                Columns = roles,
                Rows = rows,
                Key = key?.Profile.Header,
                KeyGiven = key is not null && plan.Reasons[key.Index] == "profile",
                Survey = plan.Named ? plan.Profile.Name : null,
                Wave = plan.Profile.Wave?.Value,
            },
            Notices = notices,
        };
    }

    private static string NameOf(SurveyColumn column) => column.Name ?? column.Profile.Header.ToLowerInvariant();

    private static string? GivenDate(string file, ReadOptions options) =>
        Parsed(file, DateNames.Select(n => options.Attributes.GetValueOrDefault(n)).FirstOrDefault(v => v is not null));

    private static string? Parsed(string file, string? text) =>
        text is null ? null : RegisterDate.Parse(text) ?? throw new RefusedException(Problem.At(file, "register.date", text));

    /// <summary>Columns that were not read, and what is needed in their place where they were all that told the rows apart.</summary>
    private static IEnumerable<Notice> Dropped(TextTable table, SurveyPlan plan)
    {
        var dropped = plan.Columns.Where(c => c.Role == "identity").ToList();
        foreach (var column in dropped)
        {
            yield return new Notice(Problem.At(table.File, "column.identity.dropped", column.Header));
        }

        if (dropped.Count > 0 && plan.Columns.All(c => c.Role != "id"))
        {
            yield return new Notice(Problem.At(table.File, "register.needsPseudonym"));
        }
    }
}
