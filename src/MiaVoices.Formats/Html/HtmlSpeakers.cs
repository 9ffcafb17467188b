using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Html;

/// <summary>Transcription programs write the speaker as a heading and the words as a list under it: headings that come back are speakers.</summary>
internal static class HtmlSpeakers
{
    private const int FewestHeadings = 4;

    /// <summary>The lines, with speakers taken from headings where these are speakers.</summary>
    public static IReadOnlyList<TextLine> Label(IReadOnlyList<HtmlLine> lines)
    {
        if (Level(lines) is not { } level)
        {
            return [.. lines.Select(l => l.Line)];
        }

        var labelled = new List<TextLine>(lines.Count);
        string? speaker = null;
        foreach (var (line, own) in lines)
        {
            if (own == level)
            {
                // "(no speaker)" is nobody, but not the one before.
                speaker = SpeakerLabels.HasShape(line.Text.TrimEnd(':')) ? line.Text.TrimEnd(':').Trim() : line.Text.Trim('(', ')', ' ');
            }
            else
            {
                labelled.Add(speaker is null ? line : line with { Label = speaker, Listed = false, Starts = true });
                speaker = null;
            }
        }

        return labelled;
    }

    private static int? Level(IReadOnlyList<HtmlLine> lines) =>
        lines.Where(l => l.Level > 0).GroupBy(l => l.Level).Where(g =>
        {
            var names = g.Select(l => l.Line.Text).ToList();
            var shaped = names.Count(n => SpeakerLabels.HasShape(n.TrimEnd(':')));
            return names.Count >= FewestHeadings && shaped * 10 >= names.Count * 8 && names.Distinct(StringComparer.Ordinal).Count() * 2 <= names.Count;
        }).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;
}
