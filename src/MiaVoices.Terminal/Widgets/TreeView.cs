using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Widgets;

/// <summary>
/// A tree of which one node is selected. Right opens a branch and goes into it, Left closes it and goes out; otherwise it is a list.
/// The open part is laid out once and anew after <see cref="Refresh"/>.
/// </summary>
/// <typeparam name="T">A node; equal nodes are the same one, also across <see cref="Refresh"/>.</typeparam>
public sealed class TreeView<T> : IWidget
    where T : notnull
{
    private readonly Func<IEnumerable<T>> roots;
    private readonly Func<T, IReadOnlyList<T>> children;
    private readonly Action<Canvas, T, RowState> drawNode;
    private readonly HashSet<T> open = [];
    private List<(T Node, int Depth, bool IsBranch)>? rows;

    /// <summary>A tree, all branches closed.</summary>
    /// <param name="roots">Gives the nodes of the first level.</param>
    /// <param name="children">Gives the nodes below one; none for a leaf.</param>
    /// <param name="drawNode">Draws a node behind its indentation.</param>
    public TreeView(Func<IEnumerable<T>> roots, Func<T, IReadOnlyList<T>> children, Action<Canvas, T, RowState> drawNode)
    {
        ArgumentNullException.ThrowIfNull(roots);
        ArgumentNullException.ThrowIfNull(children);
        ArgumentNullException.ThrowIfNull(drawNode);
        this.roots = roots;
        this.children = children;
        this.drawNode = drawNode;
        List = new ListView(() => Rows.Count, DrawRow);
    }

    /// <summary>The list of the open part, for its selection, its texts and its events by row.</summary>
    public ListView List { get; }

    /// <summary>The selected node, or the default when there is none.</summary>
    public T? Selected => List.Selected >= 0 ? Rows[List.Selected].Node : default;

    /// <summary>Columns that each level is moved to the right.</summary>
    public int Indent { get; set; } = 2;

    /// <summary>The nodes on show, from the top.</summary>
    public IEnumerable<T> Shown => Rows.Select(r => r.Node);

    private List<(T Node, int Depth, bool IsBranch)> Rows => rows ??= LayOut();

    /// <summary>Whether a node's branch is open.</summary>
    /// <param name="node">The node.</param>
    public bool IsOpen(T node) => open.Contains(node);

    /// <summary>Opens or closes a branch; the selected node stays selected as long as it is on show.</summary>
    /// <param name="node">The node.</param>
    /// <param name="isOpen">Whether it is to be open.</param>
    public void SetOpen(T node, bool isOpen)
    {
        if (isOpen ? open.Add(node) : open.Remove(node))
        {
            Refresh();
        }
    }

    /// <summary>Takes the nodes anew.</summary>
    public void Refresh()
    {
        var selected = rows is { Count: > 0 } ? Selected : default;
        rows = null;
        var at = selected is null ? -1 : Rows.FindIndex(r => r.Node.Equals(selected));
        if (at >= 0)
        {
            List.Selected = at;
        }
    }

    /// <summary>Selects a node and brings it into view, if it is on show.</summary>
    /// <param name="node">The node.</param>
    /// <returns>Whether it is on show.</returns>
    public bool Select(T node)
    {
        var at = Rows.FindIndex(r => r.Node.Equals(node));
        if (at >= 0)
        {
            List.Selected = at;
        }

        return at >= 0;
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, bool hasFocus) => List.Draw(canvas, hasFocus);

    /// <inheritdoc/>
    public bool Handle(InputEvent input)
    {
        if (input is not KeyEvent { Stroke: { Modifiers: KeyModifiers.None, Key: Key.Left or Key.Right } stroke } || List.Selected < 0)
        {
            return List.Handle(input);
        }

        var (node, depth, isBranch) = Rows[List.Selected];
        if (stroke.Key == Key.Right)
        {
            if (isBranch && !IsOpen(node))
            {
                SetOpen(node, true);
            }
            else if (isBranch)
            {
                List.Selected++;
            }

            return true;
        }

        if (isBranch && IsOpen(node))
        {
            SetOpen(node, false);
        }
        else if (Rows.FindLastIndex(List.Selected, r => r.Depth < depth) is var parent && parent >= 0)
        {
            List.Selected = parent;
        }

        return true;
    }

    private void DrawRow(Canvas canvas, int row, RowState state)
    {
        var (node, depth, isBranch) = Rows[row];
        var x = depth * Indent;
        if (isBranch)
        {
            canvas.Write(x, 0, IsOpen(node) ? "▾" : "▸", Role.Dim);
            canvas.OnMouse(new Rect(x, 0, 2, 1), node, mouse => Toggle(mouse, node));
        }

        drawNode(canvas.Part(canvas.Area.CutLeft(x + 2).Remaining), node, state);
    }

    private bool Toggle(MouseEvent mouse, T node)
    {
        if (mouse.IsPress)
        {
            SetOpen(node, !IsOpen(node));
        }

        return mouse.IsPress;
    }

    private List<(T Node, int Depth, bool IsBranch)> LayOut()
    {
        var laid = new List<(T Node, int Depth, bool IsBranch)>();
        var waiting = new Stack<(T Node, int Depth)>(roots().Reverse().Select(r => (r, 0)));
        while (waiting.TryPop(out var next))
        {
            var below = children(next.Node);
            laid.Add((next.Node, next.Depth, below.Count > 0));
            if (below.Count > 0 && open.Contains(next.Node))
            {
                for (var i = below.Count - 1; i >= 0; i--)
                {
                    waiting.Push((below[i], next.Depth + 1));
                }
            }
        }

        return laid;
    }
}
