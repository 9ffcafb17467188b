using MiaVoices.Core.Language;

namespace MiaVoices.Core.Suggestions;

/// <summary>
/// The features of a project and its segments as rows: words, pairs, characters and marks, and the mean of the words' vectors.
/// Immutable; thread-safe.
/// </summary>
internal sealed class FeatureSpace
{
    private readonly FeatureExtractor _extractor;
    private readonly FeatureVocabulary _vocabulary;

    private FeatureSpace(FeatureExtractor extractor, FeatureVocabulary vocabulary, SparseRows rows)
    {
        _extractor = extractor;
        _vocabulary = vocabulary;
        Rows = rows;
    }

    /// <summary>The segments, in the order they were handed in.</summary>
    public SparseRows Rows { get; }

    /// <summary>Number of features, dimensions of the vectors included.</summary>
    public int Count => _vocabulary.Count + (_vocabulary.Vectors?.Dimensions ?? 0);

    /// <summary>Features below this number are words; the rest are pairs, characters and marks.</summary>
    public int Words => _vocabulary.Words;

    /// <summary>Builds the space of some texts; idf counts every one of them, coded or not.</summary>
    /// <param name="texts">Texts that become rows.</param>
    /// <param name="descriptions">Texts whose words are to be known too, for their meaning, though no row may hold them.</param>
    /// <param name="analyser">Finds words and stems.</param>
    /// <param name="options">How texts become rows.</param>
    /// <param name="progress">Share done, 0–1.</param>
    /// <param name="cancel">Stops the work.</param>
    public static FeatureSpace Build(
        IReadOnlyList<string> texts,
        IEnumerable<string> descriptions,
        ITextAnalyser analyser,
        FeatureOptions options,
        IProgress<double>? progress,
        CancellationToken cancel)
    {
        var extractor = new FeatureExtractor(analyser, options.VectorWeight > 0 ? options.Vectors : null);
        var buffer = new RowBuffer(texts.Count);
        var tally = new FeatureTally();
        var starts = new int[texts.Count + 1];
        for (var row = 0; row < texts.Count; row++)
        {
            tally.Take(extractor, texts[row]);
            buffer.Append(tally);
            starts[row + 1] = buffer.Length;
            if ((row & 127) == 127)
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Report((double)row / texts.Count);
            }
        }

        foreach (var description in descriptions)
        {
            tally.Take(extractor, description);
        }

        var vocabulary = new FeatureVocabulary(extractor, buffer.CountFeatures(extractor.Count), texts.Count, options);
        extractor.Freeze(feature => vocabulary.Number(feature) >= 0);
        var rows = buffer.ToRows(starts, vocabulary, learn: true, withUnknown: true);
        progress?.Report(1);
        return new FeatureSpace(extractor, vocabulary, rows);
    }

    /// <summary>A text as a row of this space.</summary>
    public SparseRows RowOf(string text) => RowOf(text, withUnknown: true);

    /// <summary>A code's description as a row: what does not count is left out of its length, since a list of words need not be put as people speak.</summary>
    public SparseRows QueryOf(string description) => RowOf(description, withUnknown: false);

    private SparseRows RowOf(string text, bool withUnknown)
    {
        var buffer = new RowBuffer(1);
        var tally = new FeatureTally();
        tally.Take(_extractor, text);
        buffer.Append(tally);
        return buffer.ToRows([0, buffer.Length], _vocabulary, learn: false, withUnknown);
    }

    /// <summary>What each word of a row adds through its vector, seen along some weights, for one unit of the word's value in the row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="weightOf">Weight of a feature.</param>
    public Func<int, double> VectorShares(int row, Func<int, double> weightOf) => _vocabulary.Vectors is { } vectors
        ? vectors.Split(Rows.Features(row), Rows.Values(row), [.. Enumerable.Range(_vocabulary.Count, vectors.Dimensions).Select(weightOf)])
        : _ => 0;

    /// <summary>The words and marks of a text, and each feature that counts where it stands.</summary>
    public void Trace(string text, List<TextUnit> units, List<Occurrence> occurrences)
    {
        var met = new List<Occurrence>();
        _extractor.Extract(text, units, met);
        foreach (var occurrence in met)
        {
            if (_vocabulary.Number(occurrence.Feature) is var number and >= 0)
            {
                occurrences.Add(occurrence with { Feature = number });
            }
        }
    }
}
