using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions;

namespace MiaVoices.Core.Themes;

/// <summary>Passages of a theme that may belong together. Always a proposal: a person names it or throws it away.</summary>
/// <param name="Label">Up to three words that set it apart from the other proposals.</param>
/// <param name="Texts">Keys of the passages, in document order.</param>
public sealed record SubThemeProposal(IReadOnlyList<string> Label, IReadOnlyList<long> Texts)
{
    /// <summary>True: nobody has approved it.</summary>
    public bool IsProposal { get; } = true;
}

/// <summary>
/// Proposes a division of a theme: spherical k-means (Dhillon and Modha 2001) on stems weighed by rarity, the best of ten
/// starts from a fixed seed. Proposals come in document order, never by size. Pure; thread-safe.
/// </summary>
public static class SubThemes
{
    /// <summary>With fewer passages nothing is proposed.</summary>
    public const int LeastTexts = 12;

    private const int LeastInProposal = 3;
    private const int LabelWords = 3;
    private const int MostProposals = 6;
    private const int Starts = 10;
    private const int MostRounds = 50;

    /// <summary>Proposals; passages that fit nowhere, and groups of fewer than three, are left out.</summary>
    /// <param name="theme">Passages of the theme.</param>
    /// <param name="analyser">Finds words and stems.</param>
    /// <param name="cancel">Stops the work.</param>
    public static IReadOnlyList<SubThemeProposal> Propose(IEnumerable<ThemeText> theme, ITextAnalyser analyser, CancellationToken cancel = default)
    {
        var texts = theme.OrderBy(text => text.Key).ToArray();
        if (texts.Length < LeastTexts)
        {
            return [];
        }

        var lexicon = new ThemeLexicon(analyser);
        var vectors = Vectors(texts, lexicon);
        var count = Math.Clamp((int)Math.Round(Math.Sqrt(texts.Length / 4.0)), 2, MostProposals);
        var chance = new Chance(1);
        var (best, parts) = (double.NegativeInfinity, Array.Empty<int>());
        for (var start = 0; start < Starts; start++)
        {
            cancel.ThrowIfCancellationRequested();
            var (fit, own) = Divide(vectors, lexicon.Count, count, ref chance);
            if (fit > best)
            {
                (best, parts) = (fit, own);
            }
        }

        return Describe(texts, parts, count, lexicon);
    }

    private static SparseVector[] Vectors(ThemeText[] texts, ThemeLexicon lexicon)
    {
        var stems = Array.ConvertAll(texts, text => lexicon.Read(text.Text).Content.Select(word => word.Stem).Distinct().Order().ToArray());
        var texted = new int[lexicon.Count];
        foreach (var stem in stems.SelectMany(own => own))
        {
            texted[stem]++;
        }

        // A stem in one text alone brings nothing together.
        return Array.ConvertAll(stems, own => SparseVector.Unit(
            [.. own.Where(stem => texted[stem] > 1)],
            stem => Math.Log((1.0 + texts.Length) / texted[stem])));
    }

    private static (double Fit, int[] Parts) Divide(SparseVector[] vectors, int stems, int count, ref Chance chance)
    {
        var order = Enumerable.Range(0, vectors.Length).Where(text => vectors[text].Length > 0).ToArray();
        chance.Shuffle(order);
        var parts = new int[vectors.Length];
        var centres = order.Take(count).Select(text => vectors[text].Dense(stems)).ToArray();
        var fit = double.NegativeInfinity;
        for (var round = 0; round < MostRounds; round++)
        {
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

                parts[text] = part;
                sum += nearest;
            }

            if (sum <= fit)
            {
                break;
            }

            fit = sum;
            centres = [.. Enumerable.Range(0, centres.Length).Select(part => SparseVector.Centre(vectors.Where((_, text) => parts[text] == part), stems))];
        }

        return (fit, parts);
    }

    private static SubThemeProposal[] Describe(ThemeText[] texts, int[] parts, int count, ThemeLexicon lexicon)
    {
        var proposals = new List<SubThemeProposal>();
        for (var part = 0; part < count; part++)
        {
            var own = texts.Where((_, text) => parts[text] == part).ToArray();
            var other = texts.Where((_, text) => parts[text] != part);
            var words = ThemeKeywords.Between(new StemCounts(own, lexicon), StemTotals.Of(other, lexicon), LabelWords, 2, 0);
            if (own.Length >= LeastInProposal && words.Count > 0)
            {
                proposals.Add(new SubThemeProposal([.. words.Select(word => word.Word)], [.. own.Select(text => text.Key)]));
            }
        }

        return [.. proposals.OrderBy(proposal => proposal.Texts[0])];
    }
}
