using System.Text.RegularExpressions;
using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Surveys;

/// <summary>Whether the cells of a column say who people are. Nothing of what they hold leaves this class.</summary>
internal static partial class Identifying
{
    /// <summary>Whether half of the filled cells or more are addresses, telephone or personal numbers, or a tenth are personal numbers with a right check digit.</summary>
    public static bool Column(IReadOnlyCollection<string> values) =>
        values.Count > 0 && (values.Count(v => Contact().IsMatch(v) || PersonalNumber.LooksLike(v)) * 2 >= values.Count || Numbers(values));

    /// <summary>
    /// Whether there are personal numbers among the cells. Under one in a hundred of all ten-digit numbers pass for one,
    /// so that one cell in ten is no chance, and neither is a single one that is written with its hyphen or century.
    /// </summary>
    public static bool Numbers(IEnumerable<string> cells)
    {
        var (filled, right) = (0, 0);
        foreach (var cell in cells.Select(c => c.Trim()).Where(c => c.Length > 0))
        {
            filled++;
            if (PersonalNumber.Is(cell))
            {
                right++;
                if (!cell.All(char.IsAsciiDigit))
                {
                    return true;
                }
            }
        }

        return right * 10 >= filled && right > 0;
    }

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$|^(?:\+46|0)[\d\s()-]{7,14}$|^\d{1,3}(?:\.\d{1,3}){3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Contact();
}
