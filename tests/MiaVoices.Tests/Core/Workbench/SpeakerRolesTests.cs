using MiaVoices.Core.Changes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class SpeakerRolesTests : IDisposable
{
    private const SpeakerRole Unknown = SpeakerRole.Unknown;
    private readonly ProjectBuilder project = new();
    private readonly Source source;

    public SpeakerRolesTests()
    {
        project.Import(Drafts.Interview("a.txt", ("kn", Unknown, "Hur gick det?"), ("b01", Unknown, "Bra."), ("c02", Drafts.Answers, "Sådär.")), "Intervju D07");
        source = project.Store.Sources()[0];
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void A_speaker_who_answers_becomes_a_person_and_one_who_asks_counts_for_nobody()
    {
        var before = project.Dump();
        Apply(("KN", Drafts.Asks), ("b01", Drafts.Answers));

        Assert.Equal([("kn", Drafts.Asks, null), ("b01", Drafts.Answers, "D07:1"), ("c02", Drafts.Answers, "D07")], project.Store.Speakers(source.Id).Select(s => (s.Name, s.Role, s.CaseName)));
        Assert.Equal(2, project.Store.CountedCases().Count);
        Assert.Empty(project.Store.Check());

        project.Store.Undo();
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void A_person_that_nobody_is_any_more_goes_and_comes_back_by_undo()
    {
        var before = project.Dump();
        Apply(("c02", Drafts.Asks));

        Assert.Empty(project.Store.Cases());
        Assert.Empty(project.Store.CountedCases());

        project.Store.Undo();
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void A_person_whom_another_speaker_is_too_stays()
    {
        var person = project.Store.Cases()[0];
        project.Store.Apply(new MapSpeaker(source.Id, "b01", Drafts.Answers, person.Id));

        Apply(("c02", Drafts.Asks));

        Assert.Equal([person.Id], project.Store.Cases().Select(c => c.Id));
    }

    [Fact]
    public void A_role_that_stands_already_changes_nothing_and_an_unknown_name_is_refused()
    {
        Assert.Empty(SpeakerRoles.Set(project.Store, source, new Dictionary<string, SpeakerRole> { ["c02"] = Drafts.Answers }));
        Refusals.Refused("speaker.notIn", () => SpeakerRoles.Set(project.Store, source, new Dictionary<string, SpeakerRole> { ["x"] = Drafts.Answers }));
    }

    private void Apply(params (string Name, SpeakerRole Role)[] roles) =>
        project.Store.Apply(new Batch("source.set", SpeakerRoles.Set(project.Store, source, roles.ToDictionary(r => r.Name, r => r.Role))));
}
