using System.Globalization;
using System.Text.Json;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;

namespace MiaVoices.Storage;

/// <summary>The words by which kinds are stored. They are part of the file format.</summary>
internal static class Words
{
    public static string Of(SourceKind kind) => kind switch
    {
        SourceKind.Interview => "interview",
        SourceKind.Survey => "survey",
        SourceKind.Notes => "notes",
        SourceKind.Story => "story",
        SourceKind.Table => "table",
        _ => throw Unknown(kind),
    };

    public static SourceKind ToSourceKind(string word) => word switch
    {
        "interview" => SourceKind.Interview,
        "survey" => SourceKind.Survey,
        "notes" => SourceKind.Notes,
        "story" => SourceKind.Story,
        "table" => SourceKind.Table,
        _ => throw Unknown(word),
    };

    public static string Of(TextLanguage language) => language switch
    {
        TextLanguage.Swedish => "sv",
        TextLanguage.English => "en",
        _ => throw Unknown(language),
    };

    public static TextLanguage ToLanguage(string word) => word switch
    {
        "sv" => TextLanguage.Swedish,
        "en" => TextLanguage.English,
        _ => throw Unknown(word),
    };

    public static string Of(SegmentKind kind) => kind switch
    {
        SegmentKind.Turn => "turn",
        SegmentKind.Answer => "answer",
        SegmentKind.Paragraph => "paragraph",
        _ => throw Unknown(kind),
    };

    public static SegmentKind ToSegmentKind(string word) => word switch
    {
        "turn" => SegmentKind.Turn,
        "answer" => SegmentKind.Answer,
        "paragraph" => SegmentKind.Paragraph,
        _ => throw Unknown(word),
    };

    public static string Of(SpeakerRole role) => role switch
    {
        SpeakerRole.Unknown => "unknown",
        SpeakerRole.Interviewer => "interviewer",
        SpeakerRole.Respondent => "respondent",
        _ => throw Unknown(role),
    };

    public static SpeakerRole Role(string word) => word switch
    {
        "unknown" => SpeakerRole.Unknown,
        "interviewer" => SpeakerRole.Interviewer,
        "respondent" => SpeakerRole.Respondent,
        _ => throw Unknown(word),
    };

    public static string Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Closed => "closed",
        QuestionKind.Multiple => "multiple",
        QuestionKind.FreeText => "freetext",
        QuestionKind.Number => "number",
        _ => throw Unknown(kind),
    };

    public static QuestionKind ToQuestionKind(string word) => word switch
    {
        "closed" => QuestionKind.Closed,
        "multiple" => QuestionKind.Multiple,
        "freetext" => QuestionKind.FreeText,
        "number" => QuestionKind.Number,
        _ => throw Unknown(word),
    };

    public static string Of(CodingOrigin origin) => origin switch
    {
        CodingOrigin.Manual => "manual",
        CodingOrigin.Suggestion => "suggestion",
        CodingOrigin.Import => "import",
        CodingOrigin.Auto => "auto",
        _ => throw Unknown(origin),
    };

    public static CodingOrigin Origin(string word) => word switch
    {
        "manual" => CodingOrigin.Manual,
        "suggestion" => CodingOrigin.Suggestion,
        "import" => CodingOrigin.Import,
        "auto" => CodingOrigin.Auto,
        _ => throw Unknown(word),
    };

    public static string? Of(Polarity? polarity) => polarity switch
    {
        null => null,
        Polarity.WorksWell => "well",
        Polarity.WorksLessWell => "less",
        Polarity.Proposal => "proposal",
        _ => throw Unknown(polarity),
    };

    public static Polarity? ToPolarity(string? word) => word switch
    {
        null => null,
        "well" => Polarity.WorksWell,
        "less" => Polarity.WorksLessWell,
        "proposal" => Polarity.Proposal,
        _ => throw Unknown(word),
    };

    public static string Of(MemoTarget target) => target switch
    {
        MemoTarget.Project => "project",
        MemoTarget.Source => "source",
        MemoTarget.Segment => "segment",
        MemoTarget.Code => "code",
        MemoTarget.Coding => "coding",
        MemoTarget.Case => "case",
        _ => throw Unknown(target),
    };

    public static MemoTarget ToMemoTarget(string word) => word switch
    {
        "project" => MemoTarget.Project,
        "source" => MemoTarget.Source,
        "segment" => MemoTarget.Segment,
        "code" => MemoTarget.Code,
        "coding" => MemoTarget.Coding,
        "case" => MemoTarget.Case,
        _ => throw Unknown(word),
    };

    public static string Of(SuggestionVerdict verdict) => verdict switch
    {
        SuggestionVerdict.Accepted => "accepted",
        SuggestionVerdict.Rejected => "rejected",
        SuggestionVerdict.Other => "other",
        _ => throw Unknown(verdict),
    };

    public static SuggestionVerdict Verdict(string word) => word switch
    {
        "accepted" => SuggestionVerdict.Accepted,
        "rejected" => SuggestionVerdict.Rejected,
        "other" => SuggestionVerdict.Other,
        _ => throw Unknown(word),
    };

    public static string Of(SearchOrder order) => order switch
    {
        SearchOrder.Document => "document",
        SearchOrder.Relevance => "relevance",
        _ => throw Unknown(order),
    };

    public static SearchOrder Order(string word) => word switch
    {
        "document" => SearchOrder.Document,
        "relevance" => SearchOrder.Relevance,
        _ => throw Unknown(word),
    };

    public static string Of(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(string word) =>
        DateTimeOffset.Parse(word, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static string Of(IReadOnlyList<string> list)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (var text in list)
            {
                writer.WriteStringValue(text);
            }

            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    public static IReadOnlyList<string> List(string json)
    {
        if (json == "[]")
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(e => e.GetString() ?? "")];
    }

    private static InvalidDataException Unknown(object? word) => new($"unknown word in the project file: {word}");
}
