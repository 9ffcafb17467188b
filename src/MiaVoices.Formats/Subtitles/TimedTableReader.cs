using System.Globalization;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats.Text;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Subtitles;

/// <summary>
/// Whisper's table and its kin: columns <c>start</c>, <c>end</c>, <c>text</c> and perhaps <c>speaker</c>, parted by tabs,
/// without quotation marks. Whole numbers are milliseconds as Whisper writes them, numbers with a point are seconds.
/// </summary>
public sealed class TimedTableReader : ISourceReader
{
    // Longer than any recording, in milliseconds.
    private const double Longest = 1000L * 3600 * 1000;

    /// <inheritdoc/>
    public string Format => "tsv";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var lines = Sniff.Of(file).Split('\n', 3);
        return lines.Length >= 2 && Columns(lines[0]) is { } columns && lines[1].Split('\t') is var cells
            && cells.Length > columns.Start && (Number(cells[columns.Start]) is not null || TimeCode.Seconds(Code(cells[columns.Start])) is not null);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (cues, encoding) = Cues(file, cancellation);
        return [CueTranscript.Draft(file, Format, encoding, cues, options, [])];
    }

    /// <summary>The cues alone: the whole text is let go before the draft is made of them.</summary>
    private static (List<Cue> Cues, string Encoding) Cues(SourceFile file, CancellationToken cancellation)
    {
        var decoded = TextDecoding.Decode(file);
        var lines = decoded.Normalised.Split('\n');
        var head = Array.FindIndex(lines, l => l.Trim().Length > 0);
        if (Columns(lines[Math.Max(0, head)]) is not { } columns)
        {
            throw new RefusedException(Problem.At(file.Name, "transcript.nothing"));
        }

        // One unit a file: a start of "7.0" among others shows that all are seconds.
        var factor = lines.Skip(head + 1).Select(l => l.Split('\t')).Any(c => c.Length > columns.Start && c[columns.Start].Contains('.', StringComparison.Ordinal)) ? 1000 : 1;
        var cues = new List<Cue>();
        for (var i = head + 1; i < lines.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (lines[i].Trim().Length == 0)
            {
                continue;
            }

            var cells = lines[i].Split('\t', columns.Count);
            var start = Time(cells, columns.Start, factor);
            var end = Time(cells, columns.End, factor);
            if (start is not (>= 0 and <= Longest) || end is not (>= 0 and <= Longest))
            {
                throw new RefusedException(Problem.At($"{file.Name}:{i + 1}", "transcript.time"));
            }

            var words = cells.Length > columns.Text ? cells[columns.Text].Replace('\t', ' ').Trim() : "";
            var speaker = columns.Speaker >= 0 && cells.Length > columns.Speaker ? cells[columns.Speaker].Trim() : "";
            if (words.Length > 0)
            {
                cues.Add(new Cue((long)Math.Round(start.Value), (long)Math.Round(Math.Max(start.Value, end.Value)), speaker.Length > 0 ? speaker : null, words));
            }
        }

        return (cues, decoded.Encoding);
    }

    private static (int Start, int End, int Text, int Speaker, int Count)? Columns(string line)
    {
        var heads = line.TrimEnd('\r').Split('\t', 8).Select(h => h.Trim().ToLowerInvariant()).ToList();
        var (start, end, text) = (heads.IndexOf("start"), heads.IndexOf("end"), heads.IndexOf("text"));
        return start >= 0 && end >= 0 && text >= 0 && heads.Count <= 6 ? (start, end, text, Math.Max(heads.IndexOf("speaker"), heads.IndexOf("talare")), heads.Count) : null;
    }

    private static double? Time(string[] cells, int column, int factor) =>
        cells.Length <= column ? null
        : Number(cells[column]) is { } number ? number * factor
        : TimeCode.Milliseconds(Code(cells[column]));

    private static double? Number(string cell) =>
        double.TryParse(cell.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string Code(string cell) => cell.Trim().Trim('[', ']', '(', ')');
}
