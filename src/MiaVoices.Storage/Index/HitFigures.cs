using MiaVoices.Core;
using MiaVoices.Core.Search;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Index;

/// <summary>Counts over the hits of a search, each by one statement. Not thread-safe, as its connection is not.</summary>
internal sealed class HitFigures(SqliteConnection db, Func<SearchWords> words, string path) : IHitFigures
{
    /// <summary>Who said a segment g by a speaker p in a source o: the same persons that "k av n" counts.</summary>
    private const string Person =
        """CASE WHEN o.kind <> 'notes' AND (g.kind = 'answer' OR p.role = 'respondent') THEN coalesce(g."case", p."case") END""";

    private const string Said =
        $"""
        said AS (SELECT o.id AS source, {Person} AS person FROM hit CROSS JOIN segment g ON g.id = hit.id
            CROSS JOIN source o ON o.id = g.source LEFT JOIN speaker p ON p.id = g.speaker)
        """;

    private const string NotByInterviewers = "(g.speaker IS NULL OR g.speaker NOT IN (SELECT id FROM speaker WHERE role = 'interviewer'))";

    private readonly ProjectNames _names = new(db);

    public HitTotals Totals(SearchRequest request) => Ask(
        request,
        $", {Said} SELECT count(*), count(DISTINCT source), count(DISTINCT person) FROM said",
        r => new HitTotals(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2)))[0];

    public IReadOnlyList<SourceHits> BySource(SearchRequest request) => Ask(
        request,
        $"""
        , {Said} SELECT o.uid, o.name, o.label, u.segments, u.persons FROM (
            SELECT source, count(*) AS segments, count(DISTINCT person) AS persons FROM said GROUP BY source) u
        JOIN source o ON o.id = u.source ORDER BY o.id
        """,
        r => new SourceHits(r.Uid(0), r.GetString(1), r.GetString(2), r.GetInt32(3), r.GetInt32(4)));

    public IReadOnlyList<GroupHits> ByGroup(SearchRequest request, string attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        var name = Attribute(attribute);
        var found = Ask(
            request,
            $"""
            , {Said} SELECT a.value, count(*), count(DISTINCT u.person) FROM said u
            LEFT JOIN case_attribute a ON a."case" = u.person AND a.name = $attribute GROUP BY a.value
            """,
            r => (Group: r.TextOrNull(0), Segments: r.GetInt32(1), Persons: r.GetInt32(2)),
            ("$attribute", name));
        var all = Persons(name);
        return
        [
            .. found.Select(f => new GroupHits(f.Group, f.Segments, f.Persons, all.FirstOrDefault(g => g.Group == f.Group).Persons)),
            .. all.Where(g => found.All(f => f.Group != g.Group)).Select(g => new GroupHits(g.Group, 0, 0, g.Persons)),
        ];
    }

    // A coding may reach over several segments, and a code holds what those below it hold; a segment counts once for each code.
    // The keys of a source follow on each other: asking for the source too would lead SQLite to go through all of it for each coding.
    // Hits are asked for by IN, which makes a set of them once; joined, they would be walked through for each segment.
    public CodesOfHits ByCode(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var only = request.AnswersOnly ? " AND " + NotByInterviewers : "";
        var codes = Ask(
            request,
            $"""
            , up (code, above) AS (
                SELECT id, id FROM code WHERE removed = 0
                UNION ALL SELECT up.code, c.parent FROM up JOIN code c ON c.id = up.above WHERE c.parent IS NOT NULL),
            held AS (
                SELECT DISTINCT up.above AS code, g.id AS segment, {Person} AS person FROM coding k
                CROSS JOIN segment g ON g.id BETWEEN k.first AND k.last JOIN source o ON o.id = k.source
                LEFT JOIN speaker p ON p.id = g.speaker JOIN up ON up.code = k.code WHERE o.hidden = 0{only})
            SELECT c.uid, sum(u.inside), count(*), count(DISTINCT CASE WHEN u.inside THEN u.person END)
            FROM (SELECT code, person, segment IN (SELECT id FROM hit) AS inside FROM held) u
            JOIN code c ON c.id = u.code GROUP BY c.id HAVING sum(u.inside) > 0
            """,
            r => new CodeHits(r.Uid(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3)));
        return new CodesOfHits(
            Ask(request, " SELECT count(*) FROM hit", r => r.GetInt32(0))[0],
            (int)db.Scalar($"SELECT count(*) FROM segment g JOIN source o ON o.id = g.source WHERE o.hidden = 0{only}")!.Value,
            codes);
    }

    public int After(SearchRequest request, long key) =>
        Ask(request, " SELECT count(*) FROM hit WHERE id > $key", r => r.GetInt32(0), ("$key", key))[0];

    /// <summary>The attribute by the name that the project has it under.</summary>
    private string Attribute(string wanted)
    {
        static string Folded(string name) => ProjectNames.Folded(name).Replace('_', ' ') is "group" ? "grupp" : ProjectNames.Folded(name).Replace('_', ' ');
        var all = _names.Attributes();
        return all.FirstOrDefault(a => string.Equals(a, wanted, StringComparison.Ordinal))
            ?? all.FirstOrDefault(a => Folded(a) == Folded(wanted))
            ?? throw new RefusedException(Problem.Of("search.attribute.unknown", wanted, string.Join(", ", all)));
    }

    /// <summary>All persons of each group, those without the attribute under null.</summary>
    private List<(string? Group, int Persons)> Persons(string attribute) =>
    [
        .. db.Rows(
            """
            SELECT a.value, count(*) FROM (
                SELECT g."case" AS x FROM segment g JOIN source o ON o.id = g.source WHERE g."case" IS NOT NULL AND o.hidden = 0 AND o.kind <> 'notes'
                UNION SELECT p."case" FROM speaker p JOIN source o ON o.id = p.source
                WHERE p.role = 'respondent' AND p."case" IS NOT NULL AND o.hidden = 0 AND o.kind <> 'notes'
                    AND EXISTS (SELECT 1 FROM segment g WHERE g.speaker = p.id)) u
            LEFT JOIN case_attribute a ON a."case" = u.x AND a.name = $attribute GROUP BY a.value
            """,
            ("$attribute", attribute)).Select(r => (r.TextOrNull(0), r.GetInt32(1))),
    ];

    /// <summary>Runs a statement that begins after the hits, which it finds in <c>hit</c>.</summary>
    private List<T> Ask<T>(SearchRequest request, string rest, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(request);
        var query = words().Asked(request.Query) ?? throw new RefusedException(Problem.Of("search.noWord"));
        var parameters = new SqlParameters();
        var someHidden = db.Scalar("SELECT EXISTS (SELECT 1 FROM source WHERE hidden <> 0)") != 0;
        var hits = new SearchStatement(query, parameters, new FilterConditions(_names, parameters), request.AnswersOnly, someHidden).InDocumentOrder();
        try
        {
            return IndexTokenizer.Run(db, () =>
            {
                using var command = db.Command($"WITH RECURSIVE hit (id, score) AS MATERIALIZED ({hits}){rest}", [("$limit", -1), ("$offset", 0), .. values]);
                parameters.Bind(command);
                using var reader = command.ExecuteReader();
                var rows = new List<T>();
                while (reader.Read())
                {
                    rows.Add(read(reader));
                }

                return rows;
            });
        }
        catch (SqliteException e) when (ProjectFaults.Refusal(e, path) is { } refusal)
        {
            throw refusal;
        }
    }
}
