using System.CommandLine;
using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Commands;

/// <summary><c>mia suggest</c>: codes that the program proposes; a person answers each.</summary>
internal static class SuggestCommand
{
    private const int UsualLimit = 20;

    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var code = Parts.Text(s, "--code", "opt.suggestCode", s.T["word.code"]);
        var minimum = Fraction("--min", s.T["opt.min"]);
        var all = new Option<bool>("--all") { Description = s.T["opt.allPairs"] };
        var coded = new Option<bool>("--include-coded") { Description = s.T["opt.includeCoded"] };
        var order = new Option<string?>("--order") { Description = s.T["opt.suggestOrder"], HelpName = "interview|uncertain|confidence|sample" };
        order.AcceptOnlyFromAmong([.. Enum.GetValues<QueueOrder>().Select(JsonFields.Word)]);
        var limit = Parts.Limit(s, UsualLimit);
        var command = new Command("suggest", s.T["cmd.suggest"]) { project, code, minimum, all, coded, order, limit };
        command.Add(SuggestAnswers.Create(s, accept: true));
        command.Add(SuggestAnswers.Create(s, accept: false));
        command.Add(SuggestLeads.Create(s));
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            using var view = store.Snapshot();
            var tree = new CodeTree(store.Codes());
            var done = parsed.GetValue(coded) ? null : Suggesting.Done(store);
            var (set, model) = Train(s, store);
            var everything = parsed.GetValue(all);
            var query = new SuggestionQuery
            {
                Code = parsed.GetValue(code) is { } named ? Learnt(tree, set, named) : null,
                Minimum = parsed.GetValue(minimum) ?? (everything ? 0 : null),
                Segments = done is null ? null : key => !done.Contains(key),
                Explain = false,
            };
            var sorter = Suggesting.Order(store, set);
            var found = sorter.Of(model.Suggest(query, null, s.Cancellation), Order(parsed.GetValue(order)));
            var most = parsed.GetResult(limit) is { Implicit: false } || !everything ? Math.Max(0, parsed.GetValue(limit)) : 0;
            var total = found.Count;
            if (most > 0)
            {
                found = [.. found.Take(most)];
            }

            // Only what is shown is explained, since that costs the most.
            SuggestList.Tell(s, store, tree, set, model, sorter, model.WithReasons(found, cancel: s.Cancellation), total, () => s.T.Of(SuggestText.Nothing(set, done, query)));
            return Exit.Done;
        });
        return command;
    }

    /// <summary>Learns from all that the project's coders have said, with a line of progress.</summary>
    public static (LearningSet Set, SuggestionModel Model) Train(Session s, IProjectStore store)
    {
        using var progress = s.Progress("progress.learn");
        var set = Suggesting.Learn(store);
        return set.Codes.Count == 0
            ? throw new RefusedException(Problem.Of("suggest.noCodes"))
            : (set, new LinearCodeSuggester(store.Analyser).Train(set, progress, s.Cancellation));
    }

    /// <summary>An option with a number from 0 to 1; both the decimal point and the Swedish comma are taken.</summary>
    public static Option<double?> Fraction(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "0–1",
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1)
            {
                return value;
            }

            result.AddError("0–1");
            return null;
        },
    };

    /// <summary>A code that suggestions are made of; one that only holds others is refused in words.</summary>
    public static Guid Learnt(CodeTree tree, LearningSet set, string named)
    {
        var code = tree.Find(named);
        return set.Codes.Any(c => c.Id == code.Id) ? code.Id : throw new RefusedException(Problem.Of("suggest.onlyHolds", code.Name));
    }

    private static QueueOrder Order(string? word) => Enum.GetValues<QueueOrder>().FirstOrDefault(o => JsonFields.Word(o) == word);
}
