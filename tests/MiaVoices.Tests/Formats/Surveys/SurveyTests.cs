using System.Text.Json;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats;
using Xunit;

namespace MiaVoices.Tests.Formats.Surveys;

public class SurveyTests
{
    private const string Data = """
        SvarsID;Grupp;Får du stöd? ;Vilka delar?;Betyg;Vad var bra?;E-post;Kod;År
        1;Remittenter; Ofta;Coach, Kurser (data, ekonomi), Eget val;4,0;Allt.;a@example.se;Mk|Ts;2024
        2;deltagare;vet ej;;fem;vet ej;;;2024
        2;deltagare;alltid;Coach;3,5;Nytt år;;;2025
        ;deltagare;hela tiden;;;nej;;;2025
        """;

    private static readonly SurveyProfile Profile = SurveyProfile.Parse("""
        {"name":"Avslut","respondentId":"svarsid","wave":{"column":"År"},"population":20,"columns":[
        {"header":"Grupp","role":"attribute","name":"Grupp","values":{"remittenter":"remittent"}},
        {"header":"Får du stöd?","role":"closed","id":"F1","scale":["aldrig","ofta","alltid"],"positive":["ofta","alltid"],"missing":["vet ej"]},
        {"header":"Vilka delar?","role":"multiple","id":"F2","separator":","},
        {"header":"Betyg","role":"number","id":"N1"},
        {"header":"Vad var bra?","role":"freetext","id":"T1","about":"F1","missing":["vet ej"]},
        {"header":"Kod","role":"code"}],
        "goals":[{"name":"stöd","question":"F1","points":["alltid"],"target":0.6}]}
        """, "p.json").Single();

    private static SourceDraft Read(string csv, params SurveyProfile[] profiles) =>
        Readers.Read(Build.Text("svar.csv", csv), new ReadOptions { Profiles = profiles }).Single();

    [Fact]
    public void A_profile_is_followed()
    {
        var draft = Read(Data, Profile);
        var survey = draft.Survey!;
        Assert.Equal(("Avslut", 20, 1), (survey.Name, survey.Population, survey.Goals.Count));
        Assert.Equal([("F1", "Får du stöd?"), ("F2", "Vilka delar?"), ("N1", "Betyg"), ("T1", "Vad var bra?")], survey.Questions.Select(q => (q.Id, q.Text)));
        Assert.Equal([("1", "2024"), ("2", "2024"), ("2", "2025"), ("#4", "2025")], survey.Respondents.Select(r => (r.Row, r.Wave!)));
        Assert.Equal([("1", "T1", "2024", "Allt."), ("2", "T1", "2025", "Nytt år"), ("#4", "T1", "2025", "nej")], draft.Segments.Select(s => (s.Row!, s.Question!, s.Wave!, s.Text)));
        Assert.Equal(["remittent", "deltagare"], survey.Respondents.Take(2).Select(r => r.Attributes["grupp"]));
        Assert.Equal(["Mk", "Ts"], survey.Respondents[0].Codes);
        Assert.Equal("F1", survey.Questions[3].About);
        Assert.All(draft.Segments, s => Assert.Equal((SegmentKind.Answer, SpeakerRole.Respondent), (s.Kind, s.Role)));
    }

    [Fact]
    public void Answers_are_spelt_as_in_the_scale_and_strange_ones_are_told()
    {
        var draft = Read(Data, Profile);
        string Points(int row, int answer) => string.Join('+', draft.Survey!.Respondents[row].Answers[answer].Points);
        Assert.Equal(["ofta", "vet ej", "alltid", "hela tiden"], Enumerable.Range(0, 4).Select(r => Points(r, 0)));
        Assert.Equal(["Coach+Kurser (data, ekonomi)+Eget val", "", "Coach", ""], Enumerable.Range(0, 4).Select(r => Points(r, 1)));
        Assert.Equal(["4", "", "3.5", ""], Enumerable.Range(0, 4).Select(r => Points(r, 2)));
        Assert.Equal([("svar.csv:3", "Betyg"), ("svar.csv:5", "Får du stöd?")], draft.Notices.Where(n => n.Problem.Key == "survey.outside").Select(n => (n.Problem.Where!, (string)n.Problem.Facts[0])));
    }

    [Fact]
    public void How_many_were_reached_is_of_one_wave_and_told_where_the_file_has_several()
    {
        Assert.Equal(2, Read(Data, Profile).Notices.Single(n => n.Problem.Key == "survey.wavesReached").Problem.Facts[0]);
        Assert.DoesNotContain(Read(Data, Profile with { Population = null, Reached = null }).Notices, n => n.Problem.Key == "survey.wavesReached");
        Assert.DoesNotContain(Read(Data.Replace("2025", "2024", StringComparison.Ordinal), Profile).Notices, n => n.Problem.Key == "survey.wavesReached");
    }

    [Fact]
    public void Numbers_in_a_profile_may_be_written_as_such_or_as_texts()
    {
        var profile = SurveyProfile.Parse("""{"name":2022,"wave":{"value":2022},"population":"200","reached":151,"columns":[{"header":1,"role":"closed","scale":[1,2,3.5],"missing":[99],"values":{"5":3.5}}]}""", "p.json").Single();

        Assert.Equal(("2022", "2022", 200, 151), (profile.Name, profile.Wave!.Value, profile.Population, profile.Reached));
        Assert.Equal(("1", "3.5", "99", "3.5"), (profile.Columns[0].Header, profile.Columns[0].Scale![2], profile.Columns[0].Missing![0], profile.Columns[0].Values!["5"]));
        Assert.Equal("profile.json", Assert.Throws<RefusedException>(() => SurveyProfile.Parse("{\"name\":[1]}", "p.json")).Problem.Key);
    }

    [Fact]
    public void A_column_that_the_profile_does_not_name_is_proposed_and_told()
    {
        var draft = Read(Data, Profile);
        Assert.Contains(draft.Notices, n => n.Problem.Key == "column.proposed" && n.Problem.Facts is ["E-post", "identity"]);
        Assert.Equal("profile", draft.Survey!.Columns.Single(c => c.Header == "Kod").Reason);
        Assert.DoesNotContain(draft.Survey.Respondents, r => r.Attributes.Values.Contains("a@example.se"));
    }

    [Fact]
    public void A_header_that_is_not_there_is_refused_with_the_nearest()
    {
        var wrong = Profile with { Columns = [.. Profile.Columns, new ColumnProfile { Header = "Vad var dåligt?", Role = "freetext" }] };
        var problem = Assert.Throws<RefusedException>(() => Read(Data, wrong)).Problem;
        Assert.Equal(("profile.header", "svar.csv"), (problem.Key, problem.Where));
        Assert.Equal(["Vad var dåligt?", "Vad var bra?"], problem.Facts);
    }

    [Theory]
    [InlineData("closedd", "profile.role")]
    [InlineData("attribute", "profile.twice")]
    public void A_faulty_profile_is_refused(string role, string key)
    {
        var wrong = Profile with { Columns = [.. Profile.Columns, new ColumnProfile { Header = "grupp", Role = role }] };
        Assert.Equal(key, Assert.Throws<RefusedException>(() => Read(Data, wrong)).Problem.Key);
    }

    [Fact]
    public void The_proposed_profile_reads_the_same()
    {
        var file = Build.Text("svar.csv", Data);
        foreach (var options in (ReadOptions[])[new(), new() { Profiles = [Profile] }])
        {
            var profiles = Readers.ProposeProfiles(file, options);
            var again = SurveyProfile.Parse(SurveyProfile.Format(profiles), "p.json");
            var (first, second) = (Readers.Read(file, options).Single(), Readers.Read(file, new ReadOptions { Profiles = again }).Single());
            Assert.Equal(Plain(first), Plain(second));
            Assert.Equal(JsonSerializer.Serialize(again), JsonSerializer.Serialize(Readers.ProposeProfiles(file, new ReadOptions { Profiles = again })));
        }

        static string Plain(SourceDraft draft) => JsonSerializer.Serialize(new { draft.Segments, Survey = draft.Survey! with { Columns = [], Named = false } });
    }

    [Fact]
    public void Known_option_texts_stay_whole_even_with_the_separator_in_them()
    {
        var profile = new SurveyProfile { Columns = [new ColumnProfile { Header = "Val", Role = "multiple", Separator = ";", Scale = ["Brev; blanketter", "Brev"] }] };
        var draft = Read("Val;Nr\n\"Brev; blanketter;Brev;annat\";1\n", profile);
        Assert.Equal(["Brev; blanketter", "Brev", "annat"], draft.Survey!.Respondents[0].Answers[0].Points);
    }

    [Fact]
    public void Known_scales_are_proposed_in_order_with_what_counts_as_positive()
    {
        var draft = Read("ID;Stöd\n1;Alltid\n2;sällan\n3;Ofta\n4;vet ej\n");
        var question = draft.Survey!.Questions.Single();
        Assert.Equal(["sällan", "Ofta", "Alltid"], question.Scale);
        Assert.Equal(["Ofta", "Alltid"], question.Positive);
        Assert.Equal(["vet ej"], question.Missing);
    }

    [Fact]
    public void Each_sheet_is_a_source_and_a_list_of_profiles_picks_by_sheet()
    {
        string[][] Rows(string text) => [["ID", "Övrigt"], ["1", text]];
        var file = Build.Xlsx("s.xlsx", ("2024", Rows("Då var det bra.")), ("Tom", []), ("2025", Rows("Nu är det bra.")));
        var proposed = Readers.Read(file, new ReadOptions());
        Assert.Equal([("2024", "2024"), ("2025", "2025")], proposed.Select(d => (d.Sheet!, d.Segments[0].Wave!)));
        Assert.Equal("table.sheetempty", proposed[0].Notices.Single().Problem.Key);

        var one = Readers.Read(file, new ReadOptions { Profiles = [new SurveyProfile { Name = "E", Sheet = "2025" }] });
        Assert.Equal(["2025"], one.Select(d => d.Sheet!));
        Assert.Contains(one[0].Notices, n => n.Problem.Key == "table.sheetnoprofile" && n.LeftOut);
        Assert.Equal("profile.sheet", Assert.Throws<RefusedException>(() => Readers.Read(file, new ReadOptions { Profiles = [new SurveyProfile { Sheet = "2023" }] })).Problem.Key);
    }

    [Fact]
    public void A_title_above_the_headers_is_passed_over()
    {
        var draft = Readers.Read(Build.Xlsx("s.xlsx", ("Blad1", [["Rapport 2024"], ["ID", "Grupp", "Övrigt"], ["1", "a", "Bra så."], ["2", "b", "Nja."]])), new ReadOptions()).Single();
        Assert.Equal([("1", "Bra så."), ("2", "Nja.")], draft.Segments.Select(s => (s.Row!, s.Text)));
    }

    [Fact]
    public void Attributes_that_a_person_gives_go_to_every_respondent()
    {
        var options = new ReadOptions { Attributes = new Dictionary<string, string> { ["Delprojekt"] = "Norr" } };
        Assert.Equal("Norr", Readers.Read(Build.Text("s.csv", "ID;Övrigt\n1;Bra så.\n"), options).Single().Survey!.Respondents[0].Attributes["delprojekt"]);
    }
}
