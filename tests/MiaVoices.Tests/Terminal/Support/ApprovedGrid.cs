using System.Runtime.CompilerServices;
using Xunit;

namespace MiaVoices.Tests.Terminal.Support;

/// <summary>
/// Compares what a terminal shows with an approved text in <c>Approved/</c>. With MIA_APPROVE=1 in the environment the approved text
/// is written anew: read the difference before it is kept.
/// </summary>
internal static class ApprovedGrid
{
    public static void Verify(VtEmulator terminal, string name, [CallerFilePath] string file = "")
    {
        // The first folder of the tests that the caller stands in.
        var folder = Path.GetDirectoryName(file);
        while (folder is not null && Path.GetFileName(Path.GetDirectoryName(folder)) != "MiaVoices.Tests")
        {
            folder = Path.GetDirectoryName(folder);
        }

        var path = Path.Combine(folder ?? throw new ArgumentException(file, nameof(file)), "Approved", name + ".txt");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var shown = $"{terminal.Text}\n-- {terminal.Width}×{terminal.Height}, caret {(terminal.Caret is var (x, y) ? FormattableString.Invariant($"{x},{y}") : "hidden")}\n";
        if (Environment.GetEnvironmentVariable("MIA_APPROVE") == "1")
        {
            File.WriteAllText(path, shown);
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "(nothing approved)", shown);
    }
}
