namespace MiaVoices.Core.Sources;

/// <summary>A file as it was found: its name inside the project (relative, with '/') and its bytes.</summary>
public sealed record SourceFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>What the person asked for at import; everything is optional.</summary>
public sealed record ReadOptions
{
    /// <summary>The kind that the person named, or null to propose one.</summary>
    public SourceKind? Kind { get; init; }

    /// <summary>Survey profiles, one a sheet; empty to propose roles for the columns.</summary>
    public IReadOnlyList<SurveyProfile> Profiles { get; init; } = [];

    /// <summary>Roles that the person gave to speakers, by label.</summary>
    public IReadOnlyDictionary<string, SpeakerRole> Roles { get; init; } = new Dictionary<string, SpeakerRole>();

    /// <summary>Labels that the person chose, by the label as written; two that get the same become one speaker.</summary>
    public IReadOnlyDictionary<string, string> SpeakerNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Stores the proposed pseudonyms instead of labels that look like names.</summary>
    public bool Pseudonyms { get; init; }

    /// <summary>The language that the person named; null for Swedish, with a notice where the text looks like another.</summary>
    public TextLanguage? Language { get; init; }

    /// <summary>Title of the memos that a document's comments become; null leaves the comments out and tells how many they are.</summary>
    public string? CommentTitle { get; init; }

    /// <summary>Attributes given to every case of the import (<c>--set grupp=deltagare</c>).</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}

/// <summary>Something worth telling about a file that was nevertheless read.</summary>
/// <param name="Problem">What, and where in the file (line, cell).</param>
/// <param name="LeftOut">True when something of the file is not in the result: the command then ends with exit code 3.</param>
public sealed record Notice(Problem Problem, bool LeftOut = false);

/// <summary>One piece of speech or writing as read, before it has a place in a source.</summary>
public sealed record SegmentDraft
{
    /// <summary>Turn, answer or paragraph.</summary>
    public required SegmentKind Kind { get; init; }

    /// <summary>The words, already in the form of <see cref="StoredText.Normalise"/>; may hold line feeds, is never empty.</summary>
    public required string Text { get; init; }

    /// <summary>The label as written in the file, or null.</summary>
    public string? Speaker { get; init; }

    /// <summary>The role proposed for the speaker.</summary>
    public SpeakerRole Role { get; init; }

    /// <summary>Seconds from the start of the recording, or null.</summary>
    public double? Timecode { get; init; }

    /// <summary>Identity of the survey row, or null.</summary>
    public string? Row { get; init; }

    /// <summary>Id of the survey question (<see cref="QuestionDraft.Id"/>), or the heading a note stands under; null if none.</summary>
    public string? Question { get; init; }

    /// <summary>The survey wave, or null.</summary>
    public string? Wave { get; init; }
}

/// <summary>A speaker found in a transcript.</summary>
/// <param name="Name">The label as it would be stored.</param>
/// <param name="Role">The proposed role.</param>
/// <param name="Turns">Number of turns.</param>
public sealed record SpeakerDraft(string Name, SpeakerRole Role, int Turns)
{
    /// <summary>The labels that gave way to the name; empty where it is as written. Never stored.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];

    /// <summary>The words of the label in the file that look like a person's name; empty for a role, a code or a number. Never stored.</summary>
    public IReadOnlyList<string> NameWords { get; init; } = [];

    /// <summary>The pseudonym proposed for a label that looks like a name, or the one it was given; else null.</summary>
    public string? Pseudonym { get; init; }

    /// <summary>Name of the person that the speaker becomes; null for one made of the source's label.</summary>
    public string? Person { get; init; }

    /// <summary>Whether the label as it would be stored looks like a person's name.</summary>
    public bool LooksLikeName => NameWords.Count > 0 && Written.Count == 0;
}

/// <summary>What a reader made of a file (or of one sheet of it).</summary>
public sealed record SourceDraft
{
    /// <summary>The file's name inside the project.</summary>
    public required string Name { get; init; }

    /// <summary>Interview, survey, notes …</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>The format's short name: txt, docx, vtt, csv, xlsx …</summary>
    public required string Format { get; init; }

    /// <summary>utf-8, utf-16le, windows-1252 …; "zip" formats say utf-8.</summary>
    public required string Encoding { get; init; }

    /// <summary>The sheet's name in a workbook, else null.</summary>
    public string? Sheet { get; init; }

    /// <summary>The language of the texts.</summary>
    public TextLanguage Language { get; init; }

    /// <summary>The segments in reading order.</summary>
    public required IReadOnlyList<SegmentDraft> Segments { get; init; }

    /// <summary>Identities given beforehand, by index, so that something may be said of these segments in the same step; the store makes the rest.</summary>
    public IReadOnlyDictionary<int, Guid> SegmentIds { get; init; } = new Dictionary<int, Guid>();

    /// <summary>The speakers in order of appearance.</summary>
    public IReadOnlyList<SpeakerDraft> Speakers { get; init; } = [];

    /// <summary>Attributes for every case that the source brings (<c>--set grupp=deltagare</c>); a survey's are on its respondents.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Questions, respondents and closed answers, for a survey.</summary>
    public SurveyDraft? Survey { get; init; }

    /// <summary>The rows with their columns, for a register table.</summary>
    public RegisterDraft? Register { get; init; }

    /// <summary>Comments in the margin of the document, in reading order; never part of the text.</summary>
    public IReadOnlyList<CommentDraft> Comments { get; init; } = [];

    /// <summary>Warnings and what was left out.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];
}

/// <summary>A comment in the margin of a document. Who wrote it is a person's name and is not read.</summary>
/// <param name="Segment">Index of the segment where what it is about begins; null when it is about the source.</param>
/// <param name="Text">The words, in the form of <see cref="StoredText.Normalise"/>; never empty.</param>
public sealed record CommentDraft(int? Segment, string Text);

/// <summary>The closed side of a survey sheet.</summary>
public sealed record SurveyDraft
{
    /// <summary>The survey's name; waves of one survey share it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether a person gave the name; else it is the file's.</summary>
    public bool Named { get; init; }

    /// <summary>Whether the same id in two waves is the same person.</summary>
    public bool PersistentIds { get; init; }

    /// <summary>The wave of the whole sheet, or null when a column tells it.</summary>
    public string? Wave { get; init; }

    /// <summary>How many the survey concerned, if known.</summary>
    public int? Population { get; init; }

    /// <summary>How many could be reached, if known.</summary>
    public int? Reached { get; init; }

    /// <summary>The questions in column order.</summary>
    public required IReadOnlyList<QuestionDraft> Questions { get; init; }

    /// <summary>The respondents in row order.</summary>
    public required IReadOnlyList<RespondentDraft> Respondents { get; init; }

    /// <summary>Goals stated in the profile.</summary>
    public IReadOnlyList<GoalDraft> Goals { get; init; } = [];

    /// <summary>The roles the columns were given, with the reason, for the dry run.</summary>
    public IReadOnlyList<ColumnRole> Columns { get; init; } = [];
}

/// <summary>The role of a column and why it was proposed.</summary>
/// <param name="Header">The header as written, trimmed.</param>
/// <param name="Role">id, attribute, closed, multiple, freetext, number, wave, identity, code or ignore.</param>
/// <param name="Name">Attribute name or question id.</param>
/// <param name="Reason">Key of the text that gives the reason, or "profile".</param>
public sealed record ColumnRole(string Header, string Role, string? Name, string Reason);

/// <summary>A survey question.</summary>
public sealed record QuestionDraft
{
    /// <summary>Stable id (F1, T1); the header where no id is given.</summary>
    public required string Id { get; init; }

    /// <summary>The wording: the column's header.</summary>
    public required string Text { get; init; }

    /// <summary>Closed, multiple, free text or number.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>The points in order, lowest first; empty when not ordered or not known.</summary>
    public IReadOnlyList<string> Scale { get; init; } = [];

    /// <summary>The points that count as positive.</summary>
    public IReadOnlyList<string> Positive { get; init; } = [];

    /// <summary>Points that count as no answer.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The id of the closed question that a free text is about.</summary>
    public string? About { get; init; }
}

/// <summary>One row of a survey.</summary>
public sealed record RespondentDraft
{
    /// <summary>The respondent id, else the number of the data row from 1.</summary>
    public required string Row { get; init; }

    /// <summary>The wave of this row, or null.</summary>
    public string? Wave { get; init; }

    /// <summary>grupp, delprojekt, kön …, names in lower case.</summary>
    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    /// <summary>Closed answers: question id and the chosen point or points (none = asked, not answered).</summary>
    public required IReadOnlyList<AnswerDraft> Answers { get; init; }

    /// <summary>Codes that the sheet already held for this row's free texts.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}

/// <summary>A closed, multiple or number answer.</summary>
public sealed record AnswerDraft(string Question, IReadOnlyList<string> Points);

/// <summary>A goal: the share of valid answers at these points should reach the target (fraction of 1).</summary>
public sealed record GoalDraft(string Name, string Question, IReadOnlyList<string> Points, double Target);
