using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Storage.Queries;

namespace MiaVoices.Storage.Applying;

/// <summary>Quotes, the check list for publication, and what is written for reports.</summary>
internal sealed partial class Applier
{
    private RemoveQuote Apply(ChooseQuote change)
    {
        RequireCoding(change.Quote.Coding);
        RequireCuts(change.Quote);
        db.Execute(
            """
            INSERT INTO quote (uid, coding, words, cuts, status, consent, consent_date, note, coder, chosen, reviewer, reviewed)
            VALUES ($uid, $coding, $words, $cuts, $status, $consent, $date, $note, $coder, $chosen, $reviewer, $reviewed)
            """,
            QuoteParameters(change.Quote));
        return new RemoveQuote(change.Quote.Id);
    }

    private EditQuote Apply(EditQuote change)
    {
        var old = QuoteRows.Read(db, change.Quote.Id).SingleOrDefault() ?? throw Missing("quote");
        if (old.Coding != change.Quote.Coding)
        {
            RequireCoding(change.Quote.Coding);
        }

        RequireCuts(change.Quote);
        db.Execute(
            """
            UPDATE quote SET coding = $coding, words = $words, cuts = $cuts, status = $status, consent = $consent, consent_date = $date, note = $note,
                coder = $coder, chosen = $chosen, reviewer = $reviewer, reviewed = $reviewed
            WHERE uid = $uid
            """,
            QuoteParameters(change.Quote));
        return new EditQuote(old);
    }

    private ChooseQuote Apply(RemoveQuote change)
    {
        var old = QuoteRows.Read(db, change.Quote).SingleOrDefault() ?? throw Missing("quote");
        db.Execute("DELETE FROM quote WHERE uid = $uid", ("$uid", Sql.Blob(change.Quote)));
        return new ChooseQuote(old);
    }

    private Change Apply(TickReview change)
    {
        var old = QuoteRows.Ticks(db).SingleOrDefault(t => t.Point == change.Tick.Point);
        db.Execute(
            """
            INSERT INTO quote_tick (point, quotes, coder, at) VALUES ($point, $quotes, $coder, $at)
            ON CONFLICT (point) DO UPDATE SET quotes = excluded.quotes, coder = excluded.coder, at = excluded.at
            """,
            ("$point", change.Tick.Point), ("$quotes", change.Tick.Quotes), ("$coder", change.Tick.Coder), ("$at", Words.Of(change.Tick.At)));
        return old is null ? new UntickReview(change.Tick.Point) : new TickReview(old);
    }

    private TickReview Apply(UntickReview change)
    {
        var old = QuoteRows.Ticks(db).SingleOrDefault(t => t.Point == change.Point) ?? throw Missing("tick");
        db.Execute("DELETE FROM quote_tick WHERE point = $point", ("$point", change.Point));
        return new TickReview(old);
    }

    /// <summary>An empty text is no passage: writing it takes away what was there, and undoing brings that back.</summary>
    private WritePassage Apply(WritePassage change)
    {
        var passage = change.Passage;
        var code = passage.Code is { } id ? Sql.Blob(id) : [];
        if (passage.Code is { } about && passage.Text.Length > 0)
        {
            CodeKey(about);
        }

        var old = QuoteRows.Passages(db, removed: true).SingleOrDefault(p => p.Report == passage.Report && p.Place == passage.Place && p.Code == passage.Code);
        db.Execute("DELETE FROM passage WHERE report = $report AND place = $place AND code = $code", ("$report", Words.Of(passage.Report)), ("$place", passage.Place), ("$code", code));
        if (passage.Text.Length > 0)
        {
            db.Execute(
                "INSERT INTO passage (report, place, code, text, coder, changed) VALUES ($report, $place, $code, $text, $coder, $changed)",
                ("$report", Words.Of(passage.Report)), ("$place", passage.Place), ("$code", code), ("$text", passage.Text), ("$coder", passage.Coder), ("$changed", Words.Of(passage.Changed)));
        }

        return new WritePassage(old ?? passage with { Text = "" });
    }

    private void RequireCoding(Guid coding)
    {
        if (db.Scalar("SELECT id FROM coding WHERE uid = $uid", ("$uid", Sql.Blob(coding))) is null)
        {
            throw Missing("coding");
        }
    }

    private static void RequireCuts(Quote quote)
    {
        if (QuoteText.Fault(quote.Words, quote.Cuts) is { } fault)
        {
            throw new RefusedException(Problem.Of(fault));
        }
    }

    private static (string Name, object? Value)[] QuoteParameters(Quote quote) =>
    [
        ("$uid", Sql.Blob(quote.Id)), ("$coding", Sql.Blob(quote.Coding)), ("$words", quote.Words), ("$cuts", Words.Of(quote.Cuts)), ("$status", Words.Of(quote.Status)),
        ("$consent", Words.OfConsent(quote.Consent)), ("$date", Words.Of(quote.ConsentDate)), ("$note", quote.Note), ("$coder", quote.Coder),
        ("$chosen", Words.Of(quote.Chosen)), ("$reviewer", quote.Reviewer), ("$reviewed", quote.Reviewed is { } at ? Words.Of(at) : null),
    ];
}
