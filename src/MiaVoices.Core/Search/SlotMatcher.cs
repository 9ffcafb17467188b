using MiaVoices.Core.Language;

namespace MiaVoices.Core.Search;

/// <summary>Compares one word of a text with one position of a query, as the index does with tokens.</summary>
internal static class SlotMatcher
{
    /// <summary>Appends where and why the word answers; false and nothing if it does not.</summary>
    internal static bool Mark(IndexSlot slot, Token token, List<SearchMatch> found)
    {
        var word = token.Word;
        foreach (var term in slot.Terms)
        {
            var whole = term.Kind switch
            {
                IndexTermKind.Exact => slot.Mode == TermMode.Prefix
                    ? word.Exact.StartsWith(term.Text, StringComparison.Ordinal)
                    : string.Equals(word.Exact, term.Text, StringComparison.Ordinal),
                IndexTermKind.Function => word.IsFunctionWord && string.Equals(word.Exact, term.Text, StringComparison.Ordinal),
                IndexTermKind.Stem => !word.IsFunctionWord && string.Equals(word.Stem, term.Text, StringComparison.Ordinal),
                _ => false,
            };
            if (whole)
            {
                found.Add(new SearchMatch(token.Start, token.End, Why(slot, word)));
                return true;
            }
        }

        return MarkParts(slot, token, found);
    }

    private static bool MarkParts(IndexSlot slot, Token token, List<SearchMatch> found)
    {
        if (token.Word.IsFunctionWord || token.Word.Parts.Count == 0)
        {
            return false;
        }

        var any = false;
        foreach (var term in slot.Terms)
        {
            if (term.Kind != IndexTermKind.Part)
            {
                continue;
            }

            foreach (var part in token.Word.Parts)
            {
                if (string.Equals(part.Stem, term.Text, StringComparison.Ordinal))
                {
                    // The analysis is shared by all tokens of the form; a surface with soft hyphens may be longer.
                    var start = Math.Clamp(token.Start + part.Start, token.Start, token.End);
                    var end = Math.Clamp(start + part.Length, start, token.End);
                    found.Add(new SearchMatch(start, end, MatchReason.Compound));
                    any = true;
                }
            }
        }

        return any;
    }

    private static MatchReason Why(IndexSlot slot, AnalysedWord word)
    {
        if (slot.Mode == TermMode.Prefix)
        {
            return MatchReason.Prefix;
        }

        if (string.Equals(word.Exact, slot.Word.Exact, StringComparison.Ordinal))
        {
            return MatchReason.Exact;
        }

        // Rules only take endings away: a stem that does not begin both forms ("gick", "gå") came from the lexicon.
        return word.Exact.StartsWith(word.Stem, StringComparison.Ordinal)
            && slot.Word.Exact.StartsWith(slot.Word.Stem, StringComparison.Ordinal)
            ? MatchReason.Inflection
            : MatchReason.Lexicon;
    }
}
