using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.History;

/// <summary>The journal: what was done, by whom and when, and whether it stands. Read as one scrolls, newest first.</summary>
internal sealed class HistoryScreen : WorkScreen
{
    private const int Page = 200;
    private const int NumberWidth = 6;
    private const int TimeWidth = 16;

    private readonly List<JournalEntry> _entries = [];
    private readonly ListView _list;
    private bool _hasAll;
    private string? _coder;

    public HistoryScreen(Desk desk)
        : base(desk)
    {
        _list = new ListView(() => _entries.Count, DrawEntry);
        Add("undoTo", "Enter u", AskUndo, 1, WhyNotUndo);
        Add("coder", "k", AskCoder, 2);
    }

    /// <inheritdoc/>
    public override string Id => "history";

    /// <inheritdoc/>
    public override bool Handle(InputEvent input)
    {
        var taken = _list.Handle(input);
        ReadAhead();
        return taken;
    }

    /// <inheritdoc/>
    protected override void Refresh()
    {
        _entries.Clear();
        _hasAll = false;
        ReadAhead();
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        ReadAhead();
        var who = _coder is null ? T["screen.history.everybody"] : T["screen.history.by", _coder];
        var inner = Box.Draw(canvas, T["screen.history.title"], who, hasFocus: true, _entries.Count > 0 && _coder is null ? T["screen.history.steps", _entries[0].Sequence] : "");
        _list.EmptyText = T["screen.history.empty"];
        _list.Draw(inner, hasFocus: true);
    }

    /// <summary>Reads on while the selection or the window is within a page of the end of what is read.</summary>
    private void ReadAhead()
    {
        while (!_hasAll && Math.Max(_list.Selected, _list.Top) + (Page / 2) >= _entries.Count)
        {
            var next = Project.Store.Journal(_entries.Count > 0 ? _entries[^1].Sequence : null, _coder).Take(Page).ToList();
            _entries.AddRange(next);
            _hasAll = next.Count < Page;
        }
    }

    private void DrawEntry(Canvas canvas, int row, RowState state)
    {
        var entry = _entries[row];
        var style = entry.Undone || entry.Kind != EntryKind.Do ? Role.Dim : Role.None;
        canvas.WriteRight(0, 0, NumberWidth, entry.Sequence.ToString(CultureInfo.InvariantCulture), Role.Dim);
        canvas.Write(NumberWidth + 1, 0, TimeZoneInfo.ConvertTime(entry.At, Project.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Role.Dim);
        var x = NumberWidth + TimeWidth + 2;
        var coderWidth = Math.Min(14, canvas.Width / 6);
        canvas.WriteWithin(x, 0, coderWidth, entry.Coder, Role.Title);
        x += coderWidth + 1;
        var end = entry.Undone ? canvas.WriteRight(x, 0, canvas.Width - x, T["log.undone"], Role.Warning) - 1 : canvas.Width;
        canvas.WriteWithin(x, 0, end - x, ChangeText.Of(entry, T), style);
    }

    private JournalEntry? Selected => _list.Selected >= 0 ? _entries[_list.Selected] : null;

    private string? WhyNotUndo() => Selected switch
    {
        null => T["screen.history.empty"],
        { Kind: not EntryKind.Do } => T["screen.history.notStep"],
        { Undone: true } => T["screen.history.isUndone"],
        var entry when entry.Coder != Project.Store.Coder => T["screen.history.others", entry.Coder],
        _ => null,
    };

    private void AskUndo()
    {
        var entry = Selected!;
        var steps = Steps(entry.Sequence);
        Desk.Confirm(T["screen.history.undoTo"], T["screen.history.undoTo.ask", steps, entry.Sequence, ChangeText.Of(entry, T)], T["screen.history.undoTo.yes"], () => Undo(entry.Sequence, steps));
    }

    /// <summary>How many of this coder's steps undoing takes, one by one, until an entry is undone. One that was made again counts from then.</summary>
    private int Steps(long target)
    {
        var (seen, steps) = (new HashSet<long>(), 0);
        foreach (var entry in Project.Store.Journal(coder: Project.Store.Coder))
        {
            var about = entry.Target ?? entry.Sequence;
            if (seen.Add(about) && entry.Kind != EntryKind.Undo)
            {
                steps++;
                if (about == target)
                {
                    break;
                }
            }
        }

        return steps;
    }

    private void Undo(long target, int steps)
    {
        var done = 0;
        try
        {
            while (done < steps)
            {
                done++;
                if (Project.Store.Undo().Target == target)
                {
                    break;
                }
            }

            Project.Status.Show(T["screen.history.undone", done], T["screen.redoHint"]);
        }
        catch (RefusedException e)
        {
            Project.Status.Show(T["screen.history.stopped", done - 1, steps, T.Of(e.Problem)], "", Role.Bad);
        }

        Project.Touch();
    }

    private void AskCoder() => Desk.Choose(T["screen.history.coder.which"], [null, .. Project.Store.Coders()], c => c ?? T["screen.history.everybody"], coder =>
    {
        _coder = coder;
        _list.Selected = 0;
        Refresh();
    });
}
