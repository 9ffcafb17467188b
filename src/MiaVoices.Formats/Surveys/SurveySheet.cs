using System.Globalization;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Tables;

namespace MiaVoices.Formats.Surveys;

/// <summary>Reads one table by a settled plan.</summary>
internal sealed class SurveySheet
{
    private const string Group = "grupp";

    private readonly TextTable table;
    private readonly SurveyPlan plan;
    private readonly IReadOnlyDictionary<string, string> given;
    private readonly List<Notice> notices = [];
    private readonly List<SegmentDraft> segments = [];
    private readonly List<RespondentDraft> respondents = [];
    private readonly Dictionary<(string Id, string? Wave), int> seen = [];
    private readonly Dictionary<string, (int Line, int Count)> outside = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<SurveyColumn> columns;

    private SurveySheet(TextTable table, SurveyPlan plan, IReadOnlyDictionary<string, string> given)
    {
        (this.table, this.plan, this.given) = (table, plan, given);
        columns = SurveyColumn.All(plan.Columns);
    }

    /// <summary>The draft; attributes that a person gave are added to every respondent.</summary>
    public static SourceDraft Read(TextTable table, SurveyPlan plan, ReadOptions options, string format, string encoding, CancellationToken cancellation)
    {
        var sheet = new SurveySheet(table, plan, options.Attributes.ToDictionary(a => a.Key.ToLowerInvariant(), a => a.Value, StringComparer.Ordinal));
        sheet.ReadRows(cancellation);
        var profile = plan.Profile;
        return new SourceDraft
        {
            Name = table.File,
            Kind = SourceKind.Survey,
            Format = format,
            Encoding = encoding,
            Sheet = table.Sheet,
            Segments = sheet.segments,
            Survey = new SurveyDraft
            {
                Name = profile.Name ?? table.File,
                Named = plan.Named,
                PersistentIds = profile.PersistentIds,
                Wave = profile.Wave?.Value,
                Population = profile.Population,
                Reached = profile.Reached,
                Questions = [.. sheet.columns.Where(c => c.Kind is not null).Select(c => c.Question())],
                Respondents = sheet.respondents,
                Goals = profile.Goals,
                Columns = [.. sheet.columns.Select((c, i) => new ColumnRole(c.Profile.Header, c.Profile.Role, c.Name, plan.Reasons[i]))],
            },
            Notices = sheet.AllNotices(),
        };
    }

    private void ReadRows(CancellationToken cancellation)
    {
        var id = columns.FirstOrDefault(c => c.Profile.Role == "id")?.Index ?? -1;
        var wave = columns.FirstOrDefault(c => c.Profile.Role == "wave");
        var number = 0;
        foreach (var row in table.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.Empty)
            {
                continue;
            }

            if (RowKinds.Aside(table, row) is { } aside)
            {
                notices.Add(aside);
                continue;
            }

            if (id >= 0 && TextTable.Fold(row[id]).Contains(' ') && row.Cells.Count(c => !string.IsNullOrWhiteSpace(c)) == 1)
            {
                // Words alone in the id column are a note below the table, not somebody who answered nothing.
                notices.Add(new Notice(Problem.At(table.Where(row.Line), "table.note"), LeftOut: true));
                continue;
            }

            number++;
            var told = wave is null ? null : wave.Counted(row[wave.Index]);
            var rowWave = told is { Length: > 0 } ? told : plan.Profile.Wave?.Value;
            var own = id < 0 ? "" : TextTable.Fold(row[id]);
            if (own.Length > 0 && !seen.TryAdd((own, rowWave), row.Line))
            {
                notices.Add(new Notice(Problem.At(table.Where(row.Line), "table.duplicate", seen[(own, rowWave)]), LeftOut: true));
                continue;
            }

            if (id >= 0 && own.Length == 0)
            {
                notices.Add(new Notice(Problem.At(table.Where(row.Line), "table.noid", number)));
            }

            // A number that stands in for a missing id must not be taken for another row's id.
            ReadRow(row, own.Length > 0 ? own : (id >= 0 ? "#" : "") + number.ToString(CultureInfo.InvariantCulture), rowWave);
        }
    }

    private void ReadRow(TextRow row, string id, string? wave)
    {
        var attributes = new SortedDictionary<string, string>(given.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        var answers = new List<AnswerDraft>();
        var codes = new List<string>();
        foreach (var column in columns)
        {
            var cell = row[column.Index];
            switch (column.Profile.Role)
            {
                case "attribute" when column.Counted(cell) is { Length: > 0 } value:
                    attributes[column.Name!] = value;
                    break;
                case "closed" or "multiple" or "number":
                    answers.Add(new AnswerDraft(column.Name!, column.Points(cell, out var strange)));
                    if (strange)
                    {
                        var before = outside.GetValueOrDefault(column.Profile.Header, (Line: row.Line, Count: 0));
                        outside[column.Profile.Header] = (before.Line, before.Count + 1);
                    }

                    break;
                case "code":
                    codes.AddRange(column.Codes(cell));
                    break;
                case "freetext" when !FreeText.IsMissing(cell, column.Profile.Missing):
                    segments.Add(new SegmentDraft
                    {
                        Kind = SegmentKind.Answer,
                        Text = column.Written(cell.Trim()),
                        Role = SpeakerRole.Respondent,
                        Row = id,
                        Question = column.Name,
                        Wave = wave,
                    });
                    break;
            }
        }

        respondents.Add(new RespondentDraft { Row = id, Wave = wave, Attributes = attributes, Answers = answers, Codes = [.. codes.Distinct(StringComparer.Ordinal)] });
    }

    private List<Notice> AllNotices()
    {
        var all = new List<Notice>();
        if (table.HeaderRows == 2 && plan.Reasons.All(r => r != "profile"))
        {
            all.Add(new Notice(Problem.At(table.File, "table.twoHeaderRows")));
        }

        if (columns.Any(c => c.Name == Group && c.Profile.Role == "attribute") && respondents.Count(r => !r.Attributes.ContainsKey(Group)) is > 0 and var without)
        {
            all.Add(new Notice(Problem.At(table.File, "survey.noGroup", without)));
        }

        if (columns.All(c => c.Kind is null))
        {
            all.Add(new Notice(Problem.At(table.File, "survey.noQuestions")));
        }

        if ((plan.Profile.Population ?? plan.Profile.Reached) is not null && respondents.Select(r => r.Wave).Distinct(StringComparer.Ordinal).Count() is > 1 and var waves)
        {
            all.Add(new Notice(Problem.At(table.File, "survey.wavesReached", waves)));
        }

        foreach (var (column, reason) in columns.Zip(plan.Reasons))
        {
            if (column.Profile.Role == "identity")
            {
                all.Add(new Notice(Problem.At(table.File, "column.identity.dropped", column.Profile.Header)));
            }

            if (reason != "profile" && plan.Reasons.Contains("profile"))
            {
                all.Add(new Notice(Problem.At(table.File, "column.proposed", column.Profile.Header, column.Profile.Role)));
            }
        }

        all.AddRange(outside.Select(o => new Notice(Problem.At(table.Where(o.Value.Line), "survey.outside", o.Key, o.Value.Count))));
        all.AddRange(notices);
        return all;
    }
}
