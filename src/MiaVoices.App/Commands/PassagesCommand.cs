using System.CommandLine;
using System.Text;
using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;
using TableColumn = MiaVoices.Terminal.Lines.TableColumn;

namespace MiaVoices.App.Commands;

/// <summary><c>mia passages</c>: what people write for reports.</summary>
internal static class PassagesCommand
{
    public static Command Create(Session s) => new("passages", s.T["cmd.passages"]) { List(s), Set(s), Remove(s), Check(s) };

    private static Command List(Session s)
    {
        var project = Parts.Project(s);
        var kind = new Argument<string>(s.T["arg.reportName"]) { Description = s.T["arg.report"], Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("list", s.T["cmd.passages.list"]) { project, kind };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var wanted = parsed.GetValue(kind) is { } word ? ReportCommand.Kind(word) : (ReportKind?)null;
            var tree = new CodeTree(store.Codes());
            var written = store.Passages().Where(p => wanted is null || p.Report == wanted).ToList();
            if (s.Json)
            {
                s.WriteJson(w =>
                {
                    w.Objects("passages", written, p => Fields(w, tree, p));
                    w.Objects("places", PassagePlace.All.Where(p => wanted is null || p.Report == wanted), p =>
                    {
                        w.WriteString("report", Word(p.Report));
                        w.WriteString("place", p.Name);
                        w.WriteBoolean("perTheme", p.PerTheme);
                        w.WriteNumber("written", written.Count(x => x.Report == p.Report && x.Place == p.Name));
                    });
                });
                return Exit.Done;
            }

            var table = new TextTable(
                new TableColumn(s.T["word.report"]), new TableColumn(s.T["word.where"]), new TableColumn(s.T["word.theme"]) { MaxWidth = 24 }, new TableColumn(s.T["word.coder"]) { MaxWidth = 14 },
                new TableColumn(s.T["word.text"]) { IsFlexible = true });
            foreach (var place in PassagePlace.All.Where(p => wanted is null || p.Report == wanted))
            {
                var here = written.Where(p => p.Report == place.Report && p.Place == place.Name).ToList();
                if (here.Count == 0)
                {
                    table.Add(Word(place.Report), place.Name, place.PerTheme ? s.T["passages.eachTheme"] : "", "", "–");
                }

                foreach (var p in here)
                {
                    table.Add(Word(p.Report), p.Place, p.Code is { } code ? tree[code].Name : "", p.Coder, Glyphs.OneLine(p.Text));
                }
            }

            table.Write(s.Out, s.Terminal);
            return Exit.Done;
        });
        return command;
    }

    private static Command Set(Session s)
    {
        var (project, kind, place, theme) = Where(s);
        var text = Parts.Text(s, "--text", "opt.passageText", s.T["word.text"]);
        var file = Parts.Text(s, "--file", "opt.passageFile", s.T["arg.fileName"]);
        var command = new Command("set", s.T["cmd.passages.set"]) { project, kind, place, theme, text, file };
        command.SetAction(parsed =>
        {
            var (given, path) = (parsed.GetValue(text), parsed.GetValue(file));
            if ((given is null) == (path is null))
            {
                throw new UsageException(Problem.Of("passage.textOrFile"));
            }

            var written = given ?? Encoding.UTF8.GetString(s.Files.Read(path!, Path.GetFileName(path!)).Span);
            if (written.Trim('\uFEFF').Trim().Length == 0)
            {
                throw new UsageException(Problem.Of("passage.empty"));
            }

            using var store = s.Open(parsed.GetValue(project)!);
            var report = ReportCommand.Kind(parsed.GetValue(kind)!);
            var change = Passages.Write(store, report, parsed.GetValue(place)!, Theme(store, parsed.GetValue(theme)), written);
            store.Apply(change);
            s.Document(w => w.Objects("passages", [change.Passage], p => Fields(w, new CodeTree(store.Codes()), p)));
            s.Say(s.T["passages.set", Word(report), change.Passage.Place]);
            return Exit.Done;
        });
        return command;
    }

    private static Command Remove(Session s)
    {
        var (project, kind, place, theme) = Where(s);
        var command = new Command("remove", s.T["cmd.passages.remove"]) { project, kind, place, theme };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var report = ReportCommand.Kind(parsed.GetValue(kind)!);
            var change = Passages.Write(store, report, parsed.GetValue(place)!, Theme(store, parsed.GetValue(theme)), "");
            store.Apply(change);
            s.Document(w => w.Objects("removed", [change.Passage], p => Fields(w, new CodeTree(store.Codes()), p)));
            s.Say(s.T["passages.removed", Word(report), change.Passage.Place]);
            return Exit.Done;
        });
        return command;
    }

    private static Command Check(Session s)
    {
        var project = Parts.Project(s);
        var kind = new Argument<string>(s.T["arg.reportName"]) { Description = s.T["arg.report"], Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("check", s.T["cmd.passages.check"]) { project, kind };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var tree = new CodeTree(store.Codes());
            var kinds = parsed.GetValue(kind) is { } word ? [ReportCommand.Kind(word)] : ReportCommand.Kinds.Select(k => k.Kind);
            var found = kinds.SelectMany(k => PassageFigures.In(store, k)).ToList();
            if (s.Json)
            {
                s.WriteJson(w => w.Objects("findings", found, f =>
                {
                    w.WriteString("report", Word(f.Passage.Report));
                    w.WriteString("passage", f.Passage.Place);
                    w.Text("theme", f.Passage.Code is { } code && tree.Contains(code) ? tree.Path(code) : null);
                    CheckFiguresCommand.Fields(s, w, f.Finding);
                }));
            }
            else if (found.Count == 0)
            {
                s.Say(s.T["checkfigures.none"]);
            }
            else
            {
                var table = new TextTable(
                    new TableColumn(s.T["word.report"]), new TableColumn(s.T["word.where"]), new TableColumn(s.T["word.theme"]) { MaxWidth = 20 }, new TableColumn(s.T["checkfigures.line"]),
                    new TableColumn(s.T["checkfigures.number"]), new TableColumn(s.T["checkfigures.why"]) { IsFlexible = true, Wraps = true });
                foreach (var f in found)
                {
                    table.Add(
                        Word(f.Passage.Report), f.Passage.Place, f.Passage.Code is { } code && tree.Contains(code) ? tree[code].Name : "", $"{f.Finding.Line}",
                        f.Finding.Number, $"{CheckFiguresCommand.Why(s.T, f.Finding)} {CheckFiguresCommand.Do(s.T, f.Finding)}");
                }

                table.Write(s.Out, s.Terminal);
                s.Say(s.T["checkfigures.limits"]);
            }

            return found.Count == 0 ? Exit.Done : Exit.LeftOut;
        });
        return command;
    }

    private static void Fields(Utf8JsonWriter w, CodeTree tree, Passage p)
    {
        w.WriteString("report", Word(p.Report));
        w.WriteString("place", p.Place);
        w.Text("theme", p.Code is { } code ? tree.Path(code) : null);
        w.WriteString("text", p.Text);
        w.WriteString("coder", p.Coder);
        w.WriteString("changed", JsonFields.Time(p.Changed));
    }

    private static (Argument<string> Project, Argument<string> Kind, Argument<string> Place, Option<string?> Theme) Where(Session s) =>
    (
        Parts.Project(s),
        new Argument<string>(s.T["arg.reportName"]) { Description = s.T["arg.report"] },
        new Argument<string>(s.T["word.where"]) { Description = s.T["arg.place"] },
        Parts.Text(s, "--theme", "opt.passageTheme", s.T["word.code"])
    );

    private static Guid? Theme(IProjectStore store, string? named) => named is null ? null : new CodeTree(store.Codes()).Find(named).Id;

    private static string Word(ReportKind kind) => ReportCommand.Kinds.First(k => k.Kind == kind).Word;
}
