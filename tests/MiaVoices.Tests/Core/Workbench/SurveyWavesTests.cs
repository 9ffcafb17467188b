using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats;
using MiaVoices.Tests.Formats;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class SurveyWavesTests : IDisposable
{
    private const string First = "SvarsID;Får du stöd?;Vad har varit bra med stödet du fick?\n1;alltid;Mer tid.\n2;aldrig;Allt.\n";

    private static readonly SurveyProfile Profile = SurveyProfile.Parse("""
        {"name":"Avslut","respondentId":"SvarsID","wave":{"value":"2024"},"columns":[
        {"header":"Får du stöd?","role":"closed","id":"F1","scale":["aldrig","ibland","alltid"],"positive":["alltid"]},
        {"header":"Vad har varit bra med stödet du fick?","role":"freetext","id":"T1","about":"F1"}]}
        """, "p.json").Single();

    private readonly ProjectBuilder project = new();

    public SurveyWavesTests() => Import("2024.csv", First, Profile);

    [Fact]
    public void Next_years_file_takes_over_the_ids_though_columns_moved_and_wordings_changed()
    {
        var next = new SurveyProfile { Name = "Avslut", Wave = new WaveProfile { Value = "2025" }, Goals = [new GoalDraft("stöd", "F1", ["alltid"], 0.6)] };
        var source = Import("2025.csv", "SvarsID;Vad har varit bra med stödet som du fick?;Får du stöd;Litar du på oss?\n1;Kaffet.;ibland;ja\n2;Allt möjligt.;alltid;nej\n", next);
        Assert.Equal(("Avslut", "2024", true), (source.Waves!.Survey, source.Waves.Wave, source.Waves.Joined));
        Assert.Equal(
            [("T1", QuestionChange.Reworded), ("F1", QuestionChange.Same), ("Litar du på oss?", QuestionChange.New)],
            source.Waves.Questions.Select(q => (q.Question.Id, q.Change)));
        Assert.Equal(["question.reworded"], source.Notices.Select(n => n.Problem.Key).Where(k => k.StartsWith("question.", StringComparison.Ordinal)));
        Assert.Equal(["T1", "T1"], project.Store.Segments(SegmentScope.All).Where(s => s.Wave == "2025").Select(s => s.QuestionId));
        Assert.Equal(["T1", "F1", "Litar du på oss?"], project.Store.Questions().Where(q => q.Wave == "2025").Select(q => q.Question.Id));
        Assert.Contains(project.Store.Answers(), a => a.QuestionId == "F1" && a.Points is ["ibland"]);
        Assert.Empty(project.Store.Check());
    }

    [Fact]
    public void Without_a_name_a_survey_that_asks_the_same_is_only_told_and_keeps_its_ids()
    {
        var source = Import("Enkät höst.csv", First.Replace("Mer tid", "Mer av allt", StringComparison.Ordinal));
        Assert.False(source.Waves!.Joined);
        Assert.Contains(source.Notices, n => n.Problem.Key == "survey.looksLike" && n.Problem.Facts is ["Avslut 2024", 2, 2]);
        Assert.Equal(["Får du stöd?", "Vad har varit bra med stödet du fick?"], source.Draft.Survey!.Questions.Select(q => q.Id));
        Assert.Null(Import("Annat.csv", "SvarsID;Sover du gott?;Bor du bra?\n1;ja;nej\n2;nej;ja\n").Waves);
    }

    [Fact]
    public void A_named_survey_that_asks_the_same_is_another_survey()
    {
        var source = Import("medarbetare.csv", First, Profile with { Name = "Medarbetarenkät" });
        Assert.Null(source.Waves);
        Assert.DoesNotContain(source.Notices, n => n.Problem.Key == "survey.looksLike");
    }

    [Fact]
    public void The_latest_wave_before_is_compared_with_whatever_the_order_of_import()
    {
        var newer = First.Replace("Får du stöd?", "Får du hjälp?", StringComparison.Ordinal);
        Import("2026.csv", newer, Of("2026", "Får du hjälp?"));
        Assert.Equal("2024", Import("2025.csv", First + "3;alltid;Bra.\n", Profile with { Wave = new WaveProfile { Value = "2025" } }).Waves!.Wave);
        Assert.Equal("2024", Import("2023.csv", First + "4;alltid;Bra.\n", Profile with { Wave = new WaveProfile { Value = "2023" } }).Waves!.Wave);
        Assert.Equal("2026", Import("2027.csv", newer + "5;alltid;Bra.\n", Of("2027", "Får du hjälp?")).Waves!.Wave);
    }

    [Fact]
    public void The_sheets_of_a_workbook_and_the_files_of_a_dry_run_see_each_other()
    {
        var waves = new SurveyWaves(project.Store);
        string[][] Rows(string question) => [["SvarsID", question, "Övrigt"], ["1", "alltid", "Bra så."], ["2", "aldrig", "Nja."]];
        var file = Build.Xlsx("Årlig.xlsx", ("2024", Rows("Litar du på oss?")), ("2025", Rows("Litar du på oss")));
        var drafts = Readers.Read(file, new ReadOptions()).Select(waves.Compare).ToList();
        Assert.Null(drafts[0].Comparison);
        Assert.Equal(["Litar du på oss?", "Övrigt"], drafts[1].Draft.Survey!.Questions.Select(q => q.Id));
        waves.Forget("Årlig.xlsx");
        Assert.Null(waves.Compare(Readers.Read(file, new ReadOptions())[0]).Comparison);
    }

    [Fact]
    public void Scales_and_ids_that_differ_are_told()
    {
        var other = Profile with
        {
            Wave = new WaveProfile { Value = "2025" },
            Columns = [Profile.Columns[0] with { Id = "F7", Scale = ["aldrig", "alltid"] }, Profile.Columns[1]],
        };
        var source = Import("2025.csv", First + "3;alltid;Bra.\n", other);
        Assert.Equal(
            [("question.otherId", "F7"), ("question.scale", "F7")],
            source.Notices.Where(n => n.Problem.Key.StartsWith("question.", StringComparison.Ordinal)).Select(n => (n.Problem.Key, (string)n.Problem.Facts[0])));
    }

    [Fact]
    public void The_same_id_with_quite_other_words_is_told_as_that()
    {
        var other = Profile with { Wave = new WaveProfile { Value = "2025" }, Columns = [Profile.Columns[0] with { Header = "Bor du ensam?" }, Profile.Columns[1]] };
        Assert.Contains(Import("2025.csv", First.Replace("Får du stöd?", "Bor du ensam?", StringComparison.Ordinal), other).Notices, n => n.Problem.Key == "question.sameIdOnly");
    }

    [Fact]
    public void A_proposed_profile_for_next_year_joins_the_survey_and_has_its_ids_and_scales()
    {
        var file = Build.Text("mapp/Avslut 2025.csv", "SvarsID;Vad har varit bra med stödet som du fick?;Får du stöd?\n1;Kaffet.;ibland\n2;Allt möjligt.;alltid\n");
        var proposed = Readers.ProposeProfiles(file, new ReadOptions());
        var settled = ProfileSettling.WithEarlierWaves(proposed, Readers.Read(file, new ReadOptions()), new SurveyWaves(project.Store)).Single();
        Assert.Equal(("Avslut", "2025"), (settled.Name, settled.Wave!.Value));
        Assert.Equal([null, "T1", "F1"], settled.Columns.Select(c => c.Id));
        Assert.Equal(["aldrig", "ibland", "alltid"], settled.Columns[2].Scale!);
        Assert.Equal(["T1", "F1"], Import("Avslut 2025.csv", System.Text.Encoding.UTF8.GetString(file.Content.Span), settled).Draft.Survey!.Questions.Select(q => q.Id));
    }

    public void Dispose() => project.Dispose();

    private static SurveyProfile Of(string wave, string header) =>
        Profile with { Wave = new WaveProfile { Value = wave }, Columns = [Profile.Columns[0] with { Header = header }, Profile.Columns[1]] };

    private ImportedSource Import(string name, string csv, params SurveyProfile[] profiles)
    {
        var report = Importing.Run(
            project.Store, [new ImportFile(name, () => Build.Text(name, csv).Content)], Readers.Recognise, new ReadOptions { Profiles = profiles }, dryRun: false);
        Assert.Empty(report.Refused);
        return report.Imported.Single();
    }
}
