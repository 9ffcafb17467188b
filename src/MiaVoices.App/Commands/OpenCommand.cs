using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.App.Screens;
using MiaVoices.App.Screens.Plain;
using MiaVoices.Core;

namespace MiaVoices.App.Commands;

/// <summary><c>mia open</c>: the workbench, on the whole screen or by plain lines.</summary>
internal static class OpenCommand
{
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var plain = new Option<bool>("--plain") { Description = s.T["opt.plain"] };
        var command = new Command("open", s.T["cmd.open"]) { project, plain };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(plain) || PlainMode.IsAskedFor(s))
            {
                PlainMode.Run(s, parsed.GetValue(project)!);
                return Exit.Done;
            }

            if (!s.Around.HasScreen())
            {
                throw new RefusedException(Problem.Of("open.noTerminal"));
            }

            FullScreen.Run(s, parsed.GetValue(project)!);
            return Exit.Done;
        });
        return command;
    }
}
