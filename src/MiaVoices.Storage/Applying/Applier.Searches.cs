using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Search;

namespace MiaVoices.Storage.Applying;

/// <summary>Saved searches.</summary>
internal sealed partial class Applier
{
    private RemoveSearch Apply(SaveSearch change)
    {
        RequireFreeName(change.Search);
        db.Execute(
            """
            INSERT INTO saved_search (uid, name, query, "order", answers_only, "group", code, source, coder, created)
            VALUES ($uid, $name, $query, $order, $answers, $group, $code, $source, $coder, $created)
            """,
            SearchParameters(change.Search));
        return new RemoveSearch(change.Search.Id);
    }

    private EditSearch Apply(EditSearch change)
    {
        var old = Reading.SavedSearches(db, change.Search.Id).SingleOrDefault() ?? throw Missing("search");
        RequireFreeName(change.Search);
        db.Execute(
            """
            UPDATE saved_search SET name = $name, query = $query, "order" = $order, answers_only = $answers, "group" = $group, code = $code,
                source = $source, coder = $coder, created = $created
            WHERE uid = $uid
            """,
            SearchParameters(change.Search));
        return new EditSearch(old);
    }

    private SaveSearch Apply(RemoveSearch change)
    {
        var old = Reading.SavedSearches(db, change.Search).SingleOrDefault() ?? throw Missing("search");
        db.Execute("DELETE FROM saved_search WHERE uid = $uid", ("$uid", Sql.Blob(change.Search)));
        return new SaveSearch(old);
    }

    private void RequireFreeName(SavedSearch search)
    {
        if (string.IsNullOrWhiteSpace(search.Name))
        {
            throw new RefusedException(Problem.Of("search.noName"));
        }

        if (Reading.SavedSearches(db).Any(s => s.Id != search.Id && string.Equals(s.Name.Trim(), search.Name.Trim(), StringComparison.OrdinalIgnoreCase)))
        {
            throw new RefusedException(Problem.Of("search.nameTaken", search.Name));
        }
    }

    private static (string Name, object? Value)[] SearchParameters(SavedSearch search) =>
    [
        ("$uid", Sql.Blob(search.Id)), ("$name", search.Name), ("$query", search.Query), ("$order", Words.Of(search.Order)), ("$answers", search.AnswersOnly),
        ("$group", search.Group), ("$code", search.Code), ("$source", search.Source), ("$coder", search.Coder), ("$created", Words.Of(search.Created)),
    ];
}
