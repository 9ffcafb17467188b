using System.Xml;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Csv;
using MiaVoices.Formats.Html;
using MiaVoices.Formats.Json;
using MiaVoices.Formats.Markdown;
using MiaVoices.Formats.OpenDocument;
using MiaVoices.Formats.OTranscribe;
using MiaVoices.Formats.Pdf;
using MiaVoices.Formats.PlainText;
using MiaVoices.Formats.Rtf;
using MiaVoices.Formats.Subtitles;
using MiaVoices.Formats.Surveys;
using MiaVoices.Formats.Text;
using MiaVoices.Formats.Vtt;
using MiaVoices.Formats.Word;
using MiaVoices.Formats.Xlsx;
using MiaVoices.Formats.Zip;

namespace MiaVoices.Formats;

/// <summary>The formats that can be read. Stateless and thread-safe.</summary>
public static class Readers
{
    /// <summary>Every reader, the surest signs first: any text is plain text, so that comes last.</summary>
    public static IReadOnlyList<ISourceReader> All { get; } =
    [
        new WordReader(),
        new XlsxReader(),
        new OdtReader(),
        new OdsReader(),
        new PdfReader(),
        new RtfReader(),
        new VttReader(),
        new SrtReader(),
        new OtrReader(),
        new JsonReader(),
        new HtmlReader(),
        new TimedTableReader(),
        new CsvSourceReader(),
        new MarkdownReader(),
        new PlainTextReader(),
    ];

    /// <summary>The reader for a file, told by its content and only in doubt by its ending.</summary>
    /// <exception cref="RefusedException">
    /// <c>file.empty</c>, <c>file.binary</c>, <c>file.encoding.broken</c>, <c>zip.damaged</c>, <c>zip.toobig</c>, or one of the keys <c>format.…</c>: a format that is not read,
    /// with what to do instead.
    /// </exception>
    public static ISourceReader Recognise(SourceFile file, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        if (file.Content.IsEmpty)
        {
            throw new RefusedException(Problem.At(file.Name, "file.empty"));
        }

        var signature = FileSignature.Of(file.Content.Span);
        if (signature is not (null or "zip" or "pdf" or "rtf"))
        {
            throw new RefusedException(Problem.At(file.Name, "format." + signature));
        }

        if (signature == "zip")
        {
            RefuseForeignZip(file);
        }
        else if (signature is null)
        {
            TextDecoding.Check(file);
            RefuseForeignText(file, FileSignature.Opening(Sniff.Of(file)));
        }

        // A person who says "interview" has told that commas and tabs are not columns.
        var told = options.Kind is SourceKind.Interview or SourceKind.Notes or SourceKind.Story && !file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
        return All.FirstOrDefault(r => !(told && r is CsvSourceReader) && r.Recognises(file))
            ?? throw new RefusedException(Problem.At(file.Name, "format.unknown"));
    }

    /// <summary>Recognises and reads.</summary>
    /// <exception cref="RefusedException">The file cannot be read; nothing of it is used.</exception>
    public static IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation = default) =>
        Recognise(file, options).Read(file, options, cancellation);

    /// <summary>The survey profiles that <see cref="Read"/> uses for a file, every column settled (<c>--propose-profile</c>).</summary>
    /// <exception cref="RefusedException">The file cannot be read, or is not a table (<c>profile.notable</c>).</exception>
    public static IReadOnlyList<SurveyProfile> ProposeProfiles(SourceFile file, ReadOptions options, CancellationToken cancellation = default) =>
        Recognise(file, options) is IProfiledReader reader
            ? reader.Profiles(file, options, cancellation)
            : throw new RefusedException(Problem.At(file.Name, "profile.notable"));

    private static void RefuseForeignZip(SourceFile file)
    {
        using var zip = SafeZip.Open(file);
        var key = zip.Has("project.qde") || file.Name.EndsWith(".qdpx", StringComparison.OrdinalIgnoreCase) ? "format.exchange"
            : zip.Has("word/document.xml") || zip.Has("xl/workbook.xml") ? null
            : zip.Has("content.xml") && zip.Has("META-INF/manifest.xml") ? (OdfPackage.Kind(file) is null ? Undecided(file, zip) : null)
            : zip.Has("ppt/presentation.xml") ? "format.unknown"
            : zip.Has("[Content_Types].xml") ? null
            : "format.packed";
        if (key is not null)
        {
            throw new RefusedException(Problem.At(file.Name, key));
        }
    }

    /// <summary>Why an OpenDocument file cannot be told to be text or table: its own words in it are hidden, broken, or it is a drawing.</summary>
    private static string? Undecided(SourceFile file, SafeZip zip)
    {
        if (zip.Bytes("META-INF/manifest.xml") is { } manifest && manifest.AsSpan().IndexOf("encryption-data"u8) >= 0)
        {
            return "odf.encrypted";
        }

        try
        {
            return OdfPackage.Kind(zip) is null ? "format.opendocument" : null;
        }
        catch (XmlException e)
        {
            throw new RefusedException(Problem.At(file.Name, "zip.damaged"), e);
        }
    }

    private static void RefuseForeignText(SourceFile file, string opening)
    {
        var xml = opening.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || opening.StartsWith("<CodeBook", StringComparison.OrdinalIgnoreCase);
        if (xml && !HtmlReader.IsHtml(opening))
        {
            var exchange = opening.Contains("CodeBook", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".qdc", StringComparison.OrdinalIgnoreCase);
            throw new RefusedException(Problem.At(file.Name, exchange ? "format.exchange" : "format.xml"));
        }
    }
}
