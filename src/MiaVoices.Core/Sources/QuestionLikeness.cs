using System.Text;
using System.Text.RegularExpressions;

namespace MiaVoices.Core.Sources;

/// <summary>How like the wordings of two survey questions are. Thread-safe; independent of the machine's culture.</summary>
public static partial class QuestionLikeness
{
    /// <summary>From here on two wordings are taken for one question asked in other words, which a person is asked to check.</summary>
    public const double Alike = 0.9;

    // A question that has one of these more than the other asks for something else, however alike the letters are.
    private static readonly HashSet<string> Turning = new(StringComparer.Ordinal)
    {
        "inte", "ej", "icke", "aldrig", "ingen", "inget", "inga", "utan", "före", "innan", "efter", "bättre", "sämre", "mer", "mindre", "fler", "färre", "bra", "dåligt", "dålig", "dåliga",
        "not", "no", "never", "none", "without", "before", "after", "better", "worse", "more", "less", "fewer", "good", "bad",
    };

    /// <summary>
    /// A wording as it is compared: white space of every kind folded to single spaces, small letters, straight quotation
    /// marks and short dashes, without punctuation at the end.
    /// </summary>
    public static string Fold(string wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        var folded = new StringBuilder(wording.Length);
        foreach (var c in StoredText.Normalise(wording))
        {
            if (c is '\u00AD' or '\u200B')
            {
                continue;
            }

            if (!char.IsWhiteSpace(c))
            {
                folded.Append(c switch { '”' or '“' or '„' => '"', '’' or '‘' => '\'', '–' or '—' or '\u2011' => '-', _ => char.ToLowerInvariant(c) });
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        var text = folded.ToString().TrimEnd();
        var plain = text.TrimEnd('.', '?', '!', ':', ';', ',', '*', '…', ' ');
        return plain.Length > 0 ? plain : text;
    }

    /// <summary>
    /// 1 for the same wording, 0 for nothing in common: 1 − d/m, where d is the number of letters to put in, take out or
    /// change (Levenshtein, Doklady Akademii Nauk SSSR 163, 1965) and m the length of the longer, after <see cref="Fold"/>
    /// and without the question's number. A stem and its row ("Hur väl stämmer … [Jag sover bra]", "Stöd – Betyg") are
    /// measured apart and the lesser counts, since a long stem would hide that the rows differ. 0 where the wordings differ
    /// in a number that is no year, or in a word that turns the question, such as "inte". Symmetric.
    /// </summary>
    public static double Of(string a, string b) => Of(Read(a), Read(b), 0);

    /// <summary>A wording made ready for being measured against many.</summary>
    internal static WordingKey Read(string wording)
    {
        var text = Unnumbered(Fold(wording));
        return new WordingKey(text, string.Join(' ', Telling(text)), Parts(text));
    }

    /// <summary>The likeness of two wordings; 0 where it is surely less than <paramref name="least"/>.</summary>
    internal static double Of(WordingKey one, WordingKey other, double least) =>
        one.Text == other.Text ? 1
        : one.Telling != other.Telling ? 0
        : one.Parts.Length != other.Parts.Length ? Measure(one.Text, other.Text, least)
        : one.Parts.Zip(other.Parts, (a, b) => Measure(a, b, least)).Min();

    /// <summary>The number of letters to put in, take out or change to make one text of the other (Levenshtein). Case counts.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }

    private static double Measure(string a, string b, double least)
    {
        var longer = Math.Max(a.Length, b.Length);
        return longer == 0 ? 1 : 1 - (Fewest(a, b) / (double)longer) < least ? 0 : 1 - (Distance(a, b) / (double)longer);
    }

    /// <summary>A number that the distance is never below: the letters that one has more of. Cheap, and most pairs go no further.</summary>
    private static int Fewest(string a, string b)
    {
        Span<int> more = stackalloc int[64];
        more.Clear();
        foreach (var c in a)
        {
            more[c & 63]++;
        }

        foreach (var c in b)
        {
            more[c & 63]--;
        }

        var (over, under) = (0, 0);
        foreach (var count in more)
        {
            over += Math.Max(0, count);
            under += Math.Max(0, -count);
        }

        return Math.Max(over, under);
    }

    private static string Unnumbered(string folded) => Number().Replace(folded, "", 1) is { Length: > 0 } rest ? rest : folded;

    // A wording of nothing but marks is one part, itself.
    private static string[] Parts(string folded) =>
        Joint().Split(folded).Select(p => p.Trim(' ', ']', '?', ':', '.')).Where(p => p.Length > 0).ToArray() is { Length: > 0 } parts ? parts : [folded];

    private static IEnumerable<string> Telling(string folded) =>
        Words().Matches(folded).Select(m => m.Value).Where(w => Turning.Contains(w) || (char.IsAsciiDigit(w[0]) && !Year().IsMatch(w))).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^(?:(?:fråga|question|q|f)\s?\d{1,3}[a-z]?[.):]?|\d{1,3}[a-z]?[.):])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@" - |\[", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\d+|\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?:19|20)\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}

/// <summary>A wording made ready for being measured.</summary>
/// <param name="Text">Folded, without the question's number.</param>
/// <param name="Telling">Its numbers and the words that turn a question, in order of the alphabet.</param>
/// <param name="Parts">The stem and its rows.</param>
internal sealed record WordingKey(string Text, string Telling, string[] Parts);
