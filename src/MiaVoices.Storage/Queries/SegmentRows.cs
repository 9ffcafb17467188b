using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Queries;

/// <summary>Segments with what belongs to them.</summary>
internal static class SegmentRows
{
    private const string Select =
        """
        SELECT g.id, g.uid, s.name, s.uid, g.ordinal, g.kind, p.name, CASE WHEN g.kind = 'answer' THEN 'respondent' ELSE coalesce(p.role, 'unknown') END,
            c.name, coalesce(q.text, g.heading), g."row", coalesce(g.wave, s.wave), g.timecode, g.start, g."end", g.text, q.qid, s.language
        FROM segment g JOIN source s ON s.id = g.source LEFT JOIN speaker p ON p.id = g.speaker
            LEFT JOIN question q ON q.id = g.question LEFT JOIN "case" c ON c.id = coalesce(g."case", p."case")
        """;

    public static IEnumerable<Segment> Read(SqliteConnection db, SegmentScope scope)
    {
        var where = new List<string> { scope.Replaced ? "(s.hidden = 0 OR EXISTS (SELECT 1 FROM source n WHERE n.replaces = s.id))" : "s.hidden = 0" };
        var parameters = new List<(string, object?)>();
        if (scope.Source is { } source)
        {
            where.Add("s.uid = $source");
            parameters.Add(("$source", Sql.Blob(source)));
        }

        if (scope.Keys is { } keys)
        {
            where.Add("g.id IN (SELECT value FROM json_each($keys))");
            parameters.Add(("$keys", Reading.Keys(keys)));
        }

        if (scope.Ids is { } ids)
        {
            where.Add("g.uid IN (SELECT unhex(value) FROM json_each($ids))");
            parameters.Add(("$ids", Reading.Uids(ids)));
        }

        if (scope.Span is { } span)
        {
            // The lower bound is the segment that holds the start: what stands before it in the source is not read.
            where.Add("""g.start < $end AND g."end" > $start AND g.start >= coalesce((SELECT max(b.start) FROM segment b WHERE b.source = s.id AND b.start <= $start), 0)""");
            parameters.Add(("$start", span.Start));
            parameters.Add(("$end", span.End));
        }

        if (scope.Ordinal is { } ordinal)
        {
            where.Add("g.ordinal = $ordinal");
            parameters.Add(("$ordinal", ordinal));
        }

        if (scope.Ordinals is { } range)
        {
            where.Add("g.ordinal BETWEEN $first AND $last");
            parameters.Add(("$first", range.First));
            parameters.Add(("$last", range.Last));
        }

        if (scope.Row is { } row)
        {
            where.Add("""g."row" = $row""");
            parameters.Add(("$row", row));
        }

        if (scope.RespondentsOnly)
        {
            where.Add("(g.kind = 'answer' OR p.role = 'respondent')");
        }

        // The rowid is the document order, so the scan is in order and nothing is sorted.
        return db.Rows($"{Select} WHERE {string.Join(" AND ", where)} ORDER BY g.id", [.. parameters]).Select(At);
    }

    private static Segment At(SqliteDataReader r) => new()
    {
        Key = r.GetInt64(0),
        Id = r.Uid(1),
        Source = r.GetString(2),
        SourceId = r.Uid(3),
        Ordinal = r.GetInt32(4),
        Kind = Words.ToSegmentKind(r.GetString(5)),
        Speaker = r.TextOrNull(6),
        Role = Words.Role(r.GetString(7)),
        Respondent = r.TextOrNull(8),
        Question = r.TextOrNull(9),
        Row = r.TextOrNull(10),
        Wave = r.TextOrNull(11),
        Timecode = r.RealOrNull(12),
        Start = r.GetInt32(13),
        End = r.GetInt32(14),
        Text = r.GetString(15),
        QuestionId = r.TextOrNull(16),
        Language = Words.ToLanguage(r.GetString(17)),
    };
}
