using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Commands;

/// <summary>A quote as fields.</summary>
internal static class QuoteFields
{
    /// <summary>What may point at a person in the words as they are shown, each kind once.</summary>
    public static IEnumerable<IdentifierKind> Flags(PlacedQuote q) => Identifiers.Find(q.Text).Select(i => i.Kind).Distinct().Order();

    public static void Write(Utf8JsonWriter w, PlacedQuote q, CodeTree tree)
    {
        var coding = q.Coding.Coding;
        w.WriteString("id", q.Id);
        w.WriteString("uid", q.Quote.Id);
        w.WriteString("codingId", coding.Id);
        w.WriteString("source", q.Coding.SourceName);
        w.WriteString("label", q.Coding.SourceLabel);
        w.WriteNumber("ordinal", q.Coding.Ordinal);
        w.Text("row", q.Coding.Row);
        w.Real("timecode", q.Coding.Timecode);
        w.WriteString("code", tree[coding.Code].Name);
        w.WriteString("codePath", tree.Path(coding.Code));
        w.Text("polarity", JsonFields.Word(coding.Polarity));
        w.Text("respondent", q.Coding.Respondent);
        w.WriteString("group", q.Group);
        w.WriteString("quote", q.Text);
        w.WriteString("words", q.Quote.Words);
        w.Objects("cuts", q.Quote.Cuts, c =>
        {
            w.WriteNumber("start", c.Start);
            w.WriteNumber("end", c.End);
            w.WriteString("instead", c.Instead);
        });
        w.WriteString("status", JsonFields.Word(q.Quote.Status));
        w.WriteBoolean("isCurrent", q.IsCurrent);
        w.Text("consent", q.Quote.Consent is not { } said ? null : said ? "yes" : "no");
        w.Text("consentDate", q.Quote.ConsentDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        w.WriteString("note", q.Quote.Note);
        w.WriteString("coder", q.Quote.Coder);
        w.WriteString("chosen", JsonFields.Time(q.Quote.Chosen));
        w.WriteString("reviewer", q.Quote.Reviewer);
        w.Text("reviewed", q.Quote.Reviewed is { } at ? JsonFields.Time(at) : null);
        w.Objects("flags", Identifiers.Find(q.Text), f =>
        {
            w.WriteString("kind", JsonFields.Word(f.Kind));
            w.WriteNumber("start", f.Start);
            w.WriteNumber("end", f.Start + f.Length);
        });
    }
}
