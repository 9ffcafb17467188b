using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Index;

/// <summary>Values of a statement that is being put together; every one is bound, none becomes text of the statement.</summary>
internal sealed class SqlParameters
{
    private readonly List<object> _values = [];

    /// <summary>Keeps a value and returns its name in the statement.</summary>
    internal string Add(object value)
    {
        _values.Add(value);
        return "$p" + (_values.Count - 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Keeps a list and returns a bracketed subquery that gives its members.</summary>
    internal string AddList<T>(IEnumerable<T> list) =>
        "(SELECT value FROM json_each(" + Add(JsonSerializer.Serialize(list)) + "))";

    /// <summary>Keeps identities and returns a bracketed subquery that gives them.</summary>
    internal string AddIds(IEnumerable<Guid> ids) =>
        "(SELECT unhex(value) FROM json_each(" + Add(Reading.Uids(ids)) + "))";

    /// <summary>Binds all to a command.</summary>
    internal void Bind(SqliteCommand command)
    {
        for (var i = 0; i < _values.Count; i++)
        {
            command.Parameters.AddWithValue("$p" + i.ToString(CultureInfo.InvariantCulture), _values[i]);
        }
    }
}
