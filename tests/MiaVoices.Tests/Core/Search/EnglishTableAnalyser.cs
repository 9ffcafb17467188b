using MiaVoices.Core.Sources;
using MiaVoices.Core.Language;

namespace MiaVoices.Tests.Core.Search;

/// <summary>Cuts as <see cref="TableAnalyser"/> does and takes English endings away.</summary>
public sealed class EnglishTableAnalyser : ITextAnalyser
{
    private static readonly string[] Endings = ["ing", "ed", "s"];
    private readonly TableAnalyser _cutter = new();
    private readonly Dictionary<string, AnalysedWord> _words = [];

    public string Version => "english table 1";

    public void Analyse(ReadOnlySpan<char> text, List<Token> tokens)
    {
        var first = tokens.Count;
        _cutter.Analyse(text, tokens);
        for (var i = first; i < tokens.Count; i++)
        {
            tokens[i] = tokens[i] with { Word = Word(tokens[i].Word.Exact) };
        }
    }

    public AnalysedWord Word(ReadOnlySpan<char> form)
    {
        var exact = _cutter.Word(form).Exact;
        if (!_words.TryGetValue(exact, out var word))
        {
            var ending = Array.Find(Endings, e => exact.Length - e.Length >= 3 && exact.EndsWith(e, StringComparison.Ordinal)) ?? "";
            _words.Add(exact, word = new AnalysedWord(exact, exact[..^ending.Length], exact is "and" or "under", []) { Language = TextLanguage.English });
        }

        return word;
    }
}
