using MiaVoices.Core;
using MiaVoices.Core.Language;
using MiaVoices.Core.Search;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MiaVoices.Storage.Index;

/// <summary>Searches a project by its index. Not thread-safe, as its connection is not.</summary>
/// <param name="connection">The project, with <see cref="IndexTokenizer"/>.</param>
/// <param name="analyser">The analyser that the index is built with.</param>
/// <param name="english">Analyses the query as English too, where some source is English; null if none ever is.</param>
public sealed class SegmentSearch(SqliteConnection connection, ITextAnalyser analyser, ITextAnalyser? english = null) : ISegmentSearch
{
    private readonly ProjectNames _names = new(connection);
    private readonly StoredVocabulary _vocabulary = new(connection);

    /// <inheritdoc/>
    public IVocabulary Vocabulary => _vocabulary;

    /// <inheritdoc/>
    public IReadOnlyList<string> AttributeNames() => _names.Attributes();

    /// <inheritdoc/>
    public SearchResult Find(SearchRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellation.ThrowIfCancellationRequested();
        using var stop = cancellation.Register(() => raw.sqlite3_interrupt(connection.Handle));
        try
        {
            return IndexTokenizer.Run(connection, () => Find(request));
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_INTERRUPT && cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(null, error, cancellation);
        }
    }

    private SearchResult Find(SearchRequest request)
    {
        // Hits and their count are several statements.
        using var view = new Snapshot(connection);
        (analyser as ProjectAnalyser)?.Refresh(connection);
        var notices = new List<Problem>();
        var query = IndexQuery.Of(request.Query, analyser, SomeEnglish() ? english : null, _vocabulary, notices) ?? throw new RefusedException(Problem.Of("search.noWord"));
        var parameters = new SqlParameters();
        var statement = new SearchStatement(query, parameters, new FilterConditions(_names, parameters), request.AnswersOnly, SomeHidden());
        var ranked = request.Order == SearchOrder.Relevance;
        if (ranked && request.RankAtMost > 0 && statement.HasScores)
        {
            // Counting is cheap beside scoring: every hit must be scored before the first can be shown.
            var all = Count(statement.Count(), parameters);
            var late = all > request.RankAtMost;
            return new SearchResult(Hits(late ? statement.InDocumentOrder() : statement.ByRelevance(), parameters, request), all)
            {
                RankingPutOff = late,
                Notices = notices,
            };
        }

        var hits = Hits(ranked ? statement.ByRelevance() : statement.InDocumentOrder(), parameters, request);

        // A page that is not full, or begins at the first, tells the total by itself.
        var isLast = request.Limit == 0 || hits.Count < request.Limit;
        var total = isLast && (hits.Count > 0 || request.Offset == 0) ? request.Offset + hits.Count : Count(statement.Count(), parameters);
        return new SearchResult(hits, total) { Notices = notices };
    }

    private List<SegmentHit> Hits(string sql, SqlParameters parameters, SearchRequest request)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        parameters.Bind(command);
        command.Parameters.AddWithValue("$limit", request.Limit == 0 ? -1 : request.Limit);
        command.Parameters.AddWithValue("$offset", request.Offset);
        using var reader = command.ExecuteReader();
        var hits = new List<SegmentHit>();
        while (reader.Read())
        {
            hits.Add(new SegmentHit(reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetDouble(1)));
        }

        return hits;
    }

    private int Count(string sql, SqlParameters parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        parameters.Bind(command);
        return (int)(long)command.ExecuteScalar()!;
    }

    private bool SomeHidden() => connection.Scalar("SELECT EXISTS (SELECT 1 FROM source WHERE hidden <> 0)") == 1;

    private bool SomeEnglish() => english is not null && connection.Scalar("SELECT EXISTS (SELECT 1 FROM source WHERE language = 'en')") == 1;
}
