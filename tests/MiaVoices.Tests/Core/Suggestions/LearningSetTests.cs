using MiaVoices.Core.Suggestions;
using Xunit;

namespace MiaVoices.Tests.Core.Suggestions;

public class LearningSetTests
{
    private static readonly LearningSegment[] Segments = [new(7, "Hyran är hög.", "A"), new(3, "Jag sover illa.", "B")];

    [Fact]
    public void Segments_stand_in_document_order_whatever_order_they_came_in()
    {
        var set = new LearningSet(Segments, Talk.Codes, [], []);
        Assert.Equal([3L, 7L], set.Segments.Select(segment => segment.Key));
    }

    [Fact]
    public void What_nobody_has_said_is_unknown_and_not_no()
    {
        var set = new LearningSet(Segments, Talk.Codes, [new(7, Talk.Money.Id, LabelValue.Yes)], []);
        Assert.Equal(LabelValue.Yes, set.Label(1, 0));
        Assert.Equal(LabelValue.Unknown, set.Label(1, 1));
        Assert.Equal(1, set.Touched);
    }

    [Fact]
    public void A_review_says_no_to_the_codes_that_existed_then()
    {
        var later = Talk.Health with { Since = 20 };
        var set = new LearningSet(Segments, [Talk.Money, later], [new(3, Talk.Money.Id, LabelValue.Yes)], [new(3, 10), new(7, 30)]);
        Assert.Equal([LabelValue.Yes, LabelValue.Unknown], [set.Label(0, 0), set.Label(0, 1)]);
        Assert.Equal([LabelValue.No, LabelValue.No], [set.Label(1, 0), set.Label(1, 1)]);
    }

    [Fact]
    public void Where_coders_differ_yes_stands_in_either_order()
    {
        LearningLabel[] labels = [new(3, Talk.Money.Id, LabelValue.No), new(3, Talk.Money.Id, LabelValue.Yes)];
        Assert.Equal(LabelValue.Yes, new LearningSet(Segments, Talk.Codes, labels, []).Label(0, 0));
        Assert.Equal(LabelValue.Yes, new LearningSet(Segments, Talk.Codes, labels.Reverse(), []).Label(0, 0));
    }

    [Fact]
    public void Answers_on_what_is_not_in_the_set_are_left_out()
    {
        var set = new LearningSet(Segments, [Talk.Money], [new(99, Talk.Money.Id, LabelValue.Yes), new(3, Talk.Work.Id, LabelValue.Yes)], [new(99)]);
        Assert.Equal(0, set.Touched);
    }
}
