using MiaVoices.Core.Search;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Index;

/// <summary>
/// The vocabulary of a project, read when it is first asked for and again when there are new forms, whoever wrote them.
/// Not thread-safe, as its connection is not.
/// </summary>
internal sealed class StoredVocabulary(SqliteConnection connection) : IVocabulary
{
    private FormVocabulary? _known;
    private (long Greatest, long Version) _state;

    public IReadOnlyList<string> Forms => Current().Forms;

    public int SegmentsWith(string form) => Current().SegmentsWith(form);

    public FormExpansion Expand(FormPattern pattern) => Current().Expand(pattern);

    private FormVocabulary Current()
    {
        // Ids begin anew when the index is rebuilt, which only a change of the schema's version tells for sure.
        var state = (Number("SELECT coalesce(max(id), 0) FROM segment_index_form"), Number("PRAGMA schema_version"));
        if (_known is null || state != _state)
        {
            _known = new FormVocabulary(Read());
            _state = state;
        }

        return _known;
    }

    private List<(string Form, int Segments)> Read()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT form, segments FROM segment_index_form";
        using var reader = command.ExecuteReader();
        var forms = new List<(string Form, int Segments)>();
        while (reader.Read())
        {
            forms.Add((reader.GetString(0), reader.GetInt32(1)));
        }

        return forms;
    }

    private long Number(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Two texts of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
