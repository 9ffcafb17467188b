using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.App.Texts;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens.Suggesting;

/// <summary>How good the suggestions of each code are, in lines: what <c>mia evaluate</c> tells.</summary>
internal static class QualityLines
{
    public static IReadOnlyList<ShownLine> Of(IProjectStore store, ITextAnalyser analyser, Wording t, IProgress<double> progress, CancellationToken cancellation)
    {
        var tree = new CodeTree(store.Codes());
        var hints = CodeHints.Of(store).ToLookup(h => h.Code);
        var answers = Core.Workbench.Suggesting.RightSoFar(store).ToDictionary(a => a.Code);
        var set = Core.Workbench.Suggesting.Learn(store);
        var quality = new LinearCodeSuggester(analyser).Evaluate(set, progress, cancellation);
        var of = quality.Codes.ToDictionary(q => q.Code);
        var lines = new List<ShownLine>
        {
            new(t["evaluate.how", quality.Folds, quality.Respondents, quality.Segments], Role.Dim),
            new(t["evaluate.sum", Number(t, quality.MicroF1), Number(t, quality.MacroF1), Number(t, quality.AveragePrecision), Number(t, quality.CalibrationError)], Role.Dim),
            new(t["evaluate.read"], Role.Dim),
        };
        if (SuggestText.Flattering(set) is { } flattering)
        {
            lines.Add(new ShownLine(t[flattering], Role.Warning));
        }

        lines.Add(new ShownLine(""));
        foreach (var code in tree.Codes)
        {
            if (!of.TryGetValue(code.Id, out var q) && !hints.Contains(code.Id))
            {
                continue;
            }

            lines.Add(new ShownLine(code.Name, Role.Title));
            if (q is not null)
            {
                lines.Add(new ShownLine("  " + (q.F1 is null
                    ? t["quality.few", q.N]
                    : t["quality.figures", q.N, Number(t, q.Precision), Bounds(t, q.PrecisionInterval), Number(t, q.Recall), Bounds(t, q.RecallInterval), Number(t, q.F1)])));
            }

            if (answers.TryGetValue(code.Id, out var answered))
            {
                lines.Add(new ShownLine("  " + t["quality.answered", answered.Right, answered.Answered]));
            }

            lines.AddRange(hints[code.Id].Select(h => new ShownLine("  " + HintText.Of(h, tree, t), Role.Warning)));
        }

        return lines;
    }

    private static string Bounds(Wording t, WilsonInterval? interval) => interval is { } i ? $"{Number(t, i.Lower)}–{Number(t, i.Upper)}" : "–";

    private static string Number(Wording t, double? value)
    {
        var text = value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";
        return t.Language == "sv" ? text.Replace('.', ',') : text;
    }
}
