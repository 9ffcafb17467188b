using MiaVoices.Core.Suggestions.Vectors;

namespace MiaVoices.Core.Suggestions;

/// <summary>How texts become rows.</summary>
internal sealed record FeatureOptions
{
    /// <summary>Weight of each block, by <see cref="FeatureBlock"/>: the length its part of a row is brought to. Words have 1: similar segments rely on it.</summary>
    public IReadOnlyList<double> Weights { get; init; } = [1, 1, 1.5, 0.3];

    /// <summary>Weight of the word vectors' block; 0 does without them.</summary>
    public double VectorWeight { get; init; } = 0.5;

    /// <summary>The vectors of words; null does without them.</summary>
    public WordVectors? Vectors { get; init; } = WordVectors.Default;

    /// <summary>A pair or character gram counts when this many segments hold it; a word or mark counts from the first, since the codebook may name it.</summary>
    public int LeastSegments { get; init; } = 2;

    /// <summary>At most so many features; the rarest pairs and character grams are left out first, then the rarest words.</summary>
    public int MostFeatures { get; init; } = int.MaxValue;
}
