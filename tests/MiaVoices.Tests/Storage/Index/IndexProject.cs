using MiaVoices.Core.Sources;
using MiaVoices.Core.Language;
using MiaVoices.Storage.Index;
using MiaVoices.Tests.Core.Search;
using MiaVoices.Tests.Support;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Tests.Storage.Index;

/// <summary>A real project file with the whole schema, for the index alone.</summary>
public sealed class IndexProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mia-index-");
    private int _uid;

    public IndexProject(ITextAnalyser? analyser = null, ITextAnalyser? english = null)
    {
        Analyser = analyser ?? new TableAnalyser();
        File = Path.Combine(_folder.FullName, "project.mia");
        Connection = Open(File, Analyser, english);
        Execute("PRAGMA synchronous = OFF");
        foreach (var script in Directory.GetFiles(Path.GetDirectoryName(SchemaFile())!, "*.sql").Order(StringComparer.Ordinal))
        {
            Execute(System.IO.File.ReadAllText(script));
        }

        SegmentIndex.MarkCurrent(Connection, Analyser);
    }

    public ITextAnalyser Analyser { get; }

    public string File { get; }

    public SqliteConnection Connection { get; }

    public static SqliteConnection Open(string file, ITextAnalyser analyser, ITextAnalyser? english = null)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        IndexTokenizer.Register(connection, analyser, english);
        return connection;
    }

    public static string SchemaFile() => Path.Combine(Repository.Root, "src", "MiaVoices.Storage", "Schema", "0001.sql");

    public long Execute(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command.ExecuteScalar() is long number ? number : 0;
    }

    public long Source(string name, string? label = null, string? wave = null, string kind = "interview") => Execute(
        """
        INSERT INTO source (uid, name, label, kind, format, encoding, wave, sha256, imported, segments, length)
        VALUES ($uid, $name, $label, $kind, 'txt', 'utf-8', $wave, '', '2026-01-01T00:00:00.000Z', 0, 0) RETURNING id
        """,
        ("$uid", Uid()), ("$name", name), ("$label", label ?? name), ("$wave", wave), ("$kind", kind));

    public long Case(string name, params (string Name, string Value)[] attributes)
    {
        var id = Execute("INSERT INTO \"case\" (uid, name) VALUES ($uid, $name) RETURNING id", ("$uid", Uid()), ("$name", name));
        foreach (var (attribute, value) in attributes)
        {
            Execute("INSERT INTO case_attribute VALUES ($case, $name, $value)", ("$case", id), ("$name", attribute), ("$value", value));
        }

        return id;
    }

    public long Speaker(long source, string name, string role, long? person = null) => Execute(
        "INSERT INTO speaker (source, name, role, \"case\") VALUES ($source, $name, $role, $case) RETURNING id",
        ("$source", source), ("$name", name), ("$role", role), ("$case", person));

    public long Question(long source, string qid, string text) => Execute(
        """
        INSERT INTO question (source, ordinal, qid, text, kind, scale, positive, missing)
        VALUES ($source, 1, $qid, $text, 'freetext', '[]', '[]', '[]') RETURNING id
        """,
        ("$source", source), ("$qid", qid), ("$text", text));

    public long Code(string tag, string name, long? parent = null, bool removed = false) => Execute(
        """
        INSERT INTO code (uid, parent, position, tag, name, definition, include, exclude, keywords, example, color, made, removed)
        VALUES ($uid, $parent, 0, $tag, $name, '', '', '', '[]', '', '', 0, $removed) RETURNING id
        """,
        ("$uid", Uid()), ("$parent", parent), ("$tag", tag), ("$name", name), ("$removed", removed));

    public void Coding(long code, long first, long? last = null) => Execute(
        """
        INSERT INTO coding (uid, source, first, last, start, "end", quote, code, coder, origin, created, memo, condensed)
        VALUES ($uid, (SELECT source FROM segment WHERE id = $first), $first, $last, 0, 1, '', $code, '', 'manual', '', '', '')
        """,
        ("$uid", Uid()), ("$first", first), ("$last", last ?? first), ("$code", code));

    public long Segment(
        long source,
        string text,
        long? speaker = null,
        long? question = null,
        long? person = null,
        string? wave = null,
        string? heading = null,
        string kind = "turn",
        TextLanguage language = TextLanguage.Swedish)
    {
        var id = Execute(
            """
            INSERT INTO segment (uid, source, ordinal, kind, speaker, question, heading, wave, "case", start, "end", text)
            VALUES ($uid, $source, (SELECT count(*) + 1 FROM segment WHERE source = $source), $kind, $speaker, $question,
                    $heading, $wave, $case, 0, 0, $text) RETURNING id
            """,
            ("$uid", Uid()), ("$source", source), ("$kind", kind), ("$speaker", speaker), ("$question", question),
            ("$heading", heading), ("$wave", wave), ("$case", person), ("$text", text));
        using var writer = new SegmentIndexWriter(Connection);
        writer.Add(id, text, language);
        return id;
    }

    /// <summary>One source with these segments; their keys are 1, 2, …</summary>
    public IndexProject With(params string[] texts)
    {
        var source = Source("a.txt");
        using var transaction = Connection.BeginTransaction();
        foreach (var text in texts)
        {
            Segment(source, text);
        }

        transaction.Commit();
        return this;
    }

    public void Dispose()
    {
        Connection.Dispose();
        _folder.Delete(recursive: true);
    }

    private byte[] Uid()
    {
        var bytes = new byte[16];
        BitConverter.TryWriteBytes(bytes, ++_uid);
        return bytes;
    }
}
