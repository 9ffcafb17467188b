using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace MiaVoices.Core.Language;

/// <summary>
/// What a transcriber has put into a text that nobody said: pauses, laughter, what could not be heard, time codes, omissions and
/// pseudonyms. It stays in the text and can be searched for, but it is no word of the person who speaks. Thread-safe.
/// </summary>
/// <remarks>
/// All that stands between square brackets, braces, angle brackets or double parentheses is a mark. Between single parentheses or
/// asterisks people write what they mean too, so there only known words of marks are ("lång paus", "skrattar"), what has no letters
/// ("..", "0.5", "00:12"), and what another speaker throws in ("I: mm").
/// </remarks>
public static partial class TranscriptionMarks
{
    private static readonly FrozenSet<string> Said = Set("eh ehm ee eee eeh öh öhm hm hmm hmmm mm mmm mhm uh uhm um äh åh ah");

    /// <summary>Words that answer and say nothing more, and signs for what could not be heard.</summary>
    private static readonly FrozenSet<string> Bare = Set("ja jaa jo joo jå jåå jadå jodå javisst jaha jahaja jaså nejdå nä näe näh nähä nja okej ok aha yes yeah nope okay xx xxx xxxx");

    /// <summary>Words of marks, in Swedish and English; only those that people do not put between parentheses themselves.</summary>
    private static readonly FrozenSet<string> Kinds = Set(
        """
        paus pausar pausen tankepaus konstpaus tyst tystnad tystnar skratt skrattar skrattande skrattas småskrattar fniss fnissar fnittrar ler småler leende suck suckar suckande
        gråt gråter gråtande snyft snyftar snyftningar host hostar hostning harklar harkling nyser fnyser gäspar viskar viskande viskning mumlar mummel mumlande hummar hummande andas
        inandning utandning ohörbart ohörbar ohörbara otydligt otydbart nickar skakar pekar visslar klappar applåder avbrott avbryter avbryts avbruten avbrot överlapp överlappar överlappande
        pause pauses pausing silence silent laugh laughs laughter laughing giggles chuckles smiles smiling sigh sighs sighing cries crying sobs sobbing cough coughs coughing sniffs yawns
        whispers whispering inaudible unclear unintelligible indistinct nods nodding crosstalk overlap overlaps overlapping interrupts inhales exhales
        """);

    /// <summary>What may stand beside such a word.</summary>
    private static readonly FrozenSet<string> Beside = Set(
        """
        lång långt långa längre kort korta kortare liten litet lite stor stort stora högt svagt tung tungt djup djupt mycket alla båda och i in på med av ut till ej inte hörs av mun varandra
        huvudet axlarna näsan sek sekund sekunder s min minut minuter ca cirka bakgrunden samtidigt ord sig
        long short brief slight slightly both all and the head sec seconds second minute minutes in of with background heavily softly loudly words
        """);

    private static readonly FrozenSet<string> Whole = new[]
    {
        "hör ej", "hörs ej", "hörs inte", "hör inte", "går ej att höra", "går inte att höra", "telefonen ringer", "telefon ringer", "inspelningen bryts", "inspelningen stannar", "ljudet försvinner", "cross talk", "phone rings", "recording stops",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The text with a space in the place of each code unit of a mark, so that all else keeps its place.</summary>
    public static string Blank(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().IndexOfAny("([{<*") < 0 ? text : Enclosed().Replace(text, match => IsMark(match) ? new string(' ', match.Length) : match.Value);
    }

    /// <summary>The text as <see cref="Blank"/> gives it, with spaces too for sounds between words and signs for what could not be heard ("eh", "xxx").</summary>
    public static string Spoken(string text) =>
        Short().Replace(Blank(text), match => IsHesitation(match.Value.ToLowerInvariant()) || match.Value.AsSpan().TrimStart("xX").IsEmpty ? new string(' ', match.Length) : match.Value);

    /// <summary>Whether a folded word form is a sound between words, as it is written down ("eh", "mm").</summary>
    public static bool IsHesitation(string exact) => Said.Contains(exact);

    /// <summary>
    /// Whether a folded word form only answers or stands for what could not be heard ("ja", "xxx"): it tells nothing of what is
    /// spoken of. "Nej" answers where it stands first; within what is said it may be what is told ("jag vågar säga nej").
    /// </summary>
    /// <param name="exact">The form.</param>
    /// <param name="isFirst">Whether it is the first word of what is said.</param>
    public static bool IsBareAnswer(string exact, bool isFirst) => Bare.Contains(exact) || (isFirst && exact is ("nej" or "no"));

    private static bool IsMark(Match match)
    {
        if (!match.Groups["some"].Success)
        {
            return true;
        }

        var inside = match.Groups["some"].Value;
        if (match.Value[0] == '(' && (!inside.Any(char.IsLetter) || ThrownIn().IsMatch(inside)))
        {
            return true;
        }

        var words = Words().Matches(inside).Select(word => word.Value.ToLowerInvariant()).ToList();
        return Whole.Contains(string.Join(' ', words))
            || (words.Exists(Kinds.Contains) && words.TrueForAll(word => Kinds.Contains(word) || Beside.Contains(word) || char.IsDigit(word[0])));
    }

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // A bracket that is not closed within a line and a sensible length encloses nothing.
    [GeneratedRegex(@"\(\([^()\n]{0,80}\)\)|\[[^\[\]\n]{0,80}\]|\{[^{}\n]{0,80}\}|<(?=[\p{L}/!.\d])[^<>\n]{0,80}>|\((?<some>[^()\n]{0,80})\)|\*(?<some>[^*\n]{1,80})\*", RegexOptions.CultureInvariant)]
    private static partial Regex Enclosed();

    [GeneratedRegex(@"^\s*\p{L}{1,3}\d{0,3}\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex ThrownIn();

    [GeneratedRegex(@"(?<![\p{L}\p{M}\p{N}_])(?:[ehmöåäuEHMÖÅÄU]{2,4}|[xX]{2,5})(?![\p{L}\p{M}\p{N}_])", RegexOptions.CultureInvariant)]
    private static partial Regex Short();

    [GeneratedRegex(@"[\p{L}\p{M}\d]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
