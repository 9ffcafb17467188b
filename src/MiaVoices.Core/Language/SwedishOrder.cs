namespace MiaVoices.Core.Language;

/// <summary>
/// The order of lists that people read: å, ä, ö last, accents and case after everything else, digits by value ("D2" before "D10"),
/// null first. Total: only equal strings compare as equal. Thread-safe; independent of the machine's culture.
/// </summary>
public sealed class SwedishOrder : IComparer<string?>
{
    private const int Letters = 0x100;
    private const int Others = 0x200;

    private SwedishOrder()
    {
    }

    /// <summary>The order.</summary>
    public static SwedishOrder Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var byLetters = CompareFolded(WordFolding.Fold(x, out _), WordFolding.Fold(y, out _));
        return byLetters != 0 ? byLetters : string.CompareOrdinal(x, y);
    }

    private static int CompareFolded(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        while (!x.IsEmpty && !y.IsEmpty)
        {
            int order;
            if (char.IsAsciiDigit(x[0]) && char.IsAsciiDigit(y[0]))
            {
                order = CompareNumbers(TakeNumber(ref x), TakeNumber(ref y));
            }
            else
            {
                order = Weight(x[0]) - Weight(y[0]);
                x = x[1..];
                y = y[1..];
            }

            if (order != 0)
            {
                return order;
            }
        }

        return x.Length - y.Length;
    }

    private static ReadOnlySpan<char> TakeNumber(ref ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        var number = length < 0 ? text : text[..length];
        text = text[number.Length..];
        return number.TrimStart('0');
    }

    private static int CompareNumbers(ReadOnlySpan<char> x, ReadOnlySpan<char> y) =>
        x.Length != y.Length ? x.Length - y.Length : x.SequenceCompareTo(y);

    private static int Weight(char letter) => letter switch
    {
        >= 'a' and <= 'z' => Letters + letter,
        'å' => Letters + 'z' + 1,
        'ä' => Letters + 'z' + 2,
        'ö' => Letters + 'z' + 3,
        < '\u0080' => letter,
        _ => Others + letter,
    };
}
