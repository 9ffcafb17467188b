using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using TableColumn = MiaVoices.Terminal.Lines.TableColumn;

namespace MiaVoices.App.Commands;

/// <summary><c>mia quotes checklist</c>: what a person sees to in the approved quotes before they are published.</summary>
internal static class QuoteCheckList
{
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var tick = Parts.Many(s, "--tick", "opt.tick", s.T["word.point"]);
        var untick = Parts.Many(s, "--untick", "opt.untick", s.T["word.point"]);
        var all = new Option<bool>("--all") { Description = s.T["opt.tickAll"] };
        var command = new Command("checklist", s.T["cmd.quotes.checklist"]) { project, tick, untick, all };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var ticked = parsed.GetValue(all) ? [.. ReviewPoints.All] : (parsed.GetValue(tick) ?? []).Select(Known).Distinct().ToList();
            var changes = ticked.Select(p => (Change)QuoteReview.Tick(store, p))
                .Concat((parsed.GetValue(untick) ?? []).Select(Known).Distinct().Except(ticked).Where(p => store.ReviewTicks().Any(t => t.Point == p)).Select(p => new UntickReview(p)))
                .ToList();
            if (changes.Count > 0)
            {
                store.Apply(changes is [var one] ? one : new Batch("quote.tick", changes));
            }

            Tell(s, QuoteReview.List(store));
            return Exit.Done;
        });
        return command;
    }

    private static string Known(string point) => ReviewPoints.All.Contains(point.Trim().ToLowerInvariant())
        ? point.Trim().ToLowerInvariant()
        : throw new UsageException(Problem.Of("quote.noPoint", point, string.Join(", ", ReviewPoints.All)));

    private static void Tell(Session s, IReadOnlyList<ReviewState> points)
    {
        if (s.Json)
        {
            s.WriteJson(w => w.Objects("points", points, p =>
            {
                w.WriteString("point", p.Point);
                w.WriteBoolean("holds", p.Holds);
                w.Text("coder", p.Tick?.Coder);
                w.Text("at", p.Tick is { } t ? JsonFields.Time(t.At) : null);
            }));
            return;
        }

        var table = new TextTable(
            new TableColumn("") { MinWidth = 3 }, new TableColumn(s.T["word.point"]), new TableColumn(s.T["word.coder"]) { MaxWidth = 14 }, new TableColumn(s.T["word.date"]),
            new TableColumn(s.T["word.what"]) { IsFlexible = true, Wraps = true });
        foreach (var p in points)
        {
            table.Add(p.Holds ? "[x]" : "[ ]", p.Point, p.Tick?.Coder ?? "", p.Tick is { } t ? SwedishText.Date(t.At) : "", s.T["review." + p.Point]);
        }

        table.Write(s.Out, s.Terminal);
        if (points.Any(p => p.Tick is not null && !p.Holds))
        {
            s.Say(s.T["quotes.ticksOld"]);
        }
    }
}
