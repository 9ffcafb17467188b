namespace MiaVoices.Core.Sources;

/// <summary>The one form in which text is stored.</summary>
public static class StoredText
{
    /// <summary>
    /// Line breaks become LF, decomposed letters are composed (NFC), NUL and U+FEFF are dropped. Everything else stays.
    /// Idempotent. Does not need ICU.
    /// </summary>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = text;
        if (plain.AsSpan().IndexOfAny('\r', '\0', '\uFEFF') >= 0)
        {
            plain = plain.Replace("\r\n", "\n", StringComparison.Ordinal)
                .Replace('\r', '\n')
                .Replace("\0", "", StringComparison.Ordinal)
                .Replace("\uFEFF", "", StringComparison.Ordinal);
        }

        return CanonicalComposition.Compose(plain);
    }
}
