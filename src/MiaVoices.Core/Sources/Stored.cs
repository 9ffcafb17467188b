namespace MiaVoices.Core.Sources;

/// <summary>A source as it stands in the project.</summary>
public sealed record Source
{
    /// <summary>Public identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The imported file's name (relative, with '/').</summary>
    public required string Name { get; init; }

    /// <summary>Label without names for use outside ("Intervju D07").</summary>
    public required string Label { get; init; }

    /// <summary>What it is.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>Format it was read from.</summary>
    public required string Format { get; init; }

    /// <summary>Encoding it was read in.</summary>
    public required string Encoding { get; init; }

    /// <summary>The language whose rules its words are indexed by.</summary>
    public TextLanguage Language { get; init; }

    /// <summary>Sheet of a workbook, or null.</summary>
    public string? Sheet { get; init; }

    /// <summary>Name of the survey, or null.</summary>
    public string? Survey { get; init; }

    /// <summary>Wave of the whole source, or null.</summary>
    public string? Wave { get; init; }

    /// <summary>How many the survey concerned.</summary>
    public int? Population { get; init; }

    /// <summary>How many could be reached.</summary>
    public int? Reached { get; init; }

    /// <summary>Number of segments.</summary>
    public required int Segments { get; init; }

    /// <summary>Length of the text in UTF-16 code units.</summary>
    public required int Length { get; init; }

    /// <summary>SHA-256 of the file's bytes, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it was imported.</summary>
    public required DateTimeOffset Imported { get; init; }
}

/// <summary>A turn, answer or paragraph as it stands in the project.</summary>
public sealed record Segment
{
    /// <summary>Position in the project's document order; not an identity outside the file.</summary>
    public required long Key { get; init; }

    /// <summary>Public identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Identity of the source.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>From 1 within the source.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Turn, answer or paragraph.</summary>
    public required SegmentKind Kind { get; init; }

    /// <summary>The language of the source.</summary>
    public TextLanguage Language { get; init; }

    /// <summary>Speaker label, or null.</summary>
    public string? Speaker { get; init; }

    /// <summary>Role of the speaker; an answer's is respondent.</summary>
    public required SpeakerRole Role { get; init; }

    /// <summary>Pseudonym of the case that speaks, or null.</summary>
    public string? Respondent { get; init; }

    /// <summary>Column header of the question, or the heading of a note; null if none.</summary>
    public string? Question { get; init; }

    /// <summary>Stable id of the survey question (T1); null if none.</summary>
    public string? QuestionId { get; init; }

    /// <summary>Row identity in a survey.</summary>
    public string? Row { get; init; }

    /// <summary>Wave.</summary>
    public string? Wave { get; init; }

    /// <summary>Seconds, or null.</summary>
    public double? Timecode { get; init; }

    /// <summary>First UTF-16 code unit in the source's text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last UTF-16 code unit.</summary>
    public required int End { get; init; }

    /// <summary>The words.</summary>
    public required string Text { get; init; }
}

/// <summary>A person or unit.</summary>
public sealed record Case
{
    /// <summary>Public identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Pseudonym, unique in the project ("D07", "Avslutsenkät 2025 · 12").</summary>
    public required string Name { get; init; }

    /// <summary>grupp, delprojekt, kön …</summary>
    public required IReadOnlyDictionary<string, string> Attributes { get; init; }
}
