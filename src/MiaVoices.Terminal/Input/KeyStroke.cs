using System.Text;

namespace MiaVoices.Terminal.Input;

/// <summary>
/// A key with what is held. A character is what it writes: <c>A</c> is not <c>Shift+a</c>; with Ctrl, letters are lower case,
/// since terminals do not tell them apart.
/// </summary>
/// <param name="Key">The key.</param>
/// <param name="Character">What it writes, for <see cref="Key.Character"/>; otherwise U+0000.</param>
/// <param name="Modifiers">What is held.</param>
public readonly record struct KeyStroke(Key Key, Rune Character, KeyModifiers Modifiers)
{
    private const string SpaceName = "Space";

    /// <summary>A key that writes nothing.</summary>
    /// <param name="key">The key, not <see cref="Key.Character"/>.</param>
    /// <param name="modifiers">What is held.</param>
    public static KeyStroke Of(Key key, KeyModifiers modifiers = KeyModifiers.None) => new(key, default, modifiers);

    /// <summary>A character.</summary>
    /// <param name="character">What it writes.</param>
    /// <param name="modifiers">What is held; Shift counts only together with another.</param>
    public static KeyStroke Of(Rune character, KeyModifiers modifiers = KeyModifiers.None)
    {
        if ((modifiers & KeyModifiers.Ctrl) != 0)
        {
            character = Rune.ToLowerInvariant(character);
        }

        return new(Key.Character, character, (modifiers & ~KeyModifiers.Shift) == 0 ? KeyModifiers.None : modifiers);
    }

    /// <summary>A character of the Basic Multilingual Plane.</summary>
    /// <param name="character">What it writes, not a surrogate.</param>
    /// <param name="modifiers">What is held.</param>
    public static KeyStroke Of(char character, KeyModifiers modifiers = KeyModifiers.None) => Of(new Rune(character), modifiers);

    /// <summary>Whether it writes a character into a text: nothing but Shift is held and it is no control character.</summary>
    public bool IsText => Key == Key.Character && Modifiers == KeyModifiers.None && !Rune.IsControl(Character);

    /// <summary>Whether it is this key with just these held.</summary>
    /// <param name="key">The key.</param>
    /// <param name="modifiers">What must be held.</param>
    public bool Is(Key key, KeyModifiers modifiers = KeyModifiers.None) => Key == key && Modifiers == modifiers && key != Key.Character;

    /// <summary>Whether it is this character with just these held.</summary>
    /// <param name="character">The character; a letter with Ctrl in lower case.</param>
    /// <param name="modifiers">What must be held.</param>
    public bool Is(char character, KeyModifiers modifiers = KeyModifiers.None) =>
        Key == Key.Character && Character.Value == character && Modifiers == modifiers;

    /// <summary>Its neutral name: <c>Ctrl+Z</c>, <c>Shift+Down</c>, <c>F1</c>, <c>Space</c>, <c>a</c>. <see cref="TryParse"/> reads it back.</summary>
    public override string ToString()
    {
        var name = new StringBuilder();
        foreach (var modifier in (ReadOnlySpan<KeyModifiers>)[KeyModifiers.Ctrl, KeyModifiers.Alt, KeyModifiers.Shift])
        {
            if ((Modifiers & modifier) != 0)
            {
                name.Append(modifier).Append('+');
            }
        }

        if (Key != Key.Character)
        {
            return name.Append(Key).ToString();
        }

        var shown = (Modifiers & KeyModifiers.Ctrl) != 0 ? Rune.ToUpperInvariant(Character) : Character;
        return name.Append(shown.Value == ' ' ? SpaceName : shown.ToString()).ToString();
    }

    /// <summary>Reads a neutral name, in any case but for single characters without Ctrl.</summary>
    /// <param name="name">As <see cref="ToString"/> writes it.</param>
    /// <param name="stroke">The key.</param>
    /// <returns>Whether it is a name of a key.</returns>
    public static bool TryParse(string name, out KeyStroke stroke)
    {
        ArgumentNullException.ThrowIfNull(name);
        var modifiers = KeyModifiers.None;
        var rest = name.AsSpan();
        stroke = default;
        while (true)
        {
            // A plus that is the key itself stands last.
            var plus = rest.IndexOf('+');
            if (plus <= 0 || plus == rest.Length - 1)
            {
                break;
            }

            var found = Modifier(rest[..plus]);
            if (found == KeyModifiers.None || (modifiers & found) != 0)
            {
                return false;
            }

            modifiers |= found;
            rest = rest[(plus + 1)..];
        }

        if (rest.Equals(SpaceName, StringComparison.OrdinalIgnoreCase))
        {
            stroke = Of(' ', modifiers);
            return true;
        }

        if (Rune.DecodeFromUtf16(rest, out var rune, out var used) == System.Buffers.OperationStatus.Done && used == rest.Length)
        {
            stroke = Of(rune, modifiers);
            return true;
        }

        if (rest.Length > 1 && char.IsAsciiLetter(rest[0]) && Enum.TryParse(rest, ignoreCase: true, out Key key) && key != Key.Character)
        {
            stroke = Of(key, modifiers);
            return true;
        }

        return false;
    }

    /// <summary>Reads a neutral name.</summary>
    /// <param name="name">As <see cref="ToString"/> writes it.</param>
    /// <exception cref="FormatException">It is no name of a key.</exception>
    public static KeyStroke Parse(string name) => TryParse(name, out var stroke) ? stroke : throw new FormatException($"Not a key: {name}");

    private static KeyModifiers Modifier(ReadOnlySpan<char> name) =>
        name.Equals("Ctrl", StringComparison.OrdinalIgnoreCase) ? KeyModifiers.Ctrl
        : name.Equals("Alt", StringComparison.OrdinalIgnoreCase) ? KeyModifiers.Alt
        : name.Equals("Shift", StringComparison.OrdinalIgnoreCase) ? KeyModifiers.Shift
        : KeyModifiers.None;
}
