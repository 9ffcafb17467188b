using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage.Queries;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Index;

/// <summary>Finds what a person names in a filter, whatever the letter case. Reads only names, never segments' words.</summary>
internal sealed class ProjectNames(SqliteConnection db)
{
    /// <summary>The form in which names are compared.</summary>
    internal static string Folded(string text) => CanonicalComposition.Compose(text).Trim().ToLowerInvariant();

    /// <summary>Speakers of this label, in any source; empty if nobody has it.</summary>
    internal List<long> Speakers(string name)
    {
        var wanted = Folded(name);
        return [.. db.Rows("SELECT id, name FROM speaker").Where(r => Folded(r.GetString(1)) == wanted).Select(r => r.GetInt64(0))];
    }

    /// <summary>Names of attributes that any case has. Steps from name to name in the index, past all values between.</summary>
    internal List<string> Attributes() =>
    [
        .. db.Rows(
            """
            WITH RECURSIVE n (name) AS (
                SELECT min(name) FROM case_attribute
                UNION ALL
                SELECT (SELECT min(name) FROM case_attribute WHERE name > n.name) FROM n WHERE n.name IS NOT NULL)
            SELECT name FROM n WHERE name IS NOT NULL
            """).Select(r => r.GetString(0)),
    ];

    /// <summary>The attributes that a name means, and those of their values that equal a value, possibly none.</summary>
    /// <exception cref="RefusedException">No case has such an attribute.</exception>
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
        return (attributes, [.. attributes.SelectMany(Values).Where(v => Folded(v) == wantedValue).Distinct()]);
    }

    /// <summary>Questions whose id is so, else those whose wording or, for notes, heading holds the text.</summary>
    internal (List<long> Questions, List<string> Headings) Questions(string value)
    {
        var wanted = Folded(value);
        var all = db.Rows("SELECT id, qid, text FROM question").Select(r => (Id: r.GetInt64(0), Qid: r.GetString(1), Text: r.GetString(2))).ToList();
        var byId = all.Where(q => Folded(q.Qid) == wanted).Select(q => q.Id).ToList();
        if (byId.Count > 0)
        {
            return (byId, []);
        }

        bool Holds(string text) => Folded(text).Contains(wanted, StringComparison.Ordinal);
        var headings = db.Rows(
            "SELECT DISTINCT heading FROM segment WHERE heading IS NOT NULL AND source IN (SELECT id FROM source WHERE kind = 'notes')");
        return ([.. all.Where(q => Holds(q.Text)).Select(q => q.Id)], [.. headings.Select(r => r.GetString(0)).Where(Holds)]);
    }

    /// <summary>The sources that <see cref="SourceFinder"/> finds; else the only one whose name or label ends so.</summary>
    /// <exception cref="RefusedException">None is called so.</exception>
    /// <exception cref="UsageException">Several end so.</exception>
    internal IReadOnlyList<Guid> Sources(string name)
    {
        var all = SourceRows.Read(db).ToList();
        var found = SourceFinder.Candidates(all, name);
        if (found.Count == 0)
        {
            var wanted = Folded(name);
            bool Ends(string text) => Folded(text).EndsWith(wanted, StringComparison.Ordinal);
            found = [.. all.Where(s => Ends(s.Name) || Ends(s.Label) || Ends(Path.GetFileNameWithoutExtension(s.Name)))];
            if (found.Count > 1)
            {
                throw new UsageException(Problem.Of("source.ambiguous", name, string.Join(", ", found.Take(10).Select(s => $"\"{s.Label}\""))));
            }
        }

        return found.Count > 0 ? [.. found.Select(s => s.Id)] : throw new RefusedException(Problem.Of("source.unknown", name));
    }

    /// <summary>The code of this name, tag or path, and all under it.</summary>
    /// <exception cref="RefusedException">None is called so.</exception>
    /// <exception cref="UsageException">Several are.</exception>
    internal IReadOnlyList<Guid> Codes(string name)
    {
        var tree = new CodeTree([.. Reading.Codes(db)]);
        return [.. tree.WithDescendants(tree.Find(CanonicalComposition.Compose(name)).Id).Select(c => c.Id)];
    }

    private IEnumerable<string> Values(string attribute) => db.Rows(
        """
        WITH RECURSIVE v (value) AS (
            SELECT min(value) FROM case_attribute WHERE name = $name
            UNION ALL
            SELECT (SELECT min(value) FROM case_attribute WHERE name = $name AND value > v.value) FROM v WHERE v.value IS NOT NULL)
        SELECT value FROM v WHERE value IS NOT NULL
        """,
        ("$name", attribute)).Select(r => r.GetString(0));
}
