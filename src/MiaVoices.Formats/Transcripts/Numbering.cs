using System.Globalization;
using System.Text.RegularExpressions;

namespace MiaVoices.Formats.Transcripts;

/// <summary>Paragraph numbers before every line of a transcript, which go before labels can be seen.</summary>
internal static partial class Numbering
{
    /// <summary>The lines without numbers when nearly every line has one and they grow by one; otherwise the same lines.</summary>
    public static IReadOnlyList<TextLine> Drop(IReadOnlyList<TextLine> lines)
    {
        int filled = 0, numbered = 0, rising = 0, last = int.MinValue;
        foreach (var line in lines.Where(l => !l.Blank))
        {
            filled++;
            var match = Number().Match(line.Text);
            if (match.Success && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbered++;
                rising += number == last + 1 ? 1 : 0;
                last = number;
            }
        }

        return numbered >= 3 && numbered * 10 >= filled * 7 && rising * 10 >= (numbered - 1) * 9
            ? [.. lines.Select(l => Number().Match(l.Text) is { Success: true } m ? l with { Text = l.Text[m.Length..], Bold = Math.Max(0, l.Bold - m.Length) } : l)]
            : lines;
    }

    [GeneratedRegex(@"^\s*(\d{1,5})[.)]?(?:\s+)(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
