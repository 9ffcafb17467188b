using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia segments</c>: the texts, turn by turn.</summary>
internal static class SegmentsCommand
{
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var source = Parts.Text(s, "--source", "opt.source", s.T["word.source"]);
        var command = new Command("segments", s.T["cmd.segments"]) { project, source };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var wanted = parsed.GetValue(source) is { } name ? SourceFinder.Candidates(store.Sources(), name) : null;
            if (wanted is { Count: 0 })
            {
                SourceFinder.Find(store.Sources(), parsed.GetValue(source)!);
            }

            var segments = wanted is null ? store.Segments(SegmentScope.All) : wanted.SelectMany(w => store.Segments(new SegmentScope { Source = w.Id }));
            if (s.Json)
            {
                s.WriteJson(w => w.Objects("segments", segments, w.Segment));
                return Exit.Done;
            }

            string? shown = null;
            foreach (var segment in segments)
            {
                if (shown != segment.Source)
                {
                    s.Out.WriteLine(shown is null ? segment.Source : Environment.NewLine + segment.Source);
                    shown = segment.Source;
                }

                s.Out.WriteLine("  " + Glyphs.OneLine(Place.Of(segment, s)));
                foreach (var line in Glyphs.Wrap(segment.Text, s.Terminal.OutputWidth > 20 ? s.Terminal.OutputWidth - 6 : 100))
                {
                    s.Out.WriteLine("      " + line);
                }
            }

            return Exit.Done;
        });
        return command;
    }
}
