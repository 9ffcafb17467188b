using MiaVoices.Core;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Core.Reports;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public class MatricesTests
{
    [Fact]
    public void Groups_are_found_by_the_name_of_their_attribute_in_any_case()
    {
        using var project = Sample();
        var table = Run(project, "Grupp", CrossCount.Persons);
        Assert.Equal(["deltagare 2", "medarbetare 1"], table.Columns.Select(c => $"{c.Label} {c.Persons}"));
        Assert.Equal(["2 0", "1 1"], Text(table));
        Assert.Equal(["2 0", "1 2"], Text(Run(project, "grupp", CrossCount.Codings)));
    }

    [Fact]
    public void Sources_stand_under_their_labels()
    {
        using var project = Sample();
        var table = Run(project, "sources", CrossCount.Persons);
        Assert.Equal(["Intervju D01 1", "Intervju D02 1", "Intervju M01 1"], table.Columns.Select(c => $"{c.Label} {c.Persons}"));
        Assert.Equal(["1 1 0", "0 1 1"], Text(table));
    }

    [Fact]
    public void Codes_meet_where_their_codings_overlap()
    {
        using var project = Sample();
        Assert.Equal(["2 1", "1 2"], Text(Run(project, "codes", CrossCount.Persons)));
        Assert.Equal(["2 1", "1 3"], Text(Run(project, "codes", CrossCount.Codings)));
    }

    [Fact]
    public void A_selection_counts_those_who_fit()
    {
        using var project = Sample();
        var table = Matrices.Run(project.Store, new MatrixScope { Columns = "codes", Count = CrossCount.Codings, Threshold = 0, Where = [("grupp", "medarbetare")] });
        Assert.Equal(1, table.Persons);
        Assert.Equal(["0 0", "0 2"], Text(table));
    }

    [Fact]
    public void Outside_small_numbers_are_hidden()
    {
        using var project = Sample();
        var table = Matrices.Run(project.Store, new MatrixScope { Columns = "grupp" });
        Assert.All(table.Rows, r => Assert.True(r.Total.Suppressed && r.Cells.All(c => c.Suppressed)));
    }

    [Fact]
    public void An_unknown_attribute_is_refused_with_the_names_there_are()
    {
        using var project = Sample();
        var problem = Assert.Throws<UsageException>(() => Run(project, "ort", CrossCount.Persons)).Problem;
        Assert.Equal("matrix.columns", problem.Key);
        Assert.Equal(["ort", "grupp, codes, sources"], problem.Facts);
    }

    private static CrossTable Run(TinyProject project, string columns, CrossCount count) =>
        Matrices.Run(project.Store, new MatrixScope { Columns = columns, Count = count, Threshold = 0 });

    private static IEnumerable<string> Text(CrossTable table) => table.Rows.Select(r => string.Join(' ', r.Cells.Select(c => c.Count)));

    private static TinyProject Sample()
    {
        var project = new TinyProject();
        project.Code("stöd");
        project.Code("tid");
        project.Coding(project.Interview("D01", "deltagare", "Coachen ringde."), 1, "stöd");
        var second = project.Interview("D02", "deltagare", "Coachen hade tid att ringa.");
        project.Words(second, 1, "Coachen hade tid", "stöd");
        project.Words(second, 1, "tid att ringa", "tid");
        var staff = project.Interview("M01", "medarbetare", "Tiden är kort.", "?Hur då?", "Det går fort.");
        project.Coding(staff, 1, "tid");
        project.Coding(staff, 3, "tid");
        return project;
    }
}
