using System.Text;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Language;

/// <summary>
/// Folds a word for exact search: lower case, composed, Latin letters without accents but å, ä and ö kept (ø and æ become ö and ä),
/// soft hyphens and other invisible characters dropped, of an emoji only the first pictograph without skin colour.
/// </summary>
internal static class WordFolding
{
    private const int Ring = 0x30A;
    private const int Diaeresis = 0x308;

    /// <summary>Folds a word.</summary>
    /// <param name="surface">The word as it stands in the text; lone surrogates pass through.</param>
    /// <param name="places">For each UTF-16 code unit of the result the place of its letter in the surface; null when they are the same.</param>
    public static string Fold(ReadOnlySpan<char> surface, out List<int>? places)
    {
        places = null;
        var isFolded = true;
        foreach (var unit in surface)
        {
            if (!IsPlain(unit))
            {
                return FoldAll(surface, places = new List<int>(surface.Length));
            }

            isFolded &= unit is not ((>= 'A' and <= 'Z') or 'Å' or 'Ä' or 'Ö');
        }

        return isFolded ? surface.ToString() : surface.ToString().ToLowerInvariant();
    }

    private static bool IsPlain(char unit) => unit < 0x80 || unit is 'å' or 'ä' or 'ö' or 'Å' or 'Ä' or 'Ö';

    private static string FoldAll(ReadOnlySpan<char> surface, List<int> places)
    {
        var folded = new StringBuilder(surface.Length);
        var points = new List<int>();
        for (var i = 0; i < surface.Length;)
        {
            var start = i;
            var point = PointAt(surface, ref i);
            if (IsDropped(point))
            {
                continue;
            }

            points.Clear();
            CanonicalComposition.Decompose(point, points);
            if (IsLatin(points[0]))
            {
                TakeMarks(surface, ref i, points);
                AppendLatin(points, folded);
            }
            else
            {
                foreach (var part in points)
                {
                    Append(folded, part);
                }
            }

            while (places.Count < folded.Length)
            {
                places.Add(start);
            }

            if (start == 0 && WordBreaks.Instance.Of(point) == WordBreak.Pictograph)
            {
                break;
            }
        }

        return CanonicalComposition.Compose(folded.ToString());
    }

    private static int PointAt(ReadOnlySpan<char> surface, ref int i)
    {
        Rune.DecodeFromUtf16(surface[i..], out var rune, out var width);
        var point = width == 1 ? surface[i] : rune.Value;
        i += width;
        return point;
    }

    /// <summary>Invisible characters, selectors of emoji style, the keycap, and accents that stand for themselves.</summary>
    private static bool IsDropped(int point) =>
        point is 0xAD or 0x34F or 0x61C or (>= 0x180B and <= 0x180F) or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E)
            or (>= 0x2060 and <= 0x206F) or 0x20E3 or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or (>= 0xE0000 and <= 0xE0FFF);

    private static bool IsLatin(int point) =>
        point < 0x80
            ? char.IsAsciiLetterOrDigit((char)point)
            : point is >= 0xC0 and <= 0x24F or 0xAA or 0xBA or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2C60 and <= 0x2C7F) or (>= 0xA720 and <= 0xA7FF);

    private static bool IsMark(int point) => point is >= 0x300 and <= 0x36F;

    private static void TakeMarks(ReadOnlySpan<char> surface, ref int i, List<int> points)
    {
        while (i < surface.Length)
        {
            var next = i;
            var point = PointAt(surface, ref next);
            if (IsMark(point))
            {
                CanonicalComposition.Decompose(point, points);
            }
            else if (!IsDropped(point))
            {
                return;
            }

            i = next;
        }
    }

    private static void AppendLatin(List<int> points, StringBuilder folded)
    {
        var letter = char.ToLowerInvariant((char)points[0]);
        var mark = points.Find(point => point is Ring or Diaeresis);
        switch (letter, mark)
        {
            case ('a', Ring):
                folded.Append('å');
                break;
            case ('a', Diaeresis) or ('æ', _):
                folded.Append('ä');
                break;
            case ('o', Diaeresis) or ('ø', _):
                folded.Append('ö');
                break;
            case ('ß', _):
                folded.Append("ss");
                break;
            case ('œ', _):
                folded.Append("oe");
                break;
            case ('þ', _):
                folded.Append("th");
                break;
            default:
                folded.Append(WithoutStroke(letter));
                break;
        }
    }

    private static char WithoutStroke(char letter) => letter switch
    {
        'đ' or 'ð' => 'd',
        'ħ' => 'h',
        'ı' => 'i',
        'ł' => 'l',
        'ŧ' => 't',
        'ſ' => 's',
        _ => letter,
    };

    private static void Append(StringBuilder folded, int point)
    {
        if (point is 0x2018 or 0x2019 or 0xFF07)
        {
            folded.Append('\'');
        }
        else if (point < 0x10000)
        {
            folded.Append(char.ToLowerInvariant((char)point));
        }
        else
        {
            folded.Append(Rune.ToLowerInvariant(new Rune(point)).ToString());
        }
    }
}
