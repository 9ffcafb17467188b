using System.CommandLine;
using MiaVoices.App.Cli;

namespace MiaVoices.App.Commands;

/// <summary><c>mia check</c>: is the project whole.</summary>
internal static class CheckCommand
{
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var command = new Command("check", s.T["cmd.check"]) { project };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var problems = store.Check(s.Cancellation);
            if (s.Json)
            {
                s.WriteJson(w =>
                {
                    w.WriteBoolean("ok", problems.Count == 0);
                    w.Texts("problems", problems.Select(s.Neutral.Of));
                });
            }

            foreach (var problem in problems)
            {
                s.Err.WriteLine(s.T.Of(problem));
            }

            if (problems.Count > 0)
            {
                s.Err.WriteLine(s.T["check.bad", problems.Count]);
                return Exit.Refused;
            }

            s.Say(s.T["check.ok"]);
            return Exit.Done;
        });
        return command;
    }
}
