using System.CommandLine;
using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;
using MiaVoices.Terminal.Lines;

namespace MiaVoices.App.Commands;

/// <summary><c>mia analyze</c>: what the program makes of a word, and why.</summary>
internal static class AnalyzeCommand
{
    public static Command Create(Session s)
    {
        var words = new Argument<string[]>(s.T["arg.wordName"]) { Description = s.T["arg.words"], Arity = ArgumentArity.OneOrMore };
        var language = new Option<string>("--language") { Description = s.T["opt.textLanguage"] };
        language.AcceptOnlyFromAmong("sv", "en");
        var command = new Command("analyze", s.T["cmd.analyze"]) { words, language };
        command.SetAction(parsed =>
        {
            var isEnglish = parsed.GetValue(language) is "en";
            var analyser = isEnglish ? (ITextAnalyser)new EnglishAnalyser() : s.Analyser;
            var text = StoredText.Normalise(string.Join(' ', parsed.GetValue(words)!));
            var tokens = new List<Token>();
            analyser.Analyse(text, tokens);
            List<(Token Token, WordExplanation Why)> rows = [.. tokens.Select(t => (t, Explained(analyser, text, t)))];
            var dictionary = (analyser as SwedishAnalyser)?.Dictionary;
            if (s.Json)
            {
                s.WriteJson(w =>
                {
                    w.WriteString("language", isEnglish ? "en" : "sv");
                    w.Text("dictionary", dictionary);
                    w.Objects("words", rows, row => Fields(w, text, row.Token, row.Why));
                });
                return Exit.Done;
            }

            var table = new TextTable(
                new TableColumn(s.T["word.word"]), new TableColumn(s.T["word.stem"]), new TableColumn(s.T["word.parts"]),
                new TableColumn(s.T["word.why"]) { IsFlexible = true });
            foreach (var (token, why) in rows)
            {
                table.Add(Surface(text, token), Stems(token.Word), Parts(text, token), Reason(s, why));
            }

            table.Write(s.Out, s.Terminal);
            if (!isEnglish)
            {
                s.Out.WriteLine(dictionary is null ? s.T["analyze.nodictionary"] : s.T["analyze.dictionary", dictionary]);
            }

            return Exit.Done;
        });
        return command;
    }

    private static WordExplanation Explained(ITextAnalyser analyser, string text, Token token) =>
        analyser is SwedishAnalyser swedish
            ? swedish.Explain(Surface(text, token))
            : new WordExplanation(token.Word, token.Word.IsFunctionWord ? StemReason.FunctionWord : StemReason.Stemmer, [], []);

    private static void Fields(Utf8JsonWriter w, string text, Token token, WordExplanation why)
    {
        w.WriteString("word", Surface(text, token));
        w.WriteString("exact", token.Word.Exact);
        w.WriteString("stem", token.Word.Stem);
        w.WriteBoolean("functionWord", token.Word.IsFunctionWord);
        var part = 0;
        w.Objects("parts", token.Word.Parts, p =>
        {
            w.WriteString("part", text.AsSpan(token.Start + p.Start, p.Length));
            w.WriteString("stem", p.Stem);
            w.Text("source", part < why.Sources.Count ? JsonNamingPolicy.CamelCase.ConvertName(why.Sources[part].ToString()) : null);
            part++;
        });
        w.Texts("furtherStems", token.Word.FurtherStems);
        w.WriteString("why", JsonNamingPolicy.CamelCase.ConvertName(why.Reason.ToString()));
        w.Texts("lemmas", why.Lemmas);
    }

    private static string Surface(string text, Token token) => text.Substring(token.Start, token.Length);

    private static string Stems(AnalysedWord word) => string.Join(", ", word.FurtherStems.Prepend(word.Stem));

    private static string Parts(string text, Token token) =>
        string.Join(" + ", token.Word.Parts.Select(p => $"{text.Substring(token.Start + p.Start, p.Length)} ({p.Stem})"));

    private static string Reason(Session s, WordExplanation why)
    {
        var stem = why.Reason switch
        {
            StemReason.FunctionWord => s.T["analyze.function"],
            StemReason.IrregularForm => s.T["analyze.irregular", string.Join(", ", why.Lemmas)],
            StemReason.KnownForm => s.T["analyze.known", string.Join(", ", why.Lemmas)],
            StemReason.EndingRule => s.T["analyze.ending", string.Join(", ", why.Lemmas)],
            StemReason.CompoundHead => "",
            _ => s.T["analyze.plain"],
        };
        if (why.Sources.Count == 0)
        {
            return stem;
        }

        var sources = why.Sources.Distinct().Select(source => s.T[source switch
        {
            PartSource.OwnLexicon => "analyze.source.own",
            PartSource.Dictionary => "analyze.source.dictionary",
            PartSource.ProjectVocabulary => "analyze.source.project",
            PartSource.OtherLexicon => "analyze.source.other",
            _ => "analyze.source.shape",
        }]);
        var compound = s.T["analyze.compound", string.Join(", ", sources)];
        return stem.Length == 0 ? compound : $"{stem}; {compound}";
    }
}
