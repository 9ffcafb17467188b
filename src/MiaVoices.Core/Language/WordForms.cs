namespace MiaVoices.Core.Language;

/// <summary>Counts the word forms of texts, without analysing them further.</summary>
public static class WordForms
{
    /// <summary>In how many of the texts each folded form (<see cref="AnalysedWord.Exact"/>) stands.</summary>
    /// <param name="texts">The texts, streamed.</param>
    /// <param name="cancellation">Stops between texts.</param>
    public static Dictionary<string, int> Count(IEnumerable<string> texts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var folded = new Dictionary<string, Entry>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var byForm = new Dictionary<string, Entry>(StringComparer.Ordinal);
        var number = 0;
        foreach (var text in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            number++;
            var words = new WordSegmenter(text);
            while (words.MoveNext())
            {
                var surface = text.AsSpan(words.Start, words.Length);
                if (!folded.TryGetValue(surface, out var entry))
                {
                    var form = WordFolding.Fold(surface, out _);
                    if (!byForm.TryGetValue(form, out entry))
                    {
                        byForm[form] = entry = new Entry();
                    }

                    folded[surface] = entry;
                }

                if (entry.LastText != number)
                {
                    entry.LastText = number;
                    entry.Texts++;
                }
            }
        }

        return byForm.ToDictionary(e => e.Key, e => e.Value.Texts, StringComparer.Ordinal);
    }

    private sealed class Entry
    {
        public int LastText { get; set; }

        public int Texts { get; set; }
    }
}
