using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Pdf;

/// <summary>The text layer of PDF files, through Poppler's <c>pdftotext</c> where it is installed.</summary>
public sealed class PdfReader : ISourceReader
{
    private readonly PdfToText program;

    /// <summary>Finds the program on the path when a file is read.</summary>
    public PdfReader()
        : this(new PdfToText())
    {
    }

    internal PdfReader(PdfToText program) => this.program = program;

    /// <summary>A reader that looks for the program in other folders, and gives it another time.</summary>
    /// <param name="folders">Folders to look in, in order.</param>
    /// <param name="limit">Longest time that it may take.</param>
    public static PdfReader Using(IReadOnlyList<string> folders, TimeSpan limit) => new(new PdfToText { Folders = folders, Limit = limit });

    /// <inheritdoc/>
    public string Format => "pdf";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return FileSignature.Of(file.Content.Span) == "pdf";
    }

    /// <inheritdoc/>
    /// <exception cref="RefusedException"><c>pdf.noprogram</c>, <c>pdf.unreadable</c>, <c>pdf.slow</c> (fact: seconds), <c>pdf.notext</c>, <c>pdf.toobig</c> (fact: megabytes).</exception>
    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var (lines, margins) = Lines(file.Name, program.Run(file, cancellation));
        return [Draft(file.Name, lines, margins, options)];
    }

    /// <summary>What the text that <c>pdftotext -layout</c> gave of a file makes.</summary>
    /// <param name="name">The file's name inside the project.</param>
    /// <param name="layout">The text: pages parted by form feeds, lines as they stand on the page.</param>
    /// <param name="options">What the person asked for.</param>
    /// <exception cref="RefusedException"><c>pdf.notext</c>, or what any transcript may be refused for.</exception>
    public static SourceDraft Draft(string name, string layout, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(options);
        var (lines, margins) = Lines(name, layout);
        return Draft(name, lines, margins, options);
    }

    /// <summary>The lines alone: the pages are let go before the draft is made of them.</summary>
    private static (IReadOnlyList<TextLine> Lines, int Margins) Lines(string name, string layout)
    {
        var text = StoredText.Normalise(layout);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RefusedException(Problem.At(name, "pdf.notext"));
        }

        return PdfLines.Of(text);
    }

    private static SourceDraft Draft(string name, IReadOnlyList<TextLine> lines, int margins, ReadOptions options)
    {
        Notice[] notices = margins > 0 ? [new Notice(Problem.At(name, "pdf.margins", margins))] : [];
        return TranscriptText.Draft(new SourceFile(name, default), "pdf", "utf-8", lines, options, notices);
    }
}
