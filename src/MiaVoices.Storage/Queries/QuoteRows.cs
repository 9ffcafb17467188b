using MiaVoices.Core.Codes;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Queries;

/// <summary>Quotes, ticks and passages.</summary>
internal static class QuoteRows
{
    /// <summary>All quotes or one, also those that are not shown at the time.</summary>
    public static IEnumerable<Quote> Read(SqliteConnection db, Guid? id = null, bool visibleOnly = false)
    {
        var where = id is not null ? "WHERE q.uid = $uid"
            : visibleOnly ? "WHERE EXISTS (SELECT 1 FROM coding k JOIN source s ON s.id = k.source JOIN code c ON c.id = k.code WHERE k.uid = q.coding AND s.hidden = 0 AND c.removed = 0)"
            : "";
        return db.Rows(
            $"SELECT q.uid, q.coding, q.words, q.cuts, q.status, q.consent, q.consent_date, q.note, q.coder, q.chosen, q.reviewer, q.reviewed FROM quote q {where} ORDER BY q.chosen, q.uid",
            id is { } known ? [("$uid", Sql.Blob(known))] : []).Select(At);
    }

    public static IEnumerable<ReviewTick> Ticks(SqliteConnection db) => db.Rows("SELECT point, quotes, coder, at FROM quote_tick ORDER BY point")
        .Select(r => new ReviewTick(r.GetString(0), r.GetString(1), r.GetString(2), Words.Time(r.GetString(3))));

    /// <summary>What is written, without what is about codes in the bin unless that is wanted too.</summary>
    public static IEnumerable<Passage> Passages(SqliteConnection db, bool removed = false) => db.Rows(
        $"""
        SELECT p.report, p.place, p.code, p.text, p.coder, p.changed FROM passage p
        {(removed ? "" : "WHERE p.code = X'' OR EXISTS (SELECT 1 FROM code c WHERE c.uid = p.code AND c.removed = 0)")}
        ORDER BY p.report, p.place, p.code
        """).Select(r => new Passage
        {
            Report = Words.ToReportKind(r.GetString(0)),
            Place = r.GetString(1),
            Code = r.GetFieldValue<byte[]>(2).Length == 0 ? null : r.Uid(2),
            Text = r.GetString(3),
            Coder = r.GetString(4),
            Changed = Words.Time(r.GetString(5)),
        });

    private static Quote At(SqliteDataReader r) => new()
    {
        Id = r.Uid(0),
        Coding = r.Uid(1),
        Words = r.GetString(2),
        Cuts = Words.ToCuts(r.GetString(3)),
        Status = Words.ToQuoteStatus(r.GetString(4)),
        Consent = Words.ToConsent(r.TextOrNull(5)),
        ConsentDate = Words.ToDate(r.TextOrNull(6)),
        Note = r.GetString(7),
        Coder = r.GetString(8),
        Chosen = Words.Time(r.GetString(9)),
        Reviewer = r.GetString(10),
        Reviewed = r.TextOrNull(11) is { } at ? Words.Time(at) : null,
    };
}
