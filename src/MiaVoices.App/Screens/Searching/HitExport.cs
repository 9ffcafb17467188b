using System.Globalization;
using System.Text;
using MiaVoices.App.Cli;
using MiaVoices.App.Texts;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Searching;

/// <summary>The hits of a search as a file: Markdown where its name ends in .md, else CSV with the columns of <c>mia export</c>.</summary>
internal static class HitExport
{
    public static byte[] Bytes(string path, SearchOutcome found, IReadOnlyDictionary<Guid, string> labels, Wording t) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetBytes(Markdown(found, labels, t)) : Files.Csv(Table(found, labels));

    private static Sheet Table(SearchOutcome found, IReadOnlyDictionary<Guid, string> labels) => Sheet.Of(
        "hits.csv",
        ["source", "label", "segment", "speaker", "respondent", "question", "row", "wave", "timecode", "start", "end", "found", "codes", "text"],
        found.Hits.Select(h =>
        {
            var s = h.Segment;
            return new[]
            {
                s.Source, Label(labels, s), Number(s.Ordinal), s.Speaker ?? "", s.Respondent ?? "", s.Question ?? "", s.Row ?? "", s.Wave ?? "",
                s.Timecode?.ToString(CultureInfo.InvariantCulture) ?? "", Number(s.Start), Number(s.End),
                string.Join("|", h.Matches.Select(m => s.Text[m.Start..m.End])), string.Join("|", h.Codes), s.Text,
            };
        }));

    private static string Markdown(SearchOutcome found, IReadOnlyDictionary<Guid, string> labels, Wording t)
    {
        var blocks = new List<Block>
        {
            new Heading(1, found.Query.Length > 0 ? found.Query : found.InterpretedAs),
            Paragraph.Of(t["search.interpreted", found.InterpretedAs]),
            Paragraph.Of(t["search.total", found.Total]),
        };
        Guid? source = null;
        foreach (var hit in found.Hits)
        {
            if (source != hit.Segment.SourceId)
            {
                source = hit.Segment.SourceId;
                blocks.Add(new Heading(2, Label(labels, hit.Segment)));
            }

            blocks.Add(new QuoteBlock(hit.Segment.Text, Place.Of(hit.Segment, t) + (hit.Codes.Count > 0 ? $" · {string.Join(", ", hit.Codes)}" : "")));
        }

        return MarkdownWriter.Write(blocks);
    }

    private static string Label(IReadOnlyDictionary<Guid, string> labels, Segment segment) => labels.GetValueOrDefault(segment.SourceId, segment.Source);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
