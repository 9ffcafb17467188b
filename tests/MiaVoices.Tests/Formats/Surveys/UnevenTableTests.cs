using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Formats;
using Xunit;

namespace MiaVoices.Tests.Formats.Surveys;

/// <summary>Tables as offices keep them: titles, two header rows, totals, notes and formulas.</summary>
public class UnevenTableTests
{
    private const string TwoRows = """
        Enkät om stödet 2025;;;;
        ;;Hur väl stämmer följande?;;Namn
        SvarsID;Grupp;Jag blir lyssnad på;Jag får bestämma;Förnamn
        1;deltagare;Ofta;Alltid;A
        2;;Sällan;Ofta;B
        2;deltagare;Ofta;Ofta;C
        """;

    [Fact]
    public void Two_header_rows_below_a_title_are_joined_and_told()
    {
        var draft = Read(TwoRows);
        Assert.Equal(
            [
                ("SvarsID", "id", null), ("Grupp", "attribute", "grupp"), ("Hur väl stämmer följande? – Jag blir lyssnad på", "closed", "Hur väl stämmer följande? – Jag blir lyssnad på"),
                ("Hur väl stämmer följande? – Jag får bestämma", "closed", "Hur väl stämmer följande? – Jag får bestämma"), ("Namn – Förnamn", "identity", null),
            ],
            draft.Survey!.Columns.Select(c => (c.Header, c.Role, c.Name)));
        Assert.Equal(["table.twoHeaderRows", "survey.noGroup", "column.identity.dropped", "table.duplicate"], draft.Notices.Select(n => n.Problem.Key));
    }

    [Fact]
    public void The_proposed_profile_of_two_header_rows_reads_the_same()
    {
        var file = Build.Text("svar.csv", TwoRows);
        var profiles = Readers.ProposeProfiles(file, new ReadOptions());
        Assert.Equal(2, profiles.Single().HeaderRows);
        Assert.Equal(["1", "2"], Readers.Read(file, new ReadOptions { Profiles = profiles }).Single().Survey!.Respondents.Select(r => r.Row));
    }

    [Theory]
    [InlineData("SvarsID;;;Övrigt\n1;a;b;Bra så.\n2;a;b;Nja.\n3;c;b;Hm.\n")]
    [InlineData("Namn;;;Svar\nkvinna;ja;ofta;text\nman;nej;aldrig;text\nkvinna;ja;ofta;annat\n")]
    [InlineData("Fråga 1;;;Övrigt\nja;2024-05-01;bra;text\nnej;2024-05-02;dåligt;mer\nja;2024-05-03;x;hm\n")]
    public void A_row_of_answers_is_no_second_header_row(string csv) =>
        Assert.DoesNotContain(Read(csv).Notices, n => n.Problem.Key == "table.twoHeaderRows");

    [Theory]
    [InlineData("Totalt;3;2;;")]
    [InlineData("Antal svar: 3;;;;")]
    [InlineData(";Medel;3,5;;")]
    [InlineData("Summa (n=3);;12;;")]
    [InlineData("n = 3;;;;")]
    public void Totals_below_the_answers_are_left_out_and_told(string totals)
    {
        var draft = Read($"SvarsID;Betyg;Poäng;Övrigt;Mer\n1;4;2;Bra så.;\n2;5;3;Nja.;\n{totals}\n");
        Assert.Equal(2, draft.Survey!.Respondents.Count);
        Assert.Equal(("svar.csv:4", "table.totals", true), draft.Notices.Where(n => n.LeftOut).Select(n => (n.Problem.Where!, n.Problem.Key, n.LeftOut)).Single());
    }

    [Fact]
    public void Totals_do_not_decide_what_a_column_is() =>
        Assert.Equal("closed", Read("SvarsID;Betyg;Övrigt\n1;4;Bra så.\n2;5;Nja.\nMedel;4,5;\n").Survey!.Columns[1].Role);

    [Fact]
    public void A_respondent_whose_answer_begins_with_such_a_word_stays() =>
        Assert.Equal(3, Read("Vad var bra?;Vad var sämre?\nTotalt sett allt.;Inget.\nMedel mot stress.;Maten.\nSumman blev bra.;Nej.\n").Survey!.Respondents.Count);

    [Fact]
    public void A_note_below_the_table_is_no_respondent_but_an_id_without_answers_is()
    {
        var draft = Read("SvarsID;Betyg;Övrigt\n1;4;Bra så.\n2;;\n3;5;Nja.\nKälla: egen enkät;;\n");
        Assert.Equal(["1", "2", "3"], draft.Survey!.Respondents.Select(r => r.Row));
        Assert.Equal("table.note", draft.Notices.Single(n => n.LeftOut).Problem.Key);
    }

    [Fact]
    public void Formulas_are_not_answers() =>
        Assert.Equal(("ignore", "column.formula"), Read("SvarsID;Andel;Övrigt\n1;=B2/2;Bra.\n2;=B3/2;Nja.\n").Survey!.Columns.Select(c => (c.Role, c.Reason)).ElementAt(1));

    [Fact]
    public void Single_words_that_nobody_asked_for_are_attributes_not_answers()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 20).Select(i => $"{i};Ort{i};Coach{i}"));
        Assert.Equal([("attribute", "column.content.short"), ("freetext", "column.header.text")], Read($"SvarsID;Bostad;Vad var bäst?\n{rows}\n").Survey!.Columns.Skip(1).Select(c => (c.Role, c.Reason)));
    }

    [Fact]
    public void A_table_without_questions_is_told() =>
        Assert.Contains(Read("SvarsID;Grupp;Kön\n1;a;man\n2;b;kvinna\n").Notices, n => n.Problem.Key == "survey.noQuestions");

    [Theory]
    [InlineData("""{"respondentId":"Nummer"}""", "profile.idIdentifies")]
    [InlineData("""{"columns":[{"header":"Betyg","role":"number","id":"F1"},{"header":"Övrigt","role":"freetext","id":"F1"}]}""", "profile.sameId")]
    public void A_profile_that_would_point_at_people_or_mix_questions_is_refused(string profile, string key) =>
        Assert.Equal(key, Assert.Throws<RefusedException>(() => Read("Nummer;Betyg;Övrigt\n811218-9876;4;Bra så.\n640823-3234;5;Nja.\n", SurveyProfile.Parse(profile, "p.json").Single())).Problem.Key);

    [Theory]
    [InlineData("8112189876;6408233234", "identity")]
    [InlineData("811218-9875;640823-3233", "identity")]
    [InlineData("5560360793;2021005489", "id")]
    [InlineData("1234567890;1234567891", "id")]
    public void Personal_numbers_are_told_from_other_numbers(string numbers, string role) =>
        Assert.Equal(role, Read("ID;Övrigt\n" + string.Join('\n', numbers.Split(';').Select(n => n + ";Bra så.")) + "\n").Survey!.Columns[0].Role);

    private static SourceDraft Read(string csv, params SurveyProfile[] profiles) =>
        Readers.Read(Build.Text("svar.csv", csv), new ReadOptions { Profiles = profiles }).Single();
}
