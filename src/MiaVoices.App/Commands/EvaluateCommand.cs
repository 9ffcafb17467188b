using System.CommandLine;
using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;

namespace MiaVoices.App.Commands;

/// <summary><c>mia evaluate</c>: how good suggestions are for people whom the model has not read.</summary>
internal static class EvaluateCommand
{
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
            using (var progress = s.Progress("progress.evaluate"))
            {
                quality = new LinearCodeSuggester(store.Analyser).Evaluate(Suggesting.Learn(store), progress, s.Cancellation);
            }

            Tell(s, tree, quality);
            return Exit.Done;
        });
        return command;
    }

    private static void Tell(Session s, CodeTree tree, SuggestionQuality quality)
    {
        var codes = tree.Codes.Select(c => quality.Codes.FirstOrDefault(q => q.Code == c.Id)).OfType<CodeQuality>().ToList();
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
            new TableColumn("F1") { Alignment = Alignment.Right });
        foreach (var q in codes)
        {
            table.Add(
                tree[q.Code].Name, q.N.ToString(CultureInfo.InvariantCulture),
                q.Precision is null ? "–" : $"{Number(s, q.Precision)} {Interval(s, q.PrecisionInterval)}",
                q.Recall is null ? "–" : $"{Number(s, q.Recall)} {Interval(s, q.RecallInterval)}",
                Number(s, q.F1));
        }

        table.Write(s.Out, s.Terminal);
        s.Out.WriteLine();
        s.Out.WriteLine(s.T["evaluate.sum", Number(s, quality.MicroF1), Number(s, quality.MacroF1), Number(s, quality.AveragePrecision), Number(s, quality.CalibrationError)]);
        s.Out.WriteLine(s.T["evaluate.read"]);
    }

    private static string Interval(Session s, WilsonInterval? interval) =>
        interval is { } i ? $"({Number(s, i.Lower)}–{Number(s, i.Upper)})" : "";

    private static string Number(Session s, double? value)
    {
        var text = value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";
        return s.T.Language == "sv" ? text.Replace('.', ',') : text;
    }
}
