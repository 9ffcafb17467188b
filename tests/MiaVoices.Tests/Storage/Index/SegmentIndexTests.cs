using MiaVoices.Storage.Index;
using MiaVoices.Tests.Core.Search;
using Xunit;

namespace MiaVoices.Tests.Storage.Index;

public sealed class SegmentIndexTests
{
    [Fact]
    public void The_definition_is_that_of_the_schema() =>
        Assert.Contains(SegmentIndex.Definition + ";", File.ReadAllText(IndexProject.SchemaFile()), StringComparison.Ordinal);

    [Fact]
    public void A_removed_segment_is_found_no_more_and_can_be_added_again()
    {
        using var project = new IndexProject().With("kontakt", "annat");
        using var writer = new SegmentIndexWriter(project.Connection);

        writer.Remove(1);
        Assert.Equal(new IndexCheck(true, 1, 0), SegmentIndex.Check(project.Connection));
        writer.Remove(1);
        writer.Add(1, "kontakt");

        Assert.True(SegmentIndex.Check(project.Connection).IsWhole);
    }

    [Fact]
    public void A_segment_added_again_is_found_by_its_new_words_only()
    {
        using var project = new IndexProject().With("kontakt", "annat");
        using var writer = new SegmentIndexWriter(project.Connection);

        writer.Add(1, "person");

        Assert.Equal("", SegmentSearchTests.Keys(project, "kontakt"));
        Assert.Equal("1", SegmentSearchTests.Keys(project, "person"));
        Assert.True(SegmentIndex.Check(project.Connection).IsWhole);
    }

    [Fact]
    public void An_entry_without_a_segment_is_counted()
    {
        using var project = new IndexProject().With("kontakt", "annat");
        project.Execute("DELETE FROM segment WHERE id = 2");

        Assert.Equal(new IndexCheck(true, 0, 1), SegmentIndex.Check(project.Connection));
    }

    [Fact]
    public void A_damaged_index_is_told_and_rebuilding_mends_it()
    {
        using var project = new IndexProject().With([.. Enumerable.Range(0, 300).Select(i => $"ord{i} kontakt")]);
        project.Execute("UPDATE segment_index_data SET block = zeroblob(length(block)) WHERE id > 10");
        Assert.False(SegmentIndex.Check(project.Connection).IsWhole);

        SegmentIndex.Rebuild(project.Connection, project.Analyser);

        Assert.True(SegmentIndex.Check(project.Connection).IsWhole);
    }

    [Fact]
    public void Rebuilding_tells_how_far_it_is_and_notes_the_version()
    {
        using var project = new IndexProject().With([.. Enumerable.Range(0, 5000).Select(i => $"ord{i}")]);
        project.Execute("UPDATE project SET value = 'old' WHERE key = 'analyser'");
        Assert.False(SegmentIndex.IsCurrent(project.Connection, project.Analyser));
        var told = new Told();

        SegmentIndex.Rebuild(project.Connection, project.Analyser, told);

        Assert.True(SegmentIndex.IsCurrent(project.Connection, project.Analyser));
        Assert.False(SegmentIndex.IsCurrent(project.Connection, new TableAnalyser { Version = "table 2" }));
        Assert.Equal([0.4, 0.8, 1], told.Shares);
        Assert.True(SegmentIndex.Check(project.Connection).IsWhole);
    }

    [Fact]
    public void A_cancelled_rebuilding_that_is_rolled_back_leaves_the_old_index()
    {
        using var project = new IndexProject().With([.. Enumerable.Range(0, 5000).Select(i => $"ord{i}")]);
        using var stop = new CancellationTokenSource();
        using (var transaction = project.Connection.BeginTransaction())
        {
            var told = new Told { Then = stop.Cancel };
            Assert.Throws<OperationCanceledException>(() => SegmentIndex.Rebuild(project.Connection, project.Analyser, told, stop.Token));
            transaction.Rollback();
        }

        Assert.True(SegmentIndex.Check(project.Connection).IsWhole);
    }

    [Fact]
    public void Merging_leaves_one_piece_that_finds_the_same()
    {
        using var project = new IndexProject();
        for (var i = 0; i < 3; i++)
        {
            project.With([.. Enumerable.Range(0, 50).Select(n => $"ord{n} kontakt")]);
        }

        var before = SegmentSearchTests.Keys(project, "kontakt ord7");
        SegmentIndex.Merge(project.Connection);

        Assert.Equal("8 58 108", before);
        Assert.Equal(before, SegmentSearchTests.Keys(project, "kontakt ord7"));
        Assert.Equal(1, project.Execute("SELECT count(DISTINCT segid) FROM segment_index_idx"));
        Assert.True(SegmentIndex.Check(project.Connection).IsWhole);
    }

    [Fact]
    public void A_crash_within_a_transaction_leaves_index_and_rows_consistent()
    {
        using var project = new IndexProject().With("ett", "två");
        foreach (var mode in (string[])["DELETE", "WAL"])
        {
            project.Execute("PRAGMA journal_mode = " + mode);
            project.Execute("PRAGMA cache_size = 10");
            using var transaction = project.Connection.BeginTransaction();
            var source = project.Source(mode);
            for (var i = 0; i < 3000; i++)
            {
                project.Segment(source, $"ord{i} och kontakt{i % 7}");
            }

            // What a killed process leaves: the files as they are on disk.
            var copy = Path.Combine(Path.GetDirectoryName(project.File)!, "crash-" + mode);
            foreach (var ending in (string[])["", "-journal", "-wal"])
            {
                if (File.Exists(project.File + ending))
                {
                    using var from = new FileStream(project.File + ending, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                    using var to = File.Create(copy + ending);
                    from.CopyTo(to);
                }
            }

            transaction.Rollback();
            using var opened = IndexProject.Open(copy, project.Analyser);
            using var command = opened.CreateCommand();
            command.CommandText = "SELECT count(*) FROM segment";
            Assert.Equal(2L, command.ExecuteScalar());
            Assert.True(SegmentIndex.Check(opened).IsWhole);
        }
    }

    private sealed class Told : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public Action? Then { get; init; }

        public void Report(double value)
        {
            Shares.Add(value);
            Then?.Invoke();
        }
    }
}
