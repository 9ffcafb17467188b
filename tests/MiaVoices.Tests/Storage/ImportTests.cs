using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Storage;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Storage;

public class ImportTests
{
    [Theory]
    [InlineData("Hej 😀 du", "Två 👩‍👩‍👧 rader\noch 🇸🇪")]
    [InlineData("rad\r\nrad", "sista\rrad")]
    [InlineData("\uFEFFmed märke", "slut\uFEFF")]
    [InlineData("Go\u0308teborg a\u030A", "e\u0301n")]
    public void Segments_joined_by_line_feeds_are_the_text(string one, string two)
    {
        using var project = new ProjectBuilder();
        var id = project.Import(Drafts.Notes("a.txt", one, two));
        var source = project.Store.Sources().Single();
        var segments = project.Store.Segments(new SegmentScope { Source = id }).ToList();
        var text = string.Join('\n', segments.Select(s => s.Text));

        Assert.Equal(StoredText.Normalise(one + "\n" + two), text);
        Assert.Equal(text.Length, source.Length);
        Assert.Equal(text, project.Store.Text(id, 0, source.Length));
        Assert.All(segments, s => Assert.Equal(text[s.Start..s.End], s.Text));
        Assert.Equal([1, 2], segments.Select(s => s.Ordinal));
        Assert.DoesNotContain(text, c => c is '\r' or '\uFEFF' or '\u0308' or '\u030A' or '\u0301');
        Assert.Empty(project.Store.Check());
    }

    [Fact]
    public void Every_span_of_a_text_is_given_and_none_outside()
    {
        using var project = new ProjectBuilder();
        var id = project.Import(Drafts.Notes("a.txt", "ab", "😀", "c\nd"));
        const string text = "ab\n😀\nc\nd";
        for (var start = 0; start <= text.Length; start++)
        {
            for (var end = start; end <= text.Length; end++)
            {
                Assert.Equal(text[start..end], project.Store.Text(id, start, end));
            }
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => project.Store.Text(id, 0, text.Length + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => project.Store.Text(id, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => project.Store.Text(id, 3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => project.Store.Text(Guid.Empty, 0, 1));
    }

    [Fact]
    public void A_hidden_source_is_gone_from_every_query_and_comes_back_whole()
    {
        using var project = new RichProject();
        var store = project.Builder.Store;
        var shown = Seen(store);
        Assert.All(shown, s => Assert.NotEqual(0, s.Count));

        store.Apply(new Batch("x", [new HideSource(project.Interview), new HideSource(project.Survey)]));
        Assert.All(Seen(store).Where(s => s.Name is not ("codes" or "cases" or "memos")), s => Assert.Equal((s.Name, 0), s));
        Assert.Equal(["D12"], store.Cases().Select(c => c.Name));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.Text(project.Interview, 0, 1));
        Assert.Equal(["Mia"], store.Memos().Select(m => m.Coder));

        store.Undo();
        Assert.Equal(shown, Seen(store));
    }

    [Fact]
    public void Memos_on_what_is_hidden_are_hidden_with_it()
    {
        using var project = new RichProject();
        var b = project.Builder;
        b.Memo(MemoTarget.Segment, project.Segments[0].Id, "på ett avsnitt");
        b.Memo(MemoTarget.Source, project.Interview, "på en källa");
        b.Memo(MemoTarget.Coding, project.Coding.Id, "på en kodning");
        b.Memo(MemoTarget.Case, project.Store.Cases()[0].Id, "på en person");
        b.Memo(MemoTarget.Project, null, "på projektet");
        Assert.Equal(6, project.Store.Memos().Count);
        project.Store.Apply(new HideSource(project.Interview));
        Assert.Equal(["Gränsen mot kontakt är oklar.", "på projektet"], project.Store.Memos().Select(m => m.Text));
        project.Store.Undo();
        Assert.Equal(6, project.Store.Memos().Count);
    }

    [Fact]
    public void A_memo_needs_something_to_be_about()
    {
        using var project = new ProjectBuilder();
        foreach (var (target, key) in new[] { (MemoTarget.Source, "source.gone"), (MemoTarget.Segment, "segment.gone"), (MemoTarget.Code, "code.gone"), (MemoTarget.Coding, "coding.gone"), (MemoTarget.Case, "case.gone") })
        {
            Refusals.Refused(key, () => project.Memo(target, new Guid(1, 2, 3, new byte[8]), "x"));
        }
    }

    [Fact]
    public void Respondents_become_cases_and_interviewers_and_notes_do_not()
    {
        using var project = new ProjectBuilder();
        project.Import(Drafts.Interview("Intervju D07.txt", ("I", Drafts.Asks, "Hej?"), ("Anna", Drafts.Answers, "Hej.")));
        project.Import(Drafts.Interview("Samtal med Anna.docx", ("Anna", Drafts.Answers, "Hej."), ("Bo", Drafts.Answers, "Hej.")));
        project.Import(Drafts.Notes("möte.txt", "Anna kom."));
        Assert.Equal(["D07", "Intervju 1:1", "Intervju 1:2"], project.Store.Cases().Select(c => c.Name));
        Assert.Equal(["Intervju D07", "Intervju 1", "Anteckning 1"], project.Store.Sources().Select(s => s.Label));
        Assert.Equal(["D07", "Intervju 1:1", "Intervju 1:2"], project.Store.CountedCases().Select(c => c.Name));
        Assert.Equal([null, "D07"], project.Store.Segments(new SegmentScope { Source = project.Store.Sources()[0].Id }).Select(s => s.Respondent));
    }

    [Fact]
    public void Attributes_given_at_import_go_to_the_speakers_cases()
    {
        using var project = new ProjectBuilder();
        project.Import(Drafts.Interview("D07.txt", ("D", Drafts.Answers, "Hej.")) with { Attributes = new Dictionary<string, string> { ["grupp"] = "anhörig" } });
        Assert.Equal("anhörig", project.Store.Cases().Single().Attributes["grupp"]);
    }

    [Fact]
    public void Two_waves_with_the_same_id_are_two_persons_and_two_sheets_with_the_same_rows_too()
    {
        using var project = new ProjectBuilder();
        project.Import(Drafts.Survey("a.csv", "Enkät", null, new SurveyRow("1", "Bra", Wave: "2024"), new SurveyRow("1", "Dåligt", Wave: "2025")));
        project.Import(Drafts.Survey("b.csv", "Enkät", "2024", new SurveyRow("1", "Sådär")));
        Assert.Equal(["Enkät 2024 · 1", "Enkät 2025 · 1", "Enkät 2024 · 1 (2)"], project.Store.Cases().Select(c => c.Name));
        Assert.Equal(["Enkät 2024 · 1", "Enkät 2025 · 1", "Enkät 2024 · 1 (2)"], project.Store.Segments(SegmentScope.All).Select(s => s.Respondent));
        Assert.Equal(3, project.Store.Answers().Count());
        Assert.Empty(project.Store.Check());
    }

    [Fact]
    public void A_survey_whose_name_ends_with_the_wave_does_not_say_it_twice()
    {
        using var project = new ProjectBuilder();
        project.Import(Drafts.Survey("a.csv", "Enkät 2025", "2025", new SurveyRow("4", "Bra")));
        Assert.Equal("Enkät 2025 · 4", project.Store.Cases().Single().Name);
        Assert.Equal("Enkät 2025", project.Store.Sources().Single().Label);
    }

    [Fact]
    public void Questions_answers_and_rows_of_a_survey_are_stored_as_read()
    {
        using var project = new ProjectBuilder();
        var draft = Drafts.Survey("a.csv", "Enkät", "2025", new SurveyRow("1", "Bra"), new SurveyRow("2", null, null), new SurveyRow("3", null, "ibland"));
        var id = project.Import(draft);
        Assert.Equal(draft.Survey!.Questions.Select(q => (q.Id, q.Text, q.Kind, q.About)), project.Store.Questions().Select(q => (q.Question.Id, q.Question.Text, q.Question.Kind, q.Question.About)));
        Assert.Equal(["aldrig", "ibland", "alltid"], project.Store.Questions()[0].Question.Scale);
        Assert.Equal(["alltid", "", "ibland"], project.Store.Answers().Select(a => string.Join('|', a.Points)));
        Assert.Equal(2, project.Store.SurveyRows().Single().Answered);
        var segment = project.Store.Segments(new SegmentScope { Source = id, Row = "1" }).Single();
        Assert.Equal(("Vad har varit bra?", "T1", "1", "2025", SpeakerRole.Respondent), (segment.Question, segment.QuestionId, segment.Row, segment.Wave, segment.Role));
    }

    [Fact]
    public void A_label_is_one_sources_own_also_when_an_import_comes_back()
    {
        using var project = new ProjectBuilder("Mia");
        var bo = project.As("Bo");
        var one = project.Import(Drafts.Notes("a.txt", "Ett."), "Anteckning 1");
        Refusals.Refused("source.labelTaken", () => project.Import(Drafts.Notes("b.txt", "Två."), "Anteckning 1"));
        Refusals.Refused("source.noLabel", () => project.Store.Apply(new LabelSource(one, " ")));
        project.Store.Undo();
        project.Import(Drafts.Notes("b.txt", "Två."), "Anteckning 1", bo);
        Refusals.Refused("source.labelTaken", () => project.Store.Redo());
        bo.Undo();
        project.Store.Redo();
        Assert.Equal(["a.txt"], bo.Sources().Select(s => s.Name));
    }

    private static List<(string Name, int Count)> Seen(ProjectFile store) =>
    [
        ("sources", store.Sources().Count),
        ("segments", store.Segments(SegmentScope.All).Count()),
        ("speakers", store.Speakers().Count),
        ("cases", store.Cases().Count),
        ("questions", store.Questions().Count),
        ("answers", store.Answers().Count()),
        ("surveys", store.SurveyRows().Count),
        ("codes", store.Codes().Count),
        ("codings", store.Codings(CodingScope.All).Count()),
        ("reviews", store.Reviews().Count()),
        ("memos", store.Memos().Count),
        ("suggestions", store.SuggestionAnswers().Count),
        ("counted", store.CountedCases().Count),
        ("coded", store.CodedCases().Count()),
        ("progress", store.Progress().Count),
        ("hits", Hits(store, "personal")),
        ("hits by group", Hits(store, "grupp:deltagare")),
    ];

    private static int Hits(ProjectFile store, string query) =>
        store.Index.Find(new SearchRequest(QueryParser.Parse(query, store.Index.AttributeNames()).Root!)).Total;
}
