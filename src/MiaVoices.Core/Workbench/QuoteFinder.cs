using System.Text;

namespace MiaVoices.Core.Workbench;

/// <summary>
/// Finds a quote in a text after folding white space and quotation marks, as people retype or paste them. Immutable.
/// </summary>
public sealed class QuoteFinder
{
    private readonly string _folded;
    private readonly int[] _origin;

    /// <summary>Folds a text once for many searches.</summary>
    public QuoteFinder(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        (_folded, _origin) = Fold(text);
    }

    /// <summary>The places of a quote as spans of the text as given, at most <paramref name="most"/> of them.</summary>
    public IReadOnlyList<(int Start, int End)> Find(string quote, int most = 2)
    {
        var wanted = Fold(quote).Folded.Trim();
        var found = new List<(int, int)>();
        if (wanted.Length == 0)
        {
            return found;
        }

        for (var at = _folded.IndexOf(wanted, StringComparison.Ordinal); at >= 0 && found.Count < most; at = _folded.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            found.Add((_origin[at], _origin[at + wanted.Length - 1] + 1));
        }

        return found;
    }

    /// <summary>Whether the quote stands in the text and is at least half of it: people shorten what they paste, and trim it.</summary>
    public bool Holds(string quote)
    {
        var wanted = Fold(quote).Folded.Trim();
        return wanted.Length * 2 >= _folded.Trim().Length && _folded.Contains(wanted, StringComparison.Ordinal);
    }

    private static (string Folded, int[] Origin) Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var origin = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\u00AD')
            {
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] == ' ')
                {
                    continue;
                }

                c = ' ';
            }

            folded.Append(c switch
            {
                '”' or '“' or '„' or '«' or '»' => '"',
                '’' or '‘' or '‚' or '´' or '`' => '\'',
                _ => c,
            });
            origin.Add(i);
        }

        return (folded.ToString(), [.. origin]);
    }
}
