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
    private const int MostRecent = 3;
    private const int EntriesLookedThrough = 40;

    private List<Guid>? _recent;
    private Code? _lastCode;

    private void AddCommands()
    {
        Add("set", "Enter", AskCode, 1, NoSource);
        Add("again", "Space", () => Set(_lastCode!), 7, () => NoSource() ?? (_lastCode is null ? T["screen.code.noLast"] : null));
        Add("sentence", "m", ExtendSentence, 3, NoSource);
        Add("turn", "t", SelectTurn, 4, NoSource);
        Add("word", "w", ExtendWord, 0, NoSource);
        Add("remove", "Delete x", () => OneHere(Remove), 6, NothingHere);
        AddWriting();
        Add("polarity", "p", () => OneHere(AskPolarity), 8, NothingHere);
        Add("inVivo", "v", InVivo, 0, () => NoSource() ?? (View.Selection is null ? T["screen.code.selectFirst"] : null));
        AddJumps();
        AddOffers();
        AddLanes();
        Add("reviewed", "r", Reviewed, 11, NoSource);
        Add("source", "o", ChooseSource, 12, () => _sources.Sources.Count == 0 ? T["screen.code.noSource"] : null);
        AddSplit();
        Add("filter", "/", Filter, 0);
        Add("clear", "Backspace Escape", () => View.ClearSelection(), 0, () => View.Selection is null ? T["screen.code.nothingSelected"] : null);
        Add("copy", "Ctrl+C", () => Desk.App.Clipboard.Copy(View.SelectedText), 0, () => View.Selection is null ? T["screen.code.selectFirst"] : null);
    }

    private string? NoSource() => Shown is { Count: > 0 } ? null : T["screen.code.noSource"];

    private string? NothingHere() => NoSource() ?? (Here().Count == 0 ? T["screen.code.nothingHere"] : null);

    /// <summary>The stretch that a code would be set on: what is selected, else the turn at the caret, without white space around.</summary>
    private (int Start, int End)? Target()
    {
        var text = Shown!;
        var (start, end) = View.Selection is var (from, to)
            ? (text.Position(from), text.Position(to))
            : (text[View.Caret.Paragraph].Start, text[View.Caret.Paragraph].End);
        var quote = Project.Store.Text(text.Source.Id, start, end);
        var lead = quote.Length - quote.TrimStart().Length;
        start += lead;
        end = start + quote.Trim().Length;
        return end > start ? (start, end) : null;
    }

    private void AskCode()
    {
        if (Target() is not var (start, end))
        {
            Project.Status.Show(T["screen.code.selectFirst"], "", Terminal.Screen.Role.Warning);
            return;
        }

        var text = Shown!;
        Desk.App.Push(new CodeChooser(Desk, new CodeChoice(
            T["screen.code.chooser.title", end - start],
            _codebook,
            _hues,
            _counts,
            [.. OpenOffers()],
            Recent(),
            () => text.CodingsAt(start, end),
            (code, stay) => Set(code, stay),
            Remove,
            NewCode)));
    }

    /// <summary>The codes set last; from the log at first, since a coder goes on where she was.</summary>
    private List<Code> Recent()
    {
        _recent ??= [.. Project.Store.Journal(coder: Project.Store.Coder).Take(EntriesLookedThrough)
            .Where(e => e is { Kind: EntryKind.Do, Undone: false })
            .SelectMany(e => e.Change is Batch { Purpose: "suggestion.accept" or "codings.addNew" } batch ? batch.Changes : [e.Change])
            .OfType<AddCoding>().Select(c => c.Coding.Code).Distinct().Take(MostRecent)];
        return [.. _recent.Where(_codebook.Contains).Take(MostRecent).Select(c => _codebook[c])];
    }

    private void Remember(Code code)
    {
        Recent();
        _recent!.Remove(code.Id);
        _recent.Insert(0, code.Id);
        _lastCode = code;
    }

    private void NewCode(string name)
    {
        AddCode? added = null;
        if (Project.Try(() => added = CodeVerbs.Add(Project.Store, new Code { Id = Project.Store.NewIds().Next(), Name = name })) && Coded(added!.Code) is { } coding
            && Apply(new Batch("codings.addNew", [added, new AddCoding(coding)]), T["screen.code.madeAndSet", name]))
        {
            Remember(added.Code);
        }
    }

    private void Set(Code code, bool stay = false)
    {
        if (Coded(code) is { } coding && Apply(new AddCoding(coding), T["screen.code.done", code.Name, coding.Quote.Length], stay))
        {
            Remember(code);
        }
    }

    private void InVivo()
    {
        var words = string.Join(' ', View.SelectedText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('|', '/');
        Desk.AskLine(T["screen.code.inVivo"], T["screen.code.inVivo.ask"], words.Length > 60 ? words[..60].TrimEnd() : words, NewCode);
    }

    private Coding? Coded(Code code)
    {
        if (Shown is not { Count: > 0 } text || Target() is not var (start, end))
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

    private bool Apply(Change change, string told, bool keepSelection = false)
    {
        var done = Project.Do(change, told);
        if (done && !keepSelection)
        {
            View.ClearSelection();
        }

        return done;
    }

    private void Remove(Coding coding) => Project.Do(new RemoveCoding(coding.Id), T["screen.code.removed", Name(coding.Code)]);

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

    private void AskPolarity(Coding coding) => Desk.Choose(
        T["screen.code.polarity"],
        [(Polarity?)Polarity.WorksWell, Polarity.WorksLessWell, Polarity.Proposal, null],
        p => p is { } some ? T["polarity." + Cli.JsonFields.Word((Polarity?)some)] : T["polarity.none"],
        p => Project.Do(new EditCoding(coding with { Polarity = p }), T["screen.code.polaritySet", Name(coding.Code)]));

    private void ExtendSentence()
    {
        var paragraph = View.Selection is var (_, last) ? last.Paragraph : View.Caret.Paragraph;
        var sentences = Sentences.Split(Shown!.Text(paragraph));
        if (sentences.Count == 0)
        {
            return;
        }

        var from = View.Selection?.Start;
        var at = View.Selection is var (_, end) ? end.Offset : View.Caret.Offset;
        // With something selected the next sentence is added; else the one at the caret is taken.
        var next = from is null ? sentences.FirstOrDefault(s => s.End > at, sentences[^1]) : sentences.FirstOrDefault(s => s.End > at && s.Start >= at, sentences[^1]);
        View.Select(from ?? new TextPosition(paragraph, next.Start), new TextPosition(paragraph, next.End));
    }

    private void SelectTurn()
    {
        var paragraph = View.Caret.Paragraph;
        View.Select(new TextPosition(paragraph, 0), new TextPosition(paragraph, Shown!.Text(paragraph).Length));
    }

    private void ExtendWord()
    {
        View.Handle(new KeyEvent(KeyStroke.Of(Key.Right, KeyModifiers.Ctrl | KeyModifiers.Shift)));
    }

    private void Reviewed()
    {
        var segment = Shown![View.Caret.Paragraph];
        var mine = Project.Store.Reviews(Shown.Source.Id).Any(r => r.SegmentId == segment.Id && r.Coder == Project.Store.Coder);
        if (mine)
        {
            Project.Do(new UnreviewSegments(Shown.Source.Id, [segment.Id], Project.Store.Coder), T["screen.code.unreviewed", segment.Ordinal]);
        }
        else
        {
            Project.Do(new ReviewSegments(Shown.Source.Id, [segment.Id], Project.Store.Coder), T["screen.code.isReviewed", segment.Ordinal]);
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
