using MiaVoices.Core.Search;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage;

/// <summary>A search whose engine's errors are told in a person's terms.</summary>
internal sealed class ExplainedSearch(ISegmentSearch inner, string path) : ISegmentSearch
{
    public SearchResult Find(SearchRequest request, CancellationToken cancellation = default) =>
        Explained(() => inner.Find(request, cancellation));

    public IReadOnlyList<string> AttributeNames() => Explained(inner.AttributeNames);

    public IVocabulary Vocabulary { get; } = new ExplainedVocabulary(inner.Vocabulary, path);

    private T Explained<T>(Func<T> ask) => Explained(ask, path);

    private static T Explained<T>(Func<T> ask, string path)
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

    private sealed class ExplainedVocabulary(IVocabulary inner, string path) : IVocabulary
    {
        public IReadOnlyList<string> Forms => Explained(() => inner.Forms, path);

        public int SegmentsWith(string form) => Explained(() => inner.SegmentsWith(form), path);

        public FormExpansion Expand(FormPattern pattern) => Explained(() => inner.Expand(pattern), path);
    }
}
