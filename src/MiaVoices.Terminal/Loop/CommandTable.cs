using MiaVoices.Terminal.Input;

namespace MiaVoices.Terminal.Loop;

/// <summary>
/// The commands of a layer. It refuses what would let a person down later: a key that terminals keep, one key for two commands, two
/// keys that differ only in case, and Esc as the only key.
/// </summary>
public sealed class CommandTable
{
    private readonly List<Command> commands = [];
    private readonly Dictionary<KeyStroke, Command> byKey = [];

    /// <summary>The commands in the order in which they were added.</summary>
    public IReadOnlyList<Command> All => commands;

    /// <summary>The commands of the hint row in order.</summary>
    public IEnumerable<Command> Hints => commands.Where(c => c.HintRank > 0).OrderBy(c => c.HintRank);

    /// <summary>Adds a command.</summary>
    /// <param name="command">The command.</param>
    /// <exception cref="ArgumentException">Its name or one of its keys cannot be used.</exception>
    public void Add(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (commands.Exists(c => c.Id == command.Id))
        {
            throw new ArgumentException($"Two commands are called {command.Id}", nameof(command));
        }

        if (command.Keys.Count > 0 && command.Keys.All(k => k.Is(Key.Escape)))
        {
            throw new ArgumentException($"{command.Id} has only Esc, which multiplexers delay", nameof(command));
        }

        foreach (var key in command.Keys)
        {
            if (KeyRules.IsUnreliable(key))
            {
                throw new ArgumentException($"{command.Id} has {key}, which does not reach the program everywhere", nameof(command));
            }

            if (byKey.TryGetValue(key, out var other) || (OtherCase(key) is { } pair && byKey.TryGetValue(pair, out other)))
            {
                throw new ArgumentException($"{command.Id} and {other.Id} have {key}", nameof(command));
            }
        }

        commands.Add(command);
        foreach (var key in command.Keys)
        {
            byKey[key] = command;
        }
    }

    /// <summary>The command that a key asks for, also one that cannot be done just now; null for none.</summary>
    /// <param name="stroke">The key.</param>
    public Command? Find(KeyStroke stroke) => byKey.GetValueOrDefault(stroke);

    /// <summary>A command by its name in the program; null for none.</summary>
    /// <param name="id">The name.</param>
    public Command? Find(string id) => commands.Find(c => c.Id == id);

    private static KeyStroke? OtherCase(KeyStroke key)
    {
        if (!key.IsText)
        {
            return null;
        }

        var lower = System.Text.Rune.ToLowerInvariant(key.Character);
        var other = lower == key.Character ? System.Text.Rune.ToUpperInvariant(key.Character) : lower;
        return other == key.Character ? null : KeyStroke.Of(other);
    }
}
