using MiaVoices.App.Screens.Start;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens.Start;

public sealed class UserFoldersTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_newest_project_comes_first_and_each_once()
    {
        var folders = new UserFolders(folder.File("config"), folder.File("documents"));
        Assert.Empty(folders.Recent());
        var (one, two) = (folder.File("ett.mia"), folder.File("två.mia"));
        folders.Opened(one);
        folders.Opened(two);
        folders.Opened(one);
        Assert.Equal([one, two], folders.Recent());
        folders.Forget(one);
        Assert.Equal([two], folders.Recent());
    }

    [Fact]
    public void Only_the_person_may_read_the_list()
    {
        var folders = new UserFolders(folder.File("config"), folder.File("documents"));
        folders.Opened(folder.File("ett.mia"));
        var file = Assert.Single(Directory.GetFiles(folders.Config));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void The_list_lies_where_the_system_wants_settings()
    {
        var own = folder.File("mitt");
        Assert.Equal(Path.Combine(own, "miavoices"), UserFolders.Of(n => n == "XDG_CONFIG_HOME" ? own : null, onWindows: false).Config);
        Assert.Equal(Path.Combine(own, "miavoices"), UserFolders.Of(n => n == "APPDATA" ? own : null, onWindows: true).Config);
        Assert.EndsWith(Path.Combine(".config", "miavoices"), UserFolders.Of(_ => null, onWindows: false).Config, StringComparison.Ordinal);
        Assert.EndsWith(Path.Combine(".config", "miavoices"), UserFolders.Of(_ => "inte/hel", onWindows: false).Config, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_keeps_no_one_from_working()
    {
        File.WriteAllText(folder.File("config"), "");
        var folders = new UserFolders(folder.File("config"), folder.File("documents"));
        folders.Opened(folder.File("ett.mia"));
        Assert.Empty(folders.Recent());
    }
}
