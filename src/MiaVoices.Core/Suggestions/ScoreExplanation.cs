namespace MiaVoices.Core.Suggestions;

/// <summary>What a word or punctuation mark adds to a score.</summary>
/// <param name="Start">First UTF-16 code unit in the segment's text.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
/// <param name="Weight">What it adds (or, below zero, takes away), in units of the score.</param>
/// <param name="CarriesMeaning">False for function words and marks.</param>
public readonly record struct WordContribution(int Start, int Length, double Weight, bool CarriesMeaning);

/// <summary>
/// A score split over the words of its segment without rest: the contributions and the bias sum to the score (within
/// 1e-9). A pair gives half to each of its words; stems, parts, character grams and word vectors give all to the word they stand in.
/// </summary>
/// <param name="Score">The score, before it is turned into a confidence.</param>
/// <param name="Bias">What does not come from the words: how common the code is.</param>
/// <param name="Contributions">Every word and mark in the order of the text.</param>
public sealed record ScoreExplanation(double Score, double Bias, IReadOnlyList<WordContribution> Contributions)
{
    /// <summary>
    /// The words that speak most for the code, as they are written in the text; the same word in several places is one
    /// reason. Function words come only where no other word speaks for it, marks never: a full stop is no reason to a person.
    /// </summary>
    internal IReadOnlyList<SuggestionReason> Reasons(string text, int most)
    {
        var chosen = Contributions.Any(part => part.CarriesMeaning && part.Weight >= SuggestionReason.Least)
            ? Contributions.Where(part => part.CarriesMeaning)
            : Contributions.Where(part => char.IsLetterOrDigit(text, part.Start));
        return
        [
            .. chosen
                .GroupBy(part => text.Substring(part.Start, part.Length).ToLowerInvariant(), StringComparer.Ordinal)
                .Select(group => (First: group.First(), Weight: group.Sum(part => part.Weight)))
                .Where(group => group.Weight >= SuggestionReason.Least)
                .OrderByDescending(group => group.Weight)
                .ThenBy(group => group.First.Start)
                .Take(most)
                .Select(group => new SuggestionReason(text.Substring(group.First.Start, group.First.Length), Math.Round(group.Weight, 3))),
        ];
    }
}
