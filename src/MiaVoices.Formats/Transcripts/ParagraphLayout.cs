using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Transcripts;

/// <summary>Text without speakers: each paragraph is a piece; a time code at its start is kept as its time.</summary>
internal static class ParagraphLayout
{
    public static Layout Read(IReadOnlyList<TextLine> lines, bool headings)
    {
        var pieces = new PieceBuilder();
        var titles = new List<TextLine>();
        string? heading = null;
        double? pending = null;
        var timed = false;
        foreach (var line in lines.Where(l => !l.Blank))
        {
            var time = TimeCode.TakeLeading(line.Text, out var text);
            timed |= time is not null;
            if (headings && line.Heading)
            {
                heading = text;
                titles.Add(line);
                pieces.Begin(null, null, "", heading);
            }
            else if (text.Length == 0)
            {
                pending = time;
            }
            else if (!line.Starts && pieces.Open && time is null && pending is null)
            {
                pieces.Add(text, line);
            }
            else
            {
                pieces.Begin(null, time ?? pending, text, heading, line);
                pending = null;
            }
        }

        return new Layout(timed ? SourceKind.Interview : null, pieces.Finish(), titles);
    }
}
