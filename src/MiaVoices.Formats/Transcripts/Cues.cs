using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Transcripts;

/// <summary>A subtitle cue. Times in milliseconds.</summary>
internal sealed record Cue(long Start, long End, string? Speaker, string Text)
{
    /// <summary>True when the recogniser's own figures say that nothing was said here, or the same thing over and over.</summary>
    public bool Doubtful { get; init; }

    /// <summary>Numbers of the comments that stand at the cue.</summary>
    public IReadOnlyList<int> Comments { get; init; } = [];
}

/// <summary>Joins cues into turns and paragraphs.</summary>
internal static class Cues
{
    /// <summary>Longest pause inside a turn of one speaker, in milliseconds (included).</summary>
    public const long PauseInTurn = 5000;

    /// <summary>Shortest pause between paragraphs where no speakers are told, in milliseconds (included).</summary>
    public const long PauseBetweenParagraphs = 1500;

    /// <summary>Cues of people who speak at once overlap, by less than this many milliseconds.</summary>
    public const long ClockBack = 60_000;

    /// <summary>
    /// Consecutive cues of one speaker become one turn with the first one's time; cues without a speaker are joined until
    /// a pause. What is joined stands with a space between, since the breaks are the subtitle's, not the speaker's.
    /// </summary>
    public static IReadOnlyList<Spoken> Join(IEnumerable<Cue> cues)
    {
        var pieces = new List<Spoken>();
        var texts = new List<string>();
        var comments = new List<int>();
        Cue? first = null;
        var end = 0L;
        var before = 0L;
        foreach (var cue in cues)
        {
            if (first is not null && !(Continues(first, end, cue) && cue.Start >= before - ClockBack))
            {
                pieces.Add(new Spoken(first.Speaker, first.Start / 1000.0, string.Join(' ', texts)) { Comments = comments.Count == 0 ? [] : [.. comments], End = end / 1000.0 });
                texts.Clear();
                comments.Clear();
                first = null;
            }

            // Where the clock starts again (a second recording put after the first) nothing goes on.
            before = cue.Start;
            end = first is null ? cue.End : Math.Max(end, cue.End);
            first ??= cue;
            texts.Add(cue.Text);
            comments.AddRange(cue.Comments);
        }

        if (first is not null)
        {
            pieces.Add(new Spoken(first.Speaker, first.Start / 1000.0, string.Join(' ', texts)) { Comments = comments.Count == 0 ? [] : [.. comments], End = end / 1000.0 });
        }

        return pieces;
    }

    /// <summary>Takes <c>Namn: text</c> apart where the labels of the whole file bear it out.</summary>
    public static IReadOnlyList<Cue> WithLabels(IReadOnlyList<Cue> cues)
    {
        if (cues.Any(c => c.Speaker is not null))
        {
            return cues;
        }

        var parts = cues.Select(c => LabelMatch.Try(LabelStyle.Colon, new TextLine { Number = 1, Text = c.Text }, c.Text, out var label, out var rest) ? (Label: label, Words: rest) : default).ToList();
        var counts = parts.Where(p => p.Label is not null).CountBy(p => SpeakerLabels.Key(p.Label)).ToDictionary(StringComparer.Ordinal);

        // Every cue has a time, so a time is no evidence here: half of the cues must bear a label for one occurrence to be enough.
        var most = parts.Count(p => p.Label is not null) * 2 >= cues.Count;
        return cues.Select((cue, i) => parts[i] is { Label: { } label } part && (most || counts[SpeakerLabels.Key(label)] >= 2 || SpeakerLabels.Known(label) is not null)
                ? cue with { Speaker = label, Text = part.Words }
                : cue)
            .Where(c => c.Text.Length > 0)
            .ToList();
    }

    /// <summary>The kind that cues speak for.</summary>
    public static SourceKind Kind => SourceKind.Interview;

    private static bool Continues(Cue first, long end, Cue next) =>
        string.Equals(first.Speaker, next.Speaker, StringComparison.Ordinal)
        && (first.Speaker is null ? next.Start - end < PauseBetweenParagraphs : next.Start - end <= PauseInTurn);
}
