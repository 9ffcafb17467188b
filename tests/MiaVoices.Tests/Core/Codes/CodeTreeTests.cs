using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Codes;

public class CodeTreeTests
{
    private static readonly CodeTree Tree = new(
    [
        Code(1, "Stöd", "St"),
        Code(2, "Bemötande", "Be"),
        Code(3, "kontakt", "", 1),
        Code(4, "Kontakt", "", 2),
        Code(5, "Hälsa/vård", "Hä"),
        Code(6, "be", ""),
        Code(7, "lyssna", "", 4),
        Code(8, "trygghet", "", 1),
        Code(9, "trygghet", "", 2),
    ]);

    [Theory]
    [InlineData("Stöd", 1)]
    [InlineData(" stöd ", 1)]
    [InlineData("St", 1)]
    [InlineData("st", 1)]
    [InlineData("Be", 2)]
    [InlineData("be", 6)]
    [InlineData("kontakt", 3)]
    [InlineData("Kontakt", 4)]
    [InlineData("Stöd / kontakt", 3)]
    [InlineData("Bemötande/Kontakt", 4)]
    [InlineData("bemötande / kontakt / LYSSNA", 7)]
    [InlineData("Hälsa/vård", 5)]
    [InlineData("hälsa / vård", 5)]
    [InlineData("Stöd / trygghet", 8)]
    [InlineData("00000009-0000-0000-0000-000000000000", 9)]
    public void A_code_is_found_by_name_tag_path_or_identity(string text, int id) =>
        Assert.Equal(Id(id), Tree.Find(text).Id);

    [Theory]
    [InlineData("KONTAKT", "\"Stöd / kontakt\", \"Bemötande / Kontakt\"")]
    [InlineData("trygghet", "\"Stöd / trygghet\", \"Bemötande / trygghet\"")]
    public void A_name_that_several_bear_is_refused_with_the_candidates(string text, string candidates)
    {
        var problem = Assert.Throws<UsageException>(() => Tree.Find(text)).Problem;
        Assert.Equal(("code.ambiguous", text, candidates), (problem.Key, problem.Facts[0], problem.Facts[1]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Stö")]
    [InlineData("kontakt / Stöd")]
    [InlineData("00000099-0000-0000-0000-000000000000")]
    public void What_nothing_is_called_is_not_guessed(string text)
    {
        Assert.Null(Tree.TryFind(text));
        Refusals.Refused("code.unknown", () => Tree.Find(text));
    }

    [Fact]
    public void Parents_come_before_children_and_siblings_keep_their_order()
    {
        var shuffled = new CodeTree([Code(7, "g", "", 4), Code(4, "d", "", 2), Code(2, "b", ""), Code(1, "a", ""), Code(3, "c", "", 2)]);
        Assert.Equal([2, 4, 7, 3, 1], shuffled.Codes.Select(c => (int)c.Id.ToByteArray()[0]));
        Assert.Equal([2, 4, 7, 3], shuffled.WithDescendants(Id(2)).Select(c => (int)c.Id.ToByteArray()[0]));
        Assert.Equal((0, 2), (shuffled.Depth(Id(2)), shuffled.Depth(Id(7))));
        Assert.Equal("b / d / g", shuffled.Path(Id(7)));
    }

    [Fact]
    public void A_code_whose_parent_is_not_in_the_list_stands_at_the_top()
    {
        var tree = new CodeTree([Code(3, "c", "", 2)]);
        Assert.Equal((1, 0, "c"), (tree.Roots.Count(), tree.Depth(Id(3)), tree.Path(Id(3))));
    }

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    private static Code Code(int id, string name, string tag, int? parent = null) =>
        new() { Id = Id(id), Name = name, Tag = tag, Parent = parent is { } p ? Id(p) : null };
}
