using MiaVoices.Core.Changes;
using MiaVoices.Core.Sources;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Changes;

public class FootprintTests
{
    [Theory]
    [MemberData(nameof(ChangeJsonTests.EveryType), MemberType = typeof(ChangeJsonTests))]
    public void Every_change_concerns_something(Type type)
    {
        using var project = new RichProject();
        Assert.NotEmpty(Footprint.Of(project.Of(type)));
    }

    [Fact]
    public void A_batch_concerns_each_thing_in_the_strongest_way()
    {
        using var project = new RichProject();
        var touches = Footprint.Of(new Batch("x", [new AddCoding(project.Coding), new EditCode(project.Support), new RemoveCode(project.Unused.Id)]));
        Assert.Equal(TouchKind.Edits, touches[project.Support.Id]);
        Assert.Equal(TouchKind.Creates, touches[project.Coding.Id]);
        Assert.Equal(TouchKind.Uses, touches[project.Interview]);
        Assert.Equal(TouchKind.Creates, touches[project.Unused.Id]);
    }

    [Fact]
    public void Two_speakers_of_a_source_and_two_coders_of_a_segment_are_apart()
    {
        var (source, segment) = (new Guid(1, 2, 3, new byte[8]), new Guid(4, 5, 6, new byte[8]));
        Assert.Single(Edited(new MapSpeaker(source, "A", SpeakerRole.Unknown, null)).Intersect(Edited(new MapSpeaker(source, "A", SpeakerRole.Respondent, null))));
        Assert.Empty(Edited(new MapSpeaker(source, "A", SpeakerRole.Unknown, null)).Intersect(Edited(new MapSpeaker(source, "B", SpeakerRole.Unknown, null))));
        Assert.Single(Edited(new ReviewSegments(source, [segment], "Mia")).Intersect(Edited(new UnreviewSegments(source, [segment], "Mia"))));
        Assert.Empty(Edited(new ReviewSegments(source, [segment], "Mia")).Intersect(Edited(new ReviewSegments(source, [segment], "Bo"))));
    }

    private static IEnumerable<Guid> Edited(Change change) => Footprint.Of(change).Where(t => t.Value == TouchKind.Edits).Select(t => t.Key);
}
