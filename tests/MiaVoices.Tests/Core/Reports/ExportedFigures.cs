using System.Globalization;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;

namespace MiaVoices.Tests.Core.Reports;

/// <summary>The figures of a project counted anew from its exported tables alone, as somebody with a spreadsheet would.</summary>
public sealed class ExportedFigures
{
    private readonly Dictionary<string, Sheet> _sheets;
    private readonly List<SheetRow> _segments;
    private readonly List<SheetRow> _codings;
    private readonly Dictionary<string, string> _kind;

    public ExportedFigures(IProjectStore store)
    {
        _sheets = ProjectExport.Tables(store).ToDictionary(s => s.Name);
        _kind = Rows("sources.csv").ToDictionary(r => r["name"], r => r["kind"]);
        _segments = [.. Rows("segments.csv")];
        _codings = [.. Rows("codings.csv").Where(r => r["code"].Length > 0)];
        Group = Rows("cases.csv").DistinctBy(r => r["case"]).ToDictionary(r => r["case"], r => r["grupp"]);
        Persons = [.. _segments.Where(IsPersons).Select(r => r["respondent"]).Distinct()];
    }

    public Dictionary<string, string> Group { get; }

    public List<string> Persons { get; }

    public IEnumerable<SheetRow> Rows(string sheet) => _sheets[sheet].Rows;

    public int Size(string group) => Persons.Count(p => Group[p] == group);

    /// <summary>Persons with a coding that touches something they say, of the code or one below it.</summary>
    public List<string> With(string code) =>
    [
        .. Codings(code).SelectMany(c => _segments.Where(s => s["source"] == c["source"] && Int(s, "start") < Int(c, "end") && Int(s, "end") > Int(c, "start") && IsPersons(s)))
            .Select(s => s["respondent"]).Distinct(),
    ];

    public int Passages(string code) => Codings(code).Select(c => (c["source"], c["start"], c["end"])).Distinct().Count();

    public int Sources(string code) => Codings(code).Select(c => c["source"]).Distinct().Count();

    public IEnumerable<SheetRow> Codings(string code)
    {
        var below = Below(code).ToHashSet();
        return _codings.Where(c => below.Contains(c["code"]));
    }

    /// <summary>Sources, persons, segments and read segments of a kind of source and a group.</summary>
    public (int Sources, int Persons, int Segments, int Read) Material(string kind, string group)
    {
        var read = Rows("codings.csv").Select(c => (Source: c["source"], Start: Int(c, "start"), End: Int(c, "end"))).ToList();
        var segments = _segments.Where(s => _kind[s["source"]] == kind && (kind == "notes" || (IsPersons(s) && Group[s["respondent"]] == group))).ToList();
        return (
            segments.Select(s => s["source"]).Distinct().Count(),
            segments.Select(s => s["respondent"]).Distinct().Count(),
            segments.Count,
            segments.Count(s => read.Any(c => c.Source == s["source"] && c.Start < Int(s, "end") && c.End > Int(s, "start"))));
    }

    public SheetRow? Segment(string label, int ordinal)
    {
        var source = Rows("sources.csv").Single(r => r["label"] == label)["name"];
        return _segments.SingleOrDefault(s => s["source"] == source && Int(s, "ordinal") == ordinal);
    }

    private IEnumerable<string> Below(string code)
    {
        var tag = Rows("codebook.csv").Single(r => r["name"] == code)["code"];
        return Rows("codebook.csv").Where(r => r["parent"] == code || (tag.Length > 0 && r["parent"] == tag)).SelectMany(r => Below(r["name"])).Prepend(code);
    }

    private bool IsPersons(SheetRow s) => s["role"] == "respondent" && s["respondent"].Length > 0 && _kind[s["source"]] != "notes";

    private static int Int(SheetRow row, string column) => int.Parse(row[column], CultureInfo.InvariantCulture);
}
