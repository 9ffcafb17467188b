namespace MiaVoices.Core.Search;

/// <summary>Why a word answers a query, the nearest reason first.</summary>
public enum MatchReason
{
    /// <summary>The very form, letter case and accents aside.</summary>
    Exact,

    /// <summary>Another inflection, by its ending.</summary>
    Inflection,

    /// <summary>Another inflection that only the lexicon knows ("gick" for "gå").</summary>
    Lexicon,

    /// <summary>A part of a compound.</summary>
    Compound,

    /// <summary>Begins as asked.</summary>
    Prefix,

    /// <summary>Fits a pattern with * or ?.</summary>
    Wildcard,

    /// <summary>Fits a regular expression.</summary>
    Regex,

    /// <summary>Is spelt nearly so.</summary>
    Fuzzy,
}

/// <summary>A place that answers a query.</summary>
/// <param name="Start">First UTF-16 code unit within the segment.</param>
/// <param name="End">One past the last.</param>
/// <param name="Why">Why it answers.</param>
public readonly record struct SearchMatch(int Start, int End, MatchReason Why);
