namespace MiaVoices.Core.Sources;

/// <summary>
/// Tells which questions of two waves of a survey are the same: by stable id, then by wording, then by likeness. The order
/// of the columns plays no part. Pure and thread-safe.
/// </summary>
public static class QuestionMatching
{
    /// <summary>
    /// Every question of both waves once: the later wave's in their order, then those that are gone. Ids are unique within
    /// a wave. Free texts are never like closed questions. Swapping the waves gives the same pairs with the same ids or
    /// wordings.
    /// </summary>
    public static IReadOnlyList<QuestionMatch> Match(IReadOnlyList<QuestionDraft> earlier, IReadOnlyList<QuestionDraft> later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        var found = new Dictionary<string, QuestionMatch>(StringComparer.Ordinal);
        var before = earlier.ToDictionary(q => q.Id, StringComparer.Ordinal);
        var left = later.ToDictionary(q => q.Id, StringComparer.Ordinal);
        void Pair(QuestionDraft one, QuestionDraft other, MatchedBy by, double likeness)
        {
            found[other.Id] = new QuestionMatch(one, other, by, likeness);
            before.Remove(one.Id);
            left.Remove(other.Id);
        }

        foreach (var question in later.Where(q => before.ContainsKey(q.Id)))
        {
            Pair(before[question.Id], question, MatchedBy.Id, QuestionLikeness.Of(before[question.Id].Text, question.Text));
        }

        foreach (var wording in (Func<string, string>[])[t => t, QuestionLikeness.Fold])
        {
            foreach (var (one, other) in SameWording([.. before.Values], [.. left.Values], wording))
            {
                Pair(one, other, MatchedBy.Wording, 1);
            }
        }

        foreach (var (one, other, likeness) in Alike([.. before.Values], [.. left.Values]))
        {
            if (before.ContainsKey(one.Id) && left.ContainsKey(other.Id))
            {
                Pair(one, other, MatchedBy.Likeness, likeness);
            }
        }

        return
        [
            .. later.Select(q => found.GetValueOrDefault(q.Id) ?? new QuestionMatch(null, q, MatchedBy.Nothing, 0)),
            .. earlier.Where(q => before.ContainsKey(q.Id)).Select(q => new QuestionMatch(q, null, MatchedBy.Nothing, 0)),
        ];
    }

    /// <summary>
    /// The ids that questions of the later wave take over from the earlier: those without an id of their own, that is,
    /// with their wording for one. No id is ever that of two questions.
    /// </summary>
    /// <returns>Id in the later wave → id to give it; only those that change.</returns>
    public static IReadOnlyDictionary<string, string> Ids(IReadOnlyList<QuestionMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var match in matches)
        {
            if (match is { Earlier: { } one, Later: { } other } && other.Id == other.Text && one.Id != other.Id)
            {
                given[other.Id] = one.Id;
            }
        }

        // A question that keeps its id may stand in the way of one, which then keeps its own and may stand in the way of another.
        var ids = matches.Where(m => m.Later is not null).Select(m => m.Later!.Id).ToList();
        while (ids.GroupBy(i => given.GetValueOrDefault(i, i), StringComparer.Ordinal).Where(g => g.Count() > 1).SelectMany(g => g).Where(given.ContainsKey).ToList() is { Count: > 0 } clashing)
        {
            clashing.ForEach(i => given.Remove(i));
        }

        return given;
    }

    /// <summary>Pairs with one wording. Where several questions of a wave share one, the order of their texts and ids pairs them, not that of the columns.</summary>
    private static IEnumerable<(QuestionDraft One, QuestionDraft Other)> SameWording(List<QuestionDraft> earlier, List<QuestionDraft> later, Func<string, string> wording)
    {
        ILookup<string, QuestionDraft> By(List<QuestionDraft> questions) =>
            questions.OrderBy(q => q.Text, StringComparer.Ordinal).ThenBy(q => q.Id, StringComparer.Ordinal).ToLookup(q => wording(q.Text), StringComparer.Ordinal);
        var others = By(later);
        return By(earlier).SelectMany(g => g.Zip(others[g.Key]));
    }

    /// <summary>Pairs that are alike enough, the likest first.</summary>
    private static List<(QuestionDraft One, QuestionDraft Other, double Likeness)> Alike(List<QuestionDraft> earlier, List<QuestionDraft> later) =>
    [
        .. earlier.SelectMany(one => later.Where(other => (one.Kind == QuestionKind.FreeText) == (other.Kind == QuestionKind.FreeText))
                .Select(other => (One: one, Other: other, Likeness: QuestionLikeness.Of(one.Text, other.Text))))
            .Where(p => p.Likeness >= QuestionLikeness.Alike)
            .OrderByDescending(p => p.Likeness)
            .ThenBy(p => p.One.Text, StringComparer.Ordinal).ThenBy(p => p.Other.Text, StringComparer.Ordinal)
            .ThenBy(p => p.One.Id, StringComparer.Ordinal).ThenBy(p => p.Other.Id, StringComparer.Ordinal),
    ];
}
