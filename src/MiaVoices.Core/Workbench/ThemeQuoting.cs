using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Themes;

namespace MiaVoices.Core.Workbench;

/// <summary>
/// Chooses the quotes of the themes. The same words are not quoted twice unless a theme would have fewer than two quotes
/// otherwise; a theme with sub-themes quotes what stands on itself, since theirs are quoted under them.
/// </summary>
internal sealed class ThemeQuoting(
    IProjectStore store, CodeTree tree, ThemeFigures figures, ITextAnalyser analyser, SummaryScope scope, IReadOnlyDictionary<string, string> group)
{
    private const int Few = 2;

    private readonly QuoteLimits _limits = new(figures, tree);
    private readonly HashSet<long> _used = [];
    private readonly ThemeLexicon _lexicon = new(analyser);

    public IReadOnlyList<ThemeSummary> Choose(IReadOnlyList<ThemeSummary> themes, IReadOnlyList<PlacedCoding> codings)
    {
        var ofCode = codings.Where(c => Summarising.IsRespondents(c) && group.ContainsKey(c.Respondent!)).ToLookup(c => c.Coding.Code);
        var chosen = new Dictionary<Guid, IReadOnlyList<ChosenQuote>>();

        // The deepest first: what is left over there is for the theme above.
        foreach (var theme in themes.OrderByDescending(t => tree.Depth(t.Code)))
        {
            var own = ofCode[theme.Code].ToList();
            var all = tree.WithDescendants(theme.Code).SelectMany(c => ofCode[c.Id]).ToList();
            chosen[theme.Code] = Choose(theme.Code, own.Count > 0 ? own : all);
        }

        return [.. themes.Select(t => t with { Quotes = chosen[t.Code] })];
    }

    private List<ChosenQuote> Choose(Guid code, List<PlacedCoding> theme)
    {
        var from = theme.Where(c => !_used.Contains(Summarising.Key(c))).ToList();
        var quotes = Pick(from);
        if (quotes.Count < Few && from.Count < theme.Count)
        {
            from = theme;
            quotes = Pick(from);
        }

        var placed = from.GroupBy(Summarising.Key).ToDictionary(g => g.Key, g => g.First());
        var result = new List<ChosenQuote>();
        foreach (var quote in quotes)
        {
            var coding = placed[quote.Key];
            if (_limits.Allows(code, coding.Respondent!, group.GetValueOrDefault(coding.Respondent!, "")))
            {
                _used.Add(quote.Key);
                result.Add(Quote(coding, quote.Adds));
            }
        }

        return result;
    }

    private IReadOnlyList<ThemeQuote> Pick(List<PlacedCoding> from) => ThemeQuotes.Choose(
        from.OrderBy(Summarising.Key).Select(c => Summarising.Text(c, group)).DistinctBy(t => t.Key), _lexicon, scope.Quotes);

    private ChosenQuote Quote(PlacedCoding c, IReadOnlyList<string> adds) => new(
        c.Coding.Id, Words(c), c.SourceName, c.SourceLabel, c.Ordinal, c.Timecode, c.Row, c.Respondent, group.GetValueOrDefault(c.Respondent!, ""), adds);

    /// <summary>A coding over several turns holds what others said in between; their words are not the respondent's.</summary>
    private string Words(PlacedCoding c)
    {
        if (!c.Coding.Quote.Contains('\n', StringComparison.Ordinal))
        {
            return c.Coding.Quote;
        }

        var parts = new List<string>();
        foreach (var segment in store.Segments(new SegmentScope { Source = c.Coding.Source, Span = (c.Coding.Start, c.Coding.End) }))
        {
            var start = Math.Max(segment.Start, c.Coding.Start);
            var end = Math.Min(segment.End, c.Coding.End);
            if (segment.Respondent == c.Respondent && segment.Role == SpeakerRole.Respondent && start < end)
            {
                parts.Add(segment.Text[(start - segment.Start)..(end - segment.Start)]);
            }
            else if (parts.Count > 0 && parts[^1] != Left)
            {
                parts.Add(Left);
            }
        }

        while (parts.Count > 0 && parts[^1] == Left)
        {
            parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('\n', parts);
    }

    private const string Left = "[…]";
}
