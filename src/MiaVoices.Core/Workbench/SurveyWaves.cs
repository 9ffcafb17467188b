using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>
/// The waves of the surveys in a project and in what is being read: compares a new wave with the latest earlier one. One
/// thread at a time.
/// </summary>
public sealed class SurveyWaves(IProjectStore store)
{
    /// <summary>A survey without a name of its own may be one of the project's when more than this share of all questions is in both.</summary>
    private const double Largely = 0.5;

    private readonly List<SourceDraft> _read = [];

    /// <summary>
    /// The draft with the ids that its questions take over from the latest earlier wave of the same survey, and with
    /// notices of what a person should look at. Where no name was given and a survey of the project asks largely the same,
    /// that is only told. What is compared is remembered, for further sheets and files.
    /// </summary>
    public (SourceDraft Draft, WaveComparison? Comparison) Compare(SourceDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft is not { Kind: SourceKind.Survey, Survey: { Questions.Count: > 0 } survey })
        {
            return (draft, null);
        }

        var known = Known();
        var compared = Joined(survey, known) ?? (survey.Named ? null : Alike(survey, known));
        if (compared is { Joined: true })
        {
            var ids = QuestionMatching.Ids(compared.Questions);
            draft = QuestionIds.Give(draft, ids);
            compared = compared with { Questions = [.. compared.Questions.Select(m => m.Later is { } q ? m with { Later = QuestionIds.Give(q, ids) } : m)] };
        }

        _read.Add(draft);
        return (compared is null ? draft : draft with { Notices = [.. draft.Notices, .. WaveNotices.Of(draft, compared)] }, compared);
    }

    /// <summary>Forgets what was read of a file that did not come in.</summary>
    public void Forget(string name) => _read.RemoveAll(d => d.Name == name);

    private List<KnownWave> Known()
    {
        var questions = store.Questions().ToLookup(q => q.Source);
        var sources = store.Sources().Where(s => s.Kind == SourceKind.Survey && s.Survey is not null).ToList();
        return
        [
            .. sources.Select(s => new KnownWave(s.Survey!, s.Wave, [.. questions[s.Id].Select(q => q.Question)])),
            .. _read.Where(d => !sources.Any(s => s.Name == d.Name && s.Sheet == d.Sheet)).Select(d => new KnownWave(d.Survey!.Name, WaveOf(d.Survey), d.Survey.Questions)),
        ];
    }

    private static WaveComparison? Joined(SurveyDraft survey, List<KnownWave> known) =>
        Latest([.. known.Where(k => k.Survey == survey.Name)], WaveOf(survey)) is { } earlier
            ? new WaveComparison(earlier.Survey, earlier.Wave, true, QuestionMatching.Match(earlier.Questions, Once(survey.Questions)))
            : null;

    private static WaveComparison? Alike(SurveyDraft survey, List<KnownWave> known)
    {
        var best = known.GroupBy(k => k.Survey, StringComparer.Ordinal)
            .Select(g => Latest([.. g], WaveOf(survey))!)
            .Select(k => new WaveComparison(k.Survey, k.Wave, false, QuestionMatching.Match(k.Questions, Once(survey.Questions))))
            .MaxBy(Share);
        return best is not null && Share(best) > Largely && best.Questions.Count(Both) > 1 ? best : null;
    }

    private static double Share(WaveComparison compared) => compared.Questions.Count(Both) / (double)Math.Max(1, compared.Questions.Count);

    private static bool Both(QuestionMatch match) => match is { Earlier: not null, Later: not null };

    /// <summary>The latest wave before one, else the same wave (another group's file), else the first after; the questions of all its files.</summary>
    private static KnownWave? Latest(List<KnownWave> waves, string? wave)
    {
        int Order(KnownWave known) => known.Wave is null || wave is null ? -1 : SwedishOrder.Instance.Compare(known.Wave, wave);
        var chosen = waves.LastOrDefault() is null ? null
            : waves.Where(k => Order(k) < 0).OrderBy(k => k.Wave is null ? 0 : 1).ThenBy(k => k.Wave, SwedishOrder.Instance).LastOrDefault()
                ?? waves.LastOrDefault(k => Order(k) == 0)
                ?? waves.OrderBy(k => k.Wave, SwedishOrder.Instance).First();
        return chosen is null ? null : chosen with { Questions = Once(waves.AsEnumerable().Reverse().Where(k => k.Wave == chosen.Wave).SelectMany(k => k.Questions)) };
    }

    private static string? WaveOf(SurveyDraft survey) =>
        survey.Wave ?? survey.Respondents.Select(r => r.Wave).OfType<string>().Order(SwedishOrder.Instance).LastOrDefault();

    private static IReadOnlyList<QuestionDraft> Once(IEnumerable<QuestionDraft> questions) => [.. questions.DistinctBy(q => q.Id, StringComparer.Ordinal)];
}

/// <summary>The questions of a source that stands, or of a draft.</summary>
internal sealed record KnownWave(string Survey, string? Wave, IReadOnlyList<QuestionDraft> Questions);
