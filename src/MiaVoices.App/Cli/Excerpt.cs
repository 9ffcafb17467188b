namespace MiaVoices.App.Cli;

/// <summary>A part of a long text around what matters in it, so that lists of texts can be read.</summary>
internal static class Excerpt
{
    private const string Left = "… ";
    private const string Right = " …";

    /// <summary>The text if it is short enough; else about so much of it around a place, cut between words and marked where something is left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The place, in UTF-16 code units; what stands there is shown first of all.</param>
    /// <param name="end">One past it.</param>
    /// <param name="most">The most that is shown, in UTF-16 code units.</param>
    public static string Of(string text, int start, int end, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var spare = Math.Max(0, most - (end - start));
        var from = Math.Max(0, Math.Min(start - (spare / 2), text.Length - most));
        var to = Math.Min(text.Length, from + most);
        (from, to) = (from == 0 ? 0 : NextWord(text, from, Math.Max(from, start)), to == text.Length ? to : WordEnd(text, to, Math.Min(to, Math.Max(end, from + 1))));
        return (from > 0 ? Left : "") + text[from..to].Trim() + (to < text.Length ? Right : "");
    }

    /// <summary>Where the first word at or after a place begins, no later than a limit; without white space before it, the first whole character.</summary>
    private static int NextWord(string text, int from, int limit)
    {
        for (var at = from; at <= limit && at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at - 1]))
            {
                return at;
            }
        }

        return Whole(text, from);
    }

    private static int WordEnd(string text, int to, int limit)
    {
        for (var at = to; at >= limit && at > 0; at--)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                return at;
            }
        }

        return Whole(text, to);
    }

    /// <summary>A place that does not divide a character that is two code units.</summary>
    private static int Whole(string text, int at) => char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
}
