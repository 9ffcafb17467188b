using System.CommandLine;
using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Revisions;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia codings waiting</c> and <c>place</c>: codings that a corrected file left without a sure place.</summary>
internal static class WaitingCodings
{
    public static Command List(Session s)
    {
        var project = Parts.Project(s);
        var command = new Command("waiting", s.T["cmd.codings.waiting"]) { project };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var tree = new CodeTree(store.Codes());
            var sources = store.Sources().ToDictionary(x => x.Id);
            var places = WaitingPlaces.Of(store);
            if (s.Json)
            {
                s.WriteJson(w => w.Objects("waiting", places, p =>
                {
                    var coding = p.Waiting.Coding;
                    w.WriteString("id", coding.Id);
                    w.WriteString("source", sources[p.Waiting.Source].Name);
                    w.WriteString("code", tree[coding.Code].Name);
                    w.WriteString("coder", coding.Coder);
                    w.WriteNumber("oldOrdinal", p.Waiting.Ordinal);
                    w.WriteString("oldQuote", coding.Quote);
                    w.Real("likeness", p.Proposed is null ? null : p.Place.Likeness);
                    w.Count("start", p.Proposed is null ? null : p.Place.Start);
                    w.Count("end", p.Proposed is null ? null : p.Place.End);
                    w.Text("proposed", p.Proposed);
                }));
                return Exit.Done;
            }

            if (places.Count == 0)
            {
                s.Say(s.T["codings.noneWaiting"]);
                return Exit.Done;
            }

            var table = new TextTable(
                new TableColumn("id") { MinWidth = ShortIds.Shown },
                new TableColumn(s.T["word.code"]) { MaxWidth = 30 },
                new TableColumn(s.T["word.source"]) { MaxWidth = 30 },
                new TableColumn(s.T["word.before"]) { MaxWidth = 40 },
                new TableColumn(s.T["word.proposal"]) { IsFlexible = true });
            foreach (var p in places)
            {
                table.Add(ShortIds.Of(p.Waiting.Coding.Id), tree[p.Waiting.Coding.Code].Name, sources[p.Waiting.Source].Label, p.Waiting.Coding.Quote, p.Proposed ?? "–");
            }

            table.Write(s.Out, s.Terminal);
            s.Say(s.T["codings.waitingHow", places.Count]);
            return Exit.Done;
        });
        return command;
    }

    public static Command Place(Session s)
    {
        var project = Parts.Project(s);
        var which = new Argument<string[]>("ID") { Description = s.T["arg.codingIds"], Arity = ArgumentArity.OneOrMore };
        var quote = Parts.Text(s, "--quote", "opt.quote", s.T["word.text"]);
        var start = Parts.Text(s, "--start", "opt.start", "N");
        var end = Parts.Text(s, "--end", "opt.end", "N");
        var command = new Command("place", s.T["cmd.codings.place"]) { project, which, quote, start, end };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var places = WaitingPlaces.Of(store);
            var ids = ShortIds.Find(places.Select(p => p.Waiting.Coding.Id), parsed.GetValue(which)!, "coding.notWaiting");
            var chosen = ids.Select(id => places.First(p => p.Waiting.Coding.Id == id)).ToList();
            var given = new[] { quote, start, end }.Any(o => parsed.GetValue(o) is not null);
            if (given && chosen.Count > 1)
            {
                throw new UsageException(Problem.Of("codings.placeOne"));
            }

            var changes = chosen.ConvertAll(p => given ? Given(store, p, parsed.GetValue(quote), parsed.GetValue(start), parsed.GetValue(end)) : Proposed(store, p));
            store.Apply(changes.Count == 1 ? changes[0] : new Batch("codings.place", [.. changes]));
            var tree = new CodeTree(store.Codes());
            s.Document(w => w.Objects("codings", changes.Select(c => c.Coding), c =>
            {
                w.WriteString("id", c.Id);
                w.WriteNumber("start", c.Start);
                w.WriteNumber("end", c.End);
                w.WriteString("code", tree[c.Code].Name);
            }));
            s.Say(Glyphs.OneLine(s.T["codings.placed", changes.Count]));
            return Exit.Done;
        });
        return command;
    }

    private static EditCoding Proposed(IProjectStore store, WaitingPlace place) => place.Place.Kind == PlaceKind.Lost
        ? throw new RefusedException(Problem.Of("codings.noProposal", ShortIds.Of(place.Waiting.Coding.Id)))
        : WaitingPlaces.Put(store, place.Waiting, place.Place.Start, place.Place.End);

    private static EditCoding Given(IProjectStore store, WaitingPlace place, string? quote, string? start, string? end)
    {
        string[] headers = ["source", "start", "end", "quote"];
        var row = new SheetRow(1, headers, [place.Waiting.Source.ToString("D", CultureInfo.InvariantCulture), start ?? "", end ?? "", quote ?? ""]);
        var found = new CodingPlacer(store).Place(row);
        return WaitingPlaces.Put(store, place.Waiting, found.Start, found.End);
    }
}
