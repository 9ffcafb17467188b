using MiaVoices.Benchmarks.Data;
using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Suggestions.Vectors;

namespace MiaVoices.Benchmarks;

/// <summary>
/// Learns from a part of a set of coded texts and judges the rest. A part that lies ready is judged after three draws of the examples;
/// where there is none, folds are made from a fixed seed (five times ten below a thousand texts, else five), or each person is left
/// out in turn. A text that is drawn counts as gone through: its other codes are noes. Texts to judge are in the project, uncoded, as they
/// would be.
/// </summary>
internal sealed class LearningJudge
{
    private const int FoldSeed = 7;
    private readonly CodedTexts _texts;
    private readonly List<CodedText> _all;
    private readonly LearningSegment[] _segments;
    private readonly LearningCode[] _codes;
    private readonly FeatureSpace _space;
    private readonly List<Split> _splits = [];
    private readonly LearnerOptions _options;

    public LearningJudge(CodedTexts texts, Told told, bool vectors)
    {
        _texts = texts;
        _options = new LearnerOptions { Features = new FeatureOptions { Vectors = vectors ? WordVectors.Default : null } };
        _all = [.. texts.Train, .. texts.Test];
        _segments = [.. _all.Select((t, i) => new LearningSegment(i, t.Text, t.Person.Length > 0 ? t.Person : FormattableString.Invariant($"R{i}")))];
        _codes = [.. texts.Codes.Select((c, i) => new LearningCode(new Guid(i + 1, 0, 0, new byte[8]), told != Told.Nothing ? c.Name : "", told == Told.All ? c.Description : "", "", []))];
        _space = FeatureSpace.Build([.. _all.Select(t => t.Text)], _codes.Select(DescriptionPrior.QueryOf), texts.IsEnglish ? new EnglishAnalyser() : new SwedishAnalyser(), _options.Features, null, default);
        var order = Enumerable.Range(0, texts.Train.Count).ToArray();
        new Chance(FoldSeed).Shuffle(order);
        if (texts.Test.Count > 0)
        {
            _splits.AddRange(Enumerable.Range(1, 3).Select(seed => new Split(order, [.. Enumerable.Range(texts.Train.Count, texts.Test.Count)], (ulong)seed)));
        }
        else if (texts.ByPerson)
        {
            _splits.AddRange(texts.Train.Select(t => t.Person).Distinct().Select((person, i) => Split.By(order, (_, row) => texts.Train[row].Person == person, i)));
        }
        else
        {
            // A small set is cut in folds five times over, as often as the trial drew examples: one draw moves the figures by .015.
            var (folds, draws) = texts.Train.Count < 1_000 ? (10, 5) : (5, 1);
            for (var draw = 0; draw < draws; draw++)
            {
                var mixed = order.ToArray();
                new Chance(FoldSeed + (ulong)draw).Shuffle(mixed);
                _splits.AddRange(Enumerable.Range(0, folds).Select(fold => Split.By(mixed, (place, _) => place % folds == fold, (folds * draw) + fold)));
            }
        }
    }

    /// <summary>So many examples a code, drawn by chance; a text that is drawn is known with all its codes.</summary>
    public LearningFigures PerCode(int examples) => Judge(split =>
    {
        var mixed = split.Drawn();
        return examples == int.MaxValue ? mixed : [.. _codes.SelectMany((_, c) => mixed.Where(r => _all[r].Codes.Contains(c)).Take(examples)).Distinct()];
    });

    /// <summary>The first so many texts in an order of chance, as coding goes; null where there are not so many.</summary>
    public LearningFigures? InOrder(int texts) => _splits.Min(s => s.Train.Length) < texts ? null : Judge(split => split.Drawn()[..texts]);

    private LearningFigures Judge(Func<Split, int[]> draw) => new([.. _splits.Select(s => Judge(draw(s), s.Test))]);

    private JudgedPair[][] Judge(int[] known, int[] test)
    {
        var set = new LearningSet(
            _segments,
            _codes,
            known.SelectMany(r => _all[r].Codes.Select(c => new LearningLabel(r, _codes[c].Id, LabelValue.Yes))),
            known.Select(r => new LearningReview(r)));
        var trained = new CodeTrainer(set, _space, DescriptionPrior.Of(set, _space, _options, default), _options).Train(_ => true, null, default);
        var scores = new double[trained.Weights.Lanes];
        return Array.ConvertAll(test, row =>
        {
            trained.Weights.Score(_space.Rows, row, scores);
            var confidences = _codes.Select((_, c) => trained.Calibration.Exact(scores[c], c)).ToArray();
            var highest = confidences.Max();
            return confidences.Select((p, c) => new JudgedPair(p, p == highest, p >= trained.Thresholds[c], _all[row].Codes.Contains(c))).ToArray();
        });
    }

    /// <summary>What the codebook says of the codes.</summary>
    public enum Told
    {
        Nothing,
        Names,
        All,
    }

    private sealed record Split(int[] Train, int[] Test, ulong Seed)
    {
        public static Split By(int[] order, Func<int, int, bool> isTest, int number) => new(
            [.. order.Where((row, place) => !isTest(place, row))],
            [.. order.Where((row, place) => isTest(place, row))],
            (ulong)number + 1);

        /// <summary>The texts to learn from in the order in which they are drawn.</summary>
        public int[] Drawn()
        {
            var mixed = (int[])Train.Clone();
            new Chance(Seed * 101).Shuffle(mixed);
            return mixed;
        }
    }
}
