using System.Globalization;
using System.Text.RegularExpressions;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Pdf;

/// <summary>
/// Makes paragraphs of the lines that a page broke: page numbers, running heads and paragraph numbers in the margin go, a
/// line that is not full ends its paragraph, and so does one before a speaker's label.
/// </summary>
internal static partial class PdfLines
{
    private const int PagesOfRunningHead = 3;

    // A line shorter than this share of the page's longest was broken by the writer, not by the page.
    private const double Full = 0.66;

    /// <summary>The lines, and how many of the margins' were left out.</summary>
    public static (IReadOnlyList<TextLine> Lines, int Margins) Of(string text)
    {
        var pages = text.Split('\f').Select(p => p.Split('\n').Select(l => l.TrimEnd()).ToList()).Where(p => p.Exists(l => l.Length > 0)).ToList();
        var margins = DropRunningHeads(pages) + pages.Sum(DropPageNumbers);
        margins += DropParagraphNumbers(pages);
        var plain = pages.SelectMany(p => p).Select((l, i) => new TextLine { Number = i + 1, Text = l.Trim(), Starts = true }).ToList();
        var labels = LabelFinder.Find(plain);
        var lines = new List<TextLine>();
        var number = 0;
        var open = false;
        foreach (var page in pages)
        {
            var widest = page.Max(l => l.Length);
            var first = true;
            var blank = false;
            foreach (var raw in page)
            {
                number++;
                var line = raw.Trim();
                if (line.Length == 0)
                {
                    blank = true;
                    continue;
                }

                // Over a page break only a sentence that goes on is joined.
                var goesOn = open && lines.Count > 0 && !Begins(line, number, labels) && (first ? char.IsLower(line[0]) : !blank);
                if (goesOn)
                {
                    lines[^1] = lines[^1] with { Text = Joined(lines[^1].Text, line) };
                }
                else
                {
                    lines.Add(new TextLine { Number = number, Text = line, Starts = true });
                }

                open = raw.Length >= widest * Full;
                (first, blank) = (false, false);
            }
        }

        return (lines, margins);
    }

    private static string Joined(string before, string line) =>
        before.EndsWith('\u00AD') ? before[..^1] + line : before + " " + line;

    private static bool Begins(string line, int number, (LabelStyle Style, HashSet<string> Keys)? labels)
    {
        if (Opening().IsMatch(line) || TimeCode.TakeLeading(line, out _) is not null)
        {
            return true;
        }

        return labels is { } known && LabelMatch.Try(known.Style, new TextLine { Number = number, Text = line }, line, out var label, out _) && known.Keys.Contains(SpeakerLabels.Key(label));
    }

    private static int DropPageNumbers(List<string> page)
    {
        var dropped = 0;
        foreach (var index in (int[])[page.FindIndex(l => l.Length > 0), page.FindLastIndex(l => l.Length > 0)])
        {
            if (index >= 0 && PageNumber().IsMatch(page[index]))
            {
                page[index] = "";
                dropped++;
            }
        }

        return dropped;
    }

    private static int DropRunningHeads(List<List<string>> pages)
    {
        var dropped = 0;
        foreach (var last in (bool[])[false, true])
        {
            var places = pages.Select(p => (Page: p, Index: last ? p.FindLastIndex(l => l.Length > 0) : p.FindIndex(l => l.Length > 0))).Where(p => p.Index >= 0).ToList();
            foreach (var same in places.GroupBy(p => Digits().Replace(p.Page[p.Index].Trim(), "0"), StringComparer.Ordinal).Where(g => g.Count() >= PagesOfRunningHead && g.Count() * 2 >= places.Count))
            {
                foreach (var (page, index) in same)
                {
                    page[index] = "";
                    dropped++;
                }
            }
        }

        return dropped;
    }

    /// <summary>Numbers before paragraphs, in a column of their own, which rise by one.</summary>
    private static int DropParagraphNumbers(List<List<string>> pages)
    {
        var found = new List<(List<string> Page, int Index, Match Match, int Value)>();
        foreach (var page in pages)
        {
            for (var i = 0; i < page.Count; i++)
            {
                if (MarginNumber().Match(page[i]) is { Success: true } match && int.TryParse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                {
                    found.Add((page, i, match, value));
                }
            }
        }

        var rising = found.Zip(found.Skip(1)).Count(p => p.Second.Value == p.First.Value + 1);
        if (found.Count < 3 || rising * 10 < (found.Count - 1) * 9)
        {
            return 0;
        }

        // From the end, since a number begins a paragraph whatever the line above looks like: a blank line goes in there.
        foreach (var (page, index, match, _) in found.AsEnumerable().Reverse())
        {
            page[index] = (new string(' ', match.Length) + page[index][match.Length..]).TrimEnd();
            page.Insert(index, "");
        }

        return found.Count;
    }

    [GeneratedRegex(@"^\s*(?:[-–]\s*)?(?:(?:sida|sid\.?|page)\s*)?\d{1,4}(?:\s*(?:av|/|of|\()\s*\d{1,4}\)?)?(?:\s*[-–])?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^\s{0,6}(?<n>\d{1,5})(?:\s{2,}|$)", RegexOptions.CultureInvariant)]
    private static partial Regex MarginNumber();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?:[-*•·–▪◦‣]|\d{1,3}[.)])\s+\S", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
