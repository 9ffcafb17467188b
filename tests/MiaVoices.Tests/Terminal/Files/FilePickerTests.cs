using MiaVoices.Terminal.Files;
using MiaVoices.Terminal.Loop;
using MiaVoices.Tests.Terminal.Support;
using Xunit;

namespace MiaVoices.Tests.Terminal.Files;

public sealed class FilePickerTests
{
    private readonly List<string> _chosen = [];
    private readonly FilePicker _picker;
    private readonly AppDriver _driver = new(70, 10);

    public FilePickerTests()
    {
        _picker = new FilePicker(new TestFolders(), "/kansli/mia", e => e.Name.EndsWith(".docx", StringComparison.Ordinal))
        {
            CanTick = true,
            Chosen = _chosen.AddRange,
            EndText = e => e.IsFolder ? "" : $"{e.Size} byte",
        };
        _driver.App.Push(new TestLayer(_picker));
        _driver.Settle();
    }

    [Fact]
    public void It_shows_folders_first_and_only_what_can_be_chosen() => ApprovedGrid.Verify(_driver.Terminal, "files-70x10");

    [Fact]
    public void One_goes_into_a_folder_and_comes_up_where_one_was()
    {
        _driver.Press("Down", "Enter");
        Assert.Equal("/kansli/mia/intervjuer", _picker.Folder);
        _driver.Press("Backspace");
        Assert.Equal(("/kansli/mia", "intervjuer"), (_picker.Folder, _picker.Selected?.Name));
    }

    [Fact]
    public void Typing_filters_and_Enter_chooses()
    {
        _driver.Type("sal").Press("Enter");
        Assert.Equal(["/kansli/mia/salem.docx"], _chosen);
    }

    [Fact]
    public void Several_are_ticked()
    {
        _driver.Press("Down", "Down", "Space", "Space", "Enter");
        Assert.Equal(["/kansli/mia/botkyrka.docx", "/kansli/mia/salem.docx"], _chosen);
    }

    [Fact]
    public void A_folder_is_ticked_whole_and_Enter_on_it_chooses_all_that_is_ticked()
    {
        _driver.Press("Down", "Space", "Space", "Up", "Up", "Enter");
        Assert.Equal(["/kansli/mia/botkyrka.docx", "/kansli/mia/intervjuer"], _chosen);
    }

    [Fact]
    public void Folders_are_read_somewhere_else_and_only_the_latest_is_shown()
    {
        var waiting = new List<Action>();
        var driver = new AppDriver(70, 10);
        var picker = new FilePicker(new TestFolders(), "/kansli/mia", _ => true, new LatestWork(driver.App, waiting.Add)) { ReadingText = "läser" };
        driver.App.Push(new TestLayer(picker));
        driver.Settle();
        Assert.Contains("läser", driver.Screen, StringComparison.Ordinal);
        picker.GoTo("/kansli/mia/intervjuer");
        waiting.ForEach(w => w());
        driver.Settle().Settle();
        Assert.Contains("berit.docx", driver.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("salem", driver.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_goes_where_it_leads_as_it_is_typed()
    {
        _driver.Type("/kansli/mia/intervjuer/be");
        Assert.Equal(("/kansli/mia/intervjuer", "be", "berit.docx"), (_picker.Folder, _picker.Field.Text, _picker.Selected?.Name));
        _driver.Press("Backspace", "Backspace", "Backspace");
        Assert.Equal("/kansli/mia", _picker.Folder);
        _driver.Type("/finns/inte");
        Assert.Equal(("/", FolderProblem.None), (_picker.Folder, _picker.Problem));
    }

    private sealed class TestFolders : IFolders
    {
        private static readonly string[] Paths = ["/kansli/mia/salem.docx", "/kansli/mia/botkyrka.docx", "/kansli/mia/läsmig.txt", "/kansli/mia/intervjuer/anna.docx", "/kansli/mia/intervjuer/berit.docx"];

        public IReadOnlyList<FileEntry> Read(string folder, out FolderProblem problem)
        {
            var prefix = folder == "/" ? "/" : folder + "/";
            var below = Paths.Where(p => p.StartsWith(prefix, StringComparison.Ordinal)).Select(p => p[prefix.Length..].Split('/')).ToList();
            problem = below.Count == 0 ? FolderProblem.Missing : FolderProblem.None;
            return [.. below.Select(b => new FileEntry(b[0], b.Length > 1, b.Length > 1 ? 0 : 1000 + b[0].Length, default)).Distinct()];
        }

        public string? Parent(string folder) => folder == "/" ? null : folder.LastIndexOf('/') is 0 ? "/" : folder[..folder.LastIndexOf('/')];

        public string Resolve(string folder, string typed)
        {
            var path = typed.StartsWith('/') ? typed : $"{(folder == "/" ? "" : folder)}/{typed}";
            return path.Length > 1 ? path.TrimEnd('/') : path;
        }
    }
}
