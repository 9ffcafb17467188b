namespace MiaVoices.Core.Search;

/// <summary>What a query was read as.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Root">The tree; null if the text is blank or in error.</param>
/// <param name="Error">What is wrong, or null; its first fact is the character, counted from 1.</param>
/// <param name="ErrorPosition">UTF-16 code unit in <paramref name="Text"/> that <paramref name="Error"/> points at; 0 without an error.</param>
public sealed record ParsedQuery(string Text, QueryNode? Root, Problem? Error, int ErrorPosition)
{
    /// <summary>Where the plain words stand, those of phrases too, in order; words with a sign for other spellings are not among them.</summary>
    public IReadOnlyList<PlacedTerm> Places { get; init; } = [];

    /// <summary>The tree.</summary>
    /// <exception cref="UsageException">The text is blank or in error.</exception>
    public QueryNode Required() =>
        Root ?? throw new UsageException(Error ?? Problem.Of("search.blank"));
}

/// <summary>A plain word in its place in a query.</summary>
/// <param name="Term">The word as it stands in the tree: this very object.</param>
/// <param name="Start">First UTF-16 code unit, a mark before the word included.</param>
/// <param name="FormStart">First code unit of the word itself.</param>
/// <param name="End">One past the last.</param>
/// <param name="IsQuoted">True within quotation marks, where only words can stand.</param>
public readonly record struct PlacedTerm(TermQuery Term, int Start, int FormStart, int End, bool IsQuoted);
