namespace MiaVoices.Core.Codes;

/// <summary>
/// What a person has written for a place in a report: an introduction, an interpretation, a recommendation. It stays in the
/// project and comes back each time that the report is made. Plain text: paragraphs parted by empty lines, points that begin with "- ".
/// </summary>
public sealed record Passage
{
    /// <summary>The report it is written for.</summary>
    public required ReportKind Report { get; init; }

    /// <summary>The place in it, by a word that reports know.</summary>
    public required string Place { get; init; }

    /// <summary>The theme that it is about; null for places that the report has once.</summary>
    public Guid? Code { get; init; }

    /// <summary>The text; empty for none.</summary>
    public required string Text { get; init; }

    /// <summary>Who wrote it last.</summary>
    public required string Coder { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Changed { get; init; }
}
