using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Transcripts;

/// <summary>Turns that begin with a label; paragraphs without one belong to the turn before.</summary>
internal static class LabelLayout
{
    public static Layout? Read(IReadOnlyList<TextLine> lines)
    {
        var labels = LabelFinder.Find(lines);
        if (labels is null && !lines.Any(l => l.Label is not null))
        {
            return null;
        }

        var onlyAsker = labels is { } found && OnlyTheAskerIsNamed(lines, found);
        var turns = new PieceBuilder();
        var before = new Preamble();
        double? pending = null;
        foreach (var line in lines.Where(l => !l.Blank))
        {
            var time = TimeCode.TakeLeading(line.Text, out var text);
            var trailing = TimeCode.TakeTrailing(text, out text);
            if (time is null && labels is not null && TimeCode.TakeShort(text, out var rest) is { } seconds
                && Matches(labels.Value, line, rest, out _, out _))
            {
                (time, text) = (seconds, rest);
            }

            if (line.Label is null && text.Length == 0)
            {
                pending = time ?? trailing;
            }
            else if (line.Label is { Length: > 0 } given)
            {
                turns.Begin(given, time ?? pending ?? trailing, text, line: line);
                pending = null;
            }
            else if (labels is not null && Matches(labels.Value, line, text, out var label, out var speech))
            {
                turns.Begin(label, time ?? pending ?? trailing, speech, line: line);
                pending = null;
            }
            else if (onlyAsker && line.Starts && !line.Heading)
            {
                turns.Begin(null, time ?? pending ?? trailing, text, line: line);
                pending = null;
            }
            else if (turns.Open)
            {
                turns.Add(text, line);
                turns.At(trailing);
                pending = null;
            }
            else
            {
                before.Add(line with { Text = text }, time);
            }
        }

        return new Layout(SourceKind.Interview, [.. before.Prose, .. turns.Finish()], before.Titles);
    }

    /// <summary>
    /// Whether the interviewer is the only one with a label and most paragraphs have none: then these are the others'
    /// words, and must not go to the interviewer, whose turns count for nobody.
    /// </summary>
    private static bool OnlyTheAskerIsNamed(IReadOnlyList<TextLine> lines, (LabelStyle Style, HashSet<string> Keys) labels)
    {
        if (labels.Keys.Count != 1 || SpeakerLabels.Known(labels.Keys.First()) != SpeakerRole.Interviewer || lines.Any(l => l.Label is not null))
        {
            return false;
        }

        int named = 0, others = 0;
        foreach (var line in lines.Where(l => !l.Blank && l.Starts))
        {
            TimeCode.TakeLeading(line.Text, out var text);
            var match = Matches(labels, line, text, out _, out _);
            named += match ? 1 : 0;
            others += match ? 0 : 1;
        }

        return others >= 2 * named && others >= 4;
    }

    private static bool Matches((LabelStyle Style, HashSet<string> Keys) labels, TextLine line, string text, out string label, out string rest) =>
        LabelMatch.Try(labels.Style, line, text, out label, out rest) && labels.Keys.Contains(SpeakerLabels.Key(label));
}
