using System.Text.RegularExpressions;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Subtitles;

/// <summary>SubRip subtitles (.srt), with names before a colon or without speakers.</summary>
public sealed partial class SrtReader : ISourceReader
{
    /// <inheritdoc/>
    public string Format => "srt";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Opening().IsMatch(Sniff.Of(file));
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (cues, encoding) = Cues(file, cancellation);
        return [CueTranscript.Draft(file, Format, encoding, cues, options, [])];
    }

    /// <summary>The cues alone: the whole text is let go before the draft is made of them.</summary>
    private static (IReadOnlyList<Cue> Cues, string Encoding) Cues(SourceFile file, CancellationToken cancellation)
    {
        var decoded = TextDecoding.Decode(file);
        return (SrtParser.Parse(decoded.Normalised, file.Name, cancellation), decoded.Encoding);
    }

    // A comma before the milliseconds is SubRip's own; with a point the counter must tell it from the times of older Teams documents.
    [GeneratedRegex(@"^(?:\d{1,7}[ \t]*\r?\n\s*\d{1,3}:\d{1,2}:\d{1,2}[.,]\d{1,3}|\d{1,3}:\d{1,2}:\d{1,2},\d{1,3})[ \t]*-->", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
