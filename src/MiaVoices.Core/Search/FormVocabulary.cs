using System.Collections.Concurrent;
using MiaVoices.Core.Language;

namespace MiaVoices.Core.Search;

/// <summary>A vocabulary in memory. Immutable and thread-safe; remembers the patterns last asked for.</summary>
public sealed class FormVocabulary : IVocabulary
{
    private const int Remembered = 64;
    private readonly string[] _forms;
    private readonly int[] _segments;
    private readonly uint[] _letters;
    private readonly ConcurrentDictionary<string, FormExpansion> _expansions = new(StringComparer.Ordinal);

    /// <summary>Sorts and keeps the forms.</summary>
    /// <param name="forms">Forms, each once, with the number of segments that hold it.</param>
    public FormVocabulary(IEnumerable<(string Form, int Segments)> forms)
    {
        var known = forms.ToArray();
        _forms = Array.ConvertAll(known, static f => f.Form);
        _segments = Array.ConvertAll(known, static f => f.Segments);
        Array.Sort(_forms, _segments, StringComparer.Ordinal);
        _letters = Array.ConvertAll(_forms, static f => EditDistance.Letters(f));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Forms => _forms;

    /// <inheritdoc/>
    public int SegmentsWith(string form) => Array.BinarySearch(_forms, form, StringComparer.Ordinal) is >= 0 and var at ? _segments[at] : 0;

    /// <inheritdoc/>
    public FormExpansion Expand(FormPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (_expansions.TryGetValue(pattern.Text, out var known))
        {
            return known;
        }

        var expansion = Find(pattern);
        if (_expansions.Count >= Remembered)
        {
            _expansions.Clear();
        }

        _expansions[pattern.Text] = expansion;
        return expansion;
    }

    private FormExpansion Find(FormPattern pattern)
    {
        var beginning = pattern.Beginning;
        var at = beginning.Length == 0 ? 0 : Array.BinarySearch(_forms, beginning, StringComparer.Ordinal);
        var fitting = new List<(int Distance, int Index)>();
        for (at = at < 0 ? ~at : at; at < _forms.Length; at++)
        {
            var form = _forms[at];
            if (beginning.Length > 0 && !form.StartsWith(beginning, StringComparison.Ordinal))
            {
                break;
            }

            if (pattern.MayFit(form.Length, _letters[at]) && pattern.Distance(form) is >= 0 and var distance)
            {
                fitting.Add((distance, at));
            }
        }

        fitting.Sort((a, b) => a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance)
            : _segments[a.Index] != _segments[b.Index] ? _segments[b.Index].CompareTo(_segments[a.Index])
            : a.Index.CompareTo(b.Index));
        return new FormExpansion([.. fitting.Take(FormExpansion.Most).Select(f => _forms[f.Index])], fitting.Count);
    }
}
