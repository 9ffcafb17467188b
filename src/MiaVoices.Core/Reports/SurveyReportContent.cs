using MiaVoices.Core.Figures.Surveys;

namespace MiaVoices.Core.Reports;

/// <summary>Everything that a survey report says, before it is put into words.</summary>
public sealed record SurveyReportContent
{
    /// <summary>Name of the project.</summary>
    public required string Project { get; init; }

    /// <summary>When the report was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Version of the program; empty to leave it out.</summary>
    public string Program { get; init; } = "";

    /// <summary>Who it is for.</summary>
    public required Audience Audience { get; init; }

    /// <summary>The selection in words, or empty for all.</summary>
    public string Selection { get; init; } = "";

    /// <summary>The figures of all waves.</summary>
    public required SurveyResult Survey { get; init; }

    /// <summary>The wave that it is about.</summary>
    public required WaveResponse Wave { get; init; }

    /// <summary>Whether 95 % intervals are wanted.</summary>
    public bool Intervals { get; init; }

    /// <summary>Themes beside the closed questions that free texts are about, by free-text question.</summary>
    public IReadOnlyList<(string Text, IReadOnlyList<JointDisplay> Themes)> Joint { get; init; } = [];
}
