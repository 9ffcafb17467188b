using System.CommandLine;
using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia sources</c>: what is in the project.</summary>
internal static class SourcesCommand
{
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var command = new Command("sources", s.T["cmd.sources"]) { project, Set(s) };
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
                    w.WriteString("language", source.Language == TextLanguage.English ? "en" : "sv");
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

    private static Command Set(Session s)
    {
        var project = Parts.Project(s);
        var source = new Argument<string>(s.T["arg.sourceName"]) { Description = s.T["arg.source"] };
        var label = Parts.Text(s, "--label", "opt.label", s.T["word.label"]);
        var language = Parts.Text(s, "--language", "opt.language", "sv|en");
        language.AcceptOnlyFromAmong("sv", "en");
        var role = Parts.Many(s, "--role", "opt.role", s.T["word.rolePair"]);
        var command = new Command("set", s.T["cmd.sources.set"]) { project, source, label, language, role };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var found = SourceFinder.Find(store.Sources(), parsed.GetValue(source)!);
            List<Change> changes = [];
            if (parsed.GetValue(label) is { } wanted && wanted != found.Label)
            {
                changes.Add(new LabelSource(found.Id, StoredText.Normalise(wanted)));
            }

            var to = parsed.GetValue(language) switch { "en" => TextLanguage.English, "sv" => TextLanguage.Swedish, _ => found.Language };
            if (to != found.Language)
            {
                changes.Add(new SetSourceLanguage(found.Id, to));
            }

            changes.AddRange(SpeakerRoles.Set(store, found, ImportCommand.Roles(parsed.GetValue(role) ?? [])));
            if (changes.Count == 0)
            {
                s.Say(s.T["sources.unchanged"]);
                Tell(s, store, found.Id);
                return Exit.Done;
            }

            using var progress = s.Progress("progress.index");
            store.Apply(changes.Count == 1 ? changes[0] : new Batch("source.set", changes), progress, s.Cancellation);
            Tell(s, store, found.Id);
            return Exit.Done;
        });
        return command;
    }

    /// <summary>What can be set of a source, as it stands.</summary>
    private static void Tell(Session s, IProjectStore store, Guid id)
    {
        var source = store.Sources().Single(o => o.Id == id);
        if (s.Json)
        {
            s.WriteJson(w =>
            {
                w.WriteString("id", source.Id);
                w.WriteString("source", source.Name);
                w.WriteString("label", source.Label);
                w.WriteString("language", source.Language == TextLanguage.English ? "en" : "sv");
                w.Objects("speakers", store.Speakers(id), p =>
                {
                    w.WriteString("name", p.Name);
                    w.WriteString("role", JsonFields.Word(p.Role));
                    w.WriteNumber("turns", p.Turns);
                    w.Text("case", p.CaseName);
                });
            });
            return;
        }

        s.Out.WriteLine(Glyphs.OneLine(s.T["sources.changed", source.Language == TextLanguage.English ? s.T["language.english"] : s.T["language.swedish"], source.Label]));
        foreach (var speaker in store.Speakers(id))
        {
            var told = s.T["import.speaker", speaker.Name, s.T["role." + JsonFields.Word(speaker.Role)], speaker.Turns];
            s.Out.WriteLine("  " + Glyphs.OneLine(speaker.CaseName is null ? told : $"{told} ({speaker.CaseName})"));
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
