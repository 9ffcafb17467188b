using System.Text;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class SpeakerPseudonymsTests : IDisposable
{
    private const string Talk = "Eva Ek: Hur var det, Bo?\nBo Alm: Bra, sa Annas chef Bo Alm till mig den gången.\nEva Ek: Jaså?\nBo Alm: Ja, Bos vän kom.\n";
    private readonly ProjectBuilder project = new();

    [Fact]
    public void A_dry_run_proposes_what_the_import_then_stores()
    {
        var plain = Import([("samtal.txt", Talk)], new ReadOptions(), dryRun: true).Imported.Single();
        Assert.Equal(["Eva Ek", "Bo Alm"], plain.Draft.Speakers.Select(s => s.Name));
        Assert.Equal("Intervjuare", plain.Draft.Speakers[0].Pseudonym);
        Assert.Matches("^D[0-9]{2}$", plain.Draft.Speakers[1].Pseudonym!);
        Assert.Equal([("speaker.looksLikeName", "2")], plain.Notices.Select(n => (n.Problem.Key, n.Problem.Told())));

        var report = Import([("samtal.txt", Talk)], new ReadOptions { Pseudonyms = true }, dryRun: false).Imported.Single();
        var pseudonym = plain.Draft.Speakers[1].Pseudonym!;
        Assert.Equal([("speaker.namesInText", "3")], report.Notices.Select(n => (n.Problem.Key, n.Problem.Told())));
        Assert.Equal(["Intervjuare", pseudonym], project.Store.Speakers().Select(s => s.Name));
        Assert.Equal([pseudonym], project.Store.Cases().Select(c => c.Name));
        Assert.Equal(["Intervjuare", pseudonym, "Intervjuare", pseudonym], project.Store.Segments(SegmentScope.All).Select(s => s.Speaker));
    }

    [Fact]
    public void What_was_replaced_is_nowhere_in_the_project()
    {
        Import([("s.txt", "Qvist Zorn: Hej.\nXerxes Wahl: Hej du där.\nQvist Zorn: Ja.\nXerxes Wahl: Ja.\n")], new ReadOptions { Pseudonyms = true }, dryRun: false);
        project.Store.Dispose();
        var bytes = Encoding.Latin1.GetString(File.ReadAllBytes(project.File));
        Assert.All(["Qvist", "Zorn", "Xerxes", "Wahl", "xerxes", "qvist"], w => Assert.DoesNotContain(w, bytes, StringComparison.Ordinal));
        project.Reopen();
        Assert.Equal(2, project.Store.Speakers().Count);
        Assert.All(project.Store.Speakers(), s => Assert.Matches("^T[0-9]{2}$", s.Name));
    }

    [Fact]
    public void Without_being_asked_for_labels_are_stored_as_written()
    {
        Import([("samtal.txt", Talk)], new ReadOptions(), dryRun: false);
        Assert.Equal(["Eva Ek", "Bo Alm"], project.Store.Speakers().Select(s => s.Name));
        Assert.Equal(["Intervju 1"], project.Store.Cases().Select(c => c.Name));
    }

    [Fact]
    public void Pseudonyms_are_unique_over_files_follow_the_group_and_do_not_tell_the_order()
    {
        var files = Enumerable.Range(0, 150).Select(i => ($"{i}.txt", Talk + $"Eva Ek: {i}?\n")).ToArray();
        var report = Import(files, new ReadOptions { Pseudonyms = true, Attributes = new Dictionary<string, string> { ["grupp"] = "handläggare" } }, dryRun: true);
        var names = report.Imported.Select(i => i.Draft.Speakers[1].Name).ToList();
        Assert.Equal(150, names.Distinct().Count());
        Assert.All(names.Take(99), n => Assert.Matches("^H[0-9]{2}$", n));
        Assert.All(names.Skip(99), n => Assert.Matches("^H[0-9]{3}$", n));
        Assert.NotEqual(names.Take(99).Order(StringComparer.Ordinal), names.Take(99));
        Assert.Equal(names, Import(files, new ReadOptions { Pseudonyms = true, Attributes = new Dictionary<string, string> { ["grupp"] = "handläggare" } }, dryRun: true).Imported.Select(i => i.Draft.Speakers[1].Name));
    }

    [Fact]
    public void Names_taken_by_persons_are_not_given_again()
    {
        var first = Import([("a.txt", Talk)], new ReadOptions(), dryRun: true).Imported.Single().Draft.Speakers[1].Pseudonym!;
        project.Person(first);
        Assert.NotEqual(first, Import([("a.txt", Talk)], new ReadOptions(), dryRun: true).Imported.Single().Draft.Speakers[1].Pseudonym);
    }

    [Theory]
    [InlineData("Intervju K07.txt", "K07", false)]
    [InlineData("Intervju BA1.txt", null, true)]
    [InlineData("Intervju B12.txt", null, false)]
    [InlineData("Intervju Bo Alm.txt", null, true)]
    [InlineData("bo_alm/samtal.txt", null, true)]
    [InlineData("Intervju 4.txt", null, false)]
    public void A_code_in_the_files_name_is_kept_unless_it_tells_the_name(string file, string? kept, bool told)
    {
        var read = Import([(file, Talk)], new ReadOptions(), dryRun: true).Imported.Single();
        // Which of D01 to D99 is drawn differs from project to project.
        Assert.Matches(kept is null ? "^D[0-9]{2}$" : $"^{kept}$", read.Draft.Speakers[1].Pseudonym!);
        Assert.Equal(told, read.Notices.Any(n => n.Problem.Key == "speaker.nameInFileName"));
        Assert.DoesNotContain("BA1", read.Label, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_who_ask_are_told_apart_and_a_notice_names_the_pseudonym()
    {
        var options = new ReadOptions { Pseudonyms = true, Roles = new Dictionary<string, SpeakerRole> { ["Eva"] = SpeakerRole.Interviewer, ["Siv"] = SpeakerRole.Interviewer } };
        var asked = Import([("a.txt", "Intervjuare: Va?\nEva: Va?\nSiv: Va?\nD: Ja.\nEva: Jo?\nSiv: Ja?")], options, dryRun: true).Imported.Single();
        Assert.Equal(["Intervjuare", "Intervjuare 2", "Intervjuare 3", "D"], asked.Draft.Speakers.Select(s => s.Name));
        var unknown = Import([("a.txt", "Eva: Så.\nSiv: Ja.\nEva: Så.\nSiv: Ja.")], new ReadOptions { Pseudonyms = true }, dryRun: true).Imported.Single();
        Assert.Equal(unknown.Draft.Speakers.Select(s => s.Name), unknown.Notices.Where(n => n.Problem.Key == "speaker.unknown").Select(n => n.Problem.Facts[0]));
    }

    public void Dispose() => project.Dispose();

    private ImportReport Import((string Name, string Text)[] files, ReadOptions options, bool dryRun) =>
        Importing.Run(project.Store, [.. files.Select(f => new ImportFile(f.Name, () => Encoding.UTF8.GetBytes(f.Text)))], Readers.Recognise, options, dryRun);
}
