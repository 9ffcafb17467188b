using System.Globalization;
using MiaVoices.Tests.Support;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>
/// The figures of a theme report counted from the tables of <c>mia export</c> and nothing else, by other code than the
/// program's: what a controller with a spreadsheet would do.
/// </summary>
internal sealed class ExportedProject
{
    private readonly Dictionary<string, string> group;
    private readonly Dictionary<string, string> unit;
    private readonly List<Source> sources;
    private readonly List<Coding> marks;

    public ExportedProject(string folder)
    {
        CsvRows Table(string name) => CsvRows.Read(Path.Combine(folder, name));
        sources = [.. Table("sources.csv").Rows.Select(r => new Source(r["name"], r["wave"], r["kind"], r["survey"], Number(r["population"]), Number(r["reached"])) { Label = r["label"] })];
        foreach (var r in Table("segments.csv").Rows)
        {
            Of(r["source"], r["wave"]).Segments.Add(new Segment(int.Parse(r["start"], CultureInfo.InvariantCulture), int.Parse(r["end"], CultureInfo.InvariantCulture), r["role"], r["respondent"])
            {
                Ordinal = int.Parse(r["ordinal"], CultureInfo.InvariantCulture),
                Text = r["text"],
                Timecode = r["timecode"].Length == 0 ? null : double.Parse(r["timecode"], CultureInfo.InvariantCulture),
            });
        }

        foreach (var r in Table("answers.csv").Rows)
        {
            Of(r["source"], r["wave"]).Answered.Add(r["case"]);
        }

        group = Table("cases.csv").Rows.GroupBy(r => r["case"]).ToDictionary(g => g.Key, g => g.First()["grupp"]);
        unit = Table("cases.csv").Rows.GroupBy(r => r["case"]).ToDictionary(g => g.Key, g => g.First()["delprojekt"]);
        marks = [.. Table("codings.csv").Rows.Select(r => new Coding(
            Of(r["source"], r["wave"]), int.Parse(r["start"], CultureInfo.InvariantCulture), int.Parse(r["end"], CultureInfo.InvariantCulture), r["code"], r["codePath"], r["origin"], r["coder"]) { Polarity = r["polarity"] })];
        Codes = [.. Table("codebook.csv").Rows];
        Answers = [.. Table("answers.csv").Rows];
        Questions = [.. Table("questions.csv").Rows];
        foreach (var source in sources.Where(s => s.Kind != "notes"))
        {
            Persons.UnionWith(source.Segments.Where(s => s.Role == "respondent" && s.Respondent.Length > 0).Select(s => s.Respondent));
        }
    }

    /// <summary>Everyone with a segment of their own.</summary>
    public HashSet<string> Persons { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Codes { get; }

    /// <summary>The closed answers, a row for each person and question.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Answers { get; }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Questions { get; }

    public IEnumerable<Coding> Codings => marks.Where(m => m.Code.Length > 0);

    public IReadOnlyList<Source> Sources => sources;

    /// <summary>Names from the top down to a code of the codebook.</summary>
    public string PathOf(IReadOnlyDictionary<string, string> code)
    {
        var above = Codes.FirstOrDefault(c => code["parent"].Length > 0 && (c["code"] == code["parent"] || c["name"] == code["parent"]));
        return above is null ? code["name"] : PathOf(above) + " / " + code["name"];
    }

    public IReadOnlyList<Coding> Theme(string path) => [.. Codings.Where(c => c.Path == path || c.Path.StartsWith(path + " / ", StringComparison.Ordinal))];

    /// <summary>Persons with at least one coding of a theme or of a code below it, in a group or (null) in all.</summary>
    public int PersonsOf(string path, string? inGroup) => With(path).Count(p => inGroup is null || GroupOf(p) == inGroup);

    /// <summary>Persons with at least one coding of a theme or of a code below it.</summary>
    public HashSet<string> With(string path) =>
    [
        .. Theme(path)
            .Where(c => c.Source.Kind != "notes")
            .SelectMany(c => c.Source.Segments.Where(s => s.Start < c.End && s.End > c.Start && s.Role == "respondent" && Persons.Contains(s.Respondent)))
            .Select(s => s.Respondent),
    ];

    /// <summary>Those who count as persons and answered a question of a wave, with whether the answer is positive.</summary>
    public Dictionary<string, bool> Sides(IReadOnlyDictionary<string, string> question, bool onlyPersons = true)
    {
        var (good, none) = (question["positive"].Split('|'), question["missing"].Split('|'));
        return Answers.Where(a => a["survey"] == question["survey"] && a["wave"] == question["wave"] && a["question"] == question["id"] && (!onlyPersons || Persons.Contains(a["case"])))
            .Select(a => (Case: a["case"], Points: a["points"].Split('|').Where(p => p.Length > 0 && !none.Contains(p)).ToList()))
            .Where(a => a.Points.Count > 0)
            .ToDictionary(a => a.Case, a => a.Points.Exists(good.Contains));
    }

    /// <summary>Persons who say something of a theme, or of a code below it, with a polarity (<c>well</c>, <c>less</c>, <c>proposal</c>).</summary>
    public HashSet<string> Said(string path, string polarity) =>
    [
        .. Theme(path).Where(c => c.Polarity == polarity && c.Source.Kind != "notes")
            .SelectMany(c => c.Source.Segments.Where(s => s.Start < c.End && s.End > c.Start && s.Role == "respondent" && Persons.Contains(s.Respondent)))
            .Select(s => s.Respondent),
    ];

    public int PersonsIn(string? inGroup) => Persons.Count(p => inGroup is null || GroupOf(p) == inGroup);

    /// <summary>The sub-project of a person, or empty.</summary>
    public string UnitOf(string person) => unit.GetValueOrDefault(person, "");

    public string GroupOf(string person) => group.GetValueOrDefault(person, "");

    /// <summary>Sources, persons, segments and reviewed segments of a kind of source and a group ("" for notes).</summary>
    public (int Sources, int Persons, int Segments, int Reviewed) Material(string kind, string inGroup)
    {
        var own = sources.Where(s => s.Kind == kind)
            .SelectMany(s => s.Segments.Select(g => (Source: s, Segment: g)))
            .Where(x => kind == "notes" || (x.Segment.Role == "respondent" && Persons.Contains(x.Segment.Respondent) && GroupOf(x.Segment.Respondent) == inGroup))
            .ToList();
        return (
            own.Select(x => x.Source).Distinct().Count(),
            own.Select(x => x.Segment.Respondent).Where(p => p.Length > 0).Distinct().Count(),
            own.Count,
            own.Count(x => marks.Any(m => m.Source == x.Source && m.Start < x.Segment.End && m.End > x.Segment.Start)));
    }

    /// <summary>All segments that the material counts: what persons say, what nobody has told apart yet, and notes; and those read.</summary>
    public (int Segments, int Reviewed) AllMaterial()
    {
        var own = sources.Where(s => s.Kind != "table").SelectMany(s => s.Segments.Where(g => s.Kind == "notes" || g.Role != "interviewer").Select(g => (Source: s, Segment: g))).ToList();
        return (own.Count, own.Count(x => marks.Any(m => m.Source == x.Source && m.Start < x.Segment.End && m.End > x.Segment.Start)));
    }

    private static int? Number(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private Source Of(string name, string wave) => sources.Where(s => s.Name == name).ToList() is [var only] ? only : sources.Single(s => s.Name == name && s.Wave == wave);

    internal sealed record Source(string Name, string Wave, string Kind, string Survey, int? Population, int? Reached)
    {
        public string Label { get; init; } = "";

        public List<Segment> Segments { get; } = [];

        public HashSet<string> Answered { get; } = new(StringComparer.Ordinal);

        public bool Equals(Source? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => HashCode.Combine(Name, Wave);
    }

    internal sealed record Segment(int Start, int End, string Role, string Respondent)
    {
        public int Ordinal { get; init; }

        public string Text { get; init; } = "";

        /// <summary>Seconds, or null.</summary>
        public double? Timecode { get; init; }
    }

    internal sealed record Coding(Source Source, int Start, int End, string Code, string Path, string Origin, string Coder)
    {
        public string Polarity { get; init; } = "";
    }
}
