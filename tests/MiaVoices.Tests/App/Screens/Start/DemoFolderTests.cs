using MiaVoices.App.Screens.Start;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens.Start;

public sealed class DemoFolderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_practice_project_that_is_stopped_leaves_nothing()
    {
        var place = folder.File("mia-demo");
        Assert.Throws<OperationCanceledException>(() => DemoFolder.Make<string>(place, () => Half(place)));
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void What_was_there_before_stays_and_an_earlier_project_gets_its_name_back()
    {
        var place = folder.File("mia-demo");
        Directory.CreateDirectory(place);
        File.WriteAllText(Path.Combine(place, "stegvis.mia"), "mitt arbete");
        File.WriteAllText(Path.Combine(place, "anteckning.txt"), "min");
        Assert.Throws<OperationCanceledException>(() => DemoFolder.Make<string>(place, () =>
        {
            File.Move(Path.Combine(place, "stegvis.mia"), Path.Combine(place, "stegvis-tidigare-1.mia"));
            return Half(place);
        }));
        Assert.Equal(["anteckning.txt", "stegvis.mia"], Directory.EnumerateFileSystemEntries(place).Select(Path.GetFileName).Order());
        Assert.Equal("mitt arbete", File.ReadAllText(Path.Combine(place, "stegvis.mia")));
    }

    [Fact]
    public void A_practice_project_that_is_finished_stays()
    {
        var place = folder.File("mia-demo");
        Assert.Equal("klart", DemoFolder.Make(place, () =>
        {
            Directory.CreateDirectory(place);
            File.WriteAllText(Path.Combine(place, "stegvis.mia"), "");
            return "klart";
        }));
        Assert.True(File.Exists(Path.Combine(place, "stegvis.mia")));
    }

    private static string Half(string place)
    {
        Directory.CreateDirectory(Path.Combine(place, "material", "intervjuer"));
        File.WriteAllText(Path.Combine(place, "material", "intervjuer", "D01.txt"), "x");
        File.WriteAllText(Path.Combine(place, "stegvis.mia"), "halv");
        File.WriteAllText(Path.Combine(place, "stegvis.mia-wal"), "halv");
        throw new OperationCanceledException();
    }
}
