namespace MiaVoices.Core.Language;

/// <summary>
/// Compound parts from a project's own vocabulary: forms that stand by themselves often enough to be trusted within longer words.
/// Strict, since what is frequent or short in speech also stands by chance within other words. Immutable; thread-safe.
/// </summary>
public sealed class ProjectCompoundLexicon : ICompoundLexicon
{
    private const int LeastSegments = 5;
    private const int ShortestPart = 5;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> parts;

    /// <summary>A lexicon of a vocabulary, in any order.</summary>
    /// <param name="vocabulary">Folded forms (<see cref="AnalysedWord.Exact"/>) with the number of segments in which each stands.</param>
    public ProjectCompoundLexicon(IEnumerable<(string Form, int Count)> vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        var kept = vocabulary
            .Where(entry => entry.Count >= LeastSegments && IsPart(entry.Form))
            .Select(entry => entry.Form)
            .ToHashSet(StringComparer.Ordinal);
        Forms = [.. kept.Order(StringComparer.Ordinal)];
        parts = kept.GetAlternateLookup<ReadOnlySpan<char>>();
        var hash = ContentHash.Empty;
        foreach (var form in Forms)
        {
            hash = ContentHash.Add(ContentHash.Add(hash, form.AsSpan()), " ".AsSpan());
        }

        Version = "p" + ContentHash.Text(hash);
    }

    /// <summary>The forms that were kept, in ordinal order; a lexicon of them, however often they stand, is the same.</summary>
    public IReadOnlyList<string> Forms { get; }

    /// <summary>A hash of the forms that were kept.</summary>
    public string Version { get; }

    /// <summary>Always false: a vocabulary does not tell compounds from simple words.</summary>
    public bool IsWhole(ReadOnlySpan<char> form) => false;

    /// <inheritdoc />
    public bool IsHead(ReadOnlySpan<char> form) => parts.Contains(form);

    /// <inheritdoc />
    public bool TryFirst(ReadOnlySpan<char> form, out string stem)
    {
        var word = parts.Contains(form) ? form : !form.IsEmpty && form[^1] is 's' && parts.Contains(form[..^1]) ? form[..^1] : [];
        stem = word.IsEmpty ? "" : SwedishStemmer.Stem(word.ToString());
        return stem.Length > 0;
    }

    private static bool IsPart(string form) =>
        form.Length >= ShortestPart && !FunctionWords.Contains(form) && form.All(letter => letter is (>= 'a' and <= 'z') or 'å' or 'ä' or 'ö');
}
