using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia summarise</c>: per theme, how many persons, which quotes, which words.</summary>
internal static class SummariseCommand
{
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var code = Parts.Text(s, "--code", "opt.summariseCode", s.T["word.code"]);
        var where = Parts.Many(s, "--where", "opt.where", s.T["word.pair"]);
        var by = Parts.Text(s, "--by", "opt.by", s.T["word.attribute"]);
        var audience = Parts.AudienceOption(s);
        var command = new Command("summarise", s.T["cmd.summarise"]) { project, code, where, by, audience };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            using var view = store.Snapshot();
            var tree = new CodeTree(store.Codes());
            var reader = Parts.Audience(parsed.GetValue(audience));
            ProjectSummary summary;
            using (var progress = s.Progress("progress.summarise"))
            {
                summary = Summarising.Run(
                    store,
                    store.Analyser,
                    new SummaryScope
                    {
                        Codes = parsed.GetValue(code) is { } named ? [tree.Find(named).Id] : null,
                        Where = Parts.Pairs(parsed.GetValue(where), "--where"),
                        GroupBy = parsed.GetValue(by)?.ToLowerInvariant() ?? "grupp",
                        Threshold = Parts.Threshold(reader),
                    },
                    progress,
                    s.Cancellation);
            }

            if (s.Json)
            {
                Json(s, summary);
            }
            else
            {
                Tell(s, summary, reader, store.Project.Threshold);
            }

            return Exit.Done;
        });
        return command;
    }

    private static void Json(Session s, ProjectSummary summary) => s.WriteJson(w => w.Objects("themes", summary.Themes, t =>
    {
        w.WriteString("code", summary.Tree[t.Code].Name);
        w.WriteString("codePath", summary.Tree.Path(t.Code));
        w.Count("persons", Shown(t.Count.All));
        w.WriteNumber("of", t.Count.All.Of);
        w.WriteBoolean("suppressed", t.Count.All.Suppressed);
        w.Count("codings", t.HidesPassages ? null : t.Codings);
        w.Count("ownCodings", t.HidesPassages ? null : t.OwnCodings);
        w.Objects("byGroup", summary.Figures.Groups.Zip(t.Count.ByGroup), g =>
        {
            w.WriteString("group", g.First);
            w.Count("persons", Shown(g.Second));
            w.WriteNumber("of", g.Second.Of);
            w.WriteBoolean("suppressed", g.Second.Suppressed);
        });
        w.Texts("keywords", t.Keywords.Select(k => k.Word));
        w.Objects("quotes", t.Quotes, q =>
        {
            w.WriteString("codingId", q.Coding);
            w.WriteString("quote", q.Text);
            w.WriteString("source", q.SourceName);
            w.WriteString("label", q.SourceLabel);
            w.WriteNumber("ordinal", q.Place);
            w.Text("row", q.Row);
            w.Text("respondent", q.Respondent);
            w.WriteString("group", q.Group);
            w.Texts("adds", q.Adds);
        });
        w.Objects("contrast", t.Contrast, c =>
        {
            w.WriteString("group", c.Group);
            w.Texts("words", c.Words.Select(x => x.Word));
        });
        w.Objects("subthemes", t.SubThemes, p =>
        {
            w.WriteString("label", string.Join(", ", p.Label));
            w.Count("codings", t.HidesPassages ? null : p.Texts.Count);
        });
        w.WriteStartObject("polarity");
        w.Count("well", t.HidesPassages ? null : t.Polarity.WorksWell);
        w.Count("less", t.HidesPassages ? null : t.Polarity.WorksLessWell);
        w.Count("proposal", t.HidesPassages ? null : t.Polarity.Proposals);
        w.Count("unmarked", t.HidesPassages ? null : t.Polarity.Unmarked);
        w.WriteEndObject();
    }));

    private static void Tell(Session s, ProjectSummary summary, Audience audience, int threshold)
    {
        var emphasis = Emphasis.ForOutput(s.Terminal);
        var width = s.Terminal.OutputWidth > 30 ? s.Terminal.OutputWidth - 6 : 100;
        foreach (var t in summary.Themes)
        {
            s.Out.WriteLine(emphasis.Apply(summary.Tree.Path(t.Code), TextStyle.Bold));
            s.Out.WriteLine("  " + s.T["summarise.persons", Of(s, t.Count.All), t.HidesPassages ? ".." : t.Codings]);
            var groups = summary.Figures.Groups.Zip(t.Count.ByGroup).Where(g => g.Second.Of > 0).Select(g => $"{(g.First.Length == 0 ? s.T["word.noGroup"] : g.First)} {Of(s, g.Second)}");
            s.Out.WriteLine("  " + Glyphs.OneLine(string.Join(", ", groups)));
            if (t.Keywords.Count > 0)
            {
                s.Out.WriteLine("  " + Glyphs.OneLine(s.T["summarise.keywords", string.Join(", ", t.Keywords.Select(k => k.Word))]));
            }

            foreach (var quote in t.Quotes)
            {
                foreach (var (line, i) in Glyphs.Wrap($"”{quote.Text}”", width).Select((l, i) => (l, i)))
                {
                    s.Out.WriteLine((i == 0 ? "    " : "     ") + line);
                }

                s.Out.WriteLine("      " + Glyphs.OneLine("– " + ThemeReport.Reference(quote, audience)));
            }

            s.Out.WriteLine();
        }

        if (summary.Themes.Count == 0)
        {
            s.Out.WriteLine(s.T["summarise.none"]);
        }
        else if (audience != Audience.Internal)
        {
            s.Say(s.T["suppressed", threshold]);
        }
    }

    private static int? Shown(Share share) => share.Suppressed ? null : share.Persons;

    private static string Of(Session s, Share share) => s.T["of", share.Suppressed ? ".." : share.Persons, share.Of];
}
