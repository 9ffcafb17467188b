namespace MiaVoices.Core.Workbench;

/// <summary>Which question of a new version of a survey sheet is which of the one before.</summary>
internal static class QuestionTwins
{
    /// <summary>
    /// New id → old id: by the same wording first, since ids that were proposed follow the columns' order, then by the same
    /// id. No old question is given twice.
    /// </summary>
    public static Dictionary<string, string> Of(IEnumerable<(string Id, string Text)> old, IEnumerable<(string Id, string Text)> @new)
    {
        var before = old.Distinct().ToList();
        var now = @new.Distinct().ToList();
        var twins = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, text) in now)
        {
            var same = before.Where(b => Folded(b.Text) == Folded(text)).ToList();
            var twin = same.Find(b => b.Id == id) is { Id: not null } exact ? exact.Id : same.Count == 1 ? same[0].Id : null;
            if (twin is not null && !twins.ContainsValue(twin))
            {
                twins[id] = twin;
            }
        }

        foreach (var (id, _) in now.Where(n => !twins.ContainsKey(n.Id)))
        {
            if (before.Exists(b => b.Id == id) && !twins.ContainsValue(id))
            {
                twins[id] = id;
            }
        }

        return twins;
    }

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
