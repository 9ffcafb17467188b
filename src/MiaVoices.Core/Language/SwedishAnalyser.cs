namespace MiaVoices.Core.Language;

/// <summary>
/// The Swedish analyser: words, stems, function words and parts of compounds. Cheap to make: tables and lists are read when first
/// needed. Thread-safe.
/// </summary>
public sealed class SwedishAnalyser : ITextAnalyser, IFormAnalyser
{
    // Raised by hand when the rules of this folder change; the lists are hashed.
    private const int Rules = 2;
    private const int CachedForms = 100_000;

    private readonly Lazy<AnalysedWordCache> cache = new(() => new AnalysedWordCache(CachedForms));
    private readonly CompoundSplitter splitter;
    private readonly Lazy<string> version;

    /// <summary>An analyser with our own lexicon and, where given, further sources of compound parts.</summary>
    public SwedishAnalyser(params IEnumerable<ICompoundLexicon> furtherLexicons)
    {
        ICompoundLexicon[] lexicons = [new SwedishCompoundLexicon(), .. furtherLexicons];
        splitter = new CompoundSplitter(lexicons);
        Dictionary = lexicons.OfType<HunspellCompoundLexicon>().FirstOrDefault()?.Name;
        version = new Lazy<string>(() =>
            $"sv-{Rules}-{EmbeddedWords.Hash(FunctionWords.List, InflectionLexicon.List)}-{string.Join('-', lexicons.Select(lexicon => lexicon.Version))}");
    }

    /// <summary>Where the spelling dictionary lies whose words are used; null for none.</summary>
    public string? Dictionary { get; }

    /// <inheritdoc />
    public string Version => version.Value;

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
    AnalysedWord IFormAnalyser.AnalyseForm(ReadOnlySpan<char> form) => AnalyseForm(form, out _);

    /// <summary>What is known of a form, and why. Slower than <see cref="Word"/>: for showing a few words to a person.</summary>
    public WordExplanation Explain(ReadOnlySpan<char> form)
    {
        var word = AnalyseForm(form, out var inflection);
        var exact = word.Exact;
        var plain = exact.AsSpan(0, SwedishEndings.LengthWithout(exact));
        var sources = new List<PartSource>();
        if (word.Parts.Count > 0)
        {
            foreach (var part in splitter.Split(plain))
            {
                sources.Add(splitter.SourceOf(plain, part));
            }
        }

        var reason = word.IsFunctionWord ? StemReason.FunctionWord
            : inflection is { IsIrregular: true } ? StemReason.IrregularForm
            : inflection is not null ? InflectionLexicon.FindListed(plain) is null ? StemReason.EndingRule : StemReason.KnownForm
            : word.Parts.Count > 0 ? StemReason.CompoundHead
            : StemReason.Stemmer;
        return new WordExplanation(word, reason, inflection?.Lemmas ?? [], sources);
    }

    private AnalysedWord AnalyseForm(ReadOnlySpan<char> form, out Inflection? inflection)
    {
        inflection = null;
        var exact = WordFolding.Fold(form, out var places);
        if (FunctionWords.Contains(exact))
        {
            return new AnalysedWord(exact, exact, true, []);
        }

        var plain = exact.AsSpan(0, SwedishEndings.LengthWithout(exact));
        var parts = splitter.Split(plain);
        inflection = parts.Count > 0 ? InflectionLexicon.FindListed(plain) : InflectionLexicon.Find(plain);
        var stem = inflection?.Stem ?? StemOf(exact, plain, parts);
        return new AnalysedWord(exact, stem, false, InSurface(parts, places, form.Length)) { FurtherStems = inflection?.FurtherStems ?? [] };
    }

    /// <summary>
    /// The stem of a word that is in no lexicon. A compound has the stem of its head after what comes before ("ljudböckerna" is
    /// "ljudbok"), so that its forms meet as those of the head do.
    /// </summary>
    private static string StemOf(string exact, ReadOnlySpan<char> plain, IReadOnlyList<WordPart> parts)
    {
        if (parts.Count > 0 && InflectionLexicon.FindOwn(plain[parts[^1].Start..]) is not { IsVerb: true })
        {
            return string.Concat(plain[..parts[^1].Start], parts[^1].Stem);
        }

        var length = SwedishStemmer.StemLength(plain);
        return length == exact.Length ? exact : exact[..length];
    }

    /// <summary>Moves the places of parts from the folded word to the surface; the last part takes all that is left.</summary>
    private static WordPart[] InSurface(IReadOnlyList<WordPart> parts, List<int>? places, int length)
    {
        if (parts.Count == 0)
        {
            return [];
        }

        var moved = new WordPart[parts.Count];
        var end = length;
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            var start = i == 0 ? 0 : places is null ? parts[i].Start : places[parts[i].Start];
            moved[i] = new WordPart(parts[i].Stem, start, end - start);
            end = start;
        }

        return moved;
    }
}
