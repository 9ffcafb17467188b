using MiaVoices.Core;
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
        var notices = new List<Notice>();
        if (document.Comments > 0)
        {
            notices.Add(new Notice(Problem.At(file.Name, "docx.comments", document.Comments)));
        }

        if (document.Footnotes > 0)
        {
            notices.Add(new Notice(Problem.At(file.Name, "docx.footnotes", document.Footnotes)));
        }

        if (document.TextBoxes > 0)
        {
            notices.Add(new Notice(Problem.At(file.Name, "docx.textboxes", document.TextBoxes), LeftOut: true));
        }

        return [TranscriptText.Draft(file, Format, document.Encoding, document.Lines, options, notices)];
    }
}
