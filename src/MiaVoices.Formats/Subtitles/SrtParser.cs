using System.Net;
using System.Text.RegularExpressions;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Subtitles;

/// <summary>
/// Parses SubRip. What stands between two lines of times was said, save the counter above the second: blank lines inside
/// a cue, which editors leave, lose nothing.
/// </summary>
internal static partial class SrtParser
{
    /// <exception cref="RefusedException"><c>transcript.time</c>: a line that begins as a time and has an arrow, but not two times in order.</exception>
    public static IReadOnlyList<Cue> Parse(string text, string file, CancellationToken cancellation)
    {
        var cues = new List<Cue>();
        (long Start, long End)? time = null;
        var said = new List<string>();
        foreach (var (i, raw) in TextDecoding.Lines(text).Index())
        {
            cancellation.ThrowIfCancellationRequested();
            var line = raw.Trim();
            if (line is [>= '0' and <= '9', ..] && line.Contains("-->", StringComparison.Ordinal))
            {
                Close(counter: true);
                time = ArrowLayout.Times(line, $"{file}:{i + 1}");
            }
            else if (time is not null)
            {
                said.Add(line);
            }
        }

        Close(counter: false);
        return cues;

        void Close(bool counter)
        {
            while (said.Count > 0 && said[^1].Length == 0)
            {
                said.RemoveAt(said.Count - 1);
            }

            // A number alone is the next cue's counter where a blank line parts it from the words, or nothing else was said.
            if (counter && said.Count > 0 && said[^1].All(char.IsAsciiDigit) && (said.Count == 1 || said[^2].Length == 0))
            {
                said.RemoveAt(said.Count - 1);
            }

            if (time is { } t && Plain(string.Join(' ', said)) is { Length: > 0 } words)
            {
                cues.Add(new Cue(t.Start, t.End, null, words));
            }

            said.Clear();
        }
    }

    private static string Plain(string payload) =>
        Spaces().Replace(StoredText.Normalise(WebUtility.HtmlDecode(Tag().Replace(payload, ""))), " ").Trim();

    [GeneratedRegex(@"</?(?:i|b|u|s|font|c|v)(?:[.\s][^<>]{0,200})?>|\{\\[^{}]{1,100}\}|\{/?[ibu]\}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t\n\r\u200E\u200F]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
