using MiaVoices.Benchmarks;
using MiaVoices.Benchmarks.Support;

if (args is [ReadingPeak.Verb, var path])
{
    return ReadingPeak.Tell(path);
}

if (args is [VectorTraining.Verb, var texts, var file])
{
    return VectorTraining.Run(texts, file);
}

if (args is [LargeLearning.Verb, var segments, var rows, var part])
{
    return LargeLearning.Tell(segments, int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture), part == "fit");
}

IReadOnlyList<(string Name, string What, Action<Bench> Run)> all =
[
    ("import", "100,000 survey answers through reader, store and index; ratio to plain SQLite; peak memory of the program", ImportBenchmark.Run),
    ("formats", "every reader on files of 1 and 50 MB made here: MB/s, segments/s and peak memory of a process that reads one", FormatsBenchmark.Run),
    ("folder", "1,000 interviews in one folder by the program: time, segments/s, peak memory", FolderBenchmark.Run),
    ("search", "count and first 50 hits with matches and codes, by kind of query", SearchBenchmark.Run),
    ("scale", "the index at 10,000, 100,000 and 1,000,000 segments (up to --rows): time, size, searches by kind, memory", ScaleBenchmark.Run),
    ("coding", "one coding added or undone, by size of source and length of journal", CodingBenchmark.Run),
    ("update", "a corrected transcript and a survey with more rows come in again after coding", UpdateBenchmark.Run),
    ("open", "opening a project, by size", OpenBenchmark.Run),
    ("start", "start of the program", StartBenchmark.Run),
    ("reads", "queries over a whole project with 20,000 codings, and its check", ReadsBenchmark.Run),
    ("disclosure", "what to hide in 100 codes by 10 groups of 3 attributes, and in 60 questions by 8 groups", DisclosureBenchmark.Run),
    ("survey", "figures of 100,000 closed answers in two waves, by 4 and by 40 groups", SurveyBenchmark.Run),
    ("report", "summaries and the theme report of 20,000 codings", ReportBenchmark.Run),
    ("reportfiles", "the theme report of 10,000 codings as a file of each format, and 100 charts", ReportFilesBenchmark.Run),
    ("language", "stems, compounds and times against reference data beside the project", LanguageBenchmark.Run),
    ("workbench", "the workbench with a source of 1 MB and 5,000 codings in a project of all answers; suggestions answered in one of 2,000 segments", WorkbenchBenchmark.Run),
    ("terminal", "key to paint on a screen of 200×60: a text of 1 MB with 5,000 spans, a list of 1,000,000 rows", TerminalBenchmark.Run),
    ("learning", "learning curves on coded texts beside the project (--sets sib,xed …, --quick for the pipeline alone)", LearningBenchmark.Run),
    ("suggest", "learning 30 codes from 2,000 segments, refitting after each answer, and suggesting", SuggestBenchmark.Run),
    ("leads", "leads to new codes on texts with hidden labels: NMI and purity, two draws (--sets sib,argumentation)", LeadsBenchmark.Run),
    ("learn", "learning 30 codes from 100,000 segments: time and peak memory", LargeLearning.Run),
];

var (names, options) = BenchOptions.Read(args);
var unknown = names.Where(n => n != "all" && all.All(b => b.Name != n)).ToList();
if (names.Count == 0 || unknown.Count > 0)
{
    Console.WriteLine("MiaVoices.Benchmarks NAME… [--rows N] [--runs N] [--text FILE.tsv.gz] [--exe PROGRAM] [--folder KEPT]\n");
    foreach (var (name, what, _) in all)
    {
        Console.WriteLine($"  {name,-11} {what}");
    }

    Console.WriteLine("  all         every one of them");
    return unknown.Count > 0 ? 2 : 0;
}

using var bench = new Bench(options);
Console.WriteLine(Machine.Describe());
foreach (var (name, what, run) in all.Where(b => names.Contains("all") || names.Contains(b.Name)))
{
    Console.WriteLine($"\n## {name}: {what}\nload before: {Machine.Load()}\n");
    run(bench);
    Console.WriteLine($"load after: {Machine.Load()}");
}

return 0;
