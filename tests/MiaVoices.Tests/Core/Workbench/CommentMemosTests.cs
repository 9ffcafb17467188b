using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class CommentMemosTests : IDisposable
{
    private const string Rtf = "{\\rtf1\\ansi {\\*\\annotation Om allt}I: Hur?\\par IP: Bra.{\\*\\atnauthor Anna Ek}{\\*\\annotation Viktigt}\\par IP: Ja.\\par}";
    private readonly ProjectBuilder project = new();

    [Fact]
    public void Comments_become_memos_on_their_segments_in_the_step_that_brings_them_in()
    {
        var before = project.Dump();
        var report = Import(new ReadOptions { CommentTitle = "Kommentar i filen" }, dryRun: false);
        Assert.Equal(2, report.Imported.Single().Draft.Comments.Count);
        var segments = project.Store.Segments(SegmentScope.All).ToList();
        Assert.Equal(
            [(MemoTarget.Segment, segments[0].Id, "Om allt"), (MemoTarget.Segment, segments[1].Id, "Viktigt")],
            project.Store.Memos().Select(m => (m.Target, m.TargetId!.Value, m.Text)));
        Assert.All(project.Store.Memos(), m => Assert.Equal(("Kommentar i filen", "Mia"), (m.Title, m.Coder)));
        Assert.DoesNotContain("Anna", project.Dump(), StringComparison.Ordinal);
        Assert.Single(project.Store.Journal());
        project.Store.Undo();
        Assert.Empty(project.Store.Memos());
        Assert.Empty(project.Store.Sources());
        project.Store.Redo();
        Assert.Equal([segments[0].Id, segments[1].Id], project.Store.Memos().Select(m => m.TargetId!.Value));
        Assert.Empty(project.Store.Check());
        Assert.NotEqual(before, project.Dump());
    }

    [Fact]
    public void A_dry_run_and_an_import_without_the_wish_make_none()
    {
        Assert.Equal(2, Import(new ReadOptions { CommentTitle = "K" }, dryRun: true).Imported.Single().Draft.Comments.Count);
        Assert.Equal("docx.comments", Import(new ReadOptions(), dryRun: false).Imported.Single().Notices.Single().Problem.Key);
        Assert.Empty(project.Store.Memos());
    }

    public void Dispose() => project.Dispose();

    private ImportReport Import(ReadOptions options, bool dryRun) =>
        Importing.Run(project.Store, [new ImportFile("a.rtf", () => System.Text.Encoding.ASCII.GetBytes(Rtf))], Readers.Recognise, options, dryRun);
}
