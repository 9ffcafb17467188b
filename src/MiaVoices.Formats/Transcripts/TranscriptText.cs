using MiaVoices.Core;
using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Transcripts;

/// <summary>Turns lines or pieces of any transcript format into a draft.</summary>
internal static class TranscriptText
{
    /// <summary>Longest line, in characters: ten hours of speech without a break. Longer is no transcript, and patterns are tried on every line.</summary>
    public const int LongestLine = 1_000_000;

    /// <summary>Finds the layout of the lines and makes the draft.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">The format's short name.</param>
    /// <param name="encoding">The encoding it was read in.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="options">What the person asked for.</param>
    /// <param name="notices">What there is to tell already.</param>
    /// <param name="comments">The words of the comments that the lines' numbers speak of.</param>
    /// <exception cref="RefusedException">
    /// <c>text.toolong</c> (fact: <see cref="LongestLine"/>); <c>transcript.time</c>: a time code that cannot be read; <c>transcript.times</c>: time codes without words; <c>transcript.nothing</c>: no words at all.
    /// </exception>
    public static SourceDraft Draft(SourceFile file, string format, string encoding, IReadOnlyList<TextLine> lines, ReadOptions options, IReadOnlyList<Notice> notices, IReadOnlyList<string>? comments = null)
    {
        if (lines.FirstOrDefault(l => l.Text.Length > LongestLine) is { } longest)
        {
            throw new RefusedException(Problem.At($"{file.Name}:{longest.Number}", "text.toolong", LongestLine));
        }

        RefuseUnreadableTimes(lines, file.Name);
        var layout = Find(lines, file.Name, options);
        var (pieces, twins) = SpellingTwins.Fold(layout.Pieces);
        IReadOnlyList<Notice> all = twins == 0 ? notices : [.. notices, new Notice(Problem.At(file.Name, "transcript.twins", twins))];
        return Draft(file, format, encoding, layout with { Pieces = pieces }, options, all, comments);
    }

    /// <summary>Makes the draft of a layout already read.</summary>
    /// <exception cref="RefusedException"><c>transcript.nothing</c>: no words at all.</exception>
    public static SourceDraft Draft(SourceFile file, string format, string encoding, Layout layout, ReadOptions options, IReadOnlyList<Notice> notices, IReadOnlyList<string>? comments = null)
    {
        if (layout.Pieces.Count == 0)
        {
            throw new RefusedException(Problem.At(file.Name, "transcript.nothing"));
        }

        var labels = new GivenLabels(options.SpeakerNames);
        var pieces = labels.Rename(layout.Pieces);
        IReadOnlyList<SpeakerDraft> speakers = [.. SpeakerRoles.Propose(pieces, labels.Roles(options.Roles)).Select(labels.Told)];
        var roles = speakers.ToDictionary(s => SpeakerLabels.Key(s.Name), StringComparer.Ordinal);
        var hasSpeakers = speakers.Count > 0;
        var all = new List<Notice>(notices);
        if (layout.Preamble.Count > 0)
        {
            all.Add(new Notice(Problem.At($"{file.Name}:{layout.Preamble[0].Number}", "transcript.titles", layout.Preamble.Count)));
        }

        var kind = options.Kind ?? layout.Kind ?? Propose(file.Name);
        if (kind == SourceKind.Interview && !hasSpeakers)
        {
            all.Add(new Notice(Problem.At(file.Name, "transcript.nospeakers", pieces.Count)));
        }
        else if (options.Kind is null && layout.Kind is null)
        {
            all.Add(new Notice(Problem.At(file.Name, "kind.proposed", kind.ToString().ToLowerInvariant())));
        }

        foreach (var speaker in speakers.Where(s => s.Role == SpeakerRole.Unknown))
        {
            all.Add(new Notice(Problem.At(file.Name, "speaker.unknown", speaker.Name, speaker.Turns)));
        }

        return new SourceDraft
        {
            Name = file.Name,
            Kind = kind,
            Format = format,
            Encoding = encoding,
            Segments = [.. pieces.Select(p => Segment(p, roles))],
            Speakers = speakers,
            Comments = PlacedComments.Of(comments ?? [], pieces),
            Notices = all,
        };
    }

    private static SegmentDraft Segment(Spoken piece, Dictionary<string, SpeakerDraft> speakers)
    {
        var speaker = piece.Speaker is null ? null : speakers[SpeakerLabels.Key(piece.Speaker)];
        return new SegmentDraft
        {
            Kind = speaker is null ? SegmentKind.Paragraph : SegmentKind.Turn,
            Text = piece.Text,
            Speaker = speaker?.Name,
            Role = speaker?.Role ?? SpeakerRole.Unknown,
            Timecode = piece.Timecode,
            Question = piece.Heading,
        };
    }

    private static Layout Find(IReadOnlyList<TextLine> lines, string file, ReadOptions options)
    {
        if (options.Kind is SourceKind.Notes)
        {
            return NotesLayout.Read(lines);
        }

        if (options.Kind is SourceKind.Story)
        {
            return ParagraphLayout.Read(lines, headings: true);
        }

        if (ArrowLayout.Read(lines, file) is { } arrows)
        {
            return arrows;
        }

        var numbered = Numbering.Drop(lines);
        if (HeaderLayout.Read(numbered) is { } headed)
        {
            return headed;
        }

        var labelled = LabelLayout.Read(numbered);
        if (labelled is not null && (!NotesLayout.Recognises(lines) || HasKnown(labelled)))
        {
            return labelled;
        }

        return options.Kind is null && NotesLayout.Recognises(lines) ? NotesLayout.Read(lines) : Paragraphs(lines, file);
    }

    private static Layout Paragraphs(IReadOnlyList<TextLine> lines, string file)
    {
        var layout = ParagraphLayout.Read(lines, headings: false);
        return layout.Pieces.Count == 0 && lines.FirstOrDefault(l => TimeCode.TakeLeading(l.Text, out _) is not null) is { } line
            ? throw new RefusedException(Problem.At($"{file}:{line.Number}", "transcript.times"))
            : layout;
    }

    private static bool HasKnown(Layout layout) => layout.Pieces.Any(p => p.Speaker is not null && (p.Timecode is not null || SpeakerLabels.Known(p.Speaker) is not null));

    private static void RefuseUnreadableTimes(IReadOnlyList<TextLine> lines, string file)
    {
        // One such line may be a date or a number in the talk; several are a layout that is not understood.
        var unreadable = lines.Where(l => TimeCode.Unreadable(l.Text)).Take(2).ToList();
        if (unreadable.Count == 2)
        {
            throw new RefusedException(Problem.At($"{file}:{unreadable[0].Number}", "transcript.time"));
        }
    }

    /// <summary>The kind of a text without speakers, bullets or times, told by the file's name where that says something.</summary>
    private static SourceKind Propose(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower.Contains("intervju", StringComparison.Ordinal) || lower.Contains("interview", StringComparison.Ordinal) ? SourceKind.Interview
            : lower.Contains("anteckning", StringComparison.Ordinal) || lower.Contains("dialog", StringComparison.Ordinal)
                || lower.Contains("protokoll", StringComparison.Ordinal) || lower.Contains("minnes", StringComparison.Ordinal) ? SourceKind.Notes
            : SourceKind.Story;
    }
}
