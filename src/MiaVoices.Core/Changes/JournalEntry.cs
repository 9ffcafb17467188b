namespace MiaVoices.Core.Changes;

/// <summary>What an entry of the journal is.</summary>
public enum EntryKind
{
    /// <summary>A change as made.</summary>
    Do,

    /// <summary>The inverse of an earlier entry.</summary>
    Undo,

    /// <summary>An undone entry made again.</summary>
    Redo,
}

/// <summary>One entry of the journal. The log only grows.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="At">When.</param>
/// <param name="Coder">Who.</param>
/// <param name="Kind">Change, undo or redo.</param>
/// <param name="Target">The entry that an undo or redo concerns.</param>
/// <param name="Change">What was applied.</param>
/// <param name="Undone">True when the entry's effect does not stand any more.</param>
public sealed record JournalEntry(long Sequence, DateTimeOffset At, string Coder, EntryKind Kind, long? Target, Change Change, bool Undone);
