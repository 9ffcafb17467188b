using MiaVoices.Benchmarks.Data;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Suggestions;

namespace MiaVoices.Benchmarks;

/// <summary>
/// Learning and suggesting: 2,000 answers, half of them reviewed, 30 codes that each follow some words. An answer is a further coding
/// with its segment reviewed, learnt from where the model stands, as the screen does after each.
/// </summary>
internal static class SuggestBenchmark
{
    private const int Segments = 2_000;
    private const int Codes = 30;

    public static void Run(Bench bench)
    {
        var answers = new AnswerWriter(4).Answers(Segments);
        List<LearningSegment> segments = [.. answers.Select((text, i) => new LearningSegment(i + 1, text, FormattableString.Invariant($"R{i}")) { Id = Id(i) })];
        List<LearningCode> codes = [.. Enumerable.Range(0, Codes).Select(c => new LearningCode(Id(10_000 + c), Word(c), $"Det som sägs om {Word(c)}", "", [Word(c)]))];
        List<LearningLabel> labels =
        [
            .. segments.Take(Segments / 2).SelectMany(s => codes.Where((_, c) => s.Text.Contains(Word(c), StringComparison.OrdinalIgnoreCase)).Select(c => new LearningLabel(s.Key, c.Id, LabelValue.Yes))),
        ];
        var reviews = segments.Take(Segments / 2).Select(s => new LearningReview(s.Key)).ToList();
        var set = new LearningSet(segments, codes, labels, reviews);
        var suggester = new LinearCodeSuggester(bench.Analyser);
        Console.WriteLine(FormattableString.Invariant($"{labels.Count:N0} codings to learn from\n"));
        var model = suggester.Train(set);
        var table = new Table("ms", "p50", "p95", "least", "most");
        table.Add("train", Samples.Of(0, bench.Options.Runs, () => model = suggester.Train(set)));
        table.Add("suggest, with reasons", Samples.Of(1, bench.Options.Runs, () => model.Suggest(new SuggestionQuery())));
        table.Add("suggest all pairs", Samples.Of(1, bench.Options.Runs, () => model.Suggest(new SuggestionQuery { Minimum = 0, Explain = false })));
        var next = Segments / 2;
        SuggestionModel Answered()
        {
            // The model must be of the same set: answers pile up as they do when a person goes on.
            var (segment, code) = (segments[next], codes[next % Codes]);
            next++;
            return model = suggester.Refit(model, model.Set.With([new LearningLabel(segment.Key, code.Id, LabelValue.Yes)], [new LearningReview(segment.Key)]));
        }

        table.Add("refit of all codes after one answer", Samples.Of(3, 10 * bench.Options.Runs, () => Answered()));
        var one = 1L;
        table.Add("what is suggested for one segment, with reasons", Samples.Of(3, 10 * bench.Options.Runs, () => model.Suggest(new SuggestionQuery { Segments = key => key == one, Minimum = 0.05, IncludeAnswered = true }), () => one++));
        table.Add("explain one suggestion", Samples.Of(3, 10 * bench.Options.Runs, () => model.Explain(one, codes[(int)one % Codes].Id), () => one++));
        table.Add("evaluate", Samples.Of(0, 1, () => suggester.Evaluate(set)));
        table.Print();
    }

    private static string Word(int code) => WordList.Heads[code];

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
