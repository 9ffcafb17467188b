using MiaVoices.Core.Codes;
using MiaVoices.Core.Language;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class AcceptAboveTests : IDisposable
{
    private readonly ProjectBuilder project = new();
    private readonly Code time;
    private readonly Code money;
    private readonly List<Segment> segments;

    public AcceptAboveTests()
    {
        project.Import(Drafts.Interview(
            "Intervju D07.txt",
            ("I", Drafts.Asks, "Hur var det?"),
            ("D", Drafts.Answers, "Jag fick mer tid. 😀 Ingen stressade mig."),
            ("D", Drafts.Answers, "Pengarna tog slut."),
            ("D", Drafts.Answers, "Tiden räckte.")));
        (time, money) = (project.Code("mer tid"), project.Code("ekonomi"));
        segments = [.. project.Store.Segments(SegmentScope.All)];
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void All_above_a_limit_are_one_step_and_marked_in_coding_and_answer()
    {
        var before = project.Dump();
        Accept(0.8, Suggested(1, time, 0.9), Suggested(2, money, 0.85));
        Assert.Equal([0.8, 0.8], project.Store.Codings(CodingScope.All).Select(c => c.Coding.AcceptedAbove));
        Assert.Equal([0.8, 0.8], project.Store.SuggestionAnswers().Select(a => a.AcceptedAbove));
        Assert.All(project.Store.Codings(CodingScope.All), c => Assert.Equal(CodingOrigin.Suggestion, c.Coding.Origin));
        project.Store.Undo();
        Assert.Equal(before, project.Dump());
        project.Store.Redo();
        Assert.Equal([0.8, 0.8], project.Store.Codings(CodingScope.All).Select(c => c.Coding.AcceptedAbove));
    }

    [Fact]
    public void Only_suggestions_of_at_least_the_limit_and_of_the_code_are_taken()
    {
        CodeSuggestion[] open = [Suggested(1, time, 0.8), Suggested(2, money, 0.95), Suggested(3, time, 0.79)];
        Assert.Equal([open[0], open[1]], Suggesting.Above(open, 0.8, null));
        Assert.Equal([open[0]], Suggesting.Above(open, 0.8, time.Id));
    }

    [Fact]
    public void What_nobody_read_tells_nothing_of_how_often_suggestions_are_right()
    {
        Accept(0.8, Suggested(1, time, 0.9));
        Assert.Empty(Suggesting.RightSoFar(project.Store));
        project.Store.Apply(Suggesting.Answer(project.Store, "m1", [Answered(Suggested(2, money, 0.9))], accept: true, null));
        project.Store.Apply(Suggesting.Answer(project.Store, "m1", [Answered(Suggested(3, money, 0.9))], accept: false, null));
        Assert.Equal([new CodeAnswers(money.Id, 1, 2)], Suggesting.RightSoFar(project.Store));
    }

    [Fact]
    public void No_polarity_is_set_unread()
    {
        var batch = Suggesting.AcceptAbove(project.Store, "m1", [Answered(Suggested(1, time, 0.9)) with { Polarity = Polarity.Proposal }], 0.8);
        project.Store.Apply(batch);
        Assert.Null(Assert.Single(project.Store.Codings(CodingScope.All)).Coding.Polarity);
    }

    [Fact]
    public void Reports_summaries_and_tables_tell_how_many_nobody_read()
    {
        project.Code(segments[3].SourceId, "Tiden räckte.", time.Id);
        Accept(0.8, Suggested(1, time, 0.9), Suggested(2, money, 0.85));
        foreach (var kind in new[] { ReportKind.Theme, ReportKind.Summary, ReportKind.Audit })
        {
            var text = MarkdownWriter.Write(Reporting.Compose(project.Store, new ReportOrder { Kind = kind, Audience = Audience.Internal }, "0.1.0").Blocks);
            Assert.Contains("2 av 3\u00A0kodningar är kodförslag som godkändes många på en gång", text, StringComparison.Ordinal);
        }

        var theme = MarkdownWriter.Write(Reporting.Compose(project.Store, new ReportOrder { Kind = ReportKind.Theme, Audience = Audience.Internal }, "0.1.0").Blocks);
        Assert.Contains("1 av 2\u00A0kodningar är kodförslag", theme, StringComparison.Ordinal);
        Assert.Contains("2 är godkända många på en gång", theme, StringComparison.Ordinal);
        var summary = Summarising.Run(project.Store, project.Store.Analyser, new SummaryScope { Threshold = 0 });
        Assert.Equal([1, 1], summary.Themes.Select(t => t.AcceptedTogether));
        var table = CodingSheet.Export(project.Store);
        Assert.Equal(["0.8", "0.8", ""], table.Rows.Select(r => r["acceptedAbove"]));
    }

    [Fact]
    public void The_mark_survives_a_table_and_back()
    {
        Accept(0.8, Suggested(1, time, 0.9));
        var table = CodingSheet.Export(project.Store);
        project.Store.Undo();
        project.Store.Apply(CodingSheet.Import(table, project.Store, createCodes: false).Change!);
        Assert.Equal(0.8, Assert.Single(project.Store.Codings(CodingScope.All)).Coding.AcceptedAbove);
    }

    [Fact]
    public void A_part_of_a_segment_is_coded_where_it_stands()
    {
        var segment = segments[1];
        var start = segment.Text.IndexOf("Ingen", StringComparison.Ordinal);
        project.Store.Apply(Suggesting.Answer(
            project.Store, "m1", [Answered(Suggested(1, time, 0.9)) with { Part = new SentenceSpan(start, segment.Text.Length), Polarity = Polarity.WorksWell }], accept: true, null));
        var coding = Assert.Single(project.Store.Codings(CodingScope.All)).Coding;
        Assert.Equal(("Ingen stressade mig.", Polarity.WorksWell, null), (coding.Quote, coding.Polarity, coding.AcceptedAbove));
    }

    private CodeSuggestion Suggested(int segment, Code code, double confidence) =>
        new(SuggestionIdentity.Of(segments[segment].Id, code.Id), segments[segment].Key, code.Id, confidence, [], []);

    private AnsweredSuggestion Answered(CodeSuggestion suggestion) => new(suggestion, segments.Single(s => s.Key == suggestion.Segment));

    private void Accept(double limit, params CodeSuggestion[] suggestions) =>
        project.Store.Apply(Suggesting.AcceptAbove(project.Store, "m1", [.. suggestions.Select(Answered)], limit));
}
