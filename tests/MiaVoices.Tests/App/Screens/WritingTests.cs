using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace MiaVoices.Tests.App.Screens;

/// <summary>Longer texts: saved as drafts while they are typed, and never lost.</summary>
public sealed class WritingTests : IDisposable
{
    private readonly ProjectBuilder project = new();
    private readonly Guid source;
    private readonly Code time;

    public WritingTests()
    {
        source = project.Import(Drafts.Interview(
            "Intervju D07.txt",
            ("I", Drafts.Asks, "Vad hade hjälpt?"),
            ("D", Drafts.Answers, "Mer tid. Att ingen stressar en.")));
        time = project.Code("mer tid", tag: "Mt");
    }

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 36)]
    public void A_memo_looks_like_this_while_it_is_written(int width, int height)
    {
        using var screen = new ScreenDriver(project, width, height);
        screen.Press("Down", "n").Type("Här finns två saker:\nklocktid och processtid.").Settle();
        ApprovedGrid.Verify(screen.Driver.Terminal, $"memo-{width}");
    }

    [Fact]
    public void What_is_typed_is_a_draft_within_a_second_also_for_one_who_never_pauses()
    {
        using var screen = new ScreenDriver(project);
        screen.Press("n");
        for (var i = 0; i < 12; i++)
        {
            screen.Type("x");
            screen.Driver.Wait(100);
        }

        Assert.InRange(Assert.Single(screen.Store.Drafts.All()).Text.Length, 6, 12);
        screen.Driver.Wait(1_000);
        Assert.Equal("xxxxxxxxxxxx", Assert.Single(screen.Store.Drafts.All()).Text);
        Assert.Contains("Utkast sparat", screen.Screen, StringComparison.Ordinal);
        Assert.Empty(screen.Store.Memos());
    }

    [Fact]
    public void Esc_keeps_the_draft_and_the_same_memo_brings_it_back_until_it_is_saved()
    {
        using var screen = new ScreenDriver(project);
        var before = project.Dump();
        screen.Press("Down", "n").Type("jämför D08").Press("Escape");
        Assert.Contains("Utkastet ligger kvar", screen.Screen, StringComparison.Ordinal);
        Assert.Equal(before, project.Dump());
        screen.Press("n");
        Assert.Contains("jämför D08", screen.Screen, StringComparison.Ordinal);
        screen.Type(", och D09").Press("Ctrl+S");
        Assert.Equal("jämför D08, och D09", Assert.Single(screen.Store.Memos()).Text);
        Assert.Empty(screen.Store.Drafts.All());
        screen.Press("Ctrl+Z");
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void A_draft_that_cannot_be_saved_is_tried_again_and_typing_goes_on()
    {
        using var screen = new ScreenDriver(project);
        screen.Press("n");
        using (var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = project.File, Pooling = false }.ToString()))
        {
            other.Open();
            using var writing = other.BeginTransaction();
            using var command = other.CreateCommand();
            command.CommandText = "UPDATE project SET value = value";
            command.ExecuteNonQuery();
            screen.Type("ett").Settle();
            Assert.Contains("inte sparat än", screen.Screen, StringComparison.Ordinal);
            screen.Type(" två").Settle();
            Assert.Contains("ett två", screen.Screen, StringComparison.Ordinal);
            // Closing does not wait either.
            screen.Press("Escape");
            Assert.Empty(screen.Store.Drafts.All());
        }

        screen.Settle();
        Assert.Equal("ett två", Assert.Single(screen.Store.Drafts.All()).Text);
    }

    [Fact]
    public void A_draft_is_dropped_only_after_a_question()
    {
        using var screen = new ScreenDriver(project);
        screen.Press("n").Type("bort").Press("Tab", "Right", "Enter", "Enter");
        Assert.Single(screen.Store.Drafts.All());
        screen.Press("n", "Tab", "Right", "Enter", "Left", "Enter");
        Assert.Empty(screen.Store.Drafts.All());
    }

    [Fact]
    public void A_text_that_was_cut_off_is_opened_where_it_was()
    {
        var segment = project.Store.Segments(new SegmentScope { Source = source, Ordinal = 2 }).Single();
        project.Store.Drafts.Save(FormattableString.Invariant($"memo:segment:{segment.Id:N}"), "halvfärdigt");
        using (var screen = new ScreenDriver(project))
        {
            Assert.Contains("halvfärdigt", screen.Screen, StringComparison.Ordinal);
            Assert.Contains("Om stycke 2", screen.Screen, StringComparison.Ordinal);
            Assert.Contains("Här är det du började skriva", screen.Screen, StringComparison.Ordinal);
            screen.Press("Escape");
        }

        // What was put aside is told, not opened.
        using var later = new ScreenDriver(project);
        Assert.Contains("Påbörjade texter som inte är sparade: 1", later.Screen, StringComparison.Ordinal);
        later.Press("Ctrl+P").Type("påbörjade").Press("Enter", "Enter");
        Assert.Contains("halvfärdigt", later.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_code_means_is_a_draft_too_and_opens_in_the_codebook()
    {
        using (var screen = new ScreenDriver(project))
        {
            screen.Open("codebook").Press("e", "Enter").Type("När tiden räcker.").Settle();
            Assert.Single(screen.Store.Drafts.All());
        }

        using var later = new ScreenDriver(project);
        Assert.Equal("codebook", later.Main.Current.Id);
        later.Press("Ctrl+S");
        Assert.Equal("När tiden räcker.", later.Store.Codes().Single().Definition);
        Assert.Empty(later.Store.Drafts.All());
    }

    [Fact]
    public void The_short_form_and_the_memo_of_a_coding_are_drafts_too()
    {
        var coding = project.Code(source, "Mer tid.", time.Id);
        using (var screen = new ScreenDriver(project))
        {
            screen.Press("Down", "Down", "k").Type("tid räcker").Settle();
        }

        using var later = new ScreenDriver(project);
        Assert.Contains("tid räcker", later.Screen, StringComparison.Ordinal);
        later.Press("Ctrl+S", "e", "Enter").Type("fint").Press("Ctrl+S");
        var now = later.Store.Codings(CodingScope.All).Single().Coding;
        Assert.Equal((coding.Id, "tid räcker", "fint"), (now.Id, now.Condensed, now.Memo));
    }

    [Fact]
    public void What_was_written_on_something_that_has_gone_becomes_a_memo_on_the_project()
    {
        var coding = project.Code(source, "Mer tid.", time.Id);
        project.Store.Drafts.Save(FormattableString.Invariant($"coding:condensed:{coding.Id:N}"), "inte borta");
        project.Store.Apply(new RemoveCoding(coding.Id));
        using var screen = new ScreenDriver(project);
        Assert.Contains("finns inte kvar", screen.Screen, StringComparison.Ordinal);
        screen.Press("Ctrl+S");
        var memo = Assert.Single(screen.Store.Memos());
        Assert.Equal((MemoTarget.Project, "inte borta"), (memo.Target, memo.Text));
        Assert.Empty(screen.Store.Drafts.All());
    }

    [Theory]
    [InlineData("källan", MemoTarget.Source)]
    [InlineData("stycke", MemoTarget.Segment)]
    [InlineData("personen", MemoTarget.Case)]
    [InlineData("projektet", MemoTarget.Project)]
    public void A_memo_is_written_on_anything(string what, MemoTarget target)
    {
        using var screen = new ScreenDriver(project);
        var before = project.Dump();
        screen.Press("Down", "Down", "e").Type(what).Press("Enter").Type("tanke").Press("Ctrl+S");
        Assert.Equal((target, "tanke"), (screen.Store.Memos().Single().Target, screen.Store.Memos().Single().Text));
        screen.Press("Ctrl+Z");
        Assert.Equal(before, project.Dump());
    }
}
