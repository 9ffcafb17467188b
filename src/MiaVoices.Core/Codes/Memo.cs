namespace MiaVoices.Core.Codes;

/// <summary>What a memo is about.</summary>
public enum MemoTarget
{
    /// <summary>The project.</summary>
    Project,

    /// <summary>A source.</summary>
    Source,

    /// <summary>A segment.</summary>
    Segment,

    /// <summary>A code.</summary>
    Code,

    /// <summary>A coding.</summary>
    Coding,

    /// <summary>A case.</summary>
    Case,
}

/// <summary>A remark that the coder writes for herself and her colleagues.</summary>
public sealed record Memo
{
    /// <summary>Public identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is about.</summary>
    public required MemoTarget Target { get; init; }

    /// <summary>Identity of what it is about; null for the project.</summary>
    public Guid? TargetId { get; init; }

    /// <summary>Title, or empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Text.</summary>
    public required string Text { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Coder { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset Changed { get; init; }
}
