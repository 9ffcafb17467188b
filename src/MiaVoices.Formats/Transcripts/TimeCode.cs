using System.Globalization;
using System.Text.RegularExpressions;

namespace MiaVoices.Formats.Transcripts;

/// <summary>Time codes in transcripts: <c>00:00:07</c>, <c>[00:01:23]</c>, <c>(1:23)</c>, <c>{00:01:23.45}</c>, <c>#00:00:14-9#</c>, <c>00:03:40.5</c> and ranges of these.</summary>
internal static partial class TimeCode
{
    /// <summary>Takes a time code from the start of a line; null if there is none.</summary>
    /// <param name="text">The line.</param>
    /// <param name="rest">What follows, with the white space before it gone.</param>
    public static double? TakeLeading(string text, out string rest)
    {
        // Nearly every line begins with a letter: told without the pattern.
        var first = text.AsSpan().TrimStart();
        var match = first.IsEmpty || !(char.IsAsciiDigit(first[0]) || first[0] is '[' or '(' or '{' or '#' or '<') ? Match.Empty : Leading().Match(text);
        if (!match.Success)
        {
            rest = text;
            return null;
        }

        rest = text[match.Length..].TrimStart();
        return Seconds(match.Groups["t"].Value);
    }

    /// <summary>Takes a short code without brackets (<c>0:04 Namn: …</c>), which is a clock time in other places.</summary>
    public static double? TakeShort(string text, out string rest)
    {
        var match = LeadingShort().Match(text);
        rest = match.Success ? text[match.Length..].TrimStart() : text;
        return match.Success ? Seconds(match.Groups["t"].Value) : null;
    }

    /// <summary>Takes a code in brackets from the end of a line, and f4's codes from anywhere in it; null if there is none.</summary>
    public static double? TakeTrailing(string text, out string rest)
    {
        double? found = null;
        rest = text;
        if (text.Contains('#', StringComparison.Ordinal) && Hash().Match(text) is { Success: true } hash)
        {
            found = Seconds(hash.Groups["t"].Value);
            rest = Hash().Replace(text, "").Trim();
        }
        else if (text.AsSpan().TrimEnd() is [.., ']' or ')' or '}'] && Trailing().Match(text) is { Success: true } match)
        {
            found = Seconds(match.Groups["t"].Value);
            rest = text[..match.Index].TrimEnd();
        }

        return found;
    }

    /// <summary>Seconds of <c>[h:]m:s[.fraction]</c>; the fraction may follow a point, a comma or a hyphen.</summary>
    public static double? Seconds(string code) => Milliseconds(code) is { } ms ? ms / 1000.0 : null;

    /// <summary>Milliseconds of <c>[h:]m:s[.fraction]</c>, or null.</summary>
    public static long? Milliseconds(string code)
    {
        var match = Code().Match(code.Trim());
        if (!match.Success)
        {
            return null;
        }

        long Part(string group) => match.Groups[group].Success ? long.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var fraction = match.Groups["f"].Success ? long.Parse(match.Groups["f"].Value.PadRight(3, '0'), CultureInfo.InvariantCulture) : 0;
        return (((((Part("h") * 60) + Part("m")) * 60) + Part("s")) * 1000) + fraction;
    }

    /// <summary>Whether a line begins with something that is meant as a time code but cannot be one.</summary>
    public static bool Unreadable(string text) => text.AsSpan().ContainsAnyInRange('0', '9') && TimeLike().IsMatch(text) && TakeLeading(text, out _) is null;

    private const string Full = @"\d{1,3}:[0-5]?\d:[0-5]?\d(?:[.,]\d{1,3}|-\d)?";
    private const string Any = @"(?:\d{1,3}:[0-5]?\d:[0-5]?\d|\d{1,3}:[0-5]\d)(?:[.,]\d{1,3}|-\d)?";
    private const string To = @"\s*(?:-->|-|–|—)\s*";

    [GeneratedRegex(@"^\s*(?:\[(?<t>" + Any + @")(?:" + To + Any + @")?\]|\((?<t>" + Any + @")(?:" + To + Any + @")?\)|\{(?<t>" + Any + @")\}|#(?<t>"
        + Full + @")#|<(?<t>" + Full + @")>|(?<t>" + Full + @")(?:" + To + Full + @")?(?![\d:]))", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^\s*(?<t>\d{1,3}:[0-5]\d)(?=\s)", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingShort();

    // The white space before is bounded: an endless run of it must not be walked from every place in it.
    [GeneratedRegex(@"\s{0,8}#(?<t>" + Full + @")#", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();

    [GeneratedRegex(@"(?:\[(?<t>" + Any + @")\]|\((?<t>" + Full + @")\)|\{(?<t>" + Any + @")\})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^(?:(?<h>\d{1,3}):)?(?<m>\d{1,3}):(?<s>[0-5]?\d)(?:[.,-](?<f>\d{1,3})\d*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*[\[\({<#]?\d{1,3}[:.;]\d{1,3}[:.;,]\d{1,3}", RegexOptions.CultureInvariant)]
    private static partial Regex TimeLike();
}
