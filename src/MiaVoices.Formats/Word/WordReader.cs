using System.Xml;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Transcripts;
using MiaVoices.Formats.Zip;

namespace MiaVoices.Formats.Word;

/// <summary>Transcripts, notes and stories in Word documents (.docx).</summary>
/// <remarks>
/// Reads the main part forward, paragraph by paragraph, straight from the checked package: a document with one malformed
/// link among its relationships, which e-mail addresses in Word often give, is still read.
/// </remarks>
public sealed class WordReader : ISourceReader
{
    /// <inheritdoc/>
    public string Format => "docx";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return SafeZip.Holds(file, "word/document.xml", "wordprocessingml.document.main+xml");
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var zip = SafeZip.Open(file);
        try
        {
            var main = WordPackage.MainPart(zip) ?? throw new RefusedException(Problem.At(file.Name, "zip.damaged"));
            var comments = WordComments.Read(zip);
            var document = WordDocument.Read(main, WordPackage.HeadingStyles(zip), comments, cancellation);
            return [TranscriptText.Draft(file, Format, "utf-8", document.Lines, options, Notices(file.Name, zip, document, options.CommentTitle is null ? comments.Count : 0), comments.Texts)];
        }
        catch (XmlException e)
        {
            throw new RefusedException(Problem.At(file.Name, "zip.damaged"), e);
        }
        catch (RefusedException e) when (e.Problem.Where is null)
        {
            throw new RefusedException(e.Problem with { Where = file.Name }, e);
        }
    }

    private static List<Notice> Notices(string file, SafeZip zip, WordDocument document, int comments)
    {
        // Two of the notes in the part are the separators that Word always writes.
        var footnotes = WordPackage.CountNotes(zip, "word/footnotes.xml", "footnote") + WordPackage.CountNotes(zip, "word/endnotes.xml", "endnote");
        return BesideTheText.Notices(file, comments, footnotes, document.TextBoxes);
    }
}
