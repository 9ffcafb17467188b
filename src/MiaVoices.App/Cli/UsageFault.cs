using System.CommandLine;
using System.CommandLine.Parsing;
using MiaVoices.Core.Sources;

namespace MiaVoices.App.Cli;

/// <summary>Says what is wrong with a command line in the person's language.</summary>
internal static class UsageFault
{
    /// <summary>Letters that two words must begin with to be taken for each other.</summary>
    private const int LeastBeginning = 4;

    /// <summary>Whether the fault is a command that does not exist: then the whole list of commands would only hide the message.</summary>
    public static bool IsUnknownCommand(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens.Count > 0 && !parsed.UnmatchedTokens[0].StartsWith('-');

    /// <summary>What is wrong, in a line.</summary>
    public static string Explain(ParseResult parsed, Session session)
    {
        var command = parsed.CommandResult;
        if (parsed.UnmatchedTokens.Count > 0)
        {
            var word = parsed.UnmatchedTokens[0];
            return word.StartsWith('-')
                ? session.T["usage.option", word]
                : command.Command.Arguments.Count == 0 ? Unknown(command.Command, word, session) : session.T["usage.tooMany", word];
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
            OptionResult option => session.T["usage.value", option.Option.Name, string.Join(' ', option.Tokens.Select(t => t.Value))] + Allowed(option.Option.HelpName, session),
            ArgumentResult argument => session.T["usage.value", argument.Argument.Name, string.Join(' ', argument.Tokens.Select(t => t.Value))],
            _ => session.T["usage.choose", HelpText.Name(command.Command)],
        };
    }

    /// <summary>
    /// What is wrong where an option took the place of something else, or null: one that does not exist was read as a word,
    /// or one that does as the value of another. What stands after <c>--</c> is only words.
    /// </summary>
    /// <param name="parsed">The command line as read.</param>
    /// <param name="args">The command line as given.</param>
    /// <param name="session">The session.</param>
    public static string? Misplaced(ParseResult parsed, string[] args, Session session)
    {
        var words = args.SkipWhile(a => a != "--").ToHashSet(StringComparer.Ordinal);
        var command = parsed.CommandResult;
        var known = command.Command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(o => o.Recursive)).SelectMany(o => o.Aliases.Append(o.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var result in command.Children)
        {
            foreach (var word in result.Tokens.Select(t => t.Value).Where(v => !words.Contains(v)))
            {
                if (result is ArgumentResult && word.Length > 2 && word.StartsWith("--", StringComparison.Ordinal) && char.IsLetter(word[2]))
                {
                    return session.T["usage.option", word];
                }

                if (result is OptionResult { Implicit: false } option && known.Contains(word))
                {
                    return session.T["usage.optionValue", option.Option.Name];
                }
            }
        }

        return null;
    }

    /// <summary>What may be given instead, where the help has a sign for it.</summary>
    private static string Allowed(string? sign, Session session) => sign switch
    {
        null => "",
        "N" => " " + session.T["usage.number"],
        "0–1" => " " + session.T["usage.share"],
        _ when sign.Contains('|', StringComparison.Ordinal) => " " + session.T["usage.among", string.Join(", ", sign.Split('|'))],
        _ => "",
    };

    private static string Unknown(Command command, string word, Session session)
    {
        if (command.Subcommands.FirstOrDefault(c => !c.Hidden && c.Subcommands.Any(x => x.Name == word)) is { } over)
        {
            return session.T["usage.commandNear", word, $"{over.Name} {word}"];
        }

        if (word.Length >= LeastBeginning && command.Subcommands.FirstOrDefault(c => !c.Hidden && Shares(c.Name, word)) is { } alike)
        {
            return session.T["usage.commandNear", word, alike.Name];
        }

        var nearest = command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name).MinBy(n => QuestionLikeness.Distance(n, word));
        return nearest is not null && QuestionLikeness.Distance(nearest, word) <= 2
            ? session.T["usage.commandNear", word, nearest]
            : session.T["usage.command", word];
    }

    /// <summary>Whether two words begin alike ("summary", "summarise").</summary>
    private static bool Shares(string name, string word) =>
        name.AsSpan().CommonPrefixLength(word) is var shared && shared >= LeastBeginning && shared * 3 >= word.Length * 2;
}
