using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Which source a file is a new version of.</summary>
internal static class UpdateTarget
{
    /// <summary>
    /// The source meant by name, else that of the same file name and sheet, else the one sheet of the same survey and wave
    /// where a profile names the survey; null where there is none.
    /// </summary>
    /// <exception cref="RefusedException">The source that a person named is not there, or has no such sheet.</exception>
    public static Source? Find(IReadOnlyList<Source> there, SourceDraft draft, UpdateOptions options, IReadOnlySet<Guid> taken)
    {
        if (options.Source is { } text)
        {
            var named = SourceFinder.Candidates(there, text);
            return named.Count switch
            {
                0 => throw new RefusedException(Problem.At(draft.Name, "source.unknown", text)),
                1 => taken.Contains(named[0].Id) ? throw new RefusedException(Problem.At(draft.Name, "update.severalSheets", text)) : named[0],
                _ => named.FirstOrDefault(s => s.Sheet == draft.Sheet)
                    ?? throw new RefusedException(Problem.At(draft.Name, "source.ambiguous", text, string.Join(", ", named.Select(s => $"\"{s.Label}\"")))),
            };
        }

        if (!options.ByName)
        {
            return null;
        }

        var same = there.LastOrDefault(s => s.Name == draft.Name && s.Sheet == draft.Sheet && !taken.Contains(s.Id));
        if (same is not null || draft.Survey is not { } survey || survey.Name == draft.Name)
        {
            return same;
        }

        var waves = there.Where(s => s.Kind == draft.Kind && s.Survey == survey.Name && s.Wave == survey.Wave && !taken.Contains(s.Id)).ToList();
        return waves.Count == 1 ? waves[0] : null;
    }
}
