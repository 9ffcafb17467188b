namespace MiaVoices.Core.Codes;

/// <summary>A code of the codebook. Codes form a tree of free depth.</summary>
public sealed record Code
{
    /// <summary>Public identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Short name for display (<c>Mk</c>); may be empty.</summary>
    public string Tag { get; init; } = "";

    /// <summary>Full name, unique among siblings, without <c>|</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The code above, or null at the top.</summary>
    public Guid? Parent { get; init; }

    /// <summary>What the code means, in a sentence or three.</summary>
    public string Definition { get; init; } = "";

    /// <summary>What belongs to it.</summary>
    public string Include { get; init; } = "";

    /// <summary>What does not.</summary>
    public string Exclude { get; init; } = "";

    /// <summary>Words that point to it.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>An anchor example.</summary>
    public string Example { get; init; } = "";

    /// <summary><c>#rrggbb</c>, or empty.</summary>
    public string Color { get; init; } = "";

    /// <summary>Order among siblings, from 0.</summary>
    public int Position { get; init; }
}
