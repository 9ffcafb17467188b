using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Commands;

/// <summary><c>mia export</c>: every table as CSV.</summary>
internal static class ExportCommand
{
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var folder = new Argument<string>(s.T["arg.folderName"]) { Description = s.T["arg.exportFolder"] };
        var command = new Command("export", s.T["cmd.export"]) { project, folder };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            using var view = store.Snapshot();
            var written = Write(s, store, parsed.GetValue(folder)!);
            if (s.Json)
            {
                s.WriteJson(w => w.Objects("files", written, f =>
                {
                    w.WriteString("file", f.File);
                    w.WriteNumber("rows", f.Rows);
                }));
            }

            s.Say(s.T["export.done", written.Count, parsed.GetValue(folder)!]);
            return Exit.Done;
        });
        return command;
    }

    public static IReadOnlyList<(string File, int Rows)> Write(Session s, IProjectStore store, string folder)
    {
        if (s.Files.Exists(folder))
        {
            throw new RefusedException(Problem.At(Path.GetFileName(folder), "folder.isFile"));
        }

        var written = new List<(string, int)>();
        foreach (var sheet in ProjectExport.Tables(store))
        {
            s.Cancellation.ThrowIfCancellationRequested();
            s.Files.Write(Path.Combine(folder, sheet.Name), Files.Csv(sheet));
            written.Add((sheet.Name, sheet.Rows.Count));
        }

        return written;
    }
}
