using MiaVoices.Core.Codes;

namespace MiaVoices.Core.Figures;

/// <summary>
/// Keeps quotes from giving hidden numbers away: each person quoted under a theme is known to have it, so four people
/// quoted where "1 to 4" is hidden say "4". Not thread-safe.
/// </summary>
/// <param name="figures">The figures as shown.</param>
/// <param name="tree">The codebook.</param>
internal sealed class QuoteLimits(ThemeFigures figures, CodeTree tree)
{
    private readonly Dictionary<Guid, Dictionary<string, int>> _quoted = [];

    /// <summary>Whether one more person may be quoted under a theme; if so, the person counts as quoted there and in the themes above.</summary>
    public bool Allows(Guid code, string person, string group)
    {
        var place = figures.Groups.Index().First(g => g.Item == group).Index;
        var line = tree.Above(code).Prepend(code).ToList();
        if (line.Any(c => !Fits(c, person, place)))
        {
            return false;
        }

        foreach (var c in line)
        {
            Quoted(c)[person] = place;
        }

        return true;
    }

    private bool Fits(Guid code, string person, int group)
    {
        if (figures.Disclosure is not { } disclosure || Quoted(code).ContainsKey(person))
        {
            return true;
        }

        var quoted = Quoted(code).Values.Append(group).CountBy(g => g).ToList();
        var least = quoted.ToDictionary(q => disclosure.Part(code, figures.Table, q.Key), q => q.Value);
        least[disclosure.Total(code)] = quoted.Sum(q => q.Value);
        return disclosure.Plan.Withstands(least);
    }

    private Dictionary<string, int> Quoted(Guid code)
    {
        if (!_quoted.TryGetValue(code, out var quoted))
        {
            _quoted[code] = quoted = new Dictionary<string, int>(StringComparer.Ordinal);
        }

        return quoted;
    }
}
