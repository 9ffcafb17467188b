using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using MiaVoices.Tests.Support;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>
/// A wave of a survey of the practice material as its own file and profile have it, read by other code than the program's:
/// text with semicolons, or the XML of a workbook.
/// </summary>
internal sealed class RawSurvey
{
    private static readonly string[] NoText = ["", "-", "."];

    private RawSurvey(JsonElement profile, string file, List<string[]> cells)
    {
        (File, Name, Wave) = (file, profile.GetProperty("name").GetString()!, profile.GetProperty("wave").GetProperty("value").GetString()!);
        (Population, Reached) = (profile.GetProperty("population").GetInt32(), profile.GetProperty("reached").GetInt32());
        Questions = [.. profile.GetProperty("columns").EnumerateArray().Where(c => c.TryGetProperty("id", out _)).Select(c => new Question(c))];
        Goals = [.. profile.GetProperty("goals").EnumerateArray().Select(g => new Goal(
            g.GetProperty("name").GetString()!, g.GetProperty("question").GetString()!, Words(g, "points"), g.GetProperty("target").GetDecimal()))];
        var headers = cells[0].Select(h => h.Trim()).ToList();
        var id = profile.GetProperty("respondentId").GetString()!;
        Rows =
        [
            .. cells.Skip(1)
                .Select(r => headers.Index().ToDictionary(h => h.Item, h => h.Index < r.Length ? r[h.Index].Trim() : ""))
                .Where(r => r.Values.Any(v => v.Length > 0))
                .DistinctBy(r => r[id])
                .Select(r => new Row(r[id], r)),
        ];
    }

    public string File { get; }

    public string Name { get; }

    public string Wave { get; }

    public int Population { get; }

    public int Reached { get; }

    public IReadOnlyList<Question> Questions { get; }

    public IReadOnlyList<Goal> Goals { get; }

    public IReadOnlyList<Row> Rows { get; }

    /// <summary>The groups that answered.</summary>
    public IEnumerable<string> Groups => Rows.Select(r => r.Cells["Grupp"]).Distinct();

    /// <summary>Rows that say anything at all.</summary>
    public int Answered => Rows.Count(r => Questions.Any(q => r.Cells[q.Header].Length > 0));

    /// <summary>The waves of a survey of the sample corpus, the oldest first.</summary>
    public static IReadOnlyList<RawSurvey> Of(string file, string profile)
    {
        var folder = Path.Combine(Repository.Root, "corpus-samples", "enkater");
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(folder, profile)));
        var profiles = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement.EnumerateArray().ToList() : [json.RootElement];
        return [.. profiles.Select(p => new RawSurvey(p, file, Cells(Path.Combine(folder, file), p.GetProperty("sheet").GetString()))).OrderBy(s => s.Wave, StringComparer.Ordinal)];
    }

    /// <summary>What a row answers, in points that count; none where it is silent or says what the profile calls missing.</summary>
    public static IReadOnlyList<string> Points(Row row, Question question)
    {
        var cell = row.Cells[question.Header];
        string[] given = question.Kind == "multiple" ? cell.Split(question.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : cell.Length == 0 ? [] : [cell];
        return [.. given.Distinct().Where(p => !question.Missing.Contains(p))];
    }

    /// <summary>Rows that answer a question with a point that counts, of a group or (null) of all.</summary>
    public IReadOnlyList<Row> Valid(Question question, string? group = null) => [.. In(group).Where(r => Points(r, question).Count > 0)];

    public int Count(Question question, string point, string? group = null) => In(group).Count(r => Points(r, question).Contains(point));

    public int Positive(Question question, string? group = null) => In(group).Count(r => Points(r, question).Any(question.Positive.Contains));

    /// <summary>Rows with words of their own in a free-text question.</summary>
    public IReadOnlyList<Row> Wrote(Question question) => [.. Rows.Where(r => !NoText.Contains(r.Cells[question.Header]))];

    private IEnumerable<Row> In(string? group) => Rows.Where(r => group is null || r.Cells["Grupp"] == group);

    private static List<string[]> Cells(string path, string? sheet) => sheet is null ? Text(path) : Workbook(path, sheet);

    private static List<string[]> Text(string path)
    {
        var read = CsvRows.Read(path);
        return [.. read.Rows.Select(r => read.Headers.Select(h => r[h]).ToArray()).Prepend([.. read.Headers])];
    }

    private static List<string[]> Workbook(string path, string sheet)
    {
        using var zip = ZipFile.OpenRead(path);
        XElement Part(string name)
        {
            using var stream = zip.GetEntry("xl/" + name)!.Open();
            return XDocument.Load(stream).Root!;
        }

        var main = XNamespace.Get("http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        var relation = XNamespace.Get("http://schemas.openxmlformats.org/officeDocument/2006/relationships") + "id";
        var shared = Part("sharedStrings.xml").Elements(main + "si").Select(s => string.Concat(s.Descendants(main + "t").Select(t => t.Value))).ToList();
        var id = Part("workbook.xml").Descendants(main + "sheet").Single(s => s.Attribute("name")!.Value == sheet).Attribute(relation)!.Value;
        var target = Part("_rels/workbook.xml.rels").Elements().Single(r => r.Attribute("Id")!.Value == id).Attribute("Target")!.Value;
        return
        [
            .. Part(target).Descendants(main + "row").Select(row =>
            {
                var cells = row.Elements(main + "c").ToDictionary(c => Column(c.Attribute("r")!.Value), c => c.Attribute("t")?.Value switch
                {
                    "s" => shared[int.Parse(c.Element(main + "v")!.Value, CultureInfo.InvariantCulture)],
                    _ => string.Concat(c.Descendants().Where(e => e.Name.LocalName is "v" or "t").Select(e => e.Value)),
                });
                return Enumerable.Range(0, cells.Keys.DefaultIfEmpty(-1).Max() + 1).Select(i => cells.GetValueOrDefault(i, "")).ToArray();
            }),
        ];
    }

    /// <summary>The column of a cell's name, from 0: "C12" is 2.</summary>
    private static int Column(string cell) => cell.TakeWhile(char.IsLetter).Aggregate(0, (n, c) => (n * 26) + c - 'A' + 1) - 1;

    private static string[] Words(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(w => w.GetString()!)] : [];

    internal sealed record Row(string Id, IReadOnlyDictionary<string, string> Cells);

    internal sealed record Goal(string Name, string Question, string[] Points, decimal Target);

    internal sealed class Question(JsonElement column)
    {
        public string Id { get; } = column.GetProperty("id").GetString()!;

        public string Header { get; } = column.GetProperty("header").GetString()!;

        public string Kind { get; } = column.GetProperty("role").GetString()!;

        public string? About { get; } = column.TryGetProperty("about", out var about) ? about.GetString() : null;

        public string Separator { get; } = column.TryGetProperty("separator", out var separator) ? separator.GetString()! : ";";

        public string[] Scale { get; } = Words(column, "scale");

        public string[] Positive { get; } = Words(column, "positive");

        public string[] Missing { get; } = Words(column, "missing");

        /// <summary>As a report names it.</summary>
        public string Name => $"{Id} {Header}";
    }
}
