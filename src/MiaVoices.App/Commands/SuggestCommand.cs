using System.CommandLine;
using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia suggest</c>: codes that the program proposes; a person answers each.</summary>
internal static class SuggestCommand
{
    private const int UsualLimit = 20;

    /// <summary>Nothing is certain: rounding must not say so.</summary>
    private const double MostShown = 0.99;

    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var code = Parts.Text(s, "--code", "opt.suggestCode", s.T["word.code"]);
        var minimum = new Option<double?>("--min") { Description = s.T["opt.min"], HelpName = "0–1", CustomParser = Fraction };
        var all = new Option<bool>("--all") { Description = s.T["opt.allPairs"] };
        var coded = new Option<bool>("--include-coded") { Description = s.T["opt.includeCoded"] };
        var limit = Parts.Limit(s, UsualLimit);
        var command = new Command("suggest", s.T["cmd.suggest"]) { project, code, minimum, all, coded, limit };
        command.Add(Answer(s, accept: true));
        command.Add(Answer(s, accept: false));
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var tree = new CodeTree(store.Codes());
            var done = parsed.GetValue(coded) ? null : Screens.Suggesting.Learned.CodedSegments(store);
            var model = Train(s, store);
            var everything = parsed.GetValue(all);
            var limited = parsed.GetResult(limit) is { Implicit: false } || !everything;
            var suggestions = model.Suggest(
                new SuggestionQuery
                {
                    Code = parsed.GetValue(code) is { } named ? tree.Find(named).Id : null,
                    Minimum = parsed.GetValue(minimum) ?? (everything ? 0 : null),
                    Segments = done is null ? null : key => !done.Contains(key),
                    Limit = limited ? Math.Max(0, parsed.GetValue(limit)) : 0,
                },
                null,
                s.Cancellation);
            Tell(s, store, tree, model, suggestions);
            return Exit.Done;
        });
        return command;
    }

    /// <summary>Learns from all that the project's coders have said, with a line of progress.</summary>
    public static SuggestionModel Train(Session s, IProjectStore store)
    {
        using var progress = s.Progress("progress.learn");
        var set = Suggesting.Learn(store);
        return set.Codes.Count == 0
            ? throw new RefusedException(Problem.Of("suggest.noCodes"))
            : new LinearCodeSuggester(store.Analyser).Train(set, progress, s.Cancellation);
    }

    private static Command Answer(Session s, bool accept)
    {
        var project = Parts.Project(s);
        var ids = new Argument<string[]>("ID") { Description = s.T["arg.suggestionIds"], Arity = ArgumentArity.OneOrMore };
        var other = Parts.Text(s, "--as", "opt.as", s.T["word.code"]);
        var command = new Command(accept ? "accept" : "reject", s.T[accept ? "cmd.suggest.accept" : "cmd.suggest.reject"]) { project, ids };
        if (accept)
        {
            command.Add(other);
        }

        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var tree = new CodeTree(store.Codes());
            var instead = accept && parsed.GetValue(other) is { } named ? tree.Find(named) : null;
            var model = Train(s, store);
            var open = model.Suggest(new SuggestionQuery { Minimum = 0, Explain = false }).ToDictionary(x => x.Id);
            var chosen = ShortIds.Find(open.Keys, parsed.GetValue(ids)!, "suggestion.unknown").Select(id => open[id]).ToList();
            var segments = store.Segments(new SegmentScope { Keys = [.. chosen.Select(c => c.Segment).Distinct()] }).ToDictionary(x => x.Key);
            store.Apply(Suggesting.Answer(store, model.Version, [.. chosen.Select(c => (c, segments[c.Segment]))], accept, instead?.Id));
            foreach (var c in chosen)
            {
                var segment = segments[c.Segment];
                s.Say(Glyphs.OneLine(s.T[accept ? "suggest.accepted" : "suggest.rejected", instead?.Name ?? tree[c.Code].Name, segment.Source, segment.Ordinal]));
            }

            return Exit.Done;
        });
        return command;
    }

    private static void Tell(Session s, IProjectStore store, CodeTree tree, SuggestionModel model, IReadOnlyList<CodeSuggestion> suggestions)
    {
        var segments = new Dictionary<long, Segment>();
        foreach (var part in suggestions.Select(x => x.Segment).Distinct().Chunk(500))
        {
            foreach (var segment in store.Segments(new SegmentScope { Keys = part }))
            {
                segments[segment.Key] = segment;
            }
        }

        if (s.Json)
        {
            s.WriteJson(w =>
            {
                w.WriteStartObject("model");
                w.WriteString("version", model.Version);
                w.WriteNumber("trainedOn", model.TrainedOn);
                w.WriteNumber("codes", model.Codes);
                w.WriteEndObject();
                w.Objects("suggestions", suggestions, x =>
                {
                    var g = segments[x.Segment];
                    w.WriteString("id", x.Id);
                    w.WriteString("segmentId", g.Id);
                    w.WriteString("source", g.Source);
                    w.Text("row", g.Row);
                    w.Text("question", g.Question);
                    w.Text("wave", g.Wave);
                    w.WriteNumber("ordinal", g.Ordinal);
                    w.WriteString("code", tree[x.Code].Name);
                    w.WriteString("codePath", tree.Path(x.Code));
                    w.Real("confidence", x.Confidence);
                    w.Objects("reasons", x.Reasons, r =>
                    {
                        w.WriteString("word", r.Word);
                        w.Real("weight", r.Weight);
                    });
                    w.Texts("similar", x.Similar.Where(n => n.Coding is not null).Select(n => n.Coding!.Value.ToString()));
                });
            });
            return;
        }

        s.Say(s.T["suggest.model", model.TrainedOn, model.Codes]);
        if (model.TrainedOn == 0)
        {
            s.Say(s.T["suggest.fromDefinitions"]);
        }

        var emphasis = Emphasis.ForOutput(s.Terminal);
        var width = s.Terminal.OutputWidth > 30 ? s.Terminal.OutputWidth - 6 : 100;
        foreach (var x in suggestions)
        {
            var g = segments[x.Segment];
            s.Out.WriteLine();
            s.Out.WriteLine($"{ShortIds.Of(x.Id)}  {emphasis.Apply(tree[x.Code].Name, TextStyle.Bold)}  {s.T["suggest.confidence", Math.Min(x.Confidence, MostShown).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', s.T.Language == "sv" ? ',' : '.')]}  "
                + Glyphs.OneLine($"{g.Source} · {Place.Of(g, s)}"));
            foreach (var line in Glyphs.Wrap(g.Text, width))
            {
                s.Out.WriteLine("      " + line);
            }

            if (x.Reasons.Count > 0)
            {
                s.Out.WriteLine("      " + Glyphs.OneLine(s.T["suggest.reasons", string.Join(", ", x.Reasons.Select(r => r.Word))]));
            }
        }

        s.Out.WriteLine();
        s.Out.WriteLine(suggestions.Count == 0 ? s.T["suggest.none"] : s.T["suggest.how", suggestions.Count]);
    }

    private static double? Fraction(System.CommandLine.Parsing.ArgumentResult result)
    {
        // Both the decimal point and the Swedish comma are taken.
        if (double.TryParse(result.Tokens[0].Value.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1)
        {
            return value;
        }

        result.AddError("0–1");
        return null;
    }
}
