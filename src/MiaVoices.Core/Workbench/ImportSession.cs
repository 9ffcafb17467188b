namespace MiaVoices.Core.Workbench;

/// <summary>What the files of one import know of one another, also in a dry run that stores nothing. One thread at a time.</summary>
public sealed class ImportSession(IProjectStore store)
{
    /// <summary>The waves of surveys, in the project and read so far.</summary>
    public SurveyWaves Waves { get; } = new(store);

    /// <summary>Pseudonyms: none is given twice.</summary>
    public SpeakerPseudonyms Pseudonyms { get; } = new(store);
}
