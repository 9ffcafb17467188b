using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>What an interview brought.</summary>
/// <param name="Source">The interview.</param>
/// <param name="Codes">Different codes in it.</param>
/// <param name="New">Those of them that no earlier interview has.</param>
public sealed record SaturationStep(Source Source, int Codes, int New);

/// <summary>New codes by interview: where nothing new turns up any more, more interviews would say little else.</summary>
public static class Saturation
{
    /// <summary>The interviews with codings, in the order of the project. Other sources are left out: they are not held one after another.</summary>
    /// <param name="store">The project.</param>
    /// <param name="codings">The codings that count.</param>
    public static IReadOnlyList<SaturationStep> Of(IProjectStore store, IEnumerable<PlacedCoding> codings)
    {
        ArgumentNullException.ThrowIfNull(store);
        var used = codings.ToLookup(c => c.Coding.Source, c => c.Coding.Code);
        var seen = new HashSet<Guid>();
        return
        [
            .. store.Sources().Where(s => s.Kind == SourceKind.Interview && used.Contains(s.Id))
                .Select(s => (Source: s, Codes: used[s.Id].Distinct().ToList()))
                .Select(s => new SaturationStep(s.Source, s.Codes.Count, s.Codes.Count(seen.Add))),
        ];
    }
}
