using System.Globalization;
using System.Text.RegularExpressions;
using MiaVoices.Core;
using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Transcripts;

/// <summary>
/// Flags what speech recognition is known to make up in silence: credits of subtitlers, thanks for watching, one line over
/// and over. Nothing is removed: only the one who listens can tell.
/// </summary>
internal static partial class InventedSpeech
{
    // People do say "mm, mm, mm": a short remark must come back more often than a sentence to look mechanical.
    private const int FewestRepeats = 3;
    private const int FewestShortRepeats = 6;
    private const int MostWordsOfCredit = 12;

    /// <summary>One notice a kind, with the number of cues and the time of the first.</summary>
    public static IEnumerable<Notice> Notices(string file, IReadOnlyList<Cue> cues)
    {
        var repeated = new List<Cue>();
        var keys = cues.Select(c => Key(c.Text)).ToList();
        for (var first = 0; first < cues.Count;)
        {
            var end = first + 1;
            while (end < cues.Count && keys[end] == keys[first] && cues[end].Speaker == cues[first].Speaker)
            {
                end++;
            }

            if (end - first >= (keys[first].Contains(' ', StringComparison.Ordinal) ? FewestRepeats : FewestShortRepeats))
            {
                repeated.AddRange(cues.Skip(first).Take(end - first));
            }

            first = end;
        }

        var invented = cues.Except(repeated).Where(c => c.Doubtful || IsCredit(c.Text)).ToList();
        if (repeated.Count > 0)
        {
            yield return new Notice(Problem.At(file, "transcript.repeated", repeated.Count, Clock(repeated[0].Start)));
        }

        if (invented.Count > 0)
        {
            yield return new Notice(Problem.At(file, "transcript.invented", invented.Count, Clock(invented[0].Start)));
        }
    }

    /// <summary>Whether a cue reads as the closing words of a video or the credit of a subtitler.</summary>
    public static bool IsCredit(string text) =>
        text.Length <= 200 && text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWordsOfCredit && Credit().IsMatch(text);

    private static string Key(string text) => Other().Replace(text.ToLowerInvariant(), " ").Trim();

    private static string Clock(long milliseconds) => TimeSpan.FromMilliseconds(milliseconds) is var t
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)t.TotalHours:00}:{t.Minutes:00}:{t.Seconds:00}")
        : "";

    [GeneratedRegex(@"^\W*(?:tack (?:så mycket )?(?:för|till) (?:att (?:du|ni) (?:har )?(?:tittat|tittade|tittar|lyssnat|lyssnade|lyssnar|sett|såg)|visat intresse)|undertext(?:er|ning|ad|at)?(?:\W|$)(?!\w*\s+(?:är|var)\b)|text(?:ning|at|ad)(?: av|:)|svensktextning|översättning(?: av|:)|prenumerera|amara\.org|www\.\S+$|thank(?:s| you)(?: (?:so|very) much)? for (?:watching|listening)|subtit(?:les?|led) by|please subscribe)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credit();

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Other();
}
