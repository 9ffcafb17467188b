using System.CommandLine;
using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats.Text;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia search</c>: finds what people said.</summary>
internal static class SearchCommand
{
    private const int UsualLimit = 50;

    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var query = new Argument<string?>(s.T["arg.queryName"]) { Description = s.T["arg.query"], Arity = ArgumentArity.ZeroOrOne };
        var order = Parts.Text(s, "--order", "opt.order", "document|relevance");
        order.AcceptOnlyFromAmong("document", "relevance");
        var limit = Parts.Limit(s, UsualLimit);
        var context = Parts.Natural(new("--context") { Description = s.T["opt.context"], HelpName = "N" });
        var narrowing = new SearchFilters(s);
        var queries = Parts.Text(s, "--queries", "opt.queries", s.T["arg.fileName"]);
        var command = new Command("search", s.T["cmd.search"]) { project, query, order, limit, context, queries };
        narrowing.AddTo(command);
        command.SetAction(parsed =>
        {
            var text = parsed.GetValue(query);
            if (text is null == parsed.GetValue(queries) is null)
            {
                throw new UsageException(Problem.Of("search.queryOrFile"));
            }

            using var store = s.Open(parsed.GetValue(project)!);
            var search = new Searching(store, s.Analyser);
            var filters = narrowing.Nodes(parsed);
            SearchRequest Shape(QueryNode node) => new(node)
            {
                Order = parsed.GetValue(order) == "relevance" ? SearchOrder.Relevance : SearchOrder.Document,
                Limit = Math.Max(0, parsed.GetValue(limit)),
                AnswersOnly = narrowing.AnswersOnly(parsed),
            };
            if (parsed.GetValue(queries) is { } file)
            {
                return Many(s, search, file, filters, Shape);
            }

            var outcome = search.Run(text!, filters, s.Json ? "en" : s.T.Language, Shape);
            if (s.Json)
            {
                s.WriteJson(w => Fields(w, outcome));
            }
            else
            {
                Tell(s, store, outcome, parsed.GetValue(context));
            }

            return Exit.Done;
        });
        return command;
    }

    private static int Many(Session s, Searching search, string file, IReadOnlyList<QueryNode> filters, Func<QueryNode, SearchRequest> shape)
    {
        var name = Path.GetFileName(file);
        var lines = TextDecoding.Decode(new SourceFile(name, Files.Read(file, name))).Text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);
        var outcomes = new List<SearchOutcome>();
        var faults = new List<(string Query, Problem Problem)>();
        foreach (var line in lines)
        {
            try
            {
                outcomes.Add(search.Run(line, filters, s.Json ? "en" : s.T.Language, shape));
            }
            catch (RefusedException e)
            {
                faults.Add((line, e.Problem));
                outcomes.Add(new SearchOutcome(line, "", 0, 0, []));
            }
        }

        if (s.Json)
        {
            s.WriteJson(w => w.Objects("results", outcomes, o => Fields(w, o)));
        }
        else
        {
            var table = new TextTable(
                new TableColumn(s.T["word.hits"]) { Alignment = Alignment.Right },
                new TableColumn("ms") { Alignment = Alignment.Right },
                new TableColumn(s.T["arg.queryName"]) { IsFlexible = true });
            foreach (var o in outcomes)
            {
                table.Add(s.T["n", o.Total], s.T["ms", o.Milliseconds], o.Query);
            }

            table.Write(s.Out, s.Terminal);
        }

        foreach (var (query, problem) in faults)
        {
            s.Err.WriteLine(Glyphs.OneLine($"{query}: {s.T.Of(problem)}"));
        }

        return faults.Count > 0 ? Exit.LeftOut : Exit.Done;
    }

    private static void Fields(Utf8JsonWriter w, SearchOutcome outcome)
    {
        w.WriteString("query", outcome.Query);
        w.WriteString("interpretedAs", outcome.InterpretedAs);
        w.WriteNumber("total", outcome.Total);
        w.Real("milliseconds", outcome.Milliseconds);
        w.Objects("hits", outcome.Hits, hit =>
        {
            w.Segment(hit.Segment);
            w.Objects("matches", hit.Matches, m =>
            {
                // Positions are in the source's text, as those of the segment are.
                w.WriteNumber("start", hit.Segment.Start + m.Start);
                w.WriteNumber("end", hit.Segment.Start + m.End);
                w.WriteString("text", hit.Segment.Text[m.Start..m.End]);
                w.WriteString("why", JsonFields.Word(m.Why));
            });
            w.Texts("codes", hit.Codes);
            w.Real("score", hit.Score);
        });
    }

    private static void Tell(Session s, IProjectStore store, SearchOutcome outcome, int context)
    {
        s.Say(Glyphs.OneLine(s.T["search.interpreted", outcome.InterpretedAs]));
        var emphasis = Emphasis.ForOutput(s.Terminal);
        var width = s.Terminal.OutputWidth > 30 ? s.Terminal.OutputWidth - 6 : 100;
        string? shown = null;
        foreach (var hit in outcome.Hits)
        {
            if (shown != hit.Segment.Source)
            {
                s.Out.WriteLine();
                s.Out.WriteLine(emphasis.Apply(hit.Segment.Source, TextStyle.Bold));
                shown = hit.Segment.Source;
            }

            var codes = hit.Codes.Count > 0 ? $"  [{string.Join(", ", hit.Codes)}]" : "";
            s.Out.WriteLine("  " + emphasis.Apply(Glyphs.OneLine(Place.Of(hit.Segment, s) + codes), TextStyle.Dim));
            foreach (var segment in Around(store, hit.Segment, context))
            {
                var lines = segment.Key == hit.Segment.Key
                    ? emphasis.WrapMarked(segment.Text, hit.Matches.Select(m => (m.Start, m.End - m.Start)), width)
                    : [.. Glyphs.Wrap(segment.Text, width).Select(l => emphasis.Apply(l, TextStyle.Dim))];
                foreach (var line in lines)
                {
                    s.Out.WriteLine("      " + line);
                }
            }
        }

        if (outcome.Hits.Count > 0)
        {
            s.Out.WriteLine();
        }

        s.Out.WriteLine(outcome.Total == outcome.Hits.Count ? s.T["search.total", outcome.Total] : s.T["search.totalSome", outcome.Total, outcome.Hits.Count]);
    }

    private static IEnumerable<Segment> Around(IProjectStore store, Segment hit, int context)
    {
        if (context <= 0)
        {
            return [hit];
        }

        var span = (Math.Max(0, hit.Ordinal - context), hit.Ordinal + context);
        return store.Segments(new SegmentScope { Source = hit.SourceId, Ordinals = span });
    }
}
