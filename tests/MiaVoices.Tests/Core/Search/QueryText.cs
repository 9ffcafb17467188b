using MiaVoices.Core.Search;

namespace MiaVoices.Tests.Core.Search;

/// <summary>Writes a tree so that a person sees its shape.</summary>
internal static class QueryText
{
    internal static string Of(string query, params string[] attributes)
    {
        var parsed = QueryParser.Parse(query, attributes.Length == 0 ? null : attributes);
        return parsed.Error is { } error ? $"{error.Key} @{parsed.ErrorPosition}" : parsed.Root is { } root ? Of(root) : "(blank)";
    }

    internal static string Of(QueryNode node) => node switch
    {
        TermQuery { Mode: TermMode.Wildcard } term => "<" + term.Form + ">",
        TermQuery { Mode: TermMode.Regex } term => "/" + term.Form + "/",
        TermQuery { Mode: TermMode.Fuzzy } term => term.Form + "~" + term.Edits,
        TermQuery term => Mark(term.Mode) + term.Form + (term.Mode == TermMode.Prefix ? "*" : ""),
        NearQuery near => "(" + string.Join($" ~{near.Distance}~ ", near.Parts.Select(Of)) + ")",
        PhraseQuery phrase => "\"" + string.Join(' ', phrase.Terms.Select(Of)) + "\"",
        AndQuery and => "(" + string.Join(" & ", and.Parts.Select(Of)) + ")",
        OrQuery or => "(" + string.Join(" | ", or.Parts.Select(Of)) + ")",
        NotQuery not => "~" + Of(not.Inner),
        FilterQuery filter => $"[{filter.Field} {filter.Name}={filter.Value}]",
        _ => throw new ArgumentException("Unknown node.", nameof(node)),
    };

    private static string Mark(TermMode mode) => mode switch
    {
        TermMode.Exact => "=",
        TermMode.Whole => "!",
        _ => "",
    };
}
