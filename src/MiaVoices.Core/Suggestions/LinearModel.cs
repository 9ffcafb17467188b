namespace MiaVoices.Core.Suggestions;

/// <summary>
/// A linear score for each code. Weights lie feature by feature with the codes beside each other, so that one pass over
/// a row serves all codes. Codes are taken four at a time whatever the machine offers: no sum crosses lanes, so the
/// figures are the same with and without vector instructions.
/// </summary>
internal sealed class LinearModel
{
    /// <summary>A model of zeros.</summary>
    public LinearModel(int features, int codes)
    {
        Codes = codes;
        Lanes = LanesOf(codes);
        Weights = new double[(long)features * Lanes];
        Bias = new double[Lanes];
    }

    /// <summary>Number of codes rounded up to whole vectors.</summary>
    public static int LanesOf(int codes) => (codes + 3) / 4 * 4;

    /// <summary>Number of codes.</summary>
    public int Codes { get; }

    /// <summary>Codes rounded up to whole vectors; the rest stay zero.</summary>
    public int Lanes { get; }

    /// <summary>Weight of feature f for code k at [f · Lanes + k].</summary>
    public double[] Weights { get; }

    /// <summary>What is added to each score.</summary>
    public double[] Bias { get; }

    /// <summary>Weight of a feature for a code.</summary>
    public double this[int feature, int code] => Weights[((long)feature * Lanes) + code];

    /// <summary>A copy that can be changed without changing this.</summary>
    public LinearModel Copy()
    {
        var copy = new LinearModel(Lanes == 0 ? 0 : Weights.Length / Lanes, Codes);
        Weights.CopyTo(copy.Weights, 0);
        Bias.CopyTo(copy.Bias, 0);
        return copy;
    }

    /// <summary>Scores of a row; the span is as long as <see cref="Lanes"/>.</summary>
    public void Score(SparseRows rows, int row, Span<double> scores)
    {
        Bias.CopyTo(scores);
        rows.Multiply(row, Weights, scores);
    }

    /// <summary>Adds a multiple of a row to the weights of each code, another of its vectors; the bias is a feature that is always 1.</summary>
    public void Add(SparseRows rows, int row, ReadOnlySpan<double> factors, ReadOnlySpan<double> denseFactors)
    {
        rows.AddLanes(row, factors, denseFactors, Weights);
        for (var code = 0; code < Lanes; code++)
        {
            Bias[code] += factors[code];
        }
    }
}
