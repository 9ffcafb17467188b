using System.Text;
using System.Text.RegularExpressions;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;

namespace MiaVoices.Formats.Codebooks;

/// <summary>What a codebook's columns are called in a document for people.</summary>
/// <param name="Title">The heading of the document.</param>
/// <param name="Labels">The label of each column but <c>name</c>, by the column.</param>
public sealed record CodebookWords(string Title, IReadOnlyDictionary<string, string> Labels);

/// <summary>
/// A codebook as Markdown and back: a heading a code, as deep as the code is in the tree, with what the code says of itself
/// as a list below. What is written reads back as the same table. Thread-safe.
/// </summary>
public static partial class CodebookMarkdown
{
    private const int Deepest = 6;
    private const string Definition = "definition";

    /// <summary>The order in which a code's columns are written.</summary>
    private static readonly string[] Columns = ["code", "parent", Definition, "include", "exclude", "keywords", "example", "color"];

    /// <summary>The document, which ends with a line feed.</summary>
    /// <param name="sheet">The codebook as a table, each code after the one that it belongs to.</param>
    /// <param name="depths">How deep each row is in the tree, from 0.</param>
    /// <param name="words">The words to write with.</param>
    public static string Write(Sheet sheet, IReadOnlyList<int> depths, CodebookWords words)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(depths);
        ArgumentNullException.ThrowIfNull(words);
        var text = new StringBuilder("# ").Append(Escape(words.Title)).Append('\n');
        foreach (var (row, depth) in sheet.Rows.Zip(depths))
        {
            text.Append('\n').Append('#', Math.Min(depth + 2, Deepest)).Append(' ').Append(Escape(row["name"])).Append('\n');

            // Below the deepest heading that there is only the name of the code above can tell where one belongs.
            var fields = Columns.Where(c => row[c].Length > 0 && (c != "parent" || depth + 2 > Deepest)).ToList();
            text.Append(fields.Count > 0 ? "\n" : "");
            foreach (var column in fields)
            {
                text.Append("- **").Append(words.Labels[column]).Append(":** ").AppendJoin("\n", Lines(row[column])).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>The table in a document. Text below a heading that no label tells of is the definition; a column that no code has is left out.</summary>
    /// <param name="file">The document.</param>
    /// <param name="words">The words that it may be written with; the columns' own names are known too.</param>
    /// <exception cref="RefusedException">As <see cref="TextDecoding.Decode"/>; <c>codebook.noHeadings</c>.</exception>
    public static Sheet Read(SourceFile file, IReadOnlyList<CodebookWords> words)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(words);
        var columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (column, label) in words.SelectMany(w => w.Labels).Concat(Columns.Select(c => KeyValuePair.Create(c, c))))
        {
            columns.TryAdd(label, column);
        }

        var codes = Codes(TextDecoding.Decode(file).Normalised.TrimStart('\uFEFF').Split('\n'), columns);
        if (codes.Count == 0)
        {
            throw new RefusedException(Problem.At(file.Name, "codebook.noHeadings"));
        }

        if (codes is [{ Level: 1, Fields.Count: 0 } first, ..] && (words.Any(w => w.Title == first.Name) || (codes.Count > 1 && codes.Skip(1).All(c => c.Level > 1))))
        {
            codes.RemoveAt(0);
        }

        Place(codes);
        string[] headers = [.. Columns.Where(c => c == "parent" || codes.Any(x => x.Fields.ContainsKey(c))), "name"];
        return new Sheet(file.Name, headers, [.. codes.Select(c => new SheetRow(c.Line, headers, [.. headers.Select(h => h == "name" ? c.Name : c.Text(h))]))]);
    }

    private static List<Entry> Codes(string[] lines, Dictionary<string, string> columns)
    {
        var codes = new List<Entry>();
        var open = Definition;
        foreach (var (i, line) in lines.Index())
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                codes.Add(new Entry(heading.Groups[1].Length, Plain(heading.Groups[2].Value), i + 1));
                open = Definition;
            }
            else if (codes.Count > 0)
            {
                var field = Field().Match(line);
                if (field.Success && columns.TryGetValue(field.Groups[1].Value.Trim(), out var column))
                {
                    open = column;
                    codes[^1].Add(open, Plain(field.Groups[2].Value));
                }
                else
                {
                    codes[^1].Add(open, Plain(line.StartsWith("  ", StringComparison.Ordinal) ? line[2..] : line));
                }
            }
        }

        return codes;
    }

    /// <summary>Names the code above each, as a table does: by its tag or name where only it has that, else by the names from the top.</summary>
    private static void Place(List<Entry> codes)
    {
        var above = new Stack<Entry>();
        foreach (var code in codes)
        {
            while (above.Count > 0 && above.Peek().Level >= code.Level)
            {
                above.Pop();
            }

            if (above.Count > 0 && code.Text("parent").Length == 0)
            {
                string[] handles = [above.Peek().Text("code"), above.Peek().Name];
                code.Add("parent", handles.FirstOrDefault(h => h.Length > 0 && codes.Count(c => Same(c.Text("code"), h) || Same(c.Name, h)) == 1)
                    ?? string.Join(" / ", above.Reverse().Select(a => a.Name)));
            }

            above.Push(code);
        }
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    /// <summary>Lines after the first stand under the first one's text, where neither a field nor a heading begins.</summary>
    private static IEnumerable<string> Lines(string text) => text.ReplaceLineEndings("\n").Split('\n')
        .Select((line, i) => i == 0 || line.Length == 0 ? Escape(line) : "  " + Starts().Replace(Escape(line), @"\$0"));

    private static string Escape(string line) => Marks().Replace(line, @"\$0");

    private static string Plain(string text) => Escaped().Replace(text, "$1");

    [GeneratedRegex(@"^(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:[-*+][ \t]+)?(?:\*\*|__)?([^\s:*_][^:*_]{0,39}):(?:\*\*|__)?[ \t]*(.*)$")]
    private static partial Regex Field();

    /// <summary>What Markdown takes for markup wherever it stands, and for the end of a heading.</summary>
    [GeneratedRegex(@"[\\`*_\[\]<>|~]|&(?=#|[a-zA-Z])|#(?=#*[ \t]*$)")]
    private static partial Regex Marks();

    /// <summary>What it takes for markup where a line begins.</summary>
    [GeneratedRegex(@"(?<=^\s*)(?:[-+=](?=[\s=-]|$)|#)|(?<=^\s*[0-9]{1,9})[.)]")]
    private static partial Regex Starts();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escaped();

    private sealed record Entry(int Level, string Name, int Line)
    {
        /// <summary>The columns of which the document says something, with their lines.</summary>
        public Dictionary<string, List<string>> Fields { get; } = [];

        public void Add(string column, string line)
        {
            if (Fields.TryGetValue(column, out var lines))
            {
                lines.Add(line);
            }
            else if (line.Length > 0)
            {
                Fields[column] = [line];
            }
        }

        public string Text(string column) => Fields.TryGetValue(column, out var lines) ? string.Join('\n', lines).Trim() : "";
    }
}
