using System.CommandLine;
using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Terminal.Lines;

namespace MiaVoices.App.Commands;

/// <summary><c>mia sources</c>: what is in the project.</summary>
internal static class SourcesCommand
{
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var command = new Command("sources", s.T["cmd.sources"]) { project };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var progress = store.Progress().ToDictionary(p => p.Source);
            if (s.Json)
            {
                s.WriteJson(w => w.Objects("sources", store.Sources(), source =>
                {
                    w.WriteString("id", source.Id);
                    w.WriteString("source", source.Name);
                    w.WriteString("label", source.Label);
                    w.WriteString("kind", JsonFields.Word(source.Kind));
                    w.WriteString("format", source.Format);
                    w.WriteString("encoding", source.Encoding);
                    w.Text("sheet", source.Sheet);
                    w.Text("survey", source.Survey);
                    w.Text("wave", source.Wave);
                    w.Count("population", source.Population);
                    w.Count("reached", source.Reached);
                    w.WriteNumber("segments", source.Segments);
                    w.WriteNumber("length", source.Length);
                    w.WriteNumber("persons", progress.TryGetValue(source.Id, out var of) ? of.Persons : 0);
                    w.WriteNumber("respondentSegments", of?.Respondent ?? 0);
                    w.WriteNumber("reviewedSegments", of?.Done ?? 0);
                    w.WriteString("imported", JsonFields.Time(source.Imported));
                }));
                return Exit.Done;
            }

            var table = new TextTable(
                new TableColumn(s.T["word.label"]) { IsFlexible = true },
                new TableColumn(s.T["word.source"]) { MaxWidth = 34 },
                new TableColumn(s.T["word.kind"]),
                new TableColumn(s.T["word.persons"]) { Alignment = Alignment.Right },
                new TableColumn(s.T["word.segments"]) { Alignment = Alignment.Right },
                new TableColumn(s.T["word.reviewed"]) { Alignment = Alignment.Right });
            foreach (var source in store.Sources())
            {
                var of = progress.GetValueOrDefault(source.Id);
                table.Add(
                    source.Label,
                    source.Name,
                    s.T["kind." + JsonFields.Word(source.Kind)],
                    source.Kind == Core.Sources.SourceKind.Notes ? "–" : Number(of?.Persons ?? 0),
                    Number(source.Segments),
                    of is { Respondent: > 0 } ? s.T["of", of.Done, of.Respondent] : "–");
            }

            table.Write(s.Out, s.Terminal);
            return Exit.Done;
        });
        return command;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
