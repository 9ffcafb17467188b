using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Index;

/// <summary>
/// Counts in how many texts each exact form stands while texts are indexed, and writes it down at once for many. Belongs to
/// one connection; not thread-safe, as that is not.
/// </summary>
internal sealed class FormCounts
{
    private readonly Dictionary<string, FormCount> _counts = new(StringComparer.Ordinal);
    private int _text;

    /// <summary>The counter of a form, for as long as nothing is saved or dropped.</summary>
    internal FormCount Of(string form)
    {
        if (!_counts.TryGetValue(form, out var count))
        {
            _counts.Add(form, count = new FormCount());
        }

        return count;
    }

    /// <summary>Changes whenever counters that were handed out no longer count.</summary>
    internal int Generation { get; private set; }

    /// <summary>A new text begins.</summary>
    internal void Begin() => _text++;

    /// <summary>The text holds a form.</summary>
    internal void Count(FormCount form)
    {
        if (form.LastText != _text)
        {
            form.LastText = _text;
            form.Segments++;
        }
    }

    /// <summary>Forgets what was counted.</summary>
    internal void Drop()
    {
        _counts.Clear();
        Generation++;
    }

    /// <summary>Adds what was counted to the table, within the caller's transaction.</summary>
    internal void Save(SqliteConnection connection)
    {
        using var add = connection.CreateCommand();
        add.CommandText = """
            INSERT INTO segment_index_form (form, segments) VALUES ($form, $segments)
            ON CONFLICT (form) DO UPDATE SET segments = segments + excluded.segments
            """;
        var form = add.Parameters.Add("$form", SqliteType.Text);
        var segments = add.Parameters.Add("$segments", SqliteType.Integer);
        foreach (var (text, count) in _counts.OrderBy(static c => c.Key, StringComparer.Ordinal))
        {
            form.Value = text;
            segments.Value = count.Segments;
            add.ExecuteNonQuery();
        }

        Drop();
    }
}

/// <summary>In how many texts a form stands.</summary>
internal sealed class FormCount
{
    internal int Segments { get; set; }

    internal int LastText { get; set; }
}
