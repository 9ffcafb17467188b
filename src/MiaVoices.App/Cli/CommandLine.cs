using System.CommandLine;
using System.Text;
using MiaVoices.App.Commands;
using MiaVoices.App.Screens;
using MiaVoices.App.Screens.Plain;
using MiaVoices.App.Texts;
using MiaVoices.Core;
using MiaVoices.Storage;
using Microsoft.Data.Sqlite;

namespace MiaVoices.App.Cli;

/// <summary>Exit codes of the contract.</summary>
internal static class Exit
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Usage = 2;
    public const int LeftOut = 3;
    public const int Fault = 70;
}

/// <summary>Reads the command line, runs the command, and turns errors into messages and exit codes: the one place that does.</summary>
internal static class CommandLine
{
    /// <summary>Runs the program: the one way in, for its process and for tests.</summary>
    /// <param name="args">The command line without the program's own name.</param>
    /// <param name="output">Gets results, as UTF-8 without a byte-order mark.</param>
    /// <param name="error">Gets messages, likewise.</param>
    /// <param name="around">All else that the run finds around it.</param>
    /// <param name="cancellation">Ends the work at hand in order.</param>
    /// <returns>An exit code of the contract.</returns>
    public static int Run(string[] args, Stream output, Stream error, Surroundings around, CancellationToken cancellation)
    {
        using var results = new StreamWriter(new OutStream(output, mustArrive: true), new UTF8Encoding(false)) { AutoFlush = around.Terminal.OutputIsTerminal };
        using var messages = new StreamWriter(new OutStream(error, mustArrive: false) { Before = results.Flush }, new UTF8Encoding(false)) { AutoFlush = true };
        return Run(args, new Session(results, messages, around) { Cancellation = cancellation });
    }

    private static int Run(string[] args, Session session)
    {
        Command? asked = null;
        try
        {
            if (Language(args) is { } language)
            {
                if (!Wording.Languages.Contains(language))
                {
                    session.Err.WriteLine(language.Length == 0 ? session.T["usage.optionValue", "--lang"] : session.T["usage.lang", language]);
                    return Exit.Usage;
                }

                session.T = Wording.Load(language);
            }

            var root = Root(session);
            if (args.Length == 0)
            {
                if (PlainMode.IsAskedFor(session))
                {
                    PlainMode.Run(session, null);
                    return Exit.Done;
                }

                if (session.Terminal.OutputIsTerminal && session.Around.HasScreen())
                {
                    FullScreen.Run(session, null);
                    return Exit.Done;
                }

                HelpText.Write(session.Out, root, session);
                session.Out.Flush();
                return Exit.Done;
            }

            // A word that begins with @ is what it says, not a file of more words.
            var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            asked = parsed.CommandResult.Command;
            session.Json = parsed.GetValue<bool>("--json");
            session.Quiet = parsed.GetValue<bool>("--quiet");
            var misplaced = parsed.Action is Act ? null : UsageFault.Misplaced(parsed, args, session);
            if (misplaced is not null || parsed.Errors.Count > 0)
            {
                session.Err.WriteLine(misplaced ?? UsageFault.Explain(parsed, session));
                if (misplaced is null && UsageFault.IsUnknownCommand(parsed))
                {
                    return Exit.Usage;
                }

                session.Err.WriteLine();
                HelpText.Write(session.Err, asked, session);
                return Exit.Usage;
            }

            if (asked.Action is null && parsed.Action is null)
            {
                HelpText.Write(session.Err, asked, session);
                return Exit.Usage;
            }

            var exit = parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = session.Out,
                Error = session.Err,
            });
            session.Out.Flush();
            return exit;
        }
        catch (UsageException e)
        {
            session.Err.WriteLine(session.T.Of(e.Problem));
            if (asked is not null)
            {
                session.Err.WriteLine();
                HelpText.Write(session.Err, asked, session);
            }

            return Exit.Usage;
        }
        catch (RefusedException e)
        {
            session.Err.WriteLine(session.T.Of(e.Problem));
            return Exit.Refused;
        }
        catch (SqliteException e) when (ProjectFaults.Explain(e, "") is { } problem)
        {
            session.Err.WriteLine(session.T.Of(problem));
            return Exit.Refused;
        }
        catch (OperationCanceledException)
        {
            session.Err.WriteLine(session.T["cancelled"]);
            return Exit.Refused;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            FaultReport.Offer(e, session);
            return Exit.Fault;
        }
    }

    /// <summary>The whole command tree; also what help, completion and the documentation test read.</summary>
    public static RootCommand Root(Session session)
    {
        var root = new RootCommand(session.T["cmd.root"]);
        root.Options.Clear();
        root.Options.Add(HelpText.Option(session));
        root.Options.Add(new Option<bool>("--version") { Description = session.T["opt.version"], Action = new Act(() => session.Out.WriteLine($"mia {session.Version}")) });
        root.Options.Add(new Option<bool>("--plain") { Description = session.T["opt.plain"], Action = new Act(() => PlainMode.Run(session, null)) });
        root.Options.Add(new Option<string>("--lang") { Description = session.T["opt.lang"], Recursive = true, HelpName = "sv|en" });
        root.Options.Add(new Option<bool>("--json") { Description = session.T["opt.json"], Recursive = true });
        root.Options.Add(new Option<bool>("--quiet", "-q") { Description = session.T["opt.quiet"], Recursive = true });
        foreach (var command in All.Commands(session))
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    private static string? Language(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--lang")
            {
                return i + 1 < args.Length ? args[i + 1] : "";
            }

            if (args[i].StartsWith("--lang=", StringComparison.Ordinal))
            {
                return args[i]["--lang=".Length..];
            }
        }

        return null;
    }
}
