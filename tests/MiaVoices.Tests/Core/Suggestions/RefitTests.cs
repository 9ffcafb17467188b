using MiaVoices.Core.Suggestions;
using Xunit;

namespace MiaVoices.Tests.Core.Suggestions;

public class RefitTests
{
    private static readonly SuggestionQuery Everything = new() { Minimum = 0, Explain = false };
    private readonly LinearCodeSuggester _suggester = new(new PlainAnalyser());

    [Fact]
    public void Answers_learnt_one_by_one_rank_much_as_when_learnt_at_once()
    {
        var (segments, themes) = Talk.Project(12, 20);
        var model = _suggester.Train(Talk.Set(segments, themes, 100));
        for (var i = 100; i < 140; i++)
        {
            model = _suggester.Refit(model, model.Set.With([new(i, Talk.Codes[themes[i]].Id, LabelValue.Yes)], [new(i)]));
        }

        var whole = _suggester.Train(Talk.Set(segments, themes, 140));
        Assert.Equal((whole.TrainedOn, true), (model.TrainedOn, model.Version != whole.Version));
        Assert.Equal(whole.Suggest(Everything).Count, model.Suggest(Everything).Count);
        var apart = segments.Skip(140).SelectMany(segment => Talk.Codes.Select(code =>
            Math.Abs(model.Explain(segment.Key, code.Id).Score - whole.Explain(segment.Key, code.Id).Score)));
        Assert.True(apart.Average() < 0.05, $"{apart.Average()}");
    }

    [Fact]
    public void The_model_gone_on_from_stays_as_it_was()
    {
        var (segments, themes) = Talk.Project(6, 10);
        var model = _suggester.Train(Talk.Set(segments, themes, 20));
        var before = Told(model);
        _suggester.Refit(model, model.Set.With([new(30, Talk.Work.Id, LabelValue.Yes)], [new(30)]));
        Assert.Equal(before, Told(model));
    }

    [Fact]
    public void The_same_steps_give_the_same_model()
    {
        var (segments, themes) = Talk.Project(6, 10);
        Assert.Equal(Steps(), Steps());

        string Steps()
        {
            var model = _suggester.Train(Talk.Set(segments, themes, 20));
            model = _suggester.Refit(model, model.Set.With([new(30, Talk.Work.Id, LabelValue.Yes)], [new(30)]));
            model = _suggester.Refit(model, model.Set.With([new(31, Talk.Money.Id, LabelValue.No)], []));
            return Told(model);
        }
    }

    [Fact]
    public void An_answer_taken_back_is_unknown_again()
    {
        var (segments, themes) = Talk.Project(6, 10);
        var model = _suggester.Train(Talk.Set(segments, themes, 20));
        var answered = _suggester.Refit(model, model.Set.With([new(30, Talk.Work.Id, LabelValue.No)], []));
        Assert.DoesNotContain(answered.Suggest(Everything), s => s.Segment == 30 && s.Code == Talk.Work.Id);
        var back = _suggester.Refit(answered, answered.Set.With([new(30, Talk.Work.Id, LabelValue.Unknown)], []));
        Assert.Contains(back.Suggest(Everything), s => s.Segment == 30 && s.Code == Talk.Work.Id);
        Assert.True(Math.Abs(back.Explain(30, Talk.Work.Id).Score - model.Explain(30, Talk.Work.Id).Score) < 0.05);
    }

    [Fact]
    public void A_rejection_lowers_the_score_of_what_was_rejected()
    {
        var (segments, themes) = Talk.Project(6, 10);
        var model = _suggester.Train(Talk.Set(segments, themes, 20));
        var refitted = _suggester.Refit(model, model.Set.With([new(40, Talk.Codes[themes[40]].Id, LabelValue.No)], []));
        Assert.True(refitted.Explain(40, Talk.Codes[themes[40]].Id).Score < model.Explain(40, Talk.Codes[themes[40]].Id).Score);
    }

    [Fact]
    public void Another_project_is_refused()
    {
        var (segments, themes) = Talk.Project(3, 6);
        var model = _suggester.Train(Talk.Set(segments, themes, 6));
        var other = Talk.Set([.. segments.Select(segment => segment with { Text = segment.Text + "!" })], themes, 7);
        Assert.False(model.CanGoOnTo(other));
        Assert.Throws<ArgumentException>(() => _suggester.Refit(model, other));
        LearningCode[] redefined = [Talk.Money with { Keywords = ["lån"] }, Talk.Work, Talk.Health];
        Assert.False(model.CanGoOnTo(new LearningSet(segments, redefined, [], [])));
    }

    [Fact]
    public void A_set_read_anew_is_gone_on_to_as_one_with_further_answers_is()
    {
        var (segments, themes) = Talk.Project(4, 8);
        var model = _suggester.Train(Talk.Set(segments, themes, 10));
        var read = Talk.Set([.. segments.Select(segment => segment with { })], themes, 11);
        var added = model.Set.With([new(10, Talk.Codes[themes[10]].Id, LabelValue.Yes) { Coding = Talk.Id(5010) }], [new(10)]);
        Assert.True(model.CanGoOnTo(read));
        Assert.Equal(Told(_suggester.Refit(model, added)), Told(_suggester.Refit(model, read)));
    }

    private static string Told(SuggestionModel model) => model.Version + string.Join('|', model.Suggest(Everything));
}
