using System.CommandLine;
using MiaVoices.App.Cli;

namespace MiaVoices.App.Commands;

/// <summary><c>mia completion</c>: a script that lets the shell complete commands and options; the shell asks <c>mia complete</c>.</summary>
internal static class CompletionCommand
{
    private const string Bash =
        """
        _mia_complete() {
            local IFS=$'\n'
            COMPREPLY=( $(mia complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) )
            [ ${#COMPREPLY[@]} -eq 0 ] && compopt -o default
        }
        complete -F _mia_complete mia
        """;

    private const string Zsh =
        """
        _mia() {
            local -a found
            found=("${(@f)$(mia complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
            if [[ -n "$found" ]]; then compadd -- $found; else _files; fi
        }
        compdef _mia mia
        """;

    private const string PowerShell =
        """
        Register-ArgumentCompleter -Native -CommandName mia -ScriptBlock {
            param($word, $ast, $position)
            $words = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
            if ($word -eq '') { $words += '' }
            mia complete -- @words 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }
        """;

    public static Command Create(Session s)
    {
        var shell = new Argument<string>("SHELL") { Description = s.T["arg.shell"] };
        shell.AcceptOnlyFromAmong("bash", "zsh", "powershell");
        var command = new Command("completion", s.T["cmd.completion"]) { shell };
        command.SetAction(parsed =>
        {
            s.Out.WriteLine(parsed.GetValue(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => PowerShell });
            return Exit.Done;
        });
        return command;
    }

    /// <summary>What a shell asks for: the words that may stand last.</summary>
    public static Command Answer(Session s)
    {
        var words = new Argument<string[]>("WORD") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("complete", "") { words };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            var typed = parsed.GetValue(words) ?? [];
            var last = typed.Length > 0 ? typed[^1] : "";
            Command at = parsed.RootCommandResult.Command;
            foreach (var word in typed.SkipLast(1))
            {
                at = at.Subcommands.FirstOrDefault(c => c.Name == word) ?? at;
            }

            var options = at.Options.Concat(parsed.RootCommandResult.Command.Options.Where(o => o.Recursive)).Where(o => !o.Hidden).Select(o => o.Name);
            foreach (var name in at.Subcommands.Where(c => !c.Hidden).Select(c => c.Name).Concat(last.StartsWith('-') ? options : []).Distinct().Where(n => n.StartsWith(last, StringComparison.Ordinal)))
            {
                s.Out.WriteLine(name);
            }

            return Exit.Done;
        });
        return command;
    }
}
