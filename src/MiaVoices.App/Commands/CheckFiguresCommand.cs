using System.CommandLine;
using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.App.Texts;
using MiaVoices.Core.Figures.Claims;
using MiaVoices.Core.Sources;
using MiaVoices.Formats;
using MiaVoices.Formats.Text;
using MiaVoices.Terminal.Lines;

namespace MiaVoices.App.Commands;

/// <summary><c>mia check-figures</c>: figures in a text that cannot hold, or that nobody can check.</summary>
internal static class CheckFiguresCommand
{
    private static readonly string[] TextEndings = [".md", ".txt", ".markdown"];

    public static Command Create(Session s)
    {
        var file = Parts.File(s);
        var command = new Command("check-figures", s.T["cmd.checkFigures"]) { file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var (text, byLine) = Text(s, path);
            var findings = FigureClaims.Check(text);
            if (s.Json)
            {
                s.WriteJson(w =>
                {
                    w.WriteString("place", byLine ? "line" : "paragraph");
                    w.Objects("findings", findings, f => Fields(s, w, f));
                });
            }
            else
            {
                Tell(s, findings, byLine);
            }

            return findings.Count == 0 ? Exit.Done : Exit.LeftOut;
        });
        return command;
    }

    /// <summary>A text as it is, with its lines; of other formats the paragraphs, which then count as lines.</summary>
    private static (string Text, bool ByLine) Text(Session s, string path)
    {
        var name = Path.GetFileName(path);
        var source = new SourceFile(name, s.Files.Read(path, name));
        if (TextEndings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) && TextDecoding.IsText(source))
        {
            return (TextDecoding.Decode(source).Text, true);
        }

        var drafts = Readers.Read(source, new ReadOptions { Kind = SourceKind.Notes }, s.Cancellation);
        var paragraphs = drafts.SelectMany(d => d.Segments).Select(g => g.Text.ReplaceLineEndings(" "));
        return (string.Join('\n', paragraphs), false);
    }

    private static void Tell(Session s, IReadOnlyList<ClaimFinding> findings, bool byLine)
    {
        if (findings.Count == 0)
        {
            s.Say(s.T["checkfigures.none"]);
            return;
        }

        foreach (var level in findings.GroupBy(f => f.Level).OrderBy(g => g.Key))
        {
            s.Out.WriteLine(s.T["claimlevel." + Name($"{level.Key}"), level.Count()]);
            var table = new TextTable(
                new TableColumn(s.T[byLine ? "checkfigures.line" : "checkfigures.paragraph"]), new TableColumn(s.T["checkfigures.number"]),
                new TableColumn(s.T["checkfigures.why"]) { IsFlexible = true });
            foreach (var f in level)
            {
                table.Add($"{f.Line}", f.Number, $"{Why(s.T, f)} {Do(s.T, f)}");
            }

            table.Write(s.Out, s.Terminal);
        }

        s.Say(s.T["checkfigures.limits"]);
    }

    /// <summary>A finding as JSON fields.</summary>
    internal static void Fields(Session s, Utf8JsonWriter w, ClaimFinding f)
    {
        w.WriteNumber("line", f.Line);
        w.WriteString("number", f.Number);
        w.WriteString("kind", Name($"{f.Kind}"));
        w.WriteString("level", Name($"{f.Level}"));
        w.Texts("facts", f.Facts);
        w.WriteString("why", Why(s.Neutral, f));
        w.WriteString("do", Do(s.Neutral, f));
    }

    /// <summary>What is wrong with a number, in words.</summary>
    internal static string Why(Wording texts, ClaimFinding f)
    {
        var why = texts["claim." + Name($"{f.Kind}"), [.. f.Facts]];
        return f is { Kind: ClaimKind.ImpossiblePercentage, Facts: [_, _, { Length: > 0 } least] } ? $"{why} {texts["claim.leastBase", least]}" : why;
    }

    /// <summary>What to do about it.</summary>
    internal static string Do(Wording texts, ClaimFinding f) => texts["claim." + Name($"{f.Kind}") + ".do"];

    private static string Name(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
