using System.CommandLine;
using System.CommandLine.Parsing;

namespace MiaVoices.App.Cli;

/// <summary>Says what is wrong with a command line in the person's language.</summary>
internal static class UsageFault
{
    public static string Explain(ParseResult parsed, Session session)
    {
        var command = parsed.CommandResult;
        if (parsed.UnmatchedTokens.Count > 0)
        {
            var word = parsed.UnmatchedTokens[0];
            return word.StartsWith('-')
                ? session.T["usage.option", word]
                : command.Command.Arguments.Count == 0 ? session.T["usage.command", word] : session.T["usage.tooMany", word];
        }

        foreach (var argument in command.Command.Arguments)
        {
            if ((command.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues)
            {
                return session.T["usage.missing", argument.Name];
            }
        }

        foreach (var option in command.Command.Options.Where(o => o.Required && command.GetResult(o) is null or { IdentifierToken: null }))
        {
            return session.T["usage.missingOption", option.Name];
        }

        var fault = parsed.Errors[0];
        return fault.SymbolResult switch
        {
            OptionResult option when option.Tokens.Count == 0 => session.T["usage.optionValue", option.Option.Name],
            OptionResult option => session.T["usage.value", option.Option.Name, string.Join(' ', option.Tokens.Select(t => t.Value))],
            ArgumentResult argument => session.T["usage.value", argument.Argument.Name, string.Join(' ', argument.Tokens.Select(t => t.Value))],
            _ => session.T["usage.choose", HelpText.Name(command.Command)],
        };
    }
}
