using MiaVoices.Core.Language;

namespace MiaVoices.Core.Themes;

/// <summary>Words that one group uses of a theme more than the other groups do.</summary>
/// <param name="Group">The group.</param>
/// <param name="Words">The words, the strongest first; empty where too few people speak to say anything.</param>
public sealed record GroupWords(string Group, IReadOnlyList<ThemeKeyword> Words);

/// <summary>
/// Differences in wording between groups within a theme. Leads only: drawn twice from the same people, such lists agree
/// little, so they are shown with counts and quotes or not at all. Pure; thread-safe.
/// </summary>
public static class GroupContrast
{
    /// <summary>A word must be used by this many people of the group: fewer could be recognised, and mean nothing.</summary>
    public const int LeastRespondents = 3;

    private const double LeastStrength = 1;

    /// <summary>Each group against all the others, groups in ordinal order; texts without a group are left out.</summary>
    public static IReadOnlyList<GroupWords> Of(IEnumerable<ThemeText> theme, ITextAnalyser analyser, int most = 8)
    {
        var texts = theme.Where(text => text.Group.Length > 0).ToArray();
        var groups = texts.Select(text => text.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var lexicon = new ThemeLexicon(analyser);
        return groups.Length < 2
            ? []
            : [.. groups.Select(group => new GroupWords(group, Words(texts, group, lexicon, most)))];
    }

    private static IReadOnlyList<ThemeKeyword> Words(ThemeText[] texts, string group, ThemeLexicon lexicon, int most) => ThemeKeywords.Between(
        new StemCounts(texts.Where(text => text.Group == group), lexicon),
        StemTotals.Of(texts.Where(text => text.Group != group), lexicon),
        most,
        LeastRespondents,
        LeastStrength);
}
