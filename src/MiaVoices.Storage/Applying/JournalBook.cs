using MiaVoices.Core;
using MiaVoices.Core.Changes;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Applying;

/// <summary>The journal: the log only grows, and says which entries still stand.</summary>
internal sealed class JournalBook(SqliteConnection db)
{
    /// <summary>
    /// An entry made or made again stands as long as the last word about it is not an undo. Its ground is the row that
    /// last applied it: the entry itself or its last redo.
    /// </summary>
    private const string Undone =
        "coalesce((SELECT l.kind FROM journal l WHERE l.target = j.sequence ORDER BY l.sequence DESC LIMIT 1), 'redo') = 'undo'";

    /// <summary>How many dependent entries are named at most.</summary>
    private const int Named = 20;

    public long Next => (db.Scalar("SELECT max(sequence) FROM journal") ?? 0) + 1;

    public void Write(long sequence, DateTimeOffset at, string coder, Change change, Change inverse, EntryKind kind, long? target, IReadOnlyDictionary<Guid, TouchKind> touches)
    {
        db.Execute(
            """
            INSERT INTO journal (sequence, at, coder, change, payload, inverse, kind, target)
            VALUES ($sequence, $at, $coder, $change, $payload, $inverse, $kind, $target)
            """,
            ("$sequence", sequence), ("$at", Words.Of(at)), ("$coder", coder), ("$change", ChangeJson.NameOf(change)), ("$payload", ChangeJson.Write(change)),
            ("$inverse", ChangeJson.Write(inverse)), ("$kind", kind switch { EntryKind.Do => "do", EntryKind.Undo => "undo", _ => "redo" }), ("$target", target));
        if (kind == EntryKind.Undo)
        {
            return;
        }

        using var touch = db.Command("INSERT INTO journal_touch (entity, sequence, how) VALUES ($entity, $sequence, $how)", ("$entity", null), ("$sequence", sequence), ("$how", null));
        foreach (var (entity, how) in touches)
        {
            touch.Parameters[0].Value = Sql.Blob(entity);
            touch.Parameters[2].Value = (int)how;
            touch.ExecuteNonQuery();
        }

        if (kind == EntryKind.Redo)
        {
            // Taking a code out of the bin does not tell what making it used: the parent, say.
            db.Execute(
                """
                INSERT INTO journal_touch (entity, sequence, how) SELECT entity, $sequence, how FROM journal_touch WHERE sequence = $target
                ON CONFLICT DO UPDATE SET how = max(how, excluded.how)
                """,
                ("$sequence", sequence), ("$target", target));
        }
    }

    public IEnumerable<JournalEntry> NewestFirst(long? before = null, string? coder = null) => db.Rows(
        $"""
        SELECT j.sequence, j.at, j.coder, j.kind, j.target, j.payload, j.kind = 'do' AND {Undone} FROM journal j
        WHERE j.sequence < $before {(coder is null ? "" : "AND j.coder = $coder")} ORDER BY j.sequence DESC
        """,
        [("$before", before ?? long.MaxValue), .. coder is null ? [] : new (string, object?)[] { ("$coder", coder) }]).Select(Reading.Entry);

    /// <summary>The coder's last entry that stands, with the row that last applied it and that row's inverse.</summary>
    public (long Entry, long Row, Change Inverse)? LastStanding(string coder)
    {
        foreach (var r in db.Rows(
            """
            SELECT j.sequence, coalesce(j.target, j.sequence), j.inverse FROM journal j WHERE j.coder = $coder AND j.kind <> 'undo'
              AND NOT EXISTS (SELECT 1 FROM journal l WHERE l.target = coalesce(j.target, j.sequence) AND l.sequence > j.sequence)
            ORDER BY j.sequence DESC LIMIT 1
            """,
            ("$coder", coder)))
        {
            return (r.GetInt64(1), r.GetInt64(0), ChangeJson.Read(r.GetString(2)));
        }

        return null;
    }

    /// <summary>The coder's last undo, unless the coder has done something new since or it was made again.</summary>
    public (long Entry, Change Inverse, string Undo)? LastUndone(string coder)
    {
        foreach (var r in db.Rows(
            """
            SELECT j.target, j.inverse, j.payload FROM journal j WHERE j.coder = $coder AND j.kind = 'undo'
              AND j.sequence > coalesce((SELECT max(d.sequence) FROM journal d WHERE d.coder = $coder AND d.kind = 'do'), 0)
              AND NOT EXISTS (SELECT 1 FROM journal l WHERE l.target = j.target AND l.sequence > j.sequence)
            ORDER BY j.sequence DESC LIMIT 1
            """,
            ("$coder", coder)))
        {
            return (r.GetInt64(0), ChangeJson.Read(r.GetString(1)), r.GetString(2));
        }

        return null;
    }

    /// <summary>
    /// Later entries that stand on what the row brought or altered: what it brought may not be used, what it altered may
    /// not have been altered again. A source brings cases and segments too, which have no touches of their own.
    /// </summary>
    public IReadOnlyList<long> Dependents(long entry, long row) => Standing(
        entry,
        """
        SELECT u.sequence FROM journal_touch t JOIN journal_touch u ON u.entity = t.entity AND u.sequence > t.sequence
        WHERE t.sequence = $row AND t.how >= 1 AND (t.how = 2 OR u.how >= 1)
        UNION
        SELECT u.sequence FROM journal_touch t JOIN source s ON s.uid = t.entity JOIN "case" c ON c.source = s.id
            JOIN journal_touch u ON u.entity = c.uid AND u.sequence > t.sequence
        WHERE t.sequence = $row AND t.how = 2
        UNION
        SELECT u.sequence FROM journal_touch t JOIN source s ON s.uid = t.entity JOIN segment g ON g.source = s.id
            JOIN journal_touch u ON u.entity = g.uid AND u.sequence > t.sequence
        WHERE t.sequence = $row AND t.how = 2
        """,
        ("$row", row));

    /// <summary>
    /// Later entries that stand and took away, or brought, one of these things or what it hangs on; a new version takes the old source away.
    /// Later than the entry itself, though it may have been done again after them.
    /// </summary>
    public IReadOnlyList<long> Removals(long entry, IEnumerable<Guid> entities) =>
        [.. entities.SelectMany(e => Standing(
            entry,
            """
            SELECT sequence FROM journal_touch WHERE how = 2 AND sequence > $done
              AND (entity IN ($entity,
                  (SELECT p.uid FROM code c JOIN code p ON p.id = c.parent WHERE c.uid = $entity),
                  (SELECT s.uid FROM segment g JOIN source s ON s.id = g.source WHERE g.uid = $entity),
                  (SELECT s.uid FROM "case" c JOIN source s ON s.id = c.source WHERE c.uid = $entity))
                OR entity IN (SELECT c.uid FROM source s JOIN speaker p ON p.source = s.id JOIN "case" c ON c.id = p."case" WHERE s.uid = $entity)
                OR entity IN (SELECT s.uid FROM "case" c JOIN speaker p ON p."case" = c.id JOIN source s ON s.id = p.source WHERE c.uid = $entity)
                OR entity IN (SELECT s.uid FROM "case" c JOIN source_case b ON b."case" = c.id JOIN source s ON s.id = b.source WHERE c.uid = $entity)
                OR entity IN (SELECT n.uid FROM source n JOIN source s ON s.id = n.replaces
                    WHERE s.uid = $entity OR s.id = (SELECT g.source FROM segment g WHERE g.uid = $entity)))
            """,
            ("$done", entry), ("$entity", Sql.Blob(e)))).Distinct().Order().Take(Named)];

    public void RequireFree(long entry, long row)
    {
        var dependents = Dependents(entry, row);
        if (dependents.Count > 0)
        {
            throw InTheWay(entry, dependents);
        }
    }

    public static RefusedException InTheWay(long entry, IReadOnlyList<long> dependents, Exception? inner = null) =>
        new(Problem.Of("undo.dependents", entry, string.Join(", ", dependents)), inner);

    private List<long> Standing(long except, string rows, params (string Name, object? Value)[] parameters)
    {
        var found = new List<long>();
        foreach (var r in db.Rows(
            $"""
            SELECT DISTINCT coalesce(j.target, j.sequence) FROM journal j WHERE j.sequence IN ({rows})
              AND coalesce(j.target, j.sequence) <> $entry AND j.kind <> 'undo'
              AND NOT EXISTS (SELECT 1 FROM journal l WHERE l.target = coalesce(j.target, j.sequence) AND l.sequence > j.sequence)
            ORDER BY 1 LIMIT {Named}
            """,
            [("$entry", except), .. parameters]))
        {
            found.Add(r.GetInt64(0));
        }

        return found;
    }
}
