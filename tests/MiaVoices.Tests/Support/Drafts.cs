using MiaVoices.Core.Sources;

namespace MiaVoices.Tests.Support;

/// <summary>What readers would have made of files.</summary>
public static class Drafts
{
    public const SpeakerRole Asks = SpeakerRole.Interviewer;
    public const SpeakerRole Answers = SpeakerRole.Respondent;

    /// <summary>A transcript of turns; the role of a speaker is that of the first turn.</summary>
    public static SourceDraft Interview(string name, params (string Speaker, SpeakerRole Role, string Text)[] turns) => new()
    {
        Name = name,
        Kind = SourceKind.Interview,
        Format = "txt",
        Encoding = "utf-8",
        Segments = [.. turns.Select((t, i) => new SegmentDraft { Kind = SegmentKind.Turn, Text = StoredText.Normalise(t.Text), Speaker = t.Speaker, Role = t.Role, Timecode = i * 10.5 })],
        Speakers = [.. turns.GroupBy(t => t.Speaker).Select(g => new SpeakerDraft(g.Key, g.First().Role, g.Count()))],
    };

    /// <summary>Paragraphs of notes under one heading.</summary>
    public static SourceDraft Notes(string name, params string[] paragraphs) => new()
    {
        Name = name,
        Kind = SourceKind.Notes,
        Format = "txt",
        Encoding = "utf-8",
        Segments = [.. paragraphs.Select(p => new SegmentDraft { Kind = SegmentKind.Paragraph, Text = StoredText.Normalise(p), Question = "Samlat" })],
    };

    /// <summary>A survey with a closed question F1 and a free-text question T1 about it.</summary>
    public static SourceDraft Survey(string file, string survey, string? wave, params SurveyRow[] rows) => new()
    {
        Name = file,
        Kind = SourceKind.Survey,
        Format = "csv",
        Encoding = "utf-8",
        Segments =
        [
            .. rows.Where(r => r.Text is not null).Select(r => new SegmentDraft
            {
                Kind = SegmentKind.Answer,
                Text = StoredText.Normalise(r.Text!),
                Role = SpeakerRole.Respondent,
                Row = r.Row,
                Question = "T1",
                Wave = r.Wave ?? wave,
            }),
        ],
        Survey = new SurveyDraft
        {
            Name = survey,
            Wave = wave,
            Population = 20,
            Reached = 15,
            Questions =
            [
                new QuestionDraft { Id = "F1", Text = "Får du hjälp?", Kind = QuestionKind.Closed, Scale = ["aldrig", "ibland", "alltid"], Positive = ["alltid"], Missing = ["vet ej"] },
                new QuestionDraft { Id = "T1", Text = "Vad har varit bra?", Kind = QuestionKind.FreeText, About = "F1" },
            ],
            Respondents =
            [
                .. rows.Select(r => new RespondentDraft
                {
                    Row = r.Row,
                    Wave = r.Wave ?? wave,
                    Attributes = new Dictionary<string, string> { ["grupp"] = r.Group },
                    Answers = [new AnswerDraft("F1", r.Point is null ? [] : [r.Point])],
                    Codes = r.Codes ?? [],
                }),
            ],
            Goals = [new GoalDraft("ökad hjälp", "F1", ["alltid"], 0.6)],
        },
    };
}

/// <summary>A row of a survey.</summary>
public sealed record SurveyRow(string Row, string? Text, string? Point = "alltid", string Group = "deltagare", string? Wave = null, string[]? Codes = null);
