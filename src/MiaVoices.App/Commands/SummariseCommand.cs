using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Themes;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using TableColumn = MiaVoices.Terminal.Lines.TableColumn;

namespace MiaVoices.App.Commands;

/// <summary><c>mia summarise</c>: per theme, how many persons, which quotes, which words.</summary>
internal static class SummariseCommand
{
    private const int UsualDeviant = 2;
    private const int BarWidth = 20;

    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var code = Parts.Text(s, "--code", "opt.summariseCode", s.T["word.code"]);
        var where = Parts.Many(s, "--where", "opt.where", s.T["word.pair"]);
        var by = Parts.Text(s, "--by", "opt.by", s.T["word.attribute"]);
        var audience = Parts.AudienceOption(s);
        var deviant = Parts.Natural(new Option<int>("--deviant") { Description = s.T["opt.deviant", UsualDeviant], HelpName = "N", DefaultValueFactory = _ => UsualDeviant });
        var command = new Command("summarise", s.T["cmd.summarise"]) { project, code, where, by, deviant, audience };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            using var view = store.Snapshot();
            var tree = new CodeTree(store.Codes());
            var reader = Parts.Audience(parsed.GetValue(audience));
            var group = parsed.GetValue(by)?.ToLowerInvariant();
            if (group is not null)
            {
                Parts.Attribute(store, group);
            }

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
                        GroupBy = group ?? SummaryScope.Group,
                        Threshold = Parts.Threshold(reader),
                        Deviant = parsed.GetValue(deviant),
                    },
                    progress,
                    s.Cancellation);
            }

            Parts.RequireSomebody(parsed.GetValue(where), summary.Persons.Count);
            var saturation = Saturation.Of(store, summary.Codings);
            if (s.Json)
            {
                Json(s, summary, saturation, reader);
            }
            else if (!store.Sources().Any())
            {
                s.Out.WriteLine(s.T["material.none"]);
            }
            else
            {
                Tell(s, summary, saturation, reader, store.Project.Threshold);
            }

            return Exit.Done;
        });
        return command;
    }

    private static void Json(Session s, ProjectSummary summary, IReadOnlyList<SaturationStep> saturation, Audience audience) => s.WriteJson(w =>
    {
        w.Objects("themes", summary.Themes, t => Theme(w, summary, t));
        w.Objects("saturation", saturation.Index(), x =>
        {
            // Outside, how many codes a named interview holds would tell of one person.
            w.WriteNumber("interview", x.Index + 1);
            w.Text("source", audience == Audience.Internal ? x.Item.Source.Name : null);
            w.Text("label", audience == Audience.Internal ? x.Item.Source.Label : null);
            w.Count("codes", audience == Audience.Internal ? x.Item.Codes : null);
            w.WriteNumber("new", x.Item.New);
        });
    });

    private static void Theme(Utf8JsonWriter w, ProjectSummary summary, ThemeSummary t)
    {
        w.WriteString("code", summary.Tree[t.Code].Name);
        w.WriteString("codePath", summary.Tree.Path(t.Code));
        w.Count("persons", Shown(t.Count.All));
        w.WriteNumber("of", t.Count.All.Of);
        w.WriteBoolean("suppressed", t.Count.All.Suppressed);
        w.Count("codings", t.HidesPassages ? null : t.Codings);
        w.Count("ownCodings", t.HidesPassages ? null : t.OwnCodings);
        w.Count("acceptedTogether", t.HidesPassages ? null : t.AcceptedTogether);
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
            Quote(w, q);
            w.Texts("adds", q.Adds);
        });
        w.Objects("deviant", t.Deviant, d =>
        {
            Quote(w, d.Quote);
            w.Real("confidence", d.Confidence);
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
            w.Texts("codingIds", t.HidesPassages ? [] : summary.Behind(t.Code, p).Select(c => c.Coding.Id.ToString()));
        });
        w.WriteStartObject("polarity");
        w.Count("well", t.HidesPassages ? null : t.Polarity.WorksWell);
        w.Count("less", t.HidesPassages ? null : t.Polarity.WorksLessWell);
        w.Count("proposal", t.HidesPassages ? null : t.Polarity.Proposals);
        w.Count("unmarked", t.HidesPassages ? null : t.Polarity.Unmarked);
        w.WriteEndObject();
    }

    private static void Quote(Utf8JsonWriter w, ChosenQuote q)
    {
        w.WriteString("codingId", q.Coding);
        w.WriteString("quote", q.Text);
        w.WriteString("source", q.SourceName);
        w.WriteString("label", q.SourceLabel);
        w.WriteNumber("ordinal", q.Place);
        w.Real("timecode", q.Timecode);
        w.Text("row", q.Row);
        w.Text("respondent", q.Respondent);
        w.WriteString("group", q.Group);
    }

    private static void Tell(Session s, ProjectSummary summary, IReadOnlyList<SaturationStep> saturation, Audience audience, int threshold)
    {
        var width = s.Terminal.OutputWidth > 30 ? s.Terminal.OutputWidth - 6 : 100;
        foreach (var t in summary.Themes)
        {
            s.Out.WriteLine(Emphasis.ForOutput(s.Terminal).Apply(summary.Tree.Path(t.Code), TextStyle.Bold));
            foreach (var line in SummaryLines.Of(summary, t, audience, s.T, width))
            {
                s.Out.WriteLine("  " + line);
            }

            s.Out.WriteLine();
        }

        if (summary.Themes.Count == 0)
        {
            s.Out.WriteLine(s.T["summarise.none"]);
            return;
        }

        Tell(s, saturation, audience);
        if (audience != Audience.Internal)
        {
            s.Say(s.T["suppressed", threshold]);
        }
    }

    /// <summary>New codes by interview, with a bar a new code wide.</summary>
    private static void Tell(Session s, IReadOnlyList<SaturationStep> saturation, Audience audience)
    {
        if (saturation.Count == 0)
        {
            return;
        }

        var most = Math.Max(1, saturation.Max(x => x.New));
        s.Out.WriteLine(s.T["summarise.saturation"]);
        var table = new TextTable(
            new TableColumn(s.T["word.source"]) { MaxWidth = 30 },
            new TableColumn(s.T["word.codes"]) { Alignment = Alignment.Right },
            new TableColumn(s.T["word.newCodes"]) { Alignment = Alignment.Right },
            new TableColumn(""));
        foreach (var (i, x) in saturation.Index())
        {
            var isOwn = audience == Audience.Internal;
            table.Add(isOwn ? x.Source.Name : s.T["summarise.interview", i + 1], isOwn ? x.Codes.ToString(CultureInfo.InvariantCulture) : "..", x.New.ToString(CultureInfo.InvariantCulture), new string('█', most <= BarWidth ? x.New : x.New * BarWidth / most));
        }

        table.Write(s.Out, s.Terminal);
        s.Out.WriteLine();
    }

    private static int? Shown(Share share) => share.Suppressed ? null : share.Persons;
}
