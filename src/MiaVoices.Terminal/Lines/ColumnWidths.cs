namespace MiaVoices.Terminal.Lines;

/// <summary>Shares the width of a line among the columns of a table.</summary>
internal static class ColumnWidths
{
    // Below this a column of words is hard to read, so others give way first.
    private const int FlexibleFloor = 16;
    private const int OrdinaryFloor = 4;

    // A wide character needs two columns.
    private const int LeastFloor = 2;

    /// <summary>The width of every column. If even the least widths do not fit, the sum is too large and lines must be cut.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="natural">The columns of the widest cell of each, headings among them.</param>
    /// <param name="totalWidth">The columns of a line, 0 for no limit.</param>
    /// <param name="gap">The columns between two columns of the table.</param>
    public static int[] Of(TableColumn[] columns, int[] natural, int totalWidth, int gap)
    {
        var widths = new int[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            var least = Math.Max(columns[i].Wraps ? LeastFloor : 0, columns[i].MinWidth);
            widths[i] = Math.Clamp(natural[i], least, Math.Max(least, columns[i].MaxWidth));
        }

        if (totalWidth == 0)
        {
            return widths;
        }

        var excess = widths.Sum() + (gap * (columns.Length - 1)) - totalWidth;
        var flexible = Array.FindIndex(columns, column => column.IsFlexible);
        if (flexible >= 0)
        {
            excess -= Take(widths, flexible, Math.Max(columns[flexible].MinWidth, FlexibleFloor), excess);
        }

        // All give way, the widest first: down to a readable width, then as far as a character can still be shown.
        excess = ShrinkWidest(widths, [.. columns.Select(column => Math.Max(column.MinWidth, column.IsFlexible ? FlexibleFloor : OrdinaryFloor))], excess);
        ShrinkWidest(widths, [.. columns.Select(_ => LeastFloor)], excess);
        return widths;
    }

    private static int Take(int[] widths, int column, int floor, int wanted)
    {
        var taken = Math.Clamp(widths[column] - floor, 0, Math.Max(0, wanted));
        widths[column] -= taken;
        return taken;
    }

    private static int ShrinkWidest(int[] widths, int[] floors, int excess)
    {
        while (excess > 0)
        {
            var widest = -1;
            for (var i = 0; i < widths.Length; i++)
            {
                if (widths[i] > floors[i] && (widest < 0 || widths[i] > widths[widest]))
                {
                    widest = i;
                }
            }

            if (widest < 0)
            {
                break;
            }

            widths[widest]--;
            excess--;
        }

        return excess;
    }
}
