using MiaVoices.Core.Suggestions;

namespace MiaVoices.Core.Themes;

/// <summary>
/// Spherical k-means (Dhillon and Modha 2001) on vectors of length 1, the best of some starts from a fixed seed. First centres lie
/// far from each other (greedy k-means++, Arthur and Vassilvitskii 2007). Pure; thread-safe.
/// </summary>
internal static class SphericalClusters
{
    private const int MostRounds = 50;

    /// <summary>Of so many drawn vectors the one that leaves least to the others becomes the next first centre.</summary>
    private const int Drawn = 3;

    private const int Fineness = 1_000_000;

    /// <summary>Divides vectors into at most a number of parts.</summary>
    /// <param name="vectors">The vectors; those without places go nowhere.</param>
    /// <param name="size">Number of places.</param>
    /// <param name="count">Number of parts.</param>
    /// <param name="starts">From how many beginnings it is tried.</param>
    /// <param name="cancel">Stops the work.</param>
    public static Clusters Divide(SparseVector[] vectors, int size, int count, int starts, CancellationToken cancel)
    {
        var chance = new Chance(1);
        var (best, fit) = (new Clusters([], []), double.NegativeInfinity);
        for (var start = 0; start < starts; start++)
        {
            var (own, sum) = Divide(vectors, size, count, ref chance, cancel);
            if (sum > fit)
            {
                (best, fit) = (own, sum);
            }
        }

        return best;
    }

    private static double[][] Begin(SparseVector[] vectors, int size, int count, ref Chance chance)
    {
        var centres = new List<double[]>();
        var far = Array.ConvertAll(vectors, _ => 1.0);
        while (centres.Count < Math.Min(count, vectors.Length))
        {
            var (next, left) = (Array.Empty<double>(), far);
            for (var draw = 0; draw < Drawn; draw++)
            {
                var centre = vectors[Draw(far, ref chance)].Dense(size);
                var then = vectors.Zip(far, (vector, distance) => Math.Min(distance, 1 - vector.Dot(centre))).ToArray();
                if (draw == 0 || then.Sum() < left.Sum())
                {
                    (next, left) = (centre, then);
                }
            }

            centres.Add(next);
            far = left;
        }

        return [.. centres];
    }

    /// <summary>A place, drawn the likelier the farther it is.</summary>
    private static int Draw(double[] far, ref Chance chance)
    {
        var rest = far.Sum() * chance.Next(Fineness) / Fineness;
        var at = 0;
        while (at < far.Length - 1 && (rest -= far[at]) >= 0)
        {
            at++;
        }

        return at;
    }

    private static (Clusters Clusters, double Fit) Divide(SparseVector[] vectors, int size, int count, ref Chance chance, CancellationToken cancel)
    {
        var order = Enumerable.Range(0, vectors.Length).Where(text => vectors[text].Length > 0).ToArray();
        chance.Shuffle(order);
        var parts = new int[vectors.Length];
        var nearness = new double[vectors.Length];
        var centres = Begin([.. order.Select(text => vectors[text])], size, count, ref chance);
        var fit = double.NegativeInfinity;
        for (var round = 0; round < MostRounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            var sum = 0.0;
            for (var text = 0; text < vectors.Length; text++)
            {
                var (nearest, part) = (0.0, -1);
                for (var centre = 0; centre < centres.Length; centre++)
                {
                    var cosine = vectors[text].Dot(centres[centre]);
                    if (cosine > nearest)
                    {
                        (nearest, part) = (cosine, centre);
                    }
                }

                (parts[text], nearness[text]) = (part, nearest);
                sum += nearest;
            }

            if (sum <= fit)
            {
                break;
            }

            fit = sum;
            centres = [.. Enumerable.Range(0, centres.Length).Select(part => SparseVector.Centre(vectors.Where((_, text) => parts[text] == part), size))];
        }

        return (new Clusters(parts, nearness), fit);
    }
}

/// <summary>A division.</summary>
/// <param name="Parts">The part of each vector, from 0; −1 for one that is like none.</param>
/// <param name="Nearness">Its cosine with the centre of its part.</param>
internal sealed record Clusters(int[] Parts, double[] Nearness);
