using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Language;

/// <summary>
/// The English analyser: the same words and folding as in Swedish, stems by <see cref="EnglishStemmer"/>; no function words apart and
/// no compounds, which English writes as several words. Thread-safe.
/// </summary>
public sealed class EnglishAnalyser : ITextAnalyser, IFormAnalyser
{
    // Raised by hand when the rules of this folder change for English.
    private const int Rules = 1;
    private const int CachedForms = 20_000;

    private readonly Lazy<AnalysedWordCache> cache = new(() => new AnalysedWordCache(CachedForms));

    /// <inheritdoc />
    public string Version => $"en-{Rules}";

    /// <inheritdoc />
    public void Analyse(ReadOnlySpan<char> text, List<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var words = new WordSegmenter(text);
        while (words.MoveNext())
        {
            tokens.Add(new Token(words.Start, words.Length, Word(text.Slice(words.Start, words.Length))));
        }
    }

    /// <inheritdoc />
    public AnalysedWord Word(ReadOnlySpan<char> form) => cache.Value.GetOrAdd(form, this);

    /// <inheritdoc />
    AnalysedWord IFormAnalyser.AnalyseForm(ReadOnlySpan<char> form)
    {
        var exact = WordFolding.Fold(form, out _);
        var stem = EnglishStemmer.Stem(exact);

        // Of an apostrophe alone nothing would be left.
        return new AnalysedWord(exact, stem.Length > 0 ? stem : exact, false, []) { Language = TextLanguage.English };
    }
}
