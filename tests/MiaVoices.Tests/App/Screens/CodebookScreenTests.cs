using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

public sealed class CodebookScreenTests : IDisposable
{
    private readonly ProjectBuilder project = new();
    private readonly Code contacts;
    private readonly Code time;

    public CodebookScreenTests()
    {
        var source = project.Import(Drafts.Interview(
            "Intervju D07.txt",
            ("I", Drafts.Asks, "Hur upplever du kontakten med myndigheterna?"),
            ("D", Drafts.Answers, "Det var svårt först. Sedan följde någon med mig på mötet."),
            ("D", Drafts.Answers, "Mer tid. Att ingen stressar en.")));
        contacts = project.Code("myndighetskontakter", tag: "Mk");
        project.Store.Apply(new EditCode(contacts with { Definition = "Personen talar om kontakten med en eller flera myndigheter.", Include = "Möten, samtal, blanketter.", Exclude = "Väntan på beslut.", Keywords = ["möte", "handläggare"] }));
        var along = project.Code("följa med på möten", contacts.Id);
        time = project.Code("mer tid", tag: "Mt");
        project.Code(source, "Det var svårt först.", contacts.Id);
        project.Code(source, "Sedan följde någon med mig på mötet.", along.Id);
        project.Code(source, "Mer tid.", time.Id);
        project.Memo(MemoTarget.Code, contacts.Id, "Fundera på om koden ska delas.");
    }

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 36)]
    public void The_codebook_looks_like_this(int width, int height)
    {
        using var screen = new ScreenDriver(project, width, height);
        screen.Open("codebook");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"codebook-{width}");
        screen.Press("Enter");
        ApprovedGrid.Verify(screen.Driver.Terminal, $"codebook-quotes-{width}");
    }

    [Fact]
    public void Codes_are_added_renamed_and_moved_and_each_is_one_step()
    {
        using var screen = new ScreenDriver(project);
        var before = project.Dump();
        screen.Open("codebook").Press("+").Type("ekonomi").Press("Enter", "u").Type("skulder").Press("Enter");
        var tree = new CodeTree(screen.Store.Codes());
        Assert.Equal("ekonomi / skulder", tree.Path(tree.Find("skulder").Id));
        screen.Press("r").Type(" hos Kronofogden").Press("Enter", "f").Type("översta").Press("Enter");
        Assert.Null(new CodeTree(screen.Store.Codes()).Find("skulder hos Kronofogden").Parent);
        screen.Press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z");
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void What_a_code_means_is_edited_in_its_card_and_by_a_key()
    {
        using var screen = new ScreenDriver(project);
        screen.Open("codebook").Press("e", "Enter").Type("Ny. ").Press("Tab", "Enter");
        Assert.Contains("Ny.", screen.Store.Codes()[0].Definition, StringComparison.Ordinal);
        screen.Press("e").Type("färg").Press("Enter").Type("blå").Press("Enter");
        Assert.Equal("", screen.Store.Codes()[0].Color);
        Assert.Contains("#rrggbb", screen.Screen, StringComparison.Ordinal);
        screen.Press("e").Type("färg").Press("Enter").Type("#3366cc").Press("Enter");
        Assert.Equal("#3366cc", screen.Store.Codes()[0].Color);
        screen.Press("Tab", "End", "Enter").Type(" Ja.").Press("Tab", "Enter");
        Assert.Contains("Ja.", Assert.Single(screen.Store.Memos()).Text, StringComparison.Ordinal);
        screen.Press("n").Type("En tanke till").Press("Tab", "Enter");
        Assert.Equal(2, screen.Store.Memos().Count);
    }

    [Fact]
    public void Merging_tells_how_many_codings_move_and_is_asked_for()
    {
        using var screen = new ScreenDriver(project);
        var before = project.Dump();
        screen.Open("codebook").Press("End", "s").Type("Mk").Press("Enter");
        Assert.Contains("Kodningar som flyttas: 1.", screen.Screen, StringComparison.Ordinal);
        screen.Press("Enter");
        Assert.Equal(before, project.Dump());
        screen.Press("s").Type("Mk").Press("Enter", "Left", "Enter");
        Assert.DoesNotContain(screen.Store.Codes(), c => c.Id == time.Id);
        Assert.Equal(2, screen.Store.Codings(new CodingScope { Codes = [contacts.Id] }).Count());
        screen.Press("Ctrl+Z");
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void Chosen_codings_become_a_code_of_their_own()
    {
        using var screen = new ScreenDriver(project);
        screen.Open("codebook").Press("d", "Space", "Enter").Type("svårt att börja").Press("Enter");
        var made = screen.Store.Codes().Single(c => c.Name == "svårt att börja");
        Assert.Equal("Det var svårt först.", screen.Store.Codings(new CodingScope { Codes = [made.Id] }).Single().Coding.Quote);
        screen.Press("Ctrl+Z");
        Assert.DoesNotContain(screen.Store.Codes(), c => c.Id == made.Id);
    }

    [Fact]
    public void A_code_goes_to_the_bin_after_a_question_and_comes_back_with_those_above_it()
    {
        using var screen = new ScreenDriver(project);
        var before = project.Dump();
        screen.Open("codebook").Press("Delete");
        Assert.Contains("Kodningar som tas bort: 2.", screen.Screen, StringComparison.Ordinal);
        screen.Press("Delete", "Enter");
        Assert.Equal(before, project.Dump());
        screen.Press("Delete", "Left", "Enter");
        Assert.Equal([time.Id], screen.Store.Codes().Select(c => c.Id));
        Assert.Equal(2, screen.Store.CodeBin().Count);
        screen.Press("p").Type("följa").Press("Enter");
        Assert.Equal(3, screen.Store.Codes().Count);
        screen.Press("Ctrl+Z", "Ctrl+Z");
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void A_restored_code_says_where_its_codings_are()
    {
        using var screen = new ScreenDriver(project);
        screen.Open("codebook").Press("End", "Delete", "Left", "Enter", "p", "Enter");
        Assert.Contains("inte kodningarna som togs bort i samma steg (1 st)", screen.Screen, StringComparison.Ordinal);
        var step = screen.Store.Journal().First(e => e.Change is Batch { Purpose: "code.remove" }).Sequence;
        Assert.Contains(FormattableString.Invariant($"steg {step}"), screen.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_codes_own_colour_tints_it_in_the_list_and_at_the_text()
    {
        project.Store.Apply(new EditCode(time with { Color = "#ff66cc" }));
        using var screen = new ScreenDriver(project);
        // The last hue on dark grounds, as 24-bit colour.
        const string Pink = "255:150:211";
        Assert.Contains(Pink, Ink(screen, "█ Mt mer tid"), StringComparison.Ordinal);
        Assert.Contains(Pink, Ink(screen, "▎   Mer tid."), StringComparison.Ordinal);
        screen.Open("codebook");
        Assert.Contains(Pink, Ink(screen, "█ Mt mer tid"), StringComparison.Ordinal);
    }

    private static string Ink(ScreenDriver screen, string text)
    {
        var rows = screen.Screen.Split('\n');
        var row = Array.FindIndex(rows, r => r.Contains(text, StringComparison.Ordinal));
        return screen.Driver.Terminal[rows[row].IndexOf(text, StringComparison.Ordinal), row].Pen;
    }

    [Fact]
    public void Siblings_change_places_and_each_is_one_step()
    {
        using var screen = new ScreenDriver(project);
        var before = project.Dump();
        screen.Open("codebook").Press("End", "Ctrl+Up");
        Assert.Equal([time.Id, contacts.Id], new CodeTree(screen.Store.Codes()).Roots.Select(c => c.Id));
        Assert.Contains("Flyttade «mer tid» uppåt", screen.Screen, StringComparison.Ordinal);
        screen.Press("Ctrl+Up");
        Assert.Contains("står redan först", screen.Screen, StringComparison.Ordinal);
        screen.Press("Ctrl+Down");
        Assert.Equal([contacts.Id, time.Id], new CodeTree(screen.Store.Codes()).Roots.Select(c => c.Id));
        screen.Press("Ctrl+Z", "Ctrl+Z");
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void A_quote_is_opened_in_the_reader()
    {
        using var screen = new ScreenDriver(project);
        screen.Open("codebook").Press("End", "Enter", "Enter");
        Assert.Equal("code", screen.Main.Current.Id);
    }

    [Fact]
    public void An_empty_codebook_gets_its_first_code()
    {
        using var empty = new ProjectBuilder();
        using var screen = new ScreenDriver(empty, 80, 24);
        screen.Open("codebook");
        Assert.Contains("Inga koder än", screen.Screen, StringComparison.Ordinal);
        screen.Press("+").Type("bemötande").Press("Enter");
        Assert.Single(screen.Store.Codes());
    }
}
