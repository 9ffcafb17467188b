using MiaVoices.Core.Suggestions;
using Xunit;

namespace MiaVoices.Tests.Core.Suggestions;

/// <summary>What a project may hold on a bad day: learning says little, and never fails.</summary>
public class HostileLearningTests
{
    private static readonly SuggestionQuery Everything = new() { Minimum = 0, Explain = false };
    private readonly LinearCodeSuggester _suggester = new(new PlainAnalyser());

    [Fact]
    public void One_example_is_learnt_from()
    {
        var (segments, _) = Talk.Project(4, 8);
        var model = _suggester.Train(new LearningSet(segments, Talk.Codes, [new(3, Talk.Money.Id, LabelValue.Yes)], []));
        AllInRange(model.Suggest(Everything));
        Assert.Equal(1, model.TrainedOn);
    }

    [Fact]
    public void One_code_alone_is_told_by_its_description()
    {
        var (segments, themes) = Talk.Project(6, 10);
        var found = _suggester.Train(new LearningSet(segments, [Talk.Money], [], [])).Suggest(Everything);
        Assert.True(found.Take(8).Count(suggestion => themes[suggestion.Segment] == 0) >= 7);
    }

    [Fact]
    public void Segments_that_are_all_the_same_get_much_the_same_confidence()
    {
        var segments = Enumerable.Range(0, 40).Select(i => new LearningSegment(i, "Hyran är hög och jag sover illa.", $"R{i % 4}"));
        var labels = Enumerable.Range(0, 10).Select(i => new LearningLabel(i, Talk.Codes[i % 3].Id, LabelValue.Yes));
        var found = _suggester.Train(new LearningSet(segments, Talk.Codes, labels, [])).Suggest(Everything);
        AllInRange(found);
        Assert.All(found.Where(s => s.Segment >= 10).GroupBy(s => s.Code), code => Assert.InRange(code.Max(s => s.Confidence) - code.Min(s => s.Confidence), 0, 0.15));
    }

    [Fact]
    public void Empty_texts_and_texts_of_marks_alone_are_learnt_from()
    {
        string[] texts = ["", " ", "…", "\uD83D\uDE00\uD83D\uDE00", "\uDC00", "\n\r\n", "123", "a\u030A"];
        var segments = texts.Select((text, i) => new LearningSegment(i, text, $"R{i % 3}"));
        var labels = texts.Select((_, i) => new LearningLabel(i, Talk.Codes[i % 3].Id, i % 2 == 0 ? LabelValue.Yes : LabelValue.No));
        var model = _suggester.Train(new LearningSet(segments, Talk.Codes, labels, []));
        AllInRange(model.Suggest(Everything with { IncludeAnswered = true, Explain = true }));
    }

    /// <summary>The best guess where all are equally sure would be to suggest all of them; a person wants none.</summary>
    [Fact]
    public void Where_no_segment_stands_out_codes_are_given_only_when_all_pairs_are_asked_for()
    {
        var same = Train("Det gick bra.", "Det gick bra.");
        Assert.Empty(same.Suggest(new SuggestionQuery()));
        Assert.Equal(60, same.Suggest(Everything).Count);
        Assert.DoesNotContain(Train("...", "Hyran är hög.").Suggest(new SuggestionQuery()), suggestion => suggestion.Segment % 2 == 0);

        SuggestionModel Train(string even, string odd) => _suggester.Train(new LearningSet(Enumerable.Range(0, 20).Select(i => new LearningSegment(i, i % 2 == 0 ? even : odd, $"R{i}")), Talk.Codes, [], []));
    }

    [Fact]
    public void A_code_with_rejections_alone_is_suggested_less()
    {
        var (segments, themes) = Talk.Project(8, 12);
        double Mean(IEnumerable<LearningLabel> labels) => _suggester.Train(new LearningSet(segments, Talk.Codes, labels, []))
            .Suggest(Everything with { Code = Talk.Money.Id })
            .Where(s => s.Segment >= 48 && themes[s.Segment] == 0)
            .Average(s => s.Confidence);
        var rejections = Enumerable.Range(0, 48).Where(i => themes[i] == 0).Select(i => new LearningLabel(i, Talk.Money.Id, LabelValue.No));
        Assert.True(Mean(rejections) < Mean([]));
    }

    [Fact]
    public void Codes_without_names_or_words_are_no_trouble()
    {
        var (segments, themes) = Talk.Project(4, 8);
        LearningCode[] codes = [Talk.Code(1, "", ""), Talk.Code(2, "…", "\uD800"), Talk.Code(3, "", "")];
        var labels = Enumerable.Range(0, 12).Select(i => new LearningLabel(i, codes[themes[i]].Id, LabelValue.Yes));
        AllInRange(_suggester.Train(new LearningSet(segments, codes, labels, [])).Suggest(Everything));
    }

    /// <summary>Features give way to codes: six million weights of 8 bytes at most, in each of the two models that live at a time.</summary>
    [Fact]
    public void Five_thousand_codes_fit_in_memory()
    {
        var (segments, themes) = Talk.Project(10, 20);
        var codes = Enumerable.Range(0, 5_000).Select(i => Talk.Code(i + 1, $"Kod {i}", Talk.Codes[i % 3].Definition)).ToArray();
        var labels = Enumerable.Range(0, 60).Select(i => new LearningLabel(i, codes[themes[i]].Id, LabelValue.Yes));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var model = _suggester.Train(new LearningSet(segments, codes, labels, []));
        var held = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1_048_576.0;
        Assert.True(held < 200, $"{held:0} MB");
        var found = model.Suggest(new SuggestionQuery { Code = codes[0].Id, Minimum = 0, Explain = false });
        AllInRange(found);
        GC.KeepAlive(model);
    }

    private static void AllInRange(IReadOnlyList<CodeSuggestion> found)
    {
        Assert.NotEmpty(found);
        Assert.All(found, suggestion => Assert.InRange(suggestion.Confidence, 0.001, 0.999));
    }
}
