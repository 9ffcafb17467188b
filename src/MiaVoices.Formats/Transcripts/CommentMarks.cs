namespace MiaVoices.Formats.Transcripts;

/// <summary>Where in the letters of a paragraph comments stand, until the paragraph has become lines.</summary>
internal sealed class CommentMarks
{
    private readonly List<(int At, int Comment)> marks = [];

    /// <summary>A comment stands before the letter at this place.</summary>
    public void Add(int at, int comment) => marks.Add((at, comment));

    /// <summary>The comments of a line that begins and ends at these places of the paragraph, both included.</summary>
    public IReadOnlyList<int> In(int start, int end) =>
        marks.Count == 0 ? [] : [.. marks.Where(m => m.At >= start && m.At <= end).Select(m => m.Comment)];

    /// <summary>The next paragraph begins.</summary>
    public void Clear() => marks.Clear();
}
