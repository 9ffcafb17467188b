using MiaVoices.Core;
using MiaVoices.Core.Sources;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Index;

/// <summary>Finds what a person names, whatever the letter case. Reads only names, never segments' words.</summary>
internal sealed class ProjectNames(SqliteConnection connection)
{
    /// <summary>The form in which names are compared.</summary>
    internal static string Folded(string text) => CanonicalComposition.Compose(text).Trim().ToLowerInvariant();

    /// <summary>Speakers of this label, in any source; empty if nobody has it.</summary>
    internal List<long> Speakers(string name)
    {
        var wanted = Folded(name);
        return [.. Rows("SELECT id, name FROM speaker").Where(r => Folded(r.Text) == wanted).Select(r => r.Id)];
    }

    /// <summary>Names of attributes that any case has. Steps from name to name in the index, past all values between.</summary>
    internal List<string> Attributes() =>
    [
        .. Rows(
            """
            WITH RECURSIVE n (name) AS (
                SELECT min(name) FROM case_attribute
                UNION ALL
                SELECT (SELECT min(name) FROM case_attribute WHERE name > n.name) FROM n WHERE n.name IS NOT NULL)
            SELECT 0, name FROM n WHERE name IS NOT NULL
            """).Select(r => r.Text),
    ];

    /// <summary>The attributes that a name means, and those of their values that equal a value.</summary>
    internal (List<string> Names, List<string> Values) AttributeValues(string name, string value)
    {
        var wanted = Folded(name).Replace('_', ' ');
        string[] alike = wanted is "grupp" or "group" ? ["grupp", "group"] : [wanted];
        var all = Attributes();
        var attributes = all.Where(a => alike.Contains(Folded(a).Replace('_', ' '))).ToList();
        if (attributes.Count == 0)
        {
            throw new RefusedException(Problem.Of("search.attribute.unknown", name, string.Join(", ", all)));
        }

        var wantedValue = Folded(value);
        var values = attributes.SelectMany(a => Rows(
            """
            WITH RECURSIVE v (value) AS (
                SELECT min(value) FROM case_attribute WHERE name = $name
                UNION ALL
                SELECT (SELECT min(value) FROM case_attribute WHERE name = $name AND value > v.value) FROM v WHERE v.value IS NOT NULL)
            SELECT 0, value FROM v WHERE value IS NOT NULL
            """,
            a)).Select(r => r.Text).Where(v => Folded(v) == wantedValue);
        return (attributes, [.. values.Distinct()]);
    }

    /// <summary>Questions whose id is so, else those whose wording or, for notes, heading holds the text.</summary>
    internal (List<long> Questions, List<string> Headings) Questions(string value)
    {
        var wanted = Folded(value);
        var byId = Rows("SELECT id, qid FROM question").Where(r => Folded(r.Text) == wanted).Select(r => r.Id).ToList();
        if (byId.Count > 0)
        {
            return (byId, []);
        }

        bool Holds(string text) => Folded(text).Contains(wanted, StringComparison.Ordinal);
        return (
            [.. Rows("SELECT id, text FROM question").Where(r => Holds(r.Text)).Select(r => r.Id)],
            [
                .. Rows("SELECT DISTINCT 0, heading FROM segment WHERE heading IS NOT NULL AND source IN (SELECT id FROM source WHERE kind = 'notes')")
                    .Select(r => r.Text).Where(Holds),
            ]);
    }

    /// <summary>Sources of this name or label, with folder and ending or without; else the only one whose name or label ends so.</summary>
    /// <exception cref="RefusedException">None has it.</exception>
    /// <exception cref="UsageException">Several end so.</exception>
    internal List<long> Sources(string name)
    {
        var wanted = Folded(name);
        var all = Rows("SELECT id, name FROM source WHERE hidden = 0 ORDER BY id")
            .Zip(Rows("SELECT id, label FROM source WHERE hidden = 0 ORDER BY id"), static (a, b) => (a.Id, Name: a.Text, Label: b.Text)).ToList();
        bool Is(string text) => Folded(text) == wanted;
        var exact = all.Where(s => Is(s.Name) || Is(s.Label)).ToList();
        if (exact.Count == 0)
        {
            exact = [.. all.Where(s => Is(Path.GetFileName(s.Name)) || Is(Path.GetFileNameWithoutExtension(s.Name)))];
        }

        if (exact.Count > 0)
        {
            return [.. exact.Select(s => s.Id)];
        }

        bool Ends(string text) => Folded(text).EndsWith(wanted, StringComparison.Ordinal);
        var ending = all.Where(s => Ends(s.Name) || Ends(s.Label) || Ends(Path.GetFileNameWithoutExtension(s.Name))).ToList();
        return ending.Count switch
        {
            0 => throw new RefusedException(Problem.Of("search.source.unknown", name)),
            1 => [ending[0].Id],
            _ => throw new UsageException(Problem.Of("search.source.ambiguous", name, string.Join(", ", ending.Take(10).Select(s => s.Name)))),
        };
    }

    /// <summary>The code of this tag or name, and all under it.</summary>
    /// <exception cref="RefusedException">None has it.</exception>
    /// <exception cref="UsageException">Several have it.</exception>
    internal List<long> Codes(string name)
    {
        var tags = Rows("SELECT id, tag FROM code WHERE removed = 0 ORDER BY id");
        var full = Rows("SELECT id, name FROM code WHERE removed = 0 ORDER BY id");
        var wanted = Folded(name);
        var trimmed = CanonicalComposition.Compose(name).Trim();
        Func<string, bool>[] tests = [text => text == trimmed, text => Folded(text) == wanted];
        foreach (var test in tests)
        {
            foreach (var rows in (List<(long Id, string Text)>[])[tags, full])
            {
                var found = rows.Where(r => test(r.Text)).Select(r => r.Id).ToList();
                if (found.Count > 1)
                {
                    var labels = tags.Zip(full, static (t, f) => (t.Id, Label: t.Text + " " + f.Text)).Where(c => found.Contains(c.Id));
                    throw new UsageException(Problem.Of("search.code.ambiguous", name, string.Join(", ", labels.Select(c => c.Label))));
                }

                if (found.Count == 1)
                {
                    return WithCodesBelow(found[0]);
                }
            }
        }

        throw new RefusedException(Problem.Of("search.code.unknown", name));
    }

    private List<long> WithCodesBelow(long code) =>
    [
        .. Rows(
            """
            WITH RECURSIVE c (id) AS (SELECT $name UNION SELECT k.id FROM code k JOIN c ON k.parent = c.id WHERE k.removed = 0)
            SELECT id, '' FROM c
            """,
            code).Select(r => r.Id),
    ];

    private List<(long Id, string Text)> Rows(string sql, object? name = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (name is not null)
        {
            command.Parameters.AddWithValue("$name", name);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<(long, string)>();
        while (reader.Read())
        {
            rows.Add((reader.GetInt64(0), reader.GetString(1)));
        }

        return rows;
    }
}
