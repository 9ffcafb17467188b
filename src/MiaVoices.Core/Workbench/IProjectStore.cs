using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Language;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>
/// Where a project is kept. Writing goes through <see cref="Apply"/>, <see cref="Undo"/> and <see cref="Redo"/> only; all
/// else is a query. One thread at a time.
/// </summary>
public interface IProjectStore : IDisposable
{
    /// <summary>What the project says of itself.</summary>
    ProjectInfo Project { get; }

    /// <summary>The name that entries of the journal are written under.</summary>
    string Coder { get; }

    /// <summary>The time now, by the clock that the store was given.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The analyser that the index is built with, with the project's own words; use no other on its texts.</summary>
    ITextAnalyser Analyser { get; }

    /// <summary>What queries and texts are analysed with for searching.</summary>
    SearchWords SearchWords { get; }

    /// <summary>Identities for the next change.</summary>
    IIdSource NewIds();

    /// <summary>
    /// Until disposed all queries see the project as one moment left it, whatever other programs write. Nothing can be
    /// applied meanwhile; within another such view it does nothing.
    /// </summary>
    IDisposable Snapshot();

    /// <summary>Applies a change and writes it with its inverse to the journal, in one transaction.</summary>
    /// <exception cref="RefusedException">The change does not fit the project; nothing is altered.</exception>
    JournalEntry Apply(Change change, IProgress<double>? progress = null, CancellationToken cancellation = default);

    /// <summary>Applies the inverse of this coder's last entry that still stands.</summary>
    /// <exception cref="RefusedException">There is none, or later entries depend on it (they are named).</exception>
    JournalEntry Undo();

    /// <summary>
    /// Forgets a person: takes their words, and what was written on them, out of texts, codings, memos, quotes, drafts,
    /// answers, journal and index, and compacts the file. In one transaction; cannot be undone, and nor can what this coder
    /// did before it. The entry that it happened stays. Copies and exports that were made earlier are not reached.
    /// </summary>
    /// <param name="person">The person's case.</param>
    /// <param name="progress">Share of the new index, 0–1.</param>
    /// <param name="cancellation">Stops the work; nothing is altered.</param>
    /// <exception cref="RefusedException">There is no such person.</exception>
    Forgotten Forget(Guid person, IProgress<double>? progress = null, CancellationToken cancellation = default);

    /// <summary>Makes this coder's last undone entry again, unless something was done since.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    JournalEntry Redo();

    /// <summary>The journal, newest first, streamed.</summary>
    /// <param name="before">Only entries before this one; null for all.</param>
    /// <param name="coder">Only entries under this name; null for all.</param>
    IEnumerable<JournalEntry> Journal(long? before = null, string? coder = null);

    /// <summary>The names that the journal's entries were written under, in order.</summary>
    IReadOnlyList<string> Coders();

    /// <summary>All sources in order of import.</summary>
    IReadOnlyList<Source> Sources();

    /// <summary>Segments in document order, streamed.</summary>
    IEnumerable<Segment> Segments(SegmentScope scope);

    /// <summary>A part of a source's text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is outside the text.</exception>
    string Text(Guid source, int start, int end);

    /// <summary>Speakers of all sources, or of one.</summary>
    IReadOnlyList<Speaker> Speakers(Guid? source = null);

    /// <summary>All persons and units.</summary>
    IReadOnlyList<Case> Cases();

    /// <summary>Cases that survey rows belong to.</summary>
    IReadOnlySet<Guid> SurveyCases();

    /// <summary>The survey sources with the number of respondents who gave any answer.</summary>
    IReadOnlyList<(Source Source, int Answered)> SurveyRows();

    /// <summary>Survey questions of all sources, in column order.</summary>
    IReadOnlyList<SurveyQuestion> Questions();

    /// <summary>Closed answers, streamed in order of question and case.</summary>
    IEnumerable<Answer> Answers();

    /// <summary>Who wrote something to which free-text question in which wave, without the words, streamed.</summary>
    IEnumerable<WrittenAnswer> WrittenAnswers();

    /// <summary>Goals of all surveys, in the order of their profiles.</summary>
    IReadOnlyList<SurveyGoal> Goals();

    /// <summary>The codebook; parents before children, siblings in their order.</summary>
    IReadOnlyList<Code> Codes();

    /// <summary>The codes in the bin, in no order that means anything.</summary>
    IReadOnlyList<Code> CodeBin();

    /// <summary>The journal's position at which each code was made: an earlier review says nothing of it.</summary>
    IReadOnlyDictionary<Guid, long> CodeOrigins();

    /// <summary>Codings in document order, streamed.</summary>
    IEnumerable<PlacedCoding> Codings(CodingScope scope);

    /// <summary>Codings that wait for a place since their source was corrected, in document order of the old version.</summary>
    IReadOnlyList<WaitingCoding> WaitingCodings();

    /// <summary>The rows of a survey source with their cases.</summary>
    IReadOnlyList<SurveyRespondent> Respondents(Guid source);

    /// <summary>Those of these cases whose attributes a person has changed by hand or from a table of cases, not a corrected file.</summary>
    IReadOnlySet<Guid> CasesEditedByHand(IEnumerable<Guid> cases);

    /// <summary>All memos.</summary>
    IReadOnlyList<Memo> Memos();

    /// <summary>Marks of review of all sources, or of one, streamed.</summary>
    IEnumerable<Review> Reviews(Guid? source = null);

    /// <summary>Answers to suggestions.</summary>
    IReadOnlyList<SuggestionAnswer> SuggestionAnswers();

    /// <summary>Cases with at least one respondent segment: the bases of "k av n".</summary>
    IReadOnlyList<CountedCase> CountedCases();

    /// <summary>Which of those cases hold a coding of which code, each pair once.</summary>
    IEnumerable<CodedCase> CodedCases();

    /// <summary>How many segments each source holds that count as respondents', and how many of them are reviewed or coded.</summary>
    IReadOnlyList<SourceProgress> Progress();

    /// <summary>
    /// True while the index is one of another analyser, since another program holds the project and makes it anew: hits
    /// may be incomplete. Writing waits for it.
    /// </summary>
    bool IndexIsStale { get; }

    /// <summary>The index, for searching.</summary>
    ISegmentSearch Index { get; }

    /// <summary>Counts over all hits of a search.</summary>
    IHitFigures HitFigures { get; }

    /// <summary>Saved searches, in the order in which they were saved.</summary>
    IReadOnlyList<SavedSearch> SavedSearches();

    /// <summary>What is kept of searches beside the journal.</summary>
    ISearchTrail SearchTrail { get; }

    /// <summary>Texts that are being written.</summary>
    IDraftShelf Drafts { get; }

    /// <summary>Quotes in the order in which they were chosen, without those of codings that are gone or hidden.</summary>
    IReadOnlyList<Quote> Quotes();

    /// <summary>The ticks of the check list for publication, those that no longer hold included.</summary>
    IReadOnlyList<ReviewTick> ReviewTicks();

    /// <summary>What is written for reports, without what is about codes in the bin.</summary>
    IReadOnlyList<Passage> Passages();

    /// <summary>What went out in reports.</summary>
    IReportTrail ReportTrail { get; }

    /// <summary>Looks the project over; an empty list means that all is well.</summary>
    IReadOnlyList<Problem> Check(CancellationToken cancellation = default);

    /// <summary>Writes a whole copy of the project to a new file.</summary>
    void Backup(string path);
}
