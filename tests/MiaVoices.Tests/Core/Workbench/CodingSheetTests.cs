using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class CodingSheetTests : IDisposable
{
    private readonly ProjectBuilder project = new();
    private readonly Guid interview;
    private readonly Guid sheet;

    public CodingSheetTests()
    {
        interview = project.Import(Drafts.Interview(
            "vår/Intervju D07.txt",
            ("I", Drafts.Asks, "Hur mår du?"),
            ("D", Drafts.Answers, "Bra 😀 sa hon: ”kom hit”. Bra!"),
            ("D", Drafts.Answers, "Ja.")));
        project.Import(Drafts.Survey("bok.xlsx", "Enkät", "2024", new SurveyRow("1", "Personalen"), new SurveyRow("2", "Lika")));
        sheet = project.Import(Drafts.Survey("bok.xlsx", "Enkät", "2025", new SurveyRow("1", "Boendet"), new SurveyRow("2", "Lika"), new SurveyRow("7", "Allt")));
        var support = project.Code("Stöd", tag: "St");
        project.Code("kontakt", support.Id);
        project.Code("Boende");
    }

    [Theory]
    [InlineData("start;end", "12;18", "Bra 😀")]
    [InlineData("start;end;quote", "12;18;Bra  😀", "Bra 😀")]
    [InlineData("start;end;quote", "12;20;Bra 😀", "Bra 😀 s")]
    [InlineData("segment", "3", "Ja.")]
    [InlineData("segment;quote", "2;\"kom hit\"", "”kom hit”")]
    [InlineData("quote", "»kom   hit«", "”kom hit”")]
    [InlineData("quote", "Ja.", "Ja.")]
    [InlineData("start;end;segment", ";;1", "Hur mår du?")]
    public void A_row_is_placed_by_the_first_of_its_ways(string headers, string cells, string text)
    {
        var result = Import($"source;{headers};code", $"Intervju D07;{cells.Replace("\"kom hit\"", "\"\"\"kom hit\"\"\"", StringComparison.Ordinal)};Stöd");
        Assert.Empty(result.LeftOut);
        project.Store.Apply(result.Change!);
        Assert.Equal(text, project.Store.Codings(CodingScope.All).Single().Coding.Quote);
        Assert.Empty(project.Store.Check());
    }

    [Theory]
    [InlineData("row;question;wave", "1;T1;2025", "Boendet")]
    [InlineData("row;question", "7;vad har   varit bra?", "Allt")]
    [InlineData("row", "7", "Allt")]
    [InlineData("row;question;quote", "1;T1;Person", "Person")]
    [InlineData("quote", "Boendet", "Boendet")]
    public void A_survey_row_is_found_in_the_one_sheet_that_it_fits(string headers, string cells, string text)
    {
        var result = Import($"source;{headers};code", $"bok.xlsx;{cells};Stöd");
        Assert.Empty(result.LeftOut);
        Assert.Equal(text, ((AddCoding)result.Change!.Changes.Single()).Coding.Quote);
    }

    [Theory]
    [InlineData("okänd.txt;2;;;;", "source.unknown")]
    [InlineData("Intervju D07;9;;;;", "place.segment")]
    [InlineData("Intervju D07;x;;;;", "place.segment")]
    [InlineData("Intervju D07;;3;2;;", "place.span")]
    [InlineData("Intervju D07;;40;900;;", "place.span")]
    [InlineData("Intervju D07;;-1;5;;", "place.span")]
    [InlineData("Intervju D07;;11;12;;", "place.blank")]
    [InlineData("Intervju D07;;12;17;;", "place.halfCharacter")]
    [InlineData("Intervju D07;;17;20;;", "place.halfCharacter")]
    [InlineData("Intervju D07;;0;6;;Ja.", "place.quoteDiffers")]
    [InlineData("Intervju D07;;;;;Bra", "place.quoteTwice")]
    [InlineData("Intervju D07;;;;;finns inte", "place.quoteMissing")]
    [InlineData("Intervju D07;2;;;;Ja.", "place.quoteMissing")]
    [InlineData("Intervju D07;;;;;", "place.nothing")]
    [InlineData("bok.xlsx;;;;9;", "place.answer")]
    [InlineData("bok.xlsx;;;;1;", "place.several")]
    [InlineData("bok.xlsx;;;;;Lika", "place.quoteSources")]
    public void A_row_that_cannot_be_placed_is_listed_and_the_rest_goes_on(string cells, string key)
    {
        var result = Import("source;segment;start;end;row;quote;code", cells + ";Stöd", "Intervju D07;3;;;;;Boende");
        var problem = Assert.Single(result.LeftOut);
        Assert.Equal((key, "tabell.csv:2"), (problem.Key, problem.Where));
        Assert.Equal(1, result.Codings);
        Assert.DoesNotContain(problem.Facts, f => f is "finns inte" or "Bra" or "Lika" or "Ja.");
        project.Store.Apply(result.Change!);
        Assert.Equal("Ja.", project.Store.Codings(CodingScope.All).Single().Coding.Quote);
    }

    [Fact]
    public void A_time_that_cannot_be_read_leaves_its_row_out_and_says_so()
    {
        var result = Import("source;segment;created;code", "Intervju D07;3;2025-11-03;Stöd", "Intervju D07;3;03/11/2025;Boende", "Intervju D07;3;i går;Boende", "Intervju D07;3;;Boende");
        Assert.Equal([("codings.created", "tabell.csv:3"), ("codings.created", "tabell.csv:4")], result.LeftOut.Select(p => (p.Key, p.Where)));
        project.Store.Apply(result.Change!);
        Assert.Equal(2, result.Codings);
        Assert.Contains(project.Store.Codings(CodingScope.All), c => c.Coding.Created == new DateTimeOffset(2025, 11, 3, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_quote_that_stands_twice_in_one_source_is_not_placed_in_another_where_it_stands_once()
    {
        project.Import(Drafts.Interview("Intervju D08.txt", ("D", Drafts.Answers, "Det blev bra. Bra tyckte jag.")));
        project.Import(Drafts.Interview("Intervju D09.txt", ("D", Drafts.Answers, "Bra var det.")));
        var result = Import("quote;code", "Bra;Stöd", "Bra var det.;Stöd");
        Assert.Equal("place.quoteTwice", Assert.Single(result.LeftOut).Key);
        Assert.Equal("Bra var det.", ((AddCoding)Assert.Single(result.Change!.Changes)).Coding.Quote);
    }

    [Fact]
    public void Several_codes_stand_between_bars_and_an_empty_one_means_reviewed()
    {
        var result = Import(
            "source;segment;code;coder;created;memo",
            "Intervju D07;2;St | Boende|stöd;Bo;2025-02-03T10:00:00Z;en tanke",
            "Intervju D07;3;;;;",
            "Intervju D07;1;|;Bo;;");
        Assert.Equal((2, 2, 0), (result.Codings, result.Reviewed, result.Already));
        project.Store.Apply(result.Change!);
        var codings = project.Store.Codings(CodingScope.All).Select(p => p.Coding).ToList();
        Assert.Equal(["Boende", "Stöd"], codings.Select(c => project.Store.Codes().Single(k => k.Id == c.Code).Name).Order());
        Assert.All(codings, c => Assert.Equal(("Bo", "en tanke", CodingOrigin.Import, new DateTimeOffset(2025, 2, 3, 10, 0, 0, TimeSpan.Zero)), (c.Coder, c.Memo, c.Origin, c.Created)));
        Assert.Equal([("Bo", 1), ("Mia", 3)], project.Store.Reviews().Select(r => (r.Coder, project.Store.Segments(new SegmentScope { Keys = [r.Segment] }).Single().Ordinal)));
        project.Store.Undo();
        Assert.Empty(project.Store.Codings(CodingScope.All));
        Assert.Empty(project.Store.Reviews());
    }

    [Fact]
    public void The_same_table_again_changes_nothing()
    {
        string[] lines = ["source;segment;code", "Intervju D07;2;Stöd", "Intervju D07;2;Stöd", "Intervju D07;3;"];
        var first = Import(lines);
        Assert.Equal((1, 1, 1), (first.Codings, first.Reviewed, first.Already));
        project.Store.Apply(first.Change!);
        var again = Import(lines);
        Assert.Null(again.Change);
        Assert.Equal((0, 0, 2), (again.Codings, again.Reviewed, again.Already));
    }

    [Fact]
    public void An_unknown_code_refuses_the_table_unless_it_is_to_be_made()
    {
        string[] lines = ["source;segment;code", "Intervju D07;2;Stöd", "Intervju D07;2;Okänd|okänd", "Intervju D07;3;OKÄND"];
        var problem = Refusals.Refused("codings.code", () => Import(lines));
        Assert.Equal(("tabell.csv:3", "Okänd"), (problem.Where, problem.Facts[0]));
        var result = CodingSheet.Import(Tables.Of(lines), project.Store, createCodes: true);
        Assert.Equal(["Okänd"], result.NewCodes);
        project.Store.Apply(result.Change!);
        Assert.Equal(["Stöd", "kontakt", "Boende", "Okänd"], project.Store.Codes().Select(c => c.Name));
        Assert.Equal(3, project.Store.Codings(CodingScope.All).Count());
    }

    [Fact]
    public void A_name_that_several_codes_bear_refuses_the_table_at_its_line()
    {
        project.Code("Kontakt");
        var problem = Refusals.Refused("code.ambiguous", () => Import("source;segment;code", "Intervju D07;2;Stöd", "Intervju D07;3;KONTAKT"));
        Assert.Equal("tabell.csv:3", problem.Where);
        Assert.IsNotType<UsageException>(Assert.ThrowsAny<RefusedException>(() => Import("source;segment;code", "Intervju D07;3;KONTAKT")));
    }

    [Theory]
    [InlineData("source;segment")]
    [InlineData("source;code")]
    public void A_table_without_the_needed_columns_is_refused(string headers) =>
        Refusals.Refused("codings.headers", () => Import(headers, "a;b"));

    [Fact]
    public void Without_a_source_the_quote_must_be_found_once_in_all_of_them()
    {
        var result = Import("quote;code", "Boendet;Stöd", "Lika;Stöd", "Hur mår du?;Stöd");
        Assert.Equal(2, result.Codings);
        Assert.Equal("place.quoteSources", result.LeftOut.Single().Key);
    }

    [Fact]
    public void Sheets_that_share_name_and_text_are_told_apart_by_their_label()
    {
        project.Code(sheet, "Lika", project.Store.Codes()[0].Id);
        project.Store.Apply(new ReviewSegments(sheet, [project.Store.Segments(new SegmentScope { Source = sheet, Ordinal = 2 }).Single().Id], "Mia"));
        var table = Tables.AsFile(CodingSheet.Export(project.Store));
        project.Store.Undo();
        project.Store.Undo();
        var result = CodingSheet.Import(table, project.Store, createCodes: false);
        Assert.Empty(result.LeftOut);
        Assert.Equal((1, 1), (result.Codings, result.Reviewed));
        Assert.Equal(sheet, ((AddCoding)result.Change!.Changes[0]).Coding.Source);
    }

    public void Dispose() => project.Dispose();

    private CodingImport Import(params string[] lines) => CodingSheet.Import(Tables.Of(lines), project.Store, createCodes: false);
}
