namespace MiaVoices.Core.Search;

/// <summary>How a word of a query is looked for.</summary>
public enum TermMode
{
    /// <summary>All inflections, also as a part of compounds: <c>kontakt</c>.</summary>
    Inflected,

    /// <summary>All inflections, whole words only: <c>!kontakt</c>.</summary>
    Whole,

    /// <summary>This form only: <c>=kontakt</c>.</summary>
    Exact,

    /// <summary>All forms that begin so: <c>kontakt*</c>.</summary>
    Prefix,

    /// <summary>All forms that fit a pattern, <c>*</c> for any letters and <c>?</c> for one: <c>*kontakt*</c>.</summary>
    Wildcard,

    /// <summary>All forms that a regular expression fits as a whole: <c>/kon.*/</c>.</summary>
    Regex,

    /// <summary>All forms spelt nearly so: <c>kontakt~</c>.</summary>
    Fuzzy,
}

/// <summary>What a filter looks at.</summary>
public enum FilterField
{
    /// <summary>The speaker's label.</summary>
    Speaker,

    /// <summary>The speaker's role.</summary>
    Role,

    /// <summary>An attribute of the case that speaks or answers.</summary>
    Attribute,

    /// <summary>A code, with the codes under it.</summary>
    Code,

    /// <summary>The source's name or label.</summary>
    Source,

    /// <summary>The question's id or wording, or a note's heading.</summary>
    Question,

    /// <summary>The wave.</summary>
    Wave,

    /// <summary>Whether any code is there: <c>kod:någon</c>.</summary>
    Coded,

    /// <summary>Whether no code is there: <c>kod:ingen</c>.</summary>
    Uncoded,
}

/// <summary>A query as it was written, read into a tree. Immutable.</summary>
public abstract record QueryNode;

/// <summary>A word; if the analyser splits it ("e-post"), its pieces in a row.</summary>
/// <param name="Form">As it was written, without marks; with the stars and question marks of a pattern, and for a regular expression what stands between the slashes.</param>
/// <param name="Mode">How it is looked for.</param>
public sealed record TermQuery(string Form, TermMode Mode = TermMode.Inflected) : QueryNode
{
    /// <summary>For <see cref="TermMode.Fuzzy"/> how many letters may differ, 1 or 2; null to let the length of the word say.</summary>
    public int? Edits { get; init; }
}

/// <summary>Words in a row.</summary>
/// <param name="Terms">One or more; only the last may be a prefix, any may be a pattern.</param>
public sealed record PhraseQuery(IReadOnlyList<TermQuery> Terms) : QueryNode;

/// <summary>
/// Words or phrases near each other, in any order: some place of each, so that between the end of any of them and the beginning
/// of the one that begins last stand at most so many words. They may overlap, and one word may serve for two of them.
/// </summary>
/// <param name="Parts">Two or more; words, phrases, or an OR of them.</param>
/// <param name="Distance">Most words between, 0 to <see cref="Farthest"/>.</param>
public sealed record NearQuery(IReadOnlyList<QueryNode> Parts, int Distance) : QueryNode
{
    /// <summary>The distance where none is written.</summary>
    public const int Usual = 10;

    /// <summary>The greatest distance.</summary>
    public const int Farthest = 999;
}

/// <summary>All of these.</summary>
/// <param name="Parts">Two or more.</param>
public sealed record AndQuery(IReadOnlyList<QueryNode> Parts) : QueryNode;

/// <summary>At least one of these.</summary>
/// <param name="Parts">Two or more.</param>
public sealed record OrQuery(IReadOnlyList<QueryNode> Parts) : QueryNode;

/// <summary>Not this.</summary>
/// <param name="Inner">What must not be there.</param>
public sealed record NotQuery(QueryNode Inner) : QueryNode;

/// <summary>A condition on where a segment stands and who speaks.</summary>
/// <param name="Field">What it looks at.</param>
/// <param name="Name">The field as it was written; for an attribute, the attribute's name.</param>
/// <param name="Value">What it must be.</param>
public sealed record FilterQuery(FilterField Field, string Name, string Value) : QueryNode;
