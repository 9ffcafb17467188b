using System.Text.Json.Nodes;
using MiaVoices.Core;
using MiaVoices.Core.Workbench;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Forgetting;

/// <summary>
/// Takes what a person said, and what was written on it, out of every table within the caller's transaction. Segments keep
/// their numbers and hold "[…]" by a speaker who counts nowhere. An interview with nobody else in it goes whole, questions
/// included: they tell of the person too. The caller makes the index anew, writes the journal and compacts the file.
/// </summary>
internal sealed class PersonEraser(SqliteConnection db, Guid person)
{
    /// <summary>In place of the fingerprint of a file.</summary>
    public const string NoHash = "";

    private readonly Dictionary<Guid, ErasedSource> _sources = [];
    private readonly Dictionary<(Guid Source, string Speaker), string> _speakers = [];
    private readonly Dictionary<Guid, string> _whole = [];
    private readonly QuotedWords _words = new();

    public Forgotten Erase(CancellationToken cancellation)
    {
        var key = db.Scalar("""SELECT id FROM "case" WHERE uid = $uid""", ("$uid", Sql.Blob(person))) ?? throw new RefusedException(Problem.Of("case.gone"));
        var name = db.Text("""SELECT name FROM "case" WHERE id = $id""", ("$id", key))!;
        var stub = Stub();
        var (segments, whole) = Segments(key);
        Learn(segments);
        cancellation.ThrowIfCancellationRequested();
        var ids = new ErasedIds([person, .. Uids("segment", segments)]);
        Lay(segments, whole, stub);
        var (gone, shortened, held) = Codings(ids);
        var journal = new JournalEraser(db, person, stub, _sources, _speakers, _whole, ids, _words);
        journal.Collect();
        Blank(segments, key);
        Recode(shortened, gone);
        journal.Rewrite();
        cancellation.ThrowIfCancellationRequested();
        var quotes = Remove("quote", "coding", ids.Codings);
        var memos = Memos(ids);
        Written(ids);
        Remove(key);
        return new Forgotten(segments.Count, held, shortened.Count, memos, quotes, Mentions(name), true);
    }

    /// <summary>A name for what is left, which no source has.</summary>
    private string Stub()
    {
        for (var number = 1; ; number++)
        {
            var name = FormattableString.Invariant($"Borttagen {number}");
            if (db.Scalar("SELECT count(*) FROM source WHERE label = $name OR name = $name", ("$name", name)) == 0)
            {
                return name;
            }
        }
    }

    private (HashSet<long> Segments, HashSet<long> Whole) Segments(long key)
    {
        var own = db.Rows("""SELECT g.id FROM segment g LEFT JOIN speaker p ON p.id = g.speaker WHERE g."case" = $key OR p."case" = $key""", ("$key", key)).Select(r => r.GetInt64(0)).ToHashSet();

        // An interview in which no other person is pointed out.
        var whole = db.Rows(
            """
            SELECT s.id FROM source s WHERE s.kind IN ('interview', 'story')
              AND EXISTS (SELECT 1 FROM speaker p WHERE p.source = s.id AND p."case" = $key)
              AND NOT EXISTS (SELECT 1 FROM speaker p WHERE p.source = s.id AND ((p.role = 'respondent' AND p."case" IS NULL) OR p."case" <> $key))
            """,
            ("$key", key)).Select(r => r.GetInt64(0)).ToHashSet();
        own.UnionWith(db.Rows("SELECT id FROM segment WHERE source IN (SELECT value FROM json_each($whole))", ("$whole", Reading.Keys(whole))).Select(r => r.GetInt64(0)));
        return (own, whole);
    }

    /// <summary>What others say too is not the person's alone, and stays where they are quoted.</summary>
    private void Learn(HashSet<long> segments)
    {
        foreach (var r in db.Rows("SELECT id, text FROM segment"))
        {
            if (segments.Contains(r.GetInt64(0)))
            {
                _words.Add(r.GetString(1));
            }
            else
            {
                _words.Except(r.GetString(1));
            }
        }
    }

    private void Lay(HashSet<long> segments, HashSet<long> whole, string stub)
    {
        foreach (var (id, uid, at) in db.Rows("SELECT DISTINCT s.id, s.uid FROM segment g JOIN source s ON s.id = g.source WHERE g.id IN (SELECT value FROM json_each($keys)) ORDER BY s.id", ("$keys", Reading.Keys(segments)))
            .Select((r, at) => (r.GetInt64(0), r.Uid(1), at)).ToList())
        {
            _sources[uid] = ErasedSource.Of(db, id, segments);
            if (whole.Contains(id))
            {
                _whole[uid] = at == 0 ? stub : FormattableString.Invariant($"{stub}.{at + 1}");
            }
        }
    }

    /// <summary>The codings that go, those that are shortened, and how many of those that go are to be seen.</summary>
    private (HashSet<Guid> Gone, List<(Guid Id, ErasedSource Source, int Start, int End, bool IsCut)> Moved, int Held) Codings(ErasedIds ids)
    {
        var (gone, moved, held) = (new HashSet<Guid>(), new List<(Guid, ErasedSource, int, int, bool)>(), 0);
        foreach (var r in db.Rows(
            """SELECT k.uid, s.uid, k.start, k."end", s.hidden FROM coding k JOIN source s ON s.id = k.source WHERE s.uid IN (SELECT unhex(value) FROM json_each($sources))""",
            ("$sources", Reading.Uids(_sources.Keys))))
        {
            var (id, source, start, end) = (r.Uid(0), _sources[r.Uid(1)], r.GetInt32(2), r.GetInt32(3));
            var isCut = source.Touches(start, end);
            if (isCut)
            {
                ids.Codings.Add(id);
            }

            if (source.Map(start, end) is var (from, to))
            {
                moved.Add((id, source, from, to, isCut));
            }
            else
            {
                gone.Add(id);
                held += r.GetBoolean(4) ? 0 : 1;
            }
        }

        return (gone, moved, held);
    }

    private void Blank(HashSet<long> segments, long key)
    {
        var keys = ("$keys", (object?)Reading.Keys(segments));
        foreach (var (uid, source) in _sources)
        {
            foreach (var r in db.Rows("""SELECT name FROM speaker WHERE source = $source AND "case" = $key""", ("$source", source.Key), ("$key", key)).Select(r => r.GetString(0)).ToList())
            {
                _speakers[(uid, r)] = ErasedSource.Gone;
            }

            // One speaker who counts nowhere stands for all of them.
            var nobody = db.Scalar("SELECT id FROM speaker WHERE source = $source AND name = $name", ("$source", source.Key), ("$name", ErasedSource.Gone))
                ?? db.Scalar("INSERT INTO speaker (source, name, role) VALUES ($source, $name, 'interviewer') RETURNING id", ("$source", source.Key), ("$name", ErasedSource.Gone))!.Value;
            db.Execute(
                """
                UPDATE segment SET text = $gone, kind = CASE kind WHEN 'turn' THEN 'turn' ELSE 'paragraph' END, speaker = $nobody, "case" = NULL, question = NULL, heading = NULL, "row" = NULL, wave = NULL, timecode = NULL
                WHERE source = $source AND id IN (SELECT value FROM json_each($keys))
                """,
                ("$gone", ErasedSource.Gone), ("$nobody", nobody), ("$source", source.Key), keys);
            db.Execute("""DELETE FROM speaker WHERE source = $source AND ("case" = $key OR ($whole AND id <> $nobody))""", ("$source", source.Key), ("$key", key), ("$whole", _whole.ContainsKey(uid)), ("$nobody", nobody));
            source.Write(db);
            if (_whole.TryGetValue(uid, out var name))
            {
                db.Execute("UPDATE source SET name = $name, label = $name, sha256 = $hash WHERE id = $id", ("$name", name), ("$hash", NoHash), ("$id", source.Key));
            }
        }

        db.Execute("DELETE FROM review WHERE segment IN (SELECT value FROM json_each($keys))", keys);
        db.Execute("DELETE FROM suggestion_answer WHERE segment IN (SELECT value FROM json_each($keys))", keys);
    }

    private void Recode(List<(Guid Id, ErasedSource Source, int Start, int End, bool IsCut)> moved, HashSet<Guid> gone)
    {
        Remove("coding", "uid", gone);
        foreach (var (id, source, start, end, isCut) in moved)
        {
            db.Execute(
                """
                UPDATE coding SET start = $start, "end" = $end, quote = $quote,
                    memo = CASE WHEN $cut THEN '' ELSE memo END, condensed = CASE WHEN $cut THEN '' ELSE condensed END,
                    first = (SELECT id FROM segment WHERE source = $source AND start <= $start ORDER BY start DESC LIMIT 1),
                    last = (SELECT id FROM segment WHERE source = $source AND start < $end ORDER BY start DESC LIMIT 1)
                WHERE uid = $uid
                """,
                ("$start", start), ("$end", end), ("$quote", Reading.Text(db, source.Key, start, end) ?? ""), ("$cut", isCut), ("$source", source.Key), ("$uid", Sql.Blob(id)));
        }

        moved.RemoveAll(m => !m.IsCut);
    }

    private int Memos(ErasedIds ids)
    {
        foreach (var memo in Reading.Memos(db, null).Where(ids.HoldsTarget).ToList())
        {
            ids.Memos.Add(memo.Id);
        }

        return Remove("memo", "uid", ids.Memos);
    }

    /// <summary>The person's words in what people wrote elsewhere.</summary>
    private void Written(ErasedIds ids)
    {
        foreach (var (table, columns) in new[]
        {
            ("memo", new[] { "title", "text" }), ("passage", ["text"]), ("coding", ["memo", "condensed"]), ("quote", ["note"]), ("code", ["definition", "include", "exclude", "example"]),
            ("draft", ["text"]), ("saved_search", ["query"]), ("search_history", ["query"]), ("case_attribute", ["value"]), ("project", ["value"]),
        })
        {
            foreach (var column in columns)
            {
                foreach (var text in db.Rows($"SELECT DISTINCT {column} FROM {table}").Select(r => r.GetString(0)).ToList())
                {
                    if (_words.Redact(text) is var redacted && !ReferenceEquals(redacted, text))
                    {
                        db.Execute($"UPDATE {table} SET {column} = $new WHERE {column} = $old", ("$new", redacted), ("$old", text));
                    }
                }
            }
        }

        foreach (var (coder, place) in db.Rows("SELECT coder, place FROM draft").Select(r => (r.GetString(0), r.GetString(1))).ToList())
        {
            if (ids.Targets.Concat(ids.Codings).Concat(ids.Memos).Any(id => place.Contains(id.ToString(), StringComparison.OrdinalIgnoreCase) || place.Contains(id.ToString("N"), StringComparison.OrdinalIgnoreCase)))
            {
                db.Execute("DELETE FROM draft WHERE coder = $coder AND place = $place", ("$coder", coder), ("$place", place));
            }
        }

        var codings = ids.Codings.Select(id => id.ToString("N")).ToHashSet();
        foreach (var (id, facts) in db.Rows("SELECT id, facts FROM report_export").Select(r => (r.GetInt64(0), r.GetString(1))).ToList())
        {
            var kept = new JsonArray([.. JsonNode.Parse(facts)!.AsArray().Where(f => !codings.Contains((string?)f![0] ?? "")).Select(f => f!.DeepClone())]);
            if (kept.Count < JsonNode.Parse(facts)!.AsArray().Count)
            {
                db.Execute("UPDATE report_export SET facts = $facts WHERE id = $id", ("$facts", kept.ToJsonString()), ("$id", id));
            }
        }
    }

    private void Remove(long key)
    {
        foreach (var table in new[] { "answer", "source_case", "case_attribute" })
        {
            db.Execute($"""DELETE FROM {table} WHERE "case" = $key""", ("$key", key));
        }

        db.Execute("""UPDATE speaker SET "case" = NULL WHERE "case" = $key""", ("$key", key));
        db.Execute("""DELETE FROM "case" WHERE id = $key""", ("$key", key));
    }

    private int Mentions(string name) =>
        (int)(db.Scalar("SELECT (SELECT count(*) FROM memo WHERE instr(text, $name) OR instr(title, $name)) + (SELECT count(*) FROM passage WHERE instr(text, $name))", ("$name", name)) ?? 0);

    private int Remove(string table, string column, IEnumerable<Guid> ids) =>
        db.Execute($"DELETE FROM {table} WHERE {column} IN (SELECT unhex(value) FROM json_each($ids))", ("$ids", Reading.Uids(ids)));

    private IEnumerable<Guid> Uids(string table, IEnumerable<long> keys) =>
        db.Rows($"SELECT uid FROM {table} WHERE id IN (SELECT value FROM json_each($keys))", ("$keys", Reading.Keys(keys))).Select(r => r.Uid(0));
}
