using MiaVoices.Core.Changes;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

public sealed class HistoryScreenTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 36)]
    public void The_history_looks_like_this(int width, int height)
    {
        var time = project.Code("mer tid");
        project.Code("väntetider", by: project.As("Elin"));
        project.Store.Apply(new EditCode(time with { Definition = "När tiden räcker." }));
        project.Store.Undo();
        using var screen = new ScreenDriver(project, width, height);
        screen.Open("history");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"history-{width}");
        screen.Press("End", "Enter");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"history-undo-{width}");
    }

    [Fact]
    public void Undo_goes_down_to_a_chosen_step_after_telling_how_many_and_never_by_the_same_key()
    {
        var before = project.Dump();
        var time = project.Code("mer tid");
        project.Store.Apply(new EditCode(time with { Definition = "Ett" }));
        project.Store.Undo();
        project.Store.Redo();
        project.Code("ekonomi");
        var after = project.Dump();
        using var screen = new ScreenDriver(project);
        screen.Open("history").Press("End", "u");
        Assert.Contains("Antal steg: 3.", screen.Screen, StringComparison.Ordinal);
        screen.Press("u", "Enter");
        Assert.Equal(after, project.Dump());
        screen.Press("u", "Left", "Enter");
        Assert.Equal(before, project.Dump());
        Assert.Contains("Ångrade steg: 3.", screen.Screen, StringComparison.Ordinal);
        screen.Press("Ctrl+Y", "Ctrl+Y", "Ctrl+Y");
        Assert.Equal(after, project.Dump());
    }

    [Fact]
    public void It_stops_with_the_reason_where_another_coder_has_built_on_a_step()
    {
        var stress = project.Code("stress");
        project.Code("brådska", stress.Id, by: project.As("Elin"));
        project.Code("ekonomi");
        using var screen = new ScreenDriver(project);
        screen.Open("history").Press("End", "u", "Left", "Enter");
        Assert.Contains("Ångrade steg: 1 av 2.", screen.Screen, StringComparison.Ordinal);
        Assert.Equal(["stress", "brådska"], screen.Store.Codes().Select(c => c.Name));
        screen.Press("Up", "u");
        Assert.Contains("Elin", screen.Screen, StringComparison.Ordinal);
        Assert.Equal(2, screen.Store.Codes().Count);
    }

    [Fact]
    public void One_coders_steps_alone_are_shown_when_asked_for()
    {
        project.Code("mer tid");
        project.Code("väntetider", by: project.As("Elin"));
        using var screen = new ScreenDriver(project);
        screen.Open("history").Press("k").Type("Elin").Press("Enter");
        Assert.Contains("väntetider", screen.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("mer tid", screen.Screen, StringComparison.Ordinal);
        screen.Press("k").Type("alla").Press("Enter");
        Assert.Contains("mer tid", screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_history_is_read_as_one_scrolls()
    {
        var code = project.Code("kod");
        for (var i = 0; i < 450; i++)
        {
            project.Store.Apply(new EditCode(code with { Definition = FormattableString.Invariant($"nr {i}") }));
        }

        using var screen = new ScreenDriver(project);
        screen.Open("history").Press("End", "End", "End", "End");
        Assert.Contains("lade till koden kod", screen.Screen, StringComparison.Ordinal);
        Assert.Equal(451, screen.Store.Journal().Count());
        Assert.Equal([450, 449], screen.Store.Journal(before: 451).Take(2).Select(e => (int)e.Sequence));
    }

    [Fact]
    public void Without_steps_it_says_so()
    {
        using var screen = new ScreenDriver(project, 80, 24);
        screen.Open("history").Press("Enter", "Down");
        Assert.Contains("Inget är gjort än", screen.Screen, StringComparison.Ordinal);
    }
}
