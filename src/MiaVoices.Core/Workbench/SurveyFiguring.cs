using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Which figures of which survey are wanted; nulls mean all, or the usual.</summary>
public sealed record SurveyScope
{
    /// <summary>The survey's name; null where the project has one only.</summary>
    public string? Survey { get; init; }

    /// <summary>Only this question, by its id or wording.</summary>
    public string? Question { get; init; }

    /// <summary>The attribute that makes the groups; null for none.</summary>
    public string? By { get; init; }

    /// <summary>Only this wave, compared with the one before it.</summary>
    public string? Wave { get; init; }

    /// <summary>These two waves only, the second compared with the first.</summary>
    public (string From, string To)? Compare { get; init; }

    /// <summary>A theme to set beside the questions.</summary>
    public Guid? Theme { get; init; }

    /// <summary>Only persons with these attribute values; several values of one attribute are alternatives.</summary>
    public IReadOnlyList<(string Attribute, string Value)> Where { get; init; } = [];

    /// <summary>Numbers of persons below it are suppressed; 0 shows all, null is the project's own threshold.</summary>
    public int? Threshold { get; init; }

    /// <summary>The least base that percentages are shown of; null is the project's own.</summary>
    public int? LeastBase { get; init; }
}

/// <summary>The figures of a survey, of the waves and the question asked for.</summary>
/// <param name="Survey">The figures; questions, texts and goals only as asked for, the response of all waves.</param>
/// <param name="Response">The response to the chosen wave, or the latest.</param>
/// <param name="Joint">The theme beside each closed question shown, if a theme was asked for.</param>
/// <param name="Attributes">What groups can be made by.</param>
public sealed record SurveyView(SurveyResult Survey, WaveResponse Response, IReadOnlyList<JointDisplay> Joint, IReadOnlyList<string> Attributes);

/// <summary>Survey figures of a project: what the command, the report and the screen show.</summary>
public static class SurveyFiguring
{
    /// <summary>Counts.</summary>
    /// <exception cref="UsageException">A survey, wave, question or attribute is not there, or several surveys and none named.</exception>
    /// <exception cref="RefusedException">The project has no survey.</exception>
    public static SurveyView Run(IProjectStore store, SurveyScope scope)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(scope);
        var material = SurveyReading.Read(store, scope.Survey, scope.Where, scope.Compare is var (from, to) ? [from, to] : null);
        var chosen = scope.Wave is { } wave ? SurveyReading.Wave(material, wave) : material.Waves[^1];
        var by = scope.By is { Length: > 0 } wanted ? SurveyReading.Attribute(material, wanted) : null;
        var question = scope.Question is { } named ? SurveyReading.Question(material, named) : null;
        var wish = new SurveyWish { By = by, Threshold = scope.Threshold ?? store.Project.Threshold, LeastBase = scope.LeastBase ?? store.Project.PercentFrom };
        var counted = SurveyFigures.Of(material, wish);
        bool InWave(string? w) => scope.Wave is null || w == chosen.Wave;
        bool IsAsked(QuestionDraft q) => question is null || q.Id == question.Id;
        var shown = counted with
        {
            Questions = [.. counted.Questions.Where(q => InWave(q.Wave) && IsAsked(q.Question))],
            Texts = [.. counted.Texts.Where(q => InWave(q.Wave) && IsAsked(q.Question))],
            Goals = [.. counted.Goals.Where(g => InWave(g.Wave) && (question is null || g.Goal.Question == question.Id))],
            Gone = question is null ? counted.Gone : [],
        };
        return new SurveyView(
            shown,
            counted.Waves.First(w => w.Wave == chosen.Wave),
            scope.Theme is { } theme ? [.. Joint(store, material, counted, [theme]).Where(j => InWave(j.Wave) && IsAsked(j.Question))] : [],
            SurveyReading.Attributes(material));
    }

    /// <summary>Themes, with their sub-themes, beside the closed questions of figures that are counted already.</summary>
    internal static IReadOnlyList<JointDisplay> Joint(IProjectStore store, SurveyMaterial material, SurveyResult figures, IReadOnlyList<Guid> themes, string? text = null)
    {
        var tree = new CodeTree(store.Codes());
        var surveys = store.Sources().Where(s => s.Kind == SourceKind.Survey && SurveyReading.NameOf(s) == material.Name).Select(s => s.Id).ToHashSet();
        var ids = store.Questions().Where(q => surveys.Contains(q.Source)).ToLookup(q => (q.Source, q.Question.Text), q => q.Question.Id);
        var coded = themes.Select(theme => store.Codings(new CodingScope { Codes = [.. tree.WithDescendants(theme).Select(c => c.Id)] })
            .Where(c => surveys.Contains(c.Coding.Source) && c.Respondent is not null)
            .Where(c => text is null || (c.Question is { } header && ids[(c.Coding.Source, header)].Contains(text)))
            .ToLookup(c => c.Wave ?? "", c => c.Respondent!, StringComparer.Ordinal)).ToList();
        return
        [
            .. figures.Questions.GroupBy(q => q.Wave ?? "", StringComparer.Ordinal).SelectMany(questions =>
            {
                var wave = material.Waves.First(w => (w.Wave ?? "") == questions.Key);
                var wrote = wave.Persons.Where(p => text is null ? p.Written.Count > 0 : p.Written.Contains(text)).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
                return JointDisplays.Of(
                    wave,
                    [.. questions],
                    wrote,
                    [.. themes.Select((t, i) => (tree[t].Name, (IReadOnlySet<string>)coded[i][questions.Key].ToHashSet(StringComparer.Ordinal)))],
                    figures.Wish.Threshold);
            }),
        ];
    }
}
