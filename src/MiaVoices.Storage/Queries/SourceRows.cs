using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Queries;

/// <summary>Sources and what came with them.</summary>
internal static class SourceRows
{
    public static IEnumerable<Source> Read(SqliteConnection db) => db.Rows(
        """
        SELECT uid, name, label, kind, format, encoding, sheet, survey, wave, population, reached, segments, length, sha256, imported, language
        FROM source WHERE hidden = 0 ORDER BY id
        """).Select(r => new Source
        {
            Id = r.Uid(0),
            Name = r.GetString(1),
            Label = r.GetString(2),
            Kind = Words.ToSourceKind(r.GetString(3)),
            Format = r.GetString(4),
            Encoding = r.GetString(5),
            Sheet = r.TextOrNull(6),
            Survey = r.TextOrNull(7),
            Wave = r.TextOrNull(8),
            Population = r.IntOrNull(9),
            Reached = r.IntOrNull(10),
            Segments = r.GetInt32(11),
            Length = r.GetInt32(12),
            Sha256 = r.GetString(13),
            Imported = Words.Time(r.GetString(14)),
            Language = Words.ToLanguage(r.GetString(15)),
        });

    public static IEnumerable<Speaker> Speakers(SqliteConnection db, Guid? source) => db.Rows(
        $"""
        SELECT s.uid, s.name, p.name, p.role, c.uid, c.name, (SELECT count(*) FROM segment g WHERE g.speaker = p.id)
        FROM speaker p JOIN source s ON s.id = p.source LEFT JOIN "case" c ON c.id = p."case"
        WHERE s.hidden = 0 {(source is null ? "" : "AND s.uid = $uid")} ORDER BY p.id
        """,
        source is { } id ? [("$uid", Sql.Blob(id))] : []).Select(r => new Speaker(
            r.Uid(0), r.GetString(1), r.GetString(2), Words.Role(r.GetString(3)), r.IsDBNull(4) ? null : r.Uid(4), r.TextOrNull(5), r.GetInt32(6)));

    public static IEnumerable<SurveyQuestion> Questions(SqliteConnection db) => db.Rows(
        """
        SELECT s.uid, s.survey, s.wave, q.ordinal, q.qid, q.text, q.kind, q.scale, q.positive, q.missing, q.about
        FROM question q JOIN source s ON s.id = q.source WHERE s.hidden = 0 ORDER BY s.id, q.ordinal
        """).Select(r => new SurveyQuestion(r.Uid(0), r.TextOrNull(1) ?? "", r.TextOrNull(2), r.GetInt32(3), new QuestionDraft
        {
            Id = r.GetString(4),
            Text = r.GetString(5),
            Kind = Words.ToQuestionKind(r.GetString(6)),
            Scale = Words.List(r.GetString(7)),
            Positive = Words.List(r.GetString(8)),
            Missing = Words.List(r.GetString(9)),
            About = r.TextOrNull(10),
        }));

    public static IEnumerable<Guid> SurveyCases(SqliteConnection db) => db.Rows(
        """
        SELECT uid FROM "case" WHERE id IN (SELECT "case" FROM answer UNION SELECT "case" FROM segment WHERE "case" IS NOT NULL)
            OR source IN (SELECT id FROM source WHERE kind = 'survey')
        """).Select(r => r.Uid(0));

    public static IReadOnlyList<(Source Source, int Answered)> Answered(SqliteConnection db)
    {
        var answered = db.Rows(
            """
            SELECT uid, (SELECT count(*) FROM (
                SELECT a."case" AS x FROM answer a JOIN question q ON q.id = a.question WHERE q.source = s.id AND a.points <> '[]'
                UNION SELECT g."case" FROM segment g WHERE g.source = s.id AND g."case" IS NOT NULL))
            FROM source s WHERE kind = 'survey' AND hidden = 0
            """).ToDictionary(r => r.Uid(0), r => r.GetInt32(1));
        return [.. Read(db).Where(s => answered.ContainsKey(s.Id)).Select(s => (s, answered[s.Id]))];
    }

    public static IEnumerable<Answer> Answers(SqliteConnection db) => db.Rows(
        """
        SELECT s.uid, q.qid, c.name, a.wave, a.points FROM answer a JOIN question q ON q.id = a.question
            JOIN source s ON s.id = q.source JOIN "case" c ON c.id = a."case"
        WHERE s.hidden = 0 ORDER BY a.question, a."case", a.wave
        """).Select(r => new Answer(r.Uid(0), r.GetString(1), r.GetString(2), r.GetString(3) is { Length: > 0 } wave ? wave : null, Words.List(r.GetString(4))));

    public static IEnumerable<WrittenAnswer> Written(SqliteConnection db) => db.Rows(
        """
        SELECT s.uid, q.qid, c.name, coalesce(g.wave, s.wave) FROM segment g JOIN question q ON q.id = g.question
            JOIN source s ON s.id = g.source JOIN "case" c ON c.id = g."case"
        WHERE s.hidden = 0 ORDER BY g.id
        """).Select(r => new WrittenAnswer(r.Uid(0), r.GetString(1), r.GetString(2), r.TextOrNull(3)));

    public static IEnumerable<SurveyGoal> Goals(SqliteConnection db) => db.Rows(
        "SELECT s.uid, g.name, g.question, g.points, g.target FROM goal g JOIN source s ON s.id = g.source WHERE s.hidden = 0 ORDER BY s.id, g.id")
        .Select(r => new SurveyGoal(r.Uid(0), new GoalDraft(r.GetString(1), r.GetString(2), Words.List(r.GetString(3)), r.GetDouble(4))));

    public static IEnumerable<Review> Reviews(SqliteConnection db, Guid? source) => db.Rows(
        $"""
        SELECT r.segment, g.uid, r.coder, r.sequence FROM review r JOIN segment g ON g.id = r.segment JOIN source s ON s.id = g.source
        WHERE s.hidden = 0 {(source is null ? "" : "AND s.uid = $uid")} ORDER BY r.segment, r.coder
        """,
        source is { } id ? [("$uid", Sql.Blob(id))] : []).Select(r => new Review(r.GetInt64(0), r.Uid(1), r.GetString(2), r.GetInt64(3)));
}
