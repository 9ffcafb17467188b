namespace MiaVoices.Formats.Transcripts;

/// <summary>
/// Dialect corpora give every turn twice: as it sounded and, under the label with <c>_orthography</c> after it, in ordinary
/// spelling. The ordinary one is kept under the speaker's own label, so that search works and nothing is counted twice.
/// </summary>
internal static class SpellingTwins
{
    private const string Ending = "_orthography";

    /// <summary>The pieces with one of each pair, and the number of those left out; the same pieces where they do not come in pairs.</summary>
    public static (IReadOnlyList<Spoken> Pieces, int LeftOut) Fold(IReadOnlyList<Spoken> pieces)
    {
        var twins = pieces.Count(IsTwin);
        if (twins < 2 || twins * 2 < pieces.Count - 2)
        {
            return (pieces, 0);
        }

        var kept = new List<Spoken>();
        foreach (var piece in pieces)
        {
            if (!IsTwin(piece))
            {
                kept.Add(piece);
                continue;
            }

            var own = OwnLabel(piece.Speaker!);
            var comments = piece.Comments;
            if (kept.Count > 0 && string.Equals(kept[^1].Speaker, own, StringComparison.Ordinal))
            {
                comments = [.. kept[^1].Comments, .. comments];
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add(piece with { Speaker = own, Comments = comments });
        }

        return (kept, pieces.Count - kept.Count);
    }

    /// <summary>The label without the ending that tells the ordinary spelling.</summary>
    public static string OwnLabel(string label) => label.EndsWith(Ending, StringComparison.Ordinal) ? label[..^Ending.Length] : label;

    private static bool IsTwin(Spoken piece) => piece.Speaker?.EndsWith(Ending, StringComparison.Ordinal) == true;
}
