using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Index;

/// <summary>Sees to it that the index is the one that this program's analyser makes: another would answer wrongly, and break when its entries are deleted.</summary>
/// <param name="db">The project.</param>
/// <param name="analyser">The analyser that is registered on the connection.</param>
internal sealed class CurrentIndex(SqliteConnection db, ProjectAnalyser analyser)
{
    public ProjectAnalyser Analyser => analyser;

    /// <summary>Whether the index is one of another analyser.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Makes the index anew if another analyser has made it, unless another program writes meanwhile: then the old one stands, stale.</summary>
    public void TryRenew(IProgress<double>? progress, CancellationToken cancellation)
    {
        try
        {
            Renew(progress, cancellation);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY)
        {
            // Most likely the other program writes the new index. The old one stands until that is whole.
            IsStale = true;
        }
    }

    /// <summary>Makes the index anew if another analyser has made it, in a transaction of its own. Goes before every write.</summary>
    public void Renew(IProgress<double>? progress, CancellationToken cancellation)
    {
        analyser.Refresh(db);
        if (!SegmentIndex.IsCurrent(db, analyser))
        {
            using var transaction = db.BeginTransaction(deferred: false);

            // Another program may have made it while this one waited.
            analyser.Refresh(db);
            if (!SegmentIndex.IsCurrent(db, analyser))
            {
                Rebuild(progress, cancellation);
            }

            transaction.Commit();
        }

        IsStale = false;
    }

    /// <summary>Makes the index anew within the caller's transaction.</summary>
    public void Rebuild(IProgress<double>? progress, CancellationToken cancellation) => SegmentIndex.Rebuild(db, analyser, progress, cancellation);
}
