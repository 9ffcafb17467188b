using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Transcripts;
using MiaVoices.Formats.Zip;

namespace MiaVoices.Formats.OpenDocument;

/// <summary>Transcripts, notes and stories in OpenDocument text (.odt).</summary>
public sealed class OdtReader : ISourceReader
{
    /// <inheritdoc/>
    public string Format => "odt";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return OdfPackage.Kind(file) == "text";
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var document = OdfPackage.Read(file, (zip, content) => OdtDocument.Read(zip, content, file.Name, cancellation));
        var notices = new List<Notice>();
        if (document.Comments > 0)
        {
            notices.Add(new Notice(Problem.At(file.Name, "docx.comments", document.Comments)));
        }

        if (document.Notes > 0)
        {
            notices.Add(new Notice(Problem.At(file.Name, "docx.footnotes", document.Notes)));
        }

        if (document.TextBoxes > 0)
        {
            notices.Add(new Notice(Problem.At(file.Name, "docx.textboxes", document.TextBoxes), LeftOut: true));
        }

        return [TranscriptText.Draft(file, Format, "utf-8", document.Lines, options, notices)];
    }
}
