using System.Globalization;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Codebook;

/// <summary>The codebook: the codes as a tree with what stands under them, and what a code means.</summary>
internal sealed partial class CodebookScreen : WorkScreen
{
    private const int WideFrom = 100;
    private const int NumberWidth = 7;

    private readonly TreeView<Guid> _tree;
    private readonly CodeCard _card = new();
    private readonly FocusRing _focus;
    private readonly LatestWork _counting;
    private readonly LatestWork _quoting;
    private CodeTree _codes = new([]);
    private CodeHues _hues = CodeHues.None;
    private IReadOnlyList<Code> _bin = [];
    private ILookup<Guid?, Memo> _memos = Array.Empty<Memo>().ToLookup(m => m.TargetId);
    private CodeCounts _counts = CodeCounts.None;
    private HashSet<Guid> _known = [];
    private Guid _pending;
    private Guid _shown;
    private bool _isStale = true;
    private int _right;

    public CodebookScreen(Desk desk)
        : base(desk)
    {
        _tree = new TreeView<Guid>(() => _codes.Roots.Select(c => c.Id), id => [.. _codes.Children(id).Select(c => c.Id)], DrawCode);
        _tree.List.Opened = _ => Quotes();
        _focus = new FocusRing(_tree, _card);
        (_counting, _quoting) = (Project.NewWork(desk.App), Project.NewWork(desk.App));
        desk.ShowCode = Show;
        desk.Writings.Know(Writing.WritingPlace.Code, OpenWriting);
        AddCommands();
    }

    /// <inheritdoc/>
    public override string Id => "codebook";

    /// <summary>The selected code, or null when there is none.</summary>
    public Code? Selected => _codes.Contains(_tree.Selected) ? _codes[_tree.Selected] : null;

    /// <inheritdoc/>
    public override bool Handle(InputEvent input) => _focus.Handle(input);

    /// <inheritdoc/>
    protected override void Refresh()
    {
        var store = Project.Store;
        _codes = new CodeTree(store.Codes());
        _hues = new CodeHues(_codes);
        _bin = store.CodeBin();
        _memos = store.Memos().Where(m => m.Target == MemoTarget.Code).ToLookup(m => m.TargetId);
        _tree.Refresh();

        // A branch that was not there before is shown open.
        foreach (var code in _codes.Codes.Where(c => !_known.Contains(c.Id)))
        {
            _tree.SetOpen(code.Id, true);
        }

        _known = [.. _codes.Codes.Select(c => c.Id)];
        _isStale = true;
        if (_pending != Guid.Empty)
        {
            Reveal(_pending);
            _pending = Guid.Empty;
        }

        Project.Read(_counting, CodeCounts.Read, counted => (_counts, _isStale) = (counted, true));
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var (tree, card) = canvas.Width >= WideFrom ? canvas.Area.CutLeft(canvas.Width * 5 / 12) : canvas.Area.CutTop(Math.Max(6, (canvas.Height + 1) / 2));
        DrawTree(canvas.Part(tree));
        if (_isStale || _shown != _tree.Selected)
        {
            _card.Show(Selected is { } code ? Parts(code) : [new CardPart("", T["screen.codebook.none"], Role.Dim)], _shown != _tree.Selected);
            (_shown, _isStale) = (_tree.Selected, false);
        }

        var title = Selected is { } shown ? Label(shown) : T["screen.codebook.card"];
        _focus.Draw(Box.Draw(canvas.Part(card), title, T["screen.codebook.cardKeys"], _focus.Has(_card)), _card);
    }

    private void DrawTree(Canvas canvas)
    {
        var bin = _bin.Count > 0 ? T["screen.codebook.inBin", _bin.Count] : "";
        var inner = Box.Draw(canvas, T["screen.codebook.title"], bin, _focus.Has(_tree), Number(_codes.Codes.Count));
        var (head, rows) = inner.Area.CutTop(1);
        inner.Part(head).Write(3, 0, T["word.code"], Role.Dim);
        // One column for the scroll bar.
        inner.WriteRight(inner.Width - 1 - NumberWidth, 0, NumberWidth, T["screen.codebook.persons"], Role.Dim);
        inner.WriteRight(inner.Width - 1 - (3 * NumberWidth), 0, 2 * NumberWidth, T["screen.codebook.codings"], Role.Dim);
        _right = inner.OnScreen.Right;
        _tree.List.EmptyText = T["screen.codebook.empty"];
        _focus.Draw(inner.Part(rows), _tree);
    }

    private void DrawCode(Canvas canvas, Guid id, RowState state)
    {
        var code = _codes[id];
        // The same columns whether there is a scroll bar or not.
        var end = canvas.OnScreen.Right >= _right ? canvas.Width - 1 : canvas.Width;
        if (_counts.Of(id) is { } count)
        {
            canvas.WriteRight(end - NumberWidth, 0, NumberWidth, Number(count.Persons));
            canvas.WriteRight(end - (2 * NumberWidth), 0, NumberWidth, Number(count.Codings));
        }

        canvas.Write(0, 0, "█", _hues.Of(id));
        var x = code.Tag.Length > 0 ? canvas.Write(2, 0, code.Tag, Role.Title) + 1 : 2;
        canvas.WriteWithin(x, 0, end - (2 * NumberWidth) - x, code.Name);
    }

    private List<CardPart> Parts(Code code)
    {
        var parts = new List<CardPart>();
        if (code.Parent is { } parent && _codes.Contains(parent))
        {
            parts.Add(new CardPart("", T["screen.codebook.under", _codes.Path(parent)], Role.Dim));
        }

        if (_counts.Of(code.Id) is { } count)
        {
            parts.Add(new CardPart("", T["screen.codebook.counts", count.Codings, count.Own, count.Persons], Role.Dim, Quotes));
        }

        foreach (var field in CodeFieldList.All)
        {
            var text = field.Get(code);
            parts.Add(new CardPart(T["screen.codebook.field." + field.Key], text.Length > 0 ? text : "–", text.Length > 0 ? Role.None : Role.Dim, () => Ask(code, field)));
        }

        var memos = _memos[code.Id].OrderBy(m => m.Created).ToList();
        parts.AddRange(memos.Select((m, i) => new CardPart(T["screen.codebook.memoHead", i + 1, memos.Count, SwedishText.Date(m.Changed), m.Coder], m.Text, Open: () => EditMemo(code, m))));
        return parts;
    }

    /// <summary>Selects a code, with the branches above it open.</summary>
    private void Reveal(Guid id)
    {
        if (!_codes.Contains(id))
        {
            return;
        }

        for (var above = _codes[id].Parent; above is { } parent && _codes.Contains(parent); above = _codes[parent].Parent)
        {
            _tree.SetOpen(parent, true);
        }

        _tree.Select(id);
        _focus.Give(_tree);
    }

    private static string Label(Code code) => code.Tag.Length > 0 ? $"{code.Tag} {code.Name}" : code.Name;

    private string PathLabel(Code code) => code.Tag.Length > 0 ? $"{code.Tag} {_codes.Path(code.Id)}" : _codes.Path(code.Id);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
