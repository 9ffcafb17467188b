using System.Globalization;
using System.Text.Json;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage;

/// <summary>Keeps what went out in reports in the project file, outside the journal.</summary>
internal sealed class ReportTrail(SqliteConnection db) : IReportTrail
{
    public IReadOnlyList<ReportExport> All() =>
        [.. db.Rows("SELECT id, at, coder, kind, audience, selection, sha256, facts FROM report_export ORDER BY id DESC").Select(r => new ReportExport(
            r.GetInt64(0), Words.Time(r.GetString(1)), r.GetString(2), Words.ToReportKind(r.GetString(3)), Words.ToAudience(r.GetString(4)),
            r.GetString(5), r.GetString(6), Facts(r.GetString(7))))];

    public long Remember(ReportExport export)
    {
        db.Execute(
            "INSERT INTO report_export (at, coder, kind, audience, selection, sha256, facts) VALUES ($at, $coder, $kind, $audience, $selection, $sha, $facts)",
            ("$at", Words.Of(export.At)), ("$coder", export.Coder), ("$kind", Words.Of(export.Kind)), ("$audience", Words.Of(export.Audience)),
            ("$selection", export.Selection), ("$sha", export.Sha256), ("$facts", Json(export.Facts)));
        return db.Scalar("SELECT max(id) FROM report_export") ?? 0;
    }

    private static string Json(IReadOnlyList<ReportFact> facts) => Words.Json(w =>
    {
        foreach (var fact in facts)
        {
            w.WriteStartArray();
            w.WriteStringValue(fact.Subject);
            w.WriteStringValue(fact.Group);
            w.WriteRawValue(fact.Persons?.ToString(CultureInfo.InvariantCulture) ?? "null");
            w.WriteNumberValue(fact.Of);
            w.WriteStringValue(fact.Name);
            w.WriteEndArray();
        }
    });

    private static List<ReportFact> Facts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(f => new ReportFact(
            f[0].GetString() ?? "", f[1].GetString(), f[2].ValueKind == JsonValueKind.Null ? null : f[2].GetInt32(), f[3].GetInt32()) { Name = f[4].GetString() ?? "" })];
    }
}
