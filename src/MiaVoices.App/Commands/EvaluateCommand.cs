using System.CommandLine;
using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia evaluate</c>: how good suggestions are for people whom the model has not read.</summary>
internal static class EvaluateCommand
{
    /// <summary>Longer lists are not read; those at the beginning of the codebook come first, and when they are mended the next.</summary>
    private const int MostHints = 40;

    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var command = new Command("evaluate", s.T["cmd.evaluate"]) { project };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            using var view = store.Snapshot();
            var tree = new CodeTree(store.Codes());
            SuggestionQuality quality;
            var set = Suggesting.Learn(store);
            var hints = CodeHints.Of(store);
            var answers = Suggesting.RightSoFar(store).ToDictionary(a => a.Code);
            using (var progress = s.Progress("progress.evaluate"))
            {
                quality = new LinearCodeSuggester(store.Analyser).Evaluate(set, progress, s.Cancellation);
            }

            Tell(s, tree, quality, hints, answers, SuggestText.Flattering(set));
            return Exit.Done;
        });
        return command;
    }

    private static void Tell(Session s, CodeTree tree, SuggestionQuality quality, IReadOnlyList<CodeHint> hints, Dictionary<Guid, CodeAnswers> answers, string? flattering)
    {
        var measured = quality.Codes.ToDictionary(q => q.Code);
        var codes = tree.Codes.Select(c => measured.GetValueOrDefault(c.Id)).OfType<CodeQuality>().ToList();
        var hinted = hints.ToLookup(h => h.Code);
        if (s.Json)
        {
            s.WriteJson(w =>
            {
                w.WriteNumber("folds", quality.Folds);
                w.WriteString("groupedBy", quality.GroupedBy);
                w.WriteNumber("respondents", quality.Respondents);
                w.WriteNumber("segments", quality.Segments);
                w.Objects("codes", codes, q =>
                {
                    w.WriteString("code", tree[q.Code].Name);
                    w.WriteNumber("n", q.N);
                    w.Real("precision", q.Precision);
                    w.Real("recall", q.Recall);
                    w.Real("f1", q.F1);
                    w.Real("threshold", q.Threshold);
                    Bounds(w, "precisionInterval", q.PrecisionInterval);
                    Bounds(w, "recallInterval", q.RecallInterval);
                    var answered = answers.GetValueOrDefault(q.Code);
                    w.WriteNumber("answered", answered?.Answered ?? 0);
                    w.WriteNumber("right", answered?.Right ?? 0);
                    w.Objects("hints", hinted[q.Code], h =>
                    {
                        w.WriteString("kind", Kind(h.Kind));
                        w.Text("other", h.Other is { } other ? tree[other].Name : null);
                        w.WriteNumber("some", h.Some);
                        w.WriteNumber("of", h.All);
                    });
                });
                w.Real("microF1", quality.MicroF1);
                w.Real("macroF1", quality.MacroF1);
                w.Real("averagePrecision", quality.AveragePrecision);
                w.Real("calibrationError", quality.CalibrationError);
            });
            return;
        }

        s.Out.WriteLine(s.T["evaluate.how", quality.Folds, quality.Respondents, quality.Segments]);
        s.Out.WriteLine();
        var table = new TextTable(
            new TableColumn(s.T["word.code"]) { IsFlexible = true },
            new TableColumn("n") { Alignment = Alignment.Right },
            new TableColumn(s.T["word.precision"]) { Alignment = Alignment.Right },
            new TableColumn(s.T["word.recall"]) { Alignment = Alignment.Right },
            new TableColumn("F1") { Alignment = Alignment.Right },
            new TableColumn(s.T["word.rightSoFar"]) { Alignment = Alignment.Right });
        var shown = codes.Where(q => q.N > 0 || answers.ContainsKey(q.Code)).ToList();
        foreach (var q in shown)
        {
            table.Add(
                tree[q.Code].Name, q.N.ToString(CultureInfo.InvariantCulture),
                q.Precision is null ? "–" : $"{Number(s, q.Precision)} {Interval(s, q.PrecisionInterval)}",
                q.Recall is null ? "–" : $"{Number(s, q.Recall)} {Interval(s, q.RecallInterval)}",
                Number(s, q.F1),
                answers.TryGetValue(q.Code, out var answered) ? s.T["of", answered.Right, answered.Answered] : "–");
        }

        table.Write(s.Out, s.Terminal);
        if (shown.Count < codes.Count)
        {
            s.Out.WriteLine(s.T["evaluate.notCoded", codes.Count - shown.Count]);
        }

        s.Out.WriteLine();
        s.Out.WriteLine(s.T["evaluate.sum", Number(s, quality.MicroF1), Number(s, quality.MacroF1), Number(s, quality.AveragePrecision), Number(s, quality.CalibrationError)]);
        s.Out.WriteLine(s.T["evaluate.read"]);
        if (flattering is not null)
        {
            s.Out.WriteLine(s.T[flattering]);
        }

        if (hints.Count > 0)
        {
            s.Out.WriteLine();
            s.Out.WriteLine(s.T["hints"]);
            foreach (var hint in hints.Take(MostHints))
            {
                s.Out.WriteLine("  " + Glyphs.OneLine(HintText.Of(hint, tree, s.T)));
            }

            if (hints.Count > MostHints)
            {
                s.Out.WriteLine("  " + s.T["hints.more", hints.Count - MostHints]);
            }
        }
    }

    private static string Kind(CodeHintKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];

    private static void Bounds(System.Text.Json.Utf8JsonWriter w, string name, WilsonInterval? interval)
    {
        if (interval is not { } bounds)
        {
            w.WriteNull(name);
            return;
        }

        w.WriteStartObject(name);
        w.Real("lower", bounds.Lower);
        w.Real("upper", bounds.Upper);
        w.WriteEndObject();
    }

    private static string Interval(Session s, WilsonInterval? interval) =>
        interval is { } i ? $"({Number(s, i.Lower)}–{Number(s, i.Upper)})" : "";

    private static string Number(Session s, double? value)
    {
        var text = value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";
        return s.T.Language == "sv" ? text.Replace('.', ',') : text;
    }
}
