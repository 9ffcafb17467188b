using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia undo</c> and <c>mia redo</c>: back and forth through what this coder did.</summary>
internal static class UndoCommand
{
    public static Command Create(Session s, bool redo)
    {
        var project = Parts.Project(s);
        var times = new Argument<int>("N") { Description = s.T["arg.times"], DefaultValueFactory = _ => 1, Arity = ArgumentArity.ZeroOrOne };
        var command = new Command(redo ? "redo" : "undo", s.T[redo ? "cmd.redo" : "cmd.undo"]) { project, times };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(times) < 1)
            {
                throw new UsageException(Problem.Of("undo.times"));
            }

            using var store = s.Open(parsed.GetValue(project)!);
            var done = new List<JournalEntry>();
            try
            {
                for (var i = 0; i < parsed.GetValue(times); i++)
                {
                    done.Add(redo ? store.Redo() : store.Undo());
                }
            }
            catch (RefusedException e) when (done.Count > 0)
            {
                s.Err.WriteLine(s.T.Of(e.Problem));
                Tell(s, store, done, redo);
                return Exit.LeftOut;
            }

            Tell(s, store, done, redo);
            return Exit.Done;
        });
        return command;
    }

    private static void Tell(Session s, Core.Workbench.IProjectStore store, List<JournalEntry> done, bool redo)
    {
        var targets = done.Select(d => d.Target).ToHashSet();
        var entries = store.Journal().Where(e => e.Kind == EntryKind.Do && targets.Contains(e.Sequence)).Take(targets.Count).ToDictionary(e => e.Sequence);
        if (s.Json)
        {
            s.WriteJson(w => w.Objects(redo ? "redone" : "undone", done, d =>
            {
                w.WriteNumber("sequence", d.Target ?? 0);
                w.WriteString("change", LogCommand.Name(entries[d.Target ?? 0].Change));
                w.WriteString("summary", ChangeText.Of(entries[d.Target ?? 0], s.Neutral));
            }));
        }

        foreach (var entry in done)
        {
            s.Say(Glyphs.OneLine(s.T[redo ? "redo.done" : "undo.done", entry.Target ?? 0, ChangeText.Of(entries[entry.Target ?? 0], s.T)]));
        }
    }
}
