namespace MiaVoices.Core.Search;

/// <summary>The exact forms that a project's segments hold, or have held: what patterns are looked up in.</summary>
public interface IVocabulary
{
    /// <summary>All forms in ordinal order.</summary>
    IReadOnlyList<string> Forms { get; }

    /// <summary>How many segments hold a form, those included that have been removed since the index was built; 0 for a form that is not known.</summary>
    int SegmentsWith(string form);

    /// <summary>The forms that fit a pattern.</summary>
    /// <exception cref="RefusedException">A regular expression takes too long.</exception>
    FormExpansion Expand(FormPattern pattern);
}

/// <summary>The forms that a pattern stands for.</summary>
/// <param name="Forms">The nearest, of equally near ones those in most segments; at most <see cref="Most"/>.</param>
/// <param name="Total">How many fit in all.</param>
public sealed record FormExpansion(IReadOnlyList<string> Forms, int Total)
{
    /// <summary>Most forms that a pattern is looked for as.</summary>
    public const int Most = 500;

    /// <summary>Most forms within a phrase or near other words, where each costs more.</summary>
    public const int MostInRow = 100;

    private HashSet<string>? _set;

    /// <summary>True if not all that fit are looked for.</summary>
    public bool IsCut => Total > Forms.Count;

    /// <summary>The same with fewer forms, the nearest and most common.</summary>
    internal FormExpansion CutTo(int most) => Forms.Count <= most ? this : new FormExpansion([.. Forms.Take(most)], Total);

    internal bool Holds(string form) => (_set ??= new HashSet<string>(Forms, StringComparer.Ordinal)).Contains(form);
}
