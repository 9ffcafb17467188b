using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Vtt;

/// <summary>WebVTT from Teams, Zoom, Stream and other programs.</summary>
public sealed class VttReader : ISourceReader
{
    /// <inheritdoc/>
    public string Format => "vtt";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return IsVtt(Sniff.Of(file));
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (parsed, encoding) = Parse(file, cancellation);
        Notice[] notices = parsed.Stray > 0 ? [new Notice(Problem.At($"{file.Name}:{parsed.FirstStray}", "vtt.stray", parsed.Stray))] : [];
        return [CueTranscript.Draft(file, Format, encoding, parsed.Cues, options, notices)];
    }

    /// <summary>The cues alone: the whole text is let go before the draft is made of them.</summary>
    private static (VttText Parsed, string Encoding) Parse(SourceFile file, CancellationToken cancellation)
    {
        var decoded = TextDecoding.Decode(file);
        return (VttParser.Parse(decoded.Normalised, file.Name, cancellation), decoded.Encoding);
    }

    private static bool IsVtt(string text) =>
        text.StartsWith("WEBVTT", StringComparison.Ordinal) && (text.Length == 6 || char.IsWhiteSpace(text[6]));
}
