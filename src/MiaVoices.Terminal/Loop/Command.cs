using MiaVoices.Terminal.Input;

namespace MiaVoices.Terminal.Loop;

/// <summary>Something that a person can ask for. Keys, hint row, palette, menu and help all come from it, so a key without a name cannot exist.</summary>
public sealed class Command
{
    /// <summary>A command.</summary>
    /// <param name="id">Its name in the program, the same in every language.</param>
    /// <param name="name">Its name for people, in the language of the moment.</param>
    /// <param name="run">Does it.</param>
    public Command(string id, Func<string> name, Action run)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(run);
        Id = id;
        NameNow = name;
        Action = run;
    }

    /// <summary>Its name in the program.</summary>
    public string Id { get; }

    /// <summary>Its name for people.</summary>
    public string Name => NameNow();

    /// <summary>A shorter name for the hint row.</summary>
    public string Hint => HintNow?.Invoke() ?? Name;

    /// <summary>What it belongs to, for help and palette; empty for nothing.</summary>
    public Func<string> Group { get; init; } = () => "";

    /// <summary>Gives the shorter name; null to use the whole one.</summary>
    public Func<string>? HintNow { get; init; }

    /// <summary>The keys that ask for it; the first is shown.</summary>
    public IReadOnlyList<KeyStroke> Keys { get; init; } = [];

    /// <summary>Sets <see cref="Keys"/> by their neutral names.</summary>
    public string KeyNames
    {
        init => Keys = [.. value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(KeyStroke.Parse)];
    }

    /// <summary>Tells why it cannot be done just now, in the language of the moment; null if it can.</summary>
    public Func<string?> WhyNot { get; init; } = () => null;

    /// <summary>Its place in the hint row, lower ones first; 0 for no place.</summary>
    public int HintRank { get; init; }

    internal Func<string> NameNow { get; }

    internal Action Action { get; }
}
