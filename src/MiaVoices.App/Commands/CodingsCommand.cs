using System.CommandLine;
using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia codings</c>: what has been coded.</summary>
internal static class CodingsCommand
{
    public static Command Create(Session s) => new("codings", s.T["cmd.codings"]) { List(s), Add(s), Remove(s), Import(s), Export(s), WaitingCodings.List(s), WaitingCodings.Place(s) };

    private static Command List(Session s)
    {
        var project = Parts.Project(s);
        var code = Parts.Text(s, "--code", "opt.codeWithSub", s.T["word.code"]);
        var source = Parts.Text(s, "--source", "opt.source", s.T["word.source"]);
        var origin = Origin(s);
        var limit = Parts.Limit(s, 0);
        var command = new Command("list", s.T["cmd.codings.list"]) { project, code, source, origin, limit };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var tree = new CodeTree(store.Codes());
            var codings = Chosen(store, tree, parsed.GetValue(code), parsed.GetValue(source), parsed.GetValue(origin));
            if (parsed.GetValue(limit) is > 0 and var most)
            {
                codings = codings.Take(most);
            }

            if (s.Json)
            {
                s.WriteJson(w => w.Objects("codings", codings, p =>
                {
                    var c = p.Coding;
                    w.WriteString("id", c.Id);
                    w.WriteString("source", p.SourceName);
                    w.WriteString("sourceId", c.Source);
                    w.WriteString("segmentId", p.SegmentId);
                    w.WriteNumber("ordinal", p.Ordinal);
                    w.Text("row", p.Row);
                    w.Text("question", p.Question);
                    w.Text("wave", p.Wave);
                    w.Text("respondent", p.Respondent);
                    w.WriteNumber("start", c.Start);
                    w.WriteNumber("end", c.End);
                    w.WriteString("quote", c.Quote);
                    w.WriteString("code", tree[c.Code].Name);
                    w.WriteString("codePath", tree.Path(c.Code));
                    w.WriteString("coder", c.Coder);
                    w.WriteString("origin", JsonFields.Word(c.Origin));
                    w.Real("confidence", c.Confidence);
                    w.Real("acceptedAbove", c.AcceptedAbove);
                    w.WriteString("created", JsonFields.Time(c.Created));
                    w.WriteString("memo", c.Memo);
                    w.Text("polarity", JsonFields.Word(c.Polarity));
                    w.WriteString("condensed", c.Condensed);
                }));
                return Exit.Done;
            }

            var table = new TextTable(
                new TableColumn("id") { MinWidth = ShortIds.Shown },
                new TableColumn(s.T["word.code"]) { MaxWidth = 30 },
                new TableColumn(s.T["word.source"]) { MaxWidth = 30 },
                new TableColumn(s.T["word.place"]) { Alignment = Alignment.Right },
                new TableColumn(s.T["word.coder"]) { MaxWidth = 14 },
                new TableColumn(s.T["word.quote"]) { IsFlexible = true });
            foreach (var p in codings)
            {
                table.Add(ShortIds.Of(p.Coding.Id), tree[p.Coding.Code].Name, p.SourceName, p.Ordinal.ToString(CultureInfo.InvariantCulture), p.Coding.Coder, p.Coding.Quote);
            }

            table.Write(s.Out, s.Terminal);
            return Exit.Done;
        });
        return command;
    }

    private static Command Add(Session s)
    {
        var project = Parts.Project(s);
        var code = new Option<string[]>("--code") { Description = s.T["opt.codeToSet"], HelpName = s.T["word.code"], Required = true };
        var source = Parts.Text(s, "--source", "opt.source", s.T["word.source"]);
        var fields = new (string Column, Option<string?> Option)[]
        {
            ("segment", Parts.Text(s, "--segment", "opt.segment", "N")),
            ("row", Parts.Text(s, "--row", "opt.row", s.T["word.row"])),
            ("question", Parts.Text(s, "--question", "opt.question", s.T["word.question"])),
            ("wave", Parts.Text(s, "--wave", "opt.wave", s.T["word.wave"])),
            ("start", Parts.Text(s, "--start", "opt.start", "N")),
            ("end", Parts.Text(s, "--end", "opt.end", "N")),
            ("quote", Parts.Text(s, "--quote", "opt.quote", s.T["word.text"])),
        };
        var memo = Parts.Text(s, "--memo", "opt.memo", s.T["word.text"]);
        var polarity = Parts.Text(s, "--polarity", "opt.polarity", "well|less|proposal");
        polarity.AcceptOnlyFromAmong("well", "less", "proposal");
        var command = new Command("add", s.T["cmd.codings.add"]) { project, code, source, memo, polarity };
        foreach (var (_, option) in fields)
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            if (!fields.Any(f => f.Column is "segment" or "row" or "start" or "quote" && parsed.GetValue(f.Option) is { Length: > 0 }))
            {
                throw new RefusedException(Problem.Of("codings.where"));
            }

            using var store = s.Open(parsed.GetValue(project)!);
            var tree = new CodeTree(store.Codes());
            var codes = parsed.GetValue(code)!.SelectMany(c => c.Split('|', StringSplitOptions.TrimEntries)).Select(tree.Find).ToList();
            var headers = fields.Select(f => f.Column).Append("source").ToList();
            var row = new SheetRow(1, headers, [.. fields.Select(f => parsed.GetValue(f.Option) ?? ""), parsed.GetValue(source) ?? ""]);
            var place = new CodingPlacer(store).Place(row);
            var ids = store.NewIds();
            var quote = store.Text(place.Source.Id, place.Start, place.End);
            var added = codes.Select(c => new Coding
            {
                Id = ids.Next(),
                Source = place.Source.Id,
                Start = place.Start,
                End = place.End,
                Quote = quote,
                Code = c.Id,
                Coder = store.Coder,
                Origin = CodingOrigin.Manual,
                Created = store.Now,
                Memo = Core.Sources.StoredText.Normalise(parsed.GetValue(memo) ?? ""),
                Polarity = parsed.GetValue(polarity) switch
                {
                    "well" => Polarity.WorksWell,
                    "less" => Polarity.WorksLessWell,
                    "proposal" => Polarity.Proposal,
                    _ => null,
                },
            }).ToList();
            store.Apply(added.Count == 1 ? new AddCoding(added[0]) : new Batch("codings.add", [.. added.Select(a => new AddCoding(a))]));
            if (s.Json)
            {
                s.WriteJson(w => w.Objects("codings", added, a =>
                {
                    w.WriteString("id", a.Id);
                    w.WriteNumber("start", a.Start);
                    w.WriteNumber("end", a.End);
                    w.WriteString("code", tree[a.Code].Name);
                }));
            }

            s.Say(Glyphs.OneLine(s.T["codings.added", string.Join(", ", codes.Select(c => c.Name)), place.Source.Name, place.Start, place.End]));
            return Exit.Done;
        });
        return command;
    }

    private static Command Remove(Session s)
    {
        var project = Parts.Project(s);
        var which = new Argument<string[]>("ID") { Description = s.T["arg.codingIds"], Arity = ArgumentArity.ZeroOrMore };
        var code = Parts.Text(s, "--code", "opt.codeWithSub", s.T["word.code"]);
        var source = Parts.Text(s, "--source", "opt.source", s.T["word.source"]);
        var origin = Origin(s);
        var command = new Command("remove", s.T["cmd.codings.remove"]) { project, which, code, source, origin };
        command.SetAction(parsed =>
        {
            var named = parsed.GetValue(which)!;
            if (named.Length == 0 == parsed.GetValue(origin) is null || (named.Length > 0 && (parsed.GetValue(code) ?? parsed.GetValue(source)) is not null))
            {
                throw new UsageException(Problem.Of("codings.removeWhich"));
            }

            using var store = s.Open(parsed.GetValue(project)!);
            var ids = named.Length > 0
                ? ShortIds.Find(store.Codings(CodingScope.All).Select(c => c.Coding.Id).Concat(store.WaitingCodings().Select(w => w.Coding.Id)), named, "coding.unknown")
                : [.. Chosen(store, new CodeTree(store.Codes()), parsed.GetValue(code), parsed.GetValue(source), parsed.GetValue(origin)).Select(c => c.Coding.Id)];
            if (ids.Count > 0)
            {
                store.Apply(ids.Count == 1 ? new RemoveCoding(ids[0]) : new Batch("codings.remove", [.. ids.Select(id => new RemoveCoding(id))]));
            }

            s.Document(w => w.Texts("removed", ids.Select(id => id.ToString())));
            s.Say(ids.Count == 0 ? s.T["codings.removedNone"] : s.T["codings.removed", ids.Count]);
            return Exit.Done;
        });
        return command;
    }

    private static Command Import(Session s)
    {
        var (project, file) = (Parts.Project(s), Parts.File(s));
        var create = new Option<bool>("--create-codes") { Description = s.T["opt.createCodes"] };
        var command = new Command("import", s.T["cmd.codings.import"]) { project, file, create };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            return Import(s, store, s.Files.ReadSheet(parsed.GetValue(file)!), parsed.GetValue(create));
        });
        return command;
    }

    /// <summary>Imports codings and tells what came of it.</summary>
    public static int Import(Session s, IProjectStore store, Sheet sheet, bool createCodes)
    {
        var result = CodingSheet.Import(sheet, store, createCodes, s.Cancellation);
        if (result.Change is { } change)
        {
            store.Apply(change, null, s.Cancellation);
        }

        if (s.Json)
        {
            s.WriteJson(w =>
            {
                w.WriteNumber("imported", result.Codings);
                w.WriteNumber("reviewed", result.Reviewed);
                w.WriteNumber("already", result.Already);
                w.Texts("newCodes", result.NewCodes);
                w.Objects("leftOut", result.LeftOut, p =>
                {
                    w.Text("at", p.Where);
                    w.WriteString("reason", s.Neutral[p.Key, [.. p.Facts]]);
                });
            });
        }

        foreach (var problem in result.LeftOut)
        {
            s.Err.WriteLine(Glyphs.OneLine(s.T.Of(problem)));
        }

        s.Say(s.T["codings.imported", result.Codings, result.Reviewed, result.Already, result.LeftOut.Count]);
        return result.LeftOut.Count == 0 ? Exit.Done : Exit.LeftOut;
    }

    private static Command Export(Session s)
    {
        var project = Parts.Project(s);
        var file = new Argument<string?>(s.T["arg.fileName"]) { Description = s.T["arg.outFile"], Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("export", s.T["cmd.codings.export"]) { project, file };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            Output.Sheet(s, CodingSheet.Export(store), parsed.GetValue(file));
            return Exit.Done;
        });
        return command;
    }

    private static Option<string?> Origin(Session s)
    {
        var origin = Parts.Text(s, "--origin", "opt.origin", "manual|suggestion|import|auto");
        origin.AcceptOnlyFromAmong("manual", "suggestion", "import", "auto");
        return origin;
    }

    /// <summary>The codings that options choose, in document order.</summary>
    private static IEnumerable<PlacedCoding> Chosen(IProjectStore store, CodeTree tree, string? code, string? source, string? origin)
    {
        var scope = new CodingScope { Codes = code is null ? null : [.. tree.WithDescendants(tree.Find(code).Id).Select(c => c.Id)] };
        var codings = source is null ? store.Codings(scope) : Sources(store, source).SelectMany(id => store.Codings(scope with { Source = id }));
        return origin is null ? codings : codings.Where(c => JsonFields.Word(c.Coding.Origin) == origin);
    }

    private static IReadOnlyList<Guid> Sources(IProjectStore store, string text)
    {
        var found = SourceFinder.Candidates(store.Sources(), text);
        return found.Count > 0 ? [.. found.Select(f => f.Id)] : throw new RefusedException(Problem.Of("source.unknown", text));
    }
}
