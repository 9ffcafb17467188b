using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Commands;

/// <summary><c>mia forget</c>: takes a person out of a project for ever.</summary>
internal static class ForgetCommand
{
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var person = Parts.Text(s, "--case", "opt.forgetCase", s.T["word.case"]);
        person.Required = true;
        var yes = new Option<bool>("--yes") { Description = s.T["opt.forgetYes"] };
        var command = new Command("forget", s.T["cmd.forget"]) { project, person, yes };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var name = parsed.GetValue(person)!;
            var found = store.Cases().FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)) ?? throw new RefusedException(Problem.Of("case.unknown", name));
            if (!parsed.GetValue(yes))
            {
                var (segments, codings) = ToForget.Of(store, found);
                throw new UsageException(Problem.Of("forget.confirm", found.Name, segments, codings));
            }

            Forgotten forgotten;
            using (var progress = s.Progress("progress.index"))
            {
                forgotten = store.Forget(found.Id, progress, s.Cancellation);
            }

            Tell(s, forgotten);
            return forgotten.IsTidied && forgotten.Mentions == 0 ? Exit.Done : Exit.LeftOut;
        });
        return command;
    }

    private static void Tell(Session s, Forgotten f)
    {
        if (s.Json)
        {
            s.WriteJson(w =>
            {
                w.WriteNumber("segments", f.Segments);
                w.WriteNumber("codings", f.Codings);
                w.WriteNumber("shortened", f.Shortened);
                w.WriteNumber("memos", f.Memos);
                w.WriteNumber("quotes", f.Quotes);
                w.WriteNumber("mentions", f.Mentions);
                w.WriteBoolean("tidied", f.IsTidied);
            });
        }
        else
        {
            s.Out.WriteLine(s.T["forget.done", f.Segments, f.Codings, f.Shortened, f.Memos, f.Quotes]);
            s.Out.WriteLine(s.T["forget.copies"]);
        }

        if (f.Mentions > 0)
        {
            s.Err.WriteLine(s.T["forget.mentions", f.Mentions]);
        }

        if (!f.IsTidied)
        {
            s.Err.WriteLine(s.T["forget.held"]);
        }
    }
}
