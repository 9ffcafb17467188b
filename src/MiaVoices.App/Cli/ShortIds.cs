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

    /// <summary>Whether a typed identity is long enough to mean one of very many, most of which were never shown.</summary>
    public static bool IsWhole(string text) => Folded(text).Length >= Shown;

    /// <summary>Whether a typed identity fits an identity.</summary>
    public static bool Fits(Guid id, string text) => Folded(text) is { Length: >= Least } wanted && Fits(id.ToString("N"), wanted);

    /// <summary>The identities that were typed, each once.</summary>
    public static IReadOnlyList<Guid> Find(IEnumerable<Guid> all, IEnumerable<string> texts, string unknown)
    {
        var known = all.Select(id => (Id: id, Text: id.ToString("N"))).ToList();
        return [.. texts.Select(text =>
        {
            var wanted = Folded(text);
            var found = wanted.Length < Least ? [] : known.Where(k => Fits(k.Text, wanted)).ToList();
            return found.Count switch
            {
                1 => found[0].Id,
                0 => throw new RefusedException(Problem.Of(unknown, text)),
                _ => throw new UsageException(Problem.Of("id.ambiguous", text, found.Count)),
            };
        }).Distinct()];
    }

    private static string Folded(string text) => text.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static bool Fits(string id, string wanted) => id.EndsWith(wanted, StringComparison.Ordinal) || id.StartsWith(wanted, StringComparison.Ordinal);
}
