using System.Globalization;
using System.Text;
using MiaVoices.Core.Language;

namespace MiaVoices.Tests.Core.Search;

/// <summary>A small analyser that knows a few words by heart.</summary>
public sealed class TableAnalyser : ITextAnalyser
{
    private static readonly HashSet<string> FunctionWords = ["och", "inte", "under", "kunde", "var", "med", "en", "är"];

    private static readonly Dictionary<string, string> Lemmas = new() { ["gick"] = "gå", ["går"] = "gå", ["män"] = "man" };

    // Forms of two words.
    private static readonly Dictionary<string, string[]> Further = new() { ["händer"] = ["hand"], ["barnet"] = ["barnett", "barn"] };

    private static readonly string[] Endings = ["erna", "arna", "orna", "ens", "en", "er", "et", "ar", "or", "na", "s", "a", "e"];

    private static readonly Dictionary<string, (string First, string Second)> Compounds = new()
    {
        ["myndighetskontakt"] = ("myndighets", "kontakt"),
        ["myndighetskontakten"] = ("myndighets", "kontakten"),
        ["kontaktperson"] = ("kontakt", "person"),
        ["personkontakter"] = ("person", "kontakter"),
        ["barnbarn"] = ("barn", "barn"),
    };

    private readonly Dictionary<string, AnalysedWord> _words = [];

    public string Version { get; init; } = "table 1";

    public void Analyse(ReadOnlySpan<char> text, List<Token> tokens)
    {
        var start = -1;
        var at = 0;
        while (at < text.Length)
        {
            Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
            var inWord = Rune.IsLetterOrDigit(rune) || rune.Value == 0x308 || rune.Value == 0xAD;
            var alone = Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol;
            if (!inWord && start >= 0)
            {
                tokens.Add(new Token(start, at - start, Word(text[start..at])));
                start = -1;
            }

            if (alone)
            {
                tokens.Add(new Token(at, length, Word(text.Slice(at, length))));
            }
            else if (inWord && start < 0)
            {
                start = at;
            }

            at += length;
        }

        if (start >= 0)
        {
            tokens.Add(new Token(start, text.Length - start, Word(text[start..])));
        }
    }

    public AnalysedWord Word(ReadOnlySpan<char> form)
    {
        var exact = form.ToString().ToLowerInvariant()
            .Replace("a\u0308", "ä", StringComparison.Ordinal)
            .Replace("o\u0308", "ö", StringComparison.Ordinal)
            .Replace("é", "e", StringComparison.Ordinal)
            .Replace("\u00AD", "", StringComparison.Ordinal);
        lock (_words)
        {
            if (!_words.TryGetValue(exact, out var word))
            {
                word = Make(exact);
                _words.Add(exact, word);
            }

            return word;
        }
    }

    private static AnalysedWord Make(string exact)
    {
        if (FunctionWords.Contains(exact))
        {
            return new AnalysedWord(exact, exact, true, []);
        }

        return Compounds.TryGetValue(exact, out var parts)
            ? new AnalysedWord(exact, Stem(exact), false,
            [
                new WordPart(Stem(parts.First), 0, parts.First.Length),
                new WordPart(Stem(parts.Second), parts.First.Length, parts.Second.Length),
            ])
            : new AnalysedWord(exact, Stem(exact), false, []) { FurtherStems = Further.GetValueOrDefault(exact, []) };
    }

    private static string Stem(string word)
    {
        if (Lemmas.TryGetValue(word, out var lemma))
        {
            return lemma;
        }

        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }
}
