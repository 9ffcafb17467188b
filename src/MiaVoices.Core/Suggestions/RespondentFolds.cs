namespace MiaVoices.Core.Suggestions;

/// <summary>
/// Folds of a cross-validation in which all segments of a respondent stand together: a model that has read a person
/// recognises that person, and figures from random folds promise more than new people will give.
/// </summary>
internal sealed class RespondentFolds
{
    private readonly int[] _foldOf;

    /// <summary>Spreads the respondents whose answers may be used, the busiest first, each to the fold with fewest answered segments.</summary>
    public RespondentFolds(LearningSet set, Func<int, bool> isOpen, int mostFolds)
    {
        var answered = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < set.Segments.Count; row++)
        {
            if (isOpen(row) && set.IsTouched(row))
            {
                var respondent = set.Segments[row].Respondent;
                answered[respondent] = answered.GetValueOrDefault(respondent) + 1;
            }
        }

        Respondents = answered.Count;
        Count = Math.Min(mostFolds, Respondents);
        var sizes = new int[Math.Max(1, Count)];
        var fold = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (respondent, segments) in answered.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var smallest = Array.IndexOf(sizes, sizes.Min());
            fold[respondent] = smallest;
            sizes[smallest] += segments;
        }

        _foldOf = new int[set.Segments.Count];
        for (var row = 0; row < _foldOf.Length; row++)
        {
            _foldOf[row] = fold.TryGetValue(set.Segments[row].Respondent, out var own) ? own : row % sizes.Length;
        }
    }

    /// <summary>Number of folds; below 2 nothing can be held out.</summary>
    public int Count { get; }

    /// <summary>Number of respondents with answered segments.</summary>
    public int Respondents { get; }

    /// <summary>The fold of a row, from 0. A respondent without answers may stand in several.</summary>
    public int this[int row] => _foldOf[row];
}
