using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Language;
using MiaVoices.Core.Themes;

namespace MiaVoices.Core.Workbench;

/// <summary>The numbers and words of one theme after another, without quotes.</summary>
internal sealed class ThemeSummariser
{
    private readonly CodeTree _tree;
    private readonly ThemeFigures _figures;
    private readonly ITextAnalyser _analyser;
    private readonly SummaryScope _scope;
    private readonly CancellationToken _cancellation;
    private readonly ILookup<Guid, PlacedCoding> _ofCode;
    private readonly IReadOnlyDictionary<string, string> _group;
    private readonly ThemeMaterial _material;
    private readonly Dictionary<Guid, int> _places;

    public ThemeSummariser(
        CodeTree tree,
        ThemeFigures figures,
        IReadOnlyList<PlacedCoding> codings,
        IReadOnlyDictionary<string, string> group,
        ITextAnalyser analyser,
        SummaryScope scope,
        CancellationToken cancellation)
    {
        (_tree, _figures, _analyser, _scope, _cancellation, _group) = (tree, figures, analyser, scope, cancellation, group);
        _places = figures.Themes.Index().ToDictionary(t => t.Item.Code, t => t.Index);
        _ofCode = codings.ToLookup(c => c.Coding.Code);
        _material = new ThemeMaterial(scope.Words ? Texts(codings) : [], analyser);
    }

    public ThemeSummary Summarise(ThemeCount count)
    {
        var theme = Codings(count.Code);
        var words = _scope.Words && !count.All.Suppressed ? Texts(theme).ToList() : [];
        return new ThemeSummary(
            count.Code,
            count,
            theme.Count,
            Passages(theme).Count,
            HidesPassages(count.Code),
            _ofCode[count.Code].Count(),
            theme.Select(c => c.Coding.Source).Distinct().Count(),
            words.Count == 0 ? [] : [.. ThemeKeywords.Of(words, _material).Where(k => _scope.Threshold == 0 || k.Respondents >= GroupContrast.LeastRespondents)],
            [],
            _scope.Proposals ? [.. GroupContrast.Of(words, _analyser).Select(g => Hides(count, g.Group) ? g with { Words = [] } : g)] : [],
            _scope.Proposals ? SubThemes.Propose(words, _analyser, _cancellation) : [],
            new PolarityCount(
                theme.Count(c => c.Coding.Polarity == Polarity.WorksWell),
                theme.Count(c => c.Coding.Polarity == Polarity.WorksLessWell),
                theme.Count(c => c.Coding.Polarity == Polarity.Proposal),
                theme.Count(c => c.Coding.Polarity is null)));
    }

    private List<PlacedCoding> Codings(Guid code) =>
        [.. _tree.WithDescendants(code).SelectMany(c => _ofCode[c.Id]).OrderBy(c => c.SegmentKey).ThenBy(c => c.Coding.Start).ThenBy(c => c.Coding.End)];

    /// <summary>Only what respondents said themselves is compared; two codings of one span are one text.</summary>
    private IEnumerable<ThemeText> Texts(IEnumerable<PlacedCoding> codings) =>
        codings.Where(c => Summarising.IsRespondents(c) && _group.ContainsKey(c.Respondent!)).Select(c => Summarising.Text(c, _group)).DistinctBy(t => t.Key);

    private static HashSet<(Guid Source, int Start, int End)> Passages(IEnumerable<PlacedCoding> codings) =>
        [.. codings.Select(c => (c.Coding.Source, c.Coding.Start, c.Coding.End))];

    /// <summary>
    /// Few passages come from few persons. The number is hidden with that of the persons, and where all but a few of the
    /// passages stand in sub-themes that show theirs while another hides its.
    /// </summary>
    private bool HidesPassages(Guid code)
    {
        if (_scope.Threshold == 0)
        {
            return false;
        }

        if (_figures.Themes[_places[code]].All.Suppressed)
        {
            return true;
        }

        var shown = _tree.Children(code).ToLookup(c => !HidesPassages(c.Id));
        var rest = Passages(Codings(code));
        rest.ExceptWith(shown[true].SelectMany(c => Passages(Codings(c.Id))));
        return shown[false].Any() && rest.Count < _scope.Threshold;
    }

    private bool Hides(ThemeCount count, string group) =>
        _figures.Groups.Index().Any(g => g.Item == group && count.ByGroup[g.Index].Suppressed);
}
