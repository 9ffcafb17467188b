using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.App.Screens;
using MiaVoices.Core;

namespace MiaVoices.App.Commands;

/// <summary><c>mia open</c>: the full-screen workbench.</summary>
internal static class OpenCommand
{
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var command = new Command("open", s.T["cmd.open"]) { project };
        command.SetAction(parsed =>
        {
            if (!FullScreen.IsPossible)
            {
                throw new RefusedException(Problem.Of("open.noTerminal"));
            }

            FullScreen.Run(s, parsed.GetValue(project)!);
            return Exit.Done;
        });
        return command;
    }
}
