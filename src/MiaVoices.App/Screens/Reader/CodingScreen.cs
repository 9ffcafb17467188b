using System.Globalization;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Flow;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Reader;

/// <summary>Reading and coding: the sources, one text or two side by side with their codings as strokes, the codebook, what stands here and what is suggested here.</summary>
internal sealed partial class CodingScreen : WorkScreen
{
    private readonly SourcesPane _sources;
    private readonly ReaderPane _first;
    private readonly ReaderPane _second;
    private readonly ListView _codes;
    private readonly FocusRing _focus;
    private readonly HereOffers _offers;
    private readonly HitPlaces _hits;
    private ReaderPane _active;
    private bool _isSplit;
    private LatestWork? _counting;
    private IDisposable? _waiting;
    private CodeTree _codebook = new([]);
    private CodeHues _hues = CodeHues.None;
    private IReadOnlyDictionary<Guid, int> _counts = new Dictionary<Guid, int>();
    private int _seen;

    public CodingScreen(Desk desk)
        : base(desk)
    {
        _sources = new SourcesPane(desk, Open);
        (_first, _second) = (new ReaderPane(Project), new ReaderPane(Project));
        _active = _first;
        _codes = new ListView(() => _codebook.Codes.Count, DrawCode) { Opened = i => Set(_codebook.Codes[i]) };
        _focus = new FocusRing(_sources.Tree, _first.View, _codes);
        _offers = new HereOffers(desk);
        _hits = new HitPlaces(desk);
        foreach (var pane in new[] { _first, _second })
        {
            pane.View.LanePressed = (start, end, lane) => PressLane(pane, start, end, lane);
        }

        desk.ShowPlace = (source, start, end) => ShowPlace(source, [(start, end)]);
        desk.Writings.Know(Writing.WritingPlace.Coding, OpenWriting);
        AddCommands();
    }

    /// <inheritdoc/>
    public override string Id => "code";

    /// <summary>The source that is worked on.</summary>
    public Source? Source => Shown?.Source;

    /// <summary>The pane that keys go to: the one with the keyboard, or the one that had it last.</summary>
    private ReaderPane Active
    {
        get
        {
            if (_focus.Has(_first.View))
            {
                _active = _first;
            }
            else if (_isSplit && _focus.Has(_second.View))
            {
                _active = _second;
            }

            return _active;
        }
    }

    private FlowView View => Active.View;

    private ReaderText? Shown => Active.Text;

    /// <inheritdoc/>
    public override bool Handle(InputEvent input) => _focus.Handle(input);

    /// <inheritdoc/>
    protected override void Refresh()
    {
        _sources.Refresh();
        _codebook = new CodeTree(Project.Store.Codes());
        _hues = new CodeHues(_codebook);
        var change = Project.Revision == _seen + 1 ? Project.Latest : null;
        _first.Refresh(_sources.Sources, change, _codebook, _hues);
        if (_isSplit)
        {
            _second.Refresh(_sources.Sources, change, _codebook, _hues);
        }

        if (Shown is null && _sources.Sources.Count > 0)
        {
            Open(_sources.Sources[0]);
        }

        _seen = Project.Revision;
        CountCodings();
    }

    private void Open(Source? source)
    {
        Active.Open(source, _codebook, _hues);
        _focus.Give(View);
    }

    private void ShowPlace(Guid source, IReadOnlyList<(int Start, int End)> places)
    {
        if (_sources.Sources.Count == 0)
        {
            _sources.Refresh();
        }

        if (Shown?.Source.Id != source && _sources.Sources.FirstOrDefault(s => s.Id == source) is { } found)
        {
            Open(found);
        }

        // A source that has gone since is not shown as another.
        if (Shown is { } text && text.Source.Id == source)
        {
            text.Pointed = places;
            View.MoveTo(text.Place(places[0].Start));
            _focus.Give(View);
            Desk.GoTo(Id);
        }
    }

    private void CountCodings()
    {
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
        if (Shown is not { Count: > 0 } text)
        {
            return [];
        }

        if (View.Selection is var (start, end))
        {
            return text.CodingsAt(text.Position(start), text.Position(end));
        }

        // A caret just behind a coding's last character stands in it too, so that what was just set is here.
        var caret = text.Position(View.Caret);
        return text.CodingsAt(View.Caret.Offset > 0 ? caret - 1 : caret, caret + 1);
    }

    private Segment? Segment => Shown is { Count: > 0 } text ? text[Math.Min(View.Caret.Paragraph, text.Count - 1)] : null;

    private string Name(Guid code) => _codebook.Contains(code) ? _codebook[code].Name : "–";

    private string Label(Guid code) => _codebook.Contains(code) && _codebook[code].Tag is { Length: > 0 } tag ? $"{tag} {_codebook[code].Name}" : Name(code);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
