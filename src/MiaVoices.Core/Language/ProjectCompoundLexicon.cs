namespace MiaVoices.Core.Language;

/// <summary>
/// Compound parts from a project's own vocabulary: forms that people use by themselves often enough to be trusted within longer words.
/// Strict, since what is frequent in speech ("den", "bara") also stands by chance within other words. Thread-safe.
/// </summary>
public sealed class ProjectCompoundLexicon : ICompoundLexicon
{
    /// <summary>Segments in which a form must stand to begin or end compounds.</summary>
    public static int LeastSegments { get; set; } = 5;
    /// <summary>x</summary>
    public static int ShortestHead { get; set; } = 6;
    /// <summary>x</summary>
    public static int ShortestFirst { get; set; } = 6;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> heads;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> firsts;

    /// <summary>A lexicon of a vocabulary.</summary>
    /// <param name="vocabulary">Folded forms with the number of segments in which each stands.</param>
    public ProjectCompoundLexicon(IEnumerable<(string Form, int Count)> vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        var own = new SwedishCompoundLexicon();
        var kept = vocabulary.Where(entry => entry.Count >= LeastSegments && entry.Form.All(letter => letter is (>= 'a' and <= 'z') or 'å' or 'ä' or 'ö') && !FunctionWords.Contains(entry.Form))
            .Select(entry => entry.Form).Distinct().ToList();
        heads = kept.Where(form => form.Length >= ShortestHead).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        firsts = kept.Where(form => form.Length >= ShortestFirst).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        Version = "p";
    }

    /// <summary>A hash of the forms that are kept.</summary>
    public string Version { get; }

    /// <summary>Always false.</summary>
    public bool IsWhole(ReadOnlySpan<char> form) => false;

    /// <inheritdoc />
    public bool IsHead(ReadOnlySpan<char> form) => heads.Contains(form);

    /// <inheritdoc />
    public bool TryFirst(ReadOnlySpan<char> form, out string stem)
    {
        var bare = firsts.Contains(form) ? form : form.Length > 0 && form[^1] is 's' && firsts.Contains(form[..^1]) ? form[..^1] : [];
        stem = bare.IsEmpty ? "" : SwedishStemmer.Stem(bare.ToString());
        return stem.Length > 0;
    }
}
