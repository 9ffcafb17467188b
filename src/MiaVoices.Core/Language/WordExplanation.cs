namespace MiaVoices.Core.Language;

/// <summary>Why a word has its stem.</summary>
public enum StemReason
{
    /// <summary>The stemmer's rules.</summary>
    Stemmer,

    /// <summary>It is a function word, which keeps its form.</summary>
    FunctionWord,

    /// <summary>It stands in the list of irregular forms, by itself or after a prefix.</summary>
    IrregularForm,

    /// <summary>It is a regular form of a word in our own lists.</summary>
    KnownForm,

    /// <summary>Its ending was taken away by a rule before the stemmer saw it.</summary>
    EndingRule,

    /// <summary>It is a compound, with the stem of its last part.</summary>
    CompoundHead,
}

/// <summary>Who knows a part of a compound.</summary>
public enum PartSource
{
    /// <summary>Our own lexicon.</summary>
    OwnLexicon,

    /// <summary>A Hunspell dictionary.</summary>
    Dictionary,

    /// <summary>The project's own vocabulary.</summary>
    ProjectVocabulary,

    /// <summary>Another lexicon.</summary>
    OtherLexicon,

    /// <summary>Nobody: the part has the shape of a word, before a known one.</summary>
    Shape,
}

/// <summary>What the analyser knows of a form, and why.</summary>
/// <param name="Word">What it knows.</param>
/// <param name="Reason">Why the stem is as it is.</param>
/// <param name="Lemmas">The words that the form was led back to, likeliest first; empty when the stemmer alone decided.</param>
/// <param name="Sources">Who knows each part of <see cref="AnalysedWord.Parts"/>, in their order.</param>
public sealed record WordExplanation(AnalysedWord Word, StemReason Reason, IReadOnlyList<string> Lemmas, IReadOnlyList<PartSource> Sources);
