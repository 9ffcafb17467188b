using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Commands;

/// <summary><c>mia report</c>: a report as a file.</summary>
internal static class ReportCommand
{
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var kind = new Argument<string>(s.T["arg.reportName"]) { Description = s.T["arg.report"] };
        var file = new Option<string>("--out") { Description = s.T["opt.out"], HelpName = s.T["arg.fileName"], Required = true };
        var format = Parts.Text(s, "--format", "opt.format", "md|html|docx|xlsx|csv");
        var audience = Parts.AudienceOption(s);
        var where = Parts.Many(s, "--where", "opt.where", s.T["word.pair"]);
        var command = new Command("report", s.T["cmd.report"]) { project, kind, file, format, audience, where };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(kind) != "theme")
            {
                throw new UsageException(Problem.Of("report.kind", parsed.GetValue(kind)!));
            }

            var path = parsed.GetValue(file)!;
            var written = ReportFiles.Choose(path, parsed.GetValue(format));
            using var store = s.Open(parsed.GetValue(project)!);
            using var view = store.Snapshot();
            Write(s, store, path, Parts.Audience(parsed.GetValue(audience)), Parts.Pairs(parsed.GetValue(where), "--where"), written);
            if (s.Json)
            {
                s.WriteJson(w =>
                {
                    w.WriteString("report", "theme");
                    w.WriteString("file", path);
                });
            }

            s.Say(s.T["report.done", path]);
            return Exit.Done;
        });
        return command;
    }

    public static void Write(Session s, IProjectStore store, string path, Audience audience, IReadOnlyList<(string, string)> where, ReportFormat format = ReportFormat.Markdown)
    {
        using var progress = s.Progress("progress.report");
        var blocks = Reporting.Theme(store, store.Analyser, audience, where, s.Version, progress, s.Cancellation);
        ReportFiles.Write(path, format, [.. blocks], ReportFiles.Meta(s.Version, store.Now));
    }
}
