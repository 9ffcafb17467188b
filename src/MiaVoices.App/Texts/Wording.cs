using System.Globalization;
using MiaVoices.Core;

namespace MiaVoices.App.Texts;

/// <summary>The texts for people in one language. Immutable after loading.</summary>
internal sealed class Wording
{
    private readonly Dictionary<string, string> _texts;

    private Wording(string language, Dictionary<string, string> texts)
    {
        Language = language;
        _texts = texts;
    }

    /// <summary>The languages there are, the first is the usual one.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["sv", "en"];

    /// <summary>sv or en.</summary>
    public string Language { get; }

    /// <summary>All keys, for the test that no language lacks one.</summary>
    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>The text of a key with the facts filled in.</summary>
    public string this[string key, params object[] facts] =>
        _texts.TryGetValue(key, out var text)
            ? facts.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, facts)
            : throw new InvalidOperationException("No text for " + key);

    /// <summary>Whether there is a text for a key.</summary>
    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>A problem as one line: where, what, what to do. What is written to follow a place begins with a capital where there is none.</summary>
    public string Of(Problem problem)
    {
        var text = this[problem.Key, [.. Facts(problem)]];
        return problem.Where is { Length: > 0 } where ? $"{where}: {text}"
            : char.IsLower(_texts[problem.Key][0]) ? char.ToUpperInvariant(text[0]) + text[1..]
            : text;
    }

    /// <summary>As <see cref="Of"/>, for people who are not on the command line: where the usual advice names its options, another stands in its place.</summary>
    public string OnScreen(Problem problem) => Has("said." + problem.Key)
        ? problem.Where is { Length: > 0 } where ? $"{where}: {this["said." + problem.Key, [.. Facts(problem)]]}" : this["said." + problem.Key, [.. Facts(problem)]]
        : Of(problem);

    /// <summary>The facts, with those that are words of the program in the language.</summary>
    private IEnumerable<object> Facts(Problem problem) => problem switch
    {
        { Key: "kind.proposed", Facts: [string kind, ..] } when Has("kind." + kind) => [this["kind." + kind]],
        { Key: "column.proposed", Facts: [var header, string role, ..] } when Has("column." + role) => [header, this["column." + role]],
        _ => problem.Facts,
    };

    /// <summary>Loads a language: lines of <c>key = text</c>, <c>#</c> begins a remark.</summary>
    public static Wording Load(string language)
    {
        using var stream = typeof(Wording).Assembly.GetManifestResourceStream(language + ".txt")
            ?? throw new ArgumentException(language, nameof(language));
        using var reader = new StreamReader(stream);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var at = line.IndexOf(" = ", StringComparison.Ordinal);
            if (at > 0 && line[0] != '#')
            {
                texts.Add(line[..at].Trim(), line[(at + 3)..].Replace("\\n", "\n", StringComparison.Ordinal));
            }
        }

        return new Wording(language, texts);
    }
}
