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

    /// <summary>The codebook as a table; a parent is named by its tag, or its name where it has none.</summary>
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
        var order = new Dictionary<Guid, int>();
        foreach (var (row, id) in Parents(sheet, ofRow, existing))
        {
            var old = known.GetValueOrDefault(id);
            var parent = ParentOf(sheet, row, ofRow, existing);
            var position = order[parent ?? Guid.Empty] = order.GetValueOrDefault(parent ?? Guid.Empty, -1) + 1;
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
            Parent = sheet.Has("parent") ? parent : old?.Parent,
            Position = position,
            Tag = Keep("code", old?.Tag),
            Name = NameOf(row),
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

            var old = (tag.Length > 0 ? existing.FirstOrDefault(c => string.Equals(c.Tag, tag, StringComparison.OrdinalIgnoreCase)) : null)
                ?? existing.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)
                    && (c.Tag.Length == 0 || tag.Length == 0)
                    && SameParent(existing, c, row["parent"]));
            result[row] = old?.Id ?? ids.Next();
        }

        return result;
    }

    private static bool SameParent(IReadOnlyList<Code> existing, Code code, string parent)
    {
        var above = existing.FirstOrDefault(c => c.Id == code.Parent);
        return above is null
            ? parent.Length == 0
            : string.Equals(above.Tag, parent, StringComparison.OrdinalIgnoreCase) || string.Equals(above.Name, parent, StringComparison.OrdinalIgnoreCase);
    }

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

        foreach (var naming in new[] { "code", "name" })
        {
            var rows = ofRow.Where(o => string.Equals(naming == "code" ? o.Key["code"] : NameOf(o.Key), parent, StringComparison.OrdinalIgnoreCase)).ToList();
            if (rows.Count == 1)
            {
                return rows[0].Value;
            }

            if (rows.Count > 1)
            {
                throw new RefusedException(Problem.At($"{sheet.Name}:{row.Line}", "codebook.parentTwice", parent));
            }
        }

        return existing.FirstOrDefault(c => string.Equals(c.Tag, parent, StringComparison.OrdinalIgnoreCase) || string.Equals(c.Name, parent, StringComparison.OrdinalIgnoreCase))?.Id
            ?? throw new RefusedException(Problem.At($"{sheet.Name}:{row.Line}", "codebook.parent", parent));
    }

    private static string NameOf(SheetRow row) => row["name"] is { Length: > 0 } name ? name : row["code"];

    private static string Handle(CodeTree tree, Code code) =>
        code.Tag.Length > 0 ? code.Tag : tree.Codes.Count(c => c.Name == code.Name) == 1 ? code.Name : tree.Path(code.Id);

    private static readonly IReadOnlyList<string> NoKeywords = [];

    private static bool Same(Code a, Code b) =>
        (a with { Keywords = NoKeywords }) == (b with { Keywords = NoKeywords }) && a.Keywords.SequenceEqual(b.Keywords, StringComparer.Ordinal);

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex HexColor();
}
