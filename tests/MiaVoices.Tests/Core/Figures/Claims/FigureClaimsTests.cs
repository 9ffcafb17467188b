using MiaVoices.Core.Figures.Claims;
using Xunit;

namespace MiaVoices.Tests.Core.Figures.Claims;

public class FigureClaimsTests
{
    [Theory]
    [InlineData("Av de 30 som svarade var 12 av 30 (45 %) nöjda.", ClaimKind.OtherPercentage, "45 %")]
    [InlineData("41 % (12 av 30) var nöjda.", ClaimKind.OtherPercentage, "41 %")]
    [InlineData("Det svarade 31 av 28 deltagare.", ClaimKind.MoreThanWhole, "31 av 28")]
    [InlineData("Enkäten har 42 svarande och av dem är 16 procent missnöjda.", ClaimKind.ImpossiblePercentage, "16 procent")]
    [InlineData("Vi frågade alla. 16 procent av de 42 svarande var missnöjda.", ClaimKind.ImpossiblePercentage, "16 procent")]
    [InlineData("Missnöjda var 16 procent (n = 42).", ClaimKind.ImpossiblePercentage, "16 procent")]
    [InlineData("Projektet har 90 deltagare, varav 120 personer har avslutat.", ClaimKind.MoreThanWhole, "120 personer")]
    [InlineData("Vi har 300 deltagare. Av dessa är 200 kvinnor och 130 män.", ClaimKind.MoreThanWhole, "200 kvinnor")]
    [InlineData("Enkäten skickades till 80 personer och 20 svarade, en svarsfrekvens på 35 %.", ClaimKind.OtherRate, "35 %")]
    [InlineData("Drygt hälften (18 av 40) ville fortsätta.", ClaimKind.WordMisfit, "18 av 40")]
    [InlineData("Samtliga deltagare (19 av 20) ville fortsätta.", ClaimKind.WordMisfit, "19 av 20")]
    [InlineData("En majoritet (14 av 30) ville fortsätta.", ClaimKind.WordMisfit, "14 av 30")]
    [InlineData("Målet är 60 procent och utfallet 52 procent, så vi når målet.", ClaimKind.GoalMisfit, "60 procent")]
    public void What_cannot_hold_is_said(string text, ClaimKind kind, string number) =>
        Assert.Equal([(kind, ClaimLevel.CannotHold, number)], FigureClaims.Check(text).Where(f => f.Level == ClaimLevel.CannotHold).Select(f => (f.Kind, f.Level, f.Number)));

    [Theory]
    [InlineData("Vi har 300 deltagare. Av dessa är 200 kvinnor och 90 män.", ClaimKind.PartsMissing)]
    [InlineData("Enkäten gick till 150 av 200 personer och 30 svarade, en svarsfrekvens på 20 %.", ClaimKind.RateOfAll)]
    [InlineData("Nästan alla nöjda\n\nHela 71 procent av de 100 svarande är nöjda.", ClaimKind.HeadlineMisfit)]
    [InlineData("Projektet når målet att 60 procent ska känna makt.", ClaimKind.GoalWithoutOutcome)]
    public void What_a_person_should_look_at_is_said(string text, ClaimKind kind) =>
        Assert.Equal([(kind, ClaimLevel.LookAt)], FigureClaims.Check(text).Select(f => (f.Kind, f.Level)));

    [Theory]
    [InlineData("70 procent av deltagarna är nöjda.", ClaimKind.NoBase)]
    [InlineData("Inflödet har minskat med 30 deltagare.", ClaimKind.NoEndpoints)]
    public void A_missing_base_is_said(string text, ClaimKind kind) =>
        Assert.Equal([(kind, ClaimLevel.BaseMissing)], FigureClaims.Check(text).Select(f => (f.Kind, f.Level)));

    [Theory]
    [InlineData("Av 42 svarande var 7 av 42 (17 %) missnöjda.")]
    [InlineData("Av 42 svarande var 7 av 42 (16,7 %) missnöjda.")]
    [InlineData("Av de 40 som svarade är 60 procent kvinnor, och 37 procent av kvinnorna arbetar.")]
    [InlineData("Nära 90 procent av de 42 svarande var nöjda.")]
    [InlineData("Ungefär 15 procent av de 42 svarande var missnöjda.")]
    [InlineData("Minst 16 procent av de 42 svarande var missnöjda.")]
    [InlineData("Vi har 300 deltagare. Av dessa är 200 kvinnor, 90 män och 10 har inte angett kön.")]
    [InlineData("Antalet deltagare ökade från 40 till 52, en ökning med 30 procent.")]
    [InlineData("Räntan steg till 3,25 procent och budgeten är 12 miljoner kronor år 2019.")]
    [InlineData("Andelen ökade med 4 procentenheter.")]
    [InlineData("De flesta (14 av 20) ville fortsätta; knappt hälften (9 av 20) hade arbete.")]
    [InlineData("Målet är 60 procent och utfallet 65 procent av 80 svarande, så vi når målet.")]
    [InlineData("Två av tre deltagare ville fortsätta.")]
    public void What_holds_is_left_alone(string text) => Assert.Empty(FigureClaims.Check(text));

    [Fact]
    public void A_list_of_shares_is_held_against_those_who_answered()
    {
        var findings = FigureClaims.Check("Enkäten fick 42 svar.\n\n- 20 % var missnöjda\n- 16 % varken eller\n- 24 % nöjda\n- 40 % mycket nöjda\n");
        Assert.Equal([3, 4], findings.Select(f => f.Line));
        Assert.All(findings, f => Assert.Equal(ClaimKind.ImpossiblePercentage, f.Kind));
        Assert.Equal(["42", "8/42 = 19,0 %; 9/42 = 21,4 %", "25"], findings[0].Facts);
    }

    [Fact]
    public void Tables_are_held_against_the_bases_of_their_headers()
    {
        const string Table = "| Tema | deltagare (21) | Alla (25) |\n|---|---:|---:|\n| stöd | 13 (62 %) | 16 (64 %) |\n| tid | 13 (52 %) | .. |\n";
        Assert.Equal([(4, "13 (52 %)")], FigureClaims.Check(Table).Select(f => (f.Line, f.Number)));
    }

    [Fact]
    public void A_row_of_sums_must_be_one()
    {
        const string Table = "| Grupp | Antal |\n|---|---:|\n| kvinnor | 841 |\n| män | 604 |\n| Totalt | 1 451 |\n";
        Assert.Equal([(5, ClaimKind.PartsMissing)], FigureClaims.Check(Table).Select(f => (f.Line, f.Kind)));
    }

    [Fact]
    public void Goals_in_a_table_must_agree_with_the_verdict()
    {
        const string Table = "| Mål | Målnivå | Utfall | Uppnått |\n|---|---|---|---|\n| makt | 60 % | 26 av 40 (65 %) | nej |\n| arbete | 30 % | 12 av 40 (30 %) | ja |\n";
        Assert.Empty(FigureClaims.Check(Table));
        Assert.Equal([3], FigureClaims.Check(Table.Replace("Mål | Målnivå", "Namn | Mål", StringComparison.Ordinal)).Select(f => f.Line));
    }
}
