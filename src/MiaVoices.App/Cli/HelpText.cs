using System.CommandLine;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Cli;

/// <summary>Help in the person's language.</summary>
internal static class HelpText
{
    private const int Indent = 2;
    private const int WidestTerm = 34;

    public static Option Option(Session session) => new Option<bool>("--help", "-h", "-?")
    {
        Description = session.T["opt.help"],
        Recursive = true,
        Action = new Act(parsed => Write(session.Out, parsed.CommandResult.Command, session)),
    };

    public static void Write(TextWriter writer, Command command, Session session)
    {
        var width = session.Terminal.OutputWidth is > 0 and var known ? Math.Clamp(known, 40, 110) : 100;
        if (command is RootCommand)
        {
            writer.WriteLine($"MiaVoices {session.Version}");
        }

        foreach (var line in Glyphs.Wrap(command.Description ?? "", width))
        {
            writer.WriteLine(line);
        }

        writer.WriteLine();
        writer.WriteLine($"{session.T["help.usage"]}  {Usage(command, session)}");
        Section(writer, session.T["help.arguments"], command.Arguments.Select(a => (a.Name, a.Description ?? "")), width);
        Section(writer, session.T["help.commands"], command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, First(c.Description))), width);
        Section(writer, session.T["help.options"], Options(command).Select(o => (Term(o), o.Description ?? "")), width);
        if (session.T.Has("help." + Name(command)))
        {
            writer.WriteLine();
            foreach (var line in session.T["help." + Name(command)].Split('\n').SelectMany(l => Glyphs.Wrap(l, width)))
            {
                writer.WriteLine(line);
            }
        }
    }

    /// <summary>"codebook add" for a command of a command, without the program's own name.</summary>
    public static string Name(Command command)
    {
        var names = new List<string>();
        for (Symbol? at = command; at is Command and not RootCommand; at = at.Parents.FirstOrDefault())
        {
            names.Insert(0, at.Name);
        }

        return string.Join(' ', names);
    }

    private static IEnumerable<Option> Options(Command command)
    {
        var above = new List<Option>();
        for (Symbol? at = command.Parents.FirstOrDefault(); at is Command parent; at = at.Parents.FirstOrDefault())
        {
            above.AddRange(parent.Options.Where(o => o.Recursive));
        }

        return command.Options.Concat(above).Where(o => !o.Hidden);
    }

    private static string Usage(Command command, Session session)
    {
        var parts = new List<string> { "mia" };
        if (Name(command) is { Length: > 0 } name)
        {
            parts.Add(name);
        }

        if (command.Subcommands.Count > 0 && command.Arguments.Count == 0)
        {
            parts.Add(session.T["help.command"]);
        }

        parts.AddRange(command.Arguments.Select(a => (a.Arity.MinimumNumberOfValues, a.Arity.MaximumNumberOfValues) switch
        {
            (0, 1) => $"[{a.Name}]",
            (0, _) => $"[{a.Name}…]",
            (_, 1) => a.Name,
            _ => $"{a.Name}…",
        }));
        if (command.Options.Count > 0)
        {
            parts.Add(session.T["help.someOptions"]);
        }

        return string.Join(' ', parts);
    }

    private static string Term(Option option)
    {
        var names = string.Join(", ", new[] { option.Name }.Concat(option.Aliases.Where(a => a != option.Name && a != "-?")));
        return option.ValueType == typeof(bool) ? names : $"{names} {Value(option.HelpName ?? option.Name.TrimStart('-'))}";
    }

    /// <summary>A choice of fixed words stands as it is typed, a placeholder in capitals.</summary>
    private static string Value(string name) => name.AsSpan().IndexOfAny('|', '#', '–') >= 0 ? name : name.ToUpperInvariant();

    private static string First(string? text) => text?.Split('\n')[0] ?? "";

    private static void Section(TextWriter writer, string title, IEnumerable<(string Term, string Text)> rows, int width)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine(title);
        var column = Indent + Math.Min(WidestTerm, all.Max(r => Glyphs.Width(r.Term))) + 2;
        foreach (var (term, text) in all)
        {
            var lines = Glyphs.Wrap(text, Math.Max(20, width - column));
            var lead = new string(' ', Indent) + term;
            if (Glyphs.Width(lead) + 2 > column)
            {
                writer.WriteLine(lead);
                lead = "";
            }

            foreach (var line in lines)
            {
                writer.WriteLine(Glyphs.PadRight(lead, column) + line);
                lead = "";
            }

            if (lines.Count == 0)
            {
                writer.WriteLine(lead);
            }
        }
    }
}
