using System.Text.RegularExpressions;
using MiaVoices.Core;

namespace MiaVoices.Formats.Transcripts;

/// <summary>The older Teams document: a line <c>0:0:5.100 --> 0:0:8.250</c>, then the name, then the words.</summary>
internal static partial class ArrowLayout
{
    /// <exception cref="RefusedException"><c>transcript.time</c>: an arrow without two times in order.</exception>
    public static Layout? Read(IReadOnlyList<TextLine> lines, string file)
    {
        if (!lines.Any(l => Arrow().IsMatch(l.Text)))
        {
            return null;
        }

        var before = new Preamble();
        var blocks = new List<(long Start, long End, List<string> Lines, List<int> Comments)>();
        foreach (var line in lines.Where(l => !l.Blank))
        {
            if (line.Text.Contains("-->", StringComparison.Ordinal) && line.Text.TrimStart() is [>= '0' and <= '9', ..])
            {
                var (start, end) = Times(line.Text, $"{file}:{line.Number}");
                blocks.Add((start, end, [], [.. line.Comments]));
            }
            else if (blocks.Count > 0)
            {
                blocks[^1].Lines.Add(line.Text.Trim());
                blocks[^1].Comments.AddRange(line.Comments);
            }
            else
            {
                before.Add(line);
            }
        }

        var named = blocks.All(b => b.Lines.Count != 1 && (b.Lines.Count == 0 || SpeakerLabels.HasShape(b.Lines[0])));
        var cues = blocks.Where(b => b.Lines.Count > 0)
            .Select(b => named
                ? new Cue(b.Start, b.End, b.Lines[0], string.Join(' ', b.Lines.Skip(1))) { Comments = b.Comments }
                : new Cue(b.Start, b.End, null, string.Join(' ', b.Lines)) { Comments = b.Comments })
            .ToList();
        return new Layout(Cues.Kind, [.. before.Prose, .. Cues.Join(Cues.WithLabels(cues))], before.Titles);
    }

    /// <summary>Start and end in milliseconds of a line <c>start --> end [settings]</c>.</summary>
    /// <exception cref="RefusedException"><c>transcript.time</c>.</exception>
    public static (long Start, long End) Times(string line, string where)
    {
        var parts = line.Split("-->");
        var last = parts.Length == 2 ? parts[1].Trim().Split([' ', '\t'], 2)[0] : "";
        return parts.Length == 2 && TimeCode.Milliseconds(parts[0]) is { } start && TimeCode.Milliseconds(last) is { } end && end >= start
            ? (start, end)
            : throw new RefusedException(Problem.At(where, "transcript.time"));
    }

    [GeneratedRegex(@"^\s*\d[\d:.,]*\s*-->", RegexOptions.CultureInvariant)]
    private static partial Regex Arrow();
}
