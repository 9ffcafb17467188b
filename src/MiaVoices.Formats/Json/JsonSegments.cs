using System.Globalization;
using System.Text.Json;
using MiaVoices.Core;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Json;

/// <summary>Segments with times in JSON, under the names that the programs use.</summary>
internal static class JsonSegments
{
    // Longer than any recording, short enough to count in milliseconds.
    private const double MostSeconds = 1000 * 3600;

    // Whisper's own limits: a text that packs better is a repetition; this sure of silence and unsure of the words, nothing was said.
    private const double MostCompression = 2.4;
    private const double NoSpeech = 0.6;
    private const double Unsure = -1.0;

    /// <summary>The list of segments, or null where there is none.</summary>
    public static JsonElement? Find(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return IsList(root) ? root : null;
        }

        if (root.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in (string[])["segments", "chunks", "transcription", "utterances"])
            {
                if (root.TryGetProperty(name, out var list) && IsList(list))
                {
                    return list;
                }
            }
        }

        return null;
    }

    /// <exception cref="RefusedException"><c>json.time</c> (fact: number of the segment from 1).</exception>
    public static IReadOnlyList<Cue> Cues(JsonElement segments, string file, CancellationToken cancellation)
    {
        var cues = new List<Cue>();
        var number = 0;
        var before = 0L;
        foreach (var segment in segments.EnumerateArray())
        {
            cancellation.ThrowIfCancellationRequested();
            number++;
            if (Words(segment) is not { Length: > 0 } words)
            {
                continue;
            }

            var (start, end) = Times(segment);
            if (start is < 0 or > MostSeconds || end is < 0 or > MostSeconds)
            {
                throw new RefusedException(Problem.At(file, "json.time", number));
            }

            // A time that is left out (Whisper does so at the very end) is that of the words before.
            var from = start is { } s ? (long)Math.Round(s * 1000) : before;
            var to = Math.Max(from, end is { } e ? (long)Math.Round(e * 1000) : from);
            cues.Add(new Cue(from, to, Speaker(segment), words) { Doubtful = Doubtful(segment) });
            before = to;
        }

        return cues;
    }

    private static bool IsList(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0
        && list.EnumerateArray().All(s => s.ValueKind == JsonValueKind.Object)
        && list.EnumerateArray().Any(s => Words(s) is not null && Times(s).Start is not null);

    private static string? Words(JsonElement segment)
    {
        if (segment.TryGetProperty("text", out var text) && JsonText.String(text) is { } plain)
        {
            return Line(plain);
        }

        return segment.TryGetProperty("words", out var words) && words.ValueKind == JsonValueKind.Array
            ? Line(string.Join(' ', words.EnumerateArray().Where(w => w.ValueKind == JsonValueKind.Object).Select(Word)))
            : null;
    }

    private static string Word(JsonElement word) =>
        word.TryGetProperty("text", out var text) || word.TryGetProperty("word", out text) ? JsonText.String(text)?.Trim() ?? "" : "";

    private static string Line(string text) => string.Join(' ', text.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string? Speaker(JsonElement segment)
    {
        if (Name(segment) is { } own)
        {
            return own;
        }

        // WhisperX may tell the speaker of the words only: the one with most of them.
        return segment.TryGetProperty("words", out var words) && words.ValueKind == JsonValueKind.Array
            ? words.EnumerateArray().Select(w => w.ValueKind == JsonValueKind.Object ? Name(w) : null).OfType<string>()
                .CountBy(n => n, StringComparer.Ordinal).OrderByDescending(n => n.Value).FirstOrDefault().Key
            : null;
    }

    private static string? Name(JsonElement element)
    {
        if (!element.TryGetProperty("speaker", out var speaker))
        {
            return null;
        }

        var name = speaker.ValueKind == JsonValueKind.Number ? "Talare " + speaker.GetRawText() : JsonText.String(speaker);
        return Line(name ?? "") is { Length: > 0 } line ? (line.All(char.IsAsciiDigit) ? "Talare " + line : line) : null;
    }

    private static (double? Start, double? End) Times(JsonElement segment)
    {
        if (segment.TryGetProperty("timestamp", out var pair) && pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2)
        {
            return (Number(pair[0]), Number(pair[1]));
        }

        // whisper.cpp counts in milliseconds.
        if (segment.TryGetProperty("offsets", out var offsets) && offsets.ValueKind == JsonValueKind.Object)
        {
            return (Get(offsets, "from") / 1000, Get(offsets, "to") / 1000);
        }

        if (Get(segment, "start") is { } start)
        {
            return (start, Get(segment, "end"));
        }

        return segment.TryGetProperty("words", out var words) && words.ValueKind == JsonValueKind.Array
            ? (words.EnumerateArray().Select(w => Get(w, "start")).FirstOrDefault(t => t is not null), words.EnumerateArray().Select(w => Get(w, "end")).LastOrDefault(t => t is not null))
            : (null, Get(segment, "end"));
    }

    private static bool Doubtful(JsonElement segment) =>
        Get(segment, "compression_ratio") > MostCompression || (Get(segment, "no_speech_prob") > NoSpeech && Get(segment, "avg_logprob") < Unsure);

    private static double? Get(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? Number(value) : null;

    private static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null,
        JsonValueKind.String => JsonText.String(value) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null,
        _ => null,
    };
}
