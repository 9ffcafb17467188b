using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Transcripts;

/// <summary>A piece of speech or writing with what the layout told of it.</summary>
/// <param name="Speaker">Label as written, or null.</param>
/// <param name="Timecode">Seconds, or null.</param>
/// <param name="Text">The words, trimmed, not empty.</param>
internal sealed record Spoken(string? Speaker, double? Timecode, string Text)
{
    /// <summary>The heading of a note.</summary>
    public string? Heading { get; init; }

    /// <summary>Seconds at which the piece ends, where cues tell it.</summary>
    public double? End { get; init; }

    /// <summary>Numbers of the comments that stand at the piece.</summary>
    public IReadOnlyList<int> Comments { get; init; } = [];
}

/// <summary>What one layout made of the lines.</summary>
/// <param name="Kind">The kind of source that the layout speaks for; null when it says nothing.</param>
/// <param name="Pieces">The pieces in reading order.</param>
/// <param name="Preamble">Lines before the first turn that are neither speech nor prose (title, date), and closing lines of the program.</param>
internal sealed record Layout(SourceKind? Kind, IReadOnlyList<Spoken> Pieces, IReadOnlyList<TextLine> Preamble);

/// <summary>Gathers pieces line by line.</summary>
internal sealed class PieceBuilder
{
    private readonly List<Spoken> pieces = [];
    private readonly List<string> texts = [];
    private readonly List<int> comments = [];
    private string? speaker;
    private double? time;
    private string? heading;

    /// <summary>True when a piece has been begun.</summary>
    public bool Open { get; private set; }

    /// <summary>The seconds of the piece under way.</summary>
    public double? Time => time;

    /// <summary>The number of pieces closed so far.</summary>
    public int Count => pieces.Count;

    /// <summary>Closes the piece under way and begins another.</summary>
    /// <param name="label">The speaker, or null.</param>
    /// <param name="seconds">The time, or null.</param>
    /// <param name="text">The first words.</param>
    /// <param name="under">The heading, or null.</param>
    /// <param name="line">The line it begins with, for the comments there.</param>
    public void Begin(string? label, double? seconds, string text, string? under = null, TextLine? line = null)
    {
        Close();
        (speaker, time, heading, Open) = (label, seconds, under, true);
        Add(text, line);
    }

    /// <summary>Adds a line to the piece under way.</summary>
    public void Add(string text, TextLine? line = null)
    {
        if (line is { Comments.Count: > 0 })
        {
            comments.AddRange(line.Comments);
        }

        var trimmed = text.Trim();
        if (trimmed.Length > 0)
        {
            texts.Add(trimmed);
        }
    }

    /// <summary>Gives the piece under way its time unless it has one.</summary>
    public void At(double? seconds) => time ??= seconds;

    /// <summary>Closes and returns all pieces; those without words are gone.</summary>
    public IReadOnlyList<Spoken> Finish()
    {
        Close();
        return pieces;
    }

    private void Close()
    {
        if (texts.Count > 0)
        {
            pieces.Add(new Spoken(speaker, time, string.Join('\n', texts)) { Heading = heading, Comments = comments.Count == 0 ? [] : [.. comments] });
        }

        comments.Clear();
        texts.Clear();
        Open = false;
    }
}
