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
        return TextDecoding.TryDecode(file) is { } decoded && IsVtt(decoded.Text);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var decoded = TextDecoding.Decode(file);
        var parsed = VttParser.Parse(decoded.Normalised, file.Name, cancellation);
        var pieces = Cues.Join(Cues.WithLabels(parsed.Cues));
        Notice[] notices = parsed.Stray > 0 ? [new Notice(Problem.At($"{file.Name}:{parsed.FirstStray}", "vtt.stray", parsed.Stray))] : [];
        return [TranscriptText.Draft(file, Format, decoded.Encoding, new Layout(Cues.Kind, pieces, []), options, notices)];
    }

    private static bool IsVtt(string text) =>
        text.TrimStart('\uFEFF') is var plain && plain.StartsWith("WEBVTT", StringComparison.Ordinal) && (plain.Length == 6 || char.IsWhiteSpace(plain[6]));
}
