using MiaVoices.Core.Sources;
using MiaVoices.Formats;
using Xunit;

namespace MiaVoices.Tests.Formats.Surveys;

/// <summary>The layouts of the survey programs' own exports, read without a profile.</summary>
public class ExportLayoutTests
{
    private static SourceDraft Read(SourceFile file) => Readers.Read(file, new ReadOptions()).Single();

    private static string Roles(SourceDraft draft) => string.Join(' ', draft.Survey!.Columns.Select(c => c.Role));

    [Fact]
    public void Microsoft_forms_with_a_quiz_and_several_choices()
    {
        var draft = Read(Build.Xlsx("forms.xlsx", ("Sheet1",
        [
            ["ID", "Starttid", "Slutförandetid", "E-post", "Namn", "Senast ändrad tid", "Hur nöjd är du?\u00A0", "Points – Hur nöjd är du?", "Feedback – Hur nöjd är du?", "Vad har hjälpt?", "Vad har varit bra\nmed stödet?", "Total points"],
            ["1", "@44684.43", "@44684.44", "anonymous", "", "", "Mycket nöjd", "1", "", "Coach;Kurs;", "Att någon ringde mig varje vecka.", "1"],
            ["2", "@44684.5", "@44684.51", "anonymous", "", "", "Nöjd", "0", "", "Kurs;", "Att få mer tid på mig.", "0"],
            ["3", "@44685.5", "@44685.51", "anonymous", "", "", "Mycket nöjd", "1", "", "Coach;", "Allt som rörde skulderna.", "1"],
        ])));
        Assert.Equal("id ignore ignore identity identity ignore closed ignore ignore multiple freetext ignore", Roles(draft));
        Assert.Equal(["Coach+Kurs", "Kurs", "Coach"], draft.Survey!.Respondents.Select(r => string.Join('+', r.Answers[1].Points)));
        Assert.Equal(("Vad har varit bra med stödet?", 3), (draft.Survey.Questions[^1].Text, draft.Segments.Count));
    }

    [Fact]
    public void Google_forms_with_grids_and_checkboxes()
    {
        var draft = Read(Build.Text("google.csv", "\"Tidstämpel\",\"E-postadress\",\"Vilka delar?\",\"Hur väl stämmer? [Personalen lyssnade]\",\"Vad var bra?\"\n"
            + string.Concat(Enumerable.Range(1, 6).Select(i => $"\"2022/05/0{i} 10:19:02 fm EEST\",\"a{i}@example.se\",\"{(i % 2 == 0 ? "Coach, Kurs" : "Kurs")}\",\"{(i % 2 == 0 ? "Instämmer helt" : "Instämmer delvis")}\",\"Det var \"\"bra\"\" nummer {i} för mig.\"\n"))));
        Assert.Equal("ignore identity multiple closed freetext", Roles(draft));
        Assert.Equal((6, "Det var \"bra\" nummer 1 för mig."), (draft.Segments.Count, draft.Segments[0].Text));
    }

    [Fact]
    public void Survey_and_report_with_its_two_sheets()
    {
        var draft = Read(Build.Xlsx("artologik.xlsx",
            ("Data", [["DbID", "Respondent ID", "Visat namn ", "Förnamn", "Efternamn", "Organisation", "Organisation", "E-post", "VAR1", "VAR2", "VAR3_1", "VAR3_2"],
                ["1", "900", "Moa Ek", "Moa", "Ek", "A", "B", "m@example.se", "1", "Det gick bra hela vägen.", "1", "0"],
                ["2", "901", "Siv Al", "Siv", "Al", "A", "B", "s@example.se", "999", "Jag hade behövt mer tid.", "0", "1"]]),
            ("VariableView", [["Variable Name", "Label", "Value codes", "Missing code"], ["VAR1", "Hur nöjd är du?", "1 = nöjd\n2 = missnöjd", "999"], ["VAR2", "Vad har varit bra?", "", ""],
                ["VAR3_1", "Vad har hjälpt? – Coach", "0 = nej\n1 = ja", ""], ["VAR3_2", "Vad har hjälpt? – Kurs", "0 = nej\n1 = ja", ""]])));
        var columns = draft.Survey!.Columns.ToDictionary(c => c.Header, c => c.Role, StringComparer.Ordinal);
        Assert.Equal(["identity", "identity", "identity"], new[] { "Förnamn", "Efternamn", "E-post" }.Select(h => columns[h]));
        Assert.NotEqual("freetext", columns["Visat namn"]);
        Assert.Equal([["nöjd"], []], draft.Survey.Respondents.Select(r => r.Answers.Single(a => a.Question == "Hur nöjd är du?").Points));
        Assert.Equal(["ja", "nej"], draft.Survey.Respondents.Select(r => r.Answers.Single(a => a.Question == "Vad har hjälpt? – Coach").Points.Single()));
        Assert.Equal(2, draft.Segments.Count);
    }

    [Fact]
    public void Enalyzer_with_words_and_values_in_one_column_is_settled_by_a_profile()
    {
        const string Data = "Respondent;Hur ofta får du stöd?;Berätta mer\n1;För det mesta;Det har fungerat väl.\n2;4;Jag har saknat någon att ringa.\n3;3;Ibland ja, ibland nej.\n";
        var profile = SurveyProfile.Parse("""
            {"name":"E","columns":[{"header":"Hur ofta får du stöd?","role":"closed","id":"F1","scale":["ibland","för det mesta"],"values":{"4":"för det mesta","3":"ibland"}}]}
            """, "p.json").Single();
        var draft = Readers.Read(Build.Text("e.csv", Data), new ReadOptions { Profiles = [profile] }).Single();
        Assert.Equal(["för det mesta", "för det mesta", "ibland"], draft.Survey!.Respondents.Select(r => r.Answers[0].Points.Single()));
        Assert.DoesNotContain(draft.Notices, n => n.Problem.Key == "survey.outside");
    }
}
