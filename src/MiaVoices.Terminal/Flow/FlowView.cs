using MiaVoices.Terminal.Editing;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.Terminal.Flow;

/// <summary>
/// Shows a text in paragraphs, wrapped to the width, with spans that stand out, strokes in lanes at the left, a caret and a
/// selection, all in offsets of the stored text. Costs what is on the screen: a text of any length opens and scrolls alike.
/// </summary>
public sealed partial class FlowView : IWidget
{
    private const string Stroke = "▎";
    private const string MoreStrokes = "+";

    private readonly FlowRows rows;
    private readonly FlowPainter painter;
    private readonly ScrollBar scrollBar = new();
    private RowPlace top;
    private int height = 1;
    private int? goalColumn;
    private TextPosition? pressedLine;
    private bool mustReveal = true;
    private TextPosition? revealFirst;

    /// <summary>Shows a source from its beginning.</summary>
    /// <param name="source">The text.</param>
    public FlowView(IFlowSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
        rows = new FlowRows(() => Source.Count, p => Source.Text(p), HeadRows);
        painter = new FlowPainter(rows);
        scrollBar.Moved = share => ScrollTo((int)(share * Source.Count));
    }

    /// <summary>The text. Another one begins at its beginning: see <see cref="Show"/>.</summary>
    public IFlowSource Source { get; private set; }

    /// <summary>Columns kept for strokes. Where more lanes are in use the last column shows <c>+</c>.</summary>
    public int LaneColumns { get; set; } = 4;

    /// <summary>Whether the caret is drawn; off, the text only scrolls.</summary>
    public bool HasCaret { get; set; } = true;

    /// <summary>Where the caret is.</summary>
    public TextPosition Caret { get; private set; }

    /// <summary>Where the selection began, or null without one.</summary>
    public TextPosition? Anchor { get; private set; }

    /// <summary>Called when a place among the strokes was pressed with the mouse, with the beginning and the end of its line and its lane.</summary>
    public Action<TextPosition, TextPosition, int>? LanePressed { get; set; }

    /// <summary>The selected stretch in order, or null where nothing is selected.</summary>
    public (TextPosition Start, TextPosition End)? Selection =>
        Anchor is { } anchor && anchor != Caret ? (anchor < Caret ? (anchor, Caret) : (Caret, anchor)) : null;

    /// <summary>The selected text, its paragraphs parted by line feeds; empty without a selection.</summary>
    public string SelectedText
    {
        get
        {
            if (Selection is not var (start, end))
            {
                return "";
            }

            return string.Join('\n', Enumerable.Range(start.Paragraph, end.Paragraph - start.Paragraph + 1).Select(p =>
            {
                var text = Source.Text(p);
                return text[(p == start.Paragraph ? start.Offset : 0)..(p == end.Paragraph ? end.Offset : text.Length)];
            }));
        }
    }

    /// <summary>The paragraphs that were on the screen when it was last drawn, first and last.</summary>
    public (int First, int Last) Visible => (top.Paragraph, rows.Count == 0 ? 0 : rows.Move(top, height - 1).Paragraph);

    /// <summary>Shows another text from its beginning.</summary>
    /// <param name="source">The text.</param>
    public void Show(IFlowSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
        (top, Caret, Anchor, goalColumn) = (default, default, null, null);
    }

    /// <summary>Moves the caret and, if need be, the text, so that it is seen.</summary>
    /// <param name="position">Where to; a place that does not exist counts as the nearest that does.</param>
    /// <param name="extend">Whether the selection grows to there; otherwise it ends.</param>
    public void MoveTo(TextPosition position, bool extend = false)
    {
        Anchor = extend ? Anchor ?? Caret : null;
        Caret = Snapped(position);
        goalColumn = null;
        mustReveal = true;
        revealFirst = null;
    }

    /// <summary>Selects a stretch and shows it, of a long one its beginning.</summary>
    /// <param name="start">Where it begins; the caret comes to its end.</param>
    /// <param name="end">Where it ends.</param>
    public void Select(TextPosition start, TextPosition end)
    {
        MoveTo(end);
        Anchor = Snapped(start);
        revealFirst = Anchor;
    }

    /// <summary>Ends the selection; the caret stays.</summary>
    public void ClearSelection() => Anchor = null;

    /// <summary>Brings a paragraph to the top; the caret stays where it is.</summary>
    /// <param name="paragraph">The paragraph.</param>
    public void ScrollTo(int paragraph)
    {
        top = LastFullPage(rows.Valid(new RowPlace(paragraph, 0)));
        mustReveal = false;
    }

    /// <summary>Scrolls; the caret stays where it is.</summary>
    /// <param name="by">Rows, downwards positive.</param>
    public void Scroll(int by)
    {
        top = LastFullPage(rows.Move(rows.Valid(top), by));
        mustReveal = false;
    }

    /// <summary>The place in the text under a cell of the widget as it was last drawn; null outside the text.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    public TextPosition? PositionAt(int x, int y)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        var first = rows.Valid(top);
        var place = rows.Move(first, y);
        // Below the last row is its end; above the first row of the widget, the row above.
        var beyond = y > 0 && rows.Distance(first, place, y) < y;
        return rows.PositionAt(place, beyond ? int.MaxValue : x - LaneColumns);
    }

    /// <summary>Draws it over the whole canvas, with a scroll bar in the last column where not all fits.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="hasFocus">Whether it has the keyboard and so shows its caret.</param>
    public void Draw(Canvas canvas, bool hasFocus)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        height = Math.Max(1, canvas.Height);
        rows.Width = Math.Max(2, canvas.Width - LaneColumns - 2);
        var area = canvas.Area;
        canvas.OnMouse(area, this, HandleMouse);
        if (rows.Count == 0)
        {
            return;
        }

        Caret = rows.Valid(Caret);
        Anchor = Anchor is { } anchor ? rows.Valid(anchor) : null;
        top = LastFullPage(rows.Valid(top));
        Reveal();
        DrawRows(canvas, hasFocus);
        DrawScrollBar(canvas.Part(area.CutRight(1).Cut));
    }

    /// <inheritdoc/>
    public bool Handle(InputEvent input) => input switch
    {
        KeyEvent key => HandleKey(key.Stroke),
        MouseEvent mouse => HandleMouse(mouse),
        _ => false,
    };

    private void DrawRows(Canvas canvas, bool hasFocus)
    {
        var place = top;
        painter.Begin(Source, Selection);
        for (var y = 0; y < canvas.Height; y++)
        {
            var line = place.Row - rows.HeadRows(place.Paragraph);
            DrawLanes(canvas, y, place.Paragraph, line);
            var text = canvas.Part(new Rect(LaneColumns, y, rows.Width, 1));
            if (line >= 0)
            {
                painter.DrawLine(text, place.Paragraph, line);
                if (hasFocus && HasCaret && Caret.Paragraph == place.Paragraph && rows.PlaceOf(Caret) == place)
                {
                    canvas.ShowCaret(LaneColumns + Math.Min(rows.ColumnOf(Caret), rows.Width), y);
                }
            }
            else if (line == -1 && Source.Head(place.Paragraph) is { } head)
            {
                var start = text.WriteRight(0, 0, rows.Width, head.End, head.Style);
                text.WriteWithin(0, 0, start - (head.End.Length > 0 ? 1 : 0), head.Text, head.Style);
            }

            var next = rows.Move(place, 1);
            if (next == place)
            {
                return;
            }

            place = next;
        }
    }

    private void DrawLanes(Canvas canvas, int y, int paragraph, int line)
    {
        foreach (var lane in painter.Lanes(paragraph))
        {
            var wrapped = rows.Wrap(paragraph);
            var isHere = line < 0 ? lane.IsContinued : lane.Start < wrapped.End(line) && lane.End > wrapped.Start(line);
            if (isHere && LaneColumns > 0)
            {
                var fits = lane.Lane < LaneColumns - 1 || (lane.Lane == LaneColumns - 1 && LaneColumns == 1);
                canvas.Write(fits ? lane.Lane : LaneColumns - 1, y, fits ? Stroke : MoreStrokes, fits ? lane.Style : Role.Dim);
            }
        }
    }

    private void DrawScrollBar(Canvas canvas)
    {
        var last = rows.Move(top, height - 1);
        var fits = top == default && last == rows.Last;
        if (!fits)
        {
            scrollBar.Draw(canvas, Share(top), Share(last with { Row = last.Row + 1 }));
        }
    }

    // Paragraphs stand for rows: to know the rows of all would mean to wrap all.
    private double Share(RowPlace place) => (place.Paragraph + ((double)place.Row / rows.RowsOf(place.Paragraph))) / rows.Count;

    private TextPosition Snapped(TextPosition position)
    {
        var valid = rows.Valid(position);
        return rows.Count == 0 ? valid : valid with { Offset = TextSteps.Boundary(Source.Text(valid.Paragraph), valid.Offset) };
    }

    private void Reveal()
    {
        if (!mustReveal)
        {
            return;
        }

        mustReveal = false;
        var place = rows.PlaceOf(Caret);
        // With the first line of a text its head is seen too.
        var wanted = place.Row == rows.HeadRows(place.Paragraph) ? place with { Row = 0 } : place;
        if (wanted.IsBefore(top))
        {
            var far = rows.Distance(wanted, top, height) >= height;
            top = far ? rows.Move(wanted, -(height / 3)) : wanted;
        }
        else if (rows.Distance(top, place, 2 * height) is var distance && distance >= height)
        {
            top = rows.Move(place, distance >= 2 * height ? -(height / 3) : 1 - height);
        }

        if (revealFirst is { } first && rows.PlaceOf(rows.Valid(first)) is var begin && begin.IsBefore(top))
        {
            top = begin;
        }

        revealFirst = null;
        top = LastFullPage(top);
    }

    // No empty rows at the bottom as long as there is text above.
    private RowPlace LastFullPage(RowPlace wanted)
    {
        if (rows.Count == 0 || rows.Distance(wanted, rows.Last, height) >= height - 1)
        {
            return wanted;
        }

        return rows.Move(rows.Last, 1 - height);
    }

    private int HeadRows(int paragraph) => (paragraph > 0 && Source.HasGap(paragraph) ? 1 : 0) + (Source.Head(paragraph) is null ? 0 : 1);
}
