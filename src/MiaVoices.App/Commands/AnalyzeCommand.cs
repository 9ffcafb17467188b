using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;
using MiaVoices.Terminal.Lines;

namespace MiaVoices.App.Commands;

/// <summary><c>mia analyze</c>: what the program makes of a word.</summary>
internal static class AnalyzeCommand
{
    public static Command Create(Session s)
    {
        var words = new Argument<string[]>(s.T["arg.wordName"]) { Description = s.T["arg.words"], Arity = ArgumentArity.OneOrMore };
        var command = new Command("analyze", s.T["cmd.analyze"]) { words };
        command.SetAction(parsed =>
        {
            var text = StoredText.Normalise(string.Join(' ', parsed.GetValue(words)!));
            var tokens = new List<Token>();
            s.Analyser.Analyse(text, tokens);
            if (s.Json)
            {
                s.WriteJson(w => w.Objects("words", tokens, t =>
                {
                    w.WriteString("word", text.AsSpan(t.Start, t.Length));
                    w.WriteString("exact", t.Word.Exact);
                    w.WriteString("stem", t.Word.Stem);
                    w.WriteBoolean("functionWord", t.Word.IsFunctionWord);
                    w.Objects("parts", t.Word.Parts, p =>
                    {
                        w.WriteString("part", text.AsSpan(t.Start + p.Start, p.Length));
                        w.WriteString("stem", p.Stem);
                    });
                }));
                return Exit.Done;
            }

            var table = new TextTable(
                new TableColumn(s.T["word.word"]), new TableColumn(s.T["word.stem"]), new TableColumn(s.T["word.parts"]) { IsFlexible = true }, new TableColumn(s.T["word.why"]));
            foreach (var t in tokens)
            {
                table.Add(
                    text.Substring(t.Start, t.Length),
                    t.Word.Stem,
                    string.Join(" + ", t.Word.Parts.Select(p => $"{text.Substring(t.Start + p.Start, p.Length)} ({p.Stem})")),
                    s.T[t.Word.IsFunctionWord ? "analyze.function" : t.Word.Parts.Count > 0 ? "analyze.compound" : "analyze.plain"]);
            }

            table.Write(s.Out, s.Terminal);
            return Exit.Done;
        });
        return command;
    }
}
