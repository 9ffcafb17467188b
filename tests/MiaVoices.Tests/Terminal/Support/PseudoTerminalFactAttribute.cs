using Xunit;

namespace MiaVoices.Tests.Terminal.Support;

/// <summary>A test that needs the programs <c>script</c> (util-linux) and <c>stty</c>, and is skipped visibly without them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PseudoTerminalFactAttribute : FactAttribute
{
    public PseudoTerminalFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !IsInstalled("script") || !IsInstalled("stty"))
        {
            Skip = "The programs script and stty are not installed.";
        }
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, program)));
}
