using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Widgets;

/// <summary>A field to type in and below it what answers to it, best first. Arrows and Enter work on the list while one types.</summary>
/// <typeparam name="T">What is found.</typeparam>
public sealed class FuzzyList<T> : IWidget
{
    private readonly Func<T, string> name;
    private readonly Action<Canvas, T, FuzzyMatch, RowState> draw;
    private IReadOnlyList<T> all = [];
    private List<(T Found, FuzzyMatch Match)> found = [];

    /// <summary>A list to find in.</summary>
    /// <param name="name">Gives the text that is compared.</param>
    /// <param name="draw">Draws a row; null draws the text with what was found in it marked.</param>
    public FuzzyList(Func<T, string> name, Action<Canvas, T, FuzzyMatch, RowState>? draw = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        this.name = name;
        this.draw = draw ?? DrawName;
        Field.Changed = Find;
        List = new ListView(() => found.Count + (HasNewRow ? 1 : 0), DrawRow) { Opened = Open };
    }

    /// <summary>The field.</summary>
    public TextField Field { get; } = new();

    /// <summary>The rows below it.</summary>
    public ListView List { get; }

    /// <summary>Called with what was opened.</summary>
    public Action<T>? Opened { get; set; }

    /// <summary>Gives the text of a last row that makes something new of what was typed; null for no such row.</summary>
    public Func<string, string>? NewRow { get; set; }

    /// <summary>Called with what was typed when the last row was opened.</summary>
    public Action<string>? NewOpened { get; set; }

    /// <summary>What is found, best first.</summary>
    public IEnumerable<T> Found => found.Select(f => f.Found);

    /// <summary>What is selected, or the default.</summary>
    public T? Selected => List.Selected >= 0 && List.Selected < found.Count ? found[List.Selected].Found : default;

    private bool HasNewRow => NewRow is not null && Field.Text.Trim().Length > 0;

    /// <summary>Sets what there is to find, in the order for equally good ones.</summary>
    /// <param name="these">All of it.</param>
    public void Set(IReadOnlyList<T> these)
    {
        ArgumentNullException.ThrowIfNull(these);
        all = these;
        Find();
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, bool hasFocus)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        var (head, rest) = canvas.Area.CutTop(1);
        canvas.Write(0, 0, ">", Role.Accent);
        Field.Draw(canvas.Part(head.CutLeft(2).Remaining), hasFocus);
        Box.Rule(canvas, 1);
        List.Draw(canvas.Part(rest.CutTop(1).Remaining), hasFocus);
    }

    /// <inheritdoc/>
    public bool Handle(InputEvent input)
    {
        var forList = input is KeyEvent { Stroke: { Modifiers: KeyModifiers.None, Key: Key.Up or Key.Down or Key.PageUp or Key.PageDown or Key.Enter } };
        return forList ? List.Handle(input) : Field.Handle(input);
    }

    private void Find()
    {
        found = [.. all.Select(one => (Found: one, Match: FuzzyMatch.Of(Field.Text, name(one))))
            .Where(f => f.Match is not null)
            .Select(f => (f.Found, f.Match!))
            .OrderByDescending(f => f.Item2.Score)];
        List.Selected = 0;
    }

    private void Open(int row)
    {
        if (row < found.Count && row >= 0)
        {
            Opened?.Invoke(found[row].Found);
        }
        else if (HasNewRow)
        {
            NewOpened?.Invoke(Field.Text.Trim());
        }
    }

    private void DrawRow(Canvas canvas, int row, RowState state)
    {
        if (row < found.Count)
        {
            draw(canvas, found[row].Found, found[row].Match, state);
        }
        else
        {
            canvas.WriteWithin(1, 0, canvas.Width - 1, NewRow!(Field.Text.Trim()), Role.Accent);
        }
    }

    private void DrawName(Canvas canvas, T one, FuzzyMatch match, RowState state) => MarkedLine.Write(canvas, 1, 0, canvas.Width - 1, name(one), match.Marks);
}
