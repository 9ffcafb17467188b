using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Transcripts;

/// <summary>Brings the comments of a document to the segments they stand at.</summary>
internal static class PlacedComments
{
    /// <summary>
    /// The comments in the order of the segments. One that stands at no segment (a title, words that were deleted, a
    /// footnote) is about the whole source and comes last; one without words is none.
    /// </summary>
    /// <param name="texts">The words of every comment of the file.</param>
    /// <param name="pieces">The pieces, one a segment, with the numbers of their comments.</param>
    public static IReadOnlyList<CommentDraft> Of(IReadOnlyList<string> texts, IReadOnlyList<Spoken> pieces)
    {
        if (texts.Count == 0)
        {
            return [];
        }

        var found = new List<CommentDraft>();
        var open = new SortedSet<int>(Enumerable.Range(0, texts.Count).Where(i => texts[i].Length > 0));
        for (var i = 0; i < pieces.Count; i++)
        {
            found.AddRange(pieces[i].Comments.Where(open.Remove).Select(c => new CommentDraft(i, texts[c])));
        }

        found.AddRange(open.Select(c => new CommentDraft(null, texts[c])));
        return found;
    }
}
