using System.Diagnostics;
using System.Globalization;
using MiaVoices.App.Screens.Suggesting;
using MiaVoices.Benchmarks.Data;
using MiaVoices.Benchmarks.Support;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Workbench;

namespace MiaVoices.Benchmarks;

/// <summary>
/// Answering suggestions on their screen: a project of 2,000 answers, half of them gone through, and 30 codes that each follow a word.
/// A person who reads the reasons before each answer finds what was learnt from the one before in the queue.
/// </summary>
internal static class Answering
{
    private const int Segments = 2_000;
    private const int Codes = 30;
    private const int Answers = 20;
    private const int WarmUp = 3;

    public static void Run(Bench bench)
    {
        var path = bench.Fresh("förslag.mia");
        var codings = Make(bench, path);
        var (shown, learnt, bytes) = Answer(bench, path);
        var table = new Table(string.Create(CultureInfo.InvariantCulture, $"ms, 200×60; {Segments:N0} segments, {Codes} codes, {codings:N0} codings, {Answers} answers"), "p50", "p95", "least", "most", "bytes");
        table.Add("a yes: the answer committed, the next suggestion shown", shown, bytes);
        table.Add("from the key to the queue of what was learnt from it", learnt, "");
        using var store = bench.Open(path);
        table.Add("… of it reading what there is to learn from", Samples.Of(WarmUp, Answers, () => Learned.Read(store)), "");
        table.Print();
    }

    private static (Samples Shown, Samples Learnt, int Bytes) Answer(Bench bench, string path)
    {
        using var person = new Person(bench, path);
        person.Key("3");
        var (learning, learns, finding) = (person.T["screen.suggest.learning"], person.T["screen.suggest.learns"], person.T["screen.suggest.finding"]);
        var (shown, learnt) = (new List<double>(), new List<double>());
        var bytes = 0;
        for (var i = -WarmUp; i < Answers; i++)
        {
            // All that runs behind has ended before the key is pressed.
            person.Await(learning);
            person.Await(learns);
            person.Await(finding);
            var pressed = Stopwatch.GetTimestamp();
            person.Key("j");
            var painted = person.PaintedAt;
            bytes = person.Bytes;
            if (!person.Sees(learns))
            {
                throw new InvalidOperationException("Nothing was answered");
            }

            person.Await(learns);
            if (i >= 0)
            {
                shown.Add(Stopwatch.GetElapsedTime(pressed, painted).TotalMilliseconds);
                learnt.Add(Stopwatch.GetElapsedTime(pressed, person.PaintedAt).TotalMilliseconds);
            }
        }

        return (new Samples(shown), new Samples(learnt), bytes);
    }

    private static int Make(Bench bench, string path)
    {
        using var store = bench.Create(path);
        Bench.Import(store, "enkät.csv", SurveyCsv.Of(new AnswerWriter(4).Answers(Segments)));
        var codes = Bench.AddCodes(store, Codes);
        var read = store.Segments(SegmentScope.All).Take(Segments / 2).ToList();
        var ids = store.NewIds();
        var codings = read
            .SelectMany(segment => Enumerable.Range(0, Codes).Where(c => segment.Text.Contains(WordList.Heads[c], StringComparison.OrdinalIgnoreCase)).Select(c => new AddCoding(Bench.Whole(store, codes, segment, c, ids.Next()))))
            .ToList();
        store.Apply(new Batch("codings.import", [.. codings]));
        store.Apply(new ReviewSegments(read[0].SourceId, [.. read.Select(segment => segment.Id)], store.Coder));
        return codings.Count;
    }
}
