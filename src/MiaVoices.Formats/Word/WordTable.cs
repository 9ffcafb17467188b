using System.Xml.Linq;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Word;

/// <summary>A table cell with its paragraphs.</summary>
internal sealed record WordCell(IReadOnlyList<XElement> Paragraphs)
{
    /// <summary>The words of the cell, a line a paragraph.</summary>
    public string Text => string.Join('\n', Paragraphs.Select(WordParagraph.Text).Where(t => t.Length > 0));
}

/// <summary>Tables in a transcript: talare | text, with a time or a number column perhaps.</summary>
internal static class WordTable
{
    private static readonly string[] SpeakerHeads = ["talare", "speaker", "person", "namn", "vem"];

    public static IReadOnlyList<IReadOnlyList<WordCell>> Rows(XElement table) =>
        [.. table.Descendants().Where(e => e.Name.LocalName == "tr" && !Deleted(e)).Select(row => (IReadOnlyList<WordCell>)
            [.. row.Elements().Where(e => e.Name.LocalName == "tc").Select(cell => new WordCell([.. cell.Descendants().Where(e => e.Name.LocalName == "p")]))])];

    /// <summary>Positions of speaker and text columns, or null where the table is not a transcript.</summary>
    public static (int Speaker, int Text)? Speakers(IReadOnlyList<IReadOnlyList<WordCell>> rows)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(r => r.Count);
        if (rows.Count < 2 || width is < 2 or > 4)
        {
            return null;
        }

        var text = Enumerable.Range(0, width).MaxBy(c => rows.Sum(r => r.Count > c ? r[c].Text.Length : 0));
        for (var column = 0; column < width; column++)
        {
            if (column == text)
            {
                continue;
            }

            var labels = rows.Where(r => r.Count > column).Select(r => r[column].Text.TrimEnd(':').Trim()).Where(t => t.Length > 0).ToList();
            var distinct = labels.Select(SpeakerLabels.Key).Distinct(StringComparer.Ordinal).Count();
            if (labels.Count * 2 >= rows.Count && labels.All(l => SpeakerLabels.HasShape(l) && TimeCode.Seconds(l) is null)
                && (distinct * 2 <= labels.Count + 1 || labels.Any(l => SpeakerLabels.Known(l) is not null)))
            {
                return (column, text);
            }
        }

        return null;
    }

    /// <summary>The lines of a row; a row without a name goes on with the speaker before, the head row gives none.</summary>
    public static IEnumerable<TextLine> Turn(IReadOnlyList<WordCell> row, (int Speaker, int Text) columns, int number, WordComments comments)
    {
        string Cell(int column) => row.Count > column ? row[column].Text : "";
        var speaker = Cell(columns.Speaker).TrimEnd(':').Trim();
        if (Array.IndexOf(SpeakerHeads, speaker.ToLowerInvariant()) >= 0)
        {
            yield break;
        }

        var time = Enumerable.Range(0, row.Count).Where(c => c != columns.Speaker && c != columns.Text).Select(Cell)
            .Select(c => c.Trim('[', ']', '(', ')', '#')).FirstOrDefault(c => TimeCode.Seconds(c) is not null);
        var first = true;
        var marks = comments.Begin();
        foreach (var id in row.SelectMany(c => c.Paragraphs).SelectMany(WordComments.Ids))
        {
            comments.Mark(id, 0, marks);
        }

        foreach (var line in Cell(columns.Text).Split('\n'))
        {
            yield return new TextLine
            {
                Number = number,
                Text = first && time is not null ? $"[{time}] {line}" : line,
                Label = first && speaker.Length > 0 ? speaker : null,
                Starts = first,
                Comments = first ? marks.In(0, 0) : [],
            };
            first = false;
        }
    }

    private static bool Deleted(XElement row) =>
        row.Elements().FirstOrDefault(e => e.Name.LocalName == "trPr")?.Elements().Any(e => e.Name.LocalName == "del") == true;
}
