using System.Globalization;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class ProjectExportTests : IDisposable
{
    private readonly RichProject project = new();

    [Fact]
    public void Every_table_has_a_file_of_its_own_and_every_row_its_columns()
    {
        var tables = ProjectExport.Tables(project.Store).ToList();
        Assert.Equal(
            ["sources.csv", "segments.csv", "cases.csv", "codebook.csv", "codings.csv", "questions.csv", "answers.csv", "memos.csv", "suggestion-answers.csv", "searches.csv", "quotes.csv", "passages.csv"],
            tables.Select(t => t.Name));
        Assert.All(tables, t => Assert.All(t.Rows, r => Assert.Equal(t.Headers.Count, r.Cells.Count)));
        Assert.All(tables, t => Assert.NotEmpty(t.Rows));
    }

    [Fact]
    public void The_figures_of_a_project_can_be_counted_from_its_tables()
    {
        var tables = ProjectExport.Tables(project.Store).ToDictionary(t => t.Name);
        var interview = tables["sources.csv"].Rows.Single(r => r["label"] == "Intervju D07");
        var segments = tables["segments.csv"].Rows.Where(r => r["sourceId"] == interview["id"]).ToList();
        Assert.Equal(interview["segments"], segments.Count.ToString(CultureInfo.InvariantCulture));
        var text = string.Join('\n', segments.Select(r => r.Cells[^1]));
        Assert.Equal(interview["length"], text.Length.ToString(CultureInfo.InvariantCulture));
        var coding = tables["codings.csv"].Rows.Single(r => r["code"].Length > 0);
        Assert.Equal(coding["quote"], text[int.Parse(coding["start"], CultureInfo.InvariantCulture)..int.Parse(coding["end"], CultureInfo.InvariantCulture)]);
        Assert.Equal(
            project.Store.CodedCases().Count(),
            tables["codings.csv"].Rows.Where(r => r["respondent"].Length > 0 && r["code"].Length > 0).Select(r => (r["codePath"], r["respondent"])).Distinct().Count());
        Assert.Equal(["alltid", "ibland", ""], tables["answers.csv"].Rows.Select(r => r["points"]));
        Assert.Equal(["", "rejected"], tables["suggestion-answers.csv"].Rows.Select(r => (r["other"], r["answer"])).SelectMany(r => new[] { r.Item1, r.Item2 }));
    }

    [Fact]
    public void The_tables_are_the_same_when_they_have_been_files()
    {
        foreach (var table in ProjectExport.Tables(project.Store))
        {
            var read = Tables.AsFile(table);
            Assert.Equal(table.Headers, read.Headers);
            Assert.Equal(table.Rows.Select(Told), read.Rows.Select(Told));
        }
    }

    public void Dispose() => project.Dispose();

    private static string Told(SheetRow row) => string.Join('¦', row.Headers.Select(h => row[h]));
}
