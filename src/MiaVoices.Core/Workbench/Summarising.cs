using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Themes;

namespace MiaVoices.Core.Workbench;

/// <summary>What a summary covers.</summary>
public sealed record SummaryScope
{
    /// <summary>The attribute that makes the groups unless another is named.</summary>
    public const string Group = "grupp";

    /// <summary>Only these codes (with their sub-codes counted in); null for all.</summary>
    public IReadOnlyList<Guid>? Codes { get; init; }

    /// <summary>Only cases with these attribute values; several values of one attribute are alternatives.</summary>
    public IReadOnlyList<(string Attribute, string Value)> Where { get; init; } = [];

    /// <summary>The attribute that makes the groups.</summary>
    public string GroupBy { get; init; } = Group;

    /// <summary>Numbers below it are suppressed; 0 shows all, null is the project's own threshold.</summary>
    public int? Threshold { get; init; }

    /// <summary>Further groupings of the persons that are printed beside, by the keys of all who count: suppressed as one with the figures.</summary>
    public Func<IReadOnlyList<CountedCase>, IReadOnlyList<IReadOnlyDictionary<long, string>>> Beside { get; init; } = _ => [];

    /// <summary>Quotes for each theme at most.</summary>
    public int Quotes { get; init; } = 4;

    /// <summary>Whether keywords are wanted, which cost more than the figures.</summary>
    public bool Words { get; init; } = true;

    /// <summary>Deviant quotes for each theme at most; above 0 a model is learnt, which costs more than all the rest.</summary>
    public int Deviant { get; init; }

    /// <summary>Whether contrasts between groups and proposals of sub-themes are wanted too, which cost most; only with <see cref="Words"/>.</summary>
    public bool Proposals { get; init; } = true;
}

/// <summary>Summaries and figures of a project or a part of it.</summary>
/// <param name="Tree">The codebook.</param>
/// <param name="Figures">Theme by group, with small numbers marked when the scope has a threshold.</param>
/// <param name="Themes">The themes in the order of the codebook.</param>
/// <param name="Persons">Who counts.</param>
/// <param name="Codings">The codings of the selection, in document order.</param>
public sealed record ProjectSummary(
    CodeTree Tree,
    ThemeFigures Figures,
    IReadOnlyList<ThemeSummary> Themes,
    IReadOnlyList<CountedCase> Persons,
    IReadOnlyList<PlacedCoding> Codings)
{
    /// <summary>The figures of the scope's further groupings, suppressed as one with <see cref="Figures"/>.</summary>
    public IReadOnlyList<ThemeFigures> Beside { get; init; } = [];

    /// <summary>The codings behind a proposed sub-theme, one a passage, in document order.</summary>
    public IEnumerable<PlacedCoding> Behind(Guid code, SubThemeProposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var (codes, keys) = (Tree.WithDescendants(code).Select(c => c.Id).ToHashSet(), proposal.Texts.ToHashSet());
        return Codings.Where(c => codes.Contains(c.Coding.Code) && Summarising.IsRespondents(c) && keys.Contains(Summarising.Key(c))).DistinctBy(Summarising.Key);
    }
}

/// <summary>Summarises per theme.</summary>
public static class Summarising
{
    /// <summary>
    /// Summarises the themes of a project. With a threshold, quotes, keywords and contrasts are left out where they would
    /// tell what the figures hide; numbers are marked, not removed.
    /// </summary>
    public static ProjectSummary Run(IProjectStore store, ITextAnalyser analyser, SummaryScope scope, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(scope);
        var threshold = scope.Threshold ?? store.Project.Threshold;
        scope = scope with { Threshold = threshold };
        var tree = new CodeTree(store.Codes());
        var persons = store.CountedCases().Where(c => Fits(c.Attributes, scope.Where)).ToList();
        var group = persons.ToDictionary(p => p.Name, p => p.Attributes.GetValueOrDefault(scope.GroupBy, ""), StringComparer.Ordinal);
        var coded = store.CodedCases().Select(c => (c.Code, c.Case)).ToList();
        var counted = new ThemeFigures(tree, [.. persons.Select(p => new Person(p.Key, group[p.Name]))], coded, store.Project.PercentFrom);
        var beside = scope.Beside(persons).Select(by => new ThemeFigures(tree, [.. persons.Select(p => new Person(p.Key, by[p.Key]))], coded, store.Project.PercentFrom));
        var tables = ThemeFigures.Suppressed([counted, .. beside], threshold);
        var figures = tables[0];
        var codings = store.Codings(CodingScope.All).Where(c => scope.Where.Count == 0 || (c.Respondent is { } r && group.ContainsKey(r))).ToList();
        var wanted = figures.Themes.Where(t => scope.Codes is null || scope.Codes.Contains(t.Code)).ToList();
        var summariser = new ThemeSummariser(tree, figures, codings, group, analyser, scope, cancellation);
        var themes = new List<ThemeSummary>();
        foreach (var count in wanted)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report((double)themes.Count / wanted.Count);
            themes.Add(summariser.Summarise(count));
        }

        var quoting = new ThemeQuoting(store, tree, figures, analyser, scope, group);
        var quoted = quoting.Choose(themes, codings);
        if (scope.Deviant > 0 && themes.Count > 0)
        {
            quoted = quoting.Deviant(quoted, codings, Likeness(store, analyser, codings, cancellation));
        }

        progress?.Report(1);
        return new ProjectSummary(tree, figures, quoted, persons, codings) { Beside = [.. tables.Skip(1)] };
    }

    /// <summary>How likely each code is for each coded segment, by models that had not read the respondent.</summary>
    private static Dictionary<(long Segment, Guid Code), double> Likeness(IProjectStore store, ITextAnalyser analyser, List<PlacedCoding> codings, CancellationToken cancellation)
    {
        var set = Suggesting.Learn(store);
        var coded = codings.Select(c => c.SegmentKey).ToHashSet();
        var query = new SuggestionQuery { Minimum = 0, IncludeAnswered = true, Explain = false, Segments = coded.Contains };
        return set.Codes.Count == 0
            ? []
            : new LinearCodeSuggester(analyser).Train(set, null, cancellation).Suggest(query, null, cancellation).ToDictionary(s => (s.Segment, s.Code), s => s.Confidence);
    }

    /// <summary>Whether a case has one of the wanted values of every named attribute.</summary>
    public static bool Fits(IReadOnlyDictionary<string, string> attributes, IReadOnlyList<(string Attribute, string Value)> where)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return where.GroupBy(w => w.Attribute, StringComparer.OrdinalIgnoreCase).All(w =>
            w.Any(v => attributes.Any(a => string.Equals(a.Key, v.Attribute, StringComparison.OrdinalIgnoreCase) && string.Equals(a.Value, v.Value, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>Whether a person who counts says or writes the beginning of the span; interviewers and notes are not persons.</summary>
    internal static bool IsRespondents(PlacedCoding c) =>
        c.Respondent is not null && (c.SegmentKind == SegmentKind.Answer || c.Role == SpeakerRole.Respondent);

    /// <summary>A key in document order that is the same for two codings with one beginning.</summary>
    internal static long Key(PlacedCoding c) => (c.SegmentKey << 24) + Math.Min(c.Coding.Start - c.SegmentStart, (1 << 24) - 1);

    internal static ThemeText Text(PlacedCoding c, IReadOnlyDictionary<string, string> group) => new(
        Key(c), c.Coding.Quote, c.Respondent ?? c.SourceLabel, c.Respondent is { } r ? group.GetValueOrDefault(r, "") : "");
}
