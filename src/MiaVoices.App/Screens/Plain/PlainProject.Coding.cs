using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.App.Screens.Searching;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Plain;

/// <summary>Setting and altering codes by lines.</summary>
internal sealed partial class PlainProject
{
    private Guid? _lastCode;

    private void AddCoding()
    {
        _commands.Add("code", "plain.code.name", "k", typed => CodeSpan(Whole(Here()!), typed), NoSource);
        _commands.Add("sentence", "plain.sentence.name", "m", CodeSentences, NoSource);
        _commands.Add("quote", "plain.quote.name", "c", CodeQuote, NoSource);
        _commands.Add("again", "screen.code.again", "a", _ => Again(), () => NoSource() ?? (LastCode() is null ? T["screen.code.noLast"] : null));
        _commands.Add("remove", "screen.code.remove", "x", _ => OneHere(c => Do(new RemoveCoding(c.Id), T["screen.code.removed", CodeName(c.Code)])), NothingHere);
        _commands.Add("polarity", "screen.code.polarity", "p", _ => OneHere(AskPolarity), NothingHere);
        _commands.Add("condense", "screen.code.condense", "", _ => OneHere(Condense), NothingHere);
        _commands.Add("memo", "plain.memo.name", "n", EditMemo, NoSource);
        _commands.Add("reviewed", "screen.code.reviewed", "r", _ => ToggleReviewed(), NoSource);
        _commands.Add("forget", "screen.forget", "", Forget, () => Store.Cases().Count == 0 ? T["screen.forget.none"] : null);
        _commands.Add("undo", "screen.undo", "z", _ => TellAfter(() => _project.Undo()));
        _commands.Add("redo", "screen.redo", "y", _ => TellAfter(() => _project.Redo()));
    }

    /// <summary>Forgets a person for ever, once their pseudonym has been written a second time.</summary>
    private void Forget(string typed)
    {
        if (_talk.Choose(T["screen.forget.who"], Store.Cases(), Forgetting.Named, typed)?.Item is not { } person)
        {
            return;
        }

        var (segments, codings) = ToForget.Of(Store, person);
        if (_talk.Ask(T["screen.forget.ask", person.Name, segments, codings]) is not { } written || !Forgetting.Means(written, person))
        {
            _talk.Say(T["plain.nothingDone"]);
            return;
        }

        var forgotten = Store.Forget(person.Id, null, _session.Cancellation);
        _project.Touch();
        (_learned, _suggested, _answer, _hit) = (null, null, SearchAnswer.None, -1);
        _queue.Clear();
        foreach (var line in Forgetting.Told(forgotten, T))
        {
            _talk.Say(line);
        }
    }

    private string? NothingHere() => NoSource() ?? (Here() is { } segment && CodingsAt(segment).Count > 0 ? null : T["screen.code.nothingHere"]);

    private string CodeName(Guid code) => Store.Codes().FirstOrDefault(c => c.Id == code)?.Name ?? "–";

    private Code? LastCode() => Store.Codes().FirstOrDefault(c => c.Id == _lastCode);

    private void TellAfter(Func<bool> action)
    {
        action();
        TellStatus();
    }

    /// <summary>A segment without the white space around it.</summary>
    private static (int Start, int End) Whole(Segment segment) => Trimmed(segment, 0, segment.Text.Length);

    private static (int Start, int End) Trimmed(Segment segment, int start, int end)
    {
        var part = segment.Text[start..end];
        start += part.Length - part.TrimStart().Length;
        return (segment.Start + start, segment.Start + start + part.Trim().Length);
    }

    private void Again() => Set(LastCode()!, Whole(Here()!));

    private void CodeSpan((int Start, int End) span, string typed)
    {
        if (Find(typed) is { } known)
        {
            Set(known, span);
        }
        else if (ChooseCode(typed) is { } chosen)
        {
            if (chosen.New is { } name)
            {
                SetNew(name, span);
            }
            else
            {
                Set(chosen.Item, span);
            }
        }
    }

    /// <summary>The code that is called so; null where none or several are.</summary>
    private Code? Find(string typed)
    {
        try
        {
            return new CodeTree(Store.Codes()).TryFind(typed);
        }
        catch (Core.UsageException)
        {
            return null;
        }
    }

    private PlainChoice<Code>? ChooseCode(string typed, bool makes = true) =>
        _talk.Choose(T["screen.code.choose"], new CodeTree(Store.Codes()).Codes, c => c.Tag.Length > 0 ? $"{c.Name}, {c.Tag}" : c.Name, typed, makes ? name => T["plain.makeCode", name] : null);

    private void Set(Code code, (int Start, int End) span)
    {
        if (Coded(code, span) is { } coding && Do(new AddCoding(coding), T["screen.code.done", code.Name, coding.Quote.Length]))
        {
            _lastCode = code.Id;
        }
    }

    private void SetNew(string name, (int Start, int End) span)
    {
        var added = CodeVerbs.Add(Store, new Code { Id = Store.NewIds().Next(), Name = StoredText.Normalise(name).Trim() });
        if (Coded(added.Code, span) is { } coding && Do(new Batch("codings.addNew", [added, new AddCoding(coding)]), T["screen.code.madeAndSet", added.Code.Name]))
        {
            _lastCode = added.Code.Id;
        }
    }

    private Coding? Coded(Code code, (int Start, int End) span)
    {
        if (span.End <= span.Start)
        {
            _talk.Say(T["plain.noText"]);
            return null;
        }

        if (CodingsAt(Here()!).Exists(c => c.Code == code.Id && (c.Start, c.End) == span && c.Coder == Store.Coder))
        {
            _talk.Say(T["screen.code.already", code.Name]);
            return null;
        }

        return new Coding
        {
            Id = Store.NewIds().Next(),
            Source = _source!.Id,
            Start = span.Start,
            End = span.End,
            Quote = Store.Text(_source.Id, span.Start, span.End),
            Code = code.Id,
            Coder = Store.Coder,
            Origin = CodingOrigin.Manual,
            Created = Store.Now,
        };
    }

    /// <summary>Codes sentences by their numbers: <c>2 mer tid</c>, <c>2-3 mer tid</c>.</summary>
    private void CodeSentences(string typed)
    {
        var segment = Here()!;
        var sentences = Sentences.Split(segment.Text);
        if (sentences.Count == 0)
        {
            _talk.Say(T["plain.noText"]);
            return;
        }

        if (typed.Length == 0)
        {
            _talk.List(sentences.Select(s => segment.Text[s.Start..s.End]));
            if (_talk.Ask(T["plain.askSentences"]) is not { } answer)
            {
                return;
            }

            typed = answer;
        }

        var cut = typed.IndexOf(' ', StringComparison.Ordinal);
        var (numbers, rest) = cut < 0 ? (typed, "") : (typed[..cut], typed[(cut + 1)..].Trim());
        var ends = numbers.Split('-', '–');
        if (!int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            || ends.Length > 2 || first < 1 || last < first || last > sentences.Count)
        {
            _talk.Say(T["plain.noSentence", numbers, sentences.Count]);
            return;
        }

        CodeSpan(Trimmed(segment, sentences[first - 1].Start, sentences[last - 1].End), rest);
    }

    /// <summary>Codes words of the segment, as they are quoted.</summary>
    private void CodeQuote(string typed)
    {
        var segment = Here()!;
        var (quote, code) = Quoted(typed);
        if (quote.Length == 0 && (quote = _talk.Ask(T["plain.askQuote"]) ?? "").Length == 0)
        {
            return;
        }

        var places = new QuoteFinder(segment.Text).Find(quote, most: 9);
        if (places.Count == 0)
        {
            // A person who listens does not hear capitals.
            places = new QuoteFinder(segment.Text.ToLowerInvariant()).Find(quote.ToLowerInvariant(), most: 9);
        }

        if (places.Count == 0)
        {
            _talk.Say(T["plain.noQuote"]);
            return;
        }

        var place = places.Count == 1 ? places[0]
            : _talk.Choose(T["plain.whichPlace"], places, p => Around(segment.Text, p)) is { } chosen ? chosen.Item : ((int, int)?)null;
        if (place is var (start, end))
        {
            CodeSpan(Trimmed(segment, start, end), code);
        }
    }

    /// <summary>What stands in quotation marks first, and the rest; without marks all of it is the quote.</summary>
    private static (string Quote, string Behind) Quoted(string typed)
    {
        if (typed.Length < 2 || typed[0] is not ('"' or '”' or '“' or '«' or '»'))
        {
            return (typed, "");
        }

        var end = typed.AsSpan(1).IndexOfAny("\"”“»«");
        return end < 0 ? (typed[1..], "") : (typed[1..(end + 1)], typed[(end + 2)..].Trim());
    }

    private static string Around(string text, (int Start, int End) place)
    {
        const int Margin = 30;
        var (from, to) = (Math.Max(0, place.Start - Margin), Math.Min(text.Length, place.End + Margin));
        // Whole words: half a word is no word to the ear.
        from = from == 0 ? 0 : text.IndexOf(' ', from, place.Start - from) is >= 0 and var space ? space + 1 : place.Start;
        to = to == text.Length ? to : text.LastIndexOf(' ', to - 1, to - place.End) is >= 0 and var last ? last : place.End;
        return text[from..to];
    }

    /// <summary>The coding here; where there are several a person says which.</summary>
    private void OneHere(Action<Coding> done)
    {
        var here = CodingsAt(Here()!);
        if (here.Count == 1)
        {
            done(here[0]);
        }
        else if (_talk.Choose(T["screen.code.which"], here, c => $"{CodeName(c.Code)}, {c.Coder}: {c.Quote}") is { } chosen)
        {
            done(chosen.Item);
        }
    }

    private void AskPolarity(Coding coding)
    {
        if (_talk.Choose(
            T["screen.code.polarity"],
            [(Polarity?)Polarity.WorksWell, Polarity.WorksLessWell, Polarity.Proposal, null],
            p => p is { } some ? T["polarity." + JsonFields.Word((Polarity?)some)] : T["polarity.none"]) is { } chosen)
        {
            Do(new EditCoding(coding with { Polarity = chosen.Item }), T["screen.code.polaritySet", CodeName(coding.Code)]);
        }
    }

    private void Condense(Coding coding)
    {
        if (coding.Condensed.Length > 0)
        {
            _talk.Say(T["plain.now", coding.Condensed]);
        }

        if (_talk.Ask(T["screen.code.condense.ask"]) is { } text)
        {
            Do(new EditCoding(coding with { Condensed = StoredText.Normalise(text) }), T["screen.code.condensed"]);
        }
    }

    private void EditMemo(string typed)
    {
        var segment = Here()!;
        var about = T["screen.memo.segment", segment.Ordinal];
        var known = Store.Memos().FirstOrDefault(m => m.Target == MemoTarget.Segment && m.TargetId == segment.Id);
        if (known is not null)
        {
            _talk.Say(T["plain.now", known.Text]);
        }

        var text = typed.Length > 0 ? typed : _talk.AskText(T["screen.memo.ask", about]);
        if (text is null || (known is null && text.Length == 0))
        {
            return;
        }

        var (clean, now) = (StoredText.Normalise(text), Store.Now);
        Do(
            known is null ? new AddMemo(new Memo { Id = Store.NewIds().Next(), Target = MemoTarget.Segment, TargetId = segment.Id, Text = clean, Coder = Store.Coder, Created = now, Changed = now })
                : clean.Length == 0 ? new RemoveMemo(known.Id)
                : new EditMemo(known with { Text = clean, Changed = now }),
            T[known is not null && clean.Length == 0 ? "screen.memo.removed" : "screen.memo.saved", about]);
    }

    private void ToggleReviewed()
    {
        var segment = Here()!;
        var mine = Store.Reviews(_source!.Id).Any(r => r.SegmentId == segment.Id && r.Coder == Store.Coder);
        Do(
            mine ? new UnreviewSegments(_source.Id, [segment.Id], Store.Coder) : new ReviewSegments(_source.Id, [segment.Id], Store.Coder),
            T[mine ? "screen.code.unreviewed" : "screen.code.isReviewed", segment.Ordinal]);
    }
}
