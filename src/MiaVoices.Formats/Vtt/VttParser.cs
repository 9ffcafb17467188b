using System.Net;
using System.Text.RegularExpressions;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Vtt;

/// <summary>The cues of a WebVTT text.</summary>
/// <param name="Cues">Cues with words, in the file's order; a cue of several voices becomes several.</param>
/// <param name="Stray">Number of blocks without a time, whose words were put with the cue before.</param>
/// <param name="FirstStray">Line of the first of these.</param>
internal sealed record VttText(IReadOnlyList<Cue> Cues, int Stray, int FirstStray);

/// <summary>Parses WebVTT (W3C) as the programs write it.</summary>
internal static partial class VttParser
{
    /// <exception cref="RefusedException"><c>transcript.time</c>: a line with an arrow but without two times in order.</exception>
    public static VttText Parse(string text, string file, CancellationToken cancellation)
    {
        var lines = text.Split('\n');
        var cues = new List<Cue>();
        int stray = 0, firstStray = 0, at = 0;

        // What stands right under WEBVTT (Kind, Language) belongs to the header, unless the blank line was forgotten.
        while (at < lines.Length && lines[at].Trim().Length > 0 && !IsTime(lines[at]))
        {
            at++;
        }

        while (at < lines.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            if (lines[at].Trim().Length == 0)
            {
                at++;
                continue;
            }

            var first = at;
            while (at < lines.Length && lines[at].Trim().Length > 0)
            {
                at++;
            }

            var block = lines.AsSpan(first, at - first);
            if (Aside(block[0]))
            {
                continue;
            }

            var time = IsTime(block[0]) ? 0 : block.Length > 1 && IsTime(block[1]) ? 1 : -1;
            if (time >= 0)
            {
                var (start, end) = ArrowLayout.Times(block[time], $"{file}:{first + time + 1}");
                Voices(cues, start, end, string.Join(' ', block[(time + 1)..].ToArray()));
            }
            else if (cues.Count > 0)
            {
                // A blank line inside a cue: what follows was still said.
                var previous = cues[^1];
                cues[^1] = previous with { Text = $"{previous.Text} {Plain(string.Join(' ', block.ToArray()))}".Trim() };
                firstStray = stray++ == 0 ? first + 1 : firstStray;
            }
            else if (block.Length > 1)
            {
                throw new RefusedException(Problem.At($"{file}:{first + 1}", "transcript.time"));
            }
        }

        return new VttText(cues, stray, firstStray);
    }

    private static bool IsTime(string line) => line.Contains("-->", StringComparison.Ordinal);

    private static bool Aside(string line) =>
        line.Trim() is "NOTE" or "STYLE" or "REGION" || line.StartsWith("NOTE ", StringComparison.Ordinal) || line.StartsWith("NOTE\t", StringComparison.Ordinal);

    private static void Voices(List<Cue> cues, long start, long end, string payload)
    {
        var voices = Voice().Matches(payload);
        var before = Plain(voices.Count == 0 ? payload : payload[..voices[0].Index]);
        if (before.Length > 0)
        {
            cues.Add(new Cue(start, end, null, before));
        }

        for (var i = 0; i < voices.Count; i++)
        {
            var from = voices[i].Index + voices[i].Length;
            var to = i + 1 < voices.Count ? voices[i + 1].Index : payload.Length;
            var words = Plain(payload[from..to]);
            if (words.Length > 0)
            {
                cues.Add(new Cue(start, end, Plain(voices[i].Groups["name"].Value) is { Length: > 0 } name ? name : null, words));
            }
        }
    }

    private static string Plain(string payload) =>
        Spaces().Replace(StoredText.Normalise(WebUtility.HtmlDecode(Tag().Replace(payload, ""))), " ").Trim();

    [GeneratedRegex(@"<v(?:\.[^\s>]{0,100})?(?:[ \t]{1,9}(?<name>[^>]{0,300}))?>", RegexOptions.CultureInvariant)]
    private static partial Regex Voice();

    [GeneratedRegex(@"</?(?:v|c|i|b|u|ruby|rt|lang)(?:[.\s][^>]{0,300})?>|<\d[\d:.]{0,20}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    // Directional marks come from &lrm; and &rlm;; a no-break space from &nbsp; stays.
    [GeneratedRegex(@"[ \t\n\u200E\u200F]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
