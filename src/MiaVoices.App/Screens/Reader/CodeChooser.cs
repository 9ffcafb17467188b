using MiaVoices.Core.Codes;
using MiaVoices.Core.Suggestions;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Reader;

/// <summary>What a code is chosen among, and what becomes of the choice.</summary>
/// <param name="Title">What is coded.</param>
/// <param name="Codes">The codebook.</param>
/// <param name="Hues">Its colours.</param>
/// <param name="Counts">Codings of each code.</param>
/// <param name="Offers">What is suggested here.</param>
/// <param name="Recent">The codes set last, the latest first.</param>
/// <param name="Here">Gives the codings that are here already.</param>
/// <param name="Set">Sets a code.</param>
/// <param name="Remove">Takes a coding away.</param>
/// <param name="Make">Makes a new code and sets it.</param>
internal sealed record CodeChoice(
    string Title,
    CodeTree Codes,
    CodeHues Hues,
    IReadOnlyDictionary<Guid, int> Counts,
    IReadOnlyList<CodeSuggestion> Offers,
    IReadOnlyList<Code> Recent,
    Func<IReadOnlyList<Coding>> Here,
    Action<Code, bool> Set,
    Action<Coding> Remove,
    Action<string> Make);

/// <summary>The codes over the text: found by typing, the latest by a digit; Tab sets one and goes on to the next. Esc and a press outside close it.</summary>
internal sealed class CodeChooser : Terminal.Loop.Layer
{
    private const int WidestBox = 76;
    private const int HighestBox = 20;
    private const int NotesRows = 3;

    private readonly Desk _desk;
    private readonly CodeChoice _choice;
    private readonly FuzzyList<Code> _list;
    private readonly Dictionary<Guid, double> _offered;

    public CodeChooser(Desk desk, CodeChoice choice)
    {
        (_desk, _choice) = (desk, choice);
        _offered = choice.Offers.ToDictionary(o => o.Code, o => o.Confidence);
        _list = new FuzzyList<Code>(Name, DrawRow)
        {
            Opened = code => Close(() => choice.Set(code, false)),
            NewRow = name => desk.T["screen.code.newCode", name],
            NewOpened = name => Close(() => choice.Make(name)),
        };
        _list.Field.Clipboard = desk.App.Clipboard;
        _list.Field.Placeholder = desk.T["screen.code.chooser.field"];
        // What is suggested here stands first as long as nothing is typed.
        _list.Set([.. choice.Codes.Codes.OrderByDescending(c => _offered.GetValueOrDefault(c.Id))]);
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var box = canvas.Part(canvas.Area.Centered(Math.Min(WidestBox, canvas.Width - 2), Math.Min(HighestBox, canvas.Height - 2)));
        box.Clear();
        box.OnMouse(box.Area, this, _ => true);
        var inner = Box.Draw(box, _choice.Title, _desk.T["screen.code.chooser.keys"], hasFocus: true);
        inner = inner.Part(inner.Area.Inset(1, 0));
        var (notes, list) = inner.Area.CutBottom(NotesRows);
        _list.Draw(inner.Part(list), hasFocus: true);
        DrawNotes(inner.Part(notes));
    }

    /// <inheritdoc/>
    public override bool Handle(InputEvent input)
    {
        if (input is not KeyEvent { Stroke: var stroke })
        {
            return _list.Handle(input);
        }

        if (stroke.Is(Key.Escape))
        {
            _desk.App.Pop(this);
            return true;
        }

        if (stroke.Is(Key.Tab))
        {
            if (_list.Selected is { } code)
            {
                _choice.Set(code, true);
            }

            return true;
        }

        // With something typed, these keys belong to the text.
        if (_list.Field.Text.Length == 0)
        {
            if (stroke is { IsText: true, Modifiers: KeyModifiers.None } && stroke.Character.Value - '1' is >= 0 and var digit && digit < _choice.Recent.Count)
            {
                Close(() => _choice.Set(_choice.Recent[digit], false));
                return true;
            }

            if (stroke.Is(Key.Delete) && _choice.Here() is { Count: > 0 } here)
            {
                _choice.Remove(here[^1]);
                return true;
            }
        }

        return _list.Handle(input);
    }

    /// <inheritdoc/>
    public override void PressedOutside() => _desk.App.Pop(this);

    private string Name(Code code)
    {
        var path = _choice.Codes.Path(code.Id).Replace(" / ", " › ", StringComparison.Ordinal);
        return code.Tag.Length > 0 ? $"{code.Tag} {path}" : path;
    }

    private void DrawRow(Canvas canvas, Code code, FuzzyMatch match, RowState state)
    {
        var t = _desk.T;
        var end = canvas.Width;
        if (_offered.TryGetValue(code.Id, out var confidence))
        {
            end = canvas.WriteRight(0, 0, end, t["screen.code.chooser.offered", HereOffers.Percent(confidence)], Role.Accent) - 2;
        }

        end = canvas.WriteRight(0, 0, end, _choice.Counts.GetValueOrDefault(code.Id).ToString(System.Globalization.CultureInfo.InvariantCulture), Role.Dim);
        canvas.Write(0, 0, "█", _choice.Hues.Of(code.Id));
        MarkedLine.Write(canvas, 2, 0, end - 3, Name(code), match.Marks);
    }

    private void DrawNotes(Canvas canvas)
    {
        var t = _desk.T;
        Box.Rule(canvas, 0);
        var x = canvas.Write(0, 1, t["screen.code.chooser.recent"], Role.Title) + 2;
        if (_choice.Recent.Count == 0)
        {
            canvas.WriteWithin(x, 1, canvas.Width - x, t["screen.code.noLast"], Role.Dim);
        }

        for (var i = 0; i < _choice.Recent.Count; i++)
        {
            x = canvas.WriteWithin(x, 1, canvas.Width - x, FormattableString.Invariant($"{i + 1}"), Role.Key) + 1;
            x = canvas.WriteWithin(x, 1, canvas.Width - x, _choice.Recent[i].Name) + 3;
        }

        var here = _choice.Here();
        x = canvas.Write(0, 2, t["screen.code.chooser.here"], Role.Title) + 2;
        var names = string.Join(", ", here.Select(c => c.Code).Distinct().Where(_choice.Codes.Contains).Select(c => _choice.Codes[c].Name));
        canvas.WriteWithin(x, 2, canvas.Width - x, here.Count == 0 ? t["screen.code.nothingHere"] : t["screen.code.chooser.removes", names], here.Count == 0 ? Role.Dim : Role.None);
    }

    private void Close(Action then)
    {
        _desk.App.Pop(this);
        then();
    }
}
