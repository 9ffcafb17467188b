using MiaVoices.Terminal;

namespace MiaVoices.App.Cli;

/// <summary>
/// What a run of the program finds around it. The program itself is given what its process has; a test gives its own, so that many runs
/// can go on at once in one process. Nothing below this asks the process. Thread-safe if what it is given is.
/// </summary>
/// <param name="Variable">Gives an environment variable, or null where it is unset.</param>
/// <param name="Terminal">What is known of the terminal.</param>
internal sealed record Surroundings(Func<string, string?> Variable, TerminalFacts Terminal)
{
    /// <summary>Gives the folder that relative paths are meant from; asked when there is such a path.</summary>
    public Func<string> Folder { get; init; } = () => throw new InvalidOperationException("A relative path, and no folder that it is meant from.");

    /// <summary>Opens standard input; asked once, by what reads it.</summary>
    public Func<TextReader> Input { get; init; } = () => TextReader.Null;

    /// <summary>Gives the folder for files that nobody asked for.</summary>
    public Func<string> TempFolder { get; init; } = Path.GetTempPath;

    /// <summary>Whether the process has a terminal that can be taken over whole.</summary>
    public Func<bool> HasScreen { get; init; } = () => false;
}
