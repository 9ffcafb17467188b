using MiaVoices.Core.Search;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage;

/// <summary>A search whose engine's errors are told in a person's terms.</summary>
internal sealed class ExplainedSearch(ISegmentSearch inner, string path) : ISegmentSearch
{
    public SearchResult Find(SearchRequest request, CancellationToken cancellation = default) =>
        Explained(() => inner.Find(request, cancellation));

    public IReadOnlyList<string> AttributeNames() => Explained(inner.AttributeNames);

    private T Explained<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (SqliteException e) when (ProjectFaults.Refusal(e, path) is { } refusal)
        {
            throw refusal;
        }
    }
}
