using System.Text;
using System.Text.RegularExpressions;
using MiaVoices.Tests.Support;

namespace MiaVoices.Tests.App;

/// <summary>Where the sources name texts for people.</summary>
internal static partial class TextKeys
{
    /// <summary>A text as the sources ask for it: its key and the facts given with it; facts are -1 where they are not told one by one.</summary>
    public sealed record Use(string Key, int Facts, string File);

    /// <summary>The texts of a language by key.</summary>
    public static Dictionary<string, string> Load(string language) => File.ReadAllLines(Path.Combine(Repository.Root, "src", "MiaVoices.App", "Texts", language + ".txt"))
        .Where(l => l.Length > 0 && l[0] != '#')
        .ToDictionary(l => l[..l.IndexOf(" = ", StringComparison.Ordinal)], l => l[(l.IndexOf(" = ", StringComparison.Ordinal) + 3)..], StringComparer.Ordinal);

    /// <summary>The numbers of the placeholders of a text.</summary>
    public static SortedSet<int> Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Every quoted word of the sources that has the form of a key.</summary>
    public static HashSet<string> Literals() => [.. Repository.Sources.SelectMany(s => Literal().Matches(s.Text).Select(m => m.Groups[1].Value))];

    /// <summary>What begins a key that is put together: <c>"kind." + word</c>.</summary>
    public static HashSet<string> Prefixes() => [.. Repository.Sources.SelectMany(s => Prefix().Matches(s.Text).Select(m => m.Groups[1].Value))];

    /// <summary>What ends a key that is put together: <c>$"{what}.gone"</c>.</summary>
    public static HashSet<string> Endings() => [.. Repository.Sources.SelectMany(s => Ending().Matches(s.Text).Select(m => m.Groups[1].Value))];

    /// <summary>Every call that asks for a text or names a problem, with what it gives to fill it in.</summary>
    public static IEnumerable<Use> Uses()
    {
        foreach (var (path, text) in Repository.Sources)
        {
            foreach (Match call in Call().Matches(text))
            {
                var arguments = Arguments(text, call.Index + call.Length);
                var at = call.Value.Contains("At(", StringComparison.Ordinal) ? 1 : 0;
                if (arguments.Count <= at)
                {
                    continue;
                }

                var facts = arguments.Skip(at + 1).Any(a => a.StartsWith("[..", StringComparison.Ordinal) || a.StartsWith("..", StringComparison.Ordinal)) ? -1 : arguments.Count - at - 1;
                foreach (Match key in QuotedWord().Matches(arguments[at]))
                {
                    // "kind." + word is put together, and what stands in an inner call is not the key.
                    if (!key.Groups[1].Value.EndsWith('.') && !arguments[at].Contains('(', StringComparison.Ordinal) && !arguments[at].Contains(" is ", StringComparison.Ordinal))
                    {
                        yield return new Use(key.Groups[1].Value, facts, Path.GetFileName(path));
                    }
                }
            }
        }
    }

    /// <summary>The arguments of a call from after its opening bracket.</summary>
    private static List<string> Arguments(string text, int start)
    {
        var (arguments, current, depth) = (new List<string>(), new StringBuilder(), 0);
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"')
            {
                var end = i + 1;
                while (text[end] != '"')
                {
                    end += text[end] == '\\' ? 2 : 1;
                }

                current.Append(text, i, end - i + 1);
                i = end;
                continue;
            }

            if (c is ')' or ']' or '}' && depth-- == 0)
            {
                break;
            }

            depth += c is '(' or '[' or '{' ? 1 : 0;
            if (c == ',' && depth == 0)
            {
                arguments.Add(current.ToString().Trim());
                current.Clear();
            }
            else
            {
                current.Append(c);
            }
        }

        if (current.ToString().Trim() is { Length: > 0 } last)
        {
            arguments.Add(last);
        }

        return arguments;
    }

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"""([a-z]+(?:\.[a-zA-Z]+)*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"""([a-z]+\.)"" \+")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\$""\{\w+\}(\.[a-zA-Z]+)""")]
    private static partial Regex Ending();

    [GeneratedRegex(@"""([a-zA-Z.]+)""")]
    private static partial Regex QuotedWord();

    [GeneratedRegex(@"(?:Problem\.Of\(|Problem\.At\(|\b(?:T|Neutral|t)\[|\.Progress\(|\bT\.Has\()")]
    private static partial Regex Call();
}
