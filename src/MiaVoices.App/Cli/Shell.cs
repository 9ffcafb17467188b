using System.Buffers;

namespace MiaVoices.App.Cli;

/// <summary>Commands as a person can copy them.</summary>
internal static class Shell
{
    private static readonly SearchValues<char> Parting = SearchValues.Create(" ()&;'");

    /// <summary>A path as one word of a command line.</summary>
    public static string Quoted(string path) => path.AsSpan().ContainsAny(Parting) ? $"\"{path}\"" : path;
}
