using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>What a project says of itself.</summary>
/// <param name="Id">Public identity.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Created">When it was made.</param>
/// <param name="SchemaVersion">Version of the file's tables.</param>
public sealed record ProjectInfo(Guid Id, string Name, DateTimeOffset Created, int SchemaVersion)
{
    /// <summary>What chance in the project begins from (pseudonyms): 16 hexadecimal digits, the same for its whole life.</summary>
    public required string Seed { get; init; }

    /// <summary>Numbers of persons below it are hidden from others than the office itself: <see cref="Suppression.Least"/> to <see cref="Suppression.Greatest"/>.</summary>
    public int Threshold { get; init; } = Suppression.Default;

    /// <summary>The least base that percentages are shown of, 1 or more.</summary>
    public int PercentFrom { get; init; } = Share.LeastBase;
}

/// <summary>Which segments are asked for; nulls mean all.</summary>
public sealed record SegmentScope
{
    /// <summary>All segments.</summary>
    public static readonly SegmentScope All = new();

    /// <summary>Of one source.</summary>
    public Guid? Source { get; init; }

    /// <summary>These keys only.</summary>
    public IReadOnlyList<long>? Keys { get; init; }

    /// <summary>These identities only.</summary>
    public IReadOnlyList<Guid>? Ids { get; init; }

    /// <summary>The segments that this span of <see cref="Source"/> touches.</summary>
    public (int Start, int End)? Span { get; init; }

    /// <summary>The segment with this number within <see cref="Source"/>.</summary>
    public int? Ordinal { get; init; }

    /// <summary>The segments with numbers in this range, both ends included, within <see cref="Source"/>.</summary>
    public (int First, int Last)? Ordinals { get; init; }

    /// <summary>The segments of this survey row of <see cref="Source"/>.</summary>
    public string? Row { get; init; }

    /// <summary>Of versions too that a corrected one has replaced.</summary>
    public bool Replaced { get; init; }

    /// <summary>Only respondents' segments (speaker's or answer's role).</summary>
    public bool RespondentsOnly { get; init; }
}

/// <summary>Which codings are asked for; nulls mean all.</summary>
public sealed record CodingScope
{
    /// <summary>All codings.</summary>
    public static readonly CodingScope All = new();

    /// <summary>Of these codes.</summary>
    public IReadOnlyList<Guid>? Codes { get; init; }

    /// <summary>Of one source.</summary>
    public Guid? Source { get; init; }

    /// <summary>With these identities.</summary>
    public IReadOnlyList<Guid>? Ids { get; init; }

    /// <summary>Overlapping this span of <see cref="Source"/>.</summary>
    public (int Start, int End)? Span { get; init; }

    /// <summary>Whose first segment has one of these keys.</summary>
    public IReadOnlyList<long>? Segments { get; init; }
}

/// <summary>A coding that was not moved surely when its source was corrected: it counts nowhere until a person places it.</summary>
/// <param name="Coding">The coding as it stands in the old version.</param>
/// <param name="Ordinal">Number of its first segment in the old version.</param>
/// <param name="Source">The version that is in use now.</param>
public sealed record WaitingCoding(Coding Coding, int Ordinal, Guid Source);

/// <summary>A survey row and the case it stands for.</summary>
public sealed record SurveyRespondent(Guid Case, string CaseName, string? Wave, string Row);

/// <summary>A speaker as stored.</summary>
public sealed record Speaker(Guid Source, string SourceName, string Name, SpeakerRole Role, Guid? Case, string? CaseName, int Turns);

/// <summary>A survey question in one source.</summary>
public sealed record SurveyQuestion(Guid Source, string Survey, string? Wave, int Ordinal, QuestionDraft Question);

/// <summary>A closed answer. <paramref name="Points"/> is empty when the question was asked and not answered.</summary>
/// <remarks>The wave is that of the row: with ids that persist a person answers the same question in several.</remarks>
public sealed record Answer(Guid Source, string QuestionId, string Case, string? Wave, IReadOnlyList<string> Points);

/// <summary>That a person wrote something to a free-text question.</summary>
/// <remarks>The wave is that of the row.</remarks>
public sealed record WrittenAnswer(Guid Source, string QuestionId, string Case, string? Wave);

/// <summary>A goal as it came with a survey source.</summary>
public sealed record SurveyGoal(Guid Source, GoalDraft Goal);

/// <summary>A coding with its place.</summary>
public sealed record PlacedCoding
{
    /// <summary>The coding itself.</summary>
    public required Coding Coding { get; init; }

    /// <summary>Name of the source.</summary>
    public required string SourceName { get; init; }

    /// <summary>Label of the source.</summary>
    public required string SourceLabel { get; init; }

    /// <summary>Key of the segment that holds the start.</summary>
    public required long SegmentKey { get; init; }

    /// <summary>Identity of that segment.</summary>
    public required Guid SegmentId { get; init; }

    /// <summary>Its number within the source.</summary>
    public required int Ordinal { get; init; }

    /// <summary>First UTF-16 code unit of that segment.</summary>
    public required int SegmentStart { get; init; }

    /// <summary>Its kind.</summary>
    public required SegmentKind SegmentKind { get; init; }

    /// <summary>Role of its speaker.</summary>
    public required SpeakerRole Role { get; init; }

    /// <summary>Its survey row.</summary>
    public string? Row { get; init; }

    /// <summary>Its question.</summary>
    public string? Question { get; init; }

    /// <summary>Its wave.</summary>
    public string? Wave { get; init; }

    /// <summary>Its time code in seconds.</summary>
    public double? Timecode { get; init; }

    /// <summary>Pseudonym of its case.</summary>
    public string? Respondent { get; init; }
}

/// <summary>A coder's mark that a segment is reviewed: codes that existed then and are not set mean "no".</summary>
/// <param name="Segment">Key of the segment.</param>
/// <param name="SegmentId">Identity of the segment.</param>
/// <param name="Coder">Who.</param>
/// <param name="Sequence">The journal's position at the time.</param>
public sealed record Review(long Segment, Guid SegmentId, string Coder, long Sequence);

/// <summary>A case that counts as a person, with its attributes.</summary>
public sealed record CountedCase(long Key, Guid Id, string Name, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<Guid> Sources);

/// <summary>A case that holds a coding of a code.</summary>
public sealed record CodedCase(Guid Code, long Case, Guid Source);

/// <summary>How far the coding of a source has come.</summary>
/// <param name="Source">The source.</param>
/// <param name="Respondent">Segments by respondents.</param>
/// <param name="Done">Those of them that are reviewed or hold a coding.</param>
/// <param name="Persons">Cases that speak or answer in it.</param>
public sealed record SourceProgress(Guid Source, int Respondent, int Done, int Persons);
