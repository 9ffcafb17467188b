using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Language;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Flow;
using MiaVoices.Terminal.Input;

namespace MiaVoices.App.Screens.Reader;

/// <summary>What one can do while reading.</summary>
internal sealed partial class CodingScreen
{
    private Code? _lastCode;

    private void AddCommands()
    {
        Add("set", "Enter", AskCode, 1, NoSource);
        Add("again", "Space", () => Set(_lastCode!), 2, () => NoSource() ?? (_lastCode is null ? T["screen.code.noLast"] : null));
        Add("sentence", "m", ExtendSentence, 3, NoSource);
        Add("turn", "t", SelectTurn, 4, NoSource);
        Add("word", "w", ExtendWord, 0, NoSource);
        Add("remove", "Delete x", RemoveHere, 5, NothingHere);
        Add("memo", "n", Memo, 6, NoSource);
        Add("polarity", "p", AskPolarity, 7, NothingHere);
        Add("condense", "k", Condense, 0, NothingHere);
        Add("inVivo", "v", InVivo, 0, () => NoSource() ?? (_reader.Selection is null ? T["screen.code.selectFirst"] : null));
        Add("next", "u", NextUncoded, 8, NoSource);
        Add("reviewed", "r", Reviewed, 9, NoSource);
        Add("source", "o", ChooseSource, 10, () => _sources.Sources.Count == 0 ? T["screen.code.noSource"] : null);
        Add("filter", "/", Filter, 0);
        Add("clear", "Backspace Escape", () => _reader.ClearSelection(), 0, () => _reader.Selection is null ? T["screen.code.nothingSelected"] : null);
        Add("copy", "Ctrl+C", () => Desk.App.Clipboard.Copy(_reader.SelectedText), 0, () => _reader.Selection is null ? T["screen.code.selectFirst"] : null);
    }

    private string? NoSource() => _text is { Count: > 0 } ? null : T["screen.code.noSource"];

    private string? NothingHere() => NoSource() ?? (Here().Count == 0 ? T["screen.code.nothingHere"] : null);

    /// <summary>The stretch that a code would be set on: what is selected, else the turn at the caret, without white space around.</summary>
    private (int Start, int End)? Target()
    {
        var text = _text!;
        var (start, end) = _reader.Selection is var (from, to)
            ? (text.Position(from), text.Position(to))
            : (text[_reader.Caret.Paragraph].Start, text[_reader.Caret.Paragraph].End);
        var quote = Project.Store.Text(text.Source.Id, start, end);
        var lead = quote.Length - quote.TrimStart().Length;
        start += lead;
        end = start + quote.Trim().Length;
        return end > start ? (start, end) : null;
    }

    private void AskCode() => Desk.Choose(
        T["screen.code.choose"],
        _codebook,
        c => c.Tag.Length > 0 ? $"{c.Tag} {c.Name}" : c.Name,
        Set,
        name => T["screen.code.newCode", name],
        name => NewCode(name));

    private void NewCode(string name)
    {
        AddCode? added = null;
        if (Project.Try(() => added = CodeVerbs.Add(Project.Store, new Code { Id = Project.Store.NewIds().Next(), Name = name })) && Coded(added!.Code) is { } coding)
        {
            Apply(new Batch("codings.addNew", [added, new AddCoding(coding)]), T["screen.code.madeAndSet", name]);
            _lastCode = added.Code;
        }
    }

    private void Set(Code code)
    {
        if (Coded(code) is { } coding && Apply(new AddCoding(coding), T["screen.code.done", code.Name, coding.Quote.Length]))
        {
            _lastCode = code;
        }
    }

    private void InVivo()
    {
        var words = string.Join(' ', _reader.SelectedText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('|', '/');
        Desk.AskLine(T["screen.code.inVivo"], T["screen.code.inVivo.ask"], words.Length > 60 ? words[..60].TrimEnd() : words, NewCode);
    }

    private Coding? Coded(Code code)
    {
        if (_text is not { Count: > 0 } text || Target() is not var (start, end))
        {
            Project.Status.Show(T["screen.code.selectFirst"], "", Terminal.Screen.Role.Warning);
            return null;
        }

        if (text.CodingsAt(start, end).Any(c => c.Code == code.Id && c.Start == start && c.End == end && c.Coder == Project.Store.Coder))
        {
            Project.Status.Show(T["screen.code.already", code.Name], "", Terminal.Screen.Role.Warning);
            return null;
        }

        return new Coding
        {
            Id = Project.Store.NewIds().Next(),
            Source = text.Source.Id,
            Start = start,
            End = end,
            Quote = Project.Store.Text(text.Source.Id, start, end),
            Code = code.Id,
            Coder = Project.Store.Coder,
            Origin = CodingOrigin.Manual,
            Created = Project.Store.Now,
        };
    }

    private bool Apply(Change change, string told)
    {
        var done = Project.Do(change, told);
        if (done)
        {
            _reader.ClearSelection();
        }

        return done;
    }

    private void RemoveHere()
    {
        void Remove(Coding coding) => Project.Do(new RemoveCoding(coding.Id), T["screen.code.removed", Name(coding.Code)]);
        OneHere(Remove);
    }

    /// <summary>The coding at the caret; where there are several a person says which.</summary>
    private void OneHere(Action<Coding> done)
    {
        var here = Here();
        if (here.Count == 1)
        {
            done(here[0]);
        }
        else
        {
            Desk.Choose(T["screen.code.which"], here, c => $"{Name(c.Code)} · {c.Coder}", done);
        }
    }

    private void AskPolarity() => OneHere(coding => Desk.Choose(
        T["screen.code.polarity"],
        [(Polarity?)Polarity.WorksWell, Polarity.WorksLessWell, Polarity.Proposal, null],
        p => p is { } some ? T["polarity." + Cli.JsonFields.Word((Polarity?)some)] : T["polarity.none"],
        p => Project.Do(new EditCoding(coding with { Polarity = p }), T["screen.code.polaritySet", Name(coding.Code)])));

    private void Condense() => OneHere(coding => Desk.AskText(
        T["screen.code.condense"],
        T["screen.code.condense.ask"],
        coding.Condensed,
        text => Project.Do(new EditCoding(coding with { Condensed = text }), T["screen.code.condensed"])));

    private void Memo()
    {
        var segment = _text![_reader.Caret.Paragraph];
        var known = Project.Store.Memos().FirstOrDefault(m => m.Target == MemoTarget.Segment && m.TargetId == segment.Id);
        Desk.AskText(T["screen.code.memo"], T["screen.code.memo.ask", segment.Ordinal], known?.Text ?? "", text =>
        {
            var now = Project.Store.Now;
            if (known is not null)
            {
                Project.Do(text.Length == 0 ? new RemoveMemo(known.Id) : new EditMemo(known with { Text = text, Changed = now }), T["screen.code.memoSaved", segment.Ordinal]);
            }
            else if (text.Length > 0)
            {
                var memo = new Memo { Id = Project.Store.NewIds().Next(), Target = MemoTarget.Segment, TargetId = segment.Id, Text = text, Coder = Project.Store.Coder, Created = now, Changed = now };
                Project.Do(new AddMemo(memo), T["screen.code.memoSaved", segment.Ordinal]);
            }
        });
    }

    private void ExtendSentence()
    {
        var paragraph = _reader.Selection is var (_, last) ? last.Paragraph : _reader.Caret.Paragraph;
        var sentences = Sentences.Split(_text!.Text(paragraph));
        if (sentences.Count == 0)
        {
            return;
        }

        var from = _reader.Selection?.Start;
        var at = _reader.Selection is var (_, end) ? end.Offset : _reader.Caret.Offset;
        // With something selected the next sentence is added; else the one at the caret is taken.
        var next = from is null ? sentences.FirstOrDefault(s => s.End > at, sentences[^1]) : sentences.FirstOrDefault(s => s.End > at && s.Start >= at, sentences[^1]);
        _reader.Select(from ?? new TextPosition(paragraph, next.Start), new TextPosition(paragraph, next.End));
    }

    private void SelectTurn()
    {
        var paragraph = _reader.Caret.Paragraph;
        _reader.Select(new TextPosition(paragraph, 0), new TextPosition(paragraph, _text!.Text(paragraph).Length));
    }

    private void ExtendWord()
    {
        _reader.Handle(new KeyEvent(KeyStroke.Of(Key.Right, KeyModifiers.Ctrl | KeyModifiers.Shift)));
    }

    private void NextUncoded()
    {
        var text = _text!;
        for (var step = 1; step <= text.Count; step++)
        {
            var segment = text[(_reader.Caret.Paragraph + step) % text.Count];
            if (segment.Role != Core.Sources.SpeakerRole.Interviewer && text.CodingsAt(segment.Start, segment.End).Count == 0)
            {
                _reader.MoveTo(new TextPosition(segment.Ordinal - 1, 0));
                return;
            }
        }

        Project.Status.Show(T["screen.code.allCoded"], "", Terminal.Screen.Role.Good);
    }

    private void Reviewed()
    {
        var segment = _text![_reader.Caret.Paragraph];
        var mine = Project.Store.Reviews(_text.Source.Id).Any(r => r.SegmentId == segment.Id && r.Coder == Project.Store.Coder);
        if (mine)
        {
            Project.Do(new UnreviewSegments(_text.Source.Id, [segment.Id], Project.Store.Coder), T["screen.code.unreviewed", segment.Ordinal]);
        }
        else
        {
            Project.Do(new ReviewSegments(_text.Source.Id, [segment.Id], Project.Store.Coder), T["screen.code.isReviewed", segment.Ordinal]);
        }
    }

    private void ChooseSource() => Desk.Choose(T["screen.code.source"], _sources.Sources, s => s.Label, Open);

    private void Filter()
    {
        if (_sources.Filter.Length > 0)
        {
            _sources.Filter = "";
        }
        else
        {
            Desk.AskLine(T["screen.code.filter"], T["screen.code.filter.ask"], "", text => _sources.Filter = text);
        }
    }
}
