namespace MiaVoices.Core.Suggestions;

/// <summary>
/// What the codebook says of each code, as weights: the description is a query, widened once with the segments nearest
/// to it (pseudo-relevance feedback), and what the other codes' queries ask for is taken away, so that a code can be suggested
/// before anything has been coded. Immutable.
/// </summary>
internal sealed class DescriptionPrior
{
    private const int CodesAtATime = 64;

    // Where all segments are alike none is nearer than the others, whatever the last digits say.
    private const double Rounding = 1e-6;
    private readonly int _codes;
    private readonly float[] _weights;
    private readonly double[] _level;
    private readonly double[] _told;

    private DescriptionPrior(int codes, float[] weights, double[] level, double[] told)
    {
        _codes = codes;
        _weights = weights;
        _level = level;
        _told = told;
    }

    private int Lanes => LinearModel.LanesOf(_codes);

    /// <summary>The text of a code that is taken as its description.</summary>
    public static string QueryOf(LearningCode code) =>
        string.Join(".\n", new[] { code.Name, code.Definition, code.Include }.Concat(code.Keywords).Where(text => text.Length > 0));

    /// <summary>Makes the prior of each code from the segments that may be suggested for.</summary>
    public static DescriptionPrior Of(LearningSet set, FeatureSpace space, LearnerOptions options, CancellationToken cancel)
    {
        var candidates = Enumerable.Range(0, set.Segments.Count).Where(row => set.Segments[row].IsCandidate).ToArray();
        var lanes = LinearModel.LanesOf(set.Codes.Count);
        var weights = new float[(long)space.Count * lanes];
        var centre = Centre(candidates, space);
        for (var first = 0; first < set.Codes.Count; first += CodesAtATime)
        {
            var queries = set.Codes.Skip(first).Take(CodesAtATime).Select(code => Query(code, space, options)).ToArray();
            var nearest = Nearest(queries, centre, candidates, space, options, cancel);
            for (var code = 0; code < queries.Length; code++)
            {
                Widen(queries[code], nearest[code], space, options);
                for (var feature = 0; feature < space.Count; feature++)
                {
                    weights[((long)feature * lanes) + first + code] = (float)queries[code][feature];
                }
            }
        }

        TakeOthers(weights, set.Codes.Count, lanes);
        double[] told = [.. set.Codes.Select(code => Math.Min(1, Words(QueryOf(code), space) / options.FullDescription))];
        return new DescriptionPrior(set.Codes.Count, weights, Levels(weights, set.Codes.Count, lanes, centre), told);
    }

    /// <summary>How much is said of a code: 0 for nothing, 1 for a full description.</summary>
    public double Told(int code) => _told[code];

    /// <summary>The model to start from: λ·w₀, and a bias by which an average segment scores −1, a plain no; so codes with and without examples can be compared.</summary>
    public LinearModel Start(int[] positives, LearnerOptions options)
    {
        var model = new LinearModel(_weights.Length / Math.Max(1, Lanes), _codes);
        Add(model, [.. positives.Select((count, code) => Strength(code, count, options))]);
        model.Bias.AsSpan(0, _codes).Fill(-1);
        for (var code = 0; code < _codes; code++)
        {
            model.Bias[code] -= Strength(code, positives[code], options) * _level[code];
        }

        return model;
    }

    /// <summary>Moves a model from one strength of the descriptions to another.</summary>
    public void Move(LinearModel model, int[] positivesBefore, int[] positives, LearnerOptions options)
    {
        double[] by = [.. positives.Select((count, code) => Strength(code, count, options) - Strength(code, positivesBefore[code], options))];
        if (Array.Exists(by, step => step != 0))
        {
            Add(model, by);
            for (var code = 0; code < by.Length; code++)
            {
                model.Bias[code] -= by[code] * _level[code];
            }
        }
    }

    /// <summary>λ = strength · half / (half + examples), where half is the less, the less is said.</summary>
    private double Strength(int code, int positives, LearnerOptions options) =>
        options.PriorHalf * _told[code] is > 0 and var half ? options.PriorStrength * half / (half + positives) : 0;

    private void Add(LinearModel model, double[] factors)
    {
        var weights = model.Weights;
        var lanes = Lanes;
        for (var at = 0; at < _weights.Length; at += lanes)
        {
            for (var code = 0; code < factors.Length; code++)
            {
                weights[at + code] += factors[code] * _weights[at + code];
            }
        }
    }

    /// <summary>Number of different words of a description, parts of compounds included.</summary>
    private static int Words(string description, FeatureSpace space)
    {
        // Features ascend, words first.
        var place = space.QueryOf(description).Features(0).BinarySearch(space.Words);
        return place < 0 ? ~place : place;
    }

    private static double[] Query(LearningCode code, FeatureSpace space, LearnerOptions options)
    {
        var query = new double[space.Count];
        space.QueryOf(QueryOf(code)).AddTo(0, 1, query);
        Weigh(query, space, options);
        Normalise(query);
        return query;
    }

    /// <summary>The candidates nearest to each query: one in twenty of them, within bounds, and only those nearer to it than the average one.</summary>
    private static int[][] Nearest(double[][] queries, double[] centre, int[] candidates, FeatureSpace space, LearnerOptions options, CancellationToken cancel)
    {
        var most = Math.Clamp(candidates.Length / options.FeedbackShare, options.LeastFeedback, options.MostFeedback);
        var model = new LinearModel(space.Count, queries.Length);
        for (var code = 0; code < queries.Length; code++)
        {
            for (var feature = 0; feature < space.Count; feature++)
            {
                model.Weights[((long)feature * model.Lanes) + code] = queries[code][feature];
            }
        }

        var average = Array.ConvertAll(queries, query => Dot(query, centre));
        var best = queries.Select(_ => new PriorityQueue<int, (double Score, int Row)>(most + 1)).ToArray();
        var scores = new double[model.Lanes];
        foreach (var row in candidates)
        {
            cancel.ThrowIfCancellationRequested();
            model.Score(space.Rows, row, scores);
            for (var code = 0; code < queries.Length; code++)
            {
                if (scores[code] > average[code] + Rounding)
                {
                    // Of equal ones the first in the document stays.
                    best[code].Enqueue(row, (scores[code], -row));
                    if (best[code].Count > most)
                    {
                        best[code].Dequeue();
                    }
                }
            }
        }

        return [.. best.Select(queue => queue.UnorderedItems.Select(hit => hit.Element).Order().ToArray())];
    }

    private static void Widen(double[] query, int[] nearest, FeatureSpace space, LearnerOptions options)
    {
        if (nearest.Length == 0)
        {
            return;
        }

        var mean = new double[space.Count];
        foreach (var row in nearest)
        {
            space.Rows.AddTo(row, 1.0 / nearest.Length, mean);
        }

        Weigh(mean, space, options);
        Normalise(mean);
        for (var feature = 0; feature < query.Length; feature++)
        {
            query[feature] += options.FeedbackWeight * mean[feature];
        }

        Normalise(query);
    }

    /// <summary>Takes from each code the sum of the others' weights over the number of codes: nothing where there is one code, nearly their mean where there are many.</summary>
    private static void TakeOthers(float[] weights, int codes, int lanes)
    {
        for (var at = 0; at < weights.Length; at += lanes)
        {
            var sum = 0.0;
            for (var code = 0; code < codes; code++)
            {
                sum += weights[at + code];
            }

            for (var code = 0; code < codes; code++)
            {
                weights[at + code] = (float)(weights[at + code] - ((sum - weights[at + code]) / codes));
            }
        }
    }

    /// <summary>The average candidate.</summary>
    private static double[] Centre(int[] candidates, FeatureSpace space)
    {
        var centre = new double[space.Count];
        foreach (var row in candidates)
        {
            space.Rows.AddTo(row, 1.0 / candidates.Length, centre);
        }

        return centre;
    }

    /// <summary>Score of the average candidate for each code.</summary>
    private static double[] Levels(float[] weights, int codes, int lanes, double[] centre)
    {
        var level = new double[codes];
        for (var feature = 0; feature < centre.Length; feature++)
        {
            for (var code = 0; code < codes; code++)
            {
                level[code] += centre[feature] * weights[((long)feature * lanes) + code];
            }
        }

        return level;
    }

    private static void Weigh(double[] query, FeatureSpace space, LearnerOptions options)
    {
        for (var dimension = space.Rows.Sparse; dimension < query.Length; dimension++)
        {
            query[dimension] *= options.PriorVectors;
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

        var length = Math.Sqrt(squares);
        for (var i = 0; length > 0 && i < vector.Length; i++)
        {
            vector[i] /= length;
        }
    }
}
