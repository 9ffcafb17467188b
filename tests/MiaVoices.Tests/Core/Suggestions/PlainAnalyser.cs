using MiaVoices.Core.Language;

namespace MiaVoices.Tests.Core.Suggestions;

/// <summary>Words are letters and digits, a stem lacks a few common endings: enough to test what stands on words.</summary>
internal sealed class PlainAnalyser : ITextAnalyser
{
    private static readonly HashSet<string> FunctionWords = new(StringComparer.Ordinal)
    {
        "jag", "och", "att", "det", "är", "en", "ett", "som", "inte", "med", "på", "för", "till", "vi", "har", "när", "den", "av", "i", "men", "mig", "min",
    };

    private static readonly string[] Endings = ["arna", "erna", "orna", "en", "et", "ar", "er", "or", "na", "n", "t", "a"];

    public string Version => "plain";

    public void Analyse(ReadOnlySpan<char> text, List<Token> tokens)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                tokens.Add(new Token(start, i - start, Word(text[start..i])));
            }
        }
    }

    public AnalysedWord Word(ReadOnlySpan<char> form)
    {
        var exact = form.ToString().ToLowerInvariant();
        if (FunctionWords.Contains(exact))
        {
            return new AnalysedWord(exact, exact, true, []);
        }

        var ending = Endings.FirstOrDefault(ending => exact.Length > ending.Length + 2 && exact.EndsWith(ending, StringComparison.Ordinal)) ?? "";
        var stem = exact[..^ending.Length];
        WordPart[] parts = exact == "boendestöd" ? [new("boende", 0, 6), new("stöd", 6, 4)] : [];
        return new AnalysedWord(exact, stem, false, parts);
    }
}
