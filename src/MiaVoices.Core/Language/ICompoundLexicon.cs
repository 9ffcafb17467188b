namespace MiaVoices.Core.Language;

/// <summary>
/// A source of words for splitting compounds: our own list, a project's vocabulary, a spelling dictionary. All forms are given folded
/// as in <see cref="AnalysedWord.Exact"/>. Thread-safe.
/// </summary>
public interface ICompoundLexicon
{
    /// <summary>Changes whenever an answer may differ; part of the analyser's version.</summary>
    string Version { get; }

    /// <summary>True for a word that is not to be split, in any inflection.</summary>
    bool IsWhole(ReadOnlySpan<char> form);

    /// <summary>True for a word that may end a compound, in any inflection.</summary>
    bool IsHead(ReadOnlySpan<char> form);

    /// <summary>Finds the stem of a first part, given with its linking letters ("myndighets", "gatu").</summary>
    bool TryFirst(ReadOnlySpan<char> form, out string stem);
}
