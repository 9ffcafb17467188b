using MiaVoices.Core.Language;

namespace MiaVoices.Core.Search;

/// <summary>
/// What a query asks of the index: the tree with its words analysed. The index and <see cref="MatchFinder"/> both work
/// from this, so that they find the same. Immutable.
/// </summary>
public abstract record IndexQuery
{
    /// <summary>
    /// Analyses the words of a query. Words without a letter, digit or sign that the analyser keeps ask for nothing and are
    /// left out, with what holds only them; null if nothing is left.
    /// </summary>
    /// <param name="node">The query.</param>
    /// <param name="analyser">Analyses its words.</param>
    /// <param name="english">Analyses them as English too; null where no source is English.</param>
    /// <param name="vocabulary">What patterns are looked up in; without it only <see cref="MatchFinder"/> can answer them, form by form.</param>
    /// <param name="notices">Takes what a person should know of how the query was read.</param>
    /// <exception cref="RefusedException">A pattern cannot be used, or the alternatives near each other are too many.</exception>
    public static IndexQuery? Of(
        QueryNode node,
        ITextAnalyser analyser,
        ITextAnalyser? english = null,
        IVocabulary? vocabulary = null,
        ICollection<Problem>? notices = null)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(analyser);
        return new IndexQueryBuilder(new SlotReader(analyser, english, vocabulary, notices)).Of(node);
    }
}

/// <summary>One position of a phrase.</summary>
/// <param name="Word">The word of the query; of a pattern only its form means something.</param>
/// <param name="Mode">How it is looked for; a prefix stands only in the last position.</param>
/// <param name="Terms">The index tokens that satisfy it, none if nothing does; for a prefix, what they begin with.</param>
public sealed record IndexSlot(AnalysedWord Word, TermMode Mode, IReadOnlyList<IndexTerm> Terms)
{
    /// <summary>The pattern that a form must fit; null for a word.</summary>
    public FormPattern? Pattern { get; init; }

    /// <summary>The forms that the pattern stands for; null for a word, or without a vocabulary.</summary>
    public FormExpansion? Expansion { get; init; }

    /// <summary>Words any of which may stand here, whose tokens are together those of this position; empty for a single word.</summary>
    public IReadOnlyList<IndexSlot> Alternatives { get; init; } = [];
}

/// <summary>One word, or several in a row.</summary>
/// <param name="Slots">One or more positions.</param>
public sealed record IndexWords(IReadOnlyList<IndexSlot> Slots) : IndexQuery;

/// <summary>Words and phrases near each other; see <see cref="NearQuery"/>.</summary>
/// <param name="Parts">Two or more.</param>
/// <param name="Distance">Most words between the end of any and the beginning of the one that begins last.</param>
public sealed record IndexNear(IReadOnlyList<IndexWords> Parts, int Distance) : IndexQuery;

/// <summary>All of these.</summary>
/// <param name="Parts">Two or more, none of them an <see cref="IndexAnd"/>.</param>
public sealed record IndexAnd(IReadOnlyList<IndexQuery> Parts) : IndexQuery;

/// <summary>At least one of these.</summary>
/// <param name="Parts">Two or more, none of them an <see cref="IndexOr"/>.</param>
public sealed record IndexOr(IReadOnlyList<IndexQuery> Parts) : IndexQuery;

/// <summary>Not this.</summary>
/// <param name="Inner">What must not be there; never an <see cref="IndexNot"/> itself.</param>
public sealed record IndexNot(IndexQuery Inner) : IndexQuery;

/// <summary>A condition outside the words.</summary>
/// <param name="Filter">The condition.</param>
public sealed record IndexFilter(FilterQuery Filter) : IndexQuery;
