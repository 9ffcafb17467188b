using MiaVoices.Core.Sources;
using MiaVoices.Formats;
using Xunit;

namespace MiaVoices.Tests.Formats.Transcripts;

public class SpeakerNameTests
{
    [Theory]
    [InlineData("I")]
    [InlineData("IP")]
    [InlineData("IP7")]
    [InlineData("Ip 7")]
    [InlineData("Intervjuare")]
    [InlineData("intervjuare 2")]
    [InlineData("Deltagare 3")]
    [InlineData("Deltagare Sju")]
    [InlineData("Talare 1")]
    [InlineData("Speaker 1")]
    [InlineData("SPEAKER_00")]
    [InlineData("R1")]
    [InlineData("A")]
    [InlineData("D07")]
    [InlineData("Okänd talare")]
    [InlineData("Mamma")]
    [InlineData("Handläggare FK")]
    [InlineData("id1")]
    [InlineData("Kvinna 2")]
    public void A_role_a_code_or_a_number_does_not_look_like_a_name(string label) => Assert.False(Speaker(label).LooksLikeName);

    [Theory]
    [InlineData("Anna", "Anna")]
    [InlineData("Anna Svensson", "Anna Svensson")]
    [InlineData("ANNA", "ANNA")]
    [InlineData("anna svensson", "anna svensson")]
    [InlineData("Bo", "Bo")]
    [InlineData("Anna-Karin Ek", "Anna-Karin Ek")]
    [InlineData("Deltagare Anna", "Anna")]
    [InlineData("Intervjuare (Åsa)", "Åsa")]
    [InlineData("Jean d’Arc", "Jean d’Arc")]
    public void A_word_that_is_none_of_these_does(string label, string words)
    {
        var speaker = Speaker(label);
        Assert.True(speaker.LooksLikeName);
        Assert.Equal(words, string.Join(' ', speaker.NameWords));
    }

    [Fact]
    public void A_label_that_the_person_chose_is_that_of_the_speaker_from_the_start()
    {
        var draft = Read("I.txt", "Eva Ek: Hur var det?\nBo: Bra, och sedan gick det bättre.\neva  ek: Jaså?\nBosse: Ja det gjorde det.\nBosse: Så.\nBo: Ja.\n", ("Eva Ek", "Intervjuare"), ("Bo", "D07"), ("bosse", "D07"), ("Saknas", "X"));
        Assert.Equal([("Intervjuare", SpeakerRole.Interviewer, 2), ("D07", SpeakerRole.Respondent, 4)], draft.Speakers.Select(s => (s.Name, s.Role, s.Turns)));
        Assert.Equal([["Eva Ek"], ["Bo", "bosse"]], draft.Speakers.Select(s => s.Written));
        Assert.DoesNotContain(draft.Speakers, s => s.LooksLikeName);
        Assert.Equal(["Intervjuare", "D07", "Intervjuare", "D07", "D07", "D07"], draft.Segments.Select(s => s.Speaker));
    }

    [Fact]
    public void Cues_of_two_spellings_are_one_turn_when_the_pause_is_short()
    {
        const string Vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Bo Al>Ett</v>\n\n00:03.000 --> 00:04.000\n<v Bosse>två</v>\n\n00:09.500 --> 00:10.000\n<v Bo Al>tre</v>\n\n00:11.000 --> 00:12.000\n<v Eva>Fyra?</v>\n";
        Assert.Equal(["Ett", "två", "tre", "Fyra?"], Read("a.vtt", Vtt).Segments.Select(s => s.Text));
        Assert.Equal(["Ett två", "tre", "Fyra?"], Read("a.vtt", Vtt, ("Bo Al", "D07"), ("Bosse", "D07")).Segments.Select(s => s.Text));
    }

    [Fact]
    public void Roles_may_be_given_by_the_old_label_or_the_new()
    {
        var options = new ReadOptions
        {
            SpeakerNames = new Dictionary<string, string> { ["Eva"] = "D01", ["Bo"] = "D02" },
            Roles = new Dictionary<string, SpeakerRole> { ["eva"] = SpeakerRole.Interviewer, ["Bo"] = SpeakerRole.Interviewer, ["D02"] = SpeakerRole.Respondent },
        };
        var draft = Readers.Read(Build.Text("a.txt", "Eva: Hej.\nBo: Hej.\nEva: Ja.\nBo: Ja.\n"), options).Single();
        Assert.Equal([SpeakerRole.Interviewer, SpeakerRole.Respondent], draft.Speakers.Select(s => s.Role));
    }

    private static SpeakerDraft Speaker(string label) => Read("a.vtt", $"WEBVTT\n\n00:01.000 --> 00:02.000\n<v {label}>Hej</v>\n").Speakers.Single();

    private static SourceDraft Read(string name, string text, params (string Was, string New)[] names) =>
        Readers.Read(Build.Text(name, text), new ReadOptions { SpeakerNames = names.ToDictionary(n => n.Was, n => n.New) }).Single();
}
