using MiaVoices.App.Texts;
using MiaVoices.Core.Search;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens.Searching;

/// <summary>A hit in a line, and how what matched stands out.</summary>
internal static class HitText
{
    /// <summary>What matched, by why: as asked in bold, another form plain, a part or a likeness underlined.</summary>
    public static Style Mark(MatchReason why) => why switch
    {
        MatchReason.Exact => new Style(Role.Match).Bold,
        MatchReason.Inflection or MatchReason.Lexicon => Role.Match,
        _ => new Style(Role.Match).Underlined,
    };

    /// <summary>Why words matched, each way once, in a line.</summary>
    public static string Why(SearchHit hit, Wording t) => string.Join(" · ", hit.Matches
        .GroupBy(m => m.Why)
        .OrderBy(g => g.Key)
        .Select(g => $"{t["screen.search.why." + Cli.JsonFields.Word(g.Key)]}: {string.Join(", ", g.Select(m => hit.Segment.Text[m.Start..m.End]).Distinct(StringComparer.OrdinalIgnoreCase))}"));

    /// <summary>Writes the part of a hit's text that holds what matched first.</summary>
    public static void Write(Canvas canvas, int row, SearchHit hit)
    {
        var text = hit.Segment.Text;
        var from = From(text, hit.Matches.Count > 0 ? hit.Matches[0].Start : 0, canvas.Width / 3);
        // No more than can be shown is measured.
        var to = Math.Min(text.Length, from + (canvas.Width * 3));
        if (to < text.Length && char.IsHighSurrogate(text[to - 1]))
        {
            to--;
        }

        var x = from > 0 ? canvas.Write(0, row, Glyphs.Ellipsis, Role.Dim) : 0;
        var at = from;
        foreach (var match in hit.Matches.Where(m => m.End > from && m.Start < to).OrderBy(m => m.Start))
        {
            if (match.Start < at)
            {
                continue;
            }

            var end = Math.Min(match.End, to);
            x = canvas.Write(x, row, text[at..match.Start]);
            x = canvas.Write(x, row, text[match.Start..end], Mark(match.Why));
            at = end;
        }

        if (canvas.Write(x, row, text[at..to]) > canvas.Width || to < text.Length)
        {
            canvas.Write(canvas.Width - 1, row, Glyphs.Ellipsis, Role.Dim);
        }
    }

    /// <summary>Begins at a word not far before a place.</summary>
    private static int From(string text, int place, int before)
    {
        if (place <= before)
        {
            return 0;
        }

        var space = text.IndexOf(' ', place - before);
        return space >= 0 && space < place ? space + 1 : place;
    }
}
