using System.Globalization;
using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Storage.Index;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Applying;

/// <summary>
/// Applies changes inside the caller's transaction and works out the inverse of each from what was there. The only code
/// that writes to the tables of the project.
/// </summary>
internal sealed partial class Applier(SqliteConnection db, IIdSource ids, DateTimeOffset now, long sequence, ProjectAnalyser analyser)
{
    public IProgress<double>? Progress { get; init; }

    public CancellationToken Cancellation { get; init; }

    public Change Apply(Change change) => change switch
    {
        Batch c => Apply(c),
        RenameProject c => Apply(c),
        SetLimits c => Apply(c),
        ImportSource c => Apply(c),
        HideSource c => Apply(c),
        ShowSource c => Apply(c),
        LabelSource c => Apply(c),
        SetSourceLanguage c => Apply(c),
        MapSpeaker c => Apply(c),
        AddCase c => Apply(c),
        EditCase c => Apply(c),
        RemoveCase c => Apply(c),
        AddCode c => Apply(c),
        EditCode c => Apply(c),
        RemoveCode c => Apply(c),
        RestoreCode c => Apply(c),
        AddCoding c => Apply(c),
        EditCoding c => Apply(c),
        MoveCodings c => Apply(c),
        RemoveCoding c => Apply(c),
        ReviewSegments c => Apply(c),
        UnreviewSegments c => Apply(c),
        AddMemo c => Apply(c),
        EditMemo c => Apply(c),
        RemoveMemo c => Apply(c),
        AnswerSuggestion c => Apply(c),
        WithdrawAnswer c => Apply(c),
        SaveSearch c => Apply(c),
        EditSearch c => Apply(c),
        RemoveSearch c => Apply(c),
        ChooseQuote c => Apply(c),
        EditQuote c => Apply(c),
        RemoveQuote c => Apply(c),
        TickReview c => Apply(c),
        UntickReview c => Apply(c),
        WritePassage c => Apply(c),
        _ => throw new InvalidOperationException(change.GetType().Name),
    };

    private Batch Apply(Batch batch)
    {
        var inverses = new Change[batch.Changes.Count];
        var steps = batch.Changes.Any(c => c is ImportSource) ? null : Progress;
        for (var i = 0; i < batch.Changes.Count; i++)
        {
            Cancellation.ThrowIfCancellationRequested();
            inverses[batch.Changes.Count - 1 - i] = Apply(batch.Changes[i]);
            steps?.Report((i + 1d) / batch.Changes.Count);
        }

        return new Batch(batch.Purpose, inverses);
    }

    private RenameProject Apply(RenameProject change)
    {
        var old = db.Text("SELECT value FROM project WHERE key = 'name'") ?? "";
        db.Execute("UPDATE project SET value = $name WHERE key = 'name'", ("$name", change.Name));
        return new RenameProject(old);
    }

    private SetLimits Apply(SetLimits change)
    {
        if (change.Threshold is < Suppression.Least or > Suppression.Greatest)
        {
            throw new RefusedException(Problem.Of("project.threshold", Suppression.Least, Suppression.Greatest));
        }

        if (change.PercentFrom is < 1 or > Reading.MostPercentFrom)
        {
            throw new RefusedException(Problem.Of("project.percentFrom", 1, Reading.MostPercentFrom));
        }

        var old = Reading.Limits(db);
        Write(Reading.ThresholdKey, change.Threshold, Suppression.Default);
        Write(Reading.PercentFromKey, change.PercentFrom, Share.LeastBase);
        return new SetLimits(old.Threshold, old.PercentFrom);

        // What is as usual has no row, so that undoing leaves what there was before.
        void Write(string key, int value, int usual)
        {
            db.Execute("DELETE FROM project WHERE key = $key", ("$key", key));
            if (value != usual)
            {
                db.Execute("INSERT INTO project (key, value) VALUES ($key, $value)", ("$key", key), ("$value", value.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private LabelSource Apply(LabelSource change)
    {
        var id = SourceKey(change.Source);
        var old = db.Text("SELECT label FROM source WHERE id = $id", ("$id", id))!;
        RequireFreeLabel(change.Source, change.Label);
        db.Execute("UPDATE source SET label = $label WHERE id = $id", ("$label", change.Label), ("$id", id));
        return new LabelSource(change.Source, old);
    }

    private RemoveMemo Apply(AddMemo change)
    {
        var memo = change.Memo;
        RequireTarget(memo);
        db.Execute(
            """
            INSERT INTO memo (uid, target, target_uid, title, text, coder, created, changed)
            VALUES ($uid, $target, $on, $title, $text, $coder, $created, $changed)
            """,
            ("$uid", Sql.Blob(memo.Id)), ("$target", Words.Of(memo.Target)), ("$on", memo.TargetId is { } on ? Sql.Blob(on) : null),
            ("$title", memo.Title), ("$text", memo.Text), ("$coder", memo.Coder), ("$created", Words.Of(memo.Created)), ("$changed", Words.Of(memo.Changed)));
        return new RemoveMemo(memo.Id);
    }

    private EditMemo Apply(EditMemo change)
    {
        var old = Reading.Memos(db, change.Memo.Id).SingleOrDefault() ?? throw Missing("memo");
        if (old.TargetId != change.Memo.TargetId)
        {
            RequireTarget(change.Memo);
        }

        db.Execute(
            "UPDATE memo SET target = $target, target_uid = $on, title = $title, text = $text, changed = $changed WHERE uid = $uid",
            ("$target", Words.Of(change.Memo.Target)), ("$on", change.Memo.TargetId is { } on ? Sql.Blob(on) : null), ("$title", change.Memo.Title),
            ("$text", change.Memo.Text), ("$changed", Words.Of(change.Memo.Changed)), ("$uid", Sql.Blob(change.Memo.Id)));
        return new EditMemo(old);
    }

    private void RequireTarget(Memo memo)
    {
        if (memo.TargetId is not { } target)
        {
            return;
        }

        _ = memo.Target switch
        {
            MemoTarget.Source => SourceKey(target),
            MemoTarget.Segment => SegmentKey(target),
            MemoTarget.Code => CodeKey(target),
            MemoTarget.Coding => db.Scalar("SELECT id FROM coding WHERE uid = $uid", ("$uid", Sql.Blob(target))) ?? throw Missing("coding"),
            MemoTarget.Case => CaseKey(target),
            _ => 0,
        };
    }

    private AddMemo Apply(RemoveMemo change)
    {
        var old = Reading.Memos(db, change.Memo).SingleOrDefault() ?? throw Missing("memo");
        db.Execute("DELETE FROM memo WHERE uid = $uid", ("$uid", Sql.Blob(change.Memo)));
        return new AddMemo(old);
    }

    private WithdrawAnswer Apply(AnswerSuggestion change)
    {
        var answer = change.Answer;
        if (db.Scalar("SELECT count(*) FROM suggestion_answer WHERE uid = $uid", ("$uid", Sql.Blob(answer.Id))) > 0)
        {
            throw new RefusedException(Problem.Of("suggestion.answered"));
        }

        db.Execute(
            """
            INSERT INTO suggestion_answer (uid, segment, code, answer, other, coder, at, confidence, model, accepted_above)
            VALUES ($uid, $segment, $code, $answer, $other, $coder, $at, $confidence, $model, $above)
            """,
            ("$uid", Sql.Blob(answer.Id)), ("$segment", SegmentKey(answer.Segment, SourceKey(answer.Source))), ("$code", CodeKey(answer.Code)), ("$answer", Words.Of(answer.Verdict)),
            ("$other", answer.Other is { } other ? CodeKey(other) : null), ("$coder", answer.Coder), ("$at", Words.Of(answer.At)),
            ("$confidence", answer.Confidence), ("$model", answer.Model), ("$above", answer.AcceptedAbove));
        return new WithdrawAnswer(answer.Id);
    }

    private AnswerSuggestion Apply(WithdrawAnswer change)
    {
        var old = Reading.SuggestionAnswers(db, change.Suggestion).SingleOrDefault() ?? throw Missing("suggestion");
        db.Execute("DELETE FROM suggestion_answer WHERE uid = $uid", ("$uid", Sql.Blob(change.Suggestion)));
        return new AnswerSuggestion(old);
    }

    private long SourceKey(Guid id) =>
        db.Scalar("SELECT id FROM source WHERE uid = $uid AND hidden = 0", ("$uid", Sql.Blob(id))) ?? throw Missing("source");

    /// <summary>Of a version that another has replaced, too: a person who came with it is still here.</summary>
    private long AnySourceKey(Guid id) =>
        db.Scalar("SELECT id FROM source WHERE uid = $uid", ("$uid", Sql.Blob(id))) ?? throw Missing("source");

    private long SegmentKey(Guid id) =>
        db.Scalar("SELECT g.id FROM segment g JOIN source s ON s.id = g.source WHERE g.uid = $uid AND s.hidden = 0", ("$uid", Sql.Blob(id))) ?? throw Missing("segment");

    private long SegmentKey(Guid id, long source) =>
        db.Scalar("SELECT id FROM segment WHERE uid = $uid AND source = $source", ("$uid", Sql.Blob(id)), ("$source", source)) ?? throw Missing("segment");

    private long CodeKey(Guid id) =>
        db.Scalar("SELECT id FROM code WHERE uid = $uid AND removed = 0", ("$uid", Sql.Blob(id))) ?? throw Missing("code");

    private long CaseKey(Guid id) =>
        db.Scalar("""SELECT id FROM "case" WHERE uid = $uid AND hidden = 0""", ("$uid", Sql.Blob(id))) ?? throw Missing("case");

    private static RefusedException Missing(string what) =>
        new(Problem.Of(string.Create(CultureInfo.InvariantCulture, $"{what}.gone")));
}
