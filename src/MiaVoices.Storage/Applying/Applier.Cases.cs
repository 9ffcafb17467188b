using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Sources;

namespace MiaVoices.Storage.Applying;

/// <summary>Cases and speakers.</summary>
internal sealed partial class Applier
{
    private RemoveCase Apply(AddCase change)
    {
        AddCaseRow(change.Case, change.Source is { } source ? AnySourceKey(source) : null);
        return new RemoveCase(change.Case.Id);
    }

    private EditCase Apply(EditCase change)
    {
        var old = Reading.Cases(db, change.Case.Id).SingleOrDefault() ?? throw Missing("case");
        RequireFreeCaseName(change.Case);
        var key = CaseKey(change.Case.Id);
        db.Execute("""UPDATE "case" SET name = $name WHERE id = $id""", ("$name", change.Case.Name), ("$id", key));
        db.Execute("""DELETE FROM case_attribute WHERE "case" = $id""", ("$id", key));
        AddAttributes(key, change.Case.Attributes);
        return new EditCase(old);
    }

    private AddCase Apply(RemoveCase change)
    {
        var old = Reading.Cases(db, change.Case).SingleOrDefault() ?? throw Missing("case");
        var key = CaseKey(change.Case);
        if (Uses(key, hidden: false) > 0)
        {
            throw new RefusedException(Problem.Of("case.inUse", old.Name));
        }

        Guid? source = null;
        foreach (var row in db.Rows("""SELECT s.uid FROM "case" c JOIN source s ON s.id = c.source WHERE c.id = $id""", ("$id", key)))
        {
            source = row.Uid(0);
        }

        db.Execute("""DELETE FROM case_attribute WHERE "case" = $id""", ("$id", key));

        // A version of a source that was undone may name the case still, and does so again when it is done again. Without a
        // source of its own it does not come back when that is shown.
        db.Execute(
            Uses(key, hidden: true) > 0 ? """UPDATE "case" SET hidden = 1, source = NULL WHERE id = $id""" : """DELETE FROM "case" WHERE id = $id""",
            ("$id", key));
        return new AddCase(old) { Source = source };
    }

    /// <summary>How much of what is there (or hidden) says that it is the case's.</summary>
    private long Uses(long key, bool hidden) => db.Scalar(
        """
        SELECT (SELECT count(*) FROM speaker p JOIN source s ON s.id = p.source WHERE p."case" = $id AND s.hidden = $hidden)
            + (SELECT count(*) FROM segment g JOIN source s ON s.id = g.source WHERE g."case" = $id AND s.hidden = $hidden)
            + (SELECT count(*) FROM answer a JOIN question q ON q.id = a.question JOIN source s ON s.id = q.source WHERE a."case" = $id AND s.hidden = $hidden)
            + (SELECT count(*) FROM source_case b JOIN source s ON s.id = b.source WHERE b."case" = $id AND s.hidden = $hidden)
        """,
        ("$id", key), ("$hidden", hidden)) ?? 0;

    private MapSpeaker Apply(MapSpeaker change)
    {
        var source = SourceKey(change.Source);
        MapSpeaker? old = null;
        foreach (var row in db.Rows(
            """
            SELECT p.role, c.uid FROM speaker p LEFT JOIN "case" c ON c.id = p."case" WHERE p.source = $source AND p.name = $name
            """,
            ("$source", source), ("$name", change.Speaker)))
        {
            old = new MapSpeaker(change.Source, change.Speaker, Words.Role(row.GetString(0)), row.IsDBNull(1) ? null : row.Uid(1));
        }

        if (old is null)
        {
            throw new RefusedException(Problem.Of("speaker.gone", change.Speaker));
        }

        db.Execute(
            """UPDATE speaker SET role = $role, "case" = $case WHERE source = $source AND name = $name""",
            ("$role", Words.Of(change.Role)), ("$case", change.Case is { } id ? CaseKey(id) : null), ("$source", source), ("$name", change.Speaker));
        return old;
    }

    private long AddCaseRow(Case added, long? source)
    {
        RequireFreeCaseName(added);
        var key = db.Scalar(
            """
            INSERT INTO "case" (uid, name, source) VALUES ($uid, $name, $source)
            ON CONFLICT (uid) DO UPDATE SET name = excluded.name, source = excluded.source, hidden = 0 WHERE hidden = 1 RETURNING id
            """,
            ("$uid", Sql.Blob(added.Id)), ("$name", added.Name), ("$source", source)) ?? throw new InvalidOperationException("The case is there.");
        AddAttributes(key, added.Attributes);
        return key;
    }

    private void AddAttributes(long key, IReadOnlyDictionary<string, string> attributes)
    {
        foreach (var (name, value) in attributes.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            db.Execute(
                """INSERT INTO case_attribute ("case", name, value) VALUES ($case, $name, $value)""",
                ("$case", key), ("$name", name), ("$value", value));
        }
    }

    private void RequireFreeCaseName(Case added)
    {
        var taken = db.Scalar(
            """SELECT count(*) FROM "case" WHERE name = $name AND hidden = 0 AND uid <> $uid""",
            ("$name", added.Name), ("$uid", Sql.Blob(added.Id)));
        if (taken > 0)
        {
            throw new RefusedException(Problem.Of("case.nameTaken", added.Name));
        }
    }
}
