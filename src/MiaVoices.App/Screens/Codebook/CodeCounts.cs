using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Codebook;

/// <summary>How much stands under each code, with what stands below it counted in. Immutable.</summary>
internal sealed class CodeCounts
{
    /// <summary>Nothing counted yet.</summary>
    public static readonly CodeCounts None = new([]);

    private readonly Dictionary<Guid, CodeCount> _counts;

    private CodeCounts(Dictionary<Guid, CodeCount> counts) => _counts = counts;

    /// <summary>The counts of a code; null while it is not counted.</summary>
    public CodeCount? Of(Guid code) => _counts.TryGetValue(code, out var count) ? count : null;

    /// <summary>Counts a project; meant for the background.</summary>
    public static CodeCounts Read(IProjectStore store, CancellationToken cancellation)
    {
        var tree = new CodeTree(store.Codes());
        var own = new Dictionary<Guid, int>();
        foreach (var coding in store.Codings(CodingScope.All))
        {
            cancellation.ThrowIfCancellationRequested();
            own[coding.Coding.Code] = own.GetValueOrDefault(coding.Coding.Code) + 1;
        }

        var persons = store.CodedCases().ToLookup(c => c.Code, c => c.Case);
        var counts = new Dictionary<Guid, CodeCount>();
        foreach (var code in tree.Codes)
        {
            var all = tree.WithDescendants(code.Id).ToList();
            counts[code.Id] = new CodeCount(all.SelectMany(c => persons[c.Id]).Distinct().Count(), all.Sum(c => own.GetValueOrDefault(c.Id)), own.GetValueOrDefault(code.Id));
        }

        return new CodeCounts(counts);
    }
}

/// <summary>What stands under a code.</summary>
/// <param name="Persons">Persons with a coding of it or of a code below it, each once.</param>
/// <param name="Codings">Codings of it and of the codes below it.</param>
/// <param name="Own">Codings of the code itself.</param>
internal readonly record struct CodeCount(int Persons, int Codings, int Own);
