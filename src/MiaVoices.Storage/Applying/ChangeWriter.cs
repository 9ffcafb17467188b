using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage.Forgetting;
using MiaVoices.Storage.Index;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Applying;

/// <summary>
/// Does, undoes and does again. Every write is one transaction that holds the change, its index entries and its journal entry, so that
/// a kill at any moment leaves either all or nothing of it.
/// </summary>
/// <param name="path">The file, for what is refused.</param>
/// <param name="db">The project.</param>
/// <param name="context">Clock and coder.</param>
/// <param name="journal">Where it is written what was done.</param>
/// <param name="facts">What the project says of itself; read anew after each write.</param>
/// <param name="index">Is made current before each write.</param>
internal sealed class ChangeWriter(string path, SqliteConnection db, StoreContext context, JournalBook journal, ProjectFacts facts, CurrentIndex index)
{
    private int _idSources;

    /// <inheritdoc cref="IProjectStore.NewIds"/>
    public IIdSource NewIds() => context.Repeatable
        ? Ids.Seeded(context.Clock.GetUtcNow(), $"{facts.Current.Id}\n{journal.Next}\n{context.Coder}\n{_idSources++}")
        : Ids.Random(context.Clock);

    /// <inheritdoc cref="IProjectStore.Apply"/>
    public JournalEntry Apply(Change change, IProgress<double>? progress, CancellationToken cancellation) => Write((sequence, now) =>
    {
        var inverse = Applier(sequence, now, progress, cancellation).Apply(change);
        return Enter(sequence, now, change, inverse, EntryKind.Do, null);
    });

    /// <inheritdoc cref="IProjectStore.Undo"/>
    public JournalEntry Undo() => Write((sequence, now) =>
    {
        var (entry, row, change) = journal.LastStanding(context.Coder) ?? throw new RefusedException(Problem.Of("undo.nothing"));
        if (change is Batch { Purpose: Forgotten.Purpose })
        {
            throw new RefusedException(Problem.Of("undo.forgotten", entry));
        }

        journal.RequireFree(entry, row);
        try
        {
            return Again(sequence, now, entry, change, EntryKind.Undo, out _);
        }
        catch (RefusedException e) when (journal.Removals(entry, Footprint.Of(change).Keys) is { Count: > 0 } later)
        {
            // What the inverse needs has gone since: a coding cannot come back to a code in the bin.
            throw JournalBook.InTheWay(entry, later, e);
        }
    });

    /// <inheritdoc cref="IProjectStore.Redo"/>
    public JournalEntry Redo() => Write((sequence, now) =>
    {
        var (entry, change, undo) = journal.LastUndone(context.Coder) ?? throw new RefusedException(Problem.Of("redo.nothing"));
        var redone = Again(sequence, now, entry, change, EntryKind.Redo, out var inverse);

        // Where nobody has touched it since, undoing again would do just what the undo did. Else another's work would be
        // written over without a word.
        return ChangeJson.Write(inverse) == undo ? redone : throw new RefusedException(Problem.Of("redo.changed", entry));
    });

    /// <inheritdoc cref="IProjectStore.Forget"/>
    public Forgotten Forget(Guid person, IProgress<double>? progress, CancellationToken cancellation)
    {
        Forgotten? forgotten = null;
        Write((sequence, now) =>
        {
            forgotten = new PersonEraser(db, person).Erase(cancellation);
            index.Rebuild(progress, cancellation);
            return Enter(sequence, now, new Batch(Forgotten.Purpose, [new RemoveCase(person)]), new Batch(Forgotten.Purpose, []), EntryKind.Do, null);
        });

        // The project's own words may be others now; and what is left of old pages goes. The person is forgotten already, so that nothing stops it.
        index.Renew(progress, CancellationToken.None);
        return forgotten! with { IsTidied = IsCompacted() };
    }

    private JournalEntry Again(long sequence, DateTimeOffset now, long entry, Change change, EntryKind kind, out Change inverse)
    {
        inverse = Applier(sequence, now, null, default).Apply(change);
        return Enter(sequence, now, change, inverse, kind, entry);
    }

    private JournalEntry Enter(long sequence, DateTimeOffset now, Change change, Change inverse, EntryKind kind, long? target)
    {
        journal.Write(sequence, now, context.Coder, change, inverse, kind, target, Footprint.Of(change));
        return new JournalEntry(sequence, now, context.Coder, kind, target, change, Undone: false);
    }

    private Applier Applier(long sequence, DateTimeOffset now, IProgress<double>? progress, CancellationToken cancellation) =>
        new(db, NewIds(), now, sequence, index.Analyser) { Progress = progress, Cancellation = cancellation };

    private JournalEntry Write(Func<long, DateTimeOffset, JournalEntry> write)
    {
        try
        {
            index.Renew(null, default);
            using var transaction = db.BeginTransaction(deferred: false);
            var entry = write(journal.Next, context.Clock.GetUtcNow());
            transaction.Commit();
            facts.Renew();
            return entry;
        }
        catch (SqliteException e) when (ProjectFaults.Refusal(e, path) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>Writes the file anew without free pages and empties the write-ahead log; false while another program holds the file.</summary>
    private bool IsCompacted()
    {
        try
        {
            db.Execute("VACUUM");
            return db.Scalar("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            return false;
        }
    }
}
