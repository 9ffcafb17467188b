using MiaVoices.Core.Themes;

namespace MiaVoices.Core.Reports;

/// <summary>Where a quote stands, as the audience may know it. Label and place are the same from run to run.</summary>
public static class QuoteReference
{
    /// <summary>
    /// Inside: group, label, respondent, survey row, place, time code and file. For a steering group: group, label, place and
    /// time code; row ids of surveys may be known outside the project, and stay in. For anyone: the group.
    /// </summary>
    public static string For(ChosenQuote quote, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var group = SwedishText.Capital(quote.Group);
        if (audience == Audience.Public)
        {
            return group.Length == 0 ? "Ur materialet" : group;
        }

        var inside = audience == Audience.Internal;
        string?[] parts =
        [
            group,
            quote.SourceLabel,
            inside && quote.Row is null && quote.Respondent is { } who && !quote.SourceLabel.EndsWith(who, StringComparison.Ordinal) ? who : null,
            inside && quote.Row is { } row ? $"svar {row}" : null,
            $"stycke {SwedishText.Number(quote.Place)}",
            quote.Timecode is { } seconds ? SwedishText.Timecode(seconds) : null,
        ];
        return string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p))) + (inside ? $" ({quote.SourceName})" : "");
    }
}
