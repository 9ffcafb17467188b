using MiaVoices.Core.Themes;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Themes;

public class CodeLeadsTests
{
    [Fact]
    public void Passages_on_one_subject_are_a_lead_with_its_words_quotes_and_persons()
    {
        var leads = CodeLeads.Of(Texts(), ProjectBuilder.Analyser);
        var bus = Assert.Single(leads, l => l.Words.Any(w => w.Word.StartsWith("buss", StringComparison.Ordinal)));
        Assert.True(bus.Texts.Count(k => k % 3 == 0) > bus.Texts.Count * 0.9);
        Assert.InRange(bus.Respondents, 3, 4);
        Assert.InRange(bus.Quotes.Count, 2, 3);
        Assert.Subset(bus.Texts.ToHashSet(), bus.Quotes.ToHashSet());
        Assert.Equal(leads.Select(l => l.Likeness).OrderDescending(), leads.Select(l => l.Likeness));
    }

    [Fact]
    public void The_same_passages_give_the_same_leads_in_any_order()
    {
        static string Told(IEnumerable<CodeLead> leads) => string.Join('\n', leads.Select(l => $"{string.Join(' ', l.Words)} {string.Join(' ', l.Texts)} {string.Join(' ', l.Quotes)} {l.Likeness}"));
        Assert.Equal(Told(CodeLeads.Of(Texts(), ProjectBuilder.Analyser)), Told(CodeLeads.Of(Texts().Reverse(), ProjectBuilder.Analyser)));
    }

    [Fact]
    public void Few_empty_or_equal_passages_give_no_leads_and_no_failure()
    {
        Assert.Empty(CodeLeads.Of([], ProjectBuilder.Analyser));
        Assert.Empty(CodeLeads.Of(Texts().Take(11), ProjectBuilder.Analyser));
        Assert.Empty(CodeLeads.Of(Enumerable.Range(0, 40).Select(i => new ThemeText(i, "", $"P{i}")), ProjectBuilder.Analyser));
        Assert.Empty(CodeLeads.Of(Enumerable.Range(0, 40).Select(i => new ThemeText(i, "Ja, precis.", $"P{i}")), ProjectBuilder.Analyser));
        CodeLeads.Of(Enumerable.Range(0, 40).Select(i => new ThemeText(i, "Bussen kom aldrig till hållplatsen", $"P{i}")), ProjectBuilder.Analyser);
    }

    [Fact]
    public void What_one_person_alone_speaks_of_is_no_lead() =>
        Assert.Empty(CodeLeads.Of(Texts().Select(t => t with { Respondent = "P1" }), ProjectBuilder.Analyser));

    [Fact]
    public void Stage_directions_are_no_words_of_a_lead()
    {
        string[] marks = ["[skratt]", "(lång paus)", "[ohörbart 00:12]", "(I: precis)"];
        var leads = CodeLeads.Of(Texts().Select(t => t with { Text = $"Eh {t.Text.Replace(" ", $" {marks[t.Key % 4]} ", StringComparison.Ordinal)} mm [namn-1]" }), ProjectBuilder.Analyser);
        Assert.NotEmpty(leads);
        var plain = CodeLeads.Of(Texts(), ProjectBuilder.Analyser);
        Assert.Equal(plain.Select(l => string.Join(' ', l.Words.Select(w => w.Word))), leads.Select(l => string.Join(' ', l.Words.Select(w => w.Word))));
        Assert.Empty(CodeLeads.Of(Enumerable.Range(0, 40).Select(i => new ThemeText(i, "[skratt] (lång paus) [namn-1] [ohörbart]", $"P{i}")), ProjectBuilder.Analyser));
    }

    private static IEnumerable<ThemeText> Texts()
    {
        string[] buses = ["Bussen kom aldrig till hållplatsen", "Hållplatsen ligger långt bort och bussen är sen", "Jag missade bussen vid hållplatsen"];
        string[] food = ["Maten i matsalen var kall och soppan salt", "Soppan smakade salt i matsalen", "Kall mat serverades varje dag i matsalen"];
        string[] sleep = ["Jag sov dåligt och drömde mardrömmar", "Mardrömmar höll mig vaken om natten", "Natten var lång och jag sov knappt"];
        for (var i = 0; i < 30; i++)
        {
            var of = (i % 3) switch { 0 => buses, 1 => food, _ => sleep };
            yield return new ThemeText(i, of[i / 3 % 3], $"P{i % 4}");
        }
    }
}
