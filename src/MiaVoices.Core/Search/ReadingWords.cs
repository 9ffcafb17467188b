namespace MiaVoices.Core.Search;

/// <summary>The words in which a query is told, in one language. {0} stands for the query's own.</summary>
internal sealed record ReadingWords
{
    internal static readonly ReadingWords Swedish = new()
    {
        Inflected = "ordet *{0}* (alla böjningar, även i sammansättningar)",
        Whole = "ordet *{0}* (alla böjningar, inte i sammansättningar)",
        Plain = "ordet *{0}*",
        Exact = "formen *{0}*",
        Prefix = "ord som börjar på *{0}*",
        Wildcard = "ord efter mönstret ”{0}”",
        Regex = "ord efter det reguljära uttrycket {0}",
        Fuzzy = "ord som stavas ungefär som *{0}*",
        Edits = "högst {0} fel",
        Near = "{0} nära varandra (högst {1} ord emellan)",
        NearOne = "{0} nära varandra (högst 1 ord emellan)",
        NearNone = "{0} intill varandra",
        Forms = "{0} former",
        FormsOne = "1 form",
        FormsCut = "{0} av {1} former",
        Phrase = "frasen ”{0}”",
        PhraseInflected = "frasen ”{0}” (alla böjningar)",
        And = "och",
        Or = "eller",
        ButNot = "men inte",
        AllBut = "allt utom",
        Fields = new()
        {
            [FilterField.Speaker] = "talaren är {0}",
            [FilterField.Role] = "rollen är {0}",
            [FilterField.Code] = "koden är {0} eller en kod under den",
            [FilterField.Source] = "källan är {0}",
            [FilterField.Question] = "frågan är {0}",
            [FilterField.Wave] = "vågen är {0}",
            [FilterField.Coded] = "någon kod är satt",
            [FilterField.Uncoded] = "ingen kod är satt",
            [FilterField.Attribute] = "{1} är {0}",
        },
    };

    internal static readonly ReadingWords English = new()
    {
        Inflected = "the word *{0}* (all inflections, also within compounds)",
        Whole = "the word *{0}* (all inflections, not within compounds)",
        Plain = "the word *{0}*",
        Exact = "the form *{0}*",
        Prefix = "words that begin with *{0}*",
        Wildcard = "words after the pattern “{0}”",
        Regex = "words after the regular expression {0}",
        Fuzzy = "words spelt nearly like *{0}*",
        Edits = "at most {0} wrong",
        Near = "{0} near each other (at most {1} words between)",
        NearOne = "{0} near each other (at most 1 word between)",
        NearNone = "{0} next to each other",
        Forms = "{0} forms",
        FormsOne = "1 form",
        FormsCut = "{0} of {1} forms",
        Phrase = "the phrase “{0}”",
        PhraseInflected = "the phrase “{0}” (all inflections)",
        And = "and",
        Or = "or",
        ButNot = "but not",
        AllBut = "everything but",
        Fields = new()
        {
            [FilterField.Speaker] = "the speaker is {0}",
            [FilterField.Role] = "the role is {0}",
            [FilterField.Code] = "the code is {0} or one below it",
            [FilterField.Source] = "the source is {0}",
            [FilterField.Question] = "the question is {0}",
            [FilterField.Wave] = "the wave is {0}",
            [FilterField.Coded] = "some code is set",
            [FilterField.Uncoded] = "no code is set",
            [FilterField.Attribute] = "{1} is {0}",
        },
    };

    internal required string Inflected { get; init; }

    internal required string Whole { get; init; }

    internal required string Plain { get; init; }

    internal required string Exact { get; init; }

    internal required string Prefix { get; init; }

    internal required string Wildcard { get; init; }

    internal required string Regex { get; init; }

    internal required string Fuzzy { get; init; }

    internal required string Edits { get; init; }

    internal required string Near { get; init; }

    internal required string NearOne { get; init; }

    internal required string NearNone { get; init; }

    internal required string Forms { get; init; }

    internal required string FormsOne { get; init; }

    internal required string FormsCut { get; init; }

    internal required string Phrase { get; init; }

    internal required string PhraseInflected { get; init; }

    internal required string And { get; init; }

    internal required string Or { get; init; }

    internal required string ButNot { get; init; }

    internal required string AllBut { get; init; }

    internal required Dictionary<FilterField, string> Fields { get; init; }
}
