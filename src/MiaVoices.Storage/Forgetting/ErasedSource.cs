using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Forgetting;

/// <summary>Where spans of a source go when some of its segments lose their words.</summary>
internal sealed class ErasedSource
{
    /// <summary>What stands for words that are gone: no letter of any language.</summary>
    public const string Gone = "[…]";

    private readonly List<Row> _rows = [];

    private ErasedSource(long key) => Key = key;

    /// <summary>The source.</summary>
    public long Key { get; }

    /// <summary>Length of the new text in UTF-16 code units.</summary>
    public int Length => _rows.Count == 0 ? 0 : _rows[^1].NewEnd;

    /// <summary>Lays the source out anew.</summary>
    public static ErasedSource Of(SqliteConnection db, long source, IReadOnlySet<long> erased)
    {
        var map = new ErasedSource(source);
        var at = 0;
        foreach (var r in db.Rows("""SELECT id, start, "end" FROM segment WHERE source = $source ORDER BY start, ordinal""", ("$source", source)))
        {
            var (id, start, end) = (r.GetInt64(0), r.GetInt32(1), r.GetInt32(2));
            var isGone = erased.Contains(id);
            var length = isGone ? Gone.Length : end - start;
            map._rows.Add(new Row(id, start, end, at, at + length, isGone));
            at += length + 1;
        }

        return map;
    }

    /// <summary>Writes words and places of the segments.</summary>
    public void Write(SqliteConnection db)
    {
        using var move = db.Command("""UPDATE segment SET start = $start, "end" = $end WHERE id = $id""", ("$start", 0), ("$end", 0), ("$id", 0));

        foreach (var row in _rows)
        {
            move.Parameters[0].Value = row.NewStart;
            move.Parameters[1].Value = row.NewEnd;
            move.Parameters[2].Value = row.Id;
            move.ExecuteNonQuery();
        }

        db.Execute("UPDATE source SET length = $length WHERE id = $id", ("$length", Length), ("$id", Key));
    }

    /// <summary>Where a span is now, without words that are gone at its ends; null when nothing of it is left.</summary>
    public (int Start, int End)? Map(int start, int end)
    {
        var touched = _rows.Where(row => row.Start < end && start < row.End && !row.IsGone).ToList();
        if (touched.Count == 0)
        {
            return null;
        }

        var (first, last) = (touched[0], touched[^1]);
        return (first.NewStart + Math.Max(0, start - first.Start), Math.Min(last.NewEnd, last.NewStart + (end - last.Start)));
    }

    /// <summary>Whether any of the words of a span are gone.</summary>
    public bool Touches(int start, int end) => _rows.Any(row => row.IsGone && row.Start < end && start < row.End);

    private sealed record Row(long Id, int Start, int End, int NewStart, int NewEnd, bool IsGone);
}
