using MiaVoices.Core.Sources;
using MiaVoices.Formats.Tables;

namespace MiaVoices.Formats.Transcripts;

/// <summary>An interview kept as a table: a column for the speaker and one for the words, perhaps one for the time.</summary>
internal static class TranscriptTable
{
    private static readonly string[] Speakers = ["talare", "speaker", "röst"];
    private static readonly string[] Texts = ["text", "replik", "yttrande", "utterance", "transcript"];
    private static readonly string[] Times = ["tid", "time", "start", "tidskod", "timestamp", "timecode"];

    /// <summary>The draft, or null when the headers are not those of a transcript or the person says that it is something else.</summary>
    public static SourceDraft? Read(SourceFile file, string format, string encoding, TextSheet sheet, ReadOptions options)
    {
        if (sheet.Rows.Count < 2 || options.Kind is not (null or SourceKind.Interview))
        {
            return null;
        }

        var heads = sheet.Rows[0].Cells.Select(c => TextTable.Fold(c).ToLowerInvariant()).ToList();
        int Column(string[] names) => heads.FindIndex(h => Array.IndexOf(names, h) >= 0);
        var (speaker, text, time) = (Column(Speakers), Column(Texts), Column(Times));
        if (speaker < 0 || text < 0 || heads.Count > 8)
        {
            return null;
        }

        var turns = new PieceBuilder();
        foreach (var row in sheet.Rows.Skip(1))
        {
            var name = TextTable.Fold(row[speaker]);
            var seconds = time < 0 ? null : TimeCode.Seconds(row[time]);
            if (name.Length > 0 || !turns.Open)
            {
                turns.Begin(name.Length > 0 ? name : null, seconds, row[text]);
            }
            else
            {
                turns.Add(row[text]);
            }
        }

        return TranscriptText.Draft(file, format, encoding, new Layout(SourceKind.Interview, turns.Finish(), []), options, sheet.Notices);
    }
}
