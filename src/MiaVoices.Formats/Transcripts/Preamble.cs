namespace MiaVoices.Formats.Transcripts;

/// <summary>Sorts the lines before the first turn: prose is kept as paragraphs, short lines (title, date, length) are reported only.</summary>
internal sealed class Preamble
{
    private const int TitleLength = 150;
    private const int FewestProseWords = 5;

    private readonly List<TextLine> titles = [];
    private readonly List<Spoken> prose = [];

    /// <summary>Titles and metadata.</summary>
    public IReadOnlyList<TextLine> Titles => titles;

    /// <summary>Paragraphs by nobody in particular.</summary>
    public IReadOnlyList<Spoken> Prose => prose;

    /// <summary>Whether a line reads as a sentence rather than a title.</summary>
    public static bool IsProse(TextLine line)
    {
        var text = line.Text.Trim();
        return !line.Heading && !text.StartsWith('#') && (text.Length > TitleLength
            || (text.TrimEnd('"', '”', '\'', ')') is [.., '.' or '!' or '?' or '…'] && text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= FewestProseWords));
    }

    public void Add(TextLine line, double? time = null)
    {
        if (IsProse(line))
        {
            prose.Add(new Spoken(null, time, line.Text.Trim()) { Comments = line.Comments });
        }
        else
        {
            titles.Add(line);
        }
    }
}
