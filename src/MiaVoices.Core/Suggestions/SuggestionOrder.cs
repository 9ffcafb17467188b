using System.Globalization;

namespace MiaVoices.Core.Suggestions;

/// <summary>In which order suggestions are gone through.</summary>
public enum QueueOrder
{
    /// <summary>As the texts go, so that each is read in its context, with a random sample of all texts mixed in.</summary>
    Interview,

    /// <summary>Those that the model is least sure of first. Gave no reliable gain when tried: a choice, never the usual.</summary>
    Uncertain,

    /// <summary>The surest first.</summary>
    Confidence,

    /// <summary>By chance alone.</summary>
    Sample,
}

/// <summary>
/// Puts suggestions in order. Which segments are drawn for the sample, and where each comes up, hangs on the seed and the
/// segment alone: answering some does not move the others. Immutable; thread-safe.
/// </summary>
public sealed class SuggestionOrder
{
    /// <summary>One segment in so many is drawn for the sample.</summary>
    public const int SampleOneIn = 5;

    /// <summary>A project with fewer segments is gone through in its own order: all of it is read soon anyway.</summary>
    public const int LeastForSample = 100;

    private readonly bool _samples;
    private readonly ulong _seed;
    private readonly long _first;
    private readonly int _places;

    /// <summary>An order for a project.</summary>
    /// <param name="seed">16 hexadecimal digits, the same for the project's whole life.</param>
    /// <param name="segments">The keys of the project's segments, ascending.</param>
    public SuggestionOrder(string seed, IReadOnlyList<long> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        _samples = segments.Count >= LeastForSample;
        _seed = ulong.Parse(seed, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        _first = segments.Count == 0 ? 0 : segments[0];
        _places = segments.Count == 0 ? 1 : (int)Math.Clamp(segments[^1] - _first + 1, 1, int.MaxValue);
    }

    /// <summary>Whether a segment belongs to the random sample, which comes up where chance puts it and not in its text.</summary>
    public bool IsSampled(long segment) => _samples && Draw(segment).Next(SampleOneIn) == 0;

    /// <summary>The suggestions in an order; those of one segment stand together unless they are ordered by confidence.</summary>
    public IReadOnlyList<CodeSuggestion> Of(IEnumerable<CodeSuggestion> suggestions, QueueOrder order) => order switch
    {
        QueueOrder.Uncertain => [.. suggestions.OrderBy(s => Math.Abs(s.Confidence - 0.5)).ThenBy(s => s.Segment).ThenBy(s => s.Code)],
        QueueOrder.Confidence => [.. suggestions.OrderByDescending(s => s.Confidence).ThenBy(s => s.Segment).ThenBy(s => s.Code)],
        QueueOrder.Sample => [.. suggestions.OrderBy(s => Place(s.Segment)).ThenBy(s => s.Segment).ThenByDescending(s => s.Confidence).ThenBy(s => s.Code)],
        _ => [.. suggestions.OrderBy(s => IsSampled(s.Segment) ? Place(s.Segment) : s.Segment).ThenBy(s => s.Segment).ThenByDescending(s => s.Confidence).ThenBy(s => s.Code)],
    };

    private long Place(long segment)
    {
        var draw = Draw(segment);
        draw.Next(SampleOneIn);
        return _first + draw.Next(_places);
    }

    private Chance Draw(long segment) => new(_seed ^ ((ulong)segment * 0xD1342543DE82EF95));
}
