using MiaVoices.Tests.Support;

namespace MiaVoices.Tests.App;

/// <summary>The verbs that the program has, as it tells the shell.</summary>
internal static class Commands
{
    private static readonly Lazy<IReadOnlyList<string[]>> Found = new(Find);

    /// <summary>Every command and every command of a command: ["codings"], ["codings", "add"] …</summary>
    public static IReadOnlyList<string[]> All => Found.Value;

    /// <summary>Those that do something by themselves or by their commands, without the groups.</summary>
    public static IEnumerable<string[]> Leaves => All.Where(c => c[0] == "suggest" || !All.Any(o => o.Length > c.Length && o.Take(c.Length).SequenceEqual(c)));

    private static List<string[]> Find()
    {
        using var mia = new Mia();
        var all = new List<string[]>();
        foreach (var command in Below(mia))
        {
            all.Add([command]);
            all.AddRange(Below(mia, command).Select(sub => new[] { command, sub }));
        }

        return all;
    }

    private static IReadOnlyList<string> Below(Mia mia, params string[] above) => mia.Ok(["complete", "--", .. above, ""]).OutLines;
}
