using MiaVoices.Core.Changes;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

public sealed class MatrixScreenTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    public MatrixScreenTests()
    {
        var contacts = project.Code("myndighetskontakter", tag: "Mk").Id;
        var along = project.Code("följa med på möten", contacts).Id;
        var time = project.Code("mer tid", tag: "Mt").Id;
        for (var i = 1; i <= 12; i++)
        {
            var source = project.Import(Drafts.Interview(
                FormattableString.Invariant($"Intervju D{i:00}.txt"),
                ("I", Drafts.Asks, "Hur var det?"),
                ("D", Drafts.Answers, "Någon följde med på mötet. Det gav mer tid.")));
            if (i % 2 == 0)
            {
                project.Code(source, "Någon följde med på mötet.", along);
            }

            if (i is >= 3 and <= 10)
            {
                project.Code(source, "Det gav mer tid.", time);
            }

            if (i == 12)
            {
                project.Code(source, "på mötet. Det gav", contacts);
            }
        }

        foreach (var person in project.Store.Cases())
        {
            project.Store.Apply(new EditCase(person with { Attributes = new Dictionary<string, string> { ["kön"] = int.Parse(person.Name[1..], System.Globalization.CultureInfo.InvariantCulture) > 4 ? "kvinna" : "man" } }));
        }
    }

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 36)]
    public void The_matrix_looks_like_this(int width, int height)
    {
        using var screen = new ScreenDriver(project, width, height);
        screen.Open("matrix");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"matrix-{width}");
        screen.Press("h", "v");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"matrix-codings-{width}");
        screen.Press("v", "k").Type("koder").Press("Enter");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"matrix-share-{width}");
    }

    [Fact]
    public void Small_numbers_are_shown_only_when_asked_for_and_their_quotes_with_them()
    {
        using var screen = new ScreenDriver(project);
        screen.Open("matrix").Press("Right");
        Assert.Contains("..", screen.Screen, StringComparison.Ordinal);
        screen.Press("Enter");
        Assert.Contains("talet visas inte", screen.Screen, StringComparison.Ordinal);
        screen.Press("h", "Enter");
        Assert.Contains("myndighetskontakter · man · kodningar: 2", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_lists_the_quotes_behind_it_and_one_opens_in_the_reader()
    {
        using var screen = new ScreenDriver(project);
        screen.Open("matrix").Press("h", "k").Type("källor").Press("Enter", "Right", "Enter");
        Assert.Contains("Intervju D02 · kodningar: 1", screen.Screen, StringComparison.Ordinal);
        screen.Press("Enter");
        Assert.Equal("code", screen.Main.Current.Id);
        Assert.Contains("═ Intervju D02", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_two_codes_stand_those_that_overlap_or_those_of_persons_with_both()
    {
        var codes = project.Store.Codes();
        var persons = new MatrixScope { Columns = "codes", Threshold = 0 };
        var columns = Matrices.Run(project.Store, persons).Columns;
        Assert.Equal(4, Matrices.Quotes(project.Store, persons, codes[2].Id, columns[1]).Count);
        Assert.Empty(Matrices.Quotes(project.Store, persons with { Count = MiaVoices.Core.Figures.CrossCount.Codings }, codes[2].Id, columns[1]));
        Assert.Equal(8, Matrices.Quotes(project.Store, persons, codes[2].Id, null).Count);
    }

    [Fact]
    public void A_selection_counts_only_those_who_are_in_it()
    {
        using var screen = new ScreenDriver(project);
        screen.Open("matrix").Press("u").Type("kvinna").Press("Enter");
        Assert.Contains("personer: 8", screen.Screen, StringComparison.Ordinal);
        screen.Press("u").Type("alla").Press("Enter");
        Assert.Contains("personer: 12", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_sorted_by_a_column_and_stand_as_in_the_codebook_again()
    {
        using var screen = new ScreenDriver(project);
        screen.Open("matrix").Press("h", "s");
        Assert.Equal(["Mt mer tid", "Mk myndighetskontakter", "följa med på möten"], Rows(screen));
        screen.Press("Enter");
        Assert.Contains("mer tid · kvinna", screen.Screen, StringComparison.Ordinal);
        screen.Press("Escape", "s");
        Assert.Equal(["Mk myndighetskontakter", "följa med på möten", "Mt mer tid"], Rows(screen));
    }

    /// <summary>The order of small numbers that are hidden would tell which is the greater.</summary>
    [Fact]
    public void Numbers_that_are_hidden_sort_nothing()
    {
        using var screen = new ScreenDriver(project);
        screen.Open("matrix").Press("s");
        Assert.Equal(["Mk myndighetskontakter", "följa med på möten", "Mt mer tid"], Rows(screen));
    }

    private static List<string> Rows(ScreenDriver screen) =>
        [.. screen.Screen.Split('\n').Select(l => new[] { "Mk myndighetskontakter", "följa med på möten", "Mt mer tid" }.FirstOrDefault(c => l.Contains(c, StringComparison.Ordinal))).OfType<string>()];

    [Fact]
    public void A_project_without_codes_says_so()
    {
        using var empty = new ProjectBuilder();
        using var screen = new ScreenDriver(empty, 80, 24);
        screen.Open("matrix");
        Assert.Contains("Inga koder än", screen.Screen, StringComparison.Ordinal);
        screen.Press("Enter", "v", "h", "Right");
        Assert.Contains("Matris", screen.Screen, StringComparison.Ordinal);
    }
}
