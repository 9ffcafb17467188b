using System.Text;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class ImportingTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    [Fact]
    public void The_sheets_of_a_workbook_come_in_and_go_as_one()
    {
        var report = Import(("bok.xlsx", [Sheet("2024", codes: ["Stöd"]), Sheet("2025", codes: ["stöd ", "Ny|kod"])]));
        Assert.Empty(report.Refused);
        Assert.Equal(["Enkät 2024", "Enkät 2025"], report.Imported.Select(i => i.Label));
        Assert.Equal(["Stöd", "Ny/kod"], project.Store.Codes().Select(c => c.Name));
        Assert.Equal(["Stöd", "Stöd", "Ny/kod"], project.Store.Codings(CodingScope.All).Select(p => project.Store.Codes().Single(c => c.Id == p.Coding.Code).Name));
        Assert.Equal(["survey.codeMade", "survey.codeMade"], report.Imported.SelectMany(i => i.Notices).Select(n => n.Problem.Key));
        Assert.Single(project.Store.Journal());
        project.Store.Undo();
        Assert.Empty(project.Store.Sources());
        Assert.Empty(project.Store.Codes());
        project.Store.Redo();
        Assert.Equal(3, project.Store.Codings(CodingScope.All).Count());
        Assert.Empty(project.Store.Check());
    }

    [Fact]
    public void Codes_of_a_spreadsheet_that_the_codebook_has_are_those()
    {
        var known = project.Code("Stöd", tag: "St");
        Import(("a.csv", [Sheet("2024", codes: ["st", "STÖD"])]));
        Assert.Equal([known.Id, known.Id], project.Store.Codings(CodingScope.All).Select(p => p.Coding.Code));
    }

    [Fact]
    public void An_ambiguous_code_in_a_file_refuses_that_file_and_the_rest_goes_on()
    {
        var one = project.Code("A");
        project.Code("stöd", one.Id);
        project.Code("Stöd", project.Code("B").Id);
        var report = Import(("a.csv", [Sheet("2024", codes: ["STÖD"])]), ("b.csv", [Sheet("2025")]));
        Assert.Equal(("a.csv", "code.ambiguous"), report.Refused.Select(p => (p.Where, p.Key)).Single());
        Assert.Equal(["b.csv"], project.Store.Sources().Select(s => s.Name));
    }

    [Fact]
    public void The_same_file_twice_is_refused_and_the_same_content_under_another_name_is_told()
    {
        Import(("a.txt", [Drafts.Notes("a.txt", "Hej.")]));
        var again = Import(("a.txt", [Drafts.Notes("a.txt", "Hej.")]), ("b.txt", [Drafts.Notes("b.txt", "Nytt.")]));
        Assert.Equal(("a.txt", "source.already", "Anteckning 1"), again.Refused.Select(p => (p.Where, p.Key, p.Told())).Single());
        Assert.Equal(["b.txt"], again.Imported.Select(i => i.Draft.Name));
        var copy = Importing.Run(project.Store, [new ImportFile("kopia/a.txt", () => Encoding.UTF8.GetBytes("a.txt"))], (_, _) => new DraftReader([Drafts.Notes("kopia/a.txt", "Hej.")]), new ReadOptions(), dryRun: false);
        Assert.Equal("source.sameContent", copy.Imported.Single().Notices.Single().Problem.Key);
        Assert.Equal(3, project.Store.Sources().Count);
        Assert.Equal(["Anteckning 1", "Anteckning 2", "Anteckning 3"], project.Store.Sources().Select(s => s.Label));
    }

    [Fact]
    public void A_file_that_was_undone_can_come_in_again()
    {
        Import(("D07.txt", [Drafts.Interview("D07.txt", ("D", Drafts.Answers, "Hej."))]));
        project.Store.Undo();
        Import(("D07.txt", [Drafts.Interview("D07.txt", ("D", Drafts.Answers, "Hej."))]));
        Assert.Equal(["D07"], project.Store.Cases().Select(c => c.Name));
        Assert.Empty(project.Store.Check());
    }

    [Fact]
    public void A_bad_file_does_not_stop_the_rest_and_a_dry_run_changes_nothing()
    {
        IReadOnlyList<ImportFile> files = [new("dålig.txt", () => throw new RefusedException(Problem.Of("file.empty"))), new("bra.txt", () => "x"u8.ToArray())];
        var dry = Importing.Run(project.Store, files, (_, _) => new DraftReader([Drafts.Notes("bra.txt", "Hej.")]), new ReadOptions(), dryRun: true);
        Assert.Equal((1, 1, 0), (dry.Imported.Count, dry.Refused.Count, project.Store.Sources().Count));
        Assert.Equal(("dålig.txt", "file.empty"), dry.Refused.Select(p => (p.Where, p.Key)).Single());
        Assert.Empty(project.Store.Journal());
        Importing.Run(project.Store, files, (_, _) => new DraftReader([Drafts.Notes("bra.txt", "Hej.")]), new ReadOptions(), dryRun: false);
        Assert.Single(project.Store.Sources());
    }

    [Fact]
    public void Attributes_given_at_import_reach_the_cases_and_progress_ends_at_one()
    {
        var told = new List<double>();
        Importing.Run(
            project.Store,
            [new("D07.txt", () => "x"u8.ToArray())],
            (_, _) => new DraftReader([Drafts.Interview("D07.txt", ("D", Drafts.Answers, "Hej."))]),
            new ReadOptions { Attributes = new Dictionary<string, string> { ["grupp"] = "anhörig" } },
            dryRun: false,
            progress: new Told(told));
        Assert.Equal("anhörig", project.Store.Cases().Single().Attributes["grupp"]);
        Assert.Equal(1, told[^1]);
        Assert.Equal(told.Order(), told);
    }

    public void Dispose() => project.Dispose();

    private static SourceDraft Sheet(string wave, string[]? codes = null) =>
        Drafts.Survey("bok.xlsx", "Enkät", wave, new SurveyRow("1", $"Svar {wave}", Codes: codes), new SurveyRow("2", null, Codes: ["oanvänd"]));

    private ImportReport Import(params (string Name, SourceDraft[] Drafts)[] files) => Importing.Run(
        project.Store,
        [.. files.Select(f => new ImportFile(f.Name, () => Encoding.UTF8.GetBytes(f.Name)))],
        (file, _) => new DraftReader([.. files.Single(f => f.Name == file.Name).Drafts.Select(d => d with { Name = file.Name })]),
        new ReadOptions(),
        dryRun: false);

    private sealed class Told(List<double> shares) : IProgress<(double Share, string Name)>
    {
        public void Report((double Share, string Name) value) => shares.Add(value.Share);
    }
}
