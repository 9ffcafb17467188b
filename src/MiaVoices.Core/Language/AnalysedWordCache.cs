using System.Collections.Concurrent;

namespace MiaVoices.Core.Language;

/// <summary>
/// A bounded cache by surface form. Two generations: when the young one is full it becomes the old one, and the old one is dropped;
/// forms in use move on. A known form costs no allocation. Thread-safe.
/// </summary>
internal sealed class AnalysedWordCache(int capacity)
{
    // Longer forms are rare and may be anything (addresses, encoded files): they are analysed each time.
    private const int LongestForm = 48;

    private readonly Lock turning = new();
    private volatile Generation young = new();
    private volatile Generation old = new();

    /// <summary>Finds a form, or analyses it and remembers it.</summary>
    public AnalysedWord GetOrAdd(ReadOnlySpan<char> form, IFormAnalyser analyser)
    {
        var current = young;
        if (current.Lookup.TryGetValue(form, out var word))
        {
            return word;
        }

        if (form.Length > LongestForm)
        {
            return analyser.AnalyseForm(form);
        }

        if (!old.Lookup.TryGetValue(form, out word))
        {
            word = analyser.AnalyseForm(form);
        }

        if (current.Lookup.TryAdd(form, word) && current.CountOneMore() >= capacity)
        {
            Turn(current);
        }

        return word;
    }

    private void Turn(Generation full)
    {
        lock (turning)
        {
            if (ReferenceEquals(young, full))
            {
                old = full;
                young = new Generation();
            }
        }
    }

    private sealed class Generation
    {
        private int count;

        public Generation() =>
            Lookup = new ConcurrentDictionary<string, AnalysedWord>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        public ConcurrentDictionary<string, AnalysedWord>.AlternateLookup<ReadOnlySpan<char>> Lookup { get; }

        public int CountOneMore() => Interlocked.Increment(ref count);
    }
}

/// <summary>Analyses single forms for the cache.</summary>
internal interface IFormAnalyser
{
    /// <summary>Analyses a form that is not in the cache.</summary>
    AnalysedWord AnalyseForm(ReadOnlySpan<char> form);
}
