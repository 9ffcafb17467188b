using System.Text.Json.Nodes;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using Microsoft.Data.Sqlite;

namespace MiaVoices.Storage.Forgetting;

/// <summary>
/// Takes a person out of the journal's payloads and inverses. What a step did stays told; what cannot be made again is left
/// empty, so that undoing or redoing it is refused in words. Places in the texts move as the texts did.
/// </summary>
internal sealed class JournalEraser(
    SqliteConnection db, Guid person, string stub, IReadOnlyDictionary<Guid, ErasedSource> sources, IReadOnlyDictionary<(Guid Source, string Speaker), string> speakers,
    IReadOnlyDictionary<Guid, string> whole, ErasedIds ids, QuotedWords words)
{
    /// <summary>Finds the codings and memos of the journal that go, those that have gone already included.</summary>
    public void Collect()
    {
        foreach (var (_, payload, inverse) in Entries())
        {
            foreach (var change in new[] { payload, inverse }.SelectMany(Parts))
            {
                if (change is AddCoding { Coding: var added } && IsTouched(added))
                {
                    ids.Codings.Add(added.Id);
                }
                else if (change is EditCoding { Coding: var edited } && IsTouched(edited))
                {
                    ids.Codings.Add(edited.Id);
                }
            }
        }

        // Memos hang on codings, so codings come first.
        foreach (var (_, payload, inverse) in Entries())
        {
            foreach (var change in new[] { payload, inverse }.SelectMany(Parts))
            {
                if ((change is AddMemo { Memo: var added } && ids.HoldsTarget(added)) || (change is EditMemo { Memo: var edited } && ids.HoldsTarget(edited)))
                {
                    ids.Memos.Add(change is AddMemo add ? add.Memo.Id : ((EditMemo)change).Memo.Id);
                }
            }
        }
    }

    /// <summary>Writes the payloads and inverses anew.</summary>
    public void Rewrite()
    {
        using var write = db.Command("UPDATE journal SET payload = $payload, inverse = $inverse WHERE sequence = $sequence", ("$payload", ""), ("$inverse", ""), ("$sequence", 0));
        foreach (var (sequence, payload, inverse) in Entries())
        {
            var (told, back) = (Json(payload), Json(inverse));
            write.Parameters[0].Value = told;
            write.Parameters[1].Value = back;
            write.Parameters[2].Value = sequence;
            write.ExecuteNonQuery();
        }
    }

    private List<(long Sequence, Change Payload, Change Inverse)> Entries() =>
        [.. db.Rows("SELECT sequence, payload, inverse FROM journal ORDER BY sequence").Select(r => (r.GetInt64(0), ChangeJson.Read(r.GetString(1)), ChangeJson.Read(r.GetString(2))))];

    private static IEnumerable<Change> Parts(Change change) => change is Batch batch ? batch.Changes.SelectMany(Parts) : [change];

    private bool IsTouched(Coding coding) => sources.TryGetValue(coding.Source, out var source) && source.Touches(coding.Start, coding.End);

    /// <summary>The change without the person, as JSON; whatever texts are left are looked through for the person's words.</summary>
    private string Json(Change change)
    {
        var node = JsonNode.Parse(ChangeJson.Write(Without(change)))!;
        Redact(node);
        return ChangeJson.Write(ChangeJson.Read(node.ToJsonString()));
    }

    private void Redact(JsonNode node)
    {
        if (node is JsonObject properties)
        {
            foreach (var (name, value) in properties.ToList())
            {
                if (value is JsonValue text && text.TryGetValue<string>(out var said) && words.Redact(said) is var redacted && !ReferenceEquals(redacted, said) && name != "quote")
                {
                    properties[name] = redacted;
                }
                else if (value is not null and not JsonValue)
                {
                    Redact(value);
                }
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var (i, value) in list.ToList().Index())
            {
                if (value is JsonValue text && text.TryGetValue<string>(out var said) && words.Redact(said) is var redacted && !ReferenceEquals(redacted, said))
                {
                    list[i] = redacted;
                }
                else if (value is not null and not JsonValue)
                {
                    Redact(value);
                }
            }
        }
    }

    private Change Without(Change change) => change switch
    {
        Batch c => c with { Changes = [.. c.Changes.Select(Without)] },
        AddCoding c => new AddCoding(Without(c.Coding)),
        EditCoding c => new EditCoding(Without(c.Coding)),
        MoveCodings c when sources.TryGetValue(c.Source, out var source) => c with { Codings = [.. c.Codings.Select(m => source.Map(m.Start, m.End) is var (start, end) ? m with { Start = start, End = end } : m with { Start = 0, End = 0 })] },
        AddMemo { Memo: var m } when ids.Memos.Contains(m.Id) => new AddMemo(m with { Title = "", Text = "" }),
        EditMemo { Memo: var m } when ids.Memos.Contains(m.Id) => new EditMemo(m with { Title = "", Text = "" }),
        ChooseQuote { Quote: var q } when ids.Codings.Contains(q.Coding) => new ChooseQuote(Without(q)),
        EditQuote { Quote: var q } when ids.Codings.Contains(q.Coding) => new EditQuote(Without(q)),
        AddCase { Case: var c } add when c.Id == person => add with { Case = Without(c) },
        EditCase { Case: var c } when c.Id == person => new EditCase(Without(c)),
        MapSpeaker c when speakers.TryGetValue((c.Source, c.Speaker), out var name) => c with { Speaker = name },
        ImportSource c when whole.TryGetValue(c.Source, out var name) => c with { Name = name, Label = name, Sha256 = PersonEraser.NoHash },
        LabelSource c when whole.TryGetValue(c.Source, out var name) => c with { Label = name },
        _ => change,
    };

    private Coding Without(Coding coding)
    {
        if (!sources.TryGetValue(coding.Source, out var source))
        {
            return coding;
        }

        if (source.Map(coding.Start, coding.End) is not var (start, end))
        {
            return coding with { Start = 0, End = 0, Quote = "", Memo = "", Condensed = "" };
        }

        var isShort = source.Touches(coding.Start, coding.End);
        return coding with
        {
            Start = start,
            End = end,
            Quote = isShort ? Reading.Text(db, source.Key, start, end) ?? "" : coding.Quote,
            Memo = isShort ? "" : coding.Memo,
            Condensed = isShort ? "" : coding.Condensed,
        };
    }

    private static Quote Without(Quote quote) => quote with { Words = "", Cuts = [], Note = "" };

    private Case Without(Case one) => one with { Name = stub, Attributes = new Dictionary<string, string>() };
}

/// <summary>What goes with a person.</summary>
/// <param name="Targets">Identities of the person and the segments.</param>
internal sealed record ErasedIds(HashSet<Guid> Targets)
{
    /// <summary>Codings that hold the person's words, those that hold others' too included.</summary>
    public HashSet<Guid> Codings { get; } = [];

    /// <summary>Memos on the person, the segments and the codings.</summary>
    public HashSet<Guid> Memos { get; } = [];

    public bool HoldsTarget(Memo memo) => memo.TargetId is { } target && (Targets.Contains(target) || Codings.Contains(target));
}
