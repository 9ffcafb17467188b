using System.Text;

namespace MiaVoices.Benchmarks.Data;

/// <summary>
/// Writes invented answers of 12–25 words. Words of each kind are drawn by Zipf's law, every sixth or so is a compound, and
/// a few are rare, so that the index meets a vocabulary as uneven and as long as that of real answers. The seed decides all.
/// </summary>
internal sealed class AnswerWriter(int seed)
{
    private static readonly double[] Harmonic = [.. Enumerable.Range(0, 400).Select(n => Enumerable.Range(1, n + 1).Sum(k => 1.0 / k))];
    private readonly Random _chance = new(seed);

    public IReadOnlyList<string> Answers(int count) => [.. Enumerable.Range(0, count).Select(_ => Answer())];

    private string Answer()
    {
        var text = new StringBuilder();
        var left = _chance.Next(12, 26);
        var begin = true;
        for (; left > 0; left--)
        {
            var word = Word();
            text.Append(begin ? char.ToUpperInvariant(word[0]) + word[1..] : word);
            begin = left > 4 && _chance.Next(11) == 0;
            text.Append(left == 1 || begin ? "." : _chance.Next(14) == 0 ? "," : "").Append(left == 1 ? "" : " ");
        }

        return text.ToString();
    }

    private string Word() => _chance.Next(100) switch
    {
        < 45 => Draw(WordList.Function),
        < 80 => Draw(WordList.Plain),
        < 97 => Draw(WordList.Firsts) + Draw(WordList.Heads) + Draw(WordList.Endings),
        < 99 => Any(WordList.Syllables) + Any(WordList.Syllables) + Any(WordList.Syllables),
        _ => _chance.Next(1, 2030).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>The n-th word comes 1/n as often as the first.</summary>
    private string Draw(IReadOnlyList<string> words)
    {
        var at = Array.BinarySearch(Harmonic, 0, words.Count, _chance.NextDouble() * Harmonic[words.Count - 1]);
        return words[at < 0 ? ~at : at];
    }

    private string Any(IReadOnlyList<string> words) => words[_chance.Next(words.Count)];
}
