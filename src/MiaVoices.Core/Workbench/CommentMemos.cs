using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>The comments of a document as memos on what they stand at.</summary>
internal static class CommentMemos
{
    /// <summary>
    /// The draft with identities for the segments that comments stand at, so that memos on them can be made in the step
    /// that brings them in; the same draft where the comments are left out.
    /// </summary>
    public static SourceDraft Addressed(SourceDraft draft, ReadOptions options, IIdSource ids) => options.CommentTitle is null || draft.Comments.Count == 0
        ? draft
        : draft with { SegmentIds = draft.Comments.Where(c => c.Segment is not null).Select(c => c.Segment!.Value).Distinct().ToDictionary(s => s, _ => ids.Next()) };

    /// <summary>The memos, by the coder who imports; what the file says of who wrote the comment is not known here.</summary>
    public static IEnumerable<Change> Of(IProjectStore store, ImportSource import, ReadOptions options, IIdSource ids) =>
        options.CommentTitle is not { } title ? [] : import.Draft!.Comments.Select(c => new AddMemo(new Memo
        {
            Id = ids.Next(),
            Target = c.Segment is null ? MemoTarget.Source : MemoTarget.Segment,
            TargetId = c.Segment is { } segment ? import.Draft.SegmentIds[segment] : import.Source,
            Title = title,
            Text = c.Text,
            Coder = store.Coder,
            Created = store.Now,
            Changed = store.Now,
        }));
}
