using System.Buffers;
using System.Text;
using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Transcripts;

/// <summary>What a speaker label may look like and which labels are known.</summary>
internal static class SpeakerLabels
{
    private const int Longest = 30;
    private const int MostWords = 4;

    private static readonly SearchValues<char> NotInLabels = SearchValues.Create(":?!,;\"”“„…<>=|\n\t•");

    // Single letters count only alone or with a number; whole words also before a name or number ("Deltagare Sju").
    private static readonly HashSet<string> Interviewers = new(StringComparer.Ordinal)
    {
        "i", "int", "intv", "intervjuare", "intervjuaren", "intervjuledare", "interviewer", "researcher", "forskare", "forskaren",
        "moderator", "samtalsledare", "samtalsledaren", "frågeställare", "utvärderare", "utvärderaren", "revisor", "q",
    };

    private static readonly HashSet<string> Respondents = new(StringComparer.Ordinal)
    {
        "ip", "r", "d", "inf", "resp", "deltagare", "deltagaren", "respondent", "respondenten", "informant", "informanten", "intervjuperson",
        "intervjupersonen", "medarbetare", "medarbetaren", "participant", "interviewee", "klient", "brukare", "patient", "anhörig", "remittent",
        "projektmedarbetare", "chef", "handläggare", "coach", "arbetscoach",
    };

    // Programs write these: surely a speaker, but which is not told.
    private static readonly HashSet<string> Numbered = new(StringComparer.Ordinal) { "talare", "speaker", "högtalare", "spk", "person", "röst" };

    // Words that open a remark or a sentence, not a turn.
    private static readonly HashSet<string> Never = new(StringComparer.Ordinal)
    {
        "obs", "ps", "nb", "not", "exempel", "t.ex", "t.ex.", "tex", "dvs", "d.v.s", "d.v.s.", "anm", "anmärkning", "tillägg", "kommentar", "datum", "tid", "plats",
        "närvarande", "ämne", "längd", "fil", "inspelning", "http", "https", "duration", "date", "note",
    };

    private static readonly HashSet<string> SentenceWords = new(StringComparer.Ordinal)
    {
        "det", "är", "att", "och", "jag", "så", "men", "har", "var", "man", "du", "vi", "om", "som", "mer", "mest", "inte", "alltså", "the", "is", "was", "and", "that", "it",
    };

    /// <summary>The form in which labels are compared: "IP1" and "Ip 1" are one speaker.</summary>
    public static string Key(string label)
    {
        var key = new StringBuilder(label.Length);
        foreach (var c in label)
        {
            if (!char.IsWhiteSpace(c) && c is not ('*' or '_'))
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        return key.ToString().TrimEnd(':', '.');
    }

    /// <summary>The role of a known label; Unknown for a known label whose role is not told; null for any other.</summary>
    public static SpeakerRole? Known(string label)
    {
        var words = label.Trim().TrimEnd(':', '.').ToLowerInvariant().Split([' ', '\u00A0', '\t', '_'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MostWords)
        {
            return null;
        }

        var first = words[0].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-');
        var alone = words.Length == 1 || words[1].All(char.IsAsciiDigit);
        if (first.Length < 4 && !alone)
        {
            return null;
        }

        return Interviewers.Contains(first) ? SpeakerRole.Interviewer
            : Respondents.Contains(first) ? SpeakerRole.Respondent
            : Numbered.Contains(first) && words.Length == 2 && alone ? SpeakerRole.Unknown
            : null;
    }

    /// <summary>Whether a text could be a label at all: at most 30 characters and four words, a letter first, no sentence.</summary>
    public static bool HasShape(string text)
    {
        var label = SpellingTwins.OwnLabel(text.Trim());
        if (label.Length is 0 or > Longest || !(char.IsLetter(label[0]) || label[0] == '[') || label.AsSpan().ContainsAny(NotInLabels))
        {
            return false;
        }

        var words = label.ToLowerInvariant().Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords
            && !Never.Contains(words[0])
            && (words.Length == 1 || !words.Any(SentenceWords.Contains));
    }
}
