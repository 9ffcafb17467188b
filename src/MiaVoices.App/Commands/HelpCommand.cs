using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core;

namespace MiaVoices.App.Commands;

/// <summary><c>mia help</c>: help on a verb.</summary>
internal static class HelpCommand
{
    public static Command Create(Session s)
    {
        var words = new Argument<string[]>(s.T["arg.commandName"]) { Description = s.T["arg.helpCommand"], Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("help", s.T["cmd.help"]) { words };
        command.SetAction(parsed =>
        {
            Command at = parsed.RootCommandResult.Command;
            foreach (var word in parsed.GetValue(words) ?? [])
            {
                at = at.Subcommands.FirstOrDefault(c => c.Name == word) ?? throw new UsageException(Problem.Of("usage.command", word));
            }

            HelpText.Write(s.Out, at, s);
            return Exit.Done;
        });
        return command;
    }
}
