namespace MiaVoices.Core.Search;

/// <summary>A search that a person keeps under a name. Codes, groups and sources in it are names, read anew each time it is run.</summary>
public sealed record SavedSearch
{
    /// <summary>Public identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name, unique in the project whatever the letter case.</summary>
    public required string Name { get; init; }

    /// <summary>The query as written.</summary>
    public required string Query { get; init; }

    /// <summary>Order of the hits.</summary>
    public SearchOrder Order { get; init; }

    /// <summary>Leaves interviewers' turns out.</summary>
    public bool AnswersOnly { get; init; }

    /// <summary>Only persons of this group, or null.</summary>
    public string? Group { get; init; }

    /// <summary>Only segments with this code or one below it, or null.</summary>
    public string? Code { get; init; }

    /// <summary>Only this source, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Who saved it.</summary>
    public required string Coder { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Created { get; init; }
}
