using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App.Screens.Plain;

/// <summary>What the screen of suggestions can do beyond one answer at a time, by lines.</summary>
public sealed class PlainSuggestTests : IDisposable
{
    private readonly ProjectBuilder project = new();
    private readonly PlainDriver person = new();

    public void Dispose()
    {
        person.Dispose();
        project.Dispose();
    }

    [Fact]
    public void All_above_a_limit_are_accepted_when_that_is_confirmed_and_undone_as_one_step()
    {
        Fill();
        var before = project.Dump();
        var no = person.Talk(project.File, "godkännalla 40", "nej", "godkännalla", "", "godkännalla 99,9", "godkännalla mycket", "godkännalla 0", "godkännalla 101");
        Assert.Equal(before, project.Dump());
        Assert.Contains("säkerhet minst 40 procent utan att läsa vart och ett", no, StringComparison.Ordinal);
        Assert.Contains("Inget gjordes.", no, StringComparison.Ordinal);
        Assert.Contains("Inga förslag är så säkra", no, StringComparison.Ordinal);
        Assert.Equal(3, no.Split("Jag förstår inte gränsen").Length - 1);

        var yes = person.Talk(project.File, "godkännalla 40 %", "ja");
        var made = project.Store.Codings(CodingScope.All).Select(c => c.Coding).Where(c => c.Origin == CodingOrigin.Suggestion).ToList();
        Assert.NotEmpty(made);
        Assert.All(made, c => Assert.Equal((0.4, true), (c.AcceptedAbove, c.Confidence >= 0.4)));
        Assert.Contains($"Godkänna {made.Count} förslag", yes, StringComparison.Ordinal);
        Assert.Contains($"Godkände {made.Count} förslag på en gång.", yes, StringComparison.Ordinal);
        person.Talk(project.File, "ångra");
        Assert.Equal(before, project.Dump());
    }

    [Fact]
    public void A_limit_is_chosen_from_a_list_that_says_how_many_each_is()
    {
        Fill();
        var told = person.Talk(project.File, "godkännalla", "1", "ja", "godkännalla 0,4", "nej");
        Assert.Contains("1. minst ", told, StringComparison.Ordinal);
        Assert.NotEmpty(project.Store.SuggestionAnswers());
        Assert.All(project.Store.SuggestionAnswers(), a => Assert.NotNull(a.AcceptedAbove));
    }

    /// <summary>What was coded by hand after the program learnt is not coded again.</summary>
    [Fact]
    public void What_was_coded_meanwhile_is_not_among_them()
    {
        Fill();
        person.Talk(project.File, "förslag", "koda ekonomi", "godkännalla 10", "ja");
        var twice = project.Store.Codings(CodingScope.All).GroupBy(c => c.SegmentKey).Where(g => g.Any(c => c.Coding.Origin == CodingOrigin.Suggestion) && g.Any(c => c.Coding.Origin != CodingOrigin.Suggestion));
        Assert.Empty(twice);
    }

    [Fact]
    public void Polarity_is_told_beside_a_suggestion_and_set_only_when_it_is_asked_for()
    {
        MarkedPassages.Add(project, project.Code("mer tid").Id);
        project.Code("ekonomi");
        var told = person.Talk(project.File, "förslag", "ja blubb", "ja");
        Assert.Contains("Riktning: fungerar bra? Säkerhet ", told, StringComparison.Ordinal);
        Assert.Contains("Jag förstår inte: blubb", told, StringComparison.Ordinal);
        Assert.Null(Made().Polarity);
        person.Talk(project.File, "ångra", "förslag", "ja riktning");
        Assert.Equal(Polarity.WorksWell, Made().Polarity);

        Coding Made() => project.Store.Codings(CodingScope.All).Select(c => c.Coding).Single(c => c.Origin == CodingOrigin.Suggestion);
    }

    [Fact]
    public void Without_marked_passages_no_polarity_is_told_and_none_is_taken()
    {
        Fill();
        var told = person.Talk(project.File, "förslag", "ja riktning");
        Assert.DoesNotContain("Riktning:", told, StringComparison.Ordinal);
        Assert.Contains("för få avsnitt är märkta", told, StringComparison.Ordinal);
        Assert.Empty(project.Store.SuggestionAnswers());
    }

    [Fact]
    public void Where_there_is_nothing_to_suggest_it_says_why()
    {
        Assert.Contains("Läs in intervjuer eller enkätsvar först.", person.Talk(project.File, "förslag"), StringComparison.Ordinal);
        var source = project.Import(Drafts.Interview("Intervju D01.txt", ("D", Drafts.Answers, "De hade mer tid för mig än på andra ställen.")));
        Assert.Contains("Det finns inga koder att föreslå än.", person.Talk(project.File, "förslag"), StringComparison.Ordinal);
        var code = project.Code("mer tid").Id;
        var told = person.Talk(project.File, "förslag", "nej");
        Assert.Contains("Inget är kodat än: förslagen bygger bara på", told, StringComparison.Ordinal);
        Assert.Contains("Alla förslag är besvarade.", told, StringComparison.Ordinal);
        project.Code(source, "De hade mer tid för mig än på andra ställen.", code);
        told = person.Talk(project.File, "förslag");
        Assert.Contains("Alla stycken är kodade eller genomlästa", told, StringComparison.Ordinal);
        Assert.DoesNotContain("--", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_few_segments_are_coded_that_is_told_once()
    {
        Fill();
        Assert.Single(person.Talk(project.File, "förslag", "ja", "ja").Split('\n'), line => line.StartsWith("Få stycken är kodade:", StringComparison.Ordinal));
    }

    [Fact]
    public void Leads_sound_like_this()
    {
        Assert.Contains("minst 12 stycken utan kod", person.Talk(project.File, "uppslag"), StringComparison.Ordinal);
        string[] buses = ["Bussen kom aldrig till hållplatsen (paus) den dagen", "Hållplatsen ligger långt bort och bussen är sen", "Jag missade bussen vid hållplatsen"];
        string[] food = ["Maten i matsalen var kall och soppan salt", "Soppan smakade salt i matsalen [skratt]", "Kall mat serverades varje dag i matsalen"];
        for (var i = 0; i < 6; i++)
        {
            project.Import(Drafts.Interview(
                $"Intervju D{i:00}.txt",
                [("I", Drafts.Asks, "Berätta."), .. Enumerable.Range(0, 3).Select(j => ("D", Drafts.Answers, $"{(i % 2 == 0 ? buses : food)[j]}, gång {i}."))]));
        }

        Approved.Verify(person.Talk(project.File, "uppslag", "1", "", "2", "1", "åter", "uppslag", ""), "txt");
    }

    private void Fill()
    {
        var code = project.Code("mer tid").Id;
        project.Code("ekonomi");
        for (var i = 1; i <= 10; i++)
        {
            var source = project.Import(Drafts.Interview(FormattableString.Invariant($"Intervju D{i:00}.txt"), ("I", Drafts.Asks, "Hur var det?"), ("D", Drafts.Answers, $"Jag fick mer tid hos dem vecka {i}."), ("D", Drafts.Answers, $"Vi pratade om huset dag {i}.")));
            if (i < 6)
            {
                project.Code(source, "mer tid", code);
            }
        }
    }
}
