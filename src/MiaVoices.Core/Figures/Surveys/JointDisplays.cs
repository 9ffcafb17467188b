namespace MiaVoices.Core.Figures.Surveys;

/// <summary>Sets themes beside closed questions. Pure; thread-safe.</summary>
public static class JointDisplays
{
    /// <summary>
    /// The themes beside each closed question, with what may not be told marked: all of them are looked at as one, beside
    /// what the questions' own tables show.
    /// </summary>
    /// <param name="wave">The wave.</param>
    /// <param name="figures">Questions of the wave, as shown.</param>
    /// <param name="wrote">Names of those who wrote something.</param>
    /// <param name="themes">Each theme by name, with the names of those whose own words hold it.</param>
    /// <param name="threshold">Numbers of persons below it are suppressed; 0 shows all, and then each point too.</param>
    public static IReadOnlyList<JointDisplay> Of(
        WaveMaterial wave, IReadOnlyList<QuestionFigures> figures, IReadOnlySet<string> wrote, IReadOnlyList<(string Theme, IReadOnlySet<string> With)> themes, int threshold)
    {
        ArgumentNullException.ThrowIfNull(wave);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(wrote);
        ArgumentNullException.ThrowIfNull(themes);
        return JointDisclosure.Of(
            [.. figures.Where(q => q.Question.Kind == Sources.QuestionKind.Closed).SelectMany(q => themes.Select(t => JointDisplay.Of(wave, q, t.Theme, wrote, t.With, threshold)))],
            threshold);
    }
}
