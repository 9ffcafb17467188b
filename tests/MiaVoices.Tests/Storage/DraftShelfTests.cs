using System.Diagnostics;
using MiaVoices.Storage;
using MiaVoices.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace MiaVoices.Tests.Storage;

public sealed class DraftShelfTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public void A_draft_is_there_after_the_project_is_opened_again_and_no_step_of_the_log()
    {
        var before = project.Dump();
        Assert.True(project.Store.Drafts.Save("memo:a", "Ett 😀\nTvå"));
        Assert.True(project.Store.Drafts.Save("memo:a", "Ett 😀\nTvå\nTre"));
        project.Reopen();
        Assert.Equal("Ett 😀\nTvå\nTre", project.Store.Drafts.Find("memo:a")?.Text);
        Assert.Empty(project.Store.Journal());
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void Drafts_are_each_coders_own_and_the_latest_comes_first()
    {
        project.Store.Drafts.Save("memo:a", "mitt");
        project.Store.Drafts.Save("memo:b", "mitt andra");
        var elin = project.As("Elin").Drafts;
        Assert.Empty(elin.All());
        elin.Save("memo:a", "Elins");
        Assert.Equal(["mitt andra", "mitt"], project.Store.Drafts.All().Select(d => d.Text));
        Assert.Equal("Elins", elin.Find("memo:a")?.Text);
        Assert.True(project.Store.Drafts.All()[0].At > project.Store.Drafts.All()[1].At);
    }

    [Fact]
    public void An_empty_text_removes_a_draft_and_removing_none_is_no_fault()
    {
        project.Store.Drafts.Save("memo:a", "x");
        Assert.True(project.Store.Drafts.Save("memo:a", ""));
        Assert.Null(project.Store.Drafts.Find("memo:a"));
        Assert.True(project.Store.Drafts.Remove("memo:a"));
    }

    [Fact]
    public void While_another_program_writes_it_says_no_at_once_and_reading_goes_on()
    {
        project.Store.Drafts.Save("memo:a", "före");
        using (var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = project.File, Pooling = false }.ToString()))
        {
            other.Open();
            using var writing = other.BeginTransaction();
            using var command = other.CreateCommand();
            command.CommandText = "UPDATE project SET value = value";
            command.ExecuteNonQuery();
            using var patient = ProjectFile.Open(project.File, project.Context("Mia") with { LockSeconds = 120 });
            var clock = Stopwatch.StartNew();
            Assert.False(patient.Drafts.Save("memo:a", "under"));
            Assert.False(patient.Drafts.Remove("memo:a"));
            Assert.True(clock.Elapsed.TotalSeconds < 60, $"waited {clock.Elapsed}");
            Assert.Equal("före", project.Store.Drafts.Find("memo:a")?.Text);
        }

        Assert.True(project.Store.Drafts.Save("memo:a", "efter"));
        Assert.Equal("efter", Assert.Single(project.Store.Drafts.All()).Text);
    }
}
