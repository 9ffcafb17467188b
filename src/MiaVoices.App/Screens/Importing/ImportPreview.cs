using MiaVoices.App.Cli;
using MiaVoices.App.Commands;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens.Importing;

/// <summary>A line of what an import would do, or did.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Role">How it is meant.</param>
/// <param name="Speaker">The speaker that it tells of; null for none.</param>
internal sealed record ImportLine(string Text, Role Role, SpeakerDraft? Speaker = null);

/// <summary>What an import would do, or did, in the words of <c>mia import</c>.</summary>
internal static class ImportPreview
{
    /// <summary>The lines in the order of the files: what comes in, what is worth telling of it, what was refused.</summary>
    public static IReadOnlyList<ImportLine> Lines(Session s, ImportReport report, ReadOptions options, bool dryRun)
    {
        var lines = new List<ImportLine>();
        foreach (var source in report.Imported)
        {
            using var told = new StringWriter { NewLine = "\n" };
            ImportCommand.Tell(s.Behind(default, told), source, options, dryRun);
            var texts = told.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var speakers = source.Draft.Register is null ? source.Draft.Speakers : [];
            for (var i = 0; i < texts.Length; i++)
            {
                lines.Add(new ImportLine(texts[i], i == 0 ? Role.Title : Role.None, i > 0 && i <= speakers.Count ? speakers[i - 1] : null));
            }

            lines.AddRange(source.Notices.Select(n => new ImportLine("  ! " + s.T.OnScreen(n.Problem), Role.Warning)));
        }

        lines.AddRange(report.Unchanged.Select(label => new ImportLine(s.T["import.unchanged", label], Role.Dim)));
        lines.AddRange(report.Refused.Select(problem => new ImportLine(s.T["screen.import.refused", s.T.OnScreen(problem)], Role.Bad)));
        return lines;
    }

    /// <summary>The labels that a speaker has in the files: those a role is given to.</summary>
    public static IReadOnlyList<string> Labels(SpeakerDraft speaker) => speaker.Written.Count > 0 ? speaker.Written : [speaker.Name];
}
