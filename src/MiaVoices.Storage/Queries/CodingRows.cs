using MiaVoices.Core.Workbench;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Queries;

/// <summary>Codings with their place, and who they count for.</summary>
internal static class CodingRows
{
    public static IEnumerable<PlacedCoding> Read(SqliteConnection db, CodingScope scope)
    {
        var where = new List<string> { "s.hidden = 0" };
        var parameters = new List<(string, object?)>();
        if (scope.Source is { } source)
        {
            where.Add("s.uid = $source");
            parameters.Add(("$source", Sql.Blob(source)));
        }

        if (scope.Codes is { } codes)
        {
            where.Add("c.uid IN (SELECT unhex(value) FROM json_each($codes))");
            parameters.Add(("$codes", Reading.Uids(codes)));
        }

        if (scope.Ids is { } ids)
        {
            where.Add("k.uid IN (SELECT unhex(value) FROM json_each($ids))");
            parameters.Add(("$ids", Reading.Uids(ids)));
        }

        if (scope.Segments is { } segments)
        {
            where.Add("k.first IN (SELECT value FROM json_each($segments))");
            parameters.Add(("$segments", Reading.Keys(segments)));
        }

        if (scope.Span is { } span)
        {
            where.Add("""k.start < $end AND k."end" > $start""");
            parameters.Add(("$start", span.Start));
            parameters.Add(("$end", span.End));
        }

        return db.Rows(
            $"""
            SELECT {Reading.CodingColumns}, s.name, s.label, g.id, g.uid, g.ordinal, g.start, g.kind,
                CASE WHEN g.kind = 'answer' THEN 'respondent' ELSE coalesce(p.role, 'unknown') END,
                g."row", coalesce(q.text, g.heading), coalesce(g.wave, s.wave), g.timecode, x.name
            FROM coding k JOIN source s ON s.id = k.source JOIN code c ON c.id = k.code JOIN segment g ON g.id = k.first
                LEFT JOIN speaker p ON p.id = g.speaker LEFT JOIN question q ON q.id = g.question
                LEFT JOIN "case" x ON x.id = coalesce(g."case", p."case")
            WHERE {string.Join(" AND ", where)} ORDER BY k.first, k.start, k."end", c.position, k.id
            """,
            [.. parameters]).Select(At);
    }

    private static PlacedCoding At(SqliteDataReader r) => new()
    {
        Coding = Reading.CodingAt(r),
        SourceName = r.GetString(14),
        SourceLabel = r.GetString(15),
        SegmentKey = r.GetInt64(16),
        SegmentId = r.Uid(17),
        Ordinal = r.GetInt32(18),
        SegmentStart = r.GetInt32(19),
        SegmentKind = Words.ToSegmentKind(r.GetString(20)),
        Role = Words.Role(r.GetString(21)),
        Row = r.TextOrNull(22),
        Question = r.TextOrNull(23),
        Wave = r.TextOrNull(24),
        Timecode = r.RealOrNull(25),
        Respondent = r.TextOrNull(26),
    };

    /// <summary>Cases that have said something, with their attributes; interviewers and notes count nobody.</summary>
    public static IReadOnlyList<CountedCase> Counted(SqliteConnection db)
    {
        var sources = new Dictionary<long, List<Guid>>();
        foreach (var r in db.Rows(
            """
            SELECT x, s.id, s.uid FROM (
                SELECT g."case" AS x, g.source AS s FROM segment g WHERE g."case" IS NOT NULL
                UNION SELECT p."case", p.source FROM speaker p
                WHERE p.role = 'respondent' AND p."case" IS NOT NULL AND EXISTS (SELECT 1 FROM segment g WHERE g.speaker = p.id)) u
            JOIN source s ON s.id = u.s WHERE s.hidden = 0 AND s.kind <> 'notes' ORDER BY x, s.id
            """))
        {
            var key = r.GetInt64(0);
            if (!sources.TryGetValue(key, out var list))
            {
                sources[key] = list = [];
            }

            list.Add(r.Uid(2));
        }

        var names = new List<(long Key, Guid Id, string Name, Dictionary<string, string> Attributes)>();
        foreach (var r in db.Rows(
            """
            SELECT c.id, c.uid, c.name, a.name, a.value FROM "case" c LEFT JOIN case_attribute a ON a."case" = c.id
            WHERE c.hidden = 0 ORDER BY c.id, a.name
            """))
        {
            var key = r.GetInt64(0);
            if (!sources.ContainsKey(key))
            {
                continue;
            }

            if (names.Count == 0 || names[^1].Key != key)
            {
                names.Add((key, r.Uid(1), r.GetString(2), new Dictionary<string, string>(StringComparer.Ordinal)));
            }

            if (!r.IsDBNull(3))
            {
                names[^1].Attributes.Add(r.GetString(3), r.GetString(4));
            }
        }

        return [.. names.Select(n => new CountedCase(n.Key, n.Id, n.Name, n.Attributes, sources[n.Key]))];
    }

    /// <summary>
    /// Pairs of code and case. A coding over several segments counts for each respondent in it. CROSS JOIN keeps SQLite from
    /// going through all codings for each segment.
    /// </summary>
    public static IEnumerable<CodedCase> CodedCases(SqliteConnection db) => db.Rows(
        """
        SELECT DISTINCT c.uid, coalesce(g."case", p."case") AS x, s.uid FROM coding k CROSS JOIN code c ON c.id = k.code
            CROSS JOIN segment g ON g.id BETWEEN k.first AND k.last JOIN source s ON s.id = k.source LEFT JOIN speaker p ON p.id = g.speaker
        WHERE s.hidden = 0 AND s.kind <> 'notes' AND x IS NOT NULL AND (g.kind = 'answer' OR p.role = 'respondent')
        ORDER BY c.position, c.id, x, s.id
        """).Select(r => new CodedCase(r.Uid(0), r.GetInt64(1), r.Uid(2)));

    public static IEnumerable<SourceProgress> Progress(SqliteConnection db) => db.Rows(
        """
        SELECT s.uid, count(g.id),
            sum(g.id IN (SELECT segment FROM review UNION SELECT first FROM coding
                UNION SELECT t.id FROM coding k CROSS JOIN segment t ON t.id BETWEEN k.first AND k.last WHERE k.last > k.first)),
            count(DISTINCT coalesce(g."case", p."case"))
        FROM source s LEFT JOIN segment g ON g.source = s.id LEFT JOIN speaker p ON p.id = g.speaker
        WHERE s.hidden = 0 AND (g.id IS NULL OR g.kind = 'answer' OR p.role = 'respondent' OR s.kind = 'notes')
        GROUP BY s.id ORDER BY s.id
        """).Select(r => new SourceProgress(r.Uid(0), r.GetInt32(1), r.IsDBNull(2) ? 0 : r.GetInt32(2), r.GetInt32(3)));
}
