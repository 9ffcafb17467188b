using MiaVoices.App.Cli;
using MiaVoices.Core;
using Xunit;

namespace MiaVoices.Tests.App;

public sealed class InstalledDictionaryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mia-dictionary-");

    [Fact]
    public void The_first_folder_with_both_files_is_taken()
    {
        var empty = Folder("empty");
        var half = Folder("half", "sv_SE.dic");
        var whole = Folder("whole", "sv_SE.dic", "sv_SE.aff");
        var later = Folder("later", "sv_SE.dic", "sv_SE.aff");
        Assert.Equal(Path.Combine(whole, "sv_SE.dic"), InstalledDictionary.FindPath(_ => null, [empty, half, whole, later], Path.GetFullPath));
        Assert.Null(InstalledDictionary.FindPath(_ => null, [empty, half], Path.GetFullPath));
    }

    [Fact]
    public void The_variable_goes_before_what_is_installed()
    {
        var installed = Folder("installed", "sv_SE.dic", "sv_SE.aff");
        var named = Path.Combine(Folder("named", "min.dic", "min.aff"), "min.dic");
        Assert.Equal(named, InstalledDictionary.FindPath(Variable(named), [installed], Path.GetFullPath));
        Assert.Null(InstalledDictionary.FindPath(Variable("none"), [installed], Path.GetFullPath));
        Assert.Null(InstalledDictionary.Find(Variable("none"), Path.GetFullPath));
        Assert.Equal(named, InstalledDictionary.Find(Variable(named), Path.GetFullPath)?.Name);
    }

    [Fact]
    public void A_named_dictionary_that_is_not_there_is_refused()
    {
        var half = Path.Combine(Folder("half", "min.dic"), "min.dic");
        Assert.Equal("dictionary.missing", Assert.Throws<RefusedException>(() => InstalledDictionary.FindPath(Variable(half), [], Path.GetFullPath)).Problem.Key);
        Assert.Equal("dictionary.missing", Assert.Throws<RefusedException>(() => InstalledDictionary.Find(Variable("finns inte.dic"), Path.GetFullPath)).Problem.Key);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Func<string, string?> Variable(string value) => name => name == InstalledDictionary.Variable ? value : null;

    private string Folder(string name, params string[] files)
    {
        var folder = _folder.CreateSubdirectory(name).FullName;
        foreach (var file in files)
        {
            File.WriteAllText(Path.Combine(folder, file), "");
        }

        return folder;
    }
}
