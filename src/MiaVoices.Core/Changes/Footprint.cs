using System.Security.Cryptography;
using System.Text;

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
            case SetLimits:
                Add(to, Part(Guid.Empty, "project", "limits"), TouchKind.Edits);
                break;
            case ImportSource c:
                Add(to, c.Source, TouchKind.Creates);
                Add(to, c.Replaces, TouchKind.Uses);
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
            case SetSourceLanguage c:
                Add(to, c.Source, TouchKind.Edits);
                break;
            case MapSpeaker c:
                Add(to, c.Source, TouchKind.Uses);
                Add(to, Part(c.Source, "speaker", c.Speaker), TouchKind.Edits);
                Add(to, c.Case, TouchKind.Uses);
                break;
            case AddCase c:
                Add(to, c.Case.Id, TouchKind.Creates);
                Add(to, c.Source, TouchKind.Uses);
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
                Add(to, c.Coding.Source, TouchKind.Uses);
                Add(to, c.Coding.Code, TouchKind.Uses);
                break;
            case MoveCodings c:
                Add(to, c.Source, TouchKind.Uses);
                foreach (var move in c.Codings)
                {
                    Add(to, move.Coding, TouchKind.Edits);
                }

                break;
            case RemoveCoding c:
                Add(to, c.Coding, TouchKind.Creates);
                break;
            case ReviewSegments c:
                Marks(to, c.Source, c.Segments, c.By);
                break;
            case UnreviewSegments c:
                Marks(to, c.Source, c.Segments, c.By);
                break;
            case AddMemo c:
                Add(to, c.Memo.Id, TouchKind.Creates);
                Add(to, c.Memo.TargetId, TouchKind.Uses);
                break;
            case EditMemo c:
                Add(to, c.Memo.Id, TouchKind.Edits);
                Add(to, c.Memo.TargetId, TouchKind.Uses);
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
            case SaveSearch c:
                Add(to, c.Search.Id, TouchKind.Creates);
                break;
            case EditSearch c:
                Add(to, c.Search.Id, TouchKind.Edits);
                break;
            case RemoveSearch c:
                Add(to, c.Search, TouchKind.Creates);
                break;
            case ChooseQuote c:
                Add(to, c.Quote.Id, TouchKind.Creates);
                Add(to, c.Quote.Coding, TouchKind.Uses);
                break;
            case EditQuote c:
                Add(to, c.Quote.Id, TouchKind.Edits);
                Add(to, c.Quote.Coding, TouchKind.Uses);
                break;
            case RemoveQuote c:
                Add(to, c.Quote, TouchKind.Creates);
                break;
            case TickReview c:
                Add(to, Part(Guid.Empty, "tick", c.Tick.Point), TouchKind.Edits);
                break;
            case UntickReview c:
                Add(to, Part(Guid.Empty, "tick", c.Point), TouchKind.Edits);
                break;
            case WritePassage c:
                Add(to, Part(c.Passage.Code ?? Guid.Empty, "passage", $"{c.Passage.Report}\n{c.Passage.Place}"), TouchKind.Edits);
                Add(to, c.Passage.Code, TouchKind.Uses);
                break;
            default:
                throw new InvalidOperationException($"No footprint for {change.GetType().Name}");
        }
    }

    private static void Marks(Dictionary<Guid, TouchKind> to, Guid source, IReadOnlyList<Guid> segments, string by)
    {
        Add(to, source, TouchKind.Uses);
        foreach (var segment in segments)
        {
            Add(to, Part(segment, "review", by), TouchKind.Edits);
        }
    }

    /// <summary>
    /// An identity for what has none of its own, such as a speaker of a source: a GUID of version 8 (RFC 9562, section 5.8)
    /// from SHA-256. Two coders who map two speakers do not stand in each other's way.
    /// </summary>
    private static Guid Part(Guid whole, string kind, string name)
    {
        var hash = SHA256.HashData([.. whole.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes($"{kind}\n{name}")]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    private static void Add(Dictionary<Guid, TouchKind> to, Guid? entity, TouchKind kind)
    {
        if (entity is { } id && (!to.TryGetValue(id, out var known) || known < kind))
        {
            to[id] = kind;
        }
    }
}
