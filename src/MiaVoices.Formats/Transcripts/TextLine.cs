namespace MiaVoices.Formats.Transcripts;

/// <summary>A line of a transcript before anything is known about it.</summary>
internal sealed record TextLine
{
    /// <summary>Number of the line or paragraph in the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The letters in stored form, ends trimmed, indentation kept.</summary>
    public required string Text { get; init; }

    /// <summary>True when the line begins a paragraph of its own.</summary>
    public bool Starts { get; init; }

    /// <summary>Number of leading characters in bold.</summary>
    public int Bold { get; init; }

    /// <summary>True for a heading by style or mark.</summary>
    public bool Heading { get; init; }

    /// <summary>True for an entry of a list by style.</summary>
    public bool Listed { get; init; }

    /// <summary>The speaker where the layout of the file tells it (first column of a table).</summary>
    public string? Label { get; init; }

    /// <summary>Numbers of the comments that stand at the line.</summary>
    public IReadOnlyList<int> Comments { get; init; } = [];

    /// <summary>True when nothing stands on the line.</summary>
    public bool Blank => Label is null && string.IsNullOrWhiteSpace(Text);

    /// <summary>True when the whole line is in bold.</summary>
    public bool AllBold => Bold > 0 && Bold >= Text.Length;
}
