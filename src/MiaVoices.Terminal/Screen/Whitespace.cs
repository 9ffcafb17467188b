namespace MiaVoices.Terminal.Screen;

/// <summary>What becomes of line feeds and tabs when a text is made safe.</summary>
internal enum Whitespace
{
    /// <summary>Both stay.</summary>
    Kept,

    /// <summary>Line feeds stay, a tab becomes a space: for text whose columns are counted.</summary>
    TabsAsSpaces,

    /// <summary>Both become a space.</summary>
    OneLine,
}
