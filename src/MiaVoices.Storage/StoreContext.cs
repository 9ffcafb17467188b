using MiaVoices.Core.Language;

namespace MiaVoices.Storage;

/// <summary>What a project file needs from the world.</summary>
/// <param name="Analyser">Analyses text for the index.</param>
/// <param name="Clock">The time.</param>
/// <param name="Coder">The name that entries of the journal are written under.</param>
/// <param name="Repeatable">True when the clock is set from outside: identities then derive from project, time and journal, so that a repeated run gives the same bytes.</param>
public sealed record StoreContext(ITextAnalyser Analyser, TimeProvider Clock, string Coder, bool Repeatable = false)
{
    /// <summary>Makes an analyser that also splits compounds by a project's own words; null for <see cref="Analyser"/> alone.</summary>
    public Func<ICompoundLexicon, ITextAnalyser>? WithWords { get; init; }

    /// <summary>Analyses texts of sources in English; null to treat them as all others.</summary>
    public ITextAnalyser? English { get; init; }

    /// <summary>How many seconds to wait for another writer before refusing, from 1.</summary>
    public int LockSeconds { get; init; } = 5;
}
