using System.Text.RegularExpressions;

namespace MiaVoices.Core.Sources;

/// <summary>Names for sources that may be shown outside: a kind and a code or number, never what the file was called.</summary>
public static partial class SourceLabel
{
    /// <summary>
    /// A label for a new source. A code in the file's name such as <c>D07</c> is kept ("Intervju D07"), anything else
    /// could be a person's name and gives way to a running number, and so do a speaker's initials.
    /// </summary>
    /// <param name="draft">What was read.</param>
    /// <param name="taken">Labels in use.</param>
    public static string Propose(SourceDraft draft, IReadOnlySet<string> taken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(taken);
        if (draft.Survey is { } survey)
        {
            var name = survey.Wave is null || survey.Name.EndsWith(survey.Wave, StringComparison.Ordinal) ? survey.Name : $"{survey.Name} {survey.Wave}";
            return Free(name, taken, first: name);
        }

        var kind = draft.Kind switch
        {
            SourceKind.Notes => "Anteckning",
            SourceKind.Story => "Berättelse",
            SourceKind.Table or SourceKind.Survey => "Tabell",
            _ => "Intervju",
        };
        var code = CodeIn(draft.Name);
        code = code is not null && draft.Speakers.Any(s => IsInitials(code, s.NameWords)) ? null : code;
        return Free(kind, taken, first: code is null ? null : $"{kind} {code}");
    }

    /// <summary>The code of a label ("Intervju D07" → "D07"), else the label itself.</summary>
    public static string Pseudonym(string label) =>
        Code().Matches(label).LastOrDefault()?.Value ?? label;

    /// <summary>The code in a file's name that its label would be made of; null where there is none.</summary>
    public static string? CodeIn(string fileName) =>
        Code().Matches(Path.GetFileNameWithoutExtension(fileName)).LastOrDefault()?.Value;

    /// <summary>Whether a code is made of the initials of a name of several words: AS1 for Anna Svensson.</summary>
    public static bool IsInitials(string code, IReadOnlyList<string> nameWords)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(nameWords);
        var letters = code.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return nameWords.Count > 1 && letters.Length > 1 && string.Concat(nameWords.Select(w => char.ToUpperInvariant(w[0]))).StartsWith(letters, StringComparison.Ordinal);
    }

    private static string Free(string kind, IReadOnlySet<string> taken, string? first)
    {
        if (first is not null && !taken.Contains(first))
        {
            return first;
        }

        for (var n = first is null ? 1 : 2; ; n++)
        {
            var label = first is null ? FormattableString.Invariant($"{kind} {n}") : FormattableString.Invariant($"{first} ({n})");
            if (!taken.Contains(label))
            {
                return label;
            }
        }
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{Lu}{1,3}\d{1,4}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
