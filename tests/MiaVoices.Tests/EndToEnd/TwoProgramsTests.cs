using MiaVoices.Core.Changes;
using MiaVoices.Storage;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>A project that is open here while another program uses it and ends.</summary>
public sealed class TwoProgramsTests
{
    /// <summary>
    /// A second connection, or a file that is only looked at, must not give up this process's locks: the other program, when it ends,
    /// would take the log away, and what is written afterwards with it.
    /// </summary>
    [Fact]
    public void What_is_written_after_another_program_has_come_and_gone_is_there()
    {
        using var project = new ProjectBuilder();
        using var mia = new Mia();
        project.Store.Apply(new RenameProject("ett"));
        ProjectFile.Open(project.File, project.Context("Bo")).Dispose();
        mia.RunApart("sources", project.File).Ends(0);
        project.Store.Apply(new RenameProject("två"));
        mia.RunApart("sources", project.File).Ends(0);
        project.Store.Apply(new RenameProject("tre"));

        Assert.Contains("tre", mia.RunApart("log", project.File).Ends(0).Out, StringComparison.Ordinal);
        using var after = ProjectFile.Open(project.File, project.Context("Bo"));
        Assert.Equal("tre", after.Project.Name);
        Assert.Empty(project.Store.Check());
    }

    [Fact]
    public void The_engine_alone_opens_a_project_that_is_open()
    {
        using var project = new ProjectBuilder();
        Assert.True(HeldFiles.Holds(project.File));
        Assert.True(HeldFiles.Holds(project.File + "-wal"));
        Assert.False(HeldFiles.Holds(project.File + "x"));
        var copy = project.Folder.File("kopia.mia");
        project.Store.Backup(copy);
        Assert.False(HeldFiles.Holds(copy));
        using (ProjectFile.Open(copy, project.Context("Bo")))
        {
            Assert.True(HeldFiles.Holds(copy));
        }

        Assert.False(HeldFiles.Holds(copy));
    }
}
