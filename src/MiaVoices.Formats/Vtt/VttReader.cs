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
        var decoded = TextDecoding.Decode(file);
        var parsed = VttParser.Parse(decoded.Normalised, file.Name, cancellation);
        Notice[] notices = parsed.Stray > 0 ? [new Notice(Problem.At($"{file.Name}:{parsed.FirstStray}", "vtt.stray", parsed.Stray))] : [];
        return [CueTranscript.Draft(file, Format, decoded.Encoding, parsed.Cues, options, notices)];
    }

    private static bool IsVtt(string text) =>
        text.StartsWith("WEBVTT", StringComparison.Ordinal) && (text.Length == 6 || char.IsWhiteSpace(text[6]));
}
