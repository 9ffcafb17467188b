using System.Text.Json;
using System.Text.RegularExpressions;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Json;

/// <summary>Transcripts that speech recognition wrote as JSON: Whisper, WhisperX, whisper.cpp, pipelines that give a bare list of segments.</summary>
public sealed partial class JsonReader : ISourceReader
{
    /// <inheritdoc/>
    public string Format => "json";

    /// <summary>Whether a text begins as a JSON object or list of objects.</summary>
    internal static bool IsJson(string opening) => Opening().IsMatch(opening);

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return IsJson(Sniff.Of(file));
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (cues, lines, encoding) = Words(file, cancellation);
        return cues is not null ? [CueTranscript.Draft(file, Format, encoding, cues, options, [])]
            : [TranscriptText.Draft(file, Format, encoding, lines, options with { Kind = options.Kind ?? SourceKind.Interview }, [])];
    }

    /// <summary>The cues, or the lines where there are none: the JSON is let go before the draft is made of them.</summary>
    private static (IReadOnlyList<Cue>? Cues, List<TextLine> Lines, string Encoding) Words(SourceFile file, CancellationToken cancellation)
    {
        var decoded = TextDecoding.Decode(file);
        using var json = JsonText.Parse(file, decoded);
        if (JsonSegments.Find(json.RootElement) is { } segments)
        {
            return (JsonSegments.Cues(segments, file.Name, cancellation), [], decoded.Encoding);
        }

        if (json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("text", out var text) && JsonText.String(text) is { } whole)
        {
            return (null, [.. whole.Split('\n').Select((l, i) => new TextLine { Number = i + 1, Text = l.Trim(), Starts = true })], decoded.Encoding);
        }

        throw new RefusedException(Problem.At(file.Name, "format.json"));
    }

    [GeneratedRegex("^(?:\\{\\s*(?:\"|\\})|\\[\\s*(?:\\{|\\]))", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
