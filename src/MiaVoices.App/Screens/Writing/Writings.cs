using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Writing;

/// <summary>The longer texts that a person writes: opened from any screen, kept as drafts meanwhile, and opened again where they were when the program was cut off.</summary>
internal sealed class Writings
{
    private readonly Desk _desk;
    private readonly DraftKeeper _drafts;
    private readonly Dictionary<string, Func<WritingPlace, bool>> _openers = [];

    public Writings(Desk desk)
    {
        (_desk, _drafts) = (desk, new DraftKeeper(desk));
        _openers[WritingPlace.Memo] = OpenMemo;
    }

    private IProjectStore Store => _desk.Project.Store;

    private Texts.Wording T => _desk.T;

    /// <summary>Says who opens the texts of a kind of thing again; it goes to the place and tells whether it is still there.</summary>
    public void Know(string what, Func<WritingPlace, bool> opener) => _openers[what] = opener;

    /// <summary>Has a text written.</summary>
    /// <param name="place">What it belongs to.</param>
    /// <param name="title">What is written.</param>
    /// <param name="ask">What it is about.</param>
    /// <param name="kept">What the project holds.</param>
    /// <param name="keep">Makes it part of the project; tells whether that went well.</param>
    public void Write(WritingPlace place, string title, string ask, string kept, Func<string, bool> keep) => WritingSession.Open(_desk, _drafts, place, title, ask, kept, keep);

    /// <summary>Has a memo written, or altered; one that is emptied goes.</summary>
    /// <param name="target">What it is about.</param>
    /// <param name="id">The identity of that; null for the project.</param>
    /// <param name="about">The same in words.</param>
    /// <param name="known">The memo that is altered; null for a new one.</param>
    public void Memo(MemoTarget target, Guid? id, string about, Memo? known = null)
    {
        var place = known is null ? new WritingPlace(WritingPlace.Memo, Cli.JsonFields.Word(target), id ?? Guid.Empty) : new WritingPlace(WritingPlace.Memo, WritingPlace.Edit, known.Id);
        Write(place, T["screen.memo"], T["screen.memo.ask", about], known?.Text ?? "", text => Keep(target, id, about, known, StoredText.Normalise(text)));
    }

    /// <summary>Opens the text that was being written when the program was cut off, or tells of those that were put aside.</summary>
    public void Resume()
    {
        var drafts = Store.Drafts.All();
        if (drafts.FirstOrDefault(d => !WritingPlace.IsAside(d.Place)) is { } cut)
        {
            Open(cut);
        }
        else if (drafts.Count > 0)
        {
            _desk.Project.Status.Show(T["screen.write.waiting", drafts.Count], T["screen.write.waitingHint"]);
        }
    }

    /// <summary>Has one of the texts chosen that are not kept yet.</summary>
    public void Choose() => _desk.Choose(T["screen.writings.which"], Store.Drafts.All(), d => $"{WritingTimes.Of(d.At, _desk)}  {d.Text.ReplaceLineEndings(" ")}", Open);

    /// <summary>Why there is nothing to choose; null if there is.</summary>
    public string? NoDrafts() => Store.Drafts.All().Count == 0 ? T["screen.write.none"] : null;

    private void Open(WritingDraft draft)
    {
        var place = WritingPlace.Parse(draft.Place);
        if (place is null || !_openers.TryGetValue(place.What, out var open) || !open(place))
        {
            OpenLost(draft);
        }
    }

    /// <summary>What it was about has gone: it can still be read, copied, and kept as a memo on the project.</summary>
    private void OpenLost(WritingDraft draft)
    {
        var place = WritingPlace.Parse(draft.Place);
        Write(place ?? new WritingPlace(WritingPlace.Memo, "project", Guid.Empty), T["screen.memo"], T["screen.write.lost"], "", text => Keep(MemoTarget.Project, null, T["screen.memo.project"], null, StoredText.Normalise(text)));
    }

    private bool Keep(MemoTarget target, Guid? id, string about, Memo? known, string text)
    {
        var now = Store.Now;
        if (text == (known?.Text ?? ""))
        {
            return true;
        }

        return (known, text.Length) switch
        {
            (null, _) => _desk.Project.Do(new AddMemo(new Memo { Id = Store.NewIds().Next(), Target = target, TargetId = id, Text = text, Coder = Store.Coder, Created = now, Changed = now }), T["screen.memo.saved", about]),
            (_, 0) => _desk.Project.Do(new RemoveMemo(known.Id), T["screen.memo.removed", about]),
            _ => _desk.Project.Do(new EditMemo(known with { Text = text, Changed = now }), T["screen.memo.saved", about]),
        };
    }

    private bool OpenMemo(WritingPlace place)
    {
        var known = place.Part == WritingPlace.Edit ? Store.Memos().FirstOrDefault(m => m.Id == place.Id) : null;
        if (place.Part == WritingPlace.Edit && known is null)
        {
            return false;
        }

        var target = known?.Target ?? (Enum.TryParse<MemoTarget>(place.Part, ignoreCase: true, out var parsed) ? parsed : MemoTarget.Project);
        var id = known is null ? place.Id : known.TargetId ?? Guid.Empty;
        if (Show(target, id) is not { } about)
        {
            return false;
        }

        Memo(target, target == MemoTarget.Project ? null : id, about, known);
        return true;
    }

    /// <summary>Goes to what a memo is about, and names it; null if it is not there any more.</summary>
    private string? Show(MemoTarget target, Guid id)
    {
        switch (target)
        {
            case MemoTarget.Segment when Store.Segments(new SegmentScope { Ids = [id] }).FirstOrDefault() is { } segment:
                _desk.ShowPlace(segment.SourceId, segment.Start, segment.Start);
                return T["screen.memo.segment", segment.Ordinal];
            case MemoTarget.Coding when Store.Codings(new CodingScope { Ids = [id] }).FirstOrDefault() is { } coding:
                _desk.ShowPlace(coding.Coding.Source, coding.Coding.Start, coding.Coding.Start);
                return T["screen.memo.coding", Store.Codes().FirstOrDefault(c => c.Id == coding.Coding.Code)?.Name ?? "", coding.Ordinal];
            case MemoTarget.Source when Store.Sources().FirstOrDefault(s => s.Id == id) is { } source:
                _desk.ShowPlace(source.Id, 0, 0);
                return T["screen.memo.source", source.Label];
            case MemoTarget.Code when Store.Codes().FirstOrDefault(c => c.Id == id) is { } code:
                _desk.ShowCode(id);
                return T["screen.memo.code", code.Name];
            case MemoTarget.Case when Store.Cases().FirstOrDefault(c => c.Id == id) is { } person:
                return T["screen.memo.case", person.Name];
            case MemoTarget.Project:
                return T["screen.memo.project"];
            default:
                return null;
        }
    }
}
