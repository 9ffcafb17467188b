using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Tests.Support;

/// <summary>
/// All that a person could tell apart in a project, as text: every table without the journal, the index and inner keys,
/// without what is hidden or in the bin.
/// </summary>
public static class LogicalDump
{
    private static readonly (string Table, string Sql)[] Tables =
    [
        ("project", "SELECT key, value FROM project WHERE key NOT IN ('analyser', 'index', 'words', 'wordsOf', 'wordsVersion')"),
        ("source", "SELECT uid, name, label, kind, format, encoding, language, sheet, survey, wave, population, reached, sha256, imported, segments, length, (SELECT o.uid FROM source o WHERE o.id = s.replaces) FROM source s WHERE hidden = 0"),
        ("source_case", """SELECT s.uid, c.uid, b.wave, b."row" FROM source_case b JOIN source s ON s.id = b.source JOIN "case" c ON c.id = b."case" WHERE s.hidden = 0"""),
        ("case", """SELECT c.uid, c.name, s.uid FROM "case" c LEFT JOIN source s ON s.id = c.source WHERE c.hidden = 0"""),
        ("case_attribute", """SELECT c.uid, a.name, a.value FROM case_attribute a JOIN "case" c ON c.id = a."case" WHERE c.hidden = 0"""),
        ("speaker", """SELECT s.uid, p.name, p.role, c.uid FROM speaker p JOIN source s ON s.id = p.source LEFT JOIN "case" c ON c.id = p."case" WHERE s.hidden = 0"""),
        ("question", "SELECT s.uid, q.ordinal, q.qid, q.text, q.kind, q.scale, q.positive, q.missing, q.about FROM question q JOIN source s ON s.id = q.source WHERE s.hidden = 0"),
        ("segment", """
            SELECT g.uid, s.uid, g.ordinal, g.kind, p.name, q.qid, g.heading, g."row", g.wave, c.uid, g.timecode, g.start, g."end", g.text
            FROM segment g JOIN source s ON s.id = g.source LEFT JOIN speaker p ON p.id = g.speaker LEFT JOIN question q ON q.id = g.question
                LEFT JOIN "case" c ON c.id = g."case" WHERE s.hidden = 0
            """),
        ("answer", """
            SELECT s.uid, q.qid, c.uid, a.wave, a.points FROM answer a JOIN question q ON q.id = a.question JOIN source s ON s.id = q.source
                JOIN "case" c ON c.id = a."case" WHERE s.hidden = 0
            """),
        ("goal", "SELECT s.uid, g.name, g.question, g.points, g.target FROM goal g JOIN source s ON s.id = g.source WHERE s.hidden = 0"),
        ("code", """
            SELECT c.uid, p.uid, c.position, c.tag, c.name, c.definition, c.include, c.exclude, c.keywords, c.example, c.color, c.made
            FROM code c LEFT JOIN code p ON p.id = c.parent WHERE c.removed = 0
            """),
        ("coding", """
            SELECT k.uid, s.uid, f.uid, l.uid, k.start, k."end", k.quote, c.uid, k.coder, k.origin, k.confidence, k.created, k.memo, k.polarity, k.condensed, k.accepted_above
            FROM coding k JOIN source s ON s.id = k.source JOIN segment f ON f.id = k.first JOIN segment l ON l.id = k.last
                JOIN code c ON c.id = k.code WHERE s.hidden = 0
            """),
        ("review", "SELECT g.uid, r.coder, r.sequence FROM review r JOIN segment g ON g.id = r.segment JOIN source s ON s.id = g.source WHERE s.hidden = 0"),
        ("memo", "SELECT uid, target, target_uid, title, text, coder, created, changed FROM memo"),
        ("suggestion_answer", """
            SELECT a.uid, g.uid, c.uid, a.answer, o.uid, a.coder, a.at, a.confidence, a.model, a.accepted_above FROM suggestion_answer a JOIN segment g ON g.id = a.segment
                JOIN source s ON s.id = g.source JOIN code c ON c.id = a.code LEFT JOIN code o ON o.id = a.other WHERE s.hidden = 0
            """),
        ("quote", "SELECT uid, coding, words, cuts, status, consent, consent_date, note, coder, chosen, reviewer, reviewed FROM quote"),
        ("quote_tick", "SELECT point, quotes, coder, at FROM quote_tick"),
        ("passage", "SELECT report, place, code, text, coder, changed FROM passage"),
        ("saved_search", """SELECT uid, name, query, "order", answers_only, "group", code, source, coder, created FROM saved_search"""),
    ];

    /// <summary>The tables that a dump tells of.</summary>
    public static IEnumerable<string> Told => Tables.Select(t => t.Table);

    public static string Of(string file)
    {
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        db.Open();
        var dump = new StringBuilder();
        foreach (var (table, sql) in Tables)
        {
            using var command = db.CreateCommand();
#pragma warning disable CA2100 // The texts above.
            command.CommandText = sql;
#pragma warning restore CA2100
            using var reader = command.ExecuteReader();
            var lines = new List<string>();
            while (reader.Read())
            {
                lines.Add(table + ": " + string.Join(" · ", Enumerable.Range(0, reader.FieldCount).Select(i => Cell(reader.GetValue(i)))));
            }

            lines.Sort(StringComparer.Ordinal);
            lines.ForEach(l => dump.Append(l).Append('\n'));
        }

        return dump.ToString();
    }

    private static string Cell(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DBNull => "∅",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!.Replace("\n", "␤", StringComparison.Ordinal),
    };
}
