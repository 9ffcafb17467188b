namespace MiaVoices.Core.Search;

/// <summary>What a query says of words, apart from where and who.</summary>
public static class QueryWords
{
    /// <summary>True if the query asks for a word that may be marked in a hit; filters and what stands under NOT are none.</summary>
    public static bool AreAskedFor(QueryNode node) => node switch
    {
        FilterQuery => false,
        NotQuery { Inner: NotQuery twice } => AreAskedFor(twice.Inner),
        NotQuery => false,
        AndQuery and => and.Parts.Any(AreAskedFor),
        OrQuery or => or.Parts.Any(AreAskedFor),
        _ => true,
    };
}
