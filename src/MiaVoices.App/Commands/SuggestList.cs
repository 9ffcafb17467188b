using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary>Suggestions as <c>mia suggest</c> tells them.</summary>
internal static class SuggestList
{
    /// <summary>Nothing is certain: rounding must not say so.</summary>
    private const double MostShown = 0.99;

    /// <summary>UTF-16 code units of a text: of a longer one what stands around the sentence that weighs most is shown.</summary>
    private const int MostText = 900;

    /// <summary>Tells suggestions, and of what they were learnt.</summary>
    public static void Tell(
        Session s, IProjectStore store, CodeTree tree, LearningSet set, SuggestionModel model, SuggestionOrder order, IReadOnlyList<CodeSuggestion> suggestions, int total, Func<string> nothing)
    {
        var segments = Segments(store, suggestions.Select(x => x.Segment));
        var examples = Suggesting.PolarityExamples(store);
        var polarity = PolaritySuggester.Train(examples, store.Analyser, s.Cancellation);
        if (s.Json)
        {
            Json(s, tree, model, order, suggestions, segments, examples.Count, polarity);
            return;
        }

        s.Say(s.T["suggest.model", model.TrainedOn, model.Codes]);
        if (suggestions.Count > 0 && SuggestText.Basis(set) is { } basis)
        {
            s.Say(s.T[basis]);
        }

        if (polarity is not null)
        {
            var q = polarity.Quality;
            s.Say(s.T["suggest.polarityQuality", q.Right, q.Judged, Hundredths(q.Interval.Lower), Hundredths(q.Interval.Upper), q.Commonest]);
        }
        else if (examples.Count > 0)
        {
            s.Say(s.T["suggest.polarityFew", examples.Count, PolaritySuggester.LeastExamples, PolaritySuggester.LeastOfEach, PolaritySuggester.LeastRespondents]);
        }

        var (said, carrying) = (new Dictionary<long, PolaritySuggestion?>(), new CarryingSentences(model));
        var emphasis = Emphasis.ForOutput(s.Terminal);
        var width = s.Terminal.OutputWidth > 30 ? s.Terminal.OutputWidth - 6 : 100;
        foreach (var x in suggestions)
        {
            var g = segments[x.Segment];
            s.Out.WriteLine();
            s.Out.WriteLine($"{ShortIds.Of(x.Id)}  {emphasis.Apply(tree[x.Code].Name, TextStyle.Bold)}  {s.T["suggest.confidence", Number(s, Math.Min(x.Confidence, MostShown))]}  "
                + Glyphs.OneLine($"{g.Source} · {Place.Of(g, s)}{(order.IsSampled(x.Segment) ? " · " + s.T["suggest.sampled"] : "")}"));
            var part = carrying.Of(g.Text, x.Code);
            foreach (var line in Glyphs.Wrap(Excerpt.Of(g.Text, part?.Start ?? 0, part?.End ?? 0, MostText), width))
            {
                s.Out.WriteLine("      " + line);
            }

            if (part is { } sentence)
            {
                s.Out.WriteLine("      " + Glyphs.OneLine(s.T["suggest.sentence", g.Text[sentence.Start..sentence.End]]));
            }

            if (x.Reasons.Count > 0)
            {
                s.Out.WriteLine("      " + Glyphs.OneLine(s.T["suggest.reasons", string.Join(", ", x.Reasons.Select(r => r.Word))]));
            }

            if (!said.TryGetValue(x.Segment, out var polarityHere))
            {
                said[x.Segment] = polarityHere = polarity?.Suggest(g.Text);
            }

            if (polarityHere is { } says)
            {
                s.Out.WriteLine("      " + Glyphs.OneLine(s.T["suggest.polarity", s.T["polarity." + JsonFields.Word((Polarity?)says.Polarity)], Number(s, Math.Min(says.Confidence, MostShown))]));
            }
        }

        s.Out.WriteLine();
        if (suggestions.Count == 0)
        {
            s.Out.WriteLine(nothing());
            return;
        }

        s.Out.WriteLine(suggestions.Count < total ? s.T["suggest.howMany", suggestions.Count, total] : s.T["suggest.how", suggestions.Count]);
        if (suggestions.Any(x => order.IsSampled(x.Segment)))
        {
            s.Say(s.T["suggest.whySampled"]);
        }
    }

    /// <summary>Segments by their keys, read some hundred at a time.</summary>
    public static Dictionary<long, Segment> Segments(IProjectStore store, IEnumerable<long> keys)
    {
        var segments = new Dictionary<long, Segment>();
        foreach (var part in keys.Distinct().Chunk(500))
        {
            foreach (var segment in store.Segments(new SegmentScope { Keys = part }))
            {
                segments[segment.Key] = segment;
            }
        }

        return segments;
    }

    private static void Json(
        Session s, CodeTree tree, SuggestionModel model, SuggestionOrder order, IReadOnlyList<CodeSuggestion> suggestions, Dictionary<long, Segment> segments, int marked, PolarityModel? polarity)
    {
        var (said, carrying) = (new Dictionary<long, PolaritySuggestion?>(), new CarryingSentences(model));
        s.WriteJson(w =>
        {
            w.WriteStartObject("model");
            w.WriteString("version", model.Version);
            w.WriteNumber("trainedOn", model.TrainedOn);
            w.WriteNumber("codes", model.Codes);
            w.WriteEndObject();
            w.WriteStartObject("polarity");
            w.WriteNumber("marked", marked);
            w.WriteBoolean("suggested", polarity is not null);
            w.Count("right", polarity?.Quality.Right);
            w.Count("of", polarity?.Quality.Judged);
            w.Count("commonest", polarity?.Quality.Commonest);
            w.Real("lower", polarity?.Quality.Interval.Lower);
            w.Real("upper", polarity?.Quality.Interval.Upper);
            w.WriteEndObject();
            w.Objects("suggestions", suggestions, x =>
            {
                var g = segments[x.Segment];
                var sentence = carrying.Of(g.Text, x.Code);
                w.WriteString("id", x.Id);
                w.WriteString("segmentId", g.Id);
                w.WriteString("source", g.Source);
                w.Text("row", g.Row);
                w.Text("question", g.Question);
                w.Text("wave", g.Wave);
                w.WriteNumber("ordinal", g.Ordinal);
                w.WriteNumber("start", g.Start + (sentence?.Start ?? 0));
                w.WriteNumber("end", g.Start + (sentence?.End ?? g.Text.Length));
                w.WriteBoolean("sentence", sentence is not null);
                w.WriteBoolean("sampled", order.IsSampled(x.Segment));
                w.WriteString("code", tree[x.Code].Name);
                w.WriteString("codePath", tree.Path(x.Code));
                w.Real("confidence", x.Confidence);
                w.Objects("reasons", x.Reasons, r =>
                {
                    w.WriteString("word", r.Word);
                    w.Real("weight", r.Weight);
                });
                w.Texts("similar", x.Similar.Where(n => n.Coding is not null).Select(n => n.Coding!.Value.ToString()));
                if (!said.TryGetValue(x.Segment, out var says))
                {
                    said[x.Segment] = says = polarity?.Suggest(g.Text);
                }

                w.Text("polarity", JsonFields.Word(says?.Polarity));
                w.Real("polarityConfidence", says?.Confidence);
            });
        });
    }

    private static int Hundredths(double share) => (int)Math.Round(share * 100, MidpointRounding.AwayFromZero);

    private static string Number(Session s, double value)
    {
        var text = value.ToString("0.00", CultureInfo.InvariantCulture);
        return s.T.Language == "sv" ? text.Replace('.', ',') : text;
    }
}
