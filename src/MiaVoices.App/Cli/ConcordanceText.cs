using System.Globalization;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Cli;

/// <summary>Lines of a concordance: the place, what stands before, what was found, always in the same column, what stands after.</summary>
internal static class ConcordanceText
{
    /// <summary>Columns on each side where no terminal and no person says how many.</summary>
    public const int UsualSide = 40;

    private const int WidestPlace = 26;
    private const int WidestWord = 20;
    private const int LeastSide = 8;

    public static void Write(TextWriter writer, IReadOnlyList<ConcordanceLine> lines, int? side, TerminalFacts terminal)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var emphasis = Emphasis.ForOutput(terminal);
        var place = Math.Min(WidestPlace, lines.Max(l => Glyphs.Width(l.Segment.Source) + 1 + Number(l).Length));
        var word = Math.Min(WidestWord, lines.Max(l => Glyphs.Width(Glyphs.OneLine(l.Found))));
        var marks = emphasis.IsStyled ? 0 : 2;
        var (left, right) = Sides(side, terminal, place + 2 + word + marks);
        foreach (var line in lines)
        {
            var found = Glyphs.OneLine(line.Found);

            // A word wider than most takes its room from what stands after it.
            var rest = side is null ? Math.Max(0, right + word - Glyphs.Width(found)) : right;
            writer.WriteLine(string.Concat(
                emphasis.Apply(Place(line, place), TextStyle.Dim),
                "  ",
                Glyphs.PadLeft(End(line.Left, left), left),
                emphasis.Mark(found, [(0, found.Length)]),
                Beginning(line.Right, rest)).TrimEnd());
        }
    }

    /// <summary>As much of the end of a text as fits into some columns, cut between characters as a person sees them.</summary>
    public static string End(string text, int columns)
    {
        var safe = SafeText.Of(Glyphs.OneLine(text));
        var first = safe.Clusters.Count;
        for (var width = 0; first > 0 && width + safe.Clusters[first - 1].Width <= columns; first--)
        {
            width += safe.Clusters[first - 1].Width;
        }

        return first == safe.Clusters.Count ? "" : safe.Text[safe.Clusters[first].Start..];
    }

    /// <summary>As much of the beginning of a text as fits into some columns.</summary>
    public static string Beginning(string text, int columns) => Glyphs.Truncate(text, columns, "");

    private static (int Left, int Right) Sides(int? asked, TerminalFacts terminal, int taken)
    {
        if (asked is { } side)
        {
            return (side, side);
        }

        var room = terminal.OutputWidth - taken;
        return terminal.OutputWidth == 0 ? (UsualSide, UsualSide) : (Math.Max(LeastSide, room / 2), Math.Max(LeastSide, room - (room / 2)));
    }

    private static string Number(ConcordanceLine line) => line.Segment.Ordinal.ToString(CultureInfo.InvariantCulture);

    /// <summary>The source may be cut, the number never.</summary>
    private static string Place(ConcordanceLine line, int width)
    {
        var number = Number(line);
        return Glyphs.PadRight($"{Glyphs.Truncate(line.Segment.Source, Math.Max(0, width - number.Length - 1))} {number}", width);
    }
}
