using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Search;

/// <summary>What a project's queries and texts are analysed with: the same as its index. Immutable.</summary>
/// <param name="Analyser">Analyses Swedish, with the project's own words.</param>
/// <param name="English">Analyses English; null where no source is in English.</param>
/// <param name="Vocabulary">The forms that the project holds, for patterns; null if patterns are not used.</param>
public sealed record SearchWords(ITextAnalyser Analyser, ITextAnalyser? English = null, IVocabulary? Vocabulary = null)
{
    /// <summary>What a query asks of the index; null if it asks for nothing.</summary>
    public IndexQuery? Asked(QueryNode query) => IndexQuery.Of(query, Analyser, English, Vocabulary);

    /// <summary>Finds in memory what a query matches; null if it asks for nothing.</summary>
    public MatchFinder? Finder(QueryNode query) => Asked(query) is { } asked ? new MatchFinder(asked, Analyser, English) : null;

    /// <summary>The analyser for texts in a language.</summary>
    public ITextAnalyser For(TextLanguage language) => language == TextLanguage.English ? English ?? Analyser : Analyser;
}
