using System.Text.RegularExpressions;
using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Transcripts;

/// <summary>
/// Turns under a line with name and time: Word's Transkribera (<c>00:00:03 Talare 1</c>), the newer Teams form
/// (<c>Namn   0:04</c>, sometimes with the text straight after the time) and <c>Talare 1 00:00:03</c>.
/// </summary>
internal static partial class HeaderLayout
{
    public static Layout? Read(IReadOnlyList<TextLine> lines)
    {
        var filled = lines.Where(l => !l.Blank).ToList();
        var headers = filled.Select(Parse).ToList();
        var found = headers.Where(h => h is not null).ToList();
        if (found.Count == 0 || !Convincing(headers))
        {
            return null;
        }

        var labelled = LabelFinder.Find(lines) is { Style: LabelStyle.Colon } colon ? filled.Count(l => IsTurn(l, colon.Keys)) : 0;
        if (labelled > found.Count)
        {
            return null;
        }

        var turns = new PieceBuilder();
        var before = new Preamble();
        var closing = new List<TextLine>();
        for (var i = 0; i < filled.Count; i++)
        {
            if (headers[i] is { } header)
            {
                turns.Begin(header.Label, header.Seconds, header.Text, line: filled[i]);
            }
            else if (Program().IsMatch(filled[i].Text))
            {
                closing.Add(filled[i]);
            }
            else if (turns.Open)
            {
                turns.Add(filled[i].Text, filled[i]);
            }
            else
            {
                before.Add(filled[i]);
            }
        }

        return new Layout(SourceKind.Interview, [.. before.Prose, .. turns.Finish()], [.. before.Titles, .. closing]);
    }

    private static bool Convincing(List<Header?> headers)
    {
        int count = 0, followed = 0;
        var labels = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = false;
        for (var i = 0; i < headers.Count; i++)
        {
            if (headers[i] is not { } header)
            {
                continue;
            }

            count++;
            followed += header.Text.Length > 0 || (i + 1 < headers.Count && headers[i + 1] is null) ? 1 : 0;
            known |= SpeakerLabels.Known(header.Label) is not null;
            labels[SpeakerLabels.Key(header.Label)] = labels.GetValueOrDefault(SpeakerLabels.Key(header.Label)) + 1;
        }

        return followed * 5 >= count * 4 && (count >= 2 || known) && (count < 4 || labels.Count * 2 <= count || known);
    }

    private static bool IsTurn(TextLine line, HashSet<string> keys)
    {
        TimeCode.TakeLeading(line.Text, out var text);
        return LabelMatch.Try(LabelStyle.Colon, line, text, out var label, out _) && keys.Contains(SpeakerLabels.Key(label));
    }

    private static Header? Parse(TextLine line)
    {
        if (TimeCode.TakeLeading(line.Text, out var rest) is { } first)
        {
            return SpeakerLabels.HasShape(rest) && rest is not [.., '.' or ':'] ? new Header(rest.Trim(), first, "") : null;
        }

        if (!line.Text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        var match = NameThenTime().Match(line.Text);
        return match.Success && SpeakerLabels.HasShape(match.Groups["label"].Value) && TimeCode.Seconds(match.Groups["t"].Value) is { } seconds
            ? new Header(match.Groups["label"].Value.Trim(), seconds, match.Groups["text"].Value.Trim())
            : null;
    }

    private sealed record Header(string Label, double Seconds, string Text);

    [GeneratedRegex(@"^\s*(?<label>[^\d\s:][^:\n\t]{0,29}?)(?:(?:[ \u00A0]{2,}|\t+)(?<t>\d{1,2}:[0-5]\d(?::[0-5]\d)?)(?!\d)(?<text>.*)|[ \u00A0]+[\[(]?(?<t>\d{1,2}:[0-5]\d:[0-5]\d)[\])]?\s*(?<text>))$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NameThenTime();

    // Lines by the program, not by a person.
    [GeneratedRegex(@"(?:started|stopped) transcription\s*$|(?:startade|avslutade|stoppade) (?:transkriptionen|transkriberingen|avskriften|utskriften)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Program();
}
