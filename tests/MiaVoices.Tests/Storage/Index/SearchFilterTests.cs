using MiaVoices.Core;
using MiaVoices.Core.Search;
using Xunit;

namespace MiaVoices.Tests.Storage.Index;

public sealed class SearchFilterTests
{
    [Theory]
    [InlineData("talare:i1", "1")]
    [InlineData("speaker:ÅSA kontakt", "2")]
    [InlineData("talare:ingen", "")]
    [InlineData("roll:intervjuare", "1")]
    [InlineData("roll:respondent", "2 4 5 6")]
    [InlineData("role:unknown", "3 7")]
    [InlineData("grupp:UNGA", "2 4")]
    [InlineData("group:Äldre", "5")]
    [InlineData("delprojekt:\"Norr bo\"", "2")]
    [InlineData("NOT grupp:unga", "1 3 5 6 7")]
    [InlineData("grupp:saknas", "")]
    [InlineData("kod:Be", "2 3")]
    [InlineData("code:bemötande", "2 3")]
    [InlineData("kod:Ly", "3")]
    [InlineData("kod:\"Bemötande / Lyssna\"", "3")]
    [InlineData("kod:dubbel", "")]
    [InlineData("kod:Vä", "5 6")]
    [InlineData("-kod:Be kontakt", "1 4")]
    [InlineData("kod:någon", "2 3 5 6")]
    [InlineData("code:ANY", "2 3 5 6")]
    [InlineData("kod:ingen", "1 4 7")]
    [InlineData("Kod:Ingen kontakt", "1 4")]
    [InlineData("kod:någon mer", "6")]
    [InlineData("mer kod:none", "")]
    [InlineData("-code:none", "2 3 5 6")]
    [InlineData("NOT (kod:någon OR roll:intervjuare)", "4 7")]
    [InlineData("kod:n\u0061\u030Agon -kod:Be", "5 6")]
    [InlineData("kod:\"ingen\"", "")]
    [InlineData("kod:”none”", "")]
    [InlineData("-talare:åsa kontakt", "1 4")]
    [InlineData("kontakt -grupp:unga", "1")]
    [InlineData("delprojekt:\"norr BO\" -kod:ingen", "2")]
    [InlineData("NOT källa:D07 NOT fråga:t1", "6 7")]
    [InlineData("fråga:t1 -fråga:t2 -våg:höst", "4 5")]
    [InlineData("kod:Vä -våg:höst roll:deltagare", "5")]
    [InlineData("källa:\"intervjuer/Åsa D07.txt\"", "1 2 3")]
    [InlineData("källa:\"Intervju D07\"", "1 2 3")]
    [InlineData("källa:\"åsa d07\"", "1 2 3")]
    [InlineData("source:07.txt", "1 2 3")]
    [InlineData("fråga:t1", "4 5")]
    [InlineData("fråga:\"vad var\"", "4 5")]
    [InlineData("fråga:\"nästa steg\"", "7")]
    [InlineData("våg:2022", "4 5")]
    [InlineData("wave:HÖST", "6")]
    [InlineData("kontakt OR grupp:äldre", "1 2 4 5")]
    [InlineData("kontakt (grupp:unga OR talare:I1)", "1 2 4")]
    [InlineData("NOT (kontakt grupp:unga)", "1 3 5 6 7")]
    [InlineData("NOT (kontakt OR grupp:unga)", "3 5 6 7")]
    [InlineData("kontakt -roll:intervjuare", "2 4")]
    [InlineData("(kontakt OR tyst OR roll:intervjuare) -våg:2022", "1 2 3")]
    public void Filters_narrow_alone_and_with_words(string query, string keys)
    {
        using var project = Project();

        Assert.Equal(keys, SegmentSearchTests.Keys(project, query));
    }

    [Fact]
    public void Answers_only_leaves_interviewers_out()
    {
        using var project = Project();

        Assert.Equal("2 4", SegmentSearchTests.Keys(project, "kontakt", answersOnly: true));
        Assert.Equal("2 3 4 5 6 7", SegmentSearchTests.Keys(project, "NOT saknas", answersOnly: true));
    }

    [Theory]
    [InlineData("kod:saknas", "code.unknown")]
    [InlineData("kod:Borta", "code.unknown")]
    [InlineData("kod:duBBel", "code.ambiguous")]
    [InlineData("källa:saknas", "source.unknown")]
    [InlineData("källa:.txt", "source.ambiguous")]
    [InlineData("roll:kung", "search.role.unknown")]
    public void A_name_that_the_project_lacks_is_refused(string query, string key)
    {
        using var project = Project();

        var error = Assert.ThrowsAny<RefusedException>(() => SegmentSearchTests.Keys(project, query));

        Assert.Equal(key, error.Problem.Key);
        Assert.Equal(key.EndsWith("ambiguous", StringComparison.Ordinal), error is UsageException);
    }

    [Fact]
    public void A_quoted_value_is_always_a_name()
    {
        Assert.Equal("ingen", Assert.IsType<FilterQuery>(QueryParser.Parse("kod:\"ingen\"").Required()).Value);
        Assert.Equal(FilterField.Code, Assert.IsType<FilterQuery>(QueryParser.Parse("code:\"none\"").Required()).Field);
        Assert.Equal(FilterField.Uncoded, Assert.IsType<FilterQuery>(QueryParser.Parse("code:none").Required()).Field);
        Assert.Equal(FilterField.Attribute, Assert.IsType<FilterQuery>(QueryParser.Parse("grupp:ingen").Required()).Field);
    }

    private static IndexProject Project()
    {
        var project = new IndexProject();
        var young = project.Case("A1", ("grupp", "unga"), ("Delprojekt", "Norr bo"));
        var alsoYoung = project.Case("A2", ("grupp", "Unga"));
        var old = project.Case("A3", ("grupp", "äldre"));
        var interview = project.Source("intervjuer/Åsa D07.txt", "Intervju D07");
        project.Segment(interview, "kontakt?", project.Speaker(interview, "I1", "interviewer"));
        project.Segment(interview, "ja, kontakt", project.Speaker(interview, "Åsa", "respondent", young));
        project.Segment(interview, "tyst", project.Speaker(interview, "X", "unknown"));
        var survey = project.Source("enkät.csv", "Enkät", "2022", "survey");
        var question = project.Question(survey, "T1", "Vad var bra?");
        project.Segment(survey, "kontakt", question: question, person: alsoYoung, kind: "answer");
        project.Segment(survey, "annat", question: question, person: old, kind: "answer");
        project.Segment(survey, "mer", question: project.Question(survey, "T2", "Annat"), wave: "höst", kind: "answer");
        project.Segment(project.Source("möte.txt", kind: "notes"), "anteckning", heading: "Nästa steg", kind: "paragraph");
        var treatment = project.Code("Be", "Bemötande");
        project.Coding(treatment, 2);
        project.Coding(project.Code("Ly", "Lyssna", treatment), 3);
        project.Coding(project.Code("Vä", "Väntan"), 5, 6);
        project.Code("Bo", "Borta", removed: true);
        project.Code("In", "ingen");
        project.Code("No", "none");
        project.Code("D1", "Dubbel");
        project.Code("D2", "dubbel", treatment);
        return project;
    }
}
