using System.CommandLine;
using MiaVoices.App.Cli;

namespace MiaVoices.App.Commands;

/// <summary><c>mia new</c>: an empty project.</summary>
internal static class NewCommand
{
    public static Command Create(Session s)
    {
        var path = Parts.Project(s);
        var name = Parts.Text(s, "--name", "opt.name", s.T["word.name"]);
        var command = new Command("new", s.T["cmd.new"]) { path, name };
        command.SetAction(parsed =>
        {
            var file = Files.WithEnding(parsed.GetValue(path)!);
            using var project = s.Create(file, parsed.GetValue(name) ?? Path.GetFileNameWithoutExtension(file));
            if (s.Json)
            {
                s.WriteJson(w =>
                {
                    w.WriteString("project", file);
                    w.WriteString("id", project.Project.Id);
                    w.WriteString("name", project.Project.Name);
                });
            }

            s.Say(s.T["new.done", file, Shell.Quoted(file)]);
            return Exit.Done;
        });
        return command;
    }
}
