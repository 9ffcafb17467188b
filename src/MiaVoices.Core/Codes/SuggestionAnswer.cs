namespace MiaVoices.Core.Codes;

/// <summary>What a person said to a suggested code.</summary>
public enum SuggestionVerdict
{
    /// <summary>Accepted as suggested.</summary>
    Accepted,

    /// <summary>Rejected: a "no" for this code on this segment.</summary>
    Rejected,

    /// <summary>Another code was right.</summary>
    Other,
}

/// <summary>A person's answer to a suggestion.</summary>
public sealed record SuggestionAnswer
{
    /// <summary>The suggestion's id, derived from segment and code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The source that holds the segment.</summary>
    public required Guid Source { get; init; }

    /// <summary>The segment.</summary>
    public required Guid Segment { get; init; }

    /// <summary>The suggested code.</summary>
    public required Guid Code { get; init; }

    /// <summary>The answer.</summary>
    public required SuggestionVerdict Verdict { get; init; }

    /// <summary>The code that was right, when <see cref="Verdict"/> is <see cref="SuggestionVerdict.Other"/>.</summary>
    public Guid? Other { get; init; }

    /// <summary>Who answered.</summary>
    public required string Coder { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The confidence that was shown, 0–1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Version of the model that suggested.</summary>
    public required string Model { get; init; }

    /// <summary>Set when it was accepted together with all suggestions of at least this confidence: it tells nothing of how often suggestions are right.</summary>
    public double? AcceptedAbove { get; init; }
}
