namespace MiaVoices.Formats.Transcripts;

/// <summary>
/// Decides which beginnings of lines are speaker labels. A label has at most 30 characters and four words and occurs at
/// least twice; once is enough with a time code, in bold, or when the label is a known one.
/// </summary>
internal static class LabelFinder
{
    /// <summary>The style of the file and the keys of its labels, or null when there are none.</summary>
    public static (LabelStyle Style, HashSet<string> Keys)? Find(IReadOnlyList<TextLine> lines)
    {
        foreach (var style in Enum.GetValues<LabelStyle>())
        {
            var keys = Accepted(style, lines);
            if (keys.Count > 0)
            {
                return (style, keys);
            }
        }

        return null;
    }

    private static HashSet<string> Accepted(LabelStyle style, IReadOnlyList<TextLine> lines)
    {
        var found = new Dictionary<string, Evidence>(StringComparer.Ordinal);
        int filled = 0, prose = 0;
        var lone = false;
        foreach (var line in lines)
        {
            if (line.Blank || line.Heading || (style == LabelStyle.Space && line.Text.StartsWith(' ')))
            {
                continue;
            }

            var time = TimeCode.TakeLeading(line.Text, out var text);
            if (time is null && TimeCode.TakeShort(line.Text, out var afterShort) is { } seconds && LabelMatch.Try(LabelStyle.Colon, line, afterShort, out _, out _))
            {
                (time, text) = (seconds, afterShort);
            }

            if (text.Length == 0)
            {
                lone = true;
                continue;
            }

            var timed = time is not null || lone;
            lone = false;
            filled++;
            if (!LabelMatch.Try(style, line, text, out var label, out var rest))
            {
                prose += text.Contains(": ", StringComparison.Ordinal) ? 1 : 0;
                continue;
            }

            var key = SpeakerLabels.Key(label);
            var evidence = found.GetValueOrDefault(key) ?? new Evidence(SpeakerLabels.Known(label) is not null);
            evidence.Count++;
            evidence.Bold |= line.Bold >= label.Length && (style != LabelStyle.Alone || line.AllBold);
            evidence.Timed |= timed || TimeCode.TakeTrailing(rest, out _) is not null;
            evidence.HasDigit |= label.Any(c => char.IsAsciiDigit(c) || c == '_');
            found[key] = evidence;
        }

        return Choose(style, found, filled, prose);
    }

    private static HashSet<string> Choose(LabelStyle style, Dictionary<string, Evidence> found, int filled, int prose)
    {
        var accepted = found.Where(f => style switch
        {
            LabelStyle.Colon => f.Value.Count >= 2 || f.Value.Known || f.Value.Bold || f.Value.Timed,
            LabelStyle.Alone => f.Value.Known || (f.Value.Bold && f.Value.Count >= 2),
            LabelStyle.Space => true,
            _ => f.Value.Count >= 2 || f.Value.Known,
        }).ToDictionary(StringComparer.Ordinal);
        var labelled = accepted.Values.Sum(e => e.Count);
        var known = accepted.Values.Any(e => e.Known);
        var sure = known || accepted.Values.Any(e => e.Timed || e.Bold);
        var enough = style switch
        {
            // Where colons stand as often in prose as after labels, they do not mark labels.
            LabelStyle.Colon => (labelled >= 2 || known) && (sure || prose + found.Values.Sum(e => e.Count) - labelled < labelled),
            LabelStyle.Alone => labelled >= 2,
            LabelStyle.Space => known && filled >= 4 && accepted.Count is >= 2 and <= 12 && labelled * 20 >= filled * 19
                && accepted.Values.Count(e => e.Known || e.HasDigit) * 2 > accepted.Count,
            _ => accepted.Count >= 2 && labelled * 2 >= filled,
        };
        return enough ? [.. accepted.Keys] : [];
    }

    private sealed class Evidence(bool known)
    {
        public int Count { get; set; }

        public bool Known { get; } = known;

        public bool Bold { get; set; }

        public bool Timed { get; set; }

        public bool HasDigit { get; set; }
    }
}
