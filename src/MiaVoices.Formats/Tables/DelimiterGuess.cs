namespace MiaVoices.Formats.Tables;

/// <summary>Walks through delimited text with regard to quotation marks: counts fields and finds quotation marks left open.</summary>
/// <param name="Counts">Fields of each row that is not empty.</param>
/// <param name="OpenQuoteLine">Line of a quotation mark that is never closed; 0 if all are.</param>
internal sealed record DelimitedShape(IReadOnlyList<int> Counts, int OpenQuoteLine)
{
    /// <summary>Share of the rows with as many fields as the first.</summary>
    public double Even => Counts.Count == 0 ? 0 : Counts.Count(c => c == Counts[0]) / (double)Counts.Count;

    /// <summary>Fields of the first row.</summary>
    public int Width => Counts.Count == 0 ? 0 : Counts[0];

    public static DelimitedShape Of(string text, char delimiter, int mostRows = int.MaxValue)
    {
        var counts = new List<int>();
        int fields = 1, line = 1, quoteLine = 0;
        bool quoted = false, fieldStart = true, empty = true;
        for (var i = 0; i < text.Length && counts.Count < mostRows; i++)
        {
            var c = text[i];
            line += c == '\n' || (c == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')) ? 1 : 0;
            if (quoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    i++;
                }
                else if (c == '"')
                {
                    quoted = false;
                }
            }
            else if (c == '"' && fieldStart)
            {
                (quoted, fieldStart, empty, quoteLine) = (true, false, false, line);
            }
            else if (c == delimiter)
            {
                fields++;
                (fieldStart, empty) = (true, false);
            }
            else if (c is '\n' or '\r')
            {
                if (!empty)
                {
                    counts.Add(fields);
                }

                (fields, fieldStart, empty) = (1, true, true);
            }
            else
            {
                (fieldStart, empty) = (false, empty && char.IsWhiteSpace(c));
            }
        }

        if (!empty && counts.Count < mostRows)
        {
            counts.Add(fields);
        }

        return new DelimitedShape(counts, quoted && counts.Count < mostRows ? quoteLine : 0);
    }
}

/// <summary>Finds the separator of a text table.</summary>
internal static class DelimiterGuess
{
    private const int SampleRows = 200;

    /// <summary>The separator and the shape it gives, or null when none parts the text into columns.</summary>
    public static (char Delimiter, DelimitedShape Shape)? Find(string text)
    {
        (char Delimiter, DelimitedShape Shape)? best = null;
        foreach (var delimiter in ";\t,|")
        {
            var shape = DelimitedShape.Of(text, delimiter, SampleRows);
            if (shape.Width >= 2 && (best is null || Score(shape) > Score(best.Value.Shape)))
            {
                best = (delimiter, shape);
            }
        }

        return best;
    }

    // Even rows weigh most; among separators that are about as even, the one that gives more columns.
    private static double Score(DelimitedShape shape) => (Math.Round(shape.Even, 1) * 1000) + shape.Width;
}
