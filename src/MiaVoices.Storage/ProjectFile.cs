using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Language;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage.Applying;
using MiaVoices.Storage.Index;
using MiaVoices.Storage.Queries;
using MiaVoices.Storage.Schema;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage;

/// <summary>
/// A project in one SQLite file: how it is made, opened and copied, and the way to all that it can be asked. What alters it is
/// <see cref="ChangeWriter"/>'s. One thread at a time.
/// </summary>
public sealed class ProjectFile : IProjectStore
{
    private readonly SqliteConnection _db;
    private readonly StoreContext _context;
    private readonly JournalBook _journal;
    private readonly ProjectFacts _facts;
    private readonly CurrentIndex _current;
    private readonly ChangeWriter _changes;

    private ProjectFile(string path, SqliteConnection db, StoreContext context, CurrentIndex current)
    {
        Path = path;
        (_db, _context, _current) = (db, context, current);
        _journal = new JournalBook(db);
        _facts = new ProjectFacts(db, path);
        _changes = new ChangeWriter(path, db, context, _journal, _facts, current);
        Index = new ExplainedSearch(new SegmentSearch(db, context.Analyser, context.English), path);
        HitFigures = new HitFigures(db, () => SearchWords, path);
        SearchTrail = new SearchTrail(db, context);
        Drafts = new DraftShelf(db, context);
        ReportTrail = new ReportTrail(db);
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public ProjectInfo Project => _facts.Current;

    /// <inheritdoc/>
    public ITextAnalyser Analyser => _context.Analyser;

    /// <inheritdoc/>
    public SearchWords SearchWords => new(
        _context.Analyser,
        _context.English is not null && _db.Scalar("SELECT EXISTS (SELECT 1 FROM source WHERE language = 'en')") == 1 ? _context.English : null,
        Index.Vocabulary);

    /// <inheritdoc/>
    public string Coder => _context.Coder;

    /// <inheritdoc/>
    public DateTimeOffset Now => _context.Clock.GetUtcNow();

    /// <summary>Makes an empty project. It comes into being whole or not at all.</summary>
    /// <exception cref="RefusedException">A file is there already, or the place cannot be written to.</exception>
    public static ProjectFile Create(string path, string name, StoreContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        WholeFile.Make(path, context, "project.exists", "project.cannotCreate", db =>
        {
            db.Execute("PRAGMA journal_mode = DELETE");
            Migrations.Run(db);
            ProjectFacts.Begin(db, name, context);
            SegmentIndex.MarkCurrent(db, new ProjectAnalyser(context.Analyser, context.WithWords, context.English));
        });
        return Open(path, context);
    }

    /// <summary>Opens a project; its size does not matter. Rebuilds the index first if it was made by another analyser.</summary>
    /// <exception cref="RefusedException">The file is missing, empty, no project, newer than this program or locked.</exception>
    public static ProjectFile Open(string path, StoreContext context, IProgress<double>? rebuilding = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var analyser = new ProjectAnalyser(context.Analyser, context.WithWords, context.English);
        context = context with { Analyser = analyser };
        var db = ProjectConnection.Open(path, context);
        try
        {
            var project = new ProjectFile(path, db, context, new CurrentIndex(db, analyser));
            project._current.TryRenew(rebuilding, cancellation);
            return project;
        }
        catch (SqliteException e)
        {
            // The header says that it is a project of ours, so what does not fit here is damage.
            db.Dispose();
            throw ProjectFaults.Refusal(e, path) ?? new RefusedException(Problem.At(System.IO.Path.GetFileName(path), "project.damaged"), e);
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IIdSource NewIds() => _changes.NewIds();

    /// <inheritdoc/>
    public IDisposable Snapshot() => new Snapshot(_db);

    /// <inheritdoc/>
    public JournalEntry Apply(Change change, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _changes.Apply(change, progress, cancellation);
    }

    /// <inheritdoc/>
    public JournalEntry Undo() => _changes.Undo();

    /// <inheritdoc/>
    public JournalEntry Redo() => _changes.Redo();

    /// <inheritdoc/>
    public Forgotten Forget(Guid person, IProgress<double>? progress = null, CancellationToken cancellation = default) => _changes.Forget(person, progress, cancellation);

    /// <inheritdoc/>
    public IEnumerable<JournalEntry> Journal(long? before = null, string? coder = null) => _journal.NewestFirst(before, coder);

    /// <inheritdoc/>
    public IReadOnlyList<string> Coders() => [.. _db.Rows("SELECT DISTINCT coder FROM journal").Select(r => r.GetString(0)).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public IReadOnlyList<Source> Sources() => [.. SourceRows.Read(_db)];

    /// <inheritdoc/>
    public IEnumerable<Segment> Segments(SegmentScope scope) => SegmentRows.Read(_db, scope);

    /// <inheritdoc/>
    public string Text(Guid source, int start, int end) =>
        (_db.Scalar("SELECT id FROM source WHERE uid = $uid AND hidden = 0", ("$uid", Sql.Blob(source))) is { } key ? Reading.Text(_db, key, start, end) : null)
            ?? throw new ArgumentOutOfRangeException(nameof(start));

    /// <inheritdoc/>
    public IReadOnlyList<Speaker> Speakers(Guid? source = null) => [.. SourceRows.Speakers(_db, source)];

    /// <inheritdoc/>
    public IReadOnlyList<Case> Cases() => Reading.Cases(_db);

    /// <inheritdoc/>
    public IReadOnlySet<Guid> SurveyCases() => SourceRows.SurveyCases(_db).ToHashSet();

    /// <inheritdoc/>
    public IReadOnlyList<(Source Source, int Answered)> SurveyRows() => SourceRows.Answered(_db);

    /// <inheritdoc/>
    public IReadOnlyList<SurveyQuestion> Questions() => [.. SourceRows.Questions(_db)];

    /// <inheritdoc/>
    public IEnumerable<Answer> Answers() => SourceRows.Answers(_db);

    /// <inheritdoc/>
    public IEnumerable<WrittenAnswer> WrittenAnswers() => SourceRows.Written(_db);

    /// <inheritdoc/>
    public IReadOnlyList<SurveyGoal> Goals() => [.. SourceRows.Goals(_db)];

    /// <inheritdoc/>
    public IReadOnlyList<Code> Codes() => CodeTree.InOrder([.. Reading.Codes(_db)]);

    /// <inheritdoc/>
    public IReadOnlyList<Code> CodeBin() => [.. Reading.Codes(_db, removed: true)];

    /// <inheritdoc/>
    public IReadOnlyDictionary<Guid, long> CodeOrigins() =>
        _db.Rows("SELECT uid, made FROM code WHERE removed = 0").ToDictionary(r => r.Uid(0), r => r.GetInt64(1));

    /// <inheritdoc/>
    public IEnumerable<PlacedCoding> Codings(CodingScope scope) => CodingRows.Read(_db, scope);

    /// <inheritdoc/>
    public IReadOnlyList<WaitingCoding> WaitingCodings() => [.. RevisionRows.Waiting(_db)];

    /// <inheritdoc/>
    public IReadOnlyList<SurveyRespondent> Respondents(Guid source) => [.. RevisionRows.Rows(_db, source)];

    /// <inheritdoc/>
    public IReadOnlySet<Guid> CasesEditedByHand(IEnumerable<Guid> cases) => RevisionRows.EditedByHand(_db, cases).ToHashSet();

    /// <inheritdoc/>
    public IReadOnlyList<Memo> Memos() => [.. Reading.VisibleMemos(_db)];

    /// <inheritdoc/>
    public IEnumerable<Review> Reviews(Guid? source = null) => SourceRows.Reviews(_db, source);

    /// <inheritdoc/>
    public IReadOnlyList<SuggestionAnswer> SuggestionAnswers() => [.. Reading.SuggestionAnswers(_db)];

    /// <inheritdoc/>
    public IReadOnlyList<CountedCase> CountedCases() => CodingRows.Counted(_db);

    /// <inheritdoc/>
    public IEnumerable<CodedCase> CodedCases() => CodingRows.CodedCases(_db);

    /// <inheritdoc/>
    public IReadOnlyList<SourceProgress> Progress() => [.. CodingRows.Progress(_db)];

    /// <inheritdoc/>
    public bool IndexIsStale => _current.IsStale;

    /// <inheritdoc/>
    public ISegmentSearch Index { get; }

    /// <inheritdoc/>
    public IHitFigures HitFigures { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SavedSearch> SavedSearches() => [.. Reading.SavedSearches(_db)];

    /// <inheritdoc/>
    public ISearchTrail SearchTrail { get; }

    /// <inheritdoc/>
    public IDraftShelf Drafts { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Quote> Quotes() => [.. QuoteRows.Read(_db, visibleOnly: true)];

    /// <inheritdoc/>
    public IReadOnlyList<ReviewTick> ReviewTicks() => [.. QuoteRows.Ticks(_db)];

    /// <inheritdoc/>
    public IReadOnlyList<Passage> Passages() => [.. QuoteRows.Passages(_db)];

    /// <inheritdoc/>
    public IReportTrail ReportTrail { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Problem> Check(CancellationToken cancellation = default) => ProjectCheck.Run(_db, cancellation);

    /// <inheritdoc/>
    public void Backup(string path)
    {
        try
        {
            WholeFile.Make(path, _context, "file.exists", "file.cannotWrite", copy =>
            {
                _db.BackupDatabase(copy);
                copy.Execute("PRAGMA journal_mode = DELETE");
                if (copy.Text("PRAGMA quick_check(1)") != "ok")
                {
                    throw new RefusedException(Problem.Of("backup.damaged"));
                }
            });
        }
        catch (SqliteException e) when (ProjectFaults.Refusal(e, path) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _db.Dispose();
}
