using System.Globalization;
using System.Text;

namespace MiaVoices.Terminal;

/// <summary>What is known about the terminal, if any, that the program writes to. Immutable.</summary>
/// <param name="OutputIsTerminal">Whether standard output goes to a terminal and not into a file or pipe.</param>
/// <param name="ErrorIsTerminal">Whether standard error goes to a terminal.</param>
/// <param name="Width">The columns of the terminal, at least 1; a guess of 80 where there is none.</param>
/// <param name="SupportsUnicode">Whether the encoding of the output can write every character.</param>
/// <param name="AllowsControl">Whether the terminal understands control sequences and carriage returns (TERM is not <c>dumb</c>).</param>
/// <param name="SupportsColor">Whether emphasis and colour are wanted and understood (also NO_COLOR is unset).</param>
public sealed record TerminalFacts(
    bool OutputIsTerminal, bool ErrorIsTerminal, int Width, bool SupportsUnicode, bool AllowsControl, bool SupportsColor)
{
    private const int UsualWidth = 80;

    /// <summary>No terminal at all: everything is redirected, in UTF-8.</summary>
    public static TerminalFacts None { get; } = new(false, false, UsualWidth, true, false, false);

    /// <summary>The columns to keep within on standard output, or 0 (unlimited) when it is redirected.</summary>
    public int OutputWidth => OutputIsTerminal ? Width : 0;

    /// <summary>Looks at the console and the environment of this process.</summary>
    /// <param name="variable">Gives an environment variable, or null where it is unset: usually <see cref="Environment.GetEnvironmentVariable(string)"/>.</param>
    /// <param name="measures">Whether the system is asked for the width. On Unix the runtime then writes a control sequence to the terminal, which one that only knows lines must not get.</param>
    public static TerminalFacts FromEnvironment(Func<string, string?> variable, bool measures = true) =>
        Decide(!Console.IsOutputRedirected, !Console.IsErrorRedirected, measures ? WindowWidth() : 0, Console.OutputEncoding, variable, OperatingSystem.IsWindows());

    /// <summary>Decides from what was looked at; does no I/O itself.</summary>
    /// <param name="outputIsTerminal">Whether standard output goes to a terminal.</param>
    /// <param name="errorIsTerminal">Whether standard error goes to a terminal.</param>
    /// <param name="windowWidth">The columns that the system reports, 0 or less where it does not know; then COLUMNS is asked, else 80 is taken.</param>
    /// <param name="encoding">The encoding of standard output.</param>
    /// <param name="variable">Gives an environment variable, or null where it is unset. NO_COLOR, TERM and COLUMNS are asked for, on Windows also WT_SESSION and ConEmuANSI.</param>
    /// <param name="onWindows">Whether the system is Windows, whose older consoles print control sequences as they stand.</param>
    public static TerminalFacts Decide(
        bool outputIsTerminal, bool errorIsTerminal, int windowWidth, Encoding encoding, Func<string, string?> variable, bool onWindows)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        ArgumentNullException.ThrowIfNull(variable);
        var term = variable("TERM");
        var allowsControl = (outputIsTerminal || errorIsTerminal) && !string.Equals(term, "dumb", StringComparison.Ordinal);
        var understandsSequences = !onWindows
            || !string.IsNullOrEmpty(term)
            || !string.IsNullOrEmpty(variable("WT_SESSION"))
            || string.Equals(variable("ConEmuANSI"), "ON", StringComparison.Ordinal);

        // By the convention (no-color.org) an empty NO_COLOR counts as unset.
        return new TerminalFacts(
            outputIsTerminal,
            errorIsTerminal,
            WidthOr80(windowWidth, variable("COLUMNS")),
            IsUnicode(encoding),
            allowsControl,
            allowsControl && understandsSequences && string.IsNullOrEmpty(variable("NO_COLOR")));
    }

    private static int WidthOr80(int windowWidth, string? columns)
    {
        if (windowWidth > 0)
        {
            return windowWidth;
        }

        return int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told > 0 ? told : UsualWidth;
    }

    private static bool IsUnicode(Encoding encoding) => encoding.CodePage is 65001 or 1200 or 1201 or 12000 or 12001 or 54936;

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (Exception fault) when (fault is IOException or PlatformNotSupportedException or System.Security.SecurityException)
        {
            // Without a console there is no width to ask for.
            return 0;
        }
    }
}
