using System.Text;
using MiaVoices.App.Texts;
using MiaVoices.Terminal.Input;

namespace MiaVoices.App.Screens;

/// <summary>Keys as people call them.</summary>
internal static class KeyNames
{
    public static string Of(KeyStroke stroke, Wording t)
    {
        var name = new StringBuilder();
        foreach (var modifier in (ReadOnlySpan<KeyModifiers>)[KeyModifiers.Ctrl, KeyModifiers.Alt, KeyModifiers.Shift])
        {
            if ((stroke.Modifiers & modifier) != 0)
            {
                name.Append(t["key." + modifier.ToString().ToLowerInvariant()]).Append('+');
            }
        }

        var bare = (stroke with { Modifiers = KeyModifiers.None }).ToString();
        var key = "key." + bare.ToLowerInvariant();
        return name.Append(bare.Length > 1 && t.Has(key) ? t[key] : name.Length > 0 ? bare.ToUpperInvariant() : bare).ToString();
    }
}
