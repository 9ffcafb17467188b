using System.CommandLine;
using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core.Changes;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia log</c>: the journal.</summary>
internal static class LogCommand
{
    private const int UsualLimit = 30;

    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var limit = Parts.Limit(s, UsualLimit);
        var command = new Command("log", s.T["cmd.log"]) { project, limit };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var all = parsed.GetValue(limit) <= 0 || (s.Json && parsed.GetResult(limit) is { Implicit: true });
            var entries = all ? store.Journal() : store.Journal().Take(parsed.GetValue(limit));
            if (s.Json)
            {
                s.WriteJson(w => w.Objects("entries", entries, e =>
                {
                    w.WriteNumber("sequence", e.Sequence);
                    w.WriteString("at", JsonFields.Time(e.At));
                    w.WriteString("coder", e.Coder);
                    w.WriteString("change", e.Kind == EntryKind.Do ? Name(e.Change) : JsonFields.Word(e.Kind));
                    w.WriteString("summary", ChangeText.Of(e, s.Neutral));
                    w.WriteBoolean("undone", e.Undone);
                    if (e.Target is { } target)
                    {
                        w.WriteNumber("target", target);
                    }
                }));
                return Exit.Done;
            }

            var table = new TextTable(
                new TableColumn(s.T["word.number"]) { Alignment = Alignment.Right },
                new TableColumn(s.T["word.when"]),
                new TableColumn(s.T["word.coder"]) { MaxWidth = 16 },
                new TableColumn(s.T["word.what"]) { IsFlexible = true, Wraps = true });
            foreach (var e in entries)
            {
                table.Add(
                    e.Sequence.ToString(CultureInfo.InvariantCulture),
                    e.At.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                    e.Coder,
                    Glyphs.OneLine(ChangeText.Of(e, s.T)) + (e.Undone ? " " + s.T["log.undone"] : ""));
            }

            table.Write(s.Out, s.Terminal);
            return Exit.Done;
        });
        return command;
    }

    /// <summary>A batch is told by what it was for.</summary>
    public static string Name(Change change) => change is Batch batch ? batch.Purpose : ChangeJson.NameOf(change);
}
