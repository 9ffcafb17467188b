using System.Text.RegularExpressions;

namespace MiaVoices.Formats.Transcripts;

/// <summary>How labels are written in one file.</summary>
internal enum LabelStyle
{
    /// <summary><c>IP: text</c></summary>
    Colon,

    /// <summary><c>[id1] text</c></summary>
    Bracket,

    /// <summary><c>IP⇥text</c></summary>
    Tab,

    /// <summary>A line of its own.</summary>
    Alone,

    /// <summary><c>A – text</c></summary>
    Dash,

    /// <summary><c>int text</c>, on every line.</summary>
    Space,
}

/// <summary>Takes a possible label from the start of a line (time codes already gone).</summary>
internal static partial class LabelMatch
{
    /// <summary>The label and the rest; false if the line does not begin in this style.</summary>
    public static bool Try(LabelStyle style, TextLine line, string text, out string label, out string rest)
    {
        (label, rest) = ("", "");
        var pattern = style switch
        {
            LabelStyle.Colon => Colon(),
            LabelStyle.Bracket => Bracket(),
            LabelStyle.Tab => Tab(),
            LabelStyle.Dash => Dash(),
            LabelStyle.Space => Space(),
            _ => Alone(),
        };
        if (style is LabelStyle.Space && line.Text.StartsWith(' '))
        {
            return false;
        }

        var match = pattern.Match(text);
        if (!match.Success)
        {
            return false;
        }

        label = match.Groups["label"].Value.Trim();
        rest = match.Groups["rest"].Value.TrimStart();
        if (!SpeakerLabels.HasShape(label))
        {
            return false;
        }

        // "EU:s regler", "http://", "IP:s": a colon with a letter behind it is inside a word unless the label is a known one.
        return style != LabelStyle.Colon || match.Groups["rest"].Value is not [var next, ..] || char.IsWhiteSpace(next)
            || (next != '/' && !char.IsDigit(next) && !(next == 's' && rest.Length > 1 && !char.IsLetter(rest[1])) && SpeakerLabels.Known(label) is not null);
    }

    [GeneratedRegex(@"^\s*(?<label>[^:\n]{1,30}?)\s*:(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Colon();

    [GeneratedRegex(@"^\s*\[(?<label>[^\]\n]{1,30})\]:?\s+(?<rest>.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^(?<label>[^\t\n]{1,30})\t+(?<rest>.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Tab();

    [GeneratedRegex(@"^\s*(?<label>[^\s–—-][^–—\n]{0,29}?)\s+[–—-]\s+(?<rest>.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Dash();

    [GeneratedRegex(@"^(?<label>\S{1,45})\s+(?<rest>.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Space();

    [GeneratedRegex(@"^\s*(?<label>[^:\n.]{1,30})$", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();
}
