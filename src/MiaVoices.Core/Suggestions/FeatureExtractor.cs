using System.Runtime.InteropServices;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions.Vectors;

namespace MiaVoices.Core.Suggestions;

/// <summary>A kind of feature. Each block of a row is brought to a length of its own, so that long words do not drown short ones.</summary>
internal enum FeatureBlock
{
    /// <summary>Stems, function words and parts of compounds.</summary>
    Words,

    /// <summary>Two words that follow each other.</summary>
    Pairs,

    /// <summary>Four characters within a word and its borders.</summary>
    Characters,

    /// <summary>Punctuation marks.</summary>
    Marks,
}

/// <summary>A word or punctuation mark in its place in the text: what an explanation gives weight to.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
/// <param name="Carries">True for words that carry meaning of their own; false for function words and marks.</param>
internal readonly record struct TextUnit(int Start, int Length, bool Carries);

/// <summary>A feature where it stands.</summary>
/// <param name="Feature">Number of the feature; below zero one that is unknown, see <see cref="FeatureExtractor.Unknown"/>.</param>
/// <param name="First">The unit that causes it.</param>
/// <param name="Second">The other unit of a pair, or the same.</param>
internal readonly record struct Occurrence(int Feature, int First, int Second);

/// <summary>
/// Finds the features of texts and numbers them in the order in which they are first met. Once frozen it meets nothing
/// new and is thread-safe.
/// </summary>
/// <param name="analyser">Finds words and stems.</param>
/// <param name="vectors">Vectors of words, or null to do without.</param>
internal sealed class FeatureExtractor(ITextAnalyser analyser, WordVectors? vectors)
{
    private const int GramLength = 4;
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private Dictionary<string, int> _grams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _marks = new(StringComparer.Ordinal);
    private Dictionary<long, int> _pairs = [];
    private readonly Dictionary<string, FormFeatures> _forms = new(StringComparer.Ordinal);
    private readonly List<FeatureBlock> _blocks = [];
    private readonly Dictionary<int, int> _vectors = [];
    private bool _frozen;

    /// <summary>Stands for the features of a block that are unknown: they tell nothing of themselves, but a text of which much is unknown is told less by the rest.</summary>
    public static int Unknown(FeatureBlock block) => -1 - (int)block;

    /// <summary>The block that an unknown feature stands for.</summary>
    public static int BlockOf(int unknown) => -1 - unknown;

    /// <summary>Number of features met.</summary>
    public int Count => _blocks.Count;

    /// <summary>The block of a feature.</summary>
    public FeatureBlock Block(int feature) => _blocks[feature];

    /// <summary>The vectors in use.</summary>
    public WordVectors? Vectors => vectors;

    /// <summary>The number of the vector of a feature that is a word, or −1.</summary>
    public int VectorOf(int feature) => _vectors.GetValueOrDefault(feature, -1);

    /// <summary>Meets nothing new from here on, and forgets the pairs and grams that do not count: in a large project most of them.</summary>
    public void Freeze(Func<int, bool> counts)
    {
        _frozen = true;
        _pairs = new Dictionary<long, int>(_pairs.Where(pair => counts(pair.Value)));
        _grams = new Dictionary<string, int>(_grams.Where(gram => counts(gram.Value)), StringComparer.Ordinal);
    }

    /// <summary>Appends the words and marks of a text, and the features they cause; what was never met, or does not count, is unknown once frozen.</summary>
    public void Extract(string text, List<TextUnit> units, List<Occurrence> occurrences)
    {
        var tokens = new List<Token>();
        analyser.Analyse(text, tokens);
        var end = 0;
        var (stemBefore, unitBefore) = (-1, -1);
        foreach (var token in tokens)
        {
            AddMarks(text, end, token.Start, units, occurrences);
            end = token.End;
            var unit = units.Count;
            units.Add(new TextUnit(token.Start, token.Length, !token.Word.IsFunctionWord));
            var form = FormOf(token.Word);
            foreach (var feature in form.Features)
            {
                occurrences.Add(new Occurrence(feature, unit, unit));
            }

            if (unitBefore >= 0)
            {
                var pair = stemBefore >= 0 && form.Stem >= 0
                    ? Number(_pairs, ((long)stemBefore << 32) | (uint)form.Stem, FeatureBlock.Pairs)
                    : Unknown(FeatureBlock.Pairs);
                occurrences.Add(new Occurrence(pair, unitBefore, unit));
            }

            (stemBefore, unitBefore) = (form.Stem, unit);
        }

        AddMarks(text, end, text.Length, units, occurrences);
    }

    private FormFeatures FormOf(AnalysedWord word)
    {
        // A function word may be spelt as another word's stem, and must not be taken for it.
        var stem = word.IsFunctionWord ? "\0" + word.Stem : word.Stem;
        if (_forms.TryGetValue(word.Exact, out var known))
        {
            return known;
        }

        var features = new List<int>();
        var number = WordOf(stem, word);
        features.Add(number);
        foreach (var part in word.Parts)
        {
            // A part is the same feature as the word alone, so that what is said with a compound and without it meets.
            features.Add(WordOf(part.Stem, word));
        }

        var framed = "_" + word.Exact + "_";
        for (var start = 0; start == 0 || start + GramLength <= framed.Length; start++)
        {
            var gram = framed.Substring(start, Math.Min(GramLength, framed.Length - start));
            features.Add(Number(_grams, gram, FeatureBlock.Characters));
        }

        var form = new FormFeatures(number, [.. features]);
        if (!_frozen)
        {
            _forms.Add(word.Exact, form);
        }

        return form;
    }

    /// <summary>The vectors are of Swedish words that carry meaning; a stem that is spelt alike in another language has none.</summary>
    private int WordOf(string stem, AnalysedWord word)
    {
        var number = Number(_words, stem, FeatureBlock.Words);
        if (!_frozen && !word.IsFunctionWord && word.Language == TextLanguage.Swedish && vectors?.Find(stem) is { } vector and >= 0)
        {
            _vectors[number] = vector;
        }

        return number;
    }

    private void AddMarks(string text, int start, int end, List<TextUnit> units, List<Occurrence> occurrences)
    {
        while (start < end)
        {
            var mark = text[start];
            var next = start + 1;
            if (char.IsPunctuation(mark) || char.IsSymbol(mark))
            {
                while (next < end && text[next] == mark)
                {
                    next++;
                }

                var written = new string(mark, Math.Min(3, next - start));
                occurrences.Add(new Occurrence(Number(_marks, written, FeatureBlock.Marks), units.Count, units.Count));
                units.Add(new TextUnit(start, next - start, false));
            }

            start = next;
        }
    }

    private int Number<TKey>(Dictionary<TKey, int> known, TKey key, FeatureBlock block)
        where TKey : notnull
    {
        if (_frozen)
        {
            return known.TryGetValue(key, out var number) ? number : Unknown(block);
        }

        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(known, key, out var exists);
        if (!exists)
        {
            entry = _blocks.Count;
            _blocks.Add(block);
        }

        return entry;
    }

    private sealed record FormFeatures(int Stem, int[] Features);
}
