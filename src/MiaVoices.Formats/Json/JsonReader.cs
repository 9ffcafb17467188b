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
        var decoded = TextDecoding.Decode(file);
        using var json = JsonText.Parse(file, decoded);
        if (JsonSegments.Find(json.RootElement) is { } segments)
        {
            var cues = JsonSegments.Cues(segments, file.Name, cancellation);
            return [CueTranscript.Draft(file, Format, decoded.Encoding, cues, options, [])];
        }

        if (json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("text", out var text) && JsonText.String(text) is { } whole)
        {
            var lines = whole.Split('\n').Select((l, i) => new TextLine { Number = i + 1, Text = l.Trim(), Starts = true }).ToList();
            return [TranscriptText.Draft(file, Format, decoded.Encoding, lines, options with { Kind = options.Kind ?? SourceKind.Interview }, [])];
        }

        throw new RefusedException(Problem.At(file.Name, "format.json"));
    }

    [GeneratedRegex("^(?:\\{\\s*(?:\"|\\})|\\[\\s*(?:\\{|\\]))", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
