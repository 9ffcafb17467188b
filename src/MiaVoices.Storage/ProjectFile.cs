using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Language;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage.Applying;
using MiaVoices.Storage.Forgetting;
using MiaVoices.Storage.Index;
using MiaVoices.Storage.Queries;
using MiaVoices.Storage.Schema;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage;

/// <summary>
/// A project in one SQLite file. Every write is one transaction that holds the change, its index entries and its journal
/// entry, so that a kill at any moment leaves either all or nothing of it. One thread at a time.
/// </summary>
public sealed class ProjectFile : IProjectStore
{
    private readonly SqliteConnection _db;
    private readonly StoreContext _context;
    private readonly ProjectAnalyser _analyser;
    private readonly JournalBook _journal;
    private int _idSources;

    private ProjectFile(string path, SqliteConnection db, StoreContext context, ProjectAnalyser analyser)
    {
        _analyser = analyser;
        Path = path;
        _db = db;
        _context = context;
        _journal = new JournalBook(db);
        Index = new ExplainedSearch(new SegmentSearch(db, context.Analyser, context.English), path);
        HitFigures = new HitFigures(db, () => SearchWords, path);
        SearchTrail = new SearchTrail(db, context);
        Drafts = new DraftShelf(db, context);
        ReportTrail = new ReportTrail(db);
        Project = ReadProject();
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public ProjectInfo Project { get; private set; }

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
        var file = System.IO.Path.GetFileName(path);
        if (File.Exists(path) || Directory.Exists(path))
        {
            throw new RefusedException(Problem.At(file, "project.exists"));
        }

        var draft = path + ".new";
        try
        {
            MakeEmptyFile(draft);
            using (var db = ProjectConnection.Connect(draft, context))
            {
                db.Execute("PRAGMA journal_mode = DELETE");
                Migrations.Run(db);
                var now = context.Clock.GetUtcNow();
                var id = context.Repeatable ? Ids.Seeded(now, $"{name}\n{context.Coder}").Next() : Ids.Random(context.Clock).Next();
                WriteProject(db, "id", id.ToString());
                WriteProject(db, "name", name);
                WriteProject(db, "created", Words.Of(now));
                WriteProject(db, "seed", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(id.ToByteArray()))[..16]);
                SegmentIndex.MarkCurrent(db, new ProjectAnalyser(context.Analyser, context.WithWords, context.English));
            }

            File.Move(draft, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(Problem.At(file, "project.cannotCreate"), e);
        }
        catch (RefusedException e)
        {
            throw new RefusedException(e.Problem with { Where = file }, e);
        }
        finally
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }
        }

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
            var project = new ProjectFile(path, db, context, analyser);
            try
            {
                project.RenewIndex(rebuilding, cancellation);
            }
            catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY)
            {
                // Another program writes, most likely the new index. The old one stands until the new is whole.
                project.IndexIsStale = true;
            }

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
    public IIdSource NewIds() => _context.Repeatable
        ? Ids.Seeded(Now, $"{Project.Id}\n{_journal.Next}\n{_context.Coder}\n{_idSources++}")
        : Ids.Random(_context.Clock);

    /// <inheritdoc/>
    public IDisposable Snapshot() => new Snapshot(_db);

    /// <inheritdoc/>
    public JournalEntry Apply(Change change, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Write((sequence, now) =>
        {
            var applier = Applier(sequence, now, progress, cancellation);
            var inverse = applier.Apply(change);
            _journal.Write(sequence, now, Coder, change, inverse, EntryKind.Do, null, Footprint.Of(change));
            return new JournalEntry(sequence, now, Coder, EntryKind.Do, null, change, Undone: false);
        });
    }

    /// <inheritdoc/>
    public JournalEntry Undo() => Write((sequence, now) =>
    {
        var (entry, row, change) = _journal.LastStanding(Coder) ?? throw new RefusedException(Problem.Of("undo.nothing"));
        if (change is Batch { Purpose: Forgotten.Purpose })
        {
            throw new RefusedException(Problem.Of("undo.forgotten", entry));
        }

        _journal.RequireFree(entry, row);
        try
        {
            return Again(sequence, now, entry, change, EntryKind.Undo, out _);
        }
        catch (RefusedException e) when (_journal.Removals(entry, row, Footprint.Of(change).Keys) is { Count: > 0 } later)
        {
            // What the inverse needs has gone since: a coding cannot come back to a code in the bin.
            throw JournalBook.InTheWay(entry, later, e);
        }
    });

    /// <inheritdoc/>
    public Forgotten Forget(Guid person, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        Forgotten? forgotten = null;
        Write((sequence, now) =>
        {
            forgotten = new PersonEraser(_db, person).Erase(cancellation);
            SegmentIndex.Rebuild(_db, _context.Analyser, progress, cancellation);
            var change = new Batch(Forgotten.Purpose, [new RemoveCase(person)]);
            _journal.Write(sequence, now, Coder, change, new Batch(Forgotten.Purpose, []), EntryKind.Do, null, Footprint.Of(change));
            return new JournalEntry(sequence, now, Coder, EntryKind.Do, null, change, Undone: false);
        });

        // The project's own words may be others now; and what is left of old pages goes. The person is forgotten already, so that nothing stops it.
        RenewIndex(progress, CancellationToken.None);
        return forgotten! with { IsTidied = IsCompacted() };
    }

    /// <inheritdoc/>
    public JournalEntry Redo() => Write((sequence, now) =>
    {
        var (entry, change, undo) = _journal.LastUndone(Coder) ?? throw new RefusedException(Problem.Of("redo.nothing"));
        var redone = Again(sequence, now, entry, change, EntryKind.Redo, out var inverse);

        // Where nobody has touched it since, undoing again would do just what the undo did. Else another's work would be
        // written over without a word.
        return ChangeJson.Write(inverse) == undo ? redone : throw new RefusedException(Problem.Of("redo.changed", entry));
    });

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
    public bool IndexIsStale { get; private set; }

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
        var file = System.IO.Path.GetFileName(path);
        if (File.Exists(path) || Directory.Exists(path))
        {
            throw new RefusedException(Problem.At(file, "file.exists"));
        }

        var draft = path + ".new";
        try
        {
            MakeEmptyFile(draft);
            using (var copy = ProjectConnection.Connect(draft, _context))
            {
                _db.BackupDatabase(copy);
                copy.Execute("PRAGMA journal_mode = DELETE");
                if (copy.Text("PRAGMA quick_check(1)") != "ok")
                {
                    throw new RefusedException(Problem.At(file, "backup.damaged"));
                }
            }

            File.Move(draft, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(Problem.At(file, "file.cannotWrite"), e);
        }
        catch (SqliteException e) when (ProjectFaults.Refusal(e, path) is { } refusal)
        {
            throw refusal;
        }
        catch (RefusedException e)
        {
            throw new RefusedException(e.Problem with { Where = file }, e);
        }
        finally
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _db.Dispose();

    private JournalEntry Again(long sequence, DateTimeOffset now, long entry, Change change, EntryKind kind, out Change inverse)
    {
        inverse = Applier(sequence, now, null, default).Apply(change);
        _journal.Write(sequence, now, Coder, change, inverse, kind, entry, Footprint.Of(change));
        return new JournalEntry(sequence, now, Coder, kind, entry, change, Undone: false);
    }

    private Applier Applier(long sequence, DateTimeOffset now, IProgress<double>? progress, CancellationToken cancellation) =>
        new(_db, NewIds(), now, sequence, _analyser) { Progress = progress, Cancellation = cancellation };

    private JournalEntry Write(Func<long, DateTimeOffset, JournalEntry> write)
    {
        try
        {
            RenewIndex(null, default);
            using var transaction = _db.BeginTransaction(deferred: false);
            var entry = write(_journal.Next, Now);
            transaction.Commit();
            Project = ReadProject();
            return entry;
        }
        catch (SqliteException e) when (ProjectFaults.Refusal(e, Path) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>An index made by another analyser would answer wrongly, and break when its entries are deleted: it is made anew before anything is written.</summary>
    private void RenewIndex(IProgress<double>? progress, CancellationToken cancellation)
    {
        _analyser.Refresh(_db);
        if (!SegmentIndex.IsCurrent(_db, _context.Analyser))
        {
            using var transaction = _db.BeginTransaction(deferred: false);

            // Another program may have made it while this one waited.
            _analyser.Refresh(_db);
            if (!SegmentIndex.IsCurrent(_db, _context.Analyser))
            {
                SegmentIndex.Rebuild(_db, _context.Analyser, progress, cancellation);
            }

            transaction.Commit();
        }

        IndexIsStale = false;
    }

    /// <summary>Writes the file anew without free pages and empties the write-ahead log; false while another program holds the file.</summary>
    private bool IsCompacted()
    {
        try
        {
            _db.Execute("VACUUM");
            return _db.Scalar("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            return false;
        }
    }

    private ProjectInfo ReadProject()
    {
        var (threshold, percentFrom) = Reading.Limits(_db);
        return new(
            Guid.Parse(_db.Text("SELECT value FROM project WHERE key = 'id'") ?? throw new RefusedException(Problem.At(System.IO.Path.GetFileName(Path), "project.damaged"))),
            _db.Text("SELECT value FROM project WHERE key = 'name'") ?? "",
            Words.Time(_db.Text("SELECT value FROM project WHERE key = 'created'")!),
            (int)_db.Scalar("PRAGMA user_version")!.Value)
        {
            Seed = _db.Text("SELECT value FROM project WHERE key = 'seed'") ?? "",
            Threshold = threshold,
            PercentFrom = percentFrom,
        };
    }

    private static void WriteProject(SqliteConnection db, string key, string value) => db.Execute(
        "INSERT INTO project (key, value) VALUES ($key, $value) ON CONFLICT (key) DO UPDATE SET value = $value", ("$key", key), ("$value", value));

    /// <summary>The file holds what people said in confidence: only its owner may read it.</summary>
    private static void MakeEmptyFile(string path)
    {
        // What an interrupted run left goes first: a file that is there would keep its own permissions.
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
    }
}
