using MiaVoices.Core.Search;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage;
using MiaVoices.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace MiaVoices.Tests.Storage;

/// <summary>Several programs with one project.</summary>
public sealed class ManyAtOnceTests : IDisposable
{
    private const int Readers = 8;
    private const int Imports = 60;
    private const int Each = 7;

    private readonly ProjectBuilder project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task Eight_readers_beside_a_writer_meet_no_error_and_see_each_import_whole_or_not_at_all()
    {
        using var stop = new CancellationTokenSource();
        var ready = new CountdownEvent(Readers);
        var reading = Enumerable.Range(0, Readers).Select(n => Task.Factory.StartNew(
            () => Read(n, ready, () => stop.IsCancellationRequested), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        ready.Wait(TimeSpan.FromSeconds(30));
        for (var i = 0; i < Imports; i++)
        {
            project.Import(Drafts.Notes($"{i}.txt", [.. Enumerable.Range(0, Each).Select(n => $"Kontakt nummer {n}, källa {i}.")]));
            if (i % 5 == 4)
            {
                project.Store.Undo();
                project.Store.Redo();
            }
        }

        await stop.CancelAsync();
        var seen = await Task.WhenAll(reading);

        Assert.All(seen, s => Assert.True(s.Searches > 0));
        Assert.Contains(seen, s => s.Totals > 3);
        Assert.Empty(project.Store.Check());
    }

    [Fact]
    public void While_another_program_makes_the_index_anew_the_old_one_answers_and_writing_waits()
    {
        project.Import(Drafts.Notes("a.txt", "En kontakt till."));
        project.Store.Dispose();
        using (var other = new SqliteConnection($"Data Source={project.File};Pooling=False"))
        {
            other.Open();
            using var mark = other.CreateCommand();
            mark.CommandText = "UPDATE project SET value = 'gammal' WHERE key = 'analyser'; BEGIN IMMEDIATE";
            mark.ExecuteNonQuery();
            project.Reopen();

            Assert.True(project.Store.IndexIsStale);
            Assert.Equal(1, Total(project.Store));
            Refusals.Refused("project.locked", () => project.Person("Någon"));
        }

        project.Person("Någon");

        Assert.False(project.Store.IndexIsStale);
        Assert.Equal(1, Total(project.Store));
        Assert.Empty(project.Store.Check());
    }

    private static int Total(ProjectFile store) => store.Index.Find(new SearchRequest(new TermQuery("kontakt"))).Total;

    private (int Searches, int Totals) Read(int number, CountdownEvent ready, Func<bool> stopped)
    {
        using var store = ProjectFile.Open(project.File, project.Context($"läsare {number}"));
        ready.Signal();
        var totals = new HashSet<int>();
        var searches = 0;
        while (!stopped())
        {
            using var view = store.Snapshot();
            var order = searches % 2 == 0 ? SearchOrder.Document : SearchOrder.Relevance;
            var found = store.Index.Find(new SearchRequest(new TermQuery("kontakt")) { Limit = 0, Order = order });
            Assert.Equal(0, found.Total % Each);
            Assert.Equal(found.Total, found.Hits.Count);
            Assert.Equal(found.Total, found.Hits.Select(h => h.Segment).Distinct().Count());
            var first = store.Segments(new SegmentScope { Keys = [.. found.Hits.Take(Each).Select(h => h.Segment)] }).ToList();
            Assert.Equal(Math.Min(Each, found.Total), first.Count);
            Assert.All(first, s => Assert.StartsWith("Kontakt", s.Text, StringComparison.Ordinal));
            totals.Add(found.Total);
            searches++;
        }

        return (searches, totals.Count);
    }
}
