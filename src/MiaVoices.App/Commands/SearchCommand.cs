using System.CommandLine;
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
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var query = new Argument<string?>(s.T["arg.queryName"]) { Description = s.T["arg.query"], Arity = ArgumentArity.ZeroOrOne };
        var order = Parts.Text(s, "--order", "opt.order", "document|relevance");
        order.AcceptOnlyFromAmong("document", "relevance");
        var view = new SearchView(s);
        var narrowing = new SearchFilters(s);
        var queries = Parts.Text(s, "--queries", "opt.queries", s.T["arg.fileName"]);
        var command = new Command("search", s.T["cmd.search"]) { project, query, order, queries };
        view.AddTo(command);
        narrowing.AddTo(command);
        command.SetAction(parsed =>
        {
            var text = parsed.GetValue(query);
            if (text is null == parsed.GetValue(queries) is null)
            {
                throw new UsageException(Problem.Of("search.queryOrFile"));
            }

            using var store = s.Open(parsed.GetValue(project)!);
            var search = new Searching(store);
            var filters = narrowing.Nodes(parsed);
            SearchRequest Shape(QueryNode node) => new(node)
            {
                Order = parsed.GetValue(order) == "relevance" ? SearchOrder.Relevance : SearchOrder.Document,
                Limit = view.Limit(parsed),
                AnswersOnly = narrowing.AnswersOnly(parsed),
            };
            if (parsed.GetValue(queries) is { } file)
            {
                return Many(s, search, file, filters, Shape);
            }

            // The hits and what is counted over them are of one moment; the history is written after.
            SearchOutcome outcome;
            using (store.Snapshot())
            {
                outcome = search.Run(text!, filters, s.Json ? "en" : s.T.Language, Shape);
                view.Show(s, store, Shape(search.Read(text!, filters)), outcome, parsed);
            }

            store.SearchTrail.Remember(narrowing.Typed(parsed, text!), outcome.Total);
            return Exit.Done;
        });
        return command;
    }

    private static int Many(Session s, Searching search, string file, IReadOnlyList<QueryNode> filters, Func<QueryNode, SearchRequest> shape)
    {
        var name = Path.GetFileName(file);
        var lines = TextDecoding.Decode(new SourceFile(name, s.Files.Read(file, name))).Text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);
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
            s.WriteJson(w => w.Objects("results", outcomes, o => SearchView.Fields(w, o)));
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
}
