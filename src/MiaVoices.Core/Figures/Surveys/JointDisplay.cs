using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Figures.Surveys;

/// <summary>
/// A theme beside a closed question: of those who answered the question and wrote something in their own words, how many
/// have the theme, by what they answered. Both ways of reading are in it: the share with the theme among those who
/// answered high or low, and what those with the theme answered. Immutable.
/// </summary>
/// <param name="Wave">The wave.</param>
/// <param name="Question">The closed question.</param>
/// <param name="Theme">Name of the theme.</param>
/// <param name="All">Persons with the theme, of all who answered and wrote.</param>
/// <param name="Rows">By what they answered.</param>
public sealed record JointDisplay(string? Wave, QuestionDraft Question, string Theme, Share All, IReadOnlyList<JointRow> Rows)
{
    /// <summary>Sets a theme beside a question.</summary>
    /// <param name="wave">The wave.</param>
    /// <param name="figures">The question's figures in that wave, as shown: a sum that is hidden there is not told here.</param>
    /// <param name="theme">Name of the theme.</param>
    /// <param name="wrote">Names of those who wrote something.</param>
    /// <param name="with">Names of those whose own words hold the theme.</param>
    /// <param name="threshold">Numbers of persons below it are suppressed; 0 shows all, and then each point too.</param>
    public static JointDisplay Of(WaveMaterial wave, QuestionFigures figures, string theme, IReadOnlySet<string> wrote, IReadOnlySet<string> with, int threshold)
    {
        ArgumentNullException.ThrowIfNull(wave);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(wrote);
        ArgumentNullException.ThrowIfNull(with);
        var question = figures.Question;
        var persons = wave.Persons.Where(p => wrote.Contains(p.Name)).Select(p => (p.Name, Points: Valid(p, question))).Where(p => p.Points.Count > 0).ToList();
        var positive = question.Positive.ToHashSet(StringComparer.Ordinal);
        var hasSides = figures.Positive.Count > 0 && figures.Positive.Count < figures.Points.Count;
        List<(JointSide Side, string Point, List<string> Names)> rows = [];
        if (hasSides)
        {
            rows.Add((JointSide.High, "", [.. persons.Where(p => p.Points.Any(positive.Contains)).Select(p => p.Name)]));
            rows.Add((JointSide.Low, "", [.. persons.Where(p => !p.Points.Any(positive.Contains)).Select(p => p.Name)]));
        }

        // Sums and their points at once would be one table more to guard; outside the sums are enough.
        if (threshold <= 0 || !hasSides)
        {
            rows.AddRange(figures.Points.Select(point => (JointSide.Point, point, persons.Where(p => p.Points.Contains(point)).Select(p => p.Name).ToList())));
        }

        Tally Count(string group, IReadOnlyList<string> names)
        {
            var k = names.Count(with.Contains);
            return new Tally { Group = group, Base = names.Count, Valid = names.Count, Points = [new Share(k, names.Count), new Share(names.Count - k, names.Count)], Positive = new Share(k, names.Count) };
        }

        var counted = new QuestionFigures
        {
            Question = question,
            Points = ["+", "-"],
            Positive = ["+"],
            All = Count("", [.. persons.Select(p => p.Name)]),
            Groups = [.. rows.Select((r, i) => Count(FormattableString.Invariant($"{i}"), r.Names))],
            Change = new WaveChange(null, null, null, NoChange.FirstWave),
        };

        // How many gave a hidden answer is not told by how many of them wrote. Options of a multiple question overlap: each is guarded by itself.
        var hidesSides = hasSides && (figures.All.HidesValid || figures.All.Positive is { Suppressed: true });
        var shown = QuestionSuppression.Of(counted, threshold, isMultiple: false);
        return new JointDisplay(wave.Wave, question, theme, shown.All.Points[0], [.. rows.Select((r, i) =>
        {
            var hidesBase = threshold > 0 && (hidesSides || (r.Side == JointSide.Point && figures.All.Points[figures.Points.ToList().IndexOf(r.Point)].Suppressed));
            var tally = shown.Groups[i];
            return new JointRow(r.Side, r.Point, tally.Points[0] with { Suppressed = tally.Points[0].Suppressed || tally.HidesValid || hidesBase }, hidesBase || tally.HidesValid);
        })]);
    }

    private static List<string> Valid(SurveyPerson person, QuestionDraft question) =>
        person.Answers.TryGetValue(question.Id, out var given) ? [.. given.Where(p => !question.Missing.Contains(p))] : [];
}

/// <summary>What a row of a joint display stands for.</summary>
public enum JointSide
{
    /// <summary>Those who answered with a positive point.</summary>
    High,

    /// <summary>Those who answered with another point.</summary>
    Low,

    /// <summary>Those who answered with one point.</summary>
    Point,
}

/// <summary>A row of a joint display.</summary>
/// <param name="Side">What it stands for.</param>
/// <param name="Point">The point, where it stands for one.</param>
/// <param name="With">Persons with the theme, of those who answered so and wrote something.</param>
/// <param name="HidesBase">Whether how many answered so and wrote may not be shown either.</param>
public sealed record JointRow(JointSide Side, string Point, Share With, bool HidesBase);
