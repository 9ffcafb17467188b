using System.Globalization;
using System.Text.Json;
using MiaVoices.Core.Codes;
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

    public static SourceKind SourceKind(string word) => word switch
    {
        "interview" => Core.Sources.SourceKind.Interview,
        "survey" => Core.Sources.SourceKind.Survey,
        "notes" => Core.Sources.SourceKind.Notes,
        "story" => Core.Sources.SourceKind.Story,
        "table" => Core.Sources.SourceKind.Table,
        _ => throw Unknown(word),
    };

    public static string Of(SegmentKind kind) => kind switch
    {
        SegmentKind.Turn => "turn",
        SegmentKind.Answer => "answer",
        SegmentKind.Paragraph => "paragraph",
        _ => throw Unknown(kind),
    };

    public static SegmentKind SegmentKind(string word) => word switch
    {
        "turn" => Core.Sources.SegmentKind.Turn,
        "answer" => Core.Sources.SegmentKind.Answer,
        "paragraph" => Core.Sources.SegmentKind.Paragraph,
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

    public static QuestionKind QuestionKind(string word) => word switch
    {
        "closed" => Core.Sources.QuestionKind.Closed,
        "multiple" => Core.Sources.QuestionKind.Multiple,
        "freetext" => Core.Sources.QuestionKind.FreeText,
        "number" => Core.Sources.QuestionKind.Number,
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
        Core.Codes.Polarity.WorksWell => "well",
        Core.Codes.Polarity.WorksLessWell => "less",
        Core.Codes.Polarity.Proposal => "proposal",
        _ => throw Unknown(polarity),
    };

    public static Polarity? Polarity(string? word) => word switch
    {
        null => null,
        "well" => Core.Codes.Polarity.WorksWell,
        "less" => Core.Codes.Polarity.WorksLessWell,
        "proposal" => Core.Codes.Polarity.Proposal,
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

    public static MemoTarget MemoTarget(string word) => word switch
    {
        "project" => Core.Codes.MemoTarget.Project,
        "source" => Core.Codes.MemoTarget.Source,
        "segment" => Core.Codes.MemoTarget.Segment,
        "code" => Core.Codes.MemoTarget.Code,
        "coding" => Core.Codes.MemoTarget.Coding,
        "case" => Core.Codes.MemoTarget.Case,
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
