using MiaVoices.Core.Codes;

namespace MiaVoices.Core.Figures;

/// <summary>A coding as the cross tables need it.</summary>
/// <param name="Code">The code.</param>
/// <param name="Source">The source it stands in.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Person">Key of the person who speaks where it starts, or null.</param>
public readonly record struct CrossCoding(Guid Code, Guid Source, int Start, int End, long? Person);

/// <summary>A person with the sources they speak or answer in.</summary>
/// <param name="Person">The person.</param>
/// <param name="Sources">The sources.</param>
public readonly record struct CrossPerson(Person Person, IReadOnlyList<Guid> Sources);

/// <summary>What cross tables are counted from.</summary>
/// <param name="Tree">The codebook.</param>
/// <param name="Persons">Everyone with a segment of their own in the selection.</param>
/// <param name="Coded">Which person holds a coding of which code in which source.</param>
/// <param name="Codings">The codings of the selection.</param>
public sealed record CrossMaterial(
    CodeTree Tree, IReadOnlyList<CrossPerson> Persons, IReadOnlyList<(Guid Code, long Person, Guid Source)> Coded, IReadOnlyList<CrossCoding> Codings)
{
    /// <summary>The least base that percentages are shown of.</summary>
    public int PercentFrom { get; init; } = Share.LeastBase;
}
