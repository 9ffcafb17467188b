using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.PlainText;

/// <summary>Transcripts, notes and stories in plain text.</summary>
public sealed class PlainTextReader : ISourceReader
{
    /// <inheritdoc/>
    public string Format => "txt";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return TextDecoding.IsText(file);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (lines, encoding) = Lines(file);
        cancellation.ThrowIfCancellationRequested();
        return [TranscriptText.Draft(file, Format, encoding, lines, options, [])];
    }

    /// <summary>The lines alone: the whole text is let go before the draft is made of them.</summary>
    private static (List<TextLine> Lines, string Encoding) Lines(SourceFile file)
    {
        var decoded = TextDecoding.Decode(file);
        return (Lines(decoded.Normalised), decoded.Encoding);
    }

    /// <summary>Lines with their numbers; where blank lines part paragraphs only the first line after one starts a paragraph.</summary>
    private static List<TextLine> Lines(string text)
    {
        var raw = text.Split('\n', '\f', '\v', '\u0085', '\u2028');
        var lines = new List<TextLine>(raw.Length);
        var parted = raw.Skip(1).SkipLast(1).Any(string.IsNullOrWhiteSpace);
        var starts = true;
        for (var i = 0; i < raw.Length; i++)
        {
            var line = raw[i].TrimEnd();
            lines.Add(new TextLine { Number = i + 1, Text = line, Starts = starts || !parted });
            starts = line.Length == 0;
        }

        return lines;
    }
}
