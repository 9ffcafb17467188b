using System.Globalization;
using System.Text.RegularExpressions;

namespace MiaVoices.Formats.Reports.Spreadsheets;

/// <summary>A number in a cell.</summary>
/// <param name="Value">The number; a percentage as a fraction of 1.</param>
/// <param name="IsPercent">Whether it is shown as a percentage.</param>
/// <param name="Decimals">Decimals as they were written.</param>
internal sealed partial record CellNumber(decimal Value, bool IsPercent, int Decimals)
{
    // What a spreadsheet keeps of a number.
    private const int MostDigits = 15;

    /// <summary>
    /// The number that a cell holds and nothing else: 12, 12 345, −3,5, 0.25, 27,8 %. Null for any other text, also for what
    /// would not come out as it was written, such as 007 and longer numbers than a spreadsheet keeps.
    /// </summary>
    public static CellNumber? Read(string text)
    {
        var match = Shape().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var digits = match.Groups["whole"].Value.Replace("\u00A0", "", StringComparison.Ordinal);
        var decimals = match.Groups["part"].Value;
        if (digits.Length + decimals.Length > MostDigits || digits is ['0', _, ..])
        {
            return null;
        }

        var value = decimal.Parse($"{digits}.{decimals}0", CultureInfo.InvariantCulture) * (match.Groups["minus"].Success ? -1 : 1);
        var isPercent = match.Groups["percent"].Success;
        return new CellNumber(isPercent ? value / 100 : value, isPercent, decimals.Length);
    }

    [GeneratedRegex(@"^(?<minus>[-−])?(?<whole>[0-9]{1,3}(?:\u00A0[0-9]{3})+|[0-9]+)(?:[.,](?<part>[0-9]+))?(?<percent>[\u00A0 ]?%)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
