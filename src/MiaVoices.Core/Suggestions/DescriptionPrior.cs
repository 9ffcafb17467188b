namespace MiaVoices.Core.Suggestions;

/// <summary>
/// What the codebook says of each code, as weights: the description is a query, widened once with the segments nearest
/// to it (pseudo-relevance feedback), so that a code can be suggested before anything has been coded. Immutable.
/// </summary>
internal sealed class DescriptionPrior
{
    private readonly int _features;
    private readonly double[][] _weights;
    private readonly double[] _level;

    private DescriptionPrior(int features, double[][] weights, double[] level)
    {
        _features = features;
        _weights = weights;
        _level = level;
    }

    /// <summary>The text of a code that is taken as its description.</summary>
    public static string QueryOf(LearningCode code) =>
        string.Join(".\n", new[] { code.Name, code.Definition, code.Include }.Concat(code.Keywords).Where(text => text.Length > 0));

    /// <summary>Makes the prior of each code from the segments that may be suggested for.</summary>
    public static DescriptionPrior Of(LearningSet set, FeatureSpace space, LearnerOptions options, CancellationToken cancel)
    {
        var centre = new double[space.Count];
        var candidates = Enumerable.Range(0, set.Segments.Count).Where(row => set.Segments[row].IsCandidate).ToArray();
        foreach (var row in candidates)
        {
            space.Rows.AddTo(row, 1.0 / candidates.Length, centre);
        }

        var weights = new double[set.Codes.Count][];
        var level = new double[set.Codes.Count];
        for (var code = 0; code < weights.Length; code++)
        {
            cancel.ThrowIfCancellationRequested();
            weights[code] = Weights(QueryOf(set.Codes[code]), space, candidates, options);
            level[code] = Dot(weights[code], centre);
        }

        return new DescriptionPrior(space.Count, weights, level);
    }

    /// <summary>
    /// The model to start from: λ·w₀ with λ = strength · half / (half + examples), and a bias by which an average segment
    /// scores −1, a plain no; so codes with and without examples can be compared.
    /// </summary>
    public LinearModel Start(int[] positives, LearnerOptions options)
    {
        var model = new LinearModel(_features, _weights.Length);
        for (var code = 0; code < _weights.Length; code++)
        {
            var strength = options.PriorStrength * options.PriorHalf / (options.PriorHalf + positives[code]);
            var own = _weights[code];
            for (var feature = 0; feature < own.Length; feature++)
            {
                model.Weights[((long)feature * model.Lanes) + code] = strength * own[feature];
            }

            model.Bias[code] = -1 - (strength * _level[code]);
        }

        return model;
    }

    private static double[] Weights(string description, FeatureSpace space, int[] candidates, LearnerOptions options)
    {
        var query = new double[space.Count];
        space.RowOf(description).AddTo(0, 1, query);
        Weigh(query, space, options);
        Normalise(query);
        var nearest = candidates
            .Select(row => (Row: row, Score: space.Rows.Dot(row, query)))
            .Where(hit => hit.Score > 0)
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Row)
            .Take(options.Feedback)
            .ToArray();
        if (nearest.Length > 0)
        {
            var mean = new double[space.Count];
            foreach (var hit in nearest)
            {
                space.Rows.AddTo(hit.Row, 1.0 / nearest.Length, mean);
            }

            Weigh(mean, space, options);
            Normalise(mean);
            for (var feature = 0; feature < query.Length; feature++)
            {
                query[feature] += options.FeedbackWeight * mean[feature];
            }
        }

        Normalise(query);
        return query;
    }

    private static void Weigh(double[] query, FeatureSpace space, LearnerOptions options)
    {
        for (var i = space.Words; i < query.Length; i++)
        {
            query[i] *= i >= space.Rows.Sparse ? options.PriorVectors : options.PriorCharacters;
        }
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static void Normalise(double[] vector)
    {
        var squares = 0.0;
        foreach (var value in vector)
        {
            squares += value * value;
        }

        for (var i = 0; squares > 0 && i < vector.Length; i++)
        {
            vector[i] /= Math.Sqrt(squares);
        }
    }
}
