using System.Globalization;

namespace MiaVoices.Benchmarks.Support;

/// <summary>What the caller asked for.</summary>
/// <param name="Rows">Answers in the large project.</param>
/// <param name="Runs">Measured runs of the long benchmarks.</param>
/// <param name="Text">A packed table of real segments whose last column is the text; null for invented text.</param>
/// <param name="Exe">A published program to start; null for the one built beside this.</param>
/// <param name="Folder">Where projects are kept and found again by the next call; null for a folder that goes away.</param>
internal sealed record BenchOptions(int Rows, int Runs, string? Text, string? Exe, string? Folder)
{
    /// <summary>Which sets of coded texts are measured; empty for all.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>The program's own settings alone.</summary>
    public bool Quick { get; init; }

    public static (IReadOnlyList<string> Names, BenchOptions Options) Read(string[] args)
    {
        var names = new List<string>();
        var options = new BenchOptions(100_000, 3, null, null, null);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--rows" => options with { Rows = Number(args, ++i) },
                "--runs" => options with { Runs = Number(args, ++i) },
                "--text" => options with { Text = Value(args, ++i) },
                "--exe" => options with { Exe = Path.GetFullPath(Value(args, ++i)) },
                "--folder" => options with { Folder = Path.GetFullPath(Value(args, ++i)) },
                "--sets" => options with { Sets = Value(args, ++i).Split(',') },
                "--quick" => options with { Quick = true },
                _ => options,
            };
            if (!args[i].StartsWith("--", StringComparison.Ordinal) && (i == 0 || args[i - 1] == "--quick" || !args[i - 1].StartsWith("--", StringComparison.Ordinal)))
            {
                names.Add(args[i]);
            }
        }

        return (names, options);
    }

    private static int Number(string[] args, int at) => int.Parse(Value(args, at), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Value(string[] args, int at) => at < args.Length ? args[at] : throw new ArgumentException($"{args[at - 1]} needs a value");
}
