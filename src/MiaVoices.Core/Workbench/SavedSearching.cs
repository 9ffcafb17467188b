using MiaVoices.Core.Changes;
using MiaVoices.Core.Search;

namespace MiaVoices.Core.Workbench;

/// <summary>A saved search as it runs today.</summary>
/// <param name="Search">The saved search.</param>
/// <param name="Request">What it asks for.</param>
/// <param name="Outcome">What it finds.</param>
/// <param name="Before">What it found before this run; null if that is not known.</param>
/// <param name="Added">Hits in material that was brought in after it was saved.</param>
public sealed record SavedRun(SavedSearch Search, SearchRequest Request, SearchOutcome Outcome, SeenSearch? Before, int Added)
{
    /// <summary>The difference since it was saved that new material does not explain: codes, groups or sources have changed.</summary>
    public int Otherwise => Before is null ? 0 : Outcome.Total - Before.SavedTotal - Added;
}

/// <summary>Saves searches under names and runs them again.</summary>
public sealed class SavedSearching(IProjectStore store)
{
    /// <summary>The saved search of a name, whatever the letter case unless that decides between two.</summary>
    /// <exception cref="RefusedException">None is called so.</exception>
    public SavedSearch Find(string name) => TryFind(name) ?? throw new RefusedException(Problem.Of("search.savedUnknown", name));

    /// <summary>Saves a search, or puts it in the place of the one that has the name, and notes what it finds now.</summary>
    /// <param name="search">The search; where it replaces one, its identity is not used.</param>
    /// <param name="replace">Whether one of the same name may be replaced.</param>
    /// <returns>The search as saved, and its hits.</returns>
    /// <exception cref="RefusedException">The query cannot be read, or the name is taken.</exception>
    public (SavedSearch Search, int Total) Save(SavedSearch search, bool replace)
    {
        ArgumentNullException.ThrowIfNull(search);
        var total = store.Index.Find(Request(search) with { Limit = 1 }).Total;
        var taken = TryFind(search.Name);
        if (taken is not null && !replace)
        {
            throw new RefusedException(Problem.Of("search.savedTaken", search.Name));
        }

        var saved = taken is null ? search : search with { Id = taken.Id };
        store.Apply(taken is null ? new SaveSearch(saved) : new EditSearch(saved));
        store.SearchTrail.Note(saved.Id, total, asSaved: true);
        return (saved, total);
    }

    /// <summary>Runs a saved search and notes what it finds now.</summary>
    /// <exception cref="RefusedException">It names a code, group or source that the project does not have any more.</exception>
    public SavedRun Run(SavedSearch search, string language, int limit)
    {
        ArgumentNullException.ThrowIfNull(search);
        var request = Request(search) with { Limit = limit };
        var before = store.SearchTrail.Seen().GetValueOrDefault(search.Id);
        var outcome = new Searching(store).Run(search.Query, Conditions(search), language, _ => request);
        var added = before is null ? 0 : store.HitFigures.After(request, before.SavedLast);
        store.SearchTrail.Note(search.Id, outcome.Total, asSaved: before is null);
        return new SavedRun(search, request, outcome, before, added);
    }

    private SavedSearch? TryFind(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var all = store.SavedSearches();
        return all.FirstOrDefault(s => s.Name == name.Trim()) ?? all.FirstOrDefault(s => string.Equals(s.Name, name.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    private SearchRequest Request(SavedSearch search) => new(new Searching(store).Read(search.Query, Conditions(search)))
    {
        Order = search.Order,
        AnswersOnly = search.AnswersOnly,
    };

    private static IReadOnlyList<QueryNode> Conditions(SavedSearch search) => Searching.Conditions(search.Group, search.Code, search.Source);
}
