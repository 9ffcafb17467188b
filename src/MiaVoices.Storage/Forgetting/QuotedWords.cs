using System.Text;

namespace MiaVoices.Storage.Forgetting;

/// <summary>Finds a person's words in what others have written: stretches of five words or more that nobody else has said.</summary>
internal sealed class QuotedWords
{
    private const int Stretch = 5;
    private readonly HashSet<string> _stretches = new(StringComparer.Ordinal);
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);

    /// <summary>Learns what the person said.</summary>
    public void Add(string text) => Collect(text, _stretches);

    /// <summary>Learns what somebody else said too: that is not the person's alone.</summary>
    public void Except(string text) => Collect(text, _others);

    /// <summary>The text with the person's words replaced; the same object where there are none.</summary>
    public string Redact(string text)
    {
        var words = Words(text);
        var result = new StringBuilder();
        var from = 0;
        for (var i = 0; i + Stretch <= words.Count;)
        {
            var last = i;
            while (last + Stretch <= words.Count && IsOwn(words, last))
            {
                last++;
            }

            if (last == i)
            {
                i++;
                continue;
            }

            var end = last + Stretch - 2;
            result.Append(text, from, words[i].Start - from).Append(ErasedSource.Gone);
            from = words[end].End;
            i = end + 1;
        }

        return from == 0 ? text : result.Append(text, from, text.Length - from).ToString();
    }

    private bool IsOwn(List<(int Start, int End, string Word)> words, int at)
    {
        var key = Key(words, at, Stretch);
        return _stretches.Contains(key) && !_others.Contains(key);
    }

    private static void Collect(string text, HashSet<string> into)
    {
        var words = Words(text);
        for (var i = 0; i + Stretch <= words.Count; i++)
        {
            into.Add(Key(words, i, Stretch));
        }
    }

    private static string Key(List<(int Start, int End, string Word)> words, int at, int count) =>
        string.Join(' ', Enumerable.Range(at, count).Select(i => words[i].Word));

    private static List<(int Start, int End, string Word)> Words(string text)
    {
        var words = new List<(int, int, string)>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            words.Add((start, i, text[start..i].ToLowerInvariant()));
        }

        return words;
    }
}
