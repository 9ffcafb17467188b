using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats;
using MiaVoices.Tests.Formats;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class RegisterPlacingTests : IDisposable
{
    private readonly ProjectBuilder project = new();

    public RegisterPlacingTests()
    {
        project.Import(Drafts.Interview("Intervju D07.txt", ("I", Drafts.Asks, "Hej?"), ("D", Drafts.Answers, "Hej.")));
        project.Import(Drafts.Interview("Intervju D08.txt", ("I", Drafts.Asks, "Hej?"), ("D", Drafts.Answers, "Hej.")));
        project.Import(Drafts.Survey("enkät.csv", "Enkät", "2025", new SurveyRow("1", "Bra"), new SurveyRow("2", null)));
    }

    [Fact]
    public void Rows_that_name_persons_set_their_attributes_in_one_step()
    {
        var before = project.Dump();
        var report = Import("sus.csv", "Person;Kommun;Start\nd07 ;Väst;2024-01-02\nD99;Öst;2024-02-01\nD08;;2024-03-01\nD07;Syd;2024-01-01\nTotalt;2;\n");
        var placed = report.Imported.Single();
        Assert.Equal(("Person", 4, 2), (placed.Register!.Key, placed.Register.Rows, placed.Register.Matched));
        Assert.Equal(
            [("D07", "kommun", "Väst"), ("D07", "start", "2024-01-02"), ("D08", "start", "2024-03-01")],
            placed.Register.Changes.Select(c => (c.Case, c.Attribute, c.After)));
        Assert.Equal(
            [("sus.csv:6", "table.totals"), ("sus.csv:3", "register.noMatch"), ("sus.csv:5", "register.twice")],
            placed.Notices.Where(n => n.LeftOut).Select(n => (n.Problem.Where!, n.Problem.Key)));
        Assert.Equal("Väst", Attribute("D07", "kommun"));
        Assert.Equal(3, project.Store.Sources().Count);
        project.Store.Undo();
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void A_value_that_stands_is_replaced_and_told_and_the_same_table_again_changes_nothing()
    {
        Import("a.csv", "Person;Kommun\nD07;Väst\n");
        Assert.Equal([new AttributeChange("D07", "kommun", "Väst", "Öst")], Import("b.csv", "Person;Kommun\nD07;Öst\nD08;\n").Imported.Single().Register!.Changes);
        var entries = project.Store.Journal().Count();
        Assert.Empty(Import("c.csv", "Person;Kommun\nD07;Öst\n").Imported.Single().Register!.Changes);
        Assert.Equal(entries, project.Store.Journal().Count());
    }

    [Fact]
    public void Persons_are_found_by_any_column_that_holds_their_names() =>
        Assert.Equal("annat namn", Import("a.csv", "Annat namn;Kommun\nD07;Väst\nEnkät 2025 · 2;Öst\n").Imported.Single().Register!.Key);

    [Fact]
    public void Respondent_ids_name_persons_only_where_a_profile_says_so()
    {
        const string table = "SvarsID;Insats\n1;arbetsträning\n2;kurs\n";
        Assert.Null(Import("a.csv", table).Imported.Single().Register);
        var placed = Import("b.csv", table, new SurveyProfile { Kind = "table", Name = "Enkät", RespondentId = "SvarsID" }).Imported.Single();
        Assert.Equal(2, placed.Register!.Matched);
        Assert.Equal("kurs", Attribute("Enkät 2025 · 2", "insats"));
        Assert.Equal("register.nobody", Import("c.csv", "SvarsID;Insats\n7;kurs\n", new SurveyProfile { Kind = "table", RespondentId = "SvarsID" }).Refused.Single().Key);
    }

    [Fact]
    public void An_id_that_several_waves_have_is_left_out_unless_the_survey_is_told()
    {
        project.Import(Drafts.Survey("ny.csv", "Annan", "2025", new SurveyRow("1", "Bra")));
        var profile = new SurveyProfile { Kind = "table", RespondentId = "SvarsID" };
        Assert.Contains(Import("a.csv", "SvarsID;Insats\n1;kurs\n2;kurs\n", profile).Imported.Single().Notices, n => n.Problem.Key == "register.several" && n.Problem.Where == "a.csv:2");
        Assert.Equal(1, Import("b.csv", "SvarsID;Insats\n1;kurs\n", profile with { Name = "Annan" }).Imported.Single().Register!.Matched);
    }

    [Fact]
    public void Counts_are_kept_as_rows_with_a_date_and_count_no_persons()
    {
        var persons = project.Store.CountedCases().Count;
        var cases = project.Store.Cases().Count;
        var report = Import("SUS.csv", "Månad;Grupp;Antal: nya\n2025-01;kvinnor;12\njan 2025;män;9\nokänd;män;7\nSumma;;28\n");
        var source = project.Store.Sources()[^1];
        Assert.Equal((SourceKind.Table, 3), (source.Kind, source.Segments));
        Assert.Null(report.Imported.Single().Register);
        var rows = project.Store.Segments(new SegmentScope { Source = source.Id }).ToList();
        Assert.Equal([("1", "2025-01"), ("2", "2025-01"), ("3", null)], rows.Select(r => (r.Row!, r.Wave)));
        Assert.Equal("Grupp: kvinnor\nAntal – nya: 12", rows[0].Text);
        Assert.Equal(["SUS.csv:4 register.rowDate", "SUS.csv register.noDate"], report.Imported.Single().Notices.Where(n => !n.LeftOut).Select(n => $"{n.Problem.Where} {n.Problem.Key}"));
        Assert.Equal((persons, cases), (project.Store.CountedCases().Count, project.Store.Cases().Count));
        Assert.Equal((0, 0), (project.Store.Progress().Where(p => p.Source == source.Id).Sum(p => p.Respondent), project.Store.SurveyRows().Count(r => r.Source.Id == source.Id)));
        Assert.Equal(
            [("1", "Grupp", "kvinnor"), ("1", "Antal – nya", "12")],
            ProjectExport.Tables(project.Store).Single(t => t.Name == "table-rows.csv").Rows.Where(r => r["row"] == "1").Select(r => (r["row"], r["column"], r["value"])));
        Assert.Empty(project.Store.Check());
        project.Store.Undo();
        Assert.Equal(3, project.Store.Sources().Count);
    }

    [Fact]
    public void A_date_that_a_person_gives_is_that_of_all_rows()
    {
        var options = new ReadOptions { Kind = SourceKind.Table, Attributes = new Dictionary<string, string> { ["datum"] = "31 december 2025", ["region"] = "Väst" } };
        var source = Import(Build.Text("SUS.csv", "Grupp;Antal\nkvinnor;12\nmän;9\n"), options).Imported.Single();
        Assert.Equal("SUS 2025-12-31", source.Label);
        Assert.Equal(["2025-12-31", "2025-12-31"], source.Draft.Segments.Select(s => s.Wave!));
        Assert.EndsWith("\nregion: Väst", source.Draft.Segments[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(source.Notices, n => n.Problem.Key == "register.noDate");
        options = new ReadOptions { Kind = SourceKind.Table, Attributes = new Dictionary<string, string> { ["datum"] = "i våras" } };
        Assert.Equal("register.date", Import(Build.Text("ny.csv", "Grupp;Antal\nkvinnor;12\nmän;9\n"), options).Refused.Single().Key);
    }

    [Fact]
    public void What_says_who_people_are_is_dropped_and_a_pseudonym_asked_for()
    {
        var report = Import("sus.csv", "Nummer;Namn;Insats\n811218-9876;Någon;kurs\n640823-3234;Annan;kurs\n");
        Assert.Equal(
            ["column.identity.dropped Nummer", "column.identity.dropped Namn", "register.needsPseudonym"],
            report.Imported.Single().Notices.Where(n => !n.Problem.Key.EndsWith("noDate", StringComparison.Ordinal)).Select(n => string.Join(' ', n.Problem.Facts.Prepend(n.Problem.Key))));
        Assert.DoesNotContain("9876", project.Dump(), StringComparison.Ordinal);
        Assert.DoesNotContain("Någon", project.Dump(), StringComparison.Ordinal);
        var named = Import("b.csv", "Nummer;Insats\n811218-9876;kurs\n", new SurveyProfile { Kind = "table", RespondentId = "Nummer" });
        Assert.Equal("profile.idIdentifies", named.Refused.Single().Key);
    }

    [Fact]
    public void Two_sheets_about_the_same_persons_add_up()
    {
        var file = Build.Xlsx("sus.xlsx", ("Start", [["Person", "Start"], ["D07", "2024"]]), ("Slut", [["Person", "Slut"], ["D07", "2025"]]));
        Import(file, new ReadOptions { Kind = SourceKind.Table });
        Assert.Equal(("2024", "2025"), (Attribute("D07", "start"), Attribute("D07", "slut")));
        project.Store.Undo();
        Assert.False(project.Store.Cases().Single(c => c.Name == "D07").Attributes.ContainsKey("start"));
    }

    [Fact]
    public void A_dry_run_tells_the_same_and_changes_nothing()
    {
        var before = project.Dump();
        var report = Importing.Run(
            project.Store, [new ImportFile("a.csv", () => Build.Text("a.csv", "Person;Kommun\nD07;Väst\n").Content)], Readers.Recognise, new ReadOptions { Kind = SourceKind.Table }, dryRun: true);
        Assert.Equal(1, report.Imported.Single().Register!.Matched);
        Assert.Equal(before, project.Dump());
    }

    public void Dispose() => project.Dispose();

    private string Attribute(string name, string attribute) => project.Store.Cases().Single(c => c.Name == name).Attributes[attribute];

    private ImportReport Import(string name, string csv, params SurveyProfile[] profiles) => Import(Build.Text(name, csv), new ReadOptions { Kind = SourceKind.Table, Profiles = profiles });

    private ImportReport Import(SourceFile file, ReadOptions options) =>
        Importing.Run(project.Store, [new ImportFile(file.Name, () => file.Content)], Readers.Recognise, options, dryRun: false);
}
