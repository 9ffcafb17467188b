using MiaVoices.App.Cli;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Layout;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens.Reader;

/// <summary>How it looks.</summary>
internal sealed partial class CodingScreen
{
    private const int SourcesWidth = 28;
    private const int CodesWidth = 30;
    private const int HereRows = 12;
    private const int SplitFrom = 100;
    private const int CodesBesideTwoFrom = 150;
    private const int LeastForNotes = 10;

    private Shape _shape;

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        Desk.Learning.Soon();
        // Two texts need the room: the sources and, unless there is plenty, the codes stand back for them.
        var plan = _isSplit
            ? PanePlan.Of(canvas.Area, 0, canvas.Width >= CodesBesideTwoFrom ? CodesWidth : 0)
            : PanePlan.Of(canvas.Area, SourcesWidth, CodesWidth);
        SetFocus(new Shape(plan.Left is not null, plan.Right is not null, _isSplit && canvas.Width >= SplitFrom));
        if (plan.Left is { } left)
        {
            DrawSources(canvas.Part(left));
        }

        if (_shape.ShowsTwo)
        {
            var halves = plan.Main.Columns(1, 1);
            DrawReader(canvas.Part(halves[0]), _first);
            DrawReader(canvas.Part(halves[1]), _second);
        }
        else
        {
            DrawReader(canvas.Part(plan.Main), Active);
        }

        if (plan.Right is { } right)
        {
            DrawCodes(canvas.Part(right));
        }
    }

    private void SetFocus(Shape shape)
    {
        var active = Active;
        _shape = shape;
        _focus.Set(
        [
            .. shape.HasSources ? new IWidget[] { _sources.Tree } : [],
            .. shape.ShowsTwo ? [_first.View, _second.View] : new IWidget[] { active.View },
            .. shape.HasCodes ? new IWidget[] { _codes } : [],
        ]);
    }

    private void DrawSources(Canvas canvas)
    {
        var foot = _sources.Filter.Length > 0 ? T["screen.code.filtered", _sources.Filter] : T["screen.code.filterHint"];
        _focus.Draw(Box.Draw(canvas, T["screen.code.sources"], foot, _focus.Has(_sources.Tree), Number(_sources.Sources.Count)), _sources.Tree);
    }

    private void DrawReader(Canvas canvas, ReaderPane pane)
    {
        var isActive = pane == Active;
        var view = pane.View;
        var place = pane.Text is { Count: > 0 } text
            ? T["screen.code.place", text[view.Caret.Paragraph].Ordinal, text.Count, text.CodingCount, view.Selection is null ? "" : " · " + T["screen.code.selected", view.SelectedText.Length]]
            : "";
        if (_isSplit && !_shape.ShowsTwo)
        {
            place += " · " + T["screen.code.behind", (pane == _first ? _second : _first).Text?.Source.Label ?? "–"];
        }

        var inner = Box.Draw(canvas, pane.Text?.Source.Label ?? T["screen.code.noSource"], place, _focus.Has(view));
        if (pane.Text is null)
        {
            inner.WriteWithin(1, 1, inner.Width - 2, T["screen.code.empty"], Role.Dim);
            return;
        }

        var rows = inner.Height < LeastForNotes || !isActive ? 0 : _shape.HasCodes ? 2 : 3;
        // Both texts have as much room, whichever has the keyboard.
        rows = _shape.ShowsTwo && inner.Height >= LeastForNotes ? 3 : rows;
        var (notes, above) = inner.Area.CutBottom(rows);
        _focus.Draw(inner.Part(above), view);
        if (rows > 0 && isActive)
        {
            DrawNotes(inner.Part(notes));
        }
    }

    /// <summary>Below the text: what is coded here, where no column at the right tells it, and what is suggested.</summary>
    private void DrawNotes(Canvas canvas)
    {
        Box.Rule(canvas, 0);
        var y = 1;
        if (canvas.Height > 2)
        {
            var x = canvas.Write(1, y, T["screen.code.hereRow"], Role.Title) + 1;
            var here = Here();
            if (here.Count == 0)
            {
                canvas.WriteWithin(x, y, canvas.Width - x, T["screen.code.nothingHere"], Role.Dim);
            }

            foreach (var coding in here)
            {
                x = canvas.Write(x, y, "▎", _hues.Of(coding.Code));
                x = canvas.WriteWithin(x, y, canvas.Width - x, Label(coding.Code)) + 2;
            }

            y++;
        }

        DrawOffers(canvas, y);
    }

    private void DrawOffers(Canvas canvas, int y)
    {
        var x = canvas.Write(1, y, T["screen.code.offers"], Role.Title) + 1;
        _offers.Follow(Segment);
        if (_offers.WhyNone() is { } why)
        {
            canvas.WriteWithin(x, y, canvas.Width - x, why, Role.Dim);
            return;
        }

        for (var i = 0; i < _offers.All.Count; i++)
        {
            var offer = _offers.All[i];
            var isOpen = WhyNotOffer(i) is null;
            var command = Commands.Find($"{Id}.offer{OfferKeys[i]}")!;
            var start = x;
            x = canvas.WriteWithin(x, y, canvas.Width - x, isOpen ? OfferKeys[i] : "✓", isOpen ? Role.Key : Role.Good) + 1;
            x = canvas.WriteWithin(x, y, canvas.Width - x, $"{Label(offer.Code)} {HereOffers.Percent(offer.Confidence)}", isOpen ? Role.None : Role.Dim);
            canvas.OnMouse(new Rect(start, y, x - start, 1), command, mouse => PressCommand(mouse, command));
            x += 3;
        }
    }

    private bool PressCommand(MouseEvent mouse, Terminal.Loop.Command command)
    {
        if (mouse.IsPress)
        {
            Desk.App.Run(command);
        }

        return mouse.IsPress;
    }

    private void DrawCodes(Canvas canvas)
    {
        var (here, codes) = canvas.Area.CutBottom(Math.Min(HereRows, canvas.Height / 2));
        _codes.EmptyText = T["screen.code.noCodes"];
        _focus.Draw(Box.Draw(canvas.Part(codes), T["screen.code.codes"], T["screen.code.codesHint"], _focus.Has(_codes), Number(_codebook.Codes.Count)), _codes);
        var inner = Box.Draw(canvas.Part(here), T["screen.code.here"]);
        var row = 0;
        foreach (var coding in Here())
        {
            inner.Write(1, row, "▎", _hues.Of(coding.Code));
            var mark = coding.Polarity is { } polarity ? $" ({T["polarity." + JsonFields.Word((Core.Codes.Polarity?)polarity)]})" : "";
            inner.WriteWithin(3, row, inner.Width - 4, Label(coding.Code) + mark + (coding.Memo.Length > 0 ? " ¹" : ""));
            row++;
        }

        if (row == 0)
        {
            inner.WriteWithin(1, 0, inner.Width - 2, T["screen.code.nothingHere"], Role.Dim);
        }
    }

    private void DrawCode(Canvas canvas, int row, RowState state)
    {
        var code = _codebook.Codes[row];
        var depth = _codebook.Depth(code.Id);
        var end = canvas.WriteRight(0, 0, canvas.Width, Number(_counts.GetValueOrDefault(code.Id)), Role.Dim);
        canvas.Write(depth * 2, 0, "█", _hues.Of(code.Id));
        canvas.WriteWithin((depth * 2) + 2, 0, end - (depth * 2) - 3, Label(code.Id));
    }

    /// <summary>Which parts there is room for.</summary>
    private readonly record struct Shape(bool HasSources, bool HasCodes, bool ShowsTwo);
}
