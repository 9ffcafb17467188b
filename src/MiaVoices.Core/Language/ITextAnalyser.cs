using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Language;

/// <summary>A part of a compound word.</summary>
/// <param name="Stem">Stem of the part, by the same stemmer as whole words.</param>
/// <param name="Start">First UTF-16 code unit within the surface word.</param>
/// <param name="Length">Length within the surface word, endings and linking letters included.</param>
public readonly record struct WordPart(string Stem, int Start, int Length);

/// <summary>What the analyser knows of one surface form. Immutable; shared by all tokens of that form.</summary>
/// <param name="Exact">The form folded for exact search: lower case, NFC, é/ü and their like without accent, å/ä/ö kept, soft hyphens dropped.</param>
/// <param name="Stem">The stem; equal to <paramref name="Exact"/> for function words.</param>
/// <param name="IsFunctionWord">True for words such as "och", "inte", "kunde", which have a namespace of their own in the index.</param>
/// <param name="Parts">Parts of a compound in order, two or more; empty for other words.</param>
public sealed record AnalysedWord(string Exact, string Stem, bool IsFunctionWord, IReadOnlyList<WordPart> Parts)
{
    /// <summary>Stems of other words that have the same form ("händer": hand and hända); usually empty.</summary>
    public IReadOnlyList<string> FurtherStems { get; init; } = [];

    /// <summary>The language whose rules were used; words of different languages share exact forms but no stems.</summary>
    public TextLanguage Language { get; init; }
}

/// <summary>A word in its place.</summary>
/// <param name="Start">First UTF-16 code unit in the text.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
/// <param name="Word">What is known of it.</param>
public readonly record struct Token(int Start, int Length, AnalysedWord Word)
{
    /// <summary>One past the last code unit.</summary>
    public int End => Start + Length;
}

/// <summary>Turns text into tokens. Thread-safe.</summary>
public interface ITextAnalyser
{
    /// <summary>Changes whenever tokens, stems or parts may differ; the index is rebuilt when it does.</summary>
    string Version { get; }

    /// <summary>Appends the tokens of a text in order. Accepts any string, lone surrogates included.</summary>
    void Analyse(ReadOnlySpan<char> text, List<Token> tokens);

    /// <summary>What is known of one word form.</summary>
    AnalysedWord Word(ReadOnlySpan<char> form);
}
