using MiaVoices.Core.Language;

namespace MiaVoices.Core.Themes;

/// <summary>
/// The texts of a project that its themes are compared with, read once: comparing a theme with the rest then costs as much as
/// the theme, not as much as the project. Not thread-safe.
/// </summary>
public sealed class ThemeMaterial
{
    private readonly Dictionary<long, int[]> _stems = [];
    private readonly StemTotals _all;

    /// <summary>Reads texts; of those with one key the first counts.</summary>
    public ThemeMaterial(IEnumerable<ThemeText> texts, ITextAnalyser analyser)
    {
        ArgumentNullException.ThrowIfNull(texts);
        Lexicon = new ThemeLexicon(analyser);
        foreach (var text in texts)
        {
            if (!_stems.ContainsKey(text.Key))
            {
                _stems.Add(text.Key, Lexicon.Stems(text.Text));
            }
        }

        _all = StemTotals.Of(_stems.Values);
    }

    internal ThemeLexicon Lexicon { get; }

    /// <summary>The words of all texts but those with the keys of the given ones.</summary>
    internal StemTotals Without(IEnumerable<ThemeText> theme) =>
        _all.Less(theme.Select(text => text.Key).Distinct().Where(_stems.ContainsKey).Select(key => _stems[key]));
}
