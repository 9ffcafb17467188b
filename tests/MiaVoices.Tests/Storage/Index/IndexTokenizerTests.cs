using System.Runtime.CompilerServices;
using System.Text;
using FsCheck.Fluent;
using MiaVoices.Core.Language;
using MiaVoices.Storage.Index;
using MiaVoices.Tests.Core.Search;
using MiaVoices.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace MiaVoices.Tests.Storage.Index;

public sealed class IndexTokenizerTests
{
    [Fact]
    public void A_text_gives_stem_form_and_parts_at_one_position()
    {
        using var project = new IndexProject().With("Inte myndighetskontakten");

        Assert.Equal(
            ["+kontakt 1", "+myndighet 1", ".inte 0", "=inte 0", "=myndighetskontakten 1", "myndighetskontakt 1"],
            Vocabulary(project));
    }

    [Fact]
    public void A_part_that_occurs_twice_in_a_word_is_one_token()
    {
        using var project = new IndexProject().With("barnbarn");

        Assert.Equal(["+barn 0", "=barnbarn 0", "barnbarn 0"], Vocabulary(project));
        Assert.True(SegmentIndex.Check(project.Connection).IsWhole);
    }

    [Fact]
    public void Bytes_of_tokens_are_right_for_any_text()
    {
        // highlight() needs stored content: a table of its own shows which bytes each token covers.
        var texts = Gen.Elements("a", "Å", "a\u0308", "é", "😀", "🇸🇪", "\uD800", "\uDC00", " ", ".", "東", "ord", "\u00AD", "kontakter", "\n")
            .ListOf().Select(parts => string.Concat(parts));
        var analyser = new TableAnalyser();
        using var project = new IndexProject(analyser);
        project.Execute("CREATE VIRTUAL TABLE shown USING fts5 (text, tokenize = 'mia')");
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var stored = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            var tokens = new List<Token>();
            analyser.Analyse(stored, tokens);
            foreach (var token in tokens)
            {
                project.Execute("DELETE FROM shown");
                project.Execute("INSERT INTO shown (rowid, text) VALUES (1, $text)", ("$text", stored));
                var expression = '"' + Convert.ToHexString(Encoding.UTF8.GetBytes("=" + token.Word.Exact)) + '"';
                using var command = project.Connection.CreateCommand();
                command.CommandText = "SELECT highlight(shown, 0, '<', '>') FROM shown WHERE shown MATCH $match";
                command.Parameters.AddWithValue("$match", expression);
                var shown = (string)command.ExecuteScalar()!;
                Assert.Contains($"<{stored[token.Start..token.End]}", shown.Replace("><", "", StringComparison.Ordinal), StringComparison.Ordinal);
                Assert.Equal(stored, shown.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal));
            }
        }).Holds();
    }

    [Fact]
    public void Ill_formed_bytes_are_read_without_harm()
    {
        using var project = new IndexProject();
        project.Execute("CREATE VIRTUAL TABLE shown USING fts5 (text, tokenize = 'mia')");
        project.Execute("INSERT INTO shown (rowid, text) VALUES (1, CAST(x'61FF20C33A20E282206F7264' AS TEXT))");
        using var command = project.Connection.CreateCommand();
        command.CommandText = "SELECT CAST(highlight(shown, 0, '<', '>') AS BLOB) FROM shown WHERE shown MATCH $match";
        command.Parameters.AddWithValue("$match", '"' + Convert.ToHexString("=ord"u8) + '"');

        Assert.EndsWith("3C6F72643E", Convert.ToHexString((byte[])command.ExecuteScalar()!), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_analyser_throws_comes_out_as_it_was()
    {
        using var project = new IndexProject(new ThrowingAnalyser());
        var source = project.Source("a.txt");

        var error = Assert.Throws<InvalidDataException>(() => project.Segment(source, "boom"));

        Assert.Equal("analyser", error.Message);
        Assert.Contains(nameof(ThrowingAnalyser), error.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void After_an_error_and_a_rollback_the_index_is_as_before()
    {
        using var project = new IndexProject(new ThrowingAnalyser()).With("ett", "två");
        var source = project.Source("b.txt");
        using (var transaction = project.Connection.BeginTransaction())
        {
            project.Segment(source, "tre");
            Assert.Throws<InvalidDataException>(() => project.Segment(source, "boom"));
            transaction.Rollback();
        }

        Assert.True(SegmentIndex.Check(project.Connection).IsWhole);
        Assert.Equal(["=ett 0", "=två 0", "ett 0", "två 0"], Vocabulary(project));
    }

    [Fact]
    public void An_entry_that_fails_leaves_nothing_and_keeps_those_around_it()
    {
        using var project = new IndexProject(new ThrowingAnalyser());
        using (var transaction = project.Connection.BeginTransaction())
        {
            using var writer = new SegmentIndexWriter(project.Connection);
            writer.Add(1, "ett");
            Assert.Throws<InvalidDataException>(() => writer.Add(2, "två boom"));
            writer.Add(3, "tre");
            transaction.Commit();
        }

        Assert.Equal(["=ett 0", "=tre 0", "ett 0", "tre 0"], Vocabulary(project));
        Assert.Equal(new IndexCheck(true, 0, 2), SegmentIndex.Check(project.Connection));
    }

    [Fact]
    public void A_match_string_that_is_not_ours_is_refused()
    {
        using var project = new IndexProject().With("kontakt");

        Assert.Throws<FormatException>(() => IndexTokenizer.Run(
            project.Connection, () => project.Execute("SELECT count(*) FROM segment_index WHERE segment_index MATCH 'kontakt'")));
    }

    [Fact]
    public void Registering_twice_is_once_and_another_analyser_is_refused()
    {
        using var project = new IndexProject();

        IndexTokenizer.Register(project.Connection, project.Analyser);

        Assert.Throws<InvalidOperationException>(() => IndexTokenizer.Register(project.Connection, new TableAnalyser()));
    }

    [Fact]
    public void A_pooled_connection_may_be_opened_again()
    {
        using var project = new IndexProject().With("kontakt");
        var text = new SqliteConnectionStringBuilder { DataSource = project.File, Pooling = true }.ToString();
        for (var i = 0; i < 3; i++)
        {
            using var connection = new SqliteConnection(text);
            connection.Open();
            IndexTokenizer.Register(connection, project.Analyser);
            Assert.True(SegmentIndex.Check(connection).IsWhole);
        }

        using var last = new SqliteConnection(text);
        SqliteConnection.ClearPool(last);
    }

    [Fact]
    public void A_thousand_connections_leave_nothing_behind()
    {
        using var project = new IndexProject().With("kontakt");
        var analysers = new List<WeakReference>();
        for (var i = 0; i < 1000; i++)
        {
            analysers.Add(OpenAndClose(project.File));
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.All(analysers.SkipLast(1), analyser => Assert.False(analyser.IsAlive));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference OpenAndClose(string file)
    {
        var analyser = new TableAnalyser();
        using var connection = IndexProject.Open(file, analyser);
        Assert.True(SegmentIndex.Check(connection).IsSound);
        return new WeakReference(analyser);
    }

    private static List<string> Vocabulary(IndexProject project)
    {
        project.Execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, segment_index, instance)");
        using var command = project.Connection.CreateCommand();
        command.CommandText = "SELECT term || ' ' || offset FROM temp.vocabulary ORDER BY term, offset";
        using var reader = command.ExecuteReader();
        var terms = new List<string>();
        while (reader.Read())
        {
            terms.Add(reader.GetString(0));
        }

        return terms;
    }

    private sealed class ThrowingAnalyser : ITextAnalyser
    {
        private readonly TableAnalyser _inner = new();

        public string Version => "throws";

        public void Analyse(ReadOnlySpan<char> text, List<Token> tokens)
        {
            if (text.Contains("boom", StringComparison.Ordinal))
            {
                throw new InvalidDataException("analyser");
            }

            _inner.Analyse(text, tokens);
        }

        public AnalysedWord Word(ReadOnlySpan<char> form) => _inner.Word(form);
    }
}
