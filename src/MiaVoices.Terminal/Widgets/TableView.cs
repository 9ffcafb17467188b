using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Widgets;

/// <summary>A column of a <see cref="TableView"/>.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Width">Its columns; with <paramref name="Grow"/>, its least.</param>
/// <param name="IsRight">Whether it is set to the right, as numbers are.</param>
/// <param name="Grow">Its share of the columns that are left over; 0 for none.</param>
public sealed record TableViewColumn(string Title, int Width, bool IsRight = false, int Grow = 0)
{
    /// <summary>A second heading below the first, such as the base of figures; empty for none.</summary>
    public string Subtitle { get; init; } = "";
}

/// <summary>What a cell of a <see cref="TableView"/> shows.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Style">How it looks; a fill fills the whole cell.</param>
public readonly record struct TableViewCell(string Text, Style Style = default);

/// <summary>
/// Rows and columns under a heading that stays. A row or, where <see cref="SelectsCells"/> is on, a cell is selected. Columns that do
/// not fit are reached by moving sideways, while the first ones stay. Only what is on the screen is asked for.
/// </summary>
public sealed class TableView : IWidget
{
    private const int Gap = 1;

    private readonly Func<int, int, TableViewCell> cell;
    private int column;
    private int firstMoving;
    private bool mustReveal = true;
    private List<(int Column, Rect Area)> laid = [];

    /// <summary>A table.</summary>
    /// <param name="columns">Its columns.</param>
    /// <param name="count">Tells how many rows there are.</param>
    /// <param name="cell">Gives the cell of a row and a column.</param>
    public TableView(IReadOnlyList<TableViewColumn> columns, Func<int> count, Func<int, int, TableViewCell> cell)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(cell);
        this.cell = cell;
        Columns = columns;
        List = new ListView(count, DrawRow);
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<TableViewColumn> Columns { get; private set; }

    /// <summary>The rows: selection, events and texts.</summary>
    public ListView List { get; }

    /// <summary>Whether a cell is selected and not a whole row.</summary>
    public bool SelectsCells { get; set; }

    /// <summary>How many of the first columns always stay.</summary>
    public int Frozen { get; set; } = 1;

    /// <summary>The selected column.</summary>
    public int Column
    {
        get => column;
        set => (column, mustReveal) = (Math.Clamp(value, 0, Math.Max(0, Columns.Count - 1)), true);
    }

    /// <summary>Called with the column whose heading was pressed, or that was asked for with Enter in the heading.</summary>
    public Action<int>? HeadingPressed { get; set; }

    /// <summary>Changes which columns there are.</summary>
    /// <param name="columns">The columns.</param>
    public void SetColumns(IReadOnlyList<TableViewColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Columns = columns;
        (Column, firstMoving) = (Math.Min(column, columns.Count - 1), 0);
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, bool hasFocus)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        var hasSubtitles = Columns.Any(c => c.Subtitle.Length > 0);
        var (head, body) = canvas.Area.CutTop(hasSubtitles ? 3 : 2);
        // The list keeps a column for its marker and one for its scroll bar.
        LayOut(Math.Max(0, canvas.Width - 2));
        var heading = canvas.Part(head with { X = 1 });
        foreach (var (i, area) in laid)
        {
            Style style = i == column && (SelectsCells || HeadingPressed is not null) ? new Style(Role.Title).Underlined : Role.Title;
            WriteCell(heading, area, Columns[i].Title, style, Columns[i].IsRight);
            WriteCell(heading, area with { Y = 1 }, Columns[i].Subtitle, Role.Dim, Columns[i].IsRight);
            heading.OnMouse(area, Columns[i], mouse => PressHeading(mouse, i));
        }

        canvas.Fill(new Rect(0, head.Height - 1, canvas.Width, 1), "─", Role.Border);
        DrawMoreSigns(canvas, head.Height - 1);
        List.FillsSelected = !SelectsCells;
        List.Draw(canvas.Part(body), hasFocus);
        canvas.OnMouse(body, this, PressCell);
    }

    /// <inheritdoc/>
    public bool Handle(InputEvent input)
    {
        if (input is KeyEvent { Stroke: { Modifiers: KeyModifiers.None, Key: Key.Left or Key.Right } stroke })
        {
            if (SelectsCells || HeadingPressed is not null)
            {
                Column += stroke.Key == Key.Left ? -1 : 1;
            }
            else
            {
                firstMoving = Math.Clamp(firstMoving + (stroke.Key == Key.Left ? -1 : 1), Frozen, Math.Max(Frozen, Columns.Count - 1));
            }

            return true;
        }

        return List.Handle(input);
    }

    private void LayOut(int width)
    {
        var frozen = Math.Min(Frozen, Columns.Count);
        firstMoving = Math.Max(firstMoving, frozen);
        if (mustReveal && column >= frozen)
        {
            firstMoving = Math.Min(firstMoving, column);
            while (firstMoving < column && !Fits(width, frozen))
            {
                firstMoving++;
            }
        }

        mustReveal = false;
        var shown = Enumerable.Range(0, frozen).Concat(Enumerable.Range(firstMoving, Math.Max(0, Columns.Count - firstMoving))).ToList();
        var free = width - shown.Sum(i => Columns[i].Width + Gap);
        var shares = Math.Max(1, shown.Sum(i => Columns[i].Grow));
        laid = [];
        var x = 0;
        foreach (var i in shown)
        {
            var own = Columns[i].Width + (free > 0 ? free * Columns[i].Grow / shares : 0);
            if (x >= width)
            {
                break;
            }

            // The last one may be cut; a sliver says nothing.
            var room = Math.Min(own, width - x);
            if (room >= Math.Min(own, 4))
            {
                laid.Add((i, new Rect(x, 0, room, 1)));
            }

            x += own + Gap;
        }
    }

    private bool Fits(int width, int frozen) =>
        Columns.Take(frozen).Sum(c => c.Width + Gap) + Columns.Skip(firstMoving).Take(column - firstMoving + 1).Sum(c => c.Width + Gap) - Gap <= width;

    private void DrawMoreSigns(Canvas canvas, int y)
    {
        if (firstMoving > Frozen)
        {
            canvas.Write(0, y, "◂", Role.Accent);
        }

        if (laid.Count > 0 && laid[^1].Column < Columns.Count - 1)
        {
            canvas.Write(canvas.Width - 1, y, "▸", Role.Accent);
        }
    }

    private void DrawRow(Canvas canvas, int row, RowState state)
    {
        foreach (var (i, area) in laid)
        {
            var shown = cell(row, i);
            canvas.Fill(area, shown.Style);
            WriteCell(canvas, area, shown.Text, shown.Style, Columns[i].IsRight);
            if (SelectsCells && state.IsSelected && i == column)
            {
                canvas.Restyle(area, new Style(Role.None, Role.None, StyleMarks.Reverse));
            }
        }
    }

    private static void WriteCell(Canvas canvas, Rect area, string text, Style style, bool isRight)
    {
        if (isRight)
        {
            canvas.WriteRight(area.X, area.Y, area.Width, text, style);
        }
        else
        {
            canvas.WriteWithin(area.X, area.Y, area.Width, text, style);
        }
    }

    private bool PressHeading(MouseEvent mouse, int pressed)
    {
        if (!mouse.IsPress)
        {
            return false;
        }

        Column = pressed;
        HeadingPressed?.Invoke(pressed);
        return true;
    }

    // Chooses the column and leaves the rest to the list below.
    private bool PressCell(MouseEvent mouse)
    {
        var at = laid.FindIndex(l => mouse.X - 1 >= l.Area.X && mouse.X - 1 < l.Area.Right);
        if (mouse.IsPress && at >= 0)
        {
            Column = laid[at].Column;
        }

        return false;
    }
}
