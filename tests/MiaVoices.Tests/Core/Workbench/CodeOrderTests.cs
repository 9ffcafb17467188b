using MiaVoices.Core.Changes;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class CodeOrderTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public void A_code_moves_among_its_siblings_also_where_an_old_codebook_gave_them_one_place()
    {
        var (a, b, c) = (project.Code("a"), project.Code("b"), project.Code("c"));
        foreach (var code in new[] { a, b, c })
        {
            project.Store.Apply(new EditCode(code with { Position = 0 }));
        }

        var before = project.Dump();
        project.Store.Apply(CodeVerbs.Reorder(project.Store, c, -1));
        Assert.Equal(["a", "c", "b"], project.Store.Codes().Select(x => x.Name));
        project.Store.Apply(CodeVerbs.Reorder(project.Store, a, 1));
        Assert.Equal(["c", "a", "b"], project.Store.Codes().Select(x => x.Name));
        Assert.Empty(CodeVerbs.Reorder(project.Store, b, 1).Changes);
        project.Store.Undo();
        project.Store.Undo();
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void Codes_elsewhere_in_the_tree_stay()
    {
        var (a, b) = (project.Code("a"), project.Code("b"));
        project.Code("under", a.Id);
        var changes = CodeVerbs.Reorder(project.Store, b, -1).Changes;
        Assert.Equal([b.Id, a.Id], changes.Cast<EditCode>().OrderBy(e => e.Code.Position).Select(e => e.Code.Id));
        Assert.Null(CodeVerbs.RemovedWith(project.Store, a.Id));
    }
}
