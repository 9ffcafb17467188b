namespace MiaVoices.Terminal;

/// <summary>How many colours a terminal shows.</summary>
public enum ColorDepth
{
    /// <summary>None, or none wanted.</summary>
    None,

    /// <summary>The sixteen that the person has chosen for the terminal.</summary>
    Sixteen,

    /// <summary>256 by index.</summary>
    Indexed,

    /// <summary>Any, by red, green and blue.</summary>
    Full,
}
