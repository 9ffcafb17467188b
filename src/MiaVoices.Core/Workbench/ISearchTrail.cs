namespace MiaVoices.Core.Workbench;

/// <summary>What a saved search found before.</summary>
/// <param name="SavedTotal">Hits when it was saved.</param>
/// <param name="SavedAt">When that was.</param>
/// <param name="SavedLast">Key of the last segment of the project then: hits beyond it are new.</param>
/// <param name="Total">Hits when it was last run.</param>
/// <param name="At">When that was.</param>
public sealed record SeenSearch(int SavedTotal, DateTimeOffset SavedAt, long SavedLast, int Total, DateTimeOffset At);

/// <summary>A search that somebody made.</summary>
/// <param name="At">When.</param>
/// <param name="Query">As it was typed, with its options.</param>
/// <param name="Total">Hits then.</param>
public sealed record PastSearch(DateTimeOffset At, string Query, int Total);

/// <summary>
/// What is kept of searches beside the journal: derived, never undone, only in the project's own file. A history is kept for a
/// coder who has asked for it and for nobody else.
/// </summary>
public interface ISearchTrail
{
    /// <summary>Most searches of a coder that the history keeps; older ones go.</summary>
    const int LongestHistory = 1_000;

    /// <summary>What saved searches found before, by their identities.</summary>
    IReadOnlyDictionary<Guid, SeenSearch> Seen();

    /// <summary>Notes what a saved search finds now.</summary>
    /// <param name="search">Identity of the saved search.</param>
    /// <param name="total">Its hits.</param>
    /// <param name="asSaved">True when it has just been saved: what it is compared with from now on.</param>
    void Note(Guid search, int total, bool asSaved);

    /// <summary>Whether this coder's searches are remembered; they are not unless the coder has asked for it.</summary>
    bool KeepsHistory { get; set; }

    /// <summary>Remembers a search, if this coder wants it.</summary>
    void Remember(string query, int total);

    /// <summary>This coder's searches, newest first.</summary>
    IReadOnlyList<PastSearch> History();

    /// <summary>Wipes this coder's searches from the file and says how many there were.</summary>
    int ClearHistory();
}
