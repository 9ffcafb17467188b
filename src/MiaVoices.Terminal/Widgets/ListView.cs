using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Widgets;

/// <summary>How a row of a list stands.</summary>
/// <param name="IsSelected">Whether it is the selected one.</param>
/// <param name="HasFocus">Whether the list has the keyboard.</param>
/// <param name="IsTicked">Whether it was ticked.</param>
public readonly record struct RowState(bool IsSelected, bool HasFocus, bool IsTicked);

/// <summary>
/// Rows of which one is selected. Only rows on the screen are asked for, so a million cost what a hundred do. Up, Down, Page up,
/// Page down, Home and End move; Enter and a double click open; Space ticks where ticking is on.
/// </summary>
public sealed class ListView : IWidget
{
    private const string Marker = "▌";

    private readonly Func<int> count;
    private readonly Action<Canvas, int, RowState> drawRow;
    private readonly ScrollBar scrollBar = new();
    private int selected;
    private int top;
    private int shownRows = 1;
    private bool mustReveal = true;

    /// <summary>A list.</summary>
    /// <param name="count">Tells how many rows there are.</param>
    /// <param name="drawRow">Draws row i; the background of the selected row is laid over it afterwards.</param>
    public ListView(Func<int> count, Action<Canvas, int, RowState> drawRow)
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(drawRow);
        this.count = count;
        this.drawRow = drawRow;
        scrollBar.Moved = share => ScrollTo((int)Math.Round(share * this.count()));
    }

    /// <summary>The terminal rows of each row, 1 or more.</summary>
    public int RowHeight { get; set; } = 1;

    /// <summary>Whether Space ticks rows.</summary>
    public bool CanTick { get; set; }

    /// <summary>The ticked rows.</summary>
    public ISet<int> Ticked { get; } = new HashSet<int>();

    /// <summary>Shown in the first row when there are none.</summary>
    public string EmptyText { get; set; } = "";

    /// <summary>Called with the row that was opened.</summary>
    public Action<int>? Opened { get; set; }

    /// <summary>Called when another row is selected.</summary>
    public Action? SelectionChanged { get; set; }

    /// <summary>The selected row; -1 when there are none. Setting it brings it into view.</summary>
    public int Selected
    {
        get => Math.Min(selected, count() - 1);
        set
        {
            var before = Selected;
            selected = Math.Clamp(value, 0, Math.Max(0, count() - 1));
            mustReveal = true;
            if (Selected != before)
            {
                SelectionChanged?.Invoke();
            }
        }
    }

    // Off where something smaller than the row is selected.
    internal bool FillsSelected { get; set; } = true;

    /// <summary>The first row on the screen.</summary>
    public int Top => top;

    /// <summary>Brings a row to the top without selecting it.</summary>
    /// <param name="row">The row.</param>
    public void ScrollTo(int row)
    {
        top = Math.Clamp(row, 0, Math.Max(0, count() - shownRows));
        mustReveal = false;
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, bool hasFocus)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        canvas.OnMouse(canvas.Area, this, HandleMouse);
        shownRows = Math.Max(1, canvas.Height / RowHeight);
        var rows = count();
        if (rows == 0)
        {
            canvas.WriteWithin(1, 0, canvas.Width - 2, EmptyText, Role.Dim);
            return;
        }

        Reveal(rows);
        var all = rows <= shownRows;
        var width = all ? canvas.Width : canvas.Width - 1;
        for (var i = 0; i < shownRows && top + i < rows; i++)
        {
            var area = new Rect(0, i * RowHeight, width, RowHeight);
            DrawRow(canvas, area, top + i, hasFocus);
        }

        if (!all)
        {
            scrollBar.Draw(canvas.Part(canvas.Area.CutRight(1).Cut), (double)top / rows, (double)(top + shownRows) / rows);
        }
    }

    /// <inheritdoc/>
    public bool Handle(InputEvent input) => input switch
    {
        KeyEvent key => HandleKey(key.Stroke),
        MouseEvent mouse => HandleMouse(mouse),
        _ => false,
    };

    private void DrawRow(Canvas canvas, Rect area, int row, bool hasFocus)
    {
        var isSelected = row == Selected;
        var inner = canvas.Part(area with { X = 1, Width = area.Width - 1 });
        drawRow(inner, row, new RowState(isSelected, hasFocus, Ticked.Contains(row)));
        if (isSelected)
        {
            canvas.Fill(area with { Width = 1 }, Marker, hasFocus ? Role.Focus : Role.Border);
            if (FillsSelected)
            {
                inner.Restyle(inner.Area, new Style(Role.None, hasFocus ? Role.Cursor : Role.Chosen));
            }
        }
    }

    private void Reveal(int rows)
    {
        selected = Math.Clamp(selected, 0, rows - 1);
        if (mustReveal)
        {
            mustReveal = false;
            top = Math.Clamp(top, selected - shownRows + 1, selected);
        }

        top = Math.Clamp(top, 0, Math.Max(0, rows - shownRows));
    }

    private bool HandleKey(KeyStroke stroke)
    {
        if (CanTick && stroke.Is(' ') && Selected >= 0)
        {
            if (!Ticked.Remove(Selected))
            {
                Ticked.Add(Selected);
            }

            Selected++;
            return true;
        }

        if (stroke.Modifiers != KeyModifiers.None || count() == 0)
        {
            return false;
        }

        int? to = stroke.Key switch
        {
            Key.Up => Selected - 1,
            Key.Down => Selected + 1,
            Key.PageUp => Selected - Math.Max(1, shownRows - 1),
            Key.PageDown => Selected + Math.Max(1, shownRows - 1),
            Key.Home => 0,
            Key.End => count() - 1,
            _ => null,
        };
        if (to is { } row)
        {
            Selected = Math.Max(0, row);
            return true;
        }

        if (stroke.Key == Key.Enter && Opened is { } opened)
        {
            opened(Selected);
            return true;
        }

        return false;
    }

    private bool HandleMouse(MouseEvent mouse)
    {
        if (mouse.WheelRows != 0)
        {
            ScrollTo(top + (RowHeight > 2 ? Math.Sign(mouse.WheelRows) : mouse.WheelRows));
            return true;
        }

        var row = top + (mouse.Y / RowHeight);
        if (!mouse.IsPress || mouse.Y < 0 || row >= count())
        {
            return mouse.IsPress;
        }

        Selected = row;
        if (mouse.Clicks == 2)
        {
            Opened?.Invoke(row);
        }

        return true;
    }
}
