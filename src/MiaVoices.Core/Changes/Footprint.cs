namespace MiaVoices.Core.Changes;

/// <summary>How a change concerns a thing.</summary>
public enum TouchKind
{
    /// <summary>It must be there.</summary>
    Uses = 0,

    /// <summary>It is altered.</summary>
    Edits = 1,

    /// <summary>It comes or goes.</summary>
    Creates = 2,
}

/// <summary>What a change concerns: by this, undo knows which later entries would lose their ground.</summary>
public static class Footprint
{
    /// <summary>The things a change concerns, each once with the strongest way.</summary>
    public static IReadOnlyDictionary<Guid, TouchKind> Of(Change change)
    {
        var touches = new Dictionary<Guid, TouchKind>();
        Collect(change, touches);
        return touches;
    }

    private static void Collect(Change change, Dictionary<Guid, TouchKind> to)
    {
        switch (change)
        {
            case Batch batch:
                foreach (var part in batch.Changes)
                {
                    Collect(part, to);
                }

                break;
            case RenameProject:
                Add(to, Guid.Empty, TouchKind.Edits);
                break;
            case ImportSource c:
                Add(to, c.Source, TouchKind.Creates);
                break;
            case HideSource c:
                Add(to, c.Source, TouchKind.Creates);
                break;
            case ShowSource c:
                Add(to, c.Source, TouchKind.Creates);
                break;
            case LabelSource c:
                Add(to, c.Source, TouchKind.Edits);
                break;
            case MapSpeaker c:
                Add(to, c.Source, TouchKind.Edits);
                Add(to, c.Case, TouchKind.Uses);
                break;
            case AddCase c:
                Add(to, c.Case.Id, TouchKind.Creates);
                break;
            case EditCase c:
                Add(to, c.Case.Id, TouchKind.Edits);
                break;
            case RemoveCase c:
                Add(to, c.Case, TouchKind.Creates);
                break;
            case AddCode c:
                Add(to, c.Code.Id, TouchKind.Creates);
                Add(to, c.Code.Parent, TouchKind.Uses);
                break;
            case EditCode c:
                Add(to, c.Code.Id, TouchKind.Edits);
                Add(to, c.Code.Parent, TouchKind.Uses);
                break;
            case RemoveCode c:
                Add(to, c.Code, TouchKind.Creates);
                break;
            case RestoreCode c:
                Add(to, c.Code, TouchKind.Creates);
                break;
            case AddCoding c:
                Add(to, c.Coding.Id, TouchKind.Creates);
                Add(to, c.Coding.Source, TouchKind.Uses);
                Add(to, c.Coding.Code, TouchKind.Uses);
                break;
            case EditCoding c:
                Add(to, c.Coding.Id, TouchKind.Edits);
                Add(to, c.Coding.Code, TouchKind.Uses);
                break;
            case RemoveCoding c:
                Add(to, c.Coding, TouchKind.Creates);
                break;
            case ReviewSegments c:
                Add(to, c.Source, TouchKind.Uses);
                break;
            case UnreviewSegments c:
                Add(to, c.Source, TouchKind.Uses);
                break;
            case AddMemo c:
                Add(to, c.Memo.Id, TouchKind.Creates);
                Add(to, c.Memo.TargetId, TouchKind.Uses);
                break;
            case EditMemo c:
                Add(to, c.Memo.Id, TouchKind.Edits);
                break;
            case RemoveMemo c:
                Add(to, c.Memo, TouchKind.Creates);
                break;
            case AnswerSuggestion c:
                Add(to, c.Answer.Id, TouchKind.Creates);
                Add(to, c.Answer.Source, TouchKind.Uses);
                Add(to, c.Answer.Code, TouchKind.Uses);
                Add(to, c.Answer.Other, TouchKind.Uses);
                break;
            case WithdrawAnswer c:
                Add(to, c.Suggestion, TouchKind.Creates);
                break;
            default:
                throw new InvalidOperationException($"No footprint for {change.GetType().Name}");
        }
    }

    private static void Add(Dictionary<Guid, TouchKind> to, Guid? entity, TouchKind kind)
    {
        if (entity is { } id && (!to.TryGetValue(id, out var known) || known < kind))
        {
            to[id] = kind;
        }
    }
}
