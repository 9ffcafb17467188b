using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Figures.Surveys;

/// <summary>A survey as figures are counted from it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Waves">Its waves, the oldest first.</param>
public sealed record SurveyMaterial(string Name, IReadOnlyList<WaveMaterial> Waves);

/// <summary>One wave of a survey; its files, where there are several, taken together.</summary>
public sealed record WaveMaterial
{
    /// <summary>The wave, or null where none is told.</summary>
    public string? Wave { get; init; }

    /// <summary>How many it concerned; null where that is not known of this wave by itself.</summary>
    public int? Population { get; init; }

    /// <summary>How many could be reached; null where that is not known of this wave by itself.</summary>
    public int? Reached { get; init; }

    /// <summary>When its last file came in.</summary>
    public required DateTimeOffset Imported { get; init; }

    /// <summary>Its questions, each id once, in the order of the columns.</summary>
    public required IReadOnlyList<QuestionDraft> Questions { get; init; }

    /// <summary>Its goals.</summary>
    public IReadOnlyList<GoalDraft> Goals { get; init; } = [];

    /// <summary>Its rows, a person once.</summary>
    public required IReadOnlyList<SurveyPerson> Persons { get; init; }
}

/// <summary>What a person answered in one wave.</summary>
public sealed record SurveyPerson
{
    /// <summary>Pseudonym.</summary>
    public required string Name { get; init; }

    /// <summary>grupp, delprojekt, kön …</summary>
    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    /// <summary>Question id → the points chosen; empty where the question was asked and not answered, no entry where it was not asked.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Answers { get; init; }

    /// <summary>Ids of the free-text questions that the person wrote something to.</summary>
    public IReadOnlySet<string> Written { get; init; } = new HashSet<string>();

    /// <summary>Whether the person answered anything at all.</summary>
    public bool Answered => Written.Count > 0 || Answers.Values.Any(a => a.Count > 0);
}
