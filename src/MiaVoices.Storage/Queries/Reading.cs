using System.Globalization;
using System.Text;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage;

/// <summary>Rows as the model's values, without what is hidden or in the bin.</summary>
internal static class Reading
{
    /// <summary>Keys of the limits; no row where they are as usual.</summary>
    public const string ThresholdKey = "suppression", PercentFromKey = "percentFrom";

    /// <summary>The greatest base from which percentages may begin.</summary>
    public const int MostPercentFrom = 1_000;

    /// <summary>Which numbers the project shows others. What no program of ours wrote counts as the usual.</summary>
    public static (int Threshold, int PercentFrom) Limits(SqliteConnection db)
    {
        int Number(string key, int usual, int least, int most) =>
            int.TryParse(db.Text("SELECT value FROM project WHERE key = $key", ("$key", key)), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : usual;
        return (Number(ThresholdKey, Suppression.Default, Suppression.Least, Suppression.Greatest), Number(PercentFromKey, Share.LeastBase, 1, MostPercentFrom));
    }

    public static IEnumerable<Memo> Memos(SqliteConnection db, Guid? id = null) => db.Rows(
        $"""
        SELECT uid, target, target_uid, title, text, coder, created, changed FROM memo
        {(id is null ? "" : "WHERE uid = $uid")} ORDER BY id
        """,
        Uid(id)).Select(r => new Memo
        {
            Id = r.Uid(0),
            Target = Words.ToMemoTarget(r.GetString(1)),
            TargetId = r.IsDBNull(2) ? null : r.Uid(2),
            Title = r.GetString(3),
            Text = r.GetString(4),
            Coder = r.GetString(5),
            Created = Words.Time(r.GetString(6)),
            Changed = Words.Time(r.GetString(7)),
        });

    /// <summary>Without memos on what is hidden, in the bin or taken away; they show again when it comes back.</summary>
    public static IEnumerable<Memo> VisibleMemos(SqliteConnection db)
    {
        var visible = new HashSet<Guid>();
        foreach (var r in db.Rows(
            """
            SELECT m.uid FROM memo m WHERE CASE m.target
                WHEN 'source' THEN EXISTS (SELECT 1 FROM source s WHERE s.uid = m.target_uid AND s.hidden = 0)
                WHEN 'segment' THEN EXISTS (SELECT 1 FROM segment g JOIN source s ON s.id = g.source WHERE g.uid = m.target_uid AND s.hidden = 0)
                WHEN 'code' THEN EXISTS (SELECT 1 FROM code c WHERE c.uid = m.target_uid AND c.removed = 0)
                WHEN 'coding' THEN EXISTS (SELECT 1 FROM coding k JOIN source s ON s.id = k.source WHERE k.uid = m.target_uid AND s.hidden = 0)
                WHEN 'case' THEN EXISTS (SELECT 1 FROM "case" c WHERE c.uid = m.target_uid AND c.hidden = 0)
                ELSE 1 END
            """))
        {
            visible.Add(r.Uid(0));
        }

        return Memos(db).Where(m => visible.Contains(m.Id));
    }

    public static IEnumerable<SuggestionAnswer> SuggestionAnswers(SqliteConnection db, Guid? id = null) => db.Rows(
        $"""
        SELECT a.uid, s.uid, g.uid, c.uid, a.answer, o.uid, a.coder, a.at, a.confidence, a.model, a.accepted_above
        FROM suggestion_answer a JOIN segment g ON g.id = a.segment JOIN source s ON s.id = g.source JOIN code c ON c.id = a.code
        LEFT JOIN code o ON o.id = a.other
        WHERE s.hidden = 0 {(id is null ? "" : "AND a.uid = $uid")} ORDER BY a.uid
        """,
        Uid(id)).Select(r => new SuggestionAnswer
        {
            Id = r.Uid(0),
            Source = r.Uid(1),
            Segment = r.Uid(2),
            Code = r.Uid(3),
            Verdict = Words.Verdict(r.GetString(4)),
            Other = r.IsDBNull(5) ? null : r.Uid(5),
            Coder = r.GetString(6),
            At = Words.Time(r.GetString(7)),
            Confidence = r.GetDouble(8),
            Model = r.GetString(9),
            AcceptedAbove = r.RealOrNull(10),
        });

    public static IEnumerable<Code> Codes(SqliteConnection db, Guid? id = null, bool removed = false) => db.Rows(
        $"""
        SELECT c.uid, p.uid, c.position, c.tag, c.name, c.definition, c.include, c.exclude, c.keywords, c.example, c.color
        FROM code c LEFT JOIN code p ON p.id = c.parent WHERE c.removed = $removed {(id is null ? "" : "AND c.uid = $uid")}
        ORDER BY c.position, c.id
        """,
        [.. Uid(id), ("$removed", removed)]).Select(r => new Code
        {
            Id = r.Uid(0),
            Parent = r.IsDBNull(1) ? null : r.Uid(1),
            Position = r.GetInt32(2),
            Tag = r.GetString(3),
            Name = r.GetString(4),
            Definition = r.GetString(5),
            Include = r.GetString(6),
            Exclude = r.GetString(7),
            Keywords = Words.List(r.GetString(8)),
            Example = r.GetString(9),
            Color = r.GetString(10),
        });

    public static IEnumerable<Coding> Codings(SqliteConnection db, Guid id) => db.Rows(
        $"SELECT {CodingColumns} FROM coding k JOIN source s ON s.id = k.source JOIN code c ON c.id = k.code WHERE k.uid = $uid",
        ("$uid", Sql.Blob(id))).Select(CodingAt);

    public const string CodingColumns =
        """k.uid, s.uid, k.start, k."end", k.quote, c.uid, k.coder, k.origin, k.confidence, k.created, k.memo, k.polarity, k.condensed, k.accepted_above""";

    public static Coding CodingAt(SqliteDataReader r) => new()
    {
        Id = r.Uid(0),
        Source = r.Uid(1),
        Start = r.GetInt32(2),
        End = r.GetInt32(3),
        Quote = r.GetString(4),
        Code = r.Uid(5),
        Coder = r.GetString(6),
        Origin = Words.Origin(r.GetString(7)),
        Confidence = r.RealOrNull(8),
        Created = Words.Time(r.GetString(9)),
        Memo = r.GetString(10),
        Polarity = Words.ToPolarity(r.TextOrNull(11)),
        Condensed = r.GetString(12),
        AcceptedAbove = r.RealOrNull(13),
    };

    public static IReadOnlyList<Case> Cases(SqliteConnection db, Guid? id = null)
    {
        var cases = new List<Case>();
        Dictionary<string, string>? attributes = null;
        foreach (var r in db.Rows(
            $"""
            SELECT c.uid, c.name, a.name, a.value FROM "case" c LEFT JOIN case_attribute a ON a."case" = c.id
            WHERE c.hidden = 0 {(id is null ? "" : "AND c.uid = $uid")} ORDER BY c.id, a.name
            """,
            Uid(id)))
        {
            var uid = r.Uid(0);
            if (cases.Count == 0 || cases[^1].Id != uid)
            {
                attributes = new Dictionary<string, string>(StringComparer.Ordinal);
                cases.Add(new Case { Id = uid, Name = r.GetString(1), Attributes = attributes });
            }

            if (!r.IsDBNull(2))
            {
                attributes!.Add(r.GetString(2), r.GetString(3));
            }
        }

        return cases;
    }

    /// <summary>A part of a source's text: segments joined by a line feed, only those that the span touches.</summary>
    public static string? Text(SqliteConnection db, long source, int start, int end)
    {
        var text = new StringBuilder();
        var from = -1;
        foreach (var r in db.Rows(
            """
            SELECT start, text FROM segment WHERE source = $source AND start <= $end
              AND start >= (SELECT max(start) FROM segment WHERE source = $source AND start <= $start) ORDER BY start
            """,
            ("$source", source), ("$start", start), ("$end", end)))
        {
            if (from < 0)
            {
                from = r.GetInt32(0);
            }
            else
            {
                text.Append('\n');
            }

            text.Append(r.GetString(1));
        }

        return from >= 0 && start >= from && end - from <= text.Length ? text.ToString(start - from, end - start) : null;
    }

    public static IEnumerable<SavedSearch> SavedSearches(SqliteConnection db, Guid? id = null) => db.Rows(
        $"""
        SELECT uid, name, query, "order", answers_only, "group", code, source, coder, created FROM saved_search
        {(id is null ? "" : "WHERE uid = $uid")} ORDER BY id
        """,
        Uid(id)).Select(r => new SavedSearch
        {
            Id = r.Uid(0),
            Name = r.GetString(1),
            Query = r.GetString(2),
            Order = Words.Order(r.GetString(3)),
            AnswersOnly = r.GetBoolean(4),
            Group = r.TextOrNull(5),
            Code = r.TextOrNull(6),
            Source = r.TextOrNull(7),
            Coder = r.GetString(8),
            Created = Words.Time(r.GetString(9)),
        });

    public static JournalEntry Entry(SqliteDataReader r) => new(
        r.GetInt64(0),
        Words.Time(r.GetString(1)),
        r.GetString(2),
        Kind(r.GetString(3)),
        r.IsDBNull(4) ? null : r.GetInt64(4),
        ChangeJson.Read(r.GetString(5)),
        r.GetBoolean(6));

    public static EntryKind Kind(string word) => word switch
    {
        "do" => EntryKind.Do,
        "undo" => EntryKind.Undo,
        "redo" => EntryKind.Redo,
        _ => throw new InvalidDataException(word),
    };

    /// <summary>"X'…', X'…'" for a short IN list of identities, which need no parameters.</summary>
    public static string In(IEnumerable<Guid> ids) =>
        string.Join(',', ids.Select(i => $"X'{Convert.ToHexString(Sql.Blob(i))}'"));

    /// <summary>A set of keys as one parameter, for <c>IN (SELECT value FROM json_each($…))</c>: a statement has a greatest length.</summary>
    public static string Keys(IEnumerable<long> keys) =>
        $"[{string.Join(',', keys.Select(k => k.ToString(CultureInfo.InvariantCulture)))}]";

    /// <summary>A set of identities as one parameter, for <c>IN (SELECT unhex(value) FROM json_each($…))</c>.</summary>
    public static string Uids(IEnumerable<Guid> ids) =>
        $"[{string.Join(',', ids.Select(i => $"\"{Convert.ToHexString(Sql.Blob(i))}\""))}]";

    private static (string, object?)[] Uid(Guid? id) => id is { } known ? [("$uid", Sql.Blob(known))] : [];
}
