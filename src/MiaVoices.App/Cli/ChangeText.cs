using MiaVoices.App.Texts;
using MiaVoices.Core.Changes;

namespace MiaVoices.App.Cli;

/// <summary>What an entry of the journal did, in a line. Never holds what a person said.</summary>
internal static class ChangeText
{
    public static string Of(JournalEntry entry, Wording t) => entry.Kind switch
    {
        EntryKind.Undo => t["log.undo", entry.Target ?? 0],
        EntryKind.Redo => t["log.redo", entry.Target ?? 0],
        _ => Of(entry.Change, t),
    };

    public static string Of(Change change, Wording t) => change switch
    {
        Batch { Purpose: "source.import" } b => Import(b, t),
        Batch { Purpose: "source.update" } b => t["change.source.update", string.Join(", ", b.Changes.OfType<ImportSource>().Select(i => i.Label))],
        Batch { Purpose: "suggestion.accept" or "suggestion.accept-above" or "suggestion.reject" } b => t["change." + b.Purpose, b.Changes.Count(c => c is AnswerSuggestion)],
        Batch b => t["change." + b.Purpose, b.Changes.Count(Matters), b.Changes.Count],
        RenameProject c => t["change.project.rename", c.Name],
        SetLimits c => t["change.project.limits", c.Threshold, c.PercentFrom],
        ImportSource c => t["change.source.import", c.Label, c.Segments, c.Cases],
        LabelSource c => t["change.source.label", c.Label],
        SetSourceLanguage c => t["change.source.language", t["language." + JsonFields.Word(c.Language)]],
        MapSpeaker c => t["change.speaker.map", c.Speaker],
        AddCase c => t["change.case.add", c.Case.Name],
        EditCase c => t["change.case.edit", c.Case.Name],
        AddCode c => t["change.code.add", c.Code.Name],
        EditCode c => t["change.code.edit", c.Code.Name],
        AddCoding c => t["change.coding.add", c.Coding.Start, c.Coding.End],
        MoveCodings c => t["change.coding.move", c.Codings.Count],
        ReviewSegments c => t["change.segment.review", c.Segments.Count],
        UnreviewSegments c => t["change.segment.unreview", c.Segments.Count],
        SaveSearch c => t["change.search.save", c.Search.Name],
        EditSearch c => t["change.search.edit", c.Search.Name],
        _ => t["change." + ChangeJson.NameOf(change)],
    };

    private static string Import(Batch batch, Wording t)
    {
        var comments = batch.Changes.Count(c => c is AddMemo);
        return batch.Changes.OfType<ImportSource>().ToList() is not [var one] ? t["change.source.import.many"]
            : comments == 0 ? Of(one, t)
            : t["change.source.import.comments", one.Label, one.Segments, one.Cases, comments];
    }

    /// <summary>What a batch is counted by: not the marks of review and not the answers that go with codings.</summary>
    private static bool Matters(Change change) => change is not (ReviewSegments or AnswerSuggestion { Answer.Verdict: not Core.Codes.SuggestionVerdict.Rejected });
}
