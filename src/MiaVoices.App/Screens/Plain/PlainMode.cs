using MiaVoices.App.Cli;
using MiaVoices.App.Screens.Start;
using MiaVoices.Terminal;

namespace MiaVoices.App.Screens.Plain;

/// <summary>The workbench as a conversation by plain lines, for screen readers, braille displays and terminals that can do nothing else.</summary>
internal static class PlainMode
{
    /// <summary>Whether the environment asks for it: MIA_PLAIN is set (and not 0), or a person sits at a terminal that understands nothing but lines.</summary>
    /// <param name="environment">Gives a variable, or null.</param>
    /// <param name="terminal">What is known of the terminal.</param>
    public static bool IsAskedFor(Func<string, string?> environment, TerminalFacts terminal) =>
        environment("MIA_PLAIN") is { Length: > 0 } wanted ? wanted != "0"
        : terminal.OutputIsTerminal && string.Equals(environment("TERM"), "dumb", StringComparison.Ordinal);

    /// <summary>Whether the command line or the environment asks for it, before anything is known of the terminal.</summary>
    public static bool IsAskedFor(string[] args, Func<string, string?> environment) => args.Contains("--plain") || IsAskedFor(environment, TerminalFacts.None);

    /// <inheritdoc cref="IsAskedFor(Func{string, string?}, TerminalFacts)"/>
    public static bool IsAskedFor(Session s) => IsAskedFor(s.Around.Variable, s.Terminal);

    /// <summary>Runs the conversation on standard input and output until the person leaves.</summary>
    /// <param name="s">The person and the language.</param>
    /// <param name="path">The project to begin with; null to begin where one is chosen.</param>
    public static void Run(Session s, string? path)
    {
        var folders = UserFolders.Of(s.Around.Variable, OperatingSystem.IsWindows());
        if (s.Around.Variable("MIA_LANG") is null or "")
        {
            s.T = path is null ? folders.Language(s.T) : s.T;
        }

        using var lines = new PlainLines(s.Around.Input(), s.Cancellation);
        Run(s, path, folders, lines.Next);
    }

    /// <summary>Runs the conversation on lines from anywhere; also what tests drive.</summary>
    public static void Run(Session s, string? path, UserFolders folders, Func<string?> read)
    {
        // Progress is drawn over itself, and messages to standard error would come between the lines.
        s.Quiet = true;
        var talk = new PlainTalk(read, s.Out, () => s.T);
        var start = new PlainStart(s, talk, folders);
        if (path is null)
        {
            start.Run();
        }
        else
        {
            start.Open(path);
        }

        talk.Say(s.T["plain.bye"]);
        s.Out.Flush();
    }
}
