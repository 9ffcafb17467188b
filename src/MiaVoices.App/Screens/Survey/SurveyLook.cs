using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Survey;

/// <summary>A survey as counted in the background, with what else could be chosen. Immutable.</summary>
/// <param name="Scope">What was counted.</param>
/// <param name="Names">The surveys of the project.</param>
/// <param name="Waves">The waves of the survey.</param>
/// <param name="View">The figures; null where the project has no survey.</param>
/// <param name="Codes">The codebook.</param>
/// <param name="Threshold">The project's threshold.</param>
internal sealed record SurveyLook(SurveyScope Scope, IReadOnlyList<string> Names, IReadOnlyList<string> Waves, SurveyView? View, CodeTree Codes, int Threshold)
{
    /// <summary>Counts. What was chosen and is not there any more is let go.</summary>
    public static SurveyLook Read(IProjectStore store, SurveyScope wanted)
    {
        using var moment = store.Snapshot();
        var names = SurveyReading.Names(store);
        var codes = new CodeTree(store.Codes());
        if (names.Count == 0)
        {
            return new SurveyLook(wanted, names, [], null, codes, store.Project.Threshold);
        }

        var scope = wanted with
        {
            Survey = wanted.Survey is { } name && names.Contains(name) ? name : names[0],
            Theme = wanted.Theme is { } theme && codes.Contains(theme) ? theme : null,
        };
        var all = SurveyReading.Read(store, scope.Survey, []);
        List<string> waves = [.. all.Waves.Select(w => w.Wave).OfType<string>()];
        scope = scope with
        {
            By = scope.By is { } by && SurveyReading.Attributes(all).Contains(by) ? by : null,
            Wave = scope.Wave is { } wave && waves.Contains(wave) ? wave : null,
            Compare = scope.Compare is var (from, to) && waves.Contains(from) && waves.Contains(to) ? scope.Compare : null,
        };
        return new SurveyLook(scope, names, waves, SurveyFiguring.Run(store, scope), codes, store.Project.Threshold);
    }
}
