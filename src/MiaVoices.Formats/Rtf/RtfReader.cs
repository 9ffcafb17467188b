using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Rtf;

/// <summary>Transcripts in Rich Text Format: f4, MAXQDA, Word, LibreOffice, TextEdit.</summary>
public sealed class RtfReader : ISourceReader
{
    /// <inheritdoc/>
    public string Format => "rtf";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return FileSignature.Of(file.Content.Span) == "rtf";
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var document = RtfParser.Parse(file, cancellation);
        var notices = BesideTheText.Notices(file.Name, options.CommentTitle is null ? document.Comments.Count(c => c.Length > 0) : 0, document.Footnotes, document.TextBoxes);
        return [TranscriptText.Draft(file, Format, document.Encoding, document.Lines, options, notices, document.Comments)];
    }
}
