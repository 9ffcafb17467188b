using MiaVoices.App.Screens.Plain;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens.Plain;

public sealed class PlainModeTests : IDisposable
{
    private readonly ProjectBuilder project = new();
    private readonly PlainDriver person = new();

    public PlainModeTests()
    {
        project.Import(Drafts.Interview(
            "Intervju D07.txt",
            ("I", Drafts.Asks, "Hur var kontakten?"),
            ("D", Drafts.Answers, "Det var svårt först. Sedan följde någon med mig. Jag fick mer tid, och mer tid igen."),
            ("I", Drafts.Asks, "Vad hade hjälpt?"),
            ("D", Drafts.Answers, "Myndighetskontakterna tog all kraft.")));
        project.Code("mer tid", tag: "Mt");
        project.Code("myndighetskontakter", tag: "Mk");
        project.Code("tid att landa");
    }

    public void Dispose()
    {
        person.Dispose();
        project.Dispose();
    }

    [Fact]
    public void Reading_and_coding_sound_like_this() =>
        Approved.Verify(person.Talk(project.File, "", "", "koda mt", "mening 2 myndighet", "mening", "1-2", "tid", "2", "här", "", "b", "3", "9", "okodat", "x", "ångra", "gör-om"), "txt");

    [Fact]
    public void Searching_and_quotes_sound_like_this() =>
        Approved.Verify(person.Talk(project.File, "sök kontakt", "h", "h", "h", "åter", "2", "c \"mer tid\" mt", "2", "c Sedan  följde", "stöd på vägen", "ja", "c finns inte där", "sök (", "sök xyz"), "txt");

    [Fact]
    public void The_rest_of_what_a_coder_does_sounds_like_this() =>
        Approved.Verify(person.Talk(project.File, "2", "k mer tid", "riktning", "fungerar bra", "korthet", "någon följde med", "memo", "Tänk på", "det här.", ".", "genomläst", ".", "nykod Stöd", "kodbok", "kodbok mt", "källor", "historik 3", "sluta"), "txt");

    [Fact]
    public void Words_letters_beginnings_and_names_ask_for_the_same()
    {
        foreach (var asked in new[] { "okodat", "u", "oko", "Nästa okodade stycke" })
        {
            Assert.Contains("Stycke 2, D", person.Talk(project.File, asked), StringComparison.Ordinal);
        }

        Assert.Contains("Jag förstår inte: blubb", person.Talk(project.File, "blubb"), StringComparison.Ordinal);
        Assert.Contains("Vilket kommando?", person.Talk(project.File, "stycke"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "?")]
    [InlineData("en", "?")]
    public void All_commands_are_listed_in_both_languages(string language, string asked)
    {
        using var driver = new PlainDriver(language);
        Approved.Verify(driver.Talk(project.File, asked), $"{language}.txt");
    }

    [Fact]
    public void Every_change_by_lines_is_undone_by_lines()
    {
        var before = project.Dump();
        person.Talk(project.File, "2", "k mt", "m 1 mk", "c \"mer tid\" tid att landa", "1", "x", "1", "p", "2", "fungerar bra", "memo hej", "r", "nykod Ny");
        Assert.NotEqual(before, project.Dump());
        var steps = project.Store.Journal().Count(e => !e.Undone);
        person.Talk(project.File, [.. Enumerable.Repeat("z", steps)]);
        Assert.Empty(project.Store.Codes());
        person.Talk(project.File, [.. Enumerable.Repeat("y", 4)]);
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void Suggestions_are_answered_one_by_one()
    {
        using var many = new ProjectBuilder();
        var code = many.Code("mer tid").Id;
        many.Code("stöd");
        for (var i = 1; i <= 8; i++)
        {
            var source = many.Import(Drafts.Interview(FormattableString.Invariant($"Intervju D{i:00}.txt"), ("I", Drafts.Asks, "Hur var det?"), ("D", Drafts.Answers, $"Jag fick mer tid hos dem vecka {i}.")));
            if (i < 5)
            {
                many.Code(source, "mer tid", code);
            }
        }

        var told = person.Talk(many.File, "ja", "förslag", "varför", "ja", "annan stöd", "förslag", "nej", "ångra");
        Assert.Contains("be om ett förslag först", told, StringComparison.Ordinal);
        Assert.Contains("Förslag: koda som mer tid?", told, StringComparison.Ordinal);
        Assert.Contains("därför att:", told, StringComparison.Ordinal);
        Assert.Contains("Kodat som mer tid: Intervju D05, stycke 2.", told, StringComparison.Ordinal);
        Assert.Contains("Kodat som stöd: Intervju D06, stycke 2.", told, StringComparison.Ordinal);
        Assert.Equal([SuggestionVerdict.Accepted, SuggestionVerdict.Other], many.Store.SuggestionAnswers().Select(a => a.Verdict).Order());
        Assert.Equal(CodingOrigin.Suggestion, many.Store.Codings(CodingScope.All).Select(c => c.Coding).Single(c => c.Confidence is not null).Origin);
    }

    [Fact]
    public void A_newcomer_makes_a_project_brings_files_in_and_saves_a_report()
    {
        File.WriteAllText(Path.Combine(person.Folders.Documents, "Intervju 01.txt"), "Anna Ek: Hur har det varit?\nD01: Det tog tid, men de lyssnade på mig.\nAnna Ek: Vad hjälpte?\nD01: Att någon följde med.\n");
        var told = person.Talk(null, "ny Intervjuer: 2026", person.Folders.Documents, "läsin Intervju 01.txt", "pseudonymer", "1", "", "", "koda tid", "ja", "rapport min", "internt", "stäng", "1", "källor", "q");
        Approved.Verify(told, "txt");
        Assert.True(File.Exists(Path.Combine(person.Folders.Documents, "min.md")));
    }

    [Fact]
    public void The_language_is_changed_in_the_midst_and_remembered()
    {
        var told = person.Talk(project.File, "språk", "here");
        Assert.Contains("Now in English.", told, StringComparison.Ordinal);
        Assert.Contains("Segment 1, I", told, StringComparison.Ordinal);
        Assert.Equal("en", person.Folders.Language(MiaVoices.App.Texts.Wording.Load("sv")).Language);
    }

    [Fact]
    public void What_a_file_holds_commands_no_terminal_and_no_line_is_drawn_over()
    {
        project.Import(Drafts.Interview("Ond.txt", ("D", Drafts.Answers, "\u001b[2Jborta\rbort \u202Evänt")));
        var told = person.Talk(project.File, "byt ond", "koda mt", "?");
        Assert.DoesNotContain(told, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain('\u202E', told);
    }

    [Fact]
    public void A_project_without_anything_says_what_to_do()
    {
        using var empty = new ProjectBuilder();
        var told = person.Talk(empty.File, "", "3", "u", "k", "f", "sök tid", "kodbok", "historik", "läsin finns-inte.txt");
        Assert.Contains("Skriv läsin för att läsa in filer", told, StringComparison.Ordinal);
        Assert.EndsWith("Allt är sparat.\n", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MIA_PLAIN=1", false, true)]
    [InlineData("MIA_PLAIN=0 TERM=dumb", true, false)]
    [InlineData("TERM=dumb", true, true)]
    [InlineData("TERM=dumb", false, false)]
    [InlineData("TERM=xterm", true, false)]
    public void The_environment_may_ask_for_it(string environment, bool onTerminal, bool asked)
    {
        var variables = environment.Split(' ').ToDictionary(v => v.Split('=')[0], v => v.Split('=')[1]);
        Assert.Equal(asked, PlainMode.IsAskedFor(variables.GetValueOrDefault, TerminalFacts.None with { OutputIsTerminal = onTerminal }));
    }
}
