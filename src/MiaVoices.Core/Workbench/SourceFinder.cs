using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Finds the source that a person means.</summary>
public static class SourceFinder
{
    /// <summary>
    /// The sources called so, by the first of these that gives any: identity, name, last part of the name, label. The
    /// sheets of a workbook share a name.
    /// </summary>
    public static IReadOnlyList<Source> Candidates(IReadOnlyList<Source> sources, string text)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(text);
        var wanted = StoredText.Normalise(text.Trim());
        if (Guid.TryParse(wanted, out var id))
        {
            return [.. sources.Where(s => s.Id == id)];
        }

        foreach (var comparison in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase })
        {
            foreach (var naming in new Func<Source, string>[]
            {
                s => s.Name,
                s => s.Name[(s.Name.LastIndexOf('/') + 1)..],
                s => s.Label,
                s => Path.GetFileNameWithoutExtension(s.Name),
                s => SourceLabel.Pseudonym(s.Label),
            })
            {
                var found = sources.Where(s => string.Equals(naming(s), wanted, comparison)).ToList();
                if (found.Count > 0)
                {
                    return found;
                }
            }
        }

        return [];
    }

    /// <summary>The one source called so.</summary>
    /// <exception cref="RefusedException">None is.</exception>
    /// <exception cref="UsageException">Several are; they are named.</exception>
    public static Source Find(IReadOnlyList<Source> sources, string text)
    {
        var found = Candidates(sources, text);
        return found.Count switch
        {
            1 => found[0],
            0 => throw new RefusedException(Problem.Of("source.unknown", text)),
            _ => throw new UsageException(Problem.Of("source.ambiguous", text, string.Join(", ", found.Select(s => $"\"{s.Label}\"")))),
        };
    }
}
