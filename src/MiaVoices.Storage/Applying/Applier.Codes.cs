using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;

namespace MiaVoices.Storage.Applying;

/// <summary>Codes and codings.</summary>
internal sealed partial class Applier
{
    private RemoveCode Apply(AddCode change)
    {
        var code = change.Code;
        RequireFreeName(code);
        db.Execute(
            """
            INSERT INTO code (uid, parent, position, tag, name, definition, include, exclude, keywords, example, color, made)
            VALUES ($uid, $parent, $position, $tag, $name, $definition, $include, $exclude, $keywords, $example, $color, $made)
            """,
            [.. CodeParameters(code), ("$made", sequence)]);
        return new RemoveCode(code.Id);
    }

    private EditCode Apply(EditCode change)
    {
        var code = change.Code;
        var old = Reading.Codes(db, code.Id).SingleOrDefault() ?? throw Missing("code");
        RequireFreeName(code);
        for (var above = code.Parent; above is { } parent; above = Reading.Codes(db, parent).Single().Parent)
        {
            if (parent == code.Id)
            {
                throw new RefusedException(Problem.Of("code.cycle", code.Name));
            }
        }

        db.Execute(
            """
            UPDATE code SET parent = $parent, position = $position, tag = $tag, name = $name, definition = $definition,
                include = $include, exclude = $exclude, keywords = $keywords, example = $example, color = $color
            WHERE uid = $uid
            """,
            CodeParameters(code));
        return new EditCode(old);
    }

    private RestoreCode Apply(RemoveCode change)
    {
        var key = CodeKey(change.Code);
        var name = db.Text("SELECT name FROM code WHERE id = $id", ("$id", key))!;
        if (db.Scalar("SELECT count(*) FROM code WHERE parent = $id AND removed = 0", ("$id", key)) > 0)
        {
            throw new RefusedException(Problem.Of("code.hasSubcodes", name));
        }

        if (db.Scalar("SELECT count(*) FROM coding WHERE code = $id", ("$id", key)) is > 0 and var codings)
        {
            throw new RefusedException(Problem.Of("code.hasCodings", name, codings));
        }

        db.Execute("UPDATE code SET removed = 1 WHERE id = $id", ("$id", key));
        return new RestoreCode(change.Code);
    }

    private RemoveCode Apply(RestoreCode change)
    {
        var code = Reading.Codes(db, change.Code, removed: true).SingleOrDefault() ?? throw Missing("code");
        RequireFreeName(code);
        if (code.Parent is { } parent)
        {
            CodeKey(parent);
        }

        db.Execute("UPDATE code SET removed = 0 WHERE uid = $uid", ("$uid", Sql.Blob(change.Code)));
        return new RemoveCode(change.Code);
    }

    private RemoveCoding Apply(AddCoding change)
    {
        var coding = change.Coding;
        var (source, first, last) = Place(coding);
        db.Execute(
            """
            INSERT INTO coding (uid, source, first, last, start, "end", quote, code, coder, origin, confidence, created, memo, polarity, condensed, accepted_above)
            VALUES ($uid, $source, $first, $last, $start, $end, $quote, $code, $coder, $origin, $confidence, $created, $memo, $polarity, $condensed, $above)
            """,
            CodingParameters(coding, source, first, last));
        return new RemoveCoding(coding.Id);
    }

    private EditCoding Apply(EditCoding change)
    {
        var coding = change.Coding;
        var old = Reading.Codings(db, coding.Id).SingleOrDefault() ?? throw Missing("coding");
        var (source, first, last) = Place(coding);
        db.Execute(
            """
            UPDATE coding SET source = $source, first = $first, last = $last, start = $start, "end" = $end, quote = $quote, code = $code,
                coder = $coder, origin = $origin, confidence = $confidence, created = $created, memo = $memo, polarity = $polarity, condensed = $condensed, accepted_above = $above
            WHERE uid = $uid
            """,
            CodingParameters(coding, source, first, last));
        return new EditCoding(old);
    }

    /// <summary>Codings of several sources come together in one; each goes back to its own.</summary>
    private Change Apply(MoveCodings change)
    {
        var source = PlaceableKey(change.Source);
        var back = new List<(Guid Source, CodingMove Move)>(change.Codings.Count);
        foreach (var move in change.Codings)
        {
            Cancellation.ThrowIfCancellationRequested();
            var old = Reading.Codings(db, move.Coding).SingleOrDefault() ?? throw Missing("coding");
            var quote = move.Start < 0 || move.End <= move.Start ? null : Reading.Text(db, source, move.Start, move.End);
            Apply(new EditCoding(old with { Source = change.Source, Start = move.Start, End = move.End, Quote = quote ?? "" }));
            back.Add((old.Source, new CodingMove(old.Id, old.Start, old.End)));
        }

        var inverses = back.GroupBy(b => b.Source).Select(g => new MoveCodings(g.Key, [.. g.Select(b => b.Move)])).ToList();
        return inverses.Count == 1 ? inverses[0] : new Batch("coding.move", [.. inverses]);
    }

    private AddCoding Apply(RemoveCoding change)
    {
        var old = Reading.Codings(db, change.Coding).SingleOrDefault() ?? throw Missing("coding");
        db.Execute("DELETE FROM coding WHERE uid = $uid", ("$uid", Sql.Blob(change.Coding)));
        return new AddCoding(old);
    }

    /// <summary>The keys of source, first and last segment; the quote must be the text of the span.</summary>
    private (long Source, long First, long Last) Place(Coding coding)
    {
        var source = PlaceableKey(coding.Source);
        if (coding.Start < 0 || coding.End <= coding.Start)
        {
            throw new RefusedException(Problem.Of("coding.span", coding.Start, coding.End));
        }

        var text = Reading.Text(db, source, coding.Start, coding.End) ?? throw new RefusedException(Problem.Of("coding.span", coding.Start, coding.End));
        if (!string.Equals(text, coding.Quote, StringComparison.Ordinal))
        {
            throw new RefusedException(Problem.Of("coding.quote", coding.Start, coding.End));
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RefusedException(Problem.Of("coding.blank", coding.Start, coding.End));
        }

        // Half a surrogate pair is no text: it could not be stored, and would not be the same when read again.
        if (char.IsLowSurrogate(text[0]) || char.IsHighSurrogate(text[^1]))
        {
            throw new RefusedException(Problem.Of("coding.halfCharacter", coding.Start, coding.End));
        }

        // A line feed between segments is the end of the one before; a coding that starts there begins in the next.
        var first = SegmentAt(source, coding.Start) is var (id, end) && end > coding.Start ? id : SegmentAt(source, coding.Start + 1).Id;
        return (source, first, SegmentAt(source, coding.End - 1).Id);
    }

    private (long Id, int End) SegmentAt(long source, int position)
    {
        foreach (var row in db.Rows(
            """SELECT id, "end" FROM segment WHERE source = $source AND start <= $position ORDER BY start DESC LIMIT 1""",
            ("$source", source), ("$position", position)))
        {
            return (row.GetInt64(0), row.GetInt32(1));
        }

        throw new RefusedException(Problem.Of("coding.span", position, position));
    }


    private void RequireFreeName(Code code)
    {
        if (string.IsNullOrWhiteSpace(code.Name) || code.Name.Contains('|', StringComparison.Ordinal) || code.Tag.Contains('|', StringComparison.Ordinal))
        {
            throw new RefusedException(Problem.Of("code.badName", code.Name));
        }

        var parent = code.Parent is { } p ? CodeKey(p) : (long?)null;
        foreach (var row in db.Rows("SELECT name FROM code WHERE parent IS $parent AND removed = 0 AND uid <> $uid", ("$parent", parent), ("$uid", Sql.Blob(code.Id))))
        {
            if (string.Equals(row.GetString(0).Trim(), code.Name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                throw new RefusedException(Problem.Of("code.nameTaken", code.Name));
            }
        }
    }

    private (string Name, object? Value)[] CodeParameters(Code code) =>
    [
        ("$uid", Sql.Blob(code.Id)), ("$parent", code.Parent is { } p ? CodeKey(p) : null), ("$position", code.Position), ("$tag", code.Tag), ("$name", code.Name),
        ("$definition", code.Definition), ("$include", code.Include), ("$exclude", code.Exclude), ("$keywords", Words.Of(code.Keywords)),
        ("$example", code.Example), ("$color", code.Color),
    ];

    private (string Name, object? Value)[] CodingParameters(Coding coding, long source, long first, long last) =>
    [
        ("$uid", Sql.Blob(coding.Id)), ("$source", source), ("$first", first), ("$last", last), ("$start", coding.Start), ("$end", coding.End), ("$quote", coding.Quote),
        ("$code", CodeKey(coding.Code)), ("$coder", coding.Coder), ("$origin", Words.Of(coding.Origin)), ("$confidence", coding.Confidence),
        ("$created", Words.Of(coding.Created)), ("$memo", coding.Memo), ("$polarity", Words.Of(coding.Polarity)), ("$condensed", coding.Condensed), ("$above", coding.AcceptedAbove),
    ];
}
