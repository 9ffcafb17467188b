namespace MiaVoices.Terminal.Flow;

/// <summary>A row of a flowing text: in a paragraph, from the first row above its text.</summary>
internal readonly record struct RowPlace(int Paragraph, int Row)
{
    public bool IsBefore(RowPlace other) => Paragraph != other.Paragraph ? Paragraph < other.Paragraph : Row < other.Row;
}

/// <summary>
/// Finds its way through the rows of a text that is wrapped paragraph by paragraph when it is reached, so that neither opening nor
/// scrolling depends on the length of the whole.
/// </summary>
internal sealed class FlowRows(Func<int> count, Func<int, string> text, Func<int, int> headRows)
{
    private const int MostKept = 4096;

    private readonly Dictionary<int, WrappedText> kept = [];
    private int width = 80;

    public int Count => count();

    /// <summary>The columns of the text.</summary>
    public int Width
    {
        get => width;
        set
        {
            if (value != width)
            {
                width = value;
                kept.Clear();
            }
        }
    }

    public WrappedText Wrap(int paragraph)
    {
        var now = text(paragraph);
        if (kept.TryGetValue(paragraph, out var wrapped) && (ReferenceEquals(wrapped.Text, now) || wrapped.Text == now))
        {
            return wrapped;
        }

        if (kept.Count >= MostKept)
        {
            kept.Clear();
        }

        return kept[paragraph] = WrappedText.Of(now, width);
    }

    public int HeadRows(int paragraph) => headRows(paragraph);

    public int RowsOf(int paragraph) => headRows(paragraph) + Wrap(paragraph).Count;

    public RowPlace Last => Count == 0 ? default : new RowPlace(Count - 1, RowsOf(Count - 1) - 1);

    /// <summary>A place that exists, nearest to one that perhaps does not any more.</summary>
    public RowPlace Valid(RowPlace place)
    {
        if (Count == 0 || place.Paragraph < 0)
        {
            return default;
        }

        return place.Paragraph >= Count ? Last : place with { Row = Math.Clamp(place.Row, 0, RowsOf(place.Paragraph) - 1) };
    }

    /// <summary>As many rows further down, or up where negative, as there are.</summary>
    public RowPlace Move(RowPlace from, int rows)
    {
        var (paragraph, row) = (from.Paragraph, from.Row + rows);
        while (row < 0 && paragraph > 0)
        {
            paragraph--;
            row += RowsOf(paragraph);
        }

        while (paragraph < Count - 1 && row >= RowsOf(paragraph))
        {
            row -= RowsOf(paragraph);
            paragraph++;
        }

        return Valid(new RowPlace(paragraph, Math.Max(0, row)));
    }

    /// <summary>The rows from one place down to a later one, counted no further than a limit.</summary>
    public int Distance(RowPlace from, RowPlace to, int limit)
    {
        var rows = -from.Row;
        for (var paragraph = from.Paragraph; paragraph < to.Paragraph && rows < limit; paragraph++)
        {
            rows += RowsOf(paragraph);
        }

        return Math.Min(rows + to.Row, limit);
    }

    public RowPlace PlaceOf(TextPosition position) =>
        new(position.Paragraph, headRows(position.Paragraph) + Wrap(position.Paragraph).LineOf(position.Offset));

    /// <summary>A position that exists, nearest to one that perhaps does not any more.</summary>
    public TextPosition Valid(TextPosition position)
    {
        if (Count == 0 || position.Paragraph < 0)
        {
            return default;
        }

        return position.Paragraph >= Count
            ? new TextPosition(Count - 1, text(Count - 1).Length)
            : position with { Offset = Math.Clamp(position.Offset, 0, text(position.Paragraph).Length) };
    }

    /// <summary>The position at a column of a row; in a row above a text, its beginning.</summary>
    public TextPosition PositionAt(RowPlace place, int column)
    {
        var line = place.Row - headRows(place.Paragraph);
        return new TextPosition(place.Paragraph, line < 0 ? 0 : Wrap(place.Paragraph).OffsetAt(line, column));
    }

    /// <summary>The column of a position in its row.</summary>
    public int ColumnOf(TextPosition position)
    {
        var wrapped = Wrap(position.Paragraph);
        return wrapped.ColumnOf(wrapped.LineOf(position.Offset), position.Offset);
    }
}
