namespace MiaVoices.Core.Suggestions;

/// <summary>
/// Turns scores into confidences: Platt's sigmoid with one slope for all codes and an offset a code, σ(a·(s + 1) + b + δₖ), fitted
/// by Newton's method. Ridges hold a and b near what scores of descriptions alone were measured to mean, and each δ near
/// zero; so with few answers the order and the modest level of the descriptions stand, without a switch anywhere. Immutable.
/// </summary>
internal sealed class Calibration
{
    /// <summary>Score of a segment that nothing speaks for: the level is what such a segment's score means, so that slope and level can be learnt apart.</summary>
    public const double Centre = -1;

    /// <summary>
    /// Slope of a description's score. Five sets of Swedish text gave slopes of 1.1–6.6 at the start; a low one promises little.
    /// </summary>
    public const double PriorSlope = 0.8;

    /// <summary>Log-odds of a segment at the centre: one in ten.</summary>
    public const double PriorLevel = -2.2;

    private const double SlopeRidge = 0.2;
    private const double LevelRidge = 1;
    private const double OffsetRidge = 10;
    private const double Fixed = 1e12;
    private const double LeastSlope = 0.1;
    private const int MostSteps = 50;
    private readonly double _slope;
    private readonly double[] _offsets;

    private Calibration(double slope, double[] offsets)
    {
        _slope = slope;
        _offsets = offsets;
    }

    /// <summary>What is known without answers.</summary>
    public static Calibration Prior(int codes)
    {
        var offsets = new double[codes];
        Array.Fill(offsets, PriorLevel);
        return new Calibration(PriorSlope, offsets);
    }

    /// <summary>Fits the parameters on scores of rows that the scoring models had not seen.</summary>
    /// <param name="codes">Number of codes.</param>
    /// <param name="answers">Score, code and answer of each pair; where a weak no is taken for an answer it weighs as much as one, since too low a confidence is the lesser fault.</param>
    public static Calibration Fit(int codes, IReadOnlyList<ScoredAnswer> answers)
    {
        var (slope, level) = (PriorSlope, PriorLevel);
        var offsets = new double[codes];
        for (var step = 0; step < MostSteps; step++)
        {
            var sums = new Newton(codes);
            foreach (var answer in answers)
            {
                sums.Add(answer with { Score = answer.Score - Centre }, Sigmoid((slope * (answer.Score - Centre)) + level + offsets[answer.Code]));
            }

            var move = sums.Solve(SlopeRidge, slope - PriorSlope, level - PriorLevel, offsets);
            if (slope + move.Slope < LeastSlope)
            {
                // Scores that tell nothing: the others must be fitted to the least slope, not to the one below it.
                move = sums.Solve(Fixed, slope - LeastSlope, level - PriorLevel, offsets);
            }

            // A full step may overshoot where the sigmoid is flat; no parameter moves more than 2 at a time.
            var factor = Math.Min(1, 2 / Math.Max(1e-12, move.Largest));
            slope = Math.Max(LeastSlope, slope + (factor * move.Slope));
            level += factor * move.Level;
            for (var code = 0; code < codes; code++)
            {
                offsets[code] += factor * move.Offsets[code];
            }

            if (move.Largest < 1e-9)
            {
                break;
            }
        }

        return new Calibration(slope, Array.ConvertAll(offsets, offset => level + offset));
    }

    /// <summary>Confidence 0.001–0.999 in thousandths: a machine is never certain.</summary>
    public double Confidence(double score, int code) =>
        Math.Clamp(Math.Round(Exact(score, code), 3), 0.001, 0.999);

    /// <summary>The confidence before it is rounded.</summary>
    public double Exact(double score, int code) => Sigmoid((_slope * (score - Centre)) + _offsets[code]);

    private static double Sigmoid(double value) => 1 / (1 + Math.Exp(-value));

    /// <summary>Gradient and curvature; the offsets meet only slope and level, so they are eliminated one by one.</summary>
    private sealed class Newton(int codes)
    {
        private readonly double[] _gradient = new double[codes];
        private readonly double[] _curvature = new double[codes];
        private readonly double[] _mixed = new double[codes];
        private double _slopeGradient;
        private double _slopeCurvature;

        public void Add(ScoredAnswer answer, double probability)
        {
            var error = probability - (answer.IsYes ? 1 : 0);
            var curve = probability * (1 - probability);
            _gradient[answer.Code] += error;
            _curvature[answer.Code] += curve;
            _mixed[answer.Code] += curve * answer.Score;
            _slopeGradient += error * answer.Score;
            _slopeCurvature += curve * answer.Score * answer.Score;
        }

        public Move Solve(double slopeRidge, double slopeAway, double levelAway, double[] offsets)
        {
            var (aa, ab, bb) = (_slopeCurvature + slopeRidge, 0.0, LevelRidge);
            var (ga, gb) = (_slopeGradient + (slopeRidge * slopeAway), LevelRidge * levelAway);
            for (var code = 0; code < offsets.Length; code++)
            {
                var whole = _curvature[code] + OffsetRidge;
                var gradient = _gradient[code] + (OffsetRidge * offsets[code]);
                aa -= _mixed[code] * _mixed[code] / whole;
                ab += _mixed[code] - (_mixed[code] * _curvature[code] / whole);
                bb += _curvature[code] - (_curvature[code] * _curvature[code] / whole);
                ga -= _mixed[code] * gradient / whole;
                gb += _gradient[code] - (_curvature[code] * gradient / whole);
            }

            var determinant = (aa * bb) - (ab * ab);
            var slope = -((bb * ga) - (ab * gb)) / determinant;
            var level = -((aa * gb) - (ab * ga)) / determinant;
            var moves = new double[offsets.Length];
            var largest = Math.Max(Math.Abs(slope), Math.Abs(level));
            for (var code = 0; code < moves.Length; code++)
            {
                var gradient = _gradient[code] + (OffsetRidge * offsets[code]);
                moves[code] = -(gradient + (_mixed[code] * slope) + (_curvature[code] * level)) / (_curvature[code] + OffsetRidge);
                largest = Math.Max(largest, Math.Abs(moves[code]));
            }

            return new Move(slope, level, moves, largest);
        }
    }

    private sealed record Move(double Slope, double Level, double[] Offsets, double Largest);
}

/// <summary>A score beside the answer that is known.</summary>
/// <param name="Code">The code's place.</param>
/// <param name="Score">Score of a model that had not seen the row.</param>
/// <param name="IsYes">The answer.</param>
internal readonly record struct ScoredAnswer(int Code, double Score, bool IsYes);
