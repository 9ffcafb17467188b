using System.Text.Json.Serialization;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Changes;

/// <summary>
/// One alteration of a project, as data: it says what, the store applies it and works out its inverse. Records are
/// immutable. The stored names are a file format: an old project holds them in its journal for ever.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "change", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Batch), "batch")]
[JsonDerivedType(typeof(RenameProject), "project.rename")]
[JsonDerivedType(typeof(SetLimits), "project.limits")]
[JsonDerivedType(typeof(ImportSource), "source.import")]
[JsonDerivedType(typeof(HideSource), "source.hide")]
[JsonDerivedType(typeof(ShowSource), "source.show")]
[JsonDerivedType(typeof(LabelSource), "source.label")]
[JsonDerivedType(typeof(SetSourceLanguage), "source.language")]
[JsonDerivedType(typeof(MapSpeaker), "speaker.map")]
[JsonDerivedType(typeof(AddCase), "case.add")]
[JsonDerivedType(typeof(EditCase), "case.edit")]
[JsonDerivedType(typeof(RemoveCase), "case.remove")]
[JsonDerivedType(typeof(AddCode), "code.add")]
[JsonDerivedType(typeof(EditCode), "code.edit")]
[JsonDerivedType(typeof(RemoveCode), "code.remove")]
[JsonDerivedType(typeof(RestoreCode), "code.restore")]
[JsonDerivedType(typeof(AddCoding), "coding.add")]
[JsonDerivedType(typeof(EditCoding), "coding.edit")]
[JsonDerivedType(typeof(MoveCodings), "coding.move")]
[JsonDerivedType(typeof(RemoveCoding), "coding.remove")]
[JsonDerivedType(typeof(ReviewSegments), "segment.review")]
[JsonDerivedType(typeof(UnreviewSegments), "segment.unreview")]
[JsonDerivedType(typeof(AddMemo), "memo.add")]
[JsonDerivedType(typeof(EditMemo), "memo.edit")]
[JsonDerivedType(typeof(RemoveMemo), "memo.remove")]
[JsonDerivedType(typeof(AnswerSuggestion), "suggestion.answer")]
[JsonDerivedType(typeof(WithdrawAnswer), "suggestion.withdraw")]
[JsonDerivedType(typeof(SaveSearch), "search.save")]
[JsonDerivedType(typeof(EditSearch), "search.edit")]
[JsonDerivedType(typeof(RemoveSearch), "search.remove")]
[JsonDerivedType(typeof(ChooseQuote), "quote.choose")]
[JsonDerivedType(typeof(EditQuote), "quote.edit")]
[JsonDerivedType(typeof(RemoveQuote), "quote.remove")]
[JsonDerivedType(typeof(TickReview), "quote.tick")]
[JsonDerivedType(typeof(UntickReview), "quote.untick")]
[JsonDerivedType(typeof(WritePassage), "passage.write")]
public abstract record Change;

/// <summary>Several changes that a person made as one step; applied in order, undone as one.</summary>
/// <param name="Purpose">What the step was: codings.import, codebook.import, suggestion.accept …</param>
/// <param name="Changes">The parts, in order.</param>
public sealed record Batch(string Purpose, IReadOnlyList<Change> Changes) : Change;

/// <summary>Gives the project another name.</summary>
public sealed record RenameProject(string Name) : Change;

/// <summary>Says which numbers the project shows others.</summary>
/// <param name="Threshold">Numbers of persons below it are hidden; 3 to 20.</param>
/// <param name="PercentFrom">The least base that percentages are shown of; 1 to 1,000.</param>
public sealed record SetLimits(int Threshold, int PercentFrom) : Change;

/// <summary>
/// Brings a source in. The texts go to their own rows, not to the journal: undoing hides the rows, which stay until they
/// are purged.
/// </summary>
public sealed record ImportSource(Guid Source, string Name, string Label, SourceKind Kind, string Sha256, int Segments, int Cases) : Change
{
    /// <summary>The source that this one is a corrected version of, or null. It may keep the same label, since it is hidden in the same step.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>What was read; needed to apply, never stored.</summary>
    [JsonIgnore]
    public SourceDraft? Draft { get; init; }

    /// <summary>Persons that are in the project already.</summary>
    [JsonIgnore]
    public KnownPersons Known { get; init; } = KnownPersons.None;
}

/// <summary>Who of an import is a case already; nobody else is taken for one.</summary>
public sealed record KnownPersons
{
    /// <summary>Everybody is new.</summary>
    public static readonly KnownPersons None = new();

    /// <summary>Cases of speakers by label; a speaker named here with no case stays without.</summary>
    public IReadOnlyDictionary<string, Guid?> Speakers { get; init; } = new Dictionary<string, Guid?>();

    /// <summary>Cases of survey respondents by wave and row.</summary>
    public IReadOnlyDictionary<(string? Wave, string Row), Guid> Respondents { get; init; } = new Dictionary<(string?, string), Guid>();

    /// <summary>Respondents who are the same person as in another wave of the same file, by wave and row; that row stands before.</summary>
    public IReadOnlyDictionary<(string? Wave, string Row), (string? Wave, string Row)> SameAs { get; init; } = new Dictionary<(string?, string), (string?, string)>();
}

/// <summary>Hides a source with its segments and cases.</summary>
public sealed record HideSource(Guid Source) : Change;

/// <summary>Shows a hidden source again.</summary>
public sealed record ShowSource(Guid Source) : Change;

/// <summary>Gives a source another label.</summary>
public sealed record LabelSource(Guid Source, string Label) : Change;

/// <summary>Says which language a source is in; its words are indexed anew by the rules of that language.</summary>
public sealed record SetSourceLanguage(Guid Source, TextLanguage Language) : Change;

/// <summary>Gives a speaker of a source a role and a case (or none).</summary>
public sealed record MapSpeaker(Guid Source, string Speaker, SpeakerRole Role, Guid? Case) : Change;

/// <summary>Adds a person or unit.</summary>
public sealed record AddCase(Case Case) : Change
{
    /// <summary>The source that brought the case and hides it when it is hidden itself; null for one that a person made.</summary>
    public Guid? Source { get; init; }
}

/// <summary>Replaces a case's name and attributes.</summary>
public sealed record EditCase(Case Case) : Change;

/// <summary>Removes a case that no speaker and no answer belongs to.</summary>
public sealed record RemoveCase(Guid Case) : Change;

/// <summary>Adds a code.</summary>
public sealed record AddCode(Code Code) : Change;

/// <summary>Replaces what a code says of itself, its place in the tree included.</summary>
public sealed record EditCode(Code Code) : Change;

/// <summary>Puts a code without codings and sub-codes in the bin.</summary>
public sealed record RemoveCode(Guid Code) : Change;

/// <summary>Takes a code out of the bin.</summary>
public sealed record RestoreCode(Guid Code) : Change;

/// <summary>Codes a span.</summary>
public sealed record AddCoding(Coding Coding) : Change;

/// <summary>Replaces a coding (span, code, memo, polarity, condensed).</summary>
public sealed record EditCoding(Coding Coding) : Change;

/// <summary>Gives codings other places, all in one source: what a corrected version of it does with them.</summary>
public sealed record MoveCodings(Guid Source, IReadOnlyList<CodingMove> Codings) : Change;

/// <summary>Where a coding goes.</summary>
/// <param name="Coding">The coding.</param>
/// <param name="Start">First UTF-16 code unit in the source's text.</param>
/// <param name="End">One past the last.</param>
public sealed record CodingMove(Guid Coding, int Start, int End);

/// <summary>Takes a coding away.</summary>
public sealed record RemoveCoding(Guid Coding) : Change;

/// <summary>
/// Marks segments of a source as reviewed: codes that exist now and are not set there mean "no". A segment that is
/// reviewed again is reviewed as of now.
/// </summary>
public sealed record ReviewSegments(Guid Source, IReadOnlyList<Guid> Segments, string By) : Change
{
    /// <summary>
    /// For marks that come back: the journal's position each of them held. A mark that came back younger would say "no" to
    /// codes that were made after it.
    /// </summary>
    public IReadOnlyList<long>? Positions { get; init; }
}

/// <summary>Takes a coder's mark of review away.</summary>
public sealed record UnreviewSegments(Guid Source, IReadOnlyList<Guid> Segments, string By) : Change;

/// <summary>Adds a memo.</summary>
public sealed record AddMemo(Memo Memo) : Change;

/// <summary>Replaces a memo's title and text, and what it is about.</summary>
public sealed record EditMemo(Memo Memo) : Change;

/// <summary>Removes a memo.</summary>
public sealed record RemoveMemo(Guid Memo) : Change;

/// <summary>Stores a person's answer to a suggestion.</summary>
public sealed record AnswerSuggestion(SuggestionAnswer Answer) : Change;

/// <summary>Takes an answer back.</summary>
public sealed record WithdrawAnswer(Guid Suggestion) : Change;

/// <summary>Saves a search under a name.</summary>
public sealed record SaveSearch(SavedSearch Search) : Change;

/// <summary>Replaces a saved search, its name included.</summary>
public sealed record EditSearch(SavedSearch Search) : Change;

/// <summary>Takes a saved search away.</summary>
public sealed record RemoveSearch(Guid Search) : Change;

/// <summary>Chooses a coding as a quote.</summary>
public sealed record ChooseQuote(Quote Quote) : Change;

/// <summary>Replaces a quote: its cuts, status, consent or note.</summary>
public sealed record EditQuote(Quote Quote) : Change;

/// <summary>Takes a quote away.</summary>
public sealed record RemoveQuote(Guid Quote) : Change;

/// <summary>Ticks a point of the check list for publication.</summary>
public sealed record TickReview(ReviewTick Tick) : Change;

/// <summary>Takes a tick away.</summary>
public sealed record UntickReview(string Point) : Change;

/// <summary>Writes, replaces or (with an empty text) removes what stands at a place in a report.</summary>
public sealed record WritePassage(Passage Passage) : Change;
