using System.Text.RegularExpressions;

namespace MiaVoices.Formats.Transcripts;

/// <summary>
/// Tells speaker labels that look like a person's name from roles, codes and numbers. There is no list of names: what is
/// a word, and neither a role nor a number, is taken for one, since a name that is not seen would be stored.
/// </summary>
internal static partial class NameLabels
{
    // Who somebody is in the talk, not what they are called.
    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal)
    {
        "okänd", "okänt", "unknown", "alla", "all", "flera", "grupp", "gruppen", "group", "publik", "kvinna", "kvinnan", "man", "mannen", "woman", "pojke", "flicka", "barn", "barnet",
        "mamma", "pappa", "mor", "far", "moder", "fader", "förälder", "syskon", "syster", "bror", "son", "dotter", "make", "maka", "sambo", "partner", "vän", "kollega", "granne",
        "personal", "lärare", "läkare", "sjuksköterska", "kurator", "psykolog", "sekreterare", "socialsekreterare", "ordförande", "tolk", "tolken", "assistent", "ledare", "projektledare",
        "samordnare", "arbetsgivare", "kontaktperson", "medlem", "student", "elev", "användare", "user", "gäst", "guest", "värd", "host", "berättare", "narrator", "röst", "voice",
        "talare", "speaker", "högtalare", "spk", "person", "intervju", "interview", "fråga", "svar", "svarande", "question", "answer", "audio", "ljud", "and", "och", "med",
        "den", "första", "andra", "tredje", "nr", "nummer", "grp", "fokusgrupp", "moderator", "observatör", "bisittare", "stöd", "stödperson", "representant", "kommun", "region",
        "arbetsförmedlingen", "försäkringskassan", "socialtjänsten", "vården", "af", "fk",
    };

    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "noll", "en", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo",
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    };

    /// <summary>The words of a label that look like a name, as they are written; empty for a role, a code or a number.</summary>
    public static IReadOnlyList<string> Words(string label)
    {
        var names = new List<string>();
        foreach (Match match in Word().Matches(label))
        {
            var word = match.Value.Trim('-', '\'', '’');
            if (IsName(word))
            {
                names.Add(word);
            }
        }

        return names;
    }

    private static bool IsName(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Roles.Contains(lower) || Numbers.Contains(lower) || SpeakerLabels.Known(lower) is not null)
        {
            return false;
        }

        // "Bo" is a name; "bo", "AE" and "HL" are codes more often than not.
        return word.Length >= 3 || (word.Length == 2 && char.IsUpper(word[0]) && char.IsLower(word[1]));
    }

    // A word with a digit in it is a code: IP7, id1, SPEAKER_00.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}'’-]*(?![\p{L}\p{M}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
