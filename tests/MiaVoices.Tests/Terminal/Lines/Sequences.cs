using System.Text.RegularExpressions;

namespace MiaVoices.Tests.Terminal.Lines;

/// <summary>Takes the control sequences of styles out of a text.</summary>
internal static partial class Sequences
{
    public static string Strip(string text) => Style().Replace(text, "");

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Style();
}
