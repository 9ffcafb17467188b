using MiaVoices.App.Screens.Writing;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Reader;

/// <summary>Memos and other texts on what is read.</summary>
internal sealed partial class CodingScreen
{
    private const string Condensed = "condensed";
    private const string Remark = "memo";

    private void AddWriting()
    {
        Add("memo", "n", () => MemoOn(MemoTarget.Segment, Segment!.Id, T["screen.memo.segment", Segment!.Ordinal]), 5, NoSource);
        Add("memoOn", "e", AskMemo, 0);
        Add("condense", "k", () => OneHere(c => Write(c, Condensed)), 0, NothingHere);
    }

    /// <summary>Writes a memo on something; where there is one already it is gone on with.</summary>
    private void MemoOn(MemoTarget target, Guid? id, string about) =>
        Desk.Writings.Memo(target, id, about, Project.Store.Memos().FirstOrDefault(m => m.Target == target && m.TargetId == id));

    private void AskMemo()
    {
        var choices = new List<(string Name, Action Write)>();
        if (Segment is { } segment)
        {
            choices.AddRange(Here().Select(c => (T["screen.memo.coding", Name(c.Code), segment.Ordinal], (Action)(() => Write(c, Remark)))));
            choices.Add((T["screen.memo.segment", segment.Ordinal], () => MemoOn(MemoTarget.Segment, segment.Id, T["screen.memo.segment", segment.Ordinal])));
            choices.Add((T["screen.memo.source", Shown!.Source.Label], () => MemoOn(MemoTarget.Source, Shown!.Source.Id, T["screen.memo.source", Shown!.Source.Label])));
            if (segment.Respondent is { } name && Project.Store.Cases().FirstOrDefault(c => c.Name == name) is { } person)
            {
                choices.Add((T["screen.memo.case", name], () => MemoOn(MemoTarget.Case, person.Id, T["screen.memo.case", name])));
            }
        }

        choices.Add((T["screen.memo.project"], () => MemoOn(MemoTarget.Project, null, T["screen.memo.project"])));
        Desk.Choose(T["screen.code.memoOn.which"], choices, c => c.Name, c => c.Write());
    }

    /// <summary>Writes one of the texts that a coding carries itself.</summary>
    private void Write(Coding coding, string part)
    {
        var isShort = part == Condensed;
        Desk.Writings.Write(
            new WritingPlace(WritingPlace.Coding, part, coding.Id),
            T[isShort ? "screen.code.condense" : "screen.memo"],
            isShort ? T["screen.code.condense.ask"] : T["screen.memo.ask", T["screen.memo.coding", Name(coding.Code), Ordinal(coding)]],
            isShort ? coding.Condensed : coding.Memo,
            text => Keep(coding.Id, part, StoredText.Normalise(text)));
    }

    private bool Keep(Guid id, string part, string text)
    {
        // As it is now: what else was altered since must stay.
        if (Project.Store.Codings(new CodingScope { Ids = [id] }).FirstOrDefault()?.Coding is not { } coding)
        {
            Project.Status.Show(T["screen.code.gone"], "", Terminal.Screen.Role.Bad);
            return false;
        }

        var altered = part == Condensed ? coding with { Condensed = text } : coding with { Memo = text };
        return altered == coding || Project.Do(new EditCoding(altered), part == Condensed ? T["screen.code.condensed"] : T["screen.memo.saved", T["screen.memo.coding", Name(coding.Code), Ordinal(coding)]]);
    }

    private bool OpenWriting(WritingPlace place)
    {
        if (Project.Store.Codings(new CodingScope { Ids = [place.Id] }).FirstOrDefault()?.Coding is not { } coding)
        {
            return false;
        }

        Desk.ShowPlace(coding.Source, coding.Start, coding.Start);
        _codebook = _codebook.Contains(coding.Code) ? _codebook : new CodeTree(Project.Store.Codes());
        Write(coding, place.Part);
        return true;
    }

    private int Ordinal(Coding coding) => Shown is { Count: > 0 } text && text.Source.Id == coding.Source ? text[text.IndexOf(coding.Start)].Ordinal : 0;
}
