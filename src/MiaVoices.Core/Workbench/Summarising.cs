using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Themes;

namespace MiaVoices.Core.Workbench;

/// <summary>What a summary covers.</summary>
public sealed record SummaryScope
{
    /// <summary>Only these codes (with their sub-codes counted in); null for all.</summary>
    public IReadOnlyList<Guid>? Codes { get; init; }

    /// <summary>Only cases with these attribute values; several values of one attribute are alternatives.</summary>
    public IReadOnlyList<(string Attribute, string Value)> Where { get; init; } = [];

    /// <summary>The attribute that makes the groups.</summary>
    public string GroupBy { get; init; } = "grupp";

    /// <summary>Numbers below it are suppressed; 0 shows all.</summary>
    public int Threshold { get; init; } = Suppression.Default;

    /// <summary>Quotes for each theme at most.</summary>
    public int Quotes { get; init; } = 4;

    /// <summary>Whether keywords, contrasts and proposals are wanted, which cost more than the figures.</summary>
    public bool Words { get; init; } = true;
}

/// <summary>Summaries and figures of a project or a part of it.</summary>
public sealed record ProjectSummary(
    CodeTree Tree,
    ThemeFigures Figures,
    IReadOnlyList<ThemeSummary> Themes,
    IReadOnlyList<CountedCase> Persons,
    IReadOnlyList<PlacedCoding> Codings);

/// <summary>Summarises per theme.</summary>
public static class Summarising
{
    /// <summary>The groups of the field in the order that reports have them; others follow.</summary>
    public static readonly IReadOnlyList<string> GroupOrder = ["deltagare", "medarbetare", "remittent", "styrgrupp"];

    /// <summary>Summarises the themes of a project.</summary>
    public static ProjectSummary Run(IProjectStore store, ITextAnalyser analyser, SummaryScope scope, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(scope);
        var tree = new CodeTree(store.Codes());
        var persons = store.CountedCases().Where(c => Fits(c.Attributes, scope.Where)).ToList();
        var sources = scope.Where.Count == 0 ? null : persons.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var group = persons.ToDictionary(p => p.Name, p => p.Attributes.GetValueOrDefault(scope.GroupBy, ""), StringComparer.Ordinal);
        var figures = new ThemeFigures(
            tree,
            [.. persons.Select(p => new Person(p.Key, p.Attributes.GetValueOrDefault(scope.GroupBy, "")))],
            store.CodedCases().Select(c => (c.Code, c.Case)),
            GroupOrder);
        var shown = scope.Threshold > 0 ? figures.Suppressed(scope.Threshold) : figures;
        var codings = store.Codings(CodingScope.All).Where(c => sources is null || (c.Respondent is { } r && sources.Contains(r))).ToList();
        var ofCode = codings.ToLookup(c => c.Coding.Code);
        var texts = codings.ToDictionary(c => c.Coding.Id, (c) => Text(c, group));
        var themes = new List<ThemeSummary>();
        var done = 0;
        foreach (var count in shown.Themes)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report((double)done++ / shown.Themes.Count);
            if (scope.Codes is { } wanted && !wanted.Contains(count.Code))
            {
                continue;
            }

            var with = tree.WithDescendants(count.Code).Select(c => c.Id).ToHashSet();
            var theme = codings.Where(c => with.Contains(c.Coding.Code)).ToList();
            themes.Add(Theme(count, theme, ofCode[count.Code].Count(), codings, texts, group, analyser, scope, cancellation));
        }

        progress?.Report(1);
        return new ProjectSummary(tree, shown, themes, persons, codings);
    }

    private static ThemeSummary Theme(
        ThemeCount count,
        List<PlacedCoding> theme,
        int own,
        List<PlacedCoding> all,
        Dictionary<Guid, ThemeText> texts,
        Dictionary<string, string> group,
        ITextAnalyser analyser,
        SummaryScope scope,
        CancellationToken cancellation)
    {
        // Only what respondents said themselves is quoted and compared; interviewers and notes are not persons.
        var spoken = theme.Where(IsRespondents).Select(c => texts[c.Coding.Id]).DistinctBy(t => t.Key).ToList();
        var keys = spoken.Select(t => t.Key).ToHashSet();
        var quotes = ThemeQuotes.Choose(spoken, analyser, scope.Quotes);
        var byKey = theme.Where(IsRespondents).GroupBy(c => Key(c)).ToDictionary(g => g.Key, g => g.First());
        var rest = scope.Words ? all.Where(IsRespondents).Select(c => texts[c.Coding.Id]).DistinctBy(t => t.Key).Where(t => !keys.Contains(t.Key)).ToList() : [];
        return new ThemeSummary(
            count.Code,
            count,
            theme.Count,
            own,
            theme.Select(c => c.Coding.Source).Distinct().Count(),
            scope.Words ? ThemeKeywords.Of(spoken, rest, analyser) : [],
            [.. quotes.Select(q => Quote(byKey[q.Key], q.Adds, group))],
            scope.Words ? GroupContrast.Of(spoken, analyser) : [],
            scope.Words ? SubThemes.Propose(spoken, analyser, cancellation) : [],
            new PolarityCount(
                theme.Count(c => c.Coding.Polarity == Polarity.WorksWell),
                theme.Count(c => c.Coding.Polarity == Polarity.WorksLessWell),
                theme.Count(c => c.Coding.Polarity == Polarity.Proposal),
                theme.Count(c => c.Coding.Polarity is null)));
    }

    /// <summary>Whether a case has one of the wanted values of every named attribute.</summary>
    public static bool Fits(IReadOnlyDictionary<string, string> attributes, IReadOnlyList<(string Attribute, string Value)> where)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return where.GroupBy(w => w.Attribute, StringComparer.OrdinalIgnoreCase).All(w =>
            w.Any(v => attributes.Any(a => string.Equals(a.Key, v.Attribute, StringComparison.OrdinalIgnoreCase) && string.Equals(a.Value, v.Value, StringComparison.OrdinalIgnoreCase))));
    }

    private static bool IsRespondents(PlacedCoding c) =>
        c.Respondent is not null && (c.SegmentKind == SegmentKind.Answer || c.Role == SpeakerRole.Respondent);

    /// <summary>A key in document order that is the same for two codings of one span.</summary>
    private static long Key(PlacedCoding c) => (c.SegmentKey << 24) + Math.Min(c.Coding.Start - c.SegmentStart, (1 << 24) - 1);

    private static ThemeText Text(PlacedCoding c, Dictionary<string, string> group) => new(
        Key(c), c.Coding.Quote, c.Respondent ?? c.SourceLabel, c.Respondent is { } r ? group.GetValueOrDefault(r, "") : "");

    private static ChosenQuote Quote(PlacedCoding c, IReadOnlyList<string> adds, Dictionary<string, string> group) => new(
        c.Coding.Id, c.Coding.Quote, c.SourceName, c.SourceLabel, c.Ordinal, c.Timecode, c.Row, c.Respondent,
        c.Respondent is { } r ? group.GetValueOrDefault(r, "") : "", adds);
}
