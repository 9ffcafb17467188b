using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia searches</c>: searches that are kept, and the history of those made.</summary>
internal static class SearchesCommand
{
    public static Command Create(Session s) => new("searches", s.T["cmd.searches"]) { List(s), Save(s), Run(s), Rename(s), Remove(s), History(s) };

    private static Argument<string> Name(Session s) => new(s.T["word.name"]) { Description = s.T["arg.searchName"] };

    private static Command List(Session s)
    {
        var project = Parts.Project(s);
        var command = new Command("list", s.T["cmd.searches.list"]) { project };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var (saved, seen) = (store.SavedSearches(), store.SearchTrail.Seen());
            if (s.Json)
            {
                s.WriteJson(w => w.Objects("searches", saved, x => Fields(w, x, seen.GetValueOrDefault(x.Id))));
                return Exit.Done;
            }

            if (saved.Count == 0)
            {
                s.Say(s.T["searches.none"]);
                return Exit.Done;
            }

            var table = new TextTable(
                new TableColumn(s.T["word.heading"]) { MaxWidth = 30 },
                new TableColumn(s.T["word.hits"]) { Alignment = Alignment.Right },
                new TableColumn(s.T["searches.lastRun"]),
                new TableColumn(s.T["word.coder"]) { MaxWidth = 14 },
                new TableColumn(s.T["searches.query"]) { IsFlexible = true, Wraps = true });
            foreach (var x in saved)
            {
                var before = seen.GetValueOrDefault(x.Id);
                table.Add(x.Name, before is null ? "–" : before.Total.ToString(CultureInfo.InvariantCulture), before is null ? "–" : Core.Reports.SwedishText.Date(before.At), x.Coder, Typed(x));
            }

            table.Write(s.Out, s.Terminal);
            return Exit.Done;
        });
        return command;
    }

    private static Command Save(Session s)
    {
        var (project, name) = (Parts.Project(s), Name(s));
        var query = new Argument<string>(s.T["arg.queryName"]) { Description = s.T["arg.query"] };
        var order = Parts.Text(s, "--order", "opt.order", "document|relevance");
        order.AcceptOnlyFromAmong("document", "relevance");
        var replace = new Option<bool>("--replace") { Description = s.T["opt.replaceSearch"] };
        var narrowing = new SearchFilters(s);
        var command = new Command("save", s.T["cmd.searches.save"]) { project, name, query, order, replace };
        narrowing.AddTo(command);
        command.SetAction(parsed =>
        {
            static string? Normal(string? text) => text is { Length: > 0 } ? StoredText.Normalise(text) : null;
            using var store = s.Open(parsed.GetValue(project)!);
            var search = new SavedSearch
            {
                Id = store.NewIds().Next(),
                Name = StoredText.Normalise(parsed.GetValue(name)!).Trim(),
                Query = StoredText.Normalise(parsed.GetValue(query)!).Trim(),
                Order = parsed.GetValue(order) == "relevance" ? SearchOrder.Relevance : SearchOrder.Document,
                AnswersOnly = narrowing.AnswersOnly(parsed),
                Group = Normal(narrowing.Group(parsed)),
                Code = Normal(narrowing.Code(parsed)),
                Source = Normal(narrowing.Source(parsed)),
                Coder = store.Coder,
                Created = store.Now,
            };
            var (saved, total) = new SavedSearching(store).Save(search, parsed.GetValue(replace));
            if (s.Json)
            {
                s.WriteJson(w => Fields(w, saved, store.SearchTrail.Seen().GetValueOrDefault(saved.Id)));
            }

            s.Say(Glyphs.OneLine(s.T["searches.saved", saved.Name, total]));
            return Exit.Done;
        });
        return command;
    }

    private static Command Run(Session s)
    {
        var (project, name) = (Parts.Project(s), Name(s));
        var view = new SearchView(s);
        var command = new Command("run", s.T["cmd.searches.run"]) { project, name };
        view.AddTo(command);
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var searching = new SavedSearching(store);
            var run = searching.Run(searching.Find(parsed.GetValue(name)!), s.Json ? "en" : s.T.Language, view.Limit(parsed));
            view.Show(s, store, run.Request, run.Outcome, parsed, w =>
            {
                w.WriteString("name", run.Search.Name);
                Seen(w, "saved", run.Before?.SavedTotal, run.Before?.SavedAt);
                Seen(w, "lastRun", run.Before?.Total, run.Before?.At);
                w.WriteNumber("new", run.Added);
                w.WriteNumber("otherwise", run.Otherwise);
            });
            store.SearchTrail.Remember(Typed(run.Search), run.Outcome.Total);
            if (run.Before is { } before)
            {
                s.Say(s.T["searches.since", before.SavedTotal, Core.Reports.SwedishText.Date(before.SavedAt), run.Added]);
                if (run.Otherwise != 0)
                {
                    s.Say(s.T["searches.otherwise", run.Otherwise.ToString("+0;−0", CultureInfo.InvariantCulture)]);
                }
            }

            return Exit.Done;
        });
        return command;
    }

    private static Command Rename(Session s)
    {
        var (project, name) = (Parts.Project(s), Name(s));
        var renamed = new Argument<string>(s.T["word.newName"]) { Description = s.T["arg.searchRename"] };
        var command = new Command("rename", s.T["cmd.searches.rename"]) { project, name, renamed };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var search = new SavedSearching(store).Find(parsed.GetValue(name)!);
            var named = search with { Name = StoredText.Normalise(parsed.GetValue(renamed)!).Trim() };
            store.Apply(new EditSearch(named));
            s.Document(w => Fields(w, named, store.SearchTrail.Seen().GetValueOrDefault(named.Id)));
            s.Say(Glyphs.OneLine(s.T["searches.renamed", search.Name, named.Name]));
            return Exit.Done;
        });
        return command;
    }

    private static Command Remove(Session s)
    {
        var (project, name) = (Parts.Project(s), Name(s));
        var command = new Command("remove", s.T["cmd.searches.remove"]) { project, name };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var search = new SavedSearching(store).Find(parsed.GetValue(name)!);
            store.Apply(new RemoveSearch(search.Id));
            s.Document(w => w.Texts("removed", [search.Id.ToString()]));
            s.Say(Glyphs.OneLine(s.T["searches.removed", search.Name]));
            return Exit.Done;
        });
        return command;
    }

    private static Command History(Session s)
    {
        var project = Parts.Project(s);
        var what = new Argument<string>("on|off|list|clear") { Description = s.T["arg.history"], Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => "list" };
        what.AcceptOnlyFromAmong("on", "off", "list", "clear");
        var command = new Command("history", s.T["cmd.searches.history"]) { project, what };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var trail = store.SearchTrail;
            switch (parsed.GetValue(what))
            {
                case "on":
                    trail.KeepsHistory = true;
                    s.Say(s.T["history.on", store.Coder]);
                    break;
                case "off":
                    trail.KeepsHistory = false;
                    s.Say(s.T[trail.History().Count > 0 ? "history.offKept" : "history.off", store.Coder]);
                    break;
                case "clear":
                    s.Say(s.T["history.cleared", trail.ClearHistory()]);
                    break;
                default:
                    Tell(s, trail);
                    return Exit.Done;
            }

            Document(s, trail);
            return Exit.Done;
        });
        return command;
    }

    private static void Tell(Session s, ISearchTrail trail)
    {
        var past = trail.History();
        if (s.Json)
        {
            Document(s, trail);
            return;
        }

        if (!trail.KeepsHistory)
        {
            s.Say(s.T["history.isOff"]);
        }

        if (past.Count == 0)
        {
            s.Say(s.T["history.none"]);
            return;
        }

        var table = new TextTable(
            new TableColumn(s.T["word.when"]),
            new TableColumn(s.T["word.hits"]) { Alignment = Alignment.Right },
            new TableColumn(s.T["searches.query"]) { IsFlexible = true, Wraps = true });
        foreach (var x in past)
        {
            table.Add(x.At.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), x.Total.ToString(CultureInfo.InvariantCulture), x.Query);
        }

        table.Write(s.Out, s.Terminal);
    }

    /// <summary>The history as one JSON document, where that is asked for.</summary>
    private static void Document(Session s, ISearchTrail trail) => s.Document(w =>
    {
        w.WriteBoolean("on", trail.KeepsHistory);
        w.Objects("searches", trail.History(), x =>
        {
            w.WriteString("at", JsonFields.Time(x.At));
            w.WriteString("query", x.Query);
            w.WriteNumber("total", x.Total);
        });
    });

    /// <summary>A saved search as a person would type it after <c>mia search PROJECT</c>.</summary>
    private static string Typed(SavedSearch x) =>
        SearchFilters.Typed(x.Query, x.Group, x.Code, x.Source, x.AnswersOnly) + (x.Order == SearchOrder.Relevance ? " --order relevance" : "");

    private static void Fields(Utf8JsonWriter w, SavedSearch x, SeenSearch? seen)
    {
        w.WriteString("id", x.Id);
        w.WriteString("name", x.Name);
        w.WriteString("query", x.Query);
        w.WriteString("order", JsonFields.Word(x.Order));
        w.WriteBoolean("answersOnly", x.AnswersOnly);
        w.Text("group", x.Group);
        w.Text("code", x.Code);
        w.Text("source", x.Source);
        w.WriteString("coder", x.Coder);
        w.WriteString("created", JsonFields.Time(x.Created));
        Seen(w, "saved", seen?.SavedTotal, seen?.SavedAt);
        Seen(w, "lastRun", seen?.Total, seen?.At);
    }

    private static void Seen(Utf8JsonWriter w, string field, int? total, DateTimeOffset? at)
    {
        if (total is null || at is null)
        {
            w.WriteNull(field);
            return;
        }

        w.WriteStartObject(field);
        w.WriteNumber("total", total.Value);
        w.WriteString("at", JsonFields.Time(at.Value));
        w.WriteEndObject();
    }
}
