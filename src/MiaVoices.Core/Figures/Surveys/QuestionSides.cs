namespace MiaVoices.Core.Figures.Surveys;

/// <summary>
/// Who answered a closed question positively and who answered otherwise, of those who count as persons in a report. How many both are is
/// printed as bases, beside the persons of all who answered so; so there are sides only where all of these numbers may be told.
/// Immutable.
/// </summary>
/// <param name="Figures">The question.</param>
/// <param name="High">Names of those who answered positively.</param>
/// <param name="Low">Names of those who answered otherwise.</param>
public sealed record QuestionSides(QuestionFigures Figures, IReadOnlySet<string> High, IReadOnlySet<string> Low)
{
    /// <summary>The sides of a question.</summary>
    /// <param name="wave">The wave.</param>
    /// <param name="figures">A closed question of the wave, as shown.</param>
    /// <param name="persons">Names of those who count as persons.</param>
    /// <param name="threshold">The least number shown; 0 shows all.</param>
    /// <returns>
    /// Null where nobody is on one of the sides, where the question's own table hides how many answered positively, and where fewer than
    /// the threshold are on one side or are left over of those who answered so and do not count as persons.
    /// </returns>
    public static QuestionSides? Of(WaveMaterial wave, QuestionFigures figures, IReadOnlySet<string> persons, int threshold)
    {
        ArgumentNullException.ThrowIfNull(wave);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(persons);
        if (figures.All.TooFew || figures.All.Positive is not { Suppressed: false, Of: > 0 } positive || figures.Positive.Count == figures.Points.Count)
        {
            return null;
        }

        var good = figures.Positive.ToHashSet(StringComparer.Ordinal);
        var isGood = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var person in wave.Persons.Where(p => persons.Contains(p.Name)))
        {
            if (figures.PointOf(person) is { } point)
            {
                isGood[person.Name] = good.Contains(point);
            }
        }

        HashSet<string> Side(bool high) => [.. isGood.Where(p => p.Value == high).Select(p => p.Key)];
        var (high, low) = (Side(true), Side(false));
        bool MayBeTold(int answered, int counted) => counted > 0 && counted >= threshold && (answered == counted || answered - counted >= threshold);
        return MayBeTold(positive.Persons, high.Count) && MayBeTold(positive.Of - positive.Persons, low.Count) ? new QuestionSides(figures, high, low) : null;
    }
}
