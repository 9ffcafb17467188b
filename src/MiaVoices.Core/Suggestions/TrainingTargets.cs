namespace MiaVoices.Core.Suggestions;

/// <summary>
/// Which rows are learnt from, and how much each (row, code) pair weighs. Answers weigh 1. What nobody has said is not
/// a no, but a code that is only ever set, never refused, would have nothing to be told apart from; so its unknown pairs
/// are weak noes: with <see cref="LearnerOptions.CodedUnknown"/> in segments where a person set some other code, and, for
/// codes that even so have fewer noes than examples, with <see cref="LearnerOptions.UntouchedUnknown"/> in a random
/// sample of untouched segments. Where passages have been picked and coded and little has been gone through as a whole, all
/// codes get such a sample, of a quarter of what is untouched at most: among picked passages every code is many times
/// commoner than in the material. A code without examples gets no weak noes: its description stands.
/// </summary>
internal sealed class TrainingTargets
{
    private readonly float[] _targets;

    private TrainingTargets(int[] rows, int codes, float[] targets, int[] positives)
    {
        Rows = rows;
        Codes = codes;
        _targets = targets;
        Positives = positives;
    }

    /// <summary>The rows, ascending.</summary>
    public int[] Rows { get; }

    /// <summary>Number of codes.</summary>
    public int Codes { get; }

    /// <summary>Number of yes a code has.</summary>
    public int[] Positives { get; }

    /// <summary>Weights of a row for each code: above zero for yes, below for no, zero for nothing known.</summary>
    public ReadOnlySpan<float> Of(int place) => _targets.AsSpan(place * Codes, Codes);

    /// <summary>Gathers the targets of the rows whose answers may be used.</summary>
    /// <param name="set">The set.</param>
    /// <param name="isOpen">False for rows whose answers must not be seen, such as those of the fold that is tested.</param>
    /// <param name="options">Weights and seed.</param>
    public static TrainingTargets Of(LearningSet set, Func<int, bool> isOpen, LearnerOptions options)
    {
        var touched = new List<int>();
        var untouched = new List<int>();
        for (var row = 0; row < set.Segments.Count; row++)
        {
            if (isOpen(row))
            {
                if (set.IsTouched(row))
                {
                    touched.Add(row);
                }
                else if (set.Segments[row].IsCandidate)
                {
                    untouched.Add(row);
                }
            }
        }

        var (positives, noes) = Count(set, touched, options);
        var wanting = Enumerable.Range(0, set.Codes.Count).Where(code => noes[code] < positives[code]).ToHashSet();
        var isPicked = touched.Count(row => set.IsCoded(row) && !set.IsReviewed(row)) * options.ReviewedForPicked > touched.Count(set.IsReviewed);
        var most = Math.Max(options.LeastUntouched, 3 * touched.Count);
        var sampled = Math.Max(wanting.Count > 0 ? Math.Min(untouched.Count, most) : 0, isPicked ? Math.Min(untouched.Count / options.PickedShare, most) : 0);
        int[] rows = [.. touched.Concat(Sample(untouched, sampled, options.Seed)).Order()];
        var codes = set.Codes.Count;
        var targets = new float[rows.Length * codes];
        for (var place = 0; place < rows.Length; place++)
        {
            for (var code = 0; code < codes; code++)
            {
                targets[(place * codes) + code] = set.Label(rows[place], code) switch
                {
                    LabelValue.Yes => 1,
                    LabelValue.No => -1,
                    _ when positives[code] == 0 => 0,
                    _ when set.IsCoded(rows[place]) => -(float)options.CodedUnknown,
                    _ when (isPicked || wanting.Contains(code)) && !set.IsTouched(rows[place]) => -(float)options.UntouchedUnknown,
                    _ => 0,
                };
            }
        }

        return new TrainingTargets(rows, codes, targets, positives);
    }

    /// <summary>A random sample that stays much the same when a row leaves or joins: each row has a lot of its own.</summary>
    private static IEnumerable<int> Sample(List<int> rows, int most, ulong seed) => most == 0
        ? []
        : rows.OrderBy(row => new Chance(seed + ((ulong)row << 20)).Next(int.MaxValue)).Take(most);

    private static (int[] Positives, double[] Noes) Count(LearningSet set, List<int> touched, LearnerOptions options)
    {
        var positives = new int[set.Codes.Count];
        var noes = new double[set.Codes.Count];
        foreach (var row in touched)
        {
            for (var code = 0; code < positives.Length; code++)
            {
                var label = set.Label(row, code);
                positives[code] += label == LabelValue.Yes ? 1 : 0;
                noes[code] += label == LabelValue.No ? 1 : label == LabelValue.Unknown && set.IsCoded(row) ? options.CodedUnknown : 0;
            }
        }

        return (positives, noes);
    }
}
