using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Figures;

namespace MiaVoices.App.Commands;

/// <summary><c>mia project</c>: what the project says of itself, and which numbers it shows others.</summary>
internal static class ProjectCommand
{
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var suppression = Parts.Natural(new Option<int?>("--suppression") { Description = s.T["opt.suppression", Suppression.Least, Suppression.Greatest, Suppression.Default], HelpName = "N" });
        var least = Parts.Natural(new Option<int?>("--percent-from") { Description = s.T["opt.percentFromProject", Share.LeastBase], HelpName = "N" });
        var command = new Command("project", s.T["cmd.project"]) { project, suppression, least };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var now = new SetLimits(store.Project.Threshold, store.Project.PercentFrom);
            var wanted = new SetLimits(parsed.GetValue(suppression) ?? now.Threshold, parsed.GetValue(least) ?? now.PercentFrom);
            if (wanted != now)
            {
                store.Apply(wanted);
            }

            var info = store.Project;
            if (s.Json)
            {
                s.WriteJson(w =>
                {
                    w.WriteString("id", info.Id);
                    w.WriteString("name", info.Name);
                    w.WriteString("created", JsonFields.Time(info.Created));
                    w.WriteNumber("suppression", info.Threshold);
                    w.WriteNumber("percentFrom", info.PercentFrom);
                });
                return Exit.Done;
            }

            s.Out.WriteLine(Terminal.Screen.Glyphs.OneLine(info.Name));
            s.Out.WriteLine(s.T["project.limits", info.Threshold, info.PercentFrom]);
            return Exit.Done;
        });
        return command;
    }
}
