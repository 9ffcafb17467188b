using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Flow;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Reader;

/// <summary>Reading and coding: the sources, a text with its codings as strokes, the codebook and what stands here.</summary>
internal sealed partial class CodingScreen : WorkScreen
{
    private const int SourcesWidth = 28;
    private const int CodesWidth = 30;
    private const int HereRows = 12;

    private readonly SourcesPane _sources;
    private readonly FlowView _reader;
    private readonly ListView _codes;
    private readonly FocusRing _focus;
    private ReaderText? _text;
    private LatestWork? _counting;
    private IDisposable? _waiting;
    private IReadOnlyList<Code> _codebook = [];
    private IReadOnlyDictionary<Guid, int> _counts = new Dictionary<Guid, int>();
    private int _seen;

    public CodingScreen(Desk desk)
        : base(desk)
    {
        _sources = new SourcesPane(desk, Open);
        _reader = new FlowView(new NoText());
        _codes = new ListView(() => _codebook.Count, DrawCode) { Opened = i => Set(_codebook[i]) };
        _focus = new FocusRing(_sources.Tree, _reader, _codes);
        desk.ShowPlace = ShowPlace;
        AddCommands();
    }

    /// <inheritdoc/>
    public override string Id => "code";

    /// <summary>The source on show.</summary>
    public Source? Source => _text?.Source;

    /// <inheritdoc/>
    public override bool Handle(InputEvent input) => _focus.Handle(input);

    /// <inheritdoc/>
    protected override void Refresh()
    {
        _sources.Refresh();
        if (_text is { } text && !(Project.Latest is { } change && Project.Revision == _seen + 1 && text.Take(change)))
        {
            // The source may have gone, or have become another version.
            if (_sources.Sources.FirstOrDefault(s => s.Id == text.Source.Id) is null)
            {
                Open(_sources.Sources.FirstOrDefault(s => s.Label == text.Source.Label) ?? (_sources.Sources.Count > 0 ? _sources.Sources[0] : null));
            }
            else
            {
                text.ReadCodes();
                text.ReadCodings();
            }
        }

        if (_text is null && _sources.Sources.Count > 0)
        {
            Open(_sources.Sources[0]);
        }

        _seen = Project.Revision;
        ReadCodebook();
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var plan = PanePlan.Of(canvas.Area, SourcesWidth, CodesWidth);
        _focus.Set([.. plan.Left is null ? [] : new IWidget[] { _sources.Tree }, _reader, .. plan.Right is null ? [] : new IWidget[] { _codes }]);
        if (plan.Left is { } left)
        {
            DrawSources(canvas.Part(left));
        }

        DrawReader(canvas.Part(plan.Main));
        if (plan.Right is { } right)
        {
            DrawCodes(canvas.Part(right));
        }
    }

    private void DrawSources(Canvas canvas)
    {
        var inner = Box.Draw(canvas, T["screen.code.sources"], _sources.Filter.Length > 0 ? T["screen.code.filtered", _sources.Filter] : T["screen.code.filterHint"], _focus.Has(_sources.Tree), Number(_sources.Sources.Count));
        _sources.Tree.Draw(inner, _focus.Has(_sources.Tree));
    }

    private void DrawReader(Canvas canvas)
    {
        var place = _text is { Count: > 0 } text
            ? T["screen.code.place", text[_reader.Caret.Paragraph].Ordinal, text.Count, text.CodingCount, SelectionText()]
            : "";
        var inner = Box.Draw(canvas, _text?.Source.Label ?? T["screen.code.noSource"], place, _focus.Has(_reader));
        if (_text is null)
        {
            inner.WriteWithin(1, 1, inner.Width - 2, T["screen.code.empty"], Role.Dim);
            return;
        }

        _reader.Draw(inner, _focus.Has(_reader));
    }

    private void DrawCodes(Canvas canvas)
    {
        var (here, codes) = canvas.Area.CutBottom(Math.Min(HereRows, canvas.Height / 2));
        _codes.EmptyText = T["screen.code.noCodes"];
        _codes.Draw(Box.Draw(canvas.Part(codes), T["screen.code.codes"], T["screen.code.codesHint"], _focus.Has(_codes), Number(_codebook.Count)), _focus.Has(_codes));
        var inner = Box.Draw(canvas.Part(here), T["screen.code.here"]);
        var row = 0;
        foreach (var coding in Here())
        {
            inner.Write(1, row, "▎", _text!.Hue(coding.Code));
            var mark = coding.Polarity is { } polarity ? $" ({T["polarity." + JsonFields.Word((Polarity?)polarity)]})" : "";
            inner.WriteWithin(3, row, inner.Width - 4, Name(coding.Code) + mark + (coding.Memo.Length > 0 ? " ¹" : ""));
            row++;
        }

        if (row == 0)
        {
            inner.WriteWithin(1, 0, inner.Width - 2, T["screen.code.nothingHere"], Role.Dim);
        }
    }

    private void DrawCode(Canvas canvas, int row, RowState state)
    {
        var code = _codebook[row];
        var depth = _text?.Codes.Contains(code.Id) == true ? _text.Codes.Depth(code.Id) : 0;
        var end = canvas.WriteRight(0, 0, canvas.Width, Number(_counts.GetValueOrDefault(code.Id)), Role.Dim);
        canvas.Write(depth * 2, 0, "█", _text?.Hue(code.Id) ?? Role.Accent);
        var tag = code.Tag.Length > 0 ? code.Tag + " " : "";
        canvas.WriteWithin((depth * 2) + 2, 0, end - (depth * 2) - 3, tag + code.Name);
    }

    private void Open(Source? source)
    {
        _text = source is null ? null : new ReaderText(Project.Store, source);
        _reader.Show(_text is null ? new NoText() : _text);
        _focus.Give(_reader);
    }

    private void ShowPlace(Guid source, int start, int end)
    {
        if (_sources.Sources.Count == 0)
        {
            _sources.Refresh();
        }

        if (_text?.Source.Id != source)
        {
            Open(_sources.Sources.FirstOrDefault(s => s.Id == source));
        }

        if (_text is { } text)
        {
            text.Pointed = (start, end);
            _reader.MoveTo(text.Place(start));
            _focus.Give(_reader);
            Desk.GoTo(Id);
        }
    }

    private void ReadCodebook()
    {
        _codebook = Project.Store.Codes();
        _text?.ReadCodes();
        if (_counting is null)
        {
            _counting = Project.NewWork(Desk.App);
            Count();
        }
        else
        {
            Desk.WhenPaused(ref _waiting, Count);
        }
    }

    private void Count() => Project.Read(_counting!, (store, _) => store.Codings(CodingScope.All).CountBy(c => c.Coding.Code).ToDictionary(), counted => _counts = counted);

    private IReadOnlyList<Coding> Here()
    {
        if (_text is not { Count: > 0 } text)
        {
            return [];
        }

        if (_reader.Selection is var (start, end))
        {
            return text.CodingsAt(text.Position(start), text.Position(end));
        }

        // A caret just behind a coding's last character stands in it too, so that what was just set is here.
        var caret = text.Position(_reader.Caret);
        return text.CodingsAt(_reader.Caret.Offset > 0 ? caret - 1 : caret, caret + 1);
    }

    private string SelectionText() => _reader.Selection is null ? "" : " · " + T["screen.code.selected", _reader.SelectedText.Length];

    private string Name(Guid code) => _text?.Codes.Contains(code) == true ? _text.Codes[code].Name : "–";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where there is no source yet.</summary>
    private sealed class NoText : IFlowSource
    {
        public int Count => 0;

        public string Text(int paragraph) => "";
    }
}
