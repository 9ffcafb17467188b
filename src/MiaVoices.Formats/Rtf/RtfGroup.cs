namespace MiaVoices.Formats.Rtf;

/// <summary>What holds inside a group.</summary>
internal readonly record struct RtfGroup()
{
    /// <summary>Number of characters that stand in for a letter given by number.</summary>
    public int Fallback { get; init; } = 1;

    /// <summary>True until the first word or letter of the group.</summary>
    public bool Fresh { get; init; }

    /// <summary>True after <c>\*</c>.</summary>
    public bool Starred { get; init; }

    public bool Skipped { get; init; }

    /// <summary>True inside a comment.</summary>
    public bool Comment { get; init; }

    /// <summary>What the number of the group says of a comment.</summary>
    public RtfCommentMark Mark { get; init; }

    public bool InFonts { get; init; }

    public int Font { get; init; }

    /// <summary>Code page of the font; 0 for the document's.</summary>
    public int Page { get; init; }

    public bool Bold { get; init; }

    public bool Hidden { get; init; }

    public bool Deleted { get; init; }

    /// <summary>Whether the words are running text.</summary>
    public bool Seen => !Skipped && !Hidden && !Deleted;
}
