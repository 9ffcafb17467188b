using System.Reflection;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Search;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage;
using MiaVoices.Tests.Support;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Xunit;

namespace MiaVoices.Tests.Storage;

/// <summary>
/// A cost never grows with what was not touched: the statements that run for one coding find their rows by an index. Seen
/// in the plans of all statements that the engine was really given.
/// </summary>
public sealed class QueryCostTests : IDisposable
{
    private static readonly string[] Large = ["segment", "coding", "review", "journal", "journal_touch", "case", "case_attribute", "answer", "memo"];
    private static readonly string[] Aliases = ["g", "k", "r", "j", "t", "u", "a", "m", "l", "x"];
    private readonly RichProject project = new();

    [Fact]
    public void Coding_and_its_undo_and_redo_scan_nothing()
    {
        var coding = ProjectBuilder.CodingOf(project.Store, project.Interview, "lyssnade", project.Contact.Id);
        NoScan(s => s.Apply(new AddCoding(coding)));
        NoScan(s => s.Apply(new EditCoding(coding with { Memo = "x" })));
        NoScan(s => s.Apply(new RemoveCoding(coding.Id)));
        NoScan(s => s.Undo(), journal: true);
        NoScan(s => s.Redo(), journal: true);
        NoScan(s => s.Apply(new ReviewSegments(project.Interview, [project.Segments[1].Id], "Mia")));
        NoScan(s => s.Apply(new UnreviewSegments(project.Interview, [project.Segments[1].Id], "Mia")));
    }

    [Fact]
    public void A_piece_of_text_is_found_by_its_place() =>
        NoScan(s => s.Text(project.Interview, 3, 9));

    [Fact]
    public void Segments_are_found_by_identity_key_number_span_and_row()
    {
        var segment = project.Segments[1];
        NoScan(s => s.Segments(new SegmentScope { Ids = [segment.Id] }).Count());
        NoScan(s => s.Segments(new SegmentScope { Keys = [segment.Key] }).Count());
        NoScan(s => s.Segments(new SegmentScope { Source = project.Interview, Ordinal = 2 }).Count());
        NoScan(s => s.Segments(new SegmentScope { Source = project.Interview, Span = (3, 9) }).Count());
        NoScan(s => s.Segments(new SegmentScope { Source = project.Survey, Row = "1" }).Count());
        NoScan(s => s.Segments(new SegmentScope { Source = project.Interview }).Count());
    }

    [Fact]
    public void Codings_are_found_by_identity_code_segment_and_span()
    {
        NoScan(s => s.Codings(new CodingScope { Ids = [project.Coding.Id] }).Count());
        NoScan(s => s.Codings(new CodingScope { Codes = [project.Support.Id] }).Count());
        NoScan(s => s.Codings(new CodingScope { Segments = [project.Segments[1].Key] }).Count());
        NoScan(s => s.Codings(new CodingScope { Source = project.Interview }).Count());
        NoScan(s => s.Codings(new CodingScope { Source = project.Interview, Span = (3, 9) }).Count());
    }

    [Fact]
    public void A_span_late_in_a_source_does_not_cost_more_than_one_at_its_beginning()
    {
        using var large = new ProjectBuilder();
        var source = large.Import(Drafts.Notes("a.txt", [.. Enumerable.Range(0, 2_000).Select(i => $"Stycke {i:0000}.")]));
        var length = large.Store.Sources().Single().Length;
        Assert.Equal([1_999, 2_000], large.Store.Segments(new SegmentScope { Source = source, Span = (length - 15, length) }).Select(s => s.Ordinal));
        Assert.Equal([1], large.Store.Segments(new SegmentScope { Source = source, Span = (0, 5) }).Select(s => s.Ordinal));
        Assert.Empty(large.Store.Segments(new SegmentScope { Source = source, Span = (length + 1, length + 5) }));
        var steps = Steps(large.Store, s => s.Segments(new SegmentScope { Source = source, Span = (length - 15, length) }).Count());
        Assert.InRange(steps, 10, 1_000);
    }

    [Fact]
    public void Opening_and_reading_the_codebook_reads_no_segments_and_no_codings()
    {
        project.Builder.Reopen();
        NoScan(s => s.Codes());
    }

    public void Dispose() => project.Dispose();

    /// <summary>All statements that ran, by their plans. The journal may be walked from its end, entry by entry.</summary>
    [Fact]
    public void Segments_of_a_code_are_found_without_going_through_their_source()
    {
        Assert.InRange(Cost(4_000), 1, Cost(400) * 3 / 2);

        static int Cost(int paragraphs)
        {
            using var notes = new ProjectBuilder();
            var source = notes.Import(Drafts.Notes("a.txt", [.. Enumerable.Range(0, paragraphs).Select(i => $"Stycke nummer {i}.")]));
            var code = notes.Code("Stöd");
            for (var i = 0; i < 5; i++)
            {
                notes.Code(source, $"nummer {i * 30}.", code.Id);
            }

            var filter = new SearchRequest(new FilterQuery(FilterField.Code, "kod", "Stöd"));
            Assert.Equal(5, notes.Store.Index.Find(filter).Total);
            return Steps(notes.Store, s => s.Index.Find(filter));
        }
    }

    private void NoScan(Func<ProjectFile, object?> work, bool journal = false)
    {
        var store = project.Builder.Store;
        var statements = new List<string>();
        var db = Connection(store);
        raw.sqlite3_trace(db.Handle, (_, sql) => statements.Add(sql), null);
        work(store);
        raw.sqlite3_trace(db.Handle, (strdelegate_trace?)null, null);
        Assert.NotEmpty(statements);
        foreach (var sql in statements.Where(s => s.Length > 0 && !s.StartsWith("--", StringComparison.Ordinal)))
        {
            foreach (var line in Plan(db, sql))
            {
                var scanned = line.StartsWith("SCAN ", StringComparison.Ordinal) ? line.Split(' ')[1].Trim('"') : "";
                var wrong = Large.Contains(scanned) || Aliases.Contains(scanned);
                Assert.False(wrong && !(journal && scanned == "j"), $"{line}\n{sql}");
            }
        }
    }

    /// <summary>Steps of the engine's virtual machine.</summary>
    private static int Steps(ProjectFile store, Func<ProjectFile, object?> work)
    {
        var db = Connection(store);
        var steps = 0;
        raw.sqlite3_progress_handler(db.Handle, 1, _ =>
        {
            steps++;
            return 0;
        }, null);
        work(store);
        raw.sqlite3_progress_handler(db.Handle, 0, null, null);
        return steps;
    }

    private static SqliteConnection Connection(ProjectFile store) =>
        (SqliteConnection)typeof(ProjectFile).GetField("_db", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(store)!;

    private static List<string> Plan(SqliteConnection db, string sql)
    {
        if (sql.StartsWith("PRAGMA", StringComparison.Ordinal) || sql.StartsWith("BEGIN", StringComparison.Ordinal) || sql.StartsWith("COMMIT", StringComparison.Ordinal))
        {
            return [];
        }

        using var command = db.CreateCommand();
#pragma warning disable CA2100 // What the engine itself was given.
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(3));
        }

        return lines;
    }
}
