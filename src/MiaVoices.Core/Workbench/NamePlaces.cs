using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Counts where the words of names stand in texts. Immutable; thread-safe.</summary>
internal sealed class NamePlaces
{
    private readonly HashSet<string> words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <param name="words">The words of the names.</param>
    public NamePlaces(IEnumerable<string> words)
    {
        this.words = new HashSet<string>(words.SelectMany(w => Words(w).Select(p => w[p.Start..p.End])).Where(w => w.Length > 1), StringComparer.OrdinalIgnoreCase);
        lookup = this.words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of places: a word with a capital letter, in the genitive too; first name and surname beside each other are one.</summary>
    public int In(string text)
    {
        if (words.Count == 0)
        {
            return 0;
        }

        var (count, last) = (0, -2);
        foreach (var (start, end) in Words(text))
        {
            if (char.IsUpper(text[start]) && Holds(text.AsSpan(start, end - start)))
            {
                count += start - last > 1 ? 1 : 0;
                last = end;
            }
        }

        return count;
    }

    /// <summary>Whether a word of a name stands in the name of a file or its folder, in any letter case.</summary>
    public bool InFileName(string name)
    {
        var whole = StoredText.Normalise(name);
        return words.Count > 0 && Words(whole).Any(w => Holds(whole.AsSpan(w.Start, w.End - w.Start)));
    }

    private bool Holds(ReadOnlySpan<char> word) => lookup.Contains(word) || (word is [.. var stem, 's' or 'S'] && lookup.Contains(stem));

    private static IEnumerable<(int Start, int End)> Words(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i]))
            {
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsLetter(text[i]))
            {
                i++;
            }

            yield return (start, i);
        }
    }
}
