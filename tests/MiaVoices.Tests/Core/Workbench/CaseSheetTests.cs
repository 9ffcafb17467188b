using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class CaseSheetTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    public CaseSheetTests()
    {
        project.Import(Drafts.Interview("Intervju D07.txt", ("I", Drafts.Asks, "Hej?"), ("D", Drafts.Answers, "Hej.")));
        project.Import(Drafts.Interview("Intervju D08.txt", ("A", SpeakerRole.Unknown, "Hej?"), ("B", SpeakerRole.Unknown, "Hej.")));
        project.Import(Drafts.Survey("enkät.csv", "Enkät", "2025", new SurveyRow("1", "Bra")));
    }

    [Fact]
    public void A_table_ties_speakers_to_cases_and_sets_attributes()
    {
        var before = project.Dump();
        var result = Import("source;speaker;case;Grupp;delprojekt", "Intervju D07;;Kim;anhörig;Väst", "Intervju D08.txt;b;Kim;;Öst", "Okänd;;x;;", ";;Enkät 2025 · 1;remittent;");
        Assert.Equal(("tabell.csv:4", "source.unknown"), result.LeftOut.Select(p => (p.Where, p.Key)).Single());
        Assert.Equal((2, 2), (result.Cases, result.Speakers));
        project.Store.Apply(result.Change!);

        Assert.Equal(["Enkät 2025 · 1", "Kim"], project.Store.Cases().Select(c => c.Name));
        var kim = project.Store.Cases().Single(c => c.Name == "Kim");
        Assert.Equal([("delprojekt", "Öst"), ("grupp", "anhörig")], kim.Attributes.Select(a => (a.Key, a.Value)));
        Assert.Equal([null, "Kim", null, "Kim"], project.Store.Speakers().Select(s => s.CaseName));
        Assert.Equal(SpeakerRole.Respondent, project.Store.Speakers().Single(s => s.Name == "B").Role);
        Assert.Equal(["Enkät 2025 · 1", "Kim"], project.Store.CountedCases().Select(c => c.Name));

        project.Store.Undo();
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void The_table_that_a_project_exports_changes_nothing()
    {
        project.Person("Enhet 5", ("typ", "=boende"));
        var result = CaseSheet.Import(Tables.AsFile(CaseSheet.Export(project.Store)), project.Store);
        Assert.Null(result.Change);
        Assert.Empty(result.LeftOut);
    }

    [Fact]
    public void A_case_that_the_table_names_stays_though_no_speaker_is_it_any_more()
    {
        var result = Import("source;speaker;case;typ", "Intervju D07;D;Kim;", ";;D07;enhet");
        project.Store.Apply(result.Change!);
        Assert.Equal(["D07", "Enkät 2025 · 1", "Kim"], project.Store.Cases().Select(c => c.Name));
    }

    [Fact]
    public void A_case_that_goes_and_comes_back_still_goes_with_its_source()
    {
        project.Store.Apply(Import("source;speaker;case", "Intervju D07;D;Kim").Change!);
        for (var i = 0; i < 4; i++)
        {
            project.Store.Undo();
        }

        Assert.Empty(project.Store.Cases());
    }

    [Theory]
    [InlineData("Intervju D07;X;Kim", "cases.speaker")]
    [InlineData("Intervju D08;;Kim", "cases.speaker")]
    [InlineData("Intervju D07;D;", "cases.noName")]
    [InlineData("Intervju;D;Kim", "source.unknown")]
    public void A_row_that_fits_nothing_is_listed(string row, string key)
    {
        var result = Import("source;speaker;case", row);
        Assert.Null(result.Change);
        Assert.Equal((key, "tabell.csv:2"), result.LeftOut.Select(p => (p.Key, p.Where)).Single());
    }

    [Fact]
    public void A_table_without_cases_is_refused() =>
        Refusals.Refused("cases.headers", () => Import("source;speaker", "a;b"));

    [Fact]
    public void A_case_in_use_is_not_removed_and_names_are_unique()
    {
        var person = project.Store.Cases()[0];
        Refusals.Refused("case.inUse", () => project.Store.Apply(new MiaVoices.Core.Changes.RemoveCase(person.Id)));
        Refusals.Refused("case.nameTaken", () => project.Person("D07"));
    }

    public void Dispose() => project.Dispose();

    private (MiaVoices.Core.Changes.Batch? Change, int Cases, int Speakers, IReadOnlyList<MiaVoices.Core.Problem> LeftOut) Import(params string[] lines) =>
        CaseSheet.Import(Tables.Of(lines), project.Store);
}
