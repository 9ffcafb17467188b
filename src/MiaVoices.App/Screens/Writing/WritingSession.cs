using MiaVoices.Core;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Dialogs;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens.Writing;

/// <summary>
/// A text while it is written. What is typed is saved as a draft half a second later at the most, so that a program that is killed
/// loses less than a second of typing; closing keeps the draft, saving makes it part of the project.
/// </summary>
internal sealed class WritingSession
{
    private const int Width = 76;
    private const int LeastRows = 6;
    private const int MostRows = 16;
    private const int RowsAround = 14;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Desk _desk;
    private readonly DraftKeeper _drafts;
    private readonly WritingPlace _place;
    private readonly string _kept;
    private readonly Func<string, bool> _keep;
    private readonly WritingArea _area;
    private IDisposable? _due;
    private DateTimeOffset? _savedAt;
    private Problem? _fault;

    private WritingSession(Desk desk, DraftKeeper drafts, WritingPlace place, string kept, Func<string, bool> keep)
    {
        (_desk, _drafts, _place, _kept, _keep) = (desk, drafts, place, kept, keep);
        _area = new WritingArea(State) { Area = { Clipboard = desk.App.Clipboard } };
    }

    private string Text => _area.Area.Text;

    /// <summary>Opens an editor; a draft of the same place is brought back.</summary>
    /// <param name="desk">What the screens share.</param>
    /// <param name="drafts">Saves drafts.</param>
    /// <param name="place">What the text belongs to.</param>
    /// <param name="title">What is written.</param>
    /// <param name="ask">What it is about.</param>
    /// <param name="kept">What the project holds.</param>
    /// <param name="keep">Makes the text part of the project; tells whether that went well.</param>
    public static void Open(Desk desk, DraftKeeper drafts, WritingPlace place, string title, string ask, string kept, Func<string, bool> keep)
    {
        var session = new WritingSession(desk, drafts, place, kept, keep);
        session.Begin(Latest(desk.Project.Store.Drafts, place));
        var t = desk.T;
        desk.App.Push(new Dialog(
            desk.App,
            title,
            ask,
            [
                new DialogButton(t["screen.save"], session.Keep, KeyStroke.Parse("Ctrl+S")),
                new DialogButton(t["screen.write.drop"], session.AskDrop, IsDestructive: true) { WhyNot = () => session.Text == kept ? t["screen.write.noDraft"] : null },
                new DialogButton(t["screen.write.close"], session.Close),
            ],
            content: session._area,
            contentRows: Math.Clamp(desk.App.Painted.Height - RowsAround, LeastRows, MostRows))
        {
            Footer = t["screen.write.keys"],
            LeastWidth = Width,
        });
    }

    private static WritingDraft? Latest(IDraftShelf shelf, WritingPlace place) =>
        new[] { shelf.Find(place.Key), shelf.Find(place.AsideKey) }.OfType<WritingDraft>().MaxBy(d => d.At);

    private void Begin(WritingDraft? draft)
    {
        if (draft is not null && draft.Text == _kept)
        {
            // It was kept, and the program ended before the draft had gone.
            Forget();
            draft = null;
        }

        _area.Area.Reset(draft?.Text ?? _kept);
        _savedAt = draft?.At;
        _area.Area.Changed = Later;
        if (draft is not null)
        {
            _desk.Project.Status.Show(_desk.T["screen.write.back", Time(draft.At)], _desk.T["screen.write.backHint"]);
        }
    }

    // Not from the last letter but from the first that is not saved: one who never pauses loses no more than others.
    private void Later() => _due ??= _desk.App.After(Pause, () => Save(_place.Key));

    private void Save(string key)
    {
        _due?.Dispose();
        _due = null;
        _drafts.Save(key, Text == _kept ? "" : Text, fault =>
        {
            _fault = fault;
            _savedAt = fault is not null ? _savedAt : Text == _kept ? null : _desk.Project.Store.Now;
        });
    }

    private (string Text, Role Role) State()
    {
        var t = _desk.T;
        return _fault is { Key: "project.locked" } ? (t["screen.write.busy"], Role.Warning)
            : _fault is { } fault ? (t.Of(fault), Role.Bad)
            : _savedAt is { } at ? (t["screen.write.saved", Time(at), _area.Words], Role.Dim)
            : (t["screen.write.words", _area.Words], Role.Dim);
    }

    private void Keep()
    {
        _due?.Dispose();
        if (_keep(Text.Trim()))
        {
            Forget();
        }
        else
        {
            // What was refused is told already; nothing that was written may go with it.
            PutAside();
        }
    }

    private void Close()
    {
        PutAside();
        if (Text != _kept)
        {
            _desk.Project.Status.Show(_desk.T["screen.write.closed"], _desk.T["screen.write.closedHint"]);
        }
    }

    private void AskDrop()
    {
        PutAside();
        _desk.Confirm(_desk.T["screen.write.drop"], _desk.T["screen.write.drop.ask", _area.Words], _desk.T["screen.write.drop.yes"], () =>
        {
            Forget();
            _desk.Project.Status.Show(_desk.T["screen.write.dropped"]);
        });
    }

    private void PutAside()
    {
        Save(_place.AsideKey);
        _drafts.Save(_place.Key, "");
    }

    private void Forget()
    {
        _drafts.Save(_place.Key, "");
        _drafts.Save(_place.AsideKey, "");
    }

    private string Time(DateTimeOffset at) => WritingTimes.Of(at, _desk);
}
