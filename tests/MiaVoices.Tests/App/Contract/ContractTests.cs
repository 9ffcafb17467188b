using System.Text.RegularExpressions;
using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App.Contract;

/// <summary>The contract of the command line, as its own document has it, against the program.</summary>
public sealed partial class ContractTests
{
    private const string Project = Demo.Project;

    /// <summary>How each command of which the contract tells the JSON is run on the practice project.</summary>
    private static readonly Dictionary<string, string[][]> Runs = new()
    {
        ["segments"] = [["segments", Project]],
        ["search"] = [["search", Project, "kontakt"], ["search", Project, "tid", "--order", "relevance"]],
        ["codings list"] = [["codings", "list", Project]],
        ["suggest"] = [["suggest", Project], ["suggest", Project, "--all", "--include-coded", "--limit", "30"]],
        ["evaluate"] = [["evaluate", Project]],
        ["summarise"] = [["summarise", Project], ["summarise", Project, "--audience", "internal"]],
        ["survey"] = [["survey", Project, "--survey", "Avslutsenkät"], ["survey", Project, "--survey", "Indikatorenkät", "--by", "grupp"], ["survey", Project, "--survey", "Indikatorenkät", "--compare", "2024", "2025", "--audience", "internal"]],
        ["log"] = [["log", Project]],
        ["import"] = [["import", Project, "in", "--dry-run"], ["import", Project, "in"]],
    };

    [SharedFact]
    public void The_fields_of_each_command_are_those_of_the_contract()
    {
        using var mia = Demo.Copy();
        mia.Write(Path.Combine("in", "samtal.txt"), "Intervju 7\n\nI: Hur gick det?\nIP: Det gick bra.\n");
        mia.Write(Path.Combine("in", "tom.txt"), "");
        var shapes = Shapes();
        Assert.Equal(Runs.Keys.Order(StringComparer.Ordinal), shapes.Keys.Where(k => k != "segment").Order(StringComparer.Ordinal));
        foreach (var (command, runs) in Runs)
        {
            var values = runs.Select(r => mia.Run([.. r, "--json"])).Select(r => r.Ends(command == "import" ? 3 : 0).Json).ToList();

            Assert.Empty(values.SelectMany(v => shapes[command].Faults(v, command)).Distinct());
            Assert.Empty(shapes[command].Unseen(values, command));
        }
    }

    [SharedFact]
    public void Each_command_and_option_of_the_contract_exists()
    {
        using var mia = new Mia();
        var rows = Lines().Where(l => l.StartsWith("| `mia", StringComparison.Ordinal)).Select(l => l.Replace("\\|", "|", StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count > 20);
        foreach (var row in rows)
        {
            var commands = Code().Matches(row).Select(m => m.Groups[1].Value).Where(c => c.StartsWith("mia ", StringComparison.Ordinal)).ToList();
            foreach (var words in commands.SelectMany(Commands))
            {
                var known = mia.Ok(["complete", "--", .. words, "--"]).OutLines;
                Assert.Contains(App.Commands.All, c => c.SequenceEqual(words));

                // What the description names besides is of the row's first command.
                var described = words.SequenceEqual(Commands(commands[0]).First()) ? Option().Matches(row[(row.LastIndexOf(commands[^1], StringComparison.Ordinal) + commands[^1].Length)..]).Select(m => m.Value) : [];
                var own = commands.Where(c => Commands(c).Any(w => w.SequenceEqual(words))).SelectMany(c => Option().Matches(c).Select(m => m.Value));
                Assert.Empty(own.Concat(described).Except(known).Select(o => $"{string.Join(' ', words)} {o}"));
            }
        }
    }

    /// <summary>The shapes by command, and that of a segment by its name.</summary>
    private static Dictionary<string, ContractShape> Shapes()
    {
        var shapes = new Dictionary<string, ContractShape>(StringComparer.Ordinal);
        foreach (var match in Lines().Select(l => Fields().Match(l)).Where(m => m.Success))
        {
            shapes.Add(match.Groups[1].Value, ContractShape.Read(match.Groups[2].Value, shapes));
        }

        return shapes;
    }

    /// <summary>The commands that a line of usage names: <c>mia suggest accept|reject PROJECT</c> is two.</summary>
    private static IEnumerable<string[]> Commands(string usage)
    {
        var words = usage.Split(' ');
        var below = words.Length > 2 && words[2].All(c => char.IsAsciiLetterLower(c) || c is '|' or '-') ? words[2].Split('|') : [];
        return below.Length == 0 ? [[words[1]]] : below.Select(b => new[] { words[1], b });
    }

    private static string[] Lines() => File.ReadAllLines(Path.Combine(SharedFolder.Path!, "CLI.md"));

    [GeneratedRegex(@"^- (?:`mia )?([a-z ]+?)(?: --json` →|:) `(\{.*?\})`")]
    private static partial Regex Fields();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("--[a-z][a-z-]+")]
    private static partial Regex Option();
}
