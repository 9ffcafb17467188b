using System.CommandLine;
using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia autocode</c>: codes all hits of a search in one step.</summary>
internal static class AutocodeCommand
{
    private const int Shown = 5;

    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var query = new Argument<string>(s.T["arg.queryName"]) { Description = s.T["arg.query"] };
        var code = new Option<string>("--code") { Description = s.T["opt.autocodeCode"], HelpName = s.T["word.code"], Required = true };
        var span = Parts.Text(s, "--span", "opt.span", "turn|sentence|match");
        span.AcceptOnlyFromAmong("turn", "sentence", "match");
        var dry = new Option<bool>("--dry-run") { Description = s.T["opt.dryRunAutocode"] };
        var filters = new SearchFilters(s, withCode: false);
        var command = new Command("autocode", s.T["cmd.autocode"]) { project, query, code, span, dry };
        filters.AddTo(command);
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var tree = new CodeTree(store.Codes());
            var wanted = tree.Find(parsed.GetValue(code)!);
            var text = parsed.GetValue(query)!;
            var plan = Autocoding.Plan(
                store,
                new AutocodingRequest
                {
                    Query = text,
                    Filters = filters.Nodes(parsed),
                    Code = wanted.Id,
                    Span = parsed.GetValue(span) switch { "sentence" => AutocodedSpan.Sentence, "match" => AutocodedSpan.Match, _ => AutocodedSpan.Turn },
                    AnswersOnly = filters.AnswersOnly(parsed),
                    Memo = s.T["autocode.memo", StoredText.Normalise(filters.Typed(parsed, text))],
                },
                s.Json ? "en" : s.T.Language);
            var only = parsed.GetValue(dry);
            if (!only && plan.Change is { } change)
            {
                using var progress = s.Progress("progress.code");
                store.Apply(change, progress, s.Cancellation);
            }

            if (s.Json)
            {
                s.WriteJson(w => Fields(w, plan, tree, wanted, parsed.GetValue(span) ?? "turn", only));
            }

            Tell(s, plan, tree.Path(wanted.Id), only);
            return Exit.Done;
        });
        return command;
    }

    private static int ByInterviewers(AutocodingPlan plan) => plan.Places.Count(p => p.Segment.Role == SpeakerRole.Interviewer);

    private static void Fields(Utf8JsonWriter w, AutocodingPlan plan, CodeTree tree, Code code, string span, bool dry)
    {
        w.WriteString("query", plan.Search.Query);
        w.WriteString("interpretedAs", plan.Search.InterpretedAs);
        w.WriteString("code", code.Name);
        w.WriteString("codePath", tree.Path(code.Id));
        w.WriteString("span", span);
        w.WriteBoolean("dryRun", dry);
        w.WriteNumber("hits", plan.Search.Total);
        w.WriteNumber("coded", plan.Places.Count);
        w.WriteNumber("already", plan.Already);
        w.WriteNumber("withoutWords", plan.WithoutWords);
        w.WriteNumber("interviewer", ByInterviewers(plan));
        w.Objects("codings", plan.Places, p =>
        {
            w.Text("id", dry ? null : p.Coding.Id.ToString());
            w.WriteString("source", p.Segment.Source);
            w.WriteString("segmentId", p.Segment.Id);
            w.WriteNumber("ordinal", p.Segment.Ordinal);
            w.WriteNumber("start", p.Start);
            w.WriteNumber("end", p.End);
            w.WriteString("quote", p.Coding.Quote);
        });
    }

    private static void Tell(Session s, AutocodingPlan plan, string code, bool dry)
    {
        s.Say(Glyphs.OneLine(s.T["search.interpreted", plan.Search.InterpretedAs]));
        if (dry && !s.Json)
        {
            Show(s, plan);
        }

        s.Say(Glyphs.OneLine(plan.Places.Count == 0 ? s.T["autocode.nothing", plan.Search.Total] : s.T[dry ? "autocode.dry" : "autocode.done", code, plan.Places.Count, plan.Search.Total]));
        if (ByInterviewers(plan) is > 0 and var asked)
        {
            s.Say(s.T["autocode.interviewer", asked]);
        }

        if (plan.Already > 0)
        {
            s.Say(s.T["autocode.already", plan.Already]);
        }

        if (plan.WithoutWords > 0)
        {
            s.Say(s.T["autocode.withoutWords", plan.WithoutWords]);
        }
    }

    private static void Show(Session s, AutocodingPlan plan)
    {
        var emphasis = Emphasis.ForOutput(s.Terminal);
        var width = s.Terminal.OutputWidth > 30 ? s.Terminal.OutputWidth - 6 : 100;
        foreach (var place in plan.Places.Take(Shown))
        {
            s.Out.WriteLine(emphasis.Apply(Glyphs.OneLine($"{place.Segment.Source} · {Place.Of(place.Segment, s)}"), TextStyle.Dim));
            foreach (var line in emphasis.WrapMarked(place.Segment.Text, [(place.Start - place.Segment.Start, place.End - place.Start)], width))
            {
                s.Out.WriteLine("      " + line);
            }
        }

        if (plan.Places.Count > Shown)
        {
            s.Out.WriteLine(s.T["autocode.more", plan.Places.Count - Shown]);
        }
    }
}
