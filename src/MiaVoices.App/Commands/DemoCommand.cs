using System.CommandLine;
using System.Diagnostics;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Commands;

/// <summary><c>mia demo</c>: the main job from files to report, on the sample material.</summary>
internal static class DemoCommand
{
    /// <summary>The folder unless told otherwise.</summary>
    public const string Usual = "mia-demo";
    /// <summary>How many steps there are.</summary>
    public const int Steps = 8;

    /// <summary>The same in every language: the material is Swedish, and its report has one title.</summary>
    private const string Name = "Stegvis (övningsmaterial)";

    public static Command Create(Session s)
    {
        var folder = new Argument<string>(s.T["arg.folderName"]) { Description = s.T["arg.demoFolder"], DefaultValueFactory = _ => Usual, Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("demo", s.T["cmd.demo"]) { folder };
        command.SetAction(parsed => Run(s, parsed.GetValue(folder)!));
        return command;
    }

    private static int Run(Session s, string folder)
    {
        if (s.Files.Exists(folder))
        {
            throw new RefusedException(Problem.At(Path.GetFileName(folder), "folder.isFile"));
        }

        var clock = Stopwatch.StartNew();
        s.Say(s.T["demo.begin", folder]);
        var (path, report, own, problems) = Make(s, folder, (step, text) => s.Say($"[{step}/{Steps}] {text}"));
        Close(s, path, report, own, clock.Elapsed);
        return problems == 0 ? Exit.Done : Exit.Refused;
    }

    /// <summary>Makes the project with all that comes of it; also for the screen that a newcomer begins at.</summary>
    /// <param name="s">What to work with; what is found on the way is said there.</param>
    /// <param name="folder">Where; made if it is not there.</param>
    /// <param name="begin">Told of each step before it is done: its number, 1 to <see cref="Steps"/>, and what it does.</param>
    public static (string Project, string Report, string OwnReport, int Problems) Make(Session s, string folder, Action<int, string> begin)
    {
        void Step(int step, string key)
        {
            s.Cancellation.ThrowIfCancellationRequested();
            begin(step, s.T[key]);
        }

        Step(1, "demo.material");
        var material = Path.Combine(folder, "material");
        var files = SampleCorpus.Write(s.Files, material);
        s.Say("      " + s.T["demo.materialDone", files.Count, material]);

        var path = Path.Combine(folder, "stegvis.mia");
        SetAside(s, path);
        using var store = s.Create(path, Name);

        Step(2, "demo.import");
        Import(s, store, Path.Combine(material, "intervjuer"), SourceKind.Interview);
        Import(s, store, Path.Combine(material, "enkater"), SourceKind.Survey);
        Import(s, store, Path.Combine(material, "anteckningar"), SourceKind.Notes);
        var cases = CaseSheet.Import(s.Files.ReadSheet(Path.Combine(material, "personer.csv")), store);
        Apply(store, cases.Change, cases.LeftOut);
        s.Say("      " + s.T["demo.importDone", store.Sources().Count, store.Sources().Sum(x => x.Segments), store.CountedCases().Count]);

        Step(3, "demo.code");
        Apply(store, CodebookSheet.Import(s.Files.ReadSheet(Path.Combine(material, "kodbok.csv")), store.Codes(), store.NewIds()), []);
        var codings = CodingSheet.Import(s.Files.ReadSheet(Path.Combine(material, "kodningar.csv")), store, createCodes: false, s.Cancellation);
        Apply(store, codings.Change, codings.LeftOut);
        s.Say("      " + s.T["demo.codeDone", store.Codes().Count, codings.Codings]);

        Step(4, "demo.search");
        var found = new Searching(store).Run("kontakt", [], s.T.Language, q => new SearchRequest(q) { Limit = 0 });
        var inCompounds = found.Hits.SelectMany(h => h.Matches.Where(m => m.Why == MatchReason.Compound).Select(m => Word(h.Segment.Text, m))).Distinct(StringComparer.OrdinalIgnoreCase).Take(4);
        s.Say("      " + s.T["demo.searchDone", found.Total, string.Join(", ", inCompounds)]);

        Step(5, "demo.suggest");
        Suggest(s, store);

        Step(6, "demo.check");
        var problems = store.Check(s.Cancellation);
        s.Say("      " + s.T[problems.Count == 0 ? "check.ok" : "check.bad", problems.Count]);

        Step(7, "demo.report");
        var report = Path.Combine(folder, "temarapport.md");
        var own = Path.Combine(folder, "temarapport-intern.md");
        ReportCommand.Write(s, store, report, new ReportOrder { Kind = ReportKind.Theme });
        ReportCommand.Write(s, store, own, new ReportOrder { Kind = ReportKind.Theme, Audience = Audience.Internal });
        s.Say("      " + s.T["demo.reportDone", report]);

        Step(8, "demo.export");
        var tables = Path.Combine(folder, "tabeller");
        ExportCommand.Write(s, store, tables);
        s.Say("      " + s.T["demo.exportDone", tables]);
        return (path, report, own, problems.Count);
    }

    private static void Close(Session s, string path, string report, string own, TimeSpan took)
    {
        if (s.Json)
        {
            s.WriteJson(w =>
            {
                w.WriteString("project", path);
                w.Texts("reports", [report, own]);
            });
            return;
        }

        var mia = Invocation();
        s.Out.WriteLine();
        s.Out.WriteLine(s.T["demo.done", took.TotalSeconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture)]);
        s.Out.WriteLine("  " + report);
        s.Out.WriteLine();
        s.Out.WriteLine(s.T["demo.next"]);
        s.Out.WriteLine($"  {mia} search {Shell.Quoted(path)} \"kontakt OCH myndighet*\"");
        s.Out.WriteLine($"  {mia} suggest {Shell.Quoted(path)}");
        s.Out.WriteLine($"  {mia} summarise {Shell.Quoted(path)} --code \"mer tid\"");
    }

    private static void Suggest(Session s, IProjectStore store)
    {
        var tree = new CodeTree(store.Codes());
        var model = SuggestCommand.Train(s, store).Model;
        var done = store.Reviews().Select(r => r.Segment).Concat(store.Codings(CodingScope.All).Select(c => c.SegmentKey)).ToHashSet();
        var open = model.Suggest(new SuggestionQuery { Segments = key => !done.Contains(key), Explain = false }, null, s.Cancellation);
        s.Say("      " + s.T["demo.suggestDone", model.TrainedOn, open.Count, open.Select(o => o.Segment).Distinct().Count()]);
        if (model.Suggest(new SuggestionQuery { Segments = key => !done.Contains(key), Limit = 1 }) is [var best])
        {
            s.Say("      " + s.T["demo.suggestBest", tree[best.Code].Name, string.Join(", ", best.Reasons.Select(r => r.Word))]);
        }
    }

    private static void Import(Session s, IProjectStore store, string folder, SourceKind kind)
    {
        var report = ImportCommand.Run(s, store, s.Files.Expand([folder]), new ReadOptions { Kind = kind }, dryRun: false);
        if (report.Refused.Count > 0)
        {
            throw new RefusedException(report.Refused[0]);
        }
    }

    /// <summary>The sample material must fit: a row left out would be a fault of ours.</summary>
    private static void Apply(IProjectStore store, Core.Changes.Change? change, IReadOnlyList<Problem> leftOut)
    {
        if (leftOut.Count > 0)
        {
            throw new RefusedException(leftOut[0]);
        }

        if (change is not null)
        {
            store.Apply(change);
        }
    }

    /// <summary>A project from an earlier demo may hold work by now: it is kept under another name.</summary>
    private static void SetAside(Session s, string path)
    {
        if (!s.Files.Exists(path))
        {
            return;
        }

        for (var n = 1; ; n++)
        {
            var aside = Path.Combine(Path.GetDirectoryName(path)!, FormattableString.Invariant($"stegvis-tidigare-{n}.mia"));
            if (!s.Files.Exists(aside))
            {
                s.Files.Move(path, aside);
                s.Say("      " + s.T["demo.aside", aside]);
                return;
            }
        }
    }

    private static string Word(string text, SearchMatch match)
    {
        var start = match.Start;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        var end = match.End;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[start..end];
    }

    /// <summary>How the program was called, so that the commands can be copied.</summary>
    private static string Invocation()
    {
        var path = Environment.ProcessPath ?? "";
        var build = $"{Path.DirectorySeparatorChar}MiaVoices.App{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}";
        return path.Contains(build, StringComparison.Ordinal) ? "dotnet run --project src/MiaVoices.App --" : "mia";
    }
}
