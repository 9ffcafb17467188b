using System.CommandLine;
using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia suggest accept</c> and <c>mia suggest reject</c>.</summary>
internal static class SuggestAnswers
{
    private const string AsSuggested = "suggested";

    public static Command Create(Session s, bool accept)
    {
        var project = Parts.Project(s);
        var ids = new Argument<string[]>("ID") { Description = s.T["arg.suggestionIds"], Arity = accept ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore };
        var other = Parts.Text(s, "--as", "opt.as", s.T["word.code"]);
        var sentence = new Option<bool>("--sentence") { Description = s.T["opt.sentence"] };
        var polarity = Parts.Text(s, "--polarity", "opt.takePolarity", "suggested|well|less|proposal");
        polarity.AcceptOnlyFromAmong(AsSuggested, "well", "less", "proposal");
        var above = SuggestCommand.Fraction("--above", s.T["opt.above"]);
        var code = Parts.Text(s, "--code", "opt.aboveCode", s.T["word.code"]);
        var dry = new Option<bool>("--dry-run") { Description = s.T["opt.aboveDry"] };
        var command = new Command(accept ? "accept" : "reject", s.T[accept ? "cmd.suggest.accept" : "cmd.suggest.reject"]) { project, ids, other };
        if (accept)
        {
            foreach (var option in new Option[] { sentence, polarity, above, code, dry })
            {
                command.Add(option);
            }
        }

        command.SetAction(parsed =>
        {
            var named = parsed.GetValue(ids)!;
            var limit = accept ? parsed.GetValue(above) : null;
            if (accept && ((named.Length == 0) == limit is null || (limit is null ? parsed.GetValue(code) : parsed.GetValue(other) ?? parsed.GetValue(polarity)) is not null || (limit is null && parsed.GetValue(dry))))
            {
                throw new UsageException(Problem.Of("suggest.which"));
            }

            using var store = s.Open(parsed.GetValue(project)!);
            if (limit is { } least)
            {
                AcceptAbove(s, store, least, parsed.GetValue(code), parsed.GetValue(sentence), parsed.GetValue(dry));
            }
            else
            {
                // No to the suggested code but yes to another is the same answer, whichever way it is put.
                Answer(s, store, named, accept || parsed.GetValue(other) is not null, parsed.GetValue(other), accept && parsed.GetValue(sentence), accept ? parsed.GetValue(polarity) : null);
            }

            return Exit.Done;
        });
        return command;
    }

    private static void Answer(Session s, IProjectStore store, string[] ids, bool accept, string? other, bool sentence, string? polarity)
    {
        var tree = new CodeTree(store.Codes());
        var instead = other is null ? null : tree.Find(other);
        var model = SuggestCommand.Train(s, store).Model;
        var open = model.Suggest(new SuggestionQuery { Minimum = 0, Explain = false }).ToDictionary(x => x.Id);
        var chosen = Chosen(store, open, ids);
        var segments = SuggestList.Segments(store, chosen.Select(c => c.Segment));
        var says = Polarities(s, store, polarity);
        var carrying = sentence ? new CarryingSentences(model) : null;
        var answered = chosen.Select(c => Answered(carrying, c, segments[c.Segment])).ToList();
        var change = Suggesting.Answer(store, model.Version, [.. answered.Select(a => a with { Polarity = says(a.Words) })], accept, instead?.Id);
        store.Apply(change);
        s.Document(w => Answers(w, tree, change, segments.Values));
        foreach (var c in chosen)
        {
            var segment = segments[c.Segment];
            s.Say(Glyphs.OneLine(s.T[accept ? "suggest.accepted" : "suggest.rejected", instead?.Name ?? tree[c.Code].Name, segment.Source, segment.Ordinal]));
        }
    }

    /// <summary>The answers, each with the coding that came of it; null where nothing was coded, or the person had coded it already.</summary>
    private static void Answers(Utf8JsonWriter w, CodeTree tree, Batch change, IReadOnlyCollection<Segment> segments)
    {
        var places = segments.ToDictionary(g => g.Id);
        w.Objects("answers", change.Changes.Index().Where(c => c.Item is AnswerSuggestion), c =>
        {
            var answer = ((AnswerSuggestion)c.Item).Answer;
            var segment = places[answer.Segment];

            // What an answer codes stands next to it.
            var coding = c.Index + 1 < change.Changes.Count ? change.Changes[c.Index + 1] as AddCoding : null;
            w.WriteString("id", answer.Id);
            w.WriteString("segmentId", answer.Segment);
            w.WriteString("source", segment.Source);
            w.WriteNumber("ordinal", segment.Ordinal);
            w.WriteString("suggested", tree[answer.Code].Name);
            w.WriteString("answer", JsonFields.Word(answer.Verdict));
            w.Text("code", answer.Verdict == SuggestionVerdict.Rejected ? null : tree[answer.Other ?? answer.Code].Name);
            w.Text("codingId", coding?.Coding.Id.ToString());
        });
    }

    /// <summary>
    /// The suggestions with the ids that were typed. Every pair of segment and code is open, so a piece of an id could be that of one
    /// that nobody has seen.
    /// </summary>
    private static List<CodeSuggestion> Chosen(IProjectStore store, Dictionary<Guid, CodeSuggestion> open, string[] ids)
    {
        if (Array.Find(ids, id => !ShortIds.IsWhole(id)) is { } piece)
        {
            throw new RefusedException(Problem.Of("suggestion.short", piece, ShortIds.Shown));
        }

        var answered = store.SuggestionAnswers().Where(a => !open.ContainsKey(a.Id)).ToList();
        return Array.Find(ids, id => answered.Exists(a => ShortIds.Fits(a.Id, id))) is { } known
            ? throw new RefusedException(Problem.Of("suggestion.known", known))
            : [.. ShortIds.Find(open.Keys, ids, "suggestion.unknown").Select(id => open[id])];
    }

    /// <summary>Accepts what is suggested with at least a confidence, unread. Asking for it by name is the confirmation; it says how to take it back.</summary>
    private static void AcceptAbove(Session s, IProjectStore store, double limit, string? code, bool sentence, bool dry)
    {
        var tree = new CodeTree(store.Codes());
        var done = Suggesting.Done(store);
        var (set, model) = SuggestCommand.Train(s, store);
        var only = code is null ? (Guid?)null : SuggestCommand.Learnt(tree, set, code);
        var open = model.Suggest(new SuggestionQuery { Segments = key => !done.Contains(key), Explain = false }, null, s.Cancellation);
        var chosen = Suggesting.Above(open, limit, only);
        var segments = SuggestList.Segments(store, chosen.Select(c => c.Segment));
        if (chosen.Count > 0 && !dry)
        {
            var carrying = sentence ? new CarryingSentences(model) : null;
            store.Apply(Suggesting.AcceptAbove(store, model.Version, [.. chosen.Select(c => Answered(carrying, c, segments[c.Segment]))], limit));
        }

        var counts = chosen.CountBy(x => x.Code).ToDictionary();
        var codes = tree.Codes.Where(c => counts.ContainsKey(c.Id)).ToList();
        if (s.Json)
        {
            s.WriteJson(w =>
            {
                w.WriteNumber("accepted", chosen.Count);
                w.Real("above", limit);
                w.WriteBoolean("dryRun", dry);
                w.Objects("codes", codes, c =>
                {
                    w.WriteString("code", c.Name);
                    w.WriteNumber("accepted", counts[c.Id]);
                });
            });
            return;
        }

        s.Out.WriteLine(chosen.Count == 0 ? s.T["suggest.noneAbove"]
            : Glyphs.OneLine(s.T[dry ? "suggest.wouldAcceptAbove" : "suggest.acceptedAbove", chosen.Count, string.Join(", ", codes.Select(c => $"{c.Name} {counts[c.Id]}"))]));
    }

    private static AnsweredSuggestion Answered(CarryingSentences? carrying, CodeSuggestion suggestion, Segment segment) =>
        new(suggestion, segment) { Part = carrying?.Of(segment.Text, suggestion.Code) };

    /// <summary>What is marked on a coding of a text: nothing unless the person asks for it.</summary>
    private static Func<string, Polarity?> Polarities(Session s, IProjectStore store, string? word)
    {
        if (word != AsSuggested)
        {
            var given = Enum.GetValues<Polarity>().Where(p => JsonFields.Word((Polarity?)p) == word).Select(p => (Polarity?)p).FirstOrDefault();
            return _ => given;
        }

        var examples = Suggesting.PolarityExamples(store);
        var model = PolaritySuggester.Train(examples, store.Analyser, s.Cancellation)
            ?? throw new RefusedException(Problem.Of("suggest.polarityFew", examples.Count, PolaritySuggester.LeastExamples, PolaritySuggester.LeastOfEach, PolaritySuggester.LeastRespondents));
        return text => model.Suggest(text)?.Polarity;
    }
}
