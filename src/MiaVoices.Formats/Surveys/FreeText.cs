using MiaVoices.Formats.Tables;

namespace MiaVoices.Formats.Surveys;

/// <summary>Which free texts count as no answer.</summary>
internal static class FreeText
{
    /// <summary>What counts where the profile says nothing. "nej" is an answer.</summary>
    public static readonly IReadOnlyList<string> DefaultMissing = ["-", "."];

    public static bool IsMissing(string text, IReadOnlyList<string>? missing)
    {
        var folded = TextTable.Fold(text);
        return folded.Length == 0 || (missing ?? DefaultMissing).Any(m => string.Equals(TextTable.Fold(m), folded, StringComparison.OrdinalIgnoreCase));
    }
}
