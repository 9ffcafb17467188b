using System.Text.RegularExpressions;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Settles proposed profiles by what the project knows of the survey from earlier waves.</summary>
public static partial class ProfileSettling
{
    /// <summary>
    /// Profiles with the name of the survey that the project holds, the ids of its questions, and the scales that the
    /// answers of this file fit in. What a person gave stays. A year in the file's name becomes the wave where none is told.
    /// </summary>
    /// <param name="profiles">One a sheet, as proposed.</param>
    /// <param name="drafts">What was read with them, in the same order.</param>
    /// <param name="waves">The waves of the project.</param>
    public static IReadOnlyList<SurveyProfile> WithEarlierWaves(IReadOnlyList<SurveyProfile> profiles, IReadOnlyList<SourceDraft> drafts, SurveyWaves waves)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentNullException.ThrowIfNull(waves);
        return profiles.Count != drafts.Count ? profiles : [.. profiles.Zip(drafts, (p, d) => Settle(p, d, waves.Compare(d).Comparison))];
    }

    private static SurveyProfile Settle(SurveyProfile profile, SourceDraft draft, WaveComparison? compared)
    {
        if (compared is null)
        {
            return profile;
        }

        // A survey that only looks like one has kept its own ids; here they are proposed to a person, who may change them.
        var ids = QuestionMatching.Ids(compared.Questions);
        var by = compared.Questions.Where(m => m is { Earlier: not null, Later: not null }).ToDictionary(m => m.Later!.Text, StringComparer.Ordinal);
        return profile with
        {
            Name = compared.Survey,
            Wave = profile.Wave ?? (YearOf(draft.Name) is { } year ? new WaveProfile { Value = year } : null),
            Columns = [.. profile.Columns.Select(c => by.TryGetValue(c.Header, out var match) ? Column(c, match, ids, draft) : c)],
        };
    }

    private static ColumnProfile Column(ColumnProfile column, QuestionMatch match, IReadOnlyDictionary<string, string> ids, SourceDraft draft)
    {
        var (before, now) = (match.Earlier!, match.Later!);
        var id = ids.GetValueOrDefault(now.Id, now.Id);
        var known = before.Scale.Concat(before.Missing).Select(QuestionLikeness.Fold).ToHashSet(StringComparer.Ordinal);
        bool Fits() => draft.Survey!.Respondents.SelectMany(r => r.Answers).Where(a => a.Question == now.Id).SelectMany(a => a.Points).All(p => known.Contains(QuestionLikeness.Fold(p)));
        return before.Kind == QuestionKind.Closed && now.Kind == QuestionKind.Closed && before.Scale.Count > 0 && Fits()
            ? column with { Id = id, Scale = before.Scale, Positive = before.Positive, Missing = before.Missing }
            : column with { Id = id };
    }

    private static string? YearOf(string name) => Year().Matches(name[(name.LastIndexOf('/') + 1)..]) is [var only] ? only.Value : null;

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
