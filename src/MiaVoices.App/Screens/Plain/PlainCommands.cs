using MiaVoices.App.Texts;

namespace MiaVoices.App.Screens.Plain;

/// <summary>Something that can be asked for by a word, by a letter or by the name that it has in the full-screen workbench.</summary>
/// <param name="Id">Its word is the text <c>plain.{Id}</c>.</param>
/// <param name="NameKey">The key of its name, the same as in the list of all commands where the screens have it too.</param>
/// <param name="Letters">Letters that ask for it, with a space between; as on the screens where they have one.</param>
/// <param name="Run">Does it with what was written behind the word.</param>
internal sealed record PlainCommand(string Id, string NameKey, string Letters, Action<string> Run)
{
    /// <summary>Tells why it cannot be done just now; null if it can.</summary>
    public Func<string?> WhyNot { get; init; } = () => null;

    /// <summary>Its word.</summary>
    public string Word(Wording t) => t["plain." + Id];
}

/// <summary>The commands of a place in the conversation, and finding the one that a line means.</summary>
internal sealed class PlainCommands(PlainTalk talk)
{
    private readonly List<PlainCommand> _all = [];

    /// <summary>The commands in the order of their list.</summary>
    public IReadOnlyList<PlainCommand> All => _all;

    /// <summary>Adds one; two cannot be called alike.</summary>
    public void Add(string id, string nameKey, string letters, Action<string> run, Func<string?>? whyNot = null)
    {
        var command = new PlainCommand(id, nameKey, letters, run) { WhyNot = whyNot ?? (() => null) };
        if (_all.Exists(c => c.Id == id || c.Letters.Split(' ').Intersect(letters.Split(' ')).Any(l => l.Length > 0)))
        {
            throw new ArgumentException($"Two commands are called {id} or {letters}", nameof(id));
        }

        _all.Add(command);
    }

    /// <summary>Does what a line asks for, or tells why not.</summary>
    public void Run(string line)
    {
        var cut = line.IndexOf(' ', StringComparison.Ordinal);
        var (word, rest) = cut < 0 ? (line, "") : (line[..cut], line[(cut + 1)..].Trim());
        if (_all.Find(c => string.Equals(talk.T[c.NameKey], line, StringComparison.OrdinalIgnoreCase)) is { } whole)
        {
            Run(whole, "");
            return;
        }

        if (ByWord(word) is { } command)
        {
            Run(command, rest);
            return;
        }

        var named = _all.Where(c => talk.T[c.NameKey].Contains(line, StringComparison.OrdinalIgnoreCase)).ToList();
        if (named.Count == 0)
        {
            talk.Say(talk.T["plain.unknown", line]);
        }
        else if (named.Count == 1)
        {
            Run(named[0], "");
        }
        else if (talk.Choose(talk.T["plain.which"], named, c => talk.T[c.NameKey]) is { } chosen)
        {
            Run(chosen.Item, "");
        }
    }

    /// <summary>Lists all commands, those that cannot be done with the reason.</summary>
    public void Tell()
    {
        foreach (var command in _all)
        {
            var words = command.Letters.Length > 0 ? $"{command.Word(talk.T)}, {command.Letters.Replace(" ", ", ", StringComparison.Ordinal)}" : command.Word(talk.T);
            var reason = command.WhyNot();
            talk.Say(reason is null ? $"{words}: {talk.T[command.NameKey]}" : $"{words}: {talk.T[command.NameKey]} ({talk.T["plain.notNow", reason]})");
        }
    }

    private void Run(PlainCommand command, string rest)
    {
        if (command.WhyNot() is { } reason)
        {
            talk.Say($"{talk.T[command.NameKey]}: {reason}");
        }
        else
        {
            command.Run(rest);
        }
    }

    /// <summary>A letter, a whole word, or the beginning of only one.</summary>
    private PlainCommand? ByWord(string word)
    {
        if (_all.Find(c => c.Letters.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase) || string.Equals(c.Word(talk.T), word, StringComparison.OrdinalIgnoreCase)) is { } exact)
        {
            return exact;
        }

        var begun = _all.Where(c => c.Word(talk.T).StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToList();
        return begun.Count == 1 && word.Length > 1 ? begun[0] : null;
    }
}
