using MiaVoices.App.Texts;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;

namespace MiaVoices.App.Cli;

/// <summary>Where a segment stands, in a line.</summary>
internal static class Place
{
    public static string Of(Segment segment, Session s) => Of(segment, s.T);

    /// <inheritdoc cref="Of(Segment, Session)"/>
    public static string Of(Segment segment, Wording t)
    {
        var parts = new List<string> { segment.Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        if (segment.Row is { } row)
        {
            parts.Add(t["place.row", row]);
        }

        if (segment.Speaker is { } speaker)
        {
            parts.Add(segment.Respondent is { } who && who != speaker ? $"{speaker} ({who})" : speaker);
        }

        if (segment.Timecode is { } seconds)
        {
            parts.Add(SwedishText.Timecode(seconds));
        }

        if (segment.Wave is { } wave)
        {
            parts.Add(wave);
        }

        if (segment.Question is { } question)
        {
            parts.Add(question);
        }

        return string.Join(" · ", parts);
    }
}
