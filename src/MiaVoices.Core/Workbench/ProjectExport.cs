using System.Globalization;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Every table of a project, from which each number of a report can be recomputed.</summary>
public static class ProjectExport
{
    /// <summary>The tables, one at a time so that only one is held.</summary>
    public static IEnumerable<Sheet> Tables(IProjectStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        yield return Sources(store);
        yield return Segments(store);
        yield return Cases(store);
        yield return CodebookSheet.Export(store.Codes()) with { Name = "codebook.csv" };
        yield return CodingSheet.Export(store);
        yield return Questions(store);
        yield return Answers(store);
        if (store.Sources().Any(s => s.Kind == SourceKind.Table))
        {
            yield return RegisterRows(store);
        }

        yield return Memos(store);
        yield return Suggestions(store);
        yield return Searches(store);
        yield return Quotes(store);
        yield return Written(store);
    }

    /// <summary>The quotes for publication, with all that decides how they read.</summary>
    public static Sheet Quotes(IProjectStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var tree = new CodeTree(store.Codes());
        return Sheet.Of(
            "quotes.csv",
            ["id", "uid", "coding", "source", "label", "segment", "row", "timecode", "code", "respondent", "group", "quote", "words", "cuts", "status", "current", "consent", "consentDate", "note", "coder", "chosen", "reviewer", "reviewed"],
            Quoting.All(store).Select(q => new[]
            {
                q.Id, q.Quote.Id.ToString(), q.Coding.Coding.Id.ToString(), q.Coding.SourceName, q.Coding.SourceLabel, Number(q.Coding.Ordinal), q.Coding.Row ?? "",
                q.Coding.Timecode?.ToString(CultureInfo.InvariantCulture) ?? "", tree.Path(q.Coding.Coding.Code), q.Coding.Respondent ?? "", q.Group, q.Text, q.Quote.Words,
                string.Join("|", q.Quote.Cuts.Select(c => $"{Number(c.Start)}-{Number(c.End)}{(c.Instead.Length == 0 ? "" : ":" + c.Instead)}")),
                Lower(q.Quote.Status), q.IsCurrent ? "1" : "0", q.Quote.Consent is not { } said ? "" : said ? "yes" : "no",
                q.Quote.ConsentDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", q.Quote.Note, q.Quote.Coder, Time(q.Quote.Chosen), q.Quote.Reviewer,
                q.Quote.Reviewed is { } at ? Time(at) : "",
            }));
    }

    private static Sheet Written(IProjectStore store)
    {
        var tree = new CodeTree(store.Codes());
        return Sheet.Of(
            "passages.csv",
            ["report", "place", "theme", "text", "coder", "changed"],
            store.Passages().Select(p => new[] { Lower(p.Report), p.Place, p.Code is { } code ? tree.Path(code) : "", p.Text, p.Coder, Time(p.Changed) }));
    }

    private static Sheet Sources(IProjectStore store) => Sheet.Of(
        "sources.csv",
        ["id", "name", "label", "kind", "format", "encoding", "sheet", "survey", "wave", "population", "reached", "segments", "length", "sha256", "imported"],
        store.Sources().Select(s => new[]
        {
            s.Id.ToString(), s.Name, s.Label, Lower(s.Kind), s.Format, s.Encoding, s.Sheet ?? "", s.Survey ?? "", s.Wave ?? "",
            Number(s.Population), Number(s.Reached), Number(s.Segments), Number(s.Length), s.Sha256, Time(s.Imported),
        }));

    private static Sheet Segments(IProjectStore store) => Sheet.Of(
        "segments.csv",
        ["id", "source", "sourceId", "ordinal", "kind", "speaker", "role", "respondent", "question", "questionId", "row", "wave", "timecode", "start", "end", "text"],
        store.Segments(SegmentScope.All).Select(s => new[]
        {
            s.Id.ToString(), s.Source, s.SourceId.ToString(), Number(s.Ordinal), Lower(s.Kind), s.Speaker ?? "", Lower(s.Role), s.Respondent ?? "",
            s.Question ?? "", s.QuestionId ?? "", s.Row ?? "", s.Wave ?? "", s.Timecode?.ToString(CultureInfo.InvariantCulture) ?? "", Number(s.Start), Number(s.End), s.Text,
        }));

    private static Sheet Cases(IProjectStore store) => CaseSheet.Export(store);

    private static Sheet Questions(IProjectStore store)
    {
        var sources = store.Sources().ToDictionary(s => s.Id);
        return Sheet.Of(
            "questions.csv",
            ["source", "survey", "wave", "id", "text", "kind", "scale", "positive", "missing", "about"],
            store.Questions().Select(q => new[]
            {
                sources[q.Source].Name, q.Survey, q.Wave ?? "", q.Question.Id, q.Question.Text, Lower(q.Question.Kind),
                string.Join("|", q.Question.Scale), string.Join("|", q.Question.Positive), string.Join("|", q.Question.Missing), q.Question.About ?? "",
            }));
    }

    private static Sheet Answers(IProjectStore store)
    {
        var sources = store.Sources().ToDictionary(s => s.Id);
        return Sheet.Of(
            "answers.csv",
            ["source", "survey", "wave", "case", "question", "points"],
            store.Answers().Select(a => new[]
            {
                sources[a.Source].Name, sources[a.Source].Survey ?? "", a.Wave ?? "", a.Case, a.QuestionId, string.Join("|", a.Points),
            }));
    }

    /// <summary>The cells of register tables that are kept as rows; a row's text has a line for each of them.</summary>
    private static Sheet RegisterRows(IProjectStore store) => Sheet.Of(
        "table-rows.csv",
        ["source", "table", "date", "row", "column", "value"],
        from source in store.Sources().Where(s => s.Kind == SourceKind.Table)
        from row in store.Segments(new SegmentScope { Source = source.Id })
        from line in row.Text.Split('\n')
        let at = line.IndexOf(": ", StringComparison.Ordinal)
        where at > 0
        select new[] { source.Name, source.Survey ?? "", row.Wave ?? "", row.Row ?? "", line[..at], line[(at + 2)..] });

    private static Sheet Memos(IProjectStore store) => Sheet.Of(
        "memos.csv",
        ["id", "target", "targetId", "title", "text", "coder", "created", "changed"],
        store.Memos().Select(m => new[] { m.Id.ToString(), Lower(m.Target), m.TargetId?.ToString() ?? "", m.Title, m.Text, m.Coder, Time(m.Created), Time(m.Changed) }));

    private static Sheet Suggestions(IProjectStore store)
    {
        var tree = new CodeTree(store.Codes());
        string Name(Guid? code) => code is { } id && tree.Contains(id) ? tree.Path(id) : "";
        return Sheet.Of(
            "suggestion-answers.csv",
            ["id", "segment", "code", "answer", "other", "coder", "at", "confidence", "model", "acceptedAbove"],
            store.SuggestionAnswers().Select(a => new[]
            {
                a.Id.ToString(), a.Segment.ToString(), Name(a.Code), Lower(a.Verdict), Name(a.Other), a.Coder, Time(a.At),
                a.Confidence.ToString("0.000", CultureInfo.InvariantCulture), a.Model, a.AcceptedAbove?.ToString("0.###", CultureInfo.InvariantCulture) ?? "",
            }));
    }

    private static Sheet Searches(IProjectStore store) => Sheet.Of(
        "searches.csv",
        ["id", "name", "query", "order", "answersOnly", "group", "code", "source", "coder", "created"],
        store.SavedSearches().Select(s => new[]
        {
            s.Id.ToString(), s.Name, s.Query, Lower(s.Order), s.AnswersOnly ? "1" : "0", s.Group ?? "", s.Code ?? "", s.Source ?? "", s.Coder, Time(s.Created),
        }));

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
