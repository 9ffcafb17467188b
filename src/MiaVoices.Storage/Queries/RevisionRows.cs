using MiaVoices.Core.Workbench;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Queries;

/// <summary>What a corrected version of a source needs to know of the one before.</summary>
internal static class RevisionRows
{
    /// <summary>Codings of hidden versions that lead to one that is in use, however many versions lie between.</summary>
    public static IEnumerable<WaitingCoding> Waiting(SqliteConnection db) => db.Rows(
        $"""
        WITH RECURSIVE version (old, now) AS (
            SELECT replaces, id FROM source WHERE replaces IS NOT NULL AND hidden = 0
            UNION SELECT o.replaces, v.now FROM version v JOIN source o ON o.id = v.old WHERE o.replaces IS NOT NULL)
        SELECT {Reading.CodingColumns}, f.ordinal, n.uid
        FROM version v JOIN source s ON s.id = v.old AND s.hidden = 1 JOIN source n ON n.id = v.now
            JOIN coding k ON k.source = s.id JOIN code c ON c.id = k.code JOIN segment f ON f.id = k.first
        ORDER BY k.first, k.start, k.id
        """).Select(r => new WaitingCoding(Reading.CodingAt(r), r.GetInt32(14), r.Uid(15)));

    public static IEnumerable<SurveyRespondent> Rows(SqliteConnection db, Guid source) => db.Rows(
        """
        SELECT c.uid, c.name, b.wave, b."row" FROM source_case b JOIN source s ON s.id = b.source JOIN "case" c ON c.id = b."case"
        WHERE s.uid = $source ORDER BY c.id
        """,
        ("$source", Sql.Blob(source))).Select(r => new SurveyRespondent(r.Uid(0), r.GetString(1), r.TextOrNull(2), r.GetString(3)));

    /// <summary>What a corrected file altered is part of the step that brought it.</summary>
    public static IEnumerable<Guid> EditedByHand(SqliteConnection db, IEnumerable<Guid> cases) => db.Rows(
        """
        SELECT DISTINCT t.entity FROM journal_touch t JOIN journal j ON j.sequence = t.sequence
        WHERE t.how = 1 AND j.kind <> 'undo' AND t.entity IN (SELECT unhex(value) FROM json_each($cases))
          AND coalesce(json_extract(j.payload, '$.purpose'), '') <> 'source.update'
        """,
        ("$cases", Reading.Uids(cases))).Select(r => r.Uid(0));
}
