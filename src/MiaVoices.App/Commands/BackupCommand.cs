using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core;

namespace MiaVoices.App.Commands;

/// <summary><c>mia backup</c>: a whole copy of the project.</summary>
internal static class BackupCommand
{
    public static Command Create(Session s)
    {
        var (project, file) = (Parts.Project(s), new Argument<string>(s.T["arg.fileName"]) { Description = s.T["arg.backupFile"] });
        var command = new Command("backup", s.T["cmd.backup"]) { project, file };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            store.Backup(s.Files.Whole(parsed.GetValue(file)!));
            s.Document(w => w.WriteString("file", parsed.GetValue(file)));
            s.Say(s.T["backup.done", parsed.GetValue(file)!]);
            return Exit.Done;
        });
        return command;
    }
}

/// <summary><c>mia restore</c>: a project from a copy.</summary>
internal static class RestoreCommand
{
    public static Command Create(Session s)
    {
        var file = new Argument<string>(s.T["arg.fileName"]) { Description = s.T["arg.backupFile"] };
        var project = Parts.Project(s);
        var command = new Command("restore", s.T["cmd.restore"]) { file, project };
        command.SetAction(parsed =>
        {
            var target = Files.WithEnding(parsed.GetValue(project)!);
            using var copy = s.Open(parsed.GetValue(file)!);
            if (copy.Check(s.Cancellation).Count > 0)
            {
                throw new RefusedException(Problem.At(Path.GetFileName(parsed.GetValue(file)!), "restore.damaged"));
            }

            copy.Backup(s.Files.Whole(target));
            s.Document(w => w.WriteString("project", target));
            s.Say(s.T["restore.done", target]);
            return Exit.Done;
        });
        return command;
    }
}
