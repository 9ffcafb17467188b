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
        var notices = BesideTheText.Notices(file.Name, options.CommentTitle is null ? document.Comments.Count(c => c.Length > 0) : 0, document.Notes, document.TextBoxes);
        return [TranscriptText.Draft(file, Format, "utf-8", document.Lines, options, notices, document.Comments)];
    }
}
