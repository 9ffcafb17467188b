using System.Diagnostics;

namespace MiaVoices.Benchmarks.Support;

/// <summary>Times in milliseconds.</summary>
internal sealed class Samples
{
    private readonly double[] _sorted;

    public Samples(IEnumerable<double> milliseconds) => _sorted = [.. milliseconds.Order()];

    public int Count => _sorted.Length;

    public double Median => At(0.5);

    public double P95 => At(0.95);

    public double Least => _sorted[0];

    public double Most => _sorted[^1];

    /// <summary>Does the work some times unmeasured, then measured; what comes before each is never measured.</summary>
    public static Samples Of(int warmUp, int runs, Action work, Action? before = null)
    {
        for (var i = 0; i < warmUp; i++)
        {
            before?.Invoke();
            work();
        }

        return new Samples(Enumerable.Range(0, runs).Select(_ =>
        {
            before?.Invoke();
            return Time(work);
        }).ToList());
    }

    public static double Time(Action work)
    {
        var clock = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
    }

    private double At(double share) => _sorted[Math.Clamp((int)Math.Ceiling(share * _sorted.Length) - 1, 0, _sorted.Length - 1)];
}
