using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia cases</c>: persons and units with their attributes.</summary>
internal static class CasesCommand
{
    public static Command Create(Session s) => new("cases", s.T["cmd.cases"]) { List(s), Import(s), Export(s) };

    private static Command List(Session s)
    {
        var project = Parts.Project(s);
        var command = new Command("list", s.T["cmd.cases.list"]) { project };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var speakers = store.Speakers().Where(p => p.Case is not null).ToLookup(p => p.Case!.Value);
            if (s.Json)
            {
                s.WriteJson(w => w.Objects("cases", store.Cases(), c =>
                {
                    w.WriteString("id", c.Id);
                    w.WriteString("case", c.Name);
                    w.WriteStartObject("attributes");
                    foreach (var (name, value) in c.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal))
                    {
                        w.WriteString(name, value);
                    }

                    w.WriteEndObject();
                    w.Objects("speakers", speakers[c.Id], p =>
                    {
                        w.WriteString("source", p.SourceName);
                        w.WriteString("speaker", p.Name);
                    });
                }));
                return Exit.Done;
            }

            var table = new TextTable(new TableColumn(s.T["word.case"]), new TableColumn(s.T["word.attributes"]) { IsFlexible = true }, new TableColumn(s.T["word.source"]) { MaxWidth = 34 });
            foreach (var person in store.Cases())
            {
                table.Add(
                    person.Name,
                    string.Join(", ", person.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}")),
                    string.Join(", ", speakers[person.Id].Select(p => $"{p.SourceName} ({p.Name})")));
            }

            table.Write(s.Out, s.Terminal);
            return Exit.Done;
        });
        return command;
    }

    private static Command Import(Session s)
    {
        var (project, file) = (Parts.Project(s), Parts.File(s));
        var command = new Command("import", s.T["cmd.cases.import"]) { project, file };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            return Import(s, store, s.Files.ReadSheet(parsed.GetValue(file)!));
        });
        return command;
    }

    /// <summary>Imports cases and tells what came of it.</summary>
    public static int Import(Session s, IProjectStore store, Sheet sheet)
    {
        var (change, cases, speakers, leftOut) = CaseSheet.Import(sheet, store);
        if (change is not null)
        {
            store.Apply(change, null, s.Cancellation);
        }

        if (s.Json)
        {
            s.WriteJson(w =>
            {
                w.WriteNumber("cases", cases);
                w.WriteNumber("speakers", speakers);
                w.Objects("leftOut", leftOut, p =>
                {
                    w.Text("at", p.Where);
                    w.WriteString("reason", s.Neutral[p.Key, [.. p.Facts]]);
                });
            });
        }

        foreach (var problem in leftOut)
        {
            s.Err.WriteLine(Glyphs.OneLine(s.T.Of(problem)));
        }

        s.Say(s.T["cases.imported", cases, speakers, leftOut.Count]);
        return leftOut.Count == 0 ? Exit.Done : Exit.LeftOut;
    }

    private static Command Export(Session s)
    {
        var project = Parts.Project(s);
        var file = new Argument<string?>(s.T["arg.fileName"]) { Description = s.T["arg.outFile"], Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("export", s.T["cmd.cases.export"]) { project, file };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            Output.Sheet(s, CaseSheet.Export(store), parsed.GetValue(file));
            return Exit.Done;
        });
        return command;
    }
}
