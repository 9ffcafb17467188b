using MiaVoices.Core.Suggestions.Vectors;

namespace MiaVoices.Core.Themes;

/// <summary>Texts as vectors whose inner product tells how alike they are.</summary>
internal static class TextVectors
{
    /// <summary>Weight of the stems themselves beside the vectors of their meaning.</summary>
    private const double StemShare = 0.6;

    /// <summary>Stems weighed by rarity among the texts, and where there are word vectors their mean beside them.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="lexicon">Numbers the stems.</param>
    /// <param name="words">The word vectors; null for stems alone.</param>
    public static (SparseVector[] Vectors, int Size) Of(IReadOnlyList<ThemeText> texts, ThemeLexicon lexicon, WordVectors? words)
    {
        var stems = texts.Select(text => lexicon.Read(text.Text).Content.Select(word => word.Stem).Distinct().Order().ToArray()).ToArray();
        var texted = new int[lexicon.Count];
        foreach (var stem in stems.SelectMany(own => own))
        {
            texted[stem]++;
        }

        double Rarity(int stem) => Math.Log((1.0 + texts.Count) / texted[stem]);

        // A stem in one text alone brings nothing together.
        var rows = Array.ConvertAll(stems, own => SparseVector.Unit([.. own.Where(stem => texted[stem] > 1)], Rarity));
        if (words is null)
        {
            return (rows, lexicon.Count);
        }

        var meanings = Centred([.. stems.Select(own => Meaning(own, lexicon, words, Rarity))]);
        return ([.. rows.Zip(meanings, (row, meaning) => row.Beside(meaning, lexicon.Count, StemShare))], lexicon.Count + words.Dimensions);
    }

    private static double[] Meaning(int[] stems, ThemeLexicon lexicon, WordVectors words, Func<int, double> rarity)
    {
        var sum = new double[words.Dimensions];
        foreach (var stem in stems)
        {
            var found = Find(stem, lexicon, words);
            foreach (var word in found)
            {
                // By its root, since rare words mean less of what a text is about than their rarity alone says.
                var factor = Math.Sqrt(rarity(stem)) * words.Scale(word) / found.Length;
                var vector = words[word];
                for (var i = 0; i < sum.Length; i++)
                {
                    sum[i] += factor * vector[i];
                }
            }
        }

        return sum;
    }

    /// <summary>The vector of a word, or those of its parts: most compounds are too rare to have one of their own.</summary>
    private static int[] Find(int stem, ThemeLexicon lexicon, WordVectors words) => words.Find(lexicon.Stem(stem)) is var whole and >= 0
        ? [whole]
        : [.. lexicon.Parts(stem).Select(words.Find).Where(part => part >= 0)];

    /// <summary>Without what all the texts have in common, each of length 1; a text without known words stays without direction.</summary>
    private static double[][] Centred(double[][] meanings)
    {
        var unit = Array.ConvertAll(meanings, Unit);
        var known = unit.Where(vector => vector.Any(value => value != 0)).ToArray();
        if (known.Length == 0)
        {
            return unit;
        }

        var mean = new double[unit[0].Length];
        foreach (var vector in known)
        {
            for (var i = 0; i < mean.Length; i++)
            {
                mean[i] += vector[i] / known.Length;
            }
        }

        return Array.ConvertAll(unit, vector => vector.All(value => value == 0) ? vector : Unit([.. vector.Zip(mean, (value, common) => value - common)]));
    }

    private static double[] Unit(double[] vector)
    {
        var length = Math.Sqrt(vector.Sum(value => value * value));
        return length == 0 ? vector : Array.ConvertAll(vector, value => value / length);
    }
}
