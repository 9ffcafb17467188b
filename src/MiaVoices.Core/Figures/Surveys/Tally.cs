using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Figures.Surveys;

/// <summary>The answers of a group of persons, or of all, to one question in one wave. Immutable.</summary>
public sealed record Tally
{
    /// <summary>Value of the attribute; empty where it is missing, and for all.</summary>
    public required string Group { get; init; }

    /// <summary>Persons who were asked. Always shown.</summary>
    public required int Base { get; init; }

    /// <summary>Those of them who answered with a point (or a number); the rest are missing. A base too: always shown.</summary>
    public required int Valid { get; init; }

    /// <summary>Whether fewer persons answered than the threshold, so that nothing of what they answered is shown outside.</summary>
    public bool TooFew { get; init; }

    /// <summary>Persons at each point, of the valid, in the order of <see cref="QuestionFigures.Points"/>.</summary>
    public required IReadOnlyList<Share> Points { get; init; }

    /// <summary>Persons at the positive points, of the valid; null where the profile names none.</summary>
    public Share? Positive { get; init; }

    /// <summary>The missing by what they answered, in the order of <see cref="QuestionFigures.MissingPoints"/>; of all who are missing.</summary>
    public IReadOnlyList<Share> MissingPoints { get; init; } = [];

    /// <summary>The numbers given, in order, of a question about a number; never shown as they are.</summary>
    public IReadOnlyList<decimal> Numbers { get; init; } = [];

    /// <summary>Whether any of it may not be shown.</summary>
    public bool Suppressed => TooFew || Points.Any(p => p.Suppressed) || Positive is { Suppressed: true };

    /// <summary>The rest of the base.</summary>
    public int Missing => Base - Valid;
}

/// <summary>Why there is no change from an earlier wave beside a figure.</summary>
public enum NoChange
{
    /// <summary>There is one.</summary>
    None,

    /// <summary>There is no earlier wave.</summary>
    FirstWave,

    /// <summary>The question was not asked before.</summary>
    NewQuestion,

    /// <summary>Nobody of the group was asked before. That is not a nought.</summary>
    NewGroup,

    /// <summary>The ways to answer are others.</summary>
    OtherScale,

    /// <summary>Other points count as positive.</summary>
    OtherPositive,

    /// <summary>The profile names no positive points.</summary>
    NoPositive,

    /// <summary>One of the two figures may not be shown.</summary>
    Hidden,

    /// <summary>One of the two bases is too small for a percentage.</summary>
    SmallBase,
}

/// <summary>The positive share in an earlier wave and now.</summary>
/// <param name="FromWave">The wave that asked the question last before this one; null where none is told or there was none.</param>
/// <param name="From">Then; null where there is nothing to compare with.</param>
/// <param name="To">Now; null where the profile names no positive points.</param>
/// <param name="Why">Why there is no change, if so.</param>
public sealed record WaveChange(string? FromWave, Share? From, Share? To, NoChange Why);

/// <summary>One question in one wave. Immutable.</summary>
public sealed record QuestionFigures
{
    /// <summary>The wave, or null where none is told.</summary>
    public string? Wave { get; init; }

    /// <summary>Id, wording and scale in this wave.</summary>
    public required QuestionDraft Question { get; init; }

    /// <summary>The points: the scale in its order, then those that occur outside it.</summary>
    public required IReadOnlyList<string> Points { get; init; }

    /// <summary>How many of the last points are not in the scale.</summary>
    public int OutsideScale { get; init; }

    /// <summary>
    /// What counts as no answer: the named points that somebody chose, then the empty string for no answer at all. Where
    /// small numbers are hidden, all named points, chosen or not.
    /// </summary>
    public IReadOnlyList<string> MissingPoints { get; init; } = [];

    /// <summary>Everybody.</summary>
    public required Tally All { get; init; }

    /// <summary>By the attribute; empty when none was asked for.</summary>
    public IReadOnlyList<Tally> Groups { get; init; } = [];

    /// <summary>Not asked in any earlier wave; never in the first.</summary>
    public bool IsNew { get; init; }

    /// <summary>Asked in other words than the time before.</summary>
    public bool IsReworded { get; init; }

    /// <summary>How the ways to answer differ from the time before.</summary>
    public ScaleDifference Scale { get; init; }

    /// <summary>All now and the time before.</summary>
    public required WaveChange Change { get; init; }

    /// <summary>The groups now and the time before, in the order of <see cref="Groups"/>.</summary>
    public IReadOnlyList<WaveChange> GroupChanges { get; init; } = [];

    /// <summary>The points that count as positive, by their names among <see cref="Points"/>.</summary>
    public IReadOnlyList<string> Positive { get; init; } = [];

    /// <summary>How many of the last points the profile does not name, whether it names others or none.</summary>
    internal int Unscaled { get; init; }

    /// <summary>Whether the last point stands for what few persons wrote outside the scale.</summary>
    internal bool HasOwnWords { get; init; }

    /// <summary>The point that a person's answer to a closed question counts at; null where it counts as missing.</summary>
    internal string? PointOf(SurveyPerson person)
    {
        var point = person.Answers.TryGetValue(Question.Id, out var given) ? given.FirstOrDefault(p => !Question.Missing.Contains(p)) : null;
        return point is null || Points.Contains(point) ? point : HasOwnWords ? Points[^1] : null;
    }
}
