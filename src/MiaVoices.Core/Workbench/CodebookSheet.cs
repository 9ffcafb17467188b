using System.Text.RegularExpressions;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>The codebook as a table and back.</summary>
public static partial class CodebookSheet
{
    /// <summary>The columns, in order.</summary>
    public static readonly IReadOnlyList<string> Headers = ["code", "parent", "name", "definition", "include", "exclude", "keywords", "example", "color"];

    /// <summary>The codebook as a table; a parent is named by its tag, else its name, else its path, by the first that is its own.</summary>
    public static Sheet Export(IReadOnlyList<Code> codes)
    {
        var tree = new CodeTree(codes);
        return Sheet.Of("kodbok.csv", Headers, tree.Codes.Select(c => new[]
        {
            c.Tag, c.Parent is { } p ? Handle(tree, tree[p]) : "", c.Name, c.Definition, c.Include, c.Exclude, string.Join(", ", c.Keywords), c.Example, c.Color,
        }));
    }

    /// <summary>
    /// The change that brings a table's codes into a codebook: codes of the same tag (else the same name under the same
    /// parent) are updated, the rest added. Null when nothing would change.
    /// </summary>
    /// <exception cref="RefusedException">A row has no name, names an unknown parent, or two rows clash; the line is named.</exception>
    public static Batch? Import(Sheet sheet, IReadOnlyList<Code> existing, IIdSource ids)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentNullException.ThrowIfNull(ids);
        if (!sheet.Has("name") && !sheet.Has("code"))
        {
            throw new RefusedException(Problem.At(sheet.Name, "codebook.headers"));
        }

        var known = existing.ToDictionary(c => c.Id);
        var ofRow = Identify(sheet, existing, ids);
        var changes = new List<Change>();
        var last = new Dictionary<Guid, int>();
        foreach (var (row, id) in Parents(sheet, ofRow, existing))
        {
            var old = known.GetValueOrDefault(id);
            var parent = sheet.Has("parent") ? ParentOf(sheet, row, ofRow, existing) : old?.Parent;
            var position = Position(old, parent, last, existing, ofRow);
            var code = Read(sheet, row, id, parent, old, position);
            if (old is null)
            {
                changes.Add(new AddCode(code));
            }
            else if (!Same(old, code))
            {
                changes.Add(new EditCode(code));
            }
        }

        return changes.Count == 0 ? null : new Batch("codebook.import", changes);
    }

    /// <summary>
    /// Siblings stand in the order of the rows. A code that is in its place already keeps it, gaps and all, so that an
    /// unchanged table changes nothing; a new one comes after siblings that the table does not name.
    /// </summary>
    private static int Position(Code? old, Guid? parent, Dictionary<Guid, int> last, IReadOnlyList<Code> existing, Dictionary<SheetRow, Guid> ofRow)
    {
        var above = parent ?? Guid.Empty;
        if (!last.TryGetValue(above, out var before))
        {
            before = -1;
        }

        int position;
        if (old is not null && old.Parent == parent && old.Position > before)
        {
            position = old.Position;
        }
        else
        {
            var others = existing.Where(c => c.Parent == parent && !ofRow.ContainsValue(c.Id)).Select(c => c.Position);
            position = Math.Max(before, others.DefaultIfEmpty(-1).Max()) + 1;
        }

        return last[above] = position;
    }

    private static Code Read(Sheet sheet, SheetRow row, Guid id, Guid? parent, Code? old, int position)
    {
        // A column that the table lacks leaves the code as it was.
        string Keep(string header, string? before) => sheet.Has(header) ? row[header] : before ?? "";
        var color = Keep("color", old?.Color);
        if (color.Length > 0 && !HexColor().IsMatch(color))
        {
            throw new RefusedException(Problem.At($"{sheet.Name}:{row.Line}", "codebook.color"));
        }

        return new Code
        {
            Id = id,
            Parent = parent,
            Position = position,
            Tag = Keep("code", old?.Tag),
            Name = row["name"] is { Length: > 0 } name ? name : old?.Name ?? NameOf(row),
            Definition = Keep("definition", old?.Definition),
            Include = Keep("include", old?.Include),
            Exclude = Keep("exclude", old?.Exclude),
            Keywords = sheet.Has("keywords") ? SplitKeywords(row["keywords"]) : old?.Keywords ?? [],
            Example = Keep("example", old?.Example),
            Color = color,
        };
    }

    /// <summary>Keywords as a person writes them: by comma, semicolon, bar or line.</summary>
    public static IReadOnlyList<string> SplitKeywords(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split([',', ';', '|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
    }

    private static Dictionary<SheetRow, Guid> Identify(Sheet sheet, IReadOnlyList<Code> existing, IIdSource ids)
    {
        var result = new Dictionary<SheetRow, Guid>(ReferenceEqualityComparer.Instance);
        var tree = new CodeTree(existing);
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in sheet.Rows)
        {
            var (tag, name) = (row["code"], NameOf(row));
            if (name.Length == 0)
            {
                if (row.Cells.All(string.IsNullOrWhiteSpace))
                {
                    continue;
                }

                throw new RefusedException(Problem.At($"{sheet.Name}:{row.Line}", "codebook.noName"));
            }

            if (name.Contains('|', StringComparison.Ordinal) || tag.Contains('|', StringComparison.Ordinal))
            {
                throw new RefusedException(Problem.At($"{sheet.Name}:{row.Line}", "code.badName", name));
            }

            var key = tag.Length > 0 ? "#" + tag : row["parent"] + "|" + name;
            if (!seen.TryAdd(key, row.Line))
            {
                throw new RefusedException(Problem.At($"{sheet.Name}:{row.Line}", "codebook.twice", name, seen[key]));
            }

            var old = Known(sheet, row, tree);
            if (old is not null && result.ContainsValue(old.Id))
            {
                throw new RefusedException(Problem.At($"{sheet.Name}:{row.Line}", "codebook.twice", name, result.First(r => r.Value == old.Id).Key.Line));
            }

            result[row] = old?.Id ?? ids.Next();
        }

        return result;
    }

    /// <summary>The code that a row means: of its tag, else of its name under the parent that the row tells, if any.</summary>
    private static Code? Known(Sheet sheet, SheetRow row, CodeTree tree)
    {
        var tag = row["code"];
        var tagged = tag.Length == 0 ? [] : tree.Codes.Where(c => Same(c.Tag, tag)).ToList();
        if (tagged.Count == 1)
        {
            return tagged[0];
        }

        var named = (tagged.Count > 1 ? tagged : tree.Codes.Where(c => c.Tag.Length == 0 || tag.Length == 0))
            .Where(c => Same(c.Name, NameOf(row)) && (!sheet.Has("parent") || SameParent(tree, c, row["parent"]))).ToList();
        return named.Count <= 1
            ? named.FirstOrDefault()
            : throw new RefusedException(Problem.At($"{sheet.Name}:{row.Line}", "code.ambiguous", NameOf(row), string.Join(", ", named.Select(c => $"\"{tree.Path(c.Id)}\""))));
    }

    private static bool SameParent(CodeTree tree, Code code, string parent) => code.Parent is not { } above
        ? parent.Length == 0
        : Same(tree[above].Tag, parent) || Same(tree[above].Name, parent) || Same(tree.Path(above), parent);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    /// <summary>The rows with every parent before its children.</summary>
    private static IEnumerable<(SheetRow Row, Guid Id)> Parents(Sheet sheet, Dictionary<SheetRow, Guid> ofRow, IReadOnlyList<Code> existing)
    {
        var done = new HashSet<Guid>(existing.Select(c => c.Id).Except(ofRow.Values));
        var waiting = sheet.Rows.Where(ofRow.ContainsKey).ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(r => ParentOf(sheet, r, ofRow, existing) is not { } p || done.Contains(p)).ToList();
            if (ready.Count == 0)
            {
                throw new RefusedException(Problem.At($"{sheet.Name}:{waiting[0].Line}", "code.cycle", NameOf(waiting[0])));
            }

            foreach (var row in ready)
            {
                done.Add(ofRow[row]);
                yield return (row, ofRow[row]);
            }

            waiting.RemoveAll(r => done.Contains(ofRow[r]));
        }
    }

    private static Guid? ParentOf(Sheet sheet, SheetRow row, Dictionary<SheetRow, Guid> ofRow, IReadOnlyList<Code> existing)
    {
        var parent = row["parent"];
        if (parent.Length == 0)
        {
            return null;
        }

        foreach (var naming in new Func<SheetRow, string>[] { r => r["code"], NameOf, r => PathOf(r, ofRow.Keys) })
        {
            var rows = ofRow.Where(o => Same(naming(o.Key), parent)).ToList();
            if (rows.Count == 1)
            {
                return rows[0].Value;
            }

            if (rows.Count > 1)
            {
                throw new RefusedException(Problem.At($"{sheet.Name}:{row.Line}", "codebook.parentTwice", parent));
            }
        }

        try
        {
            return new CodeTree(existing).TryFind(parent)?.Id ?? throw new RefusedException(Problem.At($"{sheet.Name}:{row.Line}", "codebook.parent", parent));
        }
        catch (UsageException e)
        {
            throw new RefusedException(Problem.At($"{sheet.Name}:{row.Line}", "codebook.parentTwice", parent), e);
        }
    }

    /// <summary>Names from the top; a parent may be told by tag, name or path.</summary>
    private static string PathOf(SheetRow row, Dictionary<SheetRow, Guid>.KeyCollection rows)
    {
        var path = NameOf(row);
        var at = row;

        // More steps than rows would be a circle, which is refused elsewhere.
        for (var steps = 0; at["parent"] is { Length: > 0 } parent && steps < rows.Count; steps++)
        {
            if (rows.Where(r => Same(r["code"], parent)).ToList() is [var tagged])
            {
                at = tagged;
            }
            else if (rows.Where(r => Same(NameOf(r), parent)).ToList() is [var named])
            {
                at = named;
            }
            else
            {
                return $"{parent} / {path}";
            }

            path = $"{NameOf(at)} / {path}";
        }

        return path;
    }

    private static string NameOf(SheetRow row) => row["name"] is { Length: > 0 } name ? name : row["code"];

    private static string Handle(CodeTree tree, Code code)
    {
        bool Alone(string text) => tree.Codes.Count(c => Same(c.Tag, text) || Same(c.Name, text)) == 1;
        return code.Tag.Length > 0 && Alone(code.Tag) ? code.Tag : Alone(code.Name) ? code.Name : tree.Path(code.Id);
    }

    private static readonly IReadOnlyList<string> NoKeywords = [];

    private static bool Same(Code a, Code b) =>
        (a with { Keywords = NoKeywords }) == (b with { Keywords = NoKeywords }) && a.Keywords.SequenceEqual(b.Keywords, StringComparer.Ordinal);

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex HexColor();
}
