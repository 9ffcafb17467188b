using MiaVoices.Core.Language;

namespace MiaVoices.Core.Search;

/// <summary>Forms spelt nearly so; see <see cref="EditDistance"/>.</summary>
internal sealed class FuzzyPattern(string form, int edits) : FormPattern(form + "~" + (edits == 1 ? "1" : "2"), MatchReason.Fuzzy)
{
    private readonly uint _letters = EditDistance.Letters(form);

    /// <summary>How many letters may differ, 1 or 2.</summary>
    internal int Edits => edits;

    /// <summary>How many letters may differ in a word of this length, 0 to 2.</summary>
    /// <param name="length">Length of the folded form.</param>
    /// <param name="asked">What the query says, or null.</param>
    internal static int EditsIn(int length, int? asked) =>
        asked is { } edits ? Math.Min(edits, EditDistance.Most(length)) : EditDistance.Usual(length);

    internal override bool MayFit(int length, uint letters) =>
        Math.Abs(length - form.Length) <= edits && EditDistance.MayBeWithin(letters, _letters, edits);

    internal override int Distance(string other) => EditDistance.Within(form, other, edits);
}
