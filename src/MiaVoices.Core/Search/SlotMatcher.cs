using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Search;

/// <summary>Compares one word of a text with one position of a query, as the index does with tokens.</summary>
internal static class SlotMatcher
{
    /// <summary>Appends where and why the words from a place on answer all positions; false and nothing if they do not.</summary>
    internal static bool MarkAll(IReadOnlyList<IndexSlot> slots, IReadOnlyList<Token> tokens, int first, List<SearchMatch> found)
    {
        var before = found.Count;
        for (var i = 0; i < slots.Count; i++)
        {
            if (!Mark(slots[i], tokens[first + i], found))
            {
                found.RemoveRange(before, found.Count - before);
                return false;
            }
        }

        return true;
    }

    private static bool Mark(IndexSlot slot, Token token, List<SearchMatch> found)
    {
        var word = token.Word;
        if (slot.Alternatives.Count > 0)
        {
            var any = false;
            foreach (var alternative in slot.Alternatives)
            {
                any |= Mark(alternative, token, found);
            }

            return any;
        }

        if (slot.Pattern is { } pattern)
        {
            if (!(slot.Expansion?.Holds(word.Exact) ?? pattern.Distance(word.Exact) >= 0))
            {
                return false;
            }

            // The very word is no other spelling of itself.
            var isItself = slot.Mode == TermMode.Fuzzy && string.Equals(word.Exact, slot.Word.Exact, StringComparison.Ordinal);
            found.Add(new SearchMatch(token.Start, token.End, isItself ? MatchReason.Exact : pattern.Why));
            return true;
        }

        foreach (var term in slot.Terms)
        {
            var whole = term.Kind switch
            {
                IndexTermKind.Exact => slot.Mode == TermMode.Prefix
                    ? word.Exact.StartsWith(term.Text, StringComparison.Ordinal)
                    : string.Equals(word.Exact, term.Text, StringComparison.Ordinal),
                IndexTermKind.English => word.Language == TextLanguage.English && string.Equals(word.Stem, term.Text, StringComparison.Ordinal),
                _ when word.Language == TextLanguage.English => false,
                IndexTermKind.Function => word.IsFunctionWord && string.Equals(word.Exact, term.Text, StringComparison.Ordinal),
                IndexTermKind.Stem => !word.IsFunctionWord && HasStem(word, term.Text),
                _ => false,
            };
            if (whole)
            {
                found.Add(new SearchMatch(token.Start, token.End, Why(slot, word, term)));
                return true;
            }
        }

        return MarkParts(slot, token, found);
    }

    private static bool MarkParts(IndexSlot slot, Token token, List<SearchMatch> found)
    {
        if (token.Word.IsFunctionWord || token.Word.Parts.Count == 0 || token.Word.Language == TextLanguage.English)
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

    private static bool HasStem(AnalysedWord word, string stem)
    {
        if (string.Equals(word.Stem, stem, StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var further in word.FurtherStems)
        {
            if (string.Equals(further, stem, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static MatchReason Why(IndexSlot slot, AnalysedWord word, IndexTerm term)
    {
        if (slot.Mode == TermMode.Prefix)
        {
            return MatchReason.Prefix;
        }

        if (string.Equals(word.Exact, slot.Word.Exact, StringComparison.Ordinal))
        {
            return MatchReason.Exact;
        }

        if (term.Kind == IndexTermKind.English)
        {
            return MatchReason.Inflection;
        }

        // Rules only take endings away: a stem that does not begin both forms ("gick", "gå") came from the lexicon.
        return word.Exact.StartsWith(term.Text, StringComparison.Ordinal)
            && slot.Word.Exact.StartsWith(term.Text, StringComparison.Ordinal)
            ? MatchReason.Inflection
            : MatchReason.Lexicon;
    }
}
