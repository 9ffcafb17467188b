using MiaVoices.Core;

namespace MiaVoices.App.Cli;

/// <summary>
/// Identities as people type them: the last eight characters are shown, and any beginning or end of at least four that
/// fits only one will do. (The beginning of a GUID of version 7 is the time and alike for many.)
/// </summary>
internal static class ShortIds
{
    /// <summary>Characters of an identity that are shown.</summary>
    public const int Shown = 8;

    private const int Least = 4;

    public static string Of(Guid id) => id.ToString("N")[^Shown..];

    public static IReadOnlyList<Guid> Find(IEnumerable<Guid> all, IEnumerable<string> texts, string unknown)
    {
        var known = all.Select(id => (Id: id, Text: id.ToString("N"))).ToList();
        return [.. texts.Select(text =>
        {
            var wanted = text.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
            var found = wanted.Length < Least ? [] : known.Where(k => k.Text.EndsWith(wanted, StringComparison.Ordinal) || k.Text.StartsWith(wanted, StringComparison.Ordinal)).ToList();
            return found.Count switch
            {
                1 => found[0].Id,
                0 => throw new RefusedException(Problem.Of(unknown, text)),
                _ => throw new UsageException(Problem.Of("id.ambiguous", text, found.Count)),
            };
        }).Distinct()];
    }
}
