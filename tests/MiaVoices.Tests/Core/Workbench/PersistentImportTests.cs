using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

/// <summary>A survey whose ids persist, wave by wave: one person, several rows.</summary>
public sealed class PersistentImportTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    private MiaVoices.Storage.ProjectFile Store => project.Store;

    public void Dispose() => project.Dispose();

    [Fact]
    public void The_same_id_in_a_later_wave_is_the_same_person_and_undoing_either_leaves_the_other_right()
    {
        Import("2024.csv", "2024", new SurveyRow("a1", "Bra"), new SurveyRow("a2", null, "aldrig"));
        var first = project.Dump();
        Import("2025.csv", "2025", new SurveyRow("a1", "Bättre", Group: "anhörig"), new SurveyRow("a3", "Ny här"));
        Assert.Equal(["Enkät 2024 · a1", "Enkät 2024 · a2", "Enkät 2025 · a3"], Store.Cases().Select(c => c.Name).Order(StringComparer.Ordinal));
        Assert.Equal([("2024", "alltid"), ("2025", "alltid")], Store.Answers().Where(a => a.Case.EndsWith("a1", StringComparison.Ordinal)).Select(a => (a.Wave!, a.Points.Single())));
        Assert.Equal("deltagare", Store.Cases().Single(c => c.Name.EndsWith("a1", StringComparison.Ordinal)).Attributes["grupp"]);
        Assert.Equal(3, Store.CountedCases().Count + 1);
        Assert.Empty(Store.Check());
        Store.Undo();
        Assert.Equal(first, project.Dump());
        Store.Redo();
        Store.Apply(new MiaVoices.Core.Changes.HideSource(Store.Sources()[0].Id));
        Assert.Equal(["Enkät 2024 · a1", "Enkät 2025 · a3"], Store.Cases().Select(c => c.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_waves_in_one_file_are_two_rows_of_one_person()
    {
        Import("alla.csv", null, new SurveyRow("a1", "Sedan", "alltid", Wave: "2025"), new SurveyRow("a1", "Först", "aldrig", Wave: "2024"), new SurveyRow("a2", "En gång", Wave: "2025"));
        Assert.Equal(2, Store.Cases().Count);
        Assert.Equal([("2024", "aldrig"), ("2025", "alltid")], Store.Answers().Where(a => a.Case.EndsWith("a1", StringComparison.Ordinal)).Select(a => (a.Wave!, a.Points.Single())));
        Assert.Equal(2, Store.Segments(SegmentScope.All).Count(s => s.Respondent == Store.Cases().Single(c => c.Name.EndsWith("a1", StringComparison.Ordinal)).Name));
        Assert.Empty(Store.Check());
    }

    [Fact]
    public void A_wave_that_comes_again_with_more_rows_finds_persons_of_other_waves_too()
    {
        Import("2024.csv", "2024", new SurveyRow("a1", "Bra"), new SurveyRow("a2", "Nja"));
        Import("2025.csv", "2025", new SurveyRow("a1", "Bättre"));
        var code = project.Code("Stöd");
        project.Code(Store.Sources()[1].Id, "Bättre", code.Id);
        Import("2025.csv", "2025", new SurveyRow("a2", "Sämre"), new SurveyRow("a1", "Bättre"), new SurveyRow("a4", "Ny"));
        Assert.Equal(3, Store.Cases().Count);
        Assert.Equal("Enkät 2024 · a1", Store.Codings(CodingScope.All).Single().Respondent);
        Assert.Equal(["2024", "2025"], Store.Answers().Where(a => a.Case == "Enkät 2024 · a2").Select(a => a.Wave!));
    }

    private void Import(string file, string? wave, params SurveyRow[] rows)
    {
        var draft = Drafts.Survey(file, "Enkät", wave, rows);
        draft = draft with { Survey = draft.Survey! with { PersistentIds = true, Named = true, Columns = [new ColumnRole("id", "id", null, "profile")] } };
        var bytes = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(r => r.ToString())));
        var report = Importing.Run(Store, [new ImportFile(file, () => bytes)], (_, _) => new DraftReader(draft), new ReadOptions(), dryRun: false, new UpdateOptions { ByName = true });
        Assert.Empty(report.Refused);
    }
}
