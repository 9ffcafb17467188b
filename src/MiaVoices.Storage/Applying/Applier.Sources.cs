using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Sources;
using MiaVoices.Storage.Index;

namespace MiaVoices.Storage.Applying;

/// <summary>Sources: import, hiding and showing.</summary>
internal sealed partial class Applier
{
    private HideSource Apply(ImportSource change)
    {
        var draft = change.Draft ?? throw new InvalidOperationException("An import needs what was read.");
        if (change.Replaces is { } replaced)
        {
            SourceKey(replaced);
        }

        RequireFreeLabel(change.Source, change.Label, change.Replaces);
        if (analyser.Grow(db, draft.Language == TextLanguage.Swedish ? draft.Segments.Select(s => s.Text) : [], Cancellation))
        {
            SegmentIndex.Rebuild(db, analyser, Progress, Cancellation);
        }

        new SourceWriter(db, ids, now) { Progress = Progress, Cancellation = Cancellation }.Write(change, draft);
        return new HideSource(change.Source);
    }

    private SetSourceLanguage Apply(SetSourceLanguage change)
    {
        var id = SourceKey(change.Source);
        var old = Words.ToLanguage(db.Text("SELECT language FROM source WHERE id = $id", ("$id", id))!);
        if (old != change.Language)
        {
            db.Execute("UPDATE source SET language = $language WHERE id = $id", ("$language", Words.Of(change.Language)), ("$id", id));
            SegmentIndex.Renew(db, id, Progress, Cancellation);
        }

        return new SetSourceLanguage(change.Source, old);
    }

    private ShowSource Apply(HideSource change)
    {
        Toggle(change.Source, hidden: true);
        return new ShowSource(change.Source);
    }

    private HideSource Apply(ShowSource change)
    {
        RequireFreeLabel(change.Source, db.Text("SELECT label FROM source WHERE uid = $uid", ("$uid", Sql.Blob(change.Source))) ?? throw Missing("source"));
        Toggle(change.Source, hidden: false);
        if (db.Scalar("""SELECT count(*) FROM speaker p JOIN source s ON s.id = p.source JOIN "case" c ON c.id = p."case" WHERE s.uid = $uid AND c.hidden = 1""", ("$uid", Sql.Blob(change.Source))) > 0)
        {
            throw Missing("case");
        }

        return new HideSource(change.Source);
    }

    /// <summary>
    /// Outside the project a source is known by its label alone. Its versions share one: only within a step that replaces
    /// one by the other are both there.
    /// </summary>
    private void RequireFreeLabel(Guid source, string label, Guid? replaces = null)
    {
        if (string.IsNullOrWhiteSpace(label))
        {
            throw new RefusedException(Problem.Of("source.noLabel"));
        }

        var taken = db.Scalar(
            """
            SELECT count(*) FROM source s WHERE s.label = $label AND s.hidden = 0 AND s.uid <> $uid AND s.uid IS NOT $replaces
              AND NOT EXISTS (SELECT 1 FROM source o WHERE o.uid = $uid AND (o.replaces = s.id OR s.replaces = o.id))
            """,
            ("$label", label), ("$uid", Sql.Blob(source)), ("$replaces", replaces is { } old ? Sql.Blob(old) : null));
        if (taken > 0)
        {
            throw new RefusedException(Problem.Of("source.labelTaken", label));
        }
    }

    /// <summary>
    /// Where a coding may stand: in a source, or in a version that a corrected one has replaced, whose codings wait there
    /// until a person finds their place.
    /// </summary>
    private long PlaceableKey(Guid id) =>
        db.Scalar(
            "SELECT id FROM source s WHERE uid = $uid AND (hidden = 0 OR EXISTS (SELECT 1 FROM source n WHERE n.replaces = s.id))",
            ("$uid", Sql.Blob(id))) ?? throw Missing("source");

    /// <summary>
    /// Cases go and come with their last visible source: versions of a source share them, and with ids that persist two waves do.
    /// </summary>
    private void Toggle(Guid source, bool hidden)
    {
        var key = db.Scalar("SELECT id FROM source WHERE uid = $uid AND hidden <> $hidden", ("$uid", Sql.Blob(source)), ("$hidden", hidden))
            ?? throw Missing("source");
        db.Execute("UPDATE source SET hidden = $hidden WHERE id = $id", ("$hidden", hidden), ("$id", key));
        db.Execute(
            """
            UPDATE "case" SET hidden = NOT (
                EXISTS (SELECT 1 FROM source s WHERE s.id = "case".source AND s.hidden = 0)
                OR EXISTS (SELECT 1 FROM source_case b JOIN source s ON s.id = b.source WHERE b."case" = "case".id AND s.hidden = 0)
                OR EXISTS (SELECT 1 FROM segment g JOIN source s ON s.id = g.source WHERE g."case" = "case".id AND s.hidden = 0)
                OR EXISTS (SELECT 1 FROM answer a JOIN question q ON q.id = a.question JOIN source s ON s.id = q.source WHERE a."case" = "case".id AND s.hidden = 0)
                OR EXISTS (SELECT 1 FROM speaker p JOIN source s ON s.id = p.source WHERE p."case" = "case".id AND s.hidden = 0))
            WHERE id IN (
                SELECT id FROM "case" WHERE source = $id
                UNION SELECT "case" FROM source_case WHERE source = $id
                UNION SELECT "case" FROM speaker WHERE source = $id AND "case" IS NOT NULL
                UNION SELECT g."case" FROM segment g WHERE g.source = $id AND g."case" IS NOT NULL
                UNION SELECT a."case" FROM answer a JOIN question q ON q.id = a.question WHERE q.source = $id)
              AND source IS NOT NULL
            """,
            ("$id", key));
        foreach (var row in db.Rows(
            """
            SELECT c.name FROM "case" c WHERE c.hidden = 0 AND c.source = $id
              AND EXISTS (SELECT 1 FROM "case" d WHERE d.name = c.name AND d.hidden = 0 AND d.id <> c.id)
            """,
            ("$id", key)))
        {
            throw new RefusedException(Problem.Of("case.nameTaken", row.GetString(0)));
        }
    }
}
