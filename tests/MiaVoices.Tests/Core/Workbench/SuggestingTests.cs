using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class SuggestingTests : IDisposable
{
    private readonly RichProject project = new();

    [Fact]
    public void Accepting_codes_the_segment_and_keeps_the_answer_as_one_step()
    {
        var segment = project.Segments[3];
        Apply(accept: true, null, segment, project.Unused.Id);
        var coding = project.Store.Codings(new CodingScope { Codes = [project.Unused.Id] }).Single().Coding;
        Assert.Equal((segment.Text, CodingOrigin.Suggestion, 0.8), (coding.Quote, coding.Origin, coding.Confidence));
        Assert.Contains(project.Store.SuggestionAnswers(), a => a.Segment == segment.Id && a.Verdict == SuggestionVerdict.Accepted);
        project.Store.Undo();
        Assert.Empty(project.Store.Codings(new CodingScope { Codes = [project.Unused.Id] }));
        Assert.Single(project.Store.SuggestionAnswers());
    }

    [Fact]
    public void Another_code_is_a_persons_own_coding_and_a_no_to_the_suggested()
    {
        var segment = project.Segments[3];
        Apply(accept: true, project.Contact.Id, segment, project.Unused.Id);
        var coding = project.Store.Codings(new CodingScope { Codes = [project.Contact.Id] }).Single().Coding;
        Assert.Equal((CodingOrigin.Manual, null), (coding.Origin, coding.Confidence));
        Assert.Equal((LabelValue.Yes, LabelValue.No), (Label(segment, project.Contact.Id), Label(segment, project.Unused.Id)));
    }

    [Fact]
    public void What_is_coded_already_is_not_coded_again()
    {
        Apply(accept: true, project.Contact.Id, project.Segments[3], project.Unused.Id);
        Apply(accept: true, project.Contact.Id, project.Segments[3], project.Support.Id);
        Assert.Single(project.Store.Codings(new CodingScope { Codes = [project.Contact.Id] }));
    }

    [Fact]
    public void Rejecting_is_a_no_and_a_suggestion_is_answered_once()
    {
        Apply(accept: false, null, project.Segments[3], project.Unused.Id);
        Assert.Equal(LabelValue.No, Label(project.Segments[3], project.Unused.Id));
        Refusals.Refused("suggestion.answered", () => Apply(accept: false, null, project.Segments[3], project.Unused.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_accepted_suggestion_whose_coding_was_taken_away_can_be_answered_anew(bool accept)
    {
        var segment = project.Segments[3];
        Apply(accept: true, null, segment, project.Unused.Id);
        project.Store.Apply(new RemoveCoding(project.Store.Codings(new CodingScope { Codes = [project.Unused.Id] }).Single().Coding.Id));
        var before = project.Builder.Dump();
        Apply(accept, null, segment, project.Unused.Id);
        Assert.Equal(accept ? 1 : 0, project.Store.Codings(new CodingScope { Codes = [project.Unused.Id] }).Count());
        Assert.Equal(accept ? SuggestionVerdict.Accepted : SuggestionVerdict.Rejected, project.Store.SuggestionAnswers().Single(a => a.Code == project.Unused.Id && a.Segment == segment.Id).Verdict);
        project.Store.Undo();
        Assert.Equal(before, project.Builder.Dump());
    }

    [Fact]
    public void A_review_is_a_no_for_the_codes_of_that_time_and_says_nothing_of_later_ones()
    {
        var later = project.Builder.Code("Senare");
        Assert.Equal(LabelValue.No, Label(project.Segments[3], project.Unused.Id));
        Assert.Equal(LabelValue.Unknown, Label(project.Segments[3], later.Id));
        project.Store.Apply(new ReviewSegments(project.Interview, [project.Segments[3].Id], "Mia"));
        Assert.Equal(LabelValue.No, Label(project.Segments[3], later.Id));
    }

    [Fact]
    public void A_coding_over_several_segments_is_a_yes_for_each_of_them_and_interviewers_are_no_candidates()
    {
        project.Builder.Code(project.Interview, "fort.\nOch sedan?\nPersonalen", project.Unused.Id);
        Assert.Equal([LabelValue.Unknown, LabelValue.Yes, LabelValue.Yes, LabelValue.Yes], project.Segments.Take(4).Select(s => Label(s, project.Unused.Id)));
        var set = Suggesting.Learn(project.Store);
        Assert.Equal([false, true, false, true, true, true], set.Segments.Select(s => s.IsCandidate));
    }

    [Fact]
    public void A_code_that_only_holds_others_is_not_learnt()
    {
        var parent = project.Builder.Code("Grupp");
        project.Builder.Code("Under", parent.Id);
        var learnt = Suggesting.Learn(project.Store).Codes.Select(c => c.Id).ToList();
        Assert.DoesNotContain(parent.Id, learnt);
        Assert.Contains(project.Support.Id, learnt);
        Assert.Contains(project.Unused.Id, learnt);
    }

    public void Dispose() => project.Dispose();

    private void Apply(bool accept, Guid? other, Segment segment, Guid code) => project.Store.Apply(Suggesting.Answer(
        project.Store, "m1", [new AnsweredSuggestion(new CodeSuggestion(SuggestionIdentity.Of(segment.Id, code), segment.Key, code, 0.8, [], []), segment)], accept, other));

    private LabelValue Label(Segment segment, Guid code)
    {
        var set = Suggesting.Learn(project.Store);
        return set.Label(
            set.Segments.Index().Single(s => s.Item.Key == segment.Key).Index,
            set.Codes.Index().Single(c => c.Item.Id == code).Index);
    }
}
