using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class CodeVerbsTests : IDisposable
{
    private readonly ProjectBuilder project = new();
    private readonly Guid source;
    private readonly Code from;
    private readonly Code into;

    public CodeVerbsTests()
    {
        source = project.Import(Drafts.Notes("a.txt", "Personalen lyssnade på oss.", "Boendet var bra."));
        from = project.Code("Personal");
        into = project.Code("Stöd");
        project.Code("under", from.Id);
        project.Code("redan", into.Id);
    }

    [Fact]
    public void Merging_moves_codings_subcodes_and_memos_and_loses_nothing_that_was_noted()
    {
        project.Code(source, "lyssnade", from.Id, memo: "flyttas");
        var kept = project.Code(source, "Personalen", into.Id, memo: "ett");
        var twin = project.Code(source, "Personalen", from.Id, memo: "två");
        project.Memo(MemoTarget.Code, from.Id, "om koden");
        project.Memo(MemoTarget.Coding, twin.Id, "om kodningen");
        var before = project.Dump();

        project.Store.Apply(CodeVerbs.Merge(project.Store, from, into));
        Assert.Equal(["Stöd", "redan", "under"], project.Store.Codes().Select(c => c.Name));
        Assert.Equal([(into.Id, "Personalen", "ett\ntvå"), (into.Id, "lyssnade", "flyttas")], project.Store.Codings(CodingScope.All).Select(p => (p.Coding.Code, p.Coding.Quote, p.Coding.Memo)));
        Assert.Equal([into.Id, kept.Id], project.Store.Memos().Select(m => m.TargetId!.Value));
        Assert.Empty(project.Store.Check());

        project.Store.Undo();
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void Each_coder_keeps_one_coding_of_a_span()
    {
        var bo = project.As("Bo");
        project.Code(source, "Personalen", into.Id);
        project.Code(source, "Personalen", from.Id, bo);
        project.Code(source, "Personalen", from.Id);
        project.Store.Apply(CodeVerbs.Merge(project.Store, from, into));
        Assert.Equal(["Bo", "Mia"], project.Store.Codings(CodingScope.All).Select(p => p.Coding.Coder).Order());
    }

    [Fact]
    public void A_code_is_not_merged_into_itself_or_into_one_below_it_but_into_the_one_above()
    {
        var below = project.Store.Codes().Single(c => c.Name == "under");
        Refusals.Refused("code.mergeSelf", () => CodeVerbs.Merge(project.Store, from, from));
        Refusals.Refused("code.mergeSelf", () => CodeVerbs.Merge(project.Store, from, below));
        project.Code(source, "lyssnade", below.Id);
        project.Store.Apply(CodeVerbs.Merge(project.Store, below, from));
        Assert.Equal(["Personal", "Stöd", "redan"], project.Store.Codes().Select(c => c.Name));
        Assert.Equal(from.Id, project.Store.Codings(CodingScope.All).Single().Coding.Code);
    }

    [Fact]
    public void Splitting_moves_the_chosen_codings_to_a_new_code_beside()
    {
        var one = project.Code(source, "lyssnade", from.Id);
        project.Code(source, "Personalen", from.Id);
        var other = project.Code(source, "Boendet", into.Id);
        var before = project.Dump();
        project.Store.Apply(CodeVerbs.Split(project.Store, from, "Lyssnande", [one.Id, one.Id]));
        var added = project.Store.Codes().Single(c => c.Name == "Lyssnande");
        Assert.Equal((null, 2), (added.Parent, added.Position));
        Assert.Equal("lyssnade", project.Store.Codings(new CodingScope { Codes = [added.Id] }).Single().Coding.Quote);
        Assert.Equal("Personalen", project.Store.Codings(new CodingScope { Codes = [from.Id] }).Single().Coding.Quote);
        project.Store.Undo();
        Assert.Equal(before, project.Dump());
        Refusals.Refused("code.splitOther", () => CodeVerbs.Split(project.Store, from, "x", [other.Id]));
        Refusals.Refused("code.splitOther", () => CodeVerbs.Split(project.Store, from, "x", [Guid.Empty]));
        Refusals.Refused("code.nameTaken", () => project.Store.Apply(CodeVerbs.Split(project.Store, from, "stöd", [one.Id])));
    }

    [Fact]
    public void A_code_with_codings_or_subcodes_goes_only_when_all_is_to_go()
    {
        var below = project.Store.Codes().Single(c => c.Name == "under");
        project.Code(source, "lyssnade", below.Id);
        var before = project.Dump();
        Refusals.Refused("code.hasSubcodes", () => project.Store.Apply(CodeVerbs.Remove(project.Store, from, withAll: false)));
        Assert.Equal("under · 1", Refusals.Refused("code.hasCodings", () => project.Store.Apply(CodeVerbs.Remove(project.Store, below, withAll: false))).Told());
        project.Store.Apply(CodeVerbs.Remove(project.Store, from, withAll: true));
        Assert.Equal(["Stöd", "redan"], project.Store.Codes().Select(c => c.Name));
        Assert.Empty(project.Store.Codings(CodingScope.All));
        project.Store.Undo();
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void Names_are_unique_among_siblings_and_free_again_when_a_code_is_binned()
    {
        Refusals.Refused("code.nameTaken", () => project.Code("PERSONAL"));
        Refusals.Refused("code.nameTaken", () => project.Store.Apply(new EditCode(into with { Name = " personal " })));
        Refusals.Refused("code.badName", () => project.Code("a|b"));
        Refusals.Refused("code.badName", () => project.Code(" "));
        Refusals.Refused("code.badName", () => project.Code("a", tag: "x|y"));
        project.Code("Personal", into.Id);
        project.Store.Apply(CodeVerbs.Remove(project.Store, from, withAll: true));
        project.Code("Personal");
    }

    [Fact]
    public void A_code_is_not_moved_below_itself()
    {
        var below = project.Store.Codes().Single(c => c.Name == "under");
        Refusals.Refused("code.cycle", () => project.Store.Apply(CodeVerbs.Move(project.Store, from, below.Id)));
        Refusals.Refused("code.cycle", () => project.Store.Apply(CodeVerbs.Move(project.Store, from, from.Id)));
        project.Store.Apply(CodeVerbs.Move(project.Store, from, into.Id));
        Assert.Equal(["Stöd", "redan", "Personal", "under"], project.Store.Codes().Select(c => c.Name));
    }

    [Fact]
    public void A_code_with_codings_by_the_ten_thousand_is_split_in_one_go()
    {
        var ids = project.Store.NewIds();
        var text = ProjectBuilder.TextOf(project.Store, source);
        var codings = Enumerable.Range(0, 30_000).Select(i => new Coding
        {
            Id = ids.Next(),
            Source = source,
            Start = i % 10,
            End = 11 + (i % 10),
            Quote = text[(i % 10)..(11 + (i % 10))],
            Code = from.Id,
            Coder = $"{i}",
            Origin = CodingOrigin.Auto,
            Created = default,
        }).ToList();
        project.Store.Apply(new Batch("auto", [.. codings.Select(c => new AddCoding(c))]));
        project.Store.Apply(CodeVerbs.Split(project.Store, from, "Ny", [.. codings.Select(c => c.Id)]));
        Assert.Empty(project.Store.Codings(new CodingScope { Codes = [from.Id] }));
    }

    public void Dispose() => project.Dispose();
}
