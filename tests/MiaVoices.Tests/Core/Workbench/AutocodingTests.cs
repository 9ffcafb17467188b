using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Search;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class AutocodingTests : IDisposable
{
    private readonly ProjectBuilder project = new();
    private readonly Guid source;
    private readonly Code code;

    public AutocodingTests()
    {
        project.Import(Drafts.Notes("annat.txt", "Ett möte."));
        source = project.Import(Drafts.Interview(
            "D07.txt",
            ("I", Drafts.Asks, "Hur var kontakten?"),
            ("D", Drafts.Answers, "😀 Jag fick mer tid. Sedan bröts myndighetskontakterna. Det gick, till slut!"),
            ("D", Drafts.Answers, "Mer tid, kontakt, mer tid. Tid och mer.")));
        code = project.Code("Kontakt");
    }

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("kontakt", AutocodedSpan.Turn, "Hur var kontakten?|😀 Jag fick mer tid. Sedan bröts myndighetskontakterna. Det gick, till slut!|Mer tid, kontakt, mer tid. Tid och mer.")]
    [InlineData("kontakt", AutocodedSpan.Sentence, "Hur var kontakten?|Sedan bröts myndighetskontakterna.|Mer tid, kontakt, mer tid.")]
    [InlineData("kontakt", AutocodedSpan.Match, "kontakten|myndighetskontakterna|kontakt")]
    [InlineData("\"mer tid\"", AutocodedSpan.Match, "mer tid|Mer tid|mer tid")]
    [InlineData("mer tid", AutocodedSpan.Match, "mer|tid|Mer|tid|mer|tid|Tid|mer")]
    [InlineData("\"mer tid\"", AutocodedSpan.Sentence, "😀 Jag fick mer tid.|Mer tid, kontakt, mer tid.")]
    [InlineData("roll:intervjuare", AutocodedSpan.Turn, "Hur var kontakten?")]
    [InlineData("saknas", AutocodedSpan.Turn, "")]
    public void A_hit_is_coded_whole_or_by_sentence_or_by_what_was_found(string query, AutocodedSpan span, string quotes)
    {
        var plan = Plan(query, span);
        if (plan.Change is { } change)
        {
            project.Store.Apply(change);
        }

        var codings = project.Store.Codings(CodingScope.All).Select(c => c.Coding).ToList();
        Assert.Equal(quotes, string.Join('|', codings.Select(c => c.Quote)));
        Assert.All(codings, c => Assert.Equal((CodingOrigin.Auto, code.Id, "Mia", "sökning"), (c.Origin, c.Code, c.Coder, c.Memo)));
        Assert.Empty(project.Store.Check());
    }

    [Fact]
    public void All_of_it_is_one_step_of_the_journal_that_is_undone_and_made_again()
    {
        var before = project.Dump();
        project.Store.Apply(Plan("kontakt", AutocodedSpan.Sentence).Change!);
        var after = project.Dump();
        Assert.Equal(Autocoding.Purpose, Assert.IsType<Batch>(project.Store.Journal().First().Change).Purpose);

        project.Store.Undo();
        Assert.Equal(before, project.Dump());
        project.Store.Redo();
        Assert.Equal(after, project.Dump());
    }

    [Fact]
    public void A_place_that_a_coding_of_the_code_touches_is_left_out_and_counted_and_other_codes_do_not_matter()
    {
        var other = project.Code("Annan");
        project.Code(source, "bröts", code.Id);
        project.Code(source, "Mer tid, kontakt", other.Id);
        project.Code(source, "Tid och mer", code.Id);

        var (turns, sentences, words) = (Plan("kontakt", AutocodedSpan.Turn), Plan("kontakt", AutocodedSpan.Sentence), Plan("kontakt", AutocodedSpan.Match));

        Assert.Equal((1, 2), (turns.Places.Count, turns.Already));
        Assert.Equal((2, 1), (sentences.Places.Count, sentences.Already));
        Assert.Equal((3, 0), (words.Places.Count, words.Already));
        project.Store.Apply(words.Change!);
        Assert.Null(Plan("kontakt", AutocodedSpan.Match).Change);
    }

    [Theory]
    [InlineData("roll:intervjuare")]
    [InlineData("NOT kontakt")]
    [InlineData("roll:respondent -slut")]
    public void Sentences_and_places_need_a_word_to_be_found_by(string query)
    {
        foreach (var span in new[] { AutocodedSpan.Sentence, AutocodedSpan.Match })
        {
            Assert.Equal("autocode.noWords", Assert.Throws<UsageException>(() => Plan(query, span)).Problem.Key);
        }

        Assert.NotEmpty(Plan(query, AutocodedSpan.Turn).Places);
    }

    [Fact]
    public void A_hit_of_a_filter_alone_has_no_word_to_code_and_is_counted()
    {
        var plan = Plan("myndighetskontakt OR roll:intervjuare", AutocodedSpan.Match);

        Assert.Equal(["myndighetskontakterna"], plan.Places.Select(p => p.Coding.Quote));
        Assert.Equal(1, plan.WithoutWords);
    }

    [Fact]
    public void Filters_of_a_command_and_answers_only_narrow()
    {
        var request = new AutocodingRequest { Query = "kontakt", Code = code.Id, AnswersOnly = true, Filters = [new NotQuery(new TermQuery("slut"))] };

        Assert.Equal(["Mer tid, kontakt, mer tid. Tid och mer."], Autocoding.Plan(project.Store, request, "sv").Places.Select(p => p.Coding.Quote));
    }

    private AutocodingPlan Plan(string query, AutocodedSpan span) =>
        Autocoding.Plan(project.Store, new AutocodingRequest { Query = query, Code = code.Id, Span = span, Memo = "sökning" }, "sv");
}
