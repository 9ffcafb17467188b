using System.Runtime.CompilerServices;
using Xunit;

namespace MiaVoices.Tests.Support;

/// <summary>
/// Compares what a person reads with the text that was approved, in a file beside the test. Where they differ the new text
/// is written beside it as <c>*.received.*</c>: read it, and if it is right, let it take the approved file's place.
/// </summary>
public static class Approved
{
    /// <param name="text">The text.</param>
    /// <param name="ending">Ending of the file, without a dot.</param>
    /// <param name="file">The test's file, filled in by the compiler.</param>
    /// <param name="test">The test's name, filled in by the compiler.</param>
    public static void Verify(string text, string ending = "md", [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{test}");
        var (approved, received) = ($"{stem}.approved.{ending}", $"{stem}.received.{ending}");
        var before = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (before == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        var (old, now) = (before.Split('\n'), text.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(old.Length, now.Length)).First(i => i >= old.Length || i >= now.Length || old[i] != now[i]);
        Assert.Fail($"{Path.GetFileName(approved)}, line {line + 1}:\napproved: {At(old, line)}\nreceived: {At(now, line)}");
    }

    private static string At(string[] lines, int line) => line < lines.Length ? lines[line] : "(no line)";
}
