using System.Globalization;
using System.Text.Json;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
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

    public static string? Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? ToDate(string? word) => word is null ? null : DateOnly.ParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(QuoteStatus status) => status switch
    {
        QuoteStatus.Draft => "draft",
        QuoteStatus.Approved => "approved",
        QuoteStatus.Withdrawn => "withdrawn",
        _ => throw Unknown(status),
    };

    public static QuoteStatus ToQuoteStatus(string word) => word switch
    {
        "draft" => QuoteStatus.Draft,
        "approved" => QuoteStatus.Approved,
        "withdrawn" => QuoteStatus.Withdrawn,
        _ => throw Unknown(word),
    };

    public static string? OfConsent(bool? consent) => consent is not { } said ? null : said ? "yes" : "no";

    public static bool? ToConsent(string? word) => word switch
    {
        null => null,
        "yes" => true,
        "no" => false,
        _ => throw Unknown(word),
    };

    public static string Of(ReportKind kind) => kind switch
    {
        ReportKind.Theme => "theme",
        ReportKind.Audit => "audit",
        ReportKind.Survey => "survey",
        ReportKind.Summary => "summary",
        ReportKind.Dialogue => "dialogue",
        ReportKind.Quotes => "quotes",
        ReportKind.Voices => "voices",
        _ => throw Unknown(kind),
    };

    public static ReportKind ToReportKind(string word) => word switch
    {
        "theme" => ReportKind.Theme,
        "audit" => ReportKind.Audit,
        "survey" => ReportKind.Survey,
        "summary" => ReportKind.Summary,
        "dialogue" => ReportKind.Dialogue,
        "quotes" => ReportKind.Quotes,
        "voices" => ReportKind.Voices,
        _ => throw Unknown(word),
    };

    public static string Of(Audience audience) => audience switch
    {
        Audience.Internal => "internal",
        Audience.Steering => "steering",
        Audience.Public => "public",
        _ => throw Unknown(audience),
    };

    public static Audience ToAudience(string word) => word switch
    {
        "internal" => Audience.Internal,
        "steering" => Audience.Steering,
        "public" => Audience.Public,
        _ => throw Unknown(word),
    };

    public static string Of(IReadOnlyList<QuoteCut> cuts) => Json(w =>
    {
        foreach (var cut in cuts)
        {
            w.WriteStartArray();
            w.WriteNumberValue(cut.Start);
            w.WriteNumberValue(cut.End);
            w.WriteStringValue(cut.Instead);
            w.WriteEndArray();
        }
    });

    public static IReadOnlyList<QuoteCut> ToCuts(string json)
    {
        if (json == "[]")
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(c => new QuoteCut(c[0].GetInt32(), c[1].GetInt32(), c[2].GetString() ?? ""))];
    }

    public static string Of(IReadOnlyList<string> list) => Json(w =>
    {
        foreach (var text in list)
        {
            w.WriteStringValue(text);
        }
    });

    /// <summary>A JSON list in which Swedish letters stay readable.</summary>
    public static string Json(Action<Utf8JsonWriter> items)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            items(writer);
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
