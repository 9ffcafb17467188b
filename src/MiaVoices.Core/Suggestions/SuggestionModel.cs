namespace MiaVoices.Core.Suggestions;

/// <summary>A learnt model and the set it was learnt from. Immutable; thread-safe. It holds what people said: personal data.</summary>
public sealed class SuggestionModel
{
    private readonly LearningSet _set;
    private readonly FeatureSpace _space;
    private readonly TrainedCodes _trained;

    internal SuggestionModel(string version, LearningSet set, FeatureSpace space, DescriptionPrior prior, TrainedCodes trained)
    {
        Version = version;
        TrainedOn = set.Touched;
        _set = set;
        _space = space;
        Prior = prior;
        _trained = trained;
    }

    /// <summary>The segments, codes and answers that it was learnt from.</summary>
    public LearningSet Set => _set;

    /// <summary>Whether a set has the same segments and codes as the model's, so that it can be refitted instead of learnt anew.</summary>
    public bool CanGoOnTo(LearningSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Set.SharesWith(set);
    }

    internal FeatureSpace Space => _space;

    internal DescriptionPrior Prior { get; }

    internal TrainedCodes Trained => _trained;

    /// <summary>Changes whenever learner, analyser, segments, codes or answers do; the same for the same input, and for the same answers in the same steps where it was refitted.</summary>
    public string Version { get; }

    /// <summary>Number of segments with answers.</summary>
    public int TrainedOn { get; }

    /// <summary>Number of codes.</summary>
    public int Codes => _set.Codes.Count;

    /// <summary>From which confidence a code is suggested (highest expected F1).</summary>
    /// <exception cref="ArgumentException">No such code in the set.</exception>
    public double Threshold(Guid code) => _trained.Thresholds[Column(code)];

    /// <summary>The score of a segment and a code split over the segment's words.</summary>
    /// <exception cref="ArgumentException">No such segment or code in the set.</exception>
    public ScoreExplanation Explain(long segment, Guid code)
    {
        if (!_set.TryRow(segment, out var row))
        {
            throw new ArgumentException("No such segment in the set.", nameof(segment));
        }

        return ScoreExplanation.Of(_set.Segments[row].Text, row, Column(code), _space, _trained.Weights);
    }

    /// <summary>
    /// Suggestions for the candidates, by falling confidence, then document order, then code. Pairs that a person has
    /// answered are left out unless asked for.
    /// </summary>
    /// <param name="query">Which ones.</param>
    /// <param name="progress">Share done, 0–1.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ArgumentException">The query's code is not in the set.</exception>
    public IReadOnlyList<CodeSuggestion> Suggest(SuggestionQuery query, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var chosen = Choose(query, cancel);
        var found = new CodeSuggestion[chosen.Count];
        var similar = new SimilarSegments(_set, _space);

        // Row by row, since the similar segments of a row are found together.
        var order = Enumerable.Range(0, found.Length).OrderBy(place => chosen[place].Row).ToArray();
        for (var done = 0; done < order.Length; done++)
        {
            if ((done & 255) == 0)
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Report((double)done / order.Length);
            }

            var (row, code, confidence) = chosen[order[done]];
            var segment = _set.Segments[row];
            found[order[done]] = new CodeSuggestion(
                SuggestionIdentity.Of(segment.Id, _set.Codes[code].Id),
                segment.Key,
                _set.Codes[code].Id,
                confidence,
                query.Explain ? ScoreExplanation.Of(segment.Text, row, code, _space, _trained.Weights).Reasons(segment.Text, query.MostReasons) : [],
                query.Explain ? similar.Nearest(row, code, query.MostSimilar) : []);
        }

        progress?.Report(1);
        return found;
    }

    private List<(int Row, int Code, double Confidence)> Choose(SuggestionQuery query, CancellationToken cancel)
    {
        var only = query.Code is { } wanted ? Column(wanted) : -1;
        var chosen = new List<(int Row, int Code, double Confidence)>();
        var scores = new double[_trained.Weights.Lanes];
        for (var row = 0; row < _set.Segments.Count; row++)
        {
            if (!_set.Segments[row].IsCandidate || query.Segments?.Invoke(_set.Segments[row].Key) == false)
            {
                continue;
            }

            cancel.ThrowIfCancellationRequested();
            _trained.Score(_space.Rows, row, scores);
            for (var code = 0; code < Codes; code++)
            {
                var confidence = _trained.Calibration.Confidence(scores[code], code);
                if ((only < 0 || code == only)
                    && confidence >= (query.Minimum ?? _trained.Thresholds[code])
                    && (query.IncludeAnswered || _set.Label(row, code) == LabelValue.Unknown))
                {
                    chosen.Add((row, code, confidence));
                }
            }
        }

        chosen.Sort((left, right) => right.Confidence.CompareTo(left.Confidence) is var byConfidence and not 0
            ? byConfidence
            : (left.Row, left.Code).CompareTo((right.Row, right.Code)));
        if (query.Limit > 0 && chosen.Count > query.Limit)
        {
            chosen.RemoveRange(query.Limit, chosen.Count - query.Limit);
        }

        return chosen;
    }

    private int Column(Guid code) =>
        _set.TryColumn(code, out var column) ? column : throw new ArgumentException("No such code in the set.", nameof(code));
}
