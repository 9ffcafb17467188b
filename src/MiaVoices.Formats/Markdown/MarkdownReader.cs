using System.Text.RegularExpressions;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Markdown;

/// <summary>Interviews, notes and stories in Markdown; which of them the content tells.</summary>
public sealed partial class MarkdownReader : ISourceReader
{
    private const int FrontMatterLines = 60;

    /// <inheritdoc/>
    public string Format => "md";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Sniff.Of(file) is { Length: > 0 } opening
            && (file.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase) || BoldLabel().Count(opening) >= 2);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (lines, first, encoding) = Lines(file);
        cancellation.ThrowIfCancellationRequested();
        Notice[] notices = first > 0 ? [new Notice(Problem.At($"{file.Name}:1", "transcript.titles", first))] : [];
        return [TranscriptText.Draft(file, Format, encoding, lines, options, notices)];
    }

    /// <summary>The lines, how many of metadata stand before them, and the encoding: the whole text is let go before the draft is made.</summary>
    private static (List<TextLine> Lines, int First, string Encoding) Lines(SourceFile file)
    {
        var decoded = TextDecoding.Decode(file);
        var raw = decoded.Normalised.Split('\n');
        var first = FrontMatter(raw);
        var lines = new List<TextLine>(raw.Length);
        var starts = true;
        for (var i = first; i < raw.Length; i++)
        {
            var line = Line(raw[i].TrimEnd(), i + 1, starts);
            lines.Add(line);
            starts = line.Blank || line.Heading;
        }

        return (lines, first, decoded.Encoding);
    }

    /// <summary>Number of lines of metadata between --- and --- at the top, with these.</summary>
    private static int FrontMatter(string[] lines)
    {
        if (lines[0].TrimEnd() != "---")
        {
            return 0;
        }

        var end = Array.FindIndex(lines, 1, Math.Min(lines.Length - 1, FrontMatterLines), l => l.TrimEnd() is "---" or "...");
        return end < 0 ? 0 : end + 1;
    }

    private static TextLine Line(string text, int number, bool starts)
    {
        if (Rule().IsMatch(text))
        {
            return new TextLine { Number = number, Text = "", Starts = true };
        }

        if (Heading().Match(text) is { Success: true } heading)
        {
            return new TextLine { Number = number, Text = text[heading.Length..].TrimEnd('#', ' '), Starts = true, Heading = true };
        }

        // A transcript is often set as a quotation; the mark is not part of the words.
        var plain = Quote().Replace(text, "");
        var bold = 0;
        if (Emphasis().Match(plain) is { Success: true } label)
        {
            var words = label.Groups["label"].Value;
            plain = words + label.Groups["colon"].Value + plain[label.Length..];
            bold = words.Length;
        }

        return new TextLine { Number = number, Text = Escape().Replace(plain, "$1"), Starts = starts, Bold = bold };
    }

    [GeneratedRegex(@"^\*\*[^*\n:]{1,30}(?::\*\*|\*\*\s?:)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex BoldLabel();

    [GeneratedRegex(@"^\s{0,3}(?:(?:\*[ \t]?){3,}|(?:-[ \t]?){3,}|(?:_[ \t]?){3,})$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s{0,3}#{1,6}\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:\s{0,3}>\s?){1,5}", RegexOptions.CultureInvariant)]
    private static partial Regex Quote();

    // Only what stands at the start of a line and could be a label: stars inside the talk may be marks of the transcriber.
    [GeneratedRegex(@"^\s{0,3}(?<mark>\*\*|__|\*)(?<label>[^*_\n:]{1,30})(?:(?<colon>:)\k<mark>|\k<mark>(?<colon>:)|\k<mark>\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\\([\\`*_{}\[\]()#+.!<>-])", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
