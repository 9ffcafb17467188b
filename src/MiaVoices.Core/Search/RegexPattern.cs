using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Search;

/// <summary>A regular expression that must fit a form as a whole, whatever the letter case.</summary>
internal sealed class RegexPattern : FormPattern
{
    // NonBacktracking takes time in proportion to the text, whatever the expression: no form can hold up a search.
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private const int Remembered = 64;

    // One search reads its expressions several times, and NonBacktracking learns as it is used.
    private static readonly ConcurrentDictionary<string, RegexPattern> Known = new(StringComparer.Ordinal);
    private readonly Regex _regex;

    private RegexPattern(string written, Regex regex)
        : base("/" + written + "/", MatchReason.Regex) => _regex = regex;

    /// <summary>Reads an expression.</summary>
    /// <param name="written">What stands between the slashes.</param>
    /// <param name="fault">Null, or the key of what is wrong.</param>
    /// <param name="offset">Where in <paramref name="written"/> it is wrong, as near as is known.</param>
    internal static RegexPattern? Read(string written, out string? fault, out int offset)
    {
        (fault, offset) = (null, 0);
        if (Known.TryGetValue(written, out var known))
        {
            return known;
        }

        var composed = CanonicalComposition.Compose(written);
        try
        {
            _ = new Regex(composed, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);

            // What is sound by itself may still swallow the bracket after it ("(?x)a#"): that is refused in the same way.
            var pattern = new RegexPattern(written, new Regex(@"\A(?:" + composed + @")\z", Options, Patience));
            if (Known.Count >= Remembered)
            {
                Known.Clear();
            }

            return Known[written] = pattern;
        }
        catch (RegexParseException error)
        {
            (fault, offset) = ("search.regex.wrong", Math.Clamp(error.Offset - 1, 0, Math.Max(0, written.Length - 1)));
        }
        catch (NotSupportedException)
        {
            fault = "search.regex.unsupported";
        }

        return null;
    }

    internal override int Distance(string form)
    {
        try
        {
            return _regex.IsMatch(form) ? 0 : -1;
        }
        catch (RegexMatchTimeoutException error)
        {
            throw new RefusedException(Problem.Of("search.regex.slow", Text), error);
        }
    }
}
