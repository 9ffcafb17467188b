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
    /// <summary>Persons who wrote, whatever they answered.</summary>
    internal int Wrote { get; init; }

    /// <summary>Those of them with the theme.</summary>
    internal int WroteWith { get; init; }

    /// <summary>Counts a theme beside a question; nothing is hidden yet (<see cref="JointDisclosure"/>).</summary>
    /// <param name="wave">The wave.</param>
    /// <param name="figures">The question's figures in that wave, as shown.</param>
    /// <param name="theme">Name of the theme.</param>
    /// <param name="wrote">Names of those who wrote something.</param>
    /// <param name="with">Names of those whose own words hold the theme.</param>
    /// <param name="threshold">Numbers of persons below it are suppressed; 0 shows all, and then each point too.</param>
    internal static JointDisplay Of(WaveMaterial wave, QuestionFigures figures, string theme, IReadOnlySet<string> wrote, IReadOnlySet<string> with, int threshold)
    {
        var question = figures.Question;
        var writers = wave.Persons.Where(p => wrote.Contains(p.Name)).ToList();
        var persons = writers.Select(p => (p.Name, Point: figures.PointOf(p))).Where(p => p.Point is not null).Select(p => (p.Name, Point: p.Point!)).ToList();
        var positive = figures.Positive.ToHashSet(StringComparer.Ordinal);
        List<(JointSide Side, string Point, Share Answered, List<string> Names)> rows = [];
        if (QuestionCells.HasSum(figures))
        {
            var high = figures.All.Positive!.Value;
            rows.Add((JointSide.High, "", high, [.. persons.Where(p => positive.Contains(p.Point)).Select(p => p.Name)]));
            rows.Add((JointSide.Low, "", high with { Persons = high.Of - high.Persons }, [.. persons.Where(p => !positive.Contains(p.Point)).Select(p => p.Name)]));
        }

        // Sums and their points at once would be one table more to guard; outside the sums are enough.
        if (threshold <= 0 || rows.Count == 0)
        {
            rows.AddRange(figures.Points.Select((point, i) => (JointSide.Point, point, figures.All.Points[i], persons.Where(p => p.Point == point).Select(p => p.Name).ToList())));
        }

        return new JointDisplay(
            wave.Wave,
            question,
            theme,
            new Share(persons.Count(p => with.Contains(p.Name)), persons.Count),
            [.. rows.Select(r => new JointRow(r.Side, r.Point, new Share(r.Names.Count(with.Contains), r.Names.Count), HidesBase: false) { Answered = r.Answered })])
        {
            Wrote = writers.Count,
            WroteWith = writers.Count(p => with.Contains(p.Name)),
        };
    }
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
public sealed record JointRow(JointSide Side, string Point, Share With, bool HidesBase)
{
    /// <summary>Persons who answered so, whether they wrote or not, as the question's own table shows them.</summary>
    internal Share Answered { get; init; }
}
