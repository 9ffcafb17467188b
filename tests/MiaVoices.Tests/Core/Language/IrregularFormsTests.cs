using System.Globalization;
using MiaVoices.Core.Language;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Language;

public sealed class IrregularFormsTests
{
    private static readonly SwedishAnalyser Analyser = new();

    [Theory]
    [InlineData("gå", "går gick gått gås")]
    [InlineData("gråta", "grät gråtit gråter")]
    [InlineData("skriva", "skrev skrivit skriven skrivna skrevs")]
    [InlineData("undergå", "undergick undergått undergår")]
    [InlineData("inbjuda", "inbjöd inbjudit inbjuden")]
    [InlineData("förstå", "förstod förstått förstår")]
    [InlineData("försöka", "försökte försökt försöker")]
    [InlineData("köpa", "köpte köpt köpta köper köpts")]
    [InlineData("leda", "ledde lett ledda")]
    [InlineData("bok", "böcker böckerna böckernas boken")]
    [InlineData("hand", "händer händerna handen")]
    [InlineData("fot", "fötter fötterna")]
    [InlineData("bror", "bröder bröderna brodern")]
    [InlineData("mus", "möss mössen")]
    [InlineData("stor", "större störst största stort")]
    [InlineData("bra", "bättre bäst bästa")]
    [InlineData("gammal", "gamla äldst gammalt")]
    [InlineData("regel", "regler reglerna regeln")]
    [InlineData("skola", "skolan skolor skolorna skolans")]
    [InlineData("snabb", "snabbt snabba snabbare")]
    [InlineData("program", "programmet programmen")]
    [InlineData("parlament", "parlamentet parlamentets")]
    [InlineData("sektor", "sektorn sektorer")]
    [InlineData("diskutera", "diskuterats diskuterade diskuterat")]
    [InlineData("lärobok", "läroböcker läroböckerna läroboken")]
    public void Forms_of_one_word_meet(string lemma, string forms)
    {
        var stem = Analyser.Word(lemma).Stem;
        Assert.All(forms.Split(' '), form => Assert.Equal(stem, Analyser.Word(form).Stem));
    }

    [Theory]
    [InlineData("möte", "bemötande")]
    [InlineData("beslut", "slut")]
    [InlineData("kök", "kö")]
    [InlineData("kön", "kö")]
    [InlineData("underbar", "bära")]
    [InlineData("uppror", "ro")]
    [InlineData("förslaget", "förslå")]
    [InlineData("uppdraget", "uppdra")]
    [InlineData("brunnen", "brinna")]
    [InlineData("trumpet", "trump")]
    [InlineData("ficka", "få")]
    [InlineData("handlar", "handel")]
    [InlineData("växlar", "växel")]
    [InlineData("grannen", "gran")]
    [InlineData("plats", "platt")]
    [InlineData("förmå", "må")]
    public void Words_that_only_look_alike_do_not(string one, string other) =>
        Assert.NotEqual(Analyser.Word(one).Stem, Analyser.Word(other).Stem);

    [Theory]
    [InlineData("händer", "hand", "hända")]
    [InlineData("bar", "bära", "bar")]
    [InlineData("led", "led", "lida")]
    [InlineData("svek", "svek", "svika")]
    [InlineData("drog", "dra", "drog")]
    [InlineData("bättre", "bra", "god")]
    [InlineData("äldre", "äldre", "gammal")]
    public void A_form_of_two_words_has_the_stem_of_the_other_as_well(string form, string main, string further)
    {
        var word = Analyser.Word(form);
        Assert.Equal(SwedishStemmer.Stem(main), word.Stem);
        Assert.Contains(SwedishStemmer.Stem(further), word.FurtherStems);
        Assert.DoesNotContain(word.Stem, word.FurtherStems);
    }

    [Theory]
    [InlineData("får")]
    [InlineData("var")]
    [InlineData("för")]
    public void Function_words_stay_so(string form)
    {
        Assert.True(Analyser.Word(form).IsFunctionWord);
        Assert.Empty(Analyser.Word(form).FurtherStems);
    }

    [Fact]
    public void An_irregular_last_part_has_the_stem_of_its_word()
    {
        var parts = Analyser.Word("läroböckerna").Parts;
        Assert.Equal([SwedishStemmer.Stem("lära"), "bok"], parts.Select(part => part.Stem));
        Assert.Equal([(0, 4), (4, 8)], parts.Select(part => (part.Start, part.Length)));
    }

    [Theory]
    [InlineData("och", StemReason.FunctionWord, "")]
    [InlineData("gick", StemReason.IrregularForm, "gå")]
    [InlineData("undergick", StemReason.IrregularForm, "undergå")]
    [InlineData("skolan", StemReason.KnownForm, "skola")]
    [InlineData("flurppan", StemReason.EndingRule, "flurppa")]
    [InlineData("arbetsträning", StemReason.CompoundHead, "")]
    [InlineData("flurpar", StemReason.Stemmer, "")]
    public void The_reason_is_told(string form, StemReason reason, string lemmas)
    {
        var told = Analyser.Explain(form);
        Assert.Equal((reason, lemmas), (told.Reason, string.Join(' ', told.Lemmas)));
        Assert.Equal(Analyser.Word(form).Stem, told.Word.Stem);
        Assert.Equal(told.Word.Parts.Count, told.Sources.Count);
    }

    [SharedFact]
    public void Nearly_all_forms_of_running_text_meet_their_words()
    {
        var rows = File.ReadLines(Path.Combine(SharedFolder.Path!, "data", "eukalyptus", "form_lemma_dev.tsv")).Skip(1)
            .Select(line => line.ToLowerInvariant().Split('\t'))
            .Where(row => row[0].All(char.IsLetter) && row[1].All(char.IsLetter))
            .ToList();
        var met = rows.Count(row => Stems(row[0]).Overlaps(Stems(row[1])));
        Assert.True(met >= 0.94 * rows.Count, string.Create(CultureInfo.InvariantCulture, $"{met} of {rows.Count}"));
    }

    private static HashSet<string> Stems(string form)
    {
        var word = Analyser.Word(form);
        return [word.Stem, .. word.FurtherStems];
    }
}
