using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>What is done with respondents who were in the survey before and are not in the new file.</summary>
public enum MissingRespondents
{
    /// <summary>The file is refused: it may be the wrong one, or hold only what is new.</summary>
    Refuse,

    /// <summary>They stay: the file holds only what is new.</summary>
    Keep,

    /// <summary>They go, with their answers and codings.</summary>
    Drop,
}

/// <summary>Whether files may be new versions of sources that are there.</summary>
public sealed record UpdateOptions
{
    /// <summary>Every file is a source of its own.</summary>
    public static readonly UpdateOptions None = new();

    /// <summary>A file updates the source of the same name and sheet, or the survey of the same name and wave; others are new.</summary>
    public bool ByName { get; init; }

    /// <summary>The source that the file updates, as a person names it; null for none.</summary>
    public string? Source { get; init; }

    /// <summary>What is done with respondents who are gone.</summary>
    public MissingRespondents Missing { get; init; }
}

/// <summary>A coding that could not be placed surely in the corrected source.</summary>
/// <param name="Coding">The coding.</param>
/// <param name="Ordinal">Number of its first segment in the version before.</param>
/// <param name="HasProposal">Whether there is a place to propose.</param>
public sealed record DoubtfulCoding(Guid Coding, int Ordinal, bool HasProposal);

/// <summary>What a corrected file changes in a source.</summary>
public sealed record SourceUpdate
{
    /// <summary>The version before.</summary>
    public required Source Replaced { get; init; }

    /// <summary>Segments that stand there word for word.</summary>
    public required int Same { get; init; }

    /// <summary>Segments whose words changed, or that were divided or joined.</summary>
    public required int Changed { get; init; }

    /// <summary>Segments that are new.</summary>
    public required int Added { get; init; }

    /// <summary>Segments that are gone.</summary>
    public required int Removed { get; init; }

    /// <summary>Codings that kept their place or moved surely.</summary>
    public required int Moved { get; init; }

    /// <summary>Codings that wait for a person.</summary>
    public required IReadOnlyList<DoubtfulCoding> Doubtful { get; init; }

    /// <summary>Respondents who were there before, are new, and are gone; zeros where it is no survey.</summary>
    public (int Known, int New, int Gone) Respondents { get; init; }
}
