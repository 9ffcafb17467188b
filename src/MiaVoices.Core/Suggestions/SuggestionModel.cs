namespace MiaVoices.Core.Suggestions;

/// <summary>A learnt model and the set it was learnt from. Immutable; thread-safe. It holds what people said: personal data.</summary>
public sealed partial class SuggestionModel
{
    /// <summary>What the words of a segment must add to a score, in its own units, to say anything: far below the least that a person would notice.</summary>
    private const double LeastEvidence = 0.01;

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

        return new RowExplainer(_set, _space, _trained.Weights).Of(row, Column(code));
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
        var found = Choose(query, cancel)
            .Select(chosen => new CodeSuggestion(SuggestionIdentity.Of(_set.Segments[chosen.Row].Id, _set.Codes[chosen.Code].Id), _set.Segments[chosen.Row].Key, _set.Codes[chosen.Code].Id, chosen.Confidence, [], []))
            .ToList();
        if (query.Explain)
        {
            return WithReasons(found, query.MostReasons, query.MostSimilar, progress, cancel);
        }

        progress?.Report(1);
        return found;
    }

    /// <summary>Suggestions of this model, in the order given, with the words that speak for them and the segments that they are like.</summary>
    /// <param name="suggestions">The suggestions.</param>
    /// <param name="mostReasons">Reasons for each at most.</param>
    /// <param name="mostSimilar">Similar segments for each at most.</param>
    /// <param name="progress">Share done, 0–1.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ArgumentException">A segment or code is not in the set.</exception>
    public IReadOnlyList<CodeSuggestion> WithReasons(
        IReadOnlyList<CodeSuggestion> suggestions,
        int mostReasons = SuggestionQuery.UsualReasons,
        int mostSimilar = SuggestionQuery.UsualSimilar,
        IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(suggestions);
        var rows = suggestions.Select(suggestion => _set.TryRow(suggestion.Segment, out var row) ? row : throw new ArgumentException("No such segment in the set.", nameof(suggestions))).ToArray();
        var explained = new CodeSuggestion[rows.Length];
        var (explainer, similar) = (new RowExplainer(_set, _space, _trained.Weights), new SimilarSegments(_set, _space));

        // Row by row: what a row's codes share is found once.
        var order = Enumerable.Range(0, rows.Length).OrderBy(place => rows[place]).ToArray();
        for (var done = 0; done < order.Length; done++)
        {
            if ((done & 255) == 0)
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Report((double)done / order.Length);
            }

            var place = order[done];
            var code = Column(suggestions[place].Code);
            explained[place] = suggestions[place] with
            {
                Reasons = explainer.Of(rows[place], code).Reasons(_set.Segments[rows[place]].Text, mostReasons),
                Similar = similar.Nearest(rows[place], code, mostSimilar),
            };
        }

        progress?.Report(1);
        return explained;
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
                    && (query.Minimum is { } least ? confidence >= least : confidence >= _trained.Thresholds[code] && SpeaksFor(row, code, scores[code], confidence))
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

    /// <summary>
    /// Whether anything in a segment speaks for a code: it has a word, and scores higher than no words at all would. Where all segments
    /// score alike the threshold lets all of them through. A code that is more likely than not needs nothing more.
    /// </summary>
    private bool SpeaksFor(int row, int code, double score, double confidence) =>
        _space.Rows.Features(row) is [var first, ..] && first < _space.Words
        && (confidence >= 0.5 || score > _trained.Weights.Bias[code] + LeastEvidence || _trained.HeldOut.ContainsKey(row));

    internal int Column(Guid code) =>
        _set.TryColumn(code, out var column) ? column : throw new ArgumentException("No such code in the set.", nameof(code));
}
