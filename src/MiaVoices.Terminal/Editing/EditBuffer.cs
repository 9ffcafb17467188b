using MiaVoices.Terminal.Screen;

namespace MiaVoices.Terminal.Editing;

/// <summary>
/// A text that is being written, with caret, selection and undo. What comes in is made safe; the caret always stands between two
/// clusters. Not thread-safe.
/// </summary>
public sealed class EditBuffer
{
    private const int MostSteps = 2000;

    private readonly List<Edit> done = [];
    private readonly Stack<Edit> undone = new();
    private bool isTyping;

    /// <summary>An empty text.</summary>
    /// <param name="isMultiline">Whether it may hold line feeds; otherwise they become spaces.</param>
    public EditBuffer(bool isMultiline)
    {
        IsMultiline = isMultiline;
    }

    private sealed record Edit(int At, string Removed, string Inserted, int CaretBefore, int AnchorBefore);

    /// <summary>Whether it may hold line feeds.</summary>
    public bool IsMultiline { get; }

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where the caret stands.</summary>
    public int Caret { get; private set; }

    /// <summary>Where the selection began; the same as <see cref="Caret"/> without one.</summary>
    public int Anchor { get; private set; }

    /// <summary>Grows with every change of the text.</summary>
    public int Version { get; private set; }

    /// <summary>The selected stretch, empty without a selection.</summary>
    public (int Start, int End) Selection => (Math.Min(Caret, Anchor), Math.Max(Caret, Anchor));

    /// <summary>Whether something is selected.</summary>
    public bool HasSelection => Caret != Anchor;

    /// <summary>The selected text.</summary>
    public string SelectedText => Text[Selection.Start..Selection.End];

    /// <summary>Whether there is a step to undo.</summary>
    public bool CanUndo => done.Count > 0;

    /// <summary>Whether there is a step to do again.</summary>
    public bool CanRedo => undone.Count > 0;

    /// <summary>Begins anew with a text, the caret at its end; nothing can be undone.</summary>
    /// <param name="text">Any text.</param>
    public void Reset(string text)
    {
        Text = Cleaned(text);
        Caret = Anchor = Text.Length;
        done.Clear();
        undone.Clear();
        isTyping = false;
        Version++;
    }

    /// <summary>Puts the caret somewhere.</summary>
    /// <param name="offset">Where; the nearest boundary of a cluster before it is taken.</param>
    /// <param name="extend">Whether the selection grows to there; otherwise it ends.</param>
    public void MoveTo(int offset, bool extend = false)
    {
        Caret = TextSteps.Boundary(Text, offset);
        Anchor = extend ? Anchor : Caret;
        isTyping = false;
    }

    /// <summary>Selects a stretch; the caret comes to its end.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    public void Select(int start, int end)
    {
        MoveTo(start);
        MoveTo(end, extend: true);
    }

    /// <summary>Writes a text in the place of the selection. Characters typed one after another are one step for undo, up to a space.</summary>
    /// <param name="text">Any text.</param>
    public void Insert(string text)
    {
        var clean = Cleaned(text);
        var (start, end) = Selection;
        if (clean.Length == 0 && start == end)
        {
            return;
        }

        var typed = clean.Length is 1 or 2 && !char.IsWhiteSpace(clean, 0);
        if (isTyping && typed && start == end && done.Count > 0 && done[^1] is { Removed: "" } last && last.At + last.Inserted.Length == start)
        {
            done.RemoveAt(done.Count - 1);
            Replace(start, start, clean);
            done[^1] = last with { Inserted = last.Inserted + clean };
        }
        else
        {
            Replace(start, end, clean);
        }

        isTyping = typed;
    }

    /// <summary>Deletes the selection, or what stands between the caret and another place.</summary>
    /// <param name="other">The other place.</param>
    public void DeleteTo(int other)
    {
        var (start, end) = HasSelection ? Selection : (Math.Min(Caret, other), Math.Max(Caret, other));
        if (start < end)
        {
            Replace(start, end, "");
        }

        isTyping = false;
    }

    /// <summary>Takes the last step back.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Undo()
    {
        if (done.Count == 0)
        {
            return false;
        }

        var edit = done[^1];
        done.RemoveAt(done.Count - 1);
        undone.Push(edit);
        Text = string.Concat(Text.AsSpan(0, edit.At), edit.Removed, Text.AsSpan(edit.At + edit.Inserted.Length));
        (Caret, Anchor) = (edit.CaretBefore, edit.AnchorBefore);
        Version++;
        isTyping = false;
        return true;
    }

    /// <summary>Does the step again that was last taken back.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Redo()
    {
        if (!undone.TryPop(out var edit))
        {
            return false;
        }

        Text = string.Concat(Text.AsSpan(0, edit.At), edit.Inserted, Text.AsSpan(edit.At + edit.Removed.Length));
        Caret = Anchor = Behind(edit.At + edit.Inserted.Length);
        done.Add(edit);
        Version++;
        isTyping = false;
        return true;
    }

    private void Replace(int start, int end, string with)
    {
        done.Add(new Edit(start, Text[start..end], with, Caret, Anchor));
        if (done.Count > MostSteps)
        {
            done.RemoveAt(0);
        }

        undone.Clear();
        Text = string.Concat(Text.AsSpan(0, start), with, Text.AsSpan(end));
        Caret = Anchor = Behind(start + with.Length);
        Version++;
    }

    /// <summary>The end of what was written, or of the cluster into which it joined with what stands beside it.</summary>
    private int Behind(int end) => TextSteps.Boundary(Text, end) is var before && before == end ? end : TextSteps.After(Text, before);

    private string Cleaned(string text) => IsMultiline
        ? Glyphs.Safe(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')).Replace('\t', ' ')
        : Glyphs.OneLine(text);
}
