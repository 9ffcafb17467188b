namespace MiaVoices.Terminal.Editing;

/// <summary>What was copied last inside the program; a terminal may keep its own beside it.</summary>
public sealed class Clipboard
{
    /// <summary>The text, empty if nothing was copied.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Called with each text that is copied.</summary>
    public Action<string>? Copied { get; set; }

    /// <summary>Copies a text; an empty one leaves what was there.</summary>
    /// <param name="text">The text.</param>
    public void Copy(string text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Text = text;
            Copied?.Invoke(text);
        }
    }
}
