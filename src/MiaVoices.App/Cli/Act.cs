using System.CommandLine;
using System.CommandLine.Invocation;

namespace MiaVoices.App.Cli;

/// <summary>An action of an option that ends the command, such as <c>--help</c>.</summary>
internal sealed class Act(Action<ParseResult> run) : SynchronousCommandLineAction
{
    public Act(Action run)
        : this(_ => run())
    {
    }

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        run(parseResult);
        return Exit.Done;
    }
}
