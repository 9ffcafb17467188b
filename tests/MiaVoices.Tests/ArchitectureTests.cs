using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests;

/// <summary>Which way references point, between projects and between the folders of the core.</summary>
public partial class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["MiaVoices.Core"] = [],
        ["MiaVoices.Storage"] = ["MiaVoices.Core"],
        ["MiaVoices.Formats"] = ["MiaVoices.Core"],
        ["MiaVoices.Terminal"] = [],
        ["MiaVoices.App"] = ["MiaVoices.Core", "MiaVoices.Formats", "MiaVoices.Storage", "MiaVoices.Terminal"],
    };

    /// <summary>A folder may use those that stand before it in this list and are named with it.</summary>
    private static readonly (string Folder, string[] MayUse)[] Folders =
    [
        ("Sources", []),
        ("Codes", ["Sources"]),
        ("Language", ["Sources"]),
        ("Revisions", ["Language", "Sources"]),
        ("Search", ["Codes", "Language", "Sources"]),
        ("Changes", ["Codes", "Search", "Sources"]),
        ("Suggestions", ["Codes", "Language", "Sources"]),
        ("Figures", ["Codes", "Language", "Sources"]),
        ("Themes", ["Codes", "Figures", "Language", "Suggestions"]),
        ("Reports", ["Codes", "Figures", "Language", "Sources", "Themes"]),
        ("Workbench", ["Changes", "Codes", "Figures", "Language", "Reports", "Revisions", "Search", "Sources", "Suggestions", "Themes"]),
    ];

    private static readonly string[] Roots = ["Problem", "RefusedException", "UsageException", "IIdSource", "Ids"];

    [Fact]
    public void Projects_refer_to_those_they_may_and_to_no_others()
    {
        var found = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).ToDictionary(
            f => Path.GetFileNameWithoutExtension(f),
            f => XDocument.Load(f).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))).Order().ToArray());
        Assert.Equal(Projects.Keys.Order(), found.Keys.Order());
        Assert.All(found, p => Assert.Equal(Projects[p.Key], p.Value));
    }

    [Fact]
    public void Folders_of_the_core_use_those_they_may_and_no_others()
    {
        var known = Folders.Select(f => f.Folder).ToList();
        Assert.All(Folders, f => Assert.All(f.MayUse, u => Assert.InRange(known.IndexOf(u), 0, known.IndexOf(f.Folder) - 1)));
        var core = Path.Combine(Repository.Root, "src", "MiaVoices.Core");
        foreach (var (file, text) in Repository.Sources.Where(s => s.Path.StartsWith(core + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            var parts = Path.GetRelativePath(core, file).Split(Path.DirectorySeparatorChar);
            var folder = parts.Length == 1 ? null : parts[0];
            var may = folder is null ? [] : Folders.Single(f => f.Folder == folder).MayUse;
            Assert.All(
                CoreName().Matches(text).Select(m => m.Groups[1].Value).Except(Roots),
                used => Assert.True(used == folder || may.Contains(used), $"{Path.GetRelativePath(core, file)} uses {used}"));
        }
    }

    [Fact]
    public void The_core_knows_no_files_no_database_and_no_terminal()
    {
        string[] banned = ["Microsoft.Data.Sqlite", "SQLitePCLRaw.core", "System.Console", "System.IO.FileSystem.Watcher", "System.Net.Http"];
        var used = Load("MiaVoices.Core").GetReferencedAssemblies().Select(a => a.Name!);
        Assert.Empty(used.Intersect(banned));
    }

    [Fact]
    public void No_type_is_called_like_a_part_of_its_namespace()
    {
        foreach (var type in Projects.Keys.Select(p => Load(p == "MiaVoices.App" ? "mia" : p)).SelectMany(a => a.GetTypes()).Where(t => t.Namespace?.StartsWith("MiaVoices", StringComparison.Ordinal) == true))
        {
            Assert.DoesNotContain(type.Name, type.Namespace!.Split('.'));
        }
    }

    /// <summary>So that many runs can go on in one process, each in surroundings of its own.</summary>
    [Fact]
    public void Only_where_the_program_begins_is_the_process_asked_for_streams_variables_and_folder()
    {
        string[] may = ["Program.cs", "PlainLines.cs", "Surroundings.cs"];
        var app = Path.Combine(Repository.Root, "src", "MiaVoices.App") + Path.DirectorySeparatorChar;
        foreach (var (file, text) in Repository.Sources.Where(s => s.Path.StartsWith(app, StringComparison.Ordinal) && !may.Contains(Path.GetFileName(s.Path))))
        {
            Assert.True(!OfProcess().IsMatch(text), $"{file} asks the process");
            Assert.True(!file.Contains(Path.Combine("App", "Commands"), StringComparison.Ordinal) || !OfFolder().IsMatch(text), $"{file} takes a path as the process would");
        }
    }

    private static Assembly Load(string name) => Assembly.Load(new AssemblyName(name));

    [GeneratedRegex(@"(?<!namespace )MiaVoices\.Core\.(\w+)")]
    private static partial Regex CoreName();

    [GeneratedRegex(@"\bConsole\.|GetEnvironmentVariable|CurrentDirectory|GetTempPath")]
    private static partial Regex OfProcess();

    /// <summary>What takes a relative path from the folder of the process; <c>Files</c> takes it from that of the run.</summary>
    [GeneratedRegex(@"(?<![\w.])(File|Directory)\.|new (FileInfo|DirectoryInfo|FileStream)\b|Path\.GetFullPath")]
    private static partial Regex OfFolder();
}
