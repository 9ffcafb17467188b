namespace MiaVoices.Core.Codes;

/// <summary>How a coding came about.</summary>
public enum CodingOrigin
{
    /// <summary>A person coded the span.</summary>
    Manual,

    /// <summary>A person accepted a suggestion.</summary>
    Suggestion,

    /// <summary>It came with a file.</summary>
    Import,

    /// <summary>A person coded all hits of a search.</summary>
    Auto,
}

/// <summary>What a statement says of its theme, apart from the theme itself.</summary>
public enum Polarity
{
    /// <summary>Fungerar bra.</summary>
    WorksWell,

    /// <summary>Fungerar mindre bra.</summary>
    WorksLessWell,

    /// <summary>Förslag.</summary>
    Proposal,
}

/// <summary>A span of a source that holds a code.</summary>
public sealed record Coding
{
    /// <summary>Public identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The source.</summary>
    public required Guid Source { get; init; }

    /// <summary>First UTF-16 code unit in the source's text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last; always above <see cref="Start"/>.</summary>
    public required int End { get; init; }

    /// <summary>The words of the span when it was coded; checked against the text.</summary>
    public required string Quote { get; init; }

    /// <summary>The code.</summary>
    public required Guid Code { get; init; }

    /// <summary>Who coded.</summary>
    public required string Coder { get; init; }

    /// <summary>How it came about.</summary>
    public required CodingOrigin Origin { get; init; }

    /// <summary>Confidence shown when a suggestion was accepted, 0–1; else null.</summary>
    public double? Confidence { get; init; }

    /// <summary>
    /// Set when the suggestion was accepted together with all others of at least this confidence, without being read by
    /// itself; else null.
    /// </summary>
    public double? AcceptedAbove { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The coder's remark, or empty.</summary>
    public string Memo { get; init; } = "";

    /// <summary>What it says of the theme, or null.</summary>
    public Polarity? Polarity { get; init; }

    /// <summary>Condensed meaning unit, or empty.</summary>
    public string Condensed { get; init; } = "";
}
