namespace MiaVoices.App.Screens.Reader;

/// <summary>Two texts beside each other, or, where there is no room, one behind the other.</summary>
internal sealed partial class CodingScreen
{
    private void AddSplit()
    {
        Add("split", "d", Split, 14, NoSource);
        Add("swap", "y", Swap, 15, () => _isSplit ? null : T["screen.code.noSecond"]);
    }

    /// <summary>Opens a second text, or closes the one that is not worked on.</summary>
    private void Split()
    {
        if (!_isSplit)
        {
            Desk.Choose(T["screen.code.split.which"], _sources.Sources, s => s.Label, source =>
            {
                _isSplit = true;
                _second.Open(source, _codebook, _hues);
                Turn(_second);
            });
            return;
        }

        if (Active == _second)
        {
            // What is worked on stays, in the first place.
            var (source, caret) = (_second.Text?.Source, _second.View.Caret);
            Turn(_first);
            Open(source);
            _first.View.MoveTo(caret);
        }

        _isSplit = false;
        Turn(_first);
    }

    private void Swap()
    {
        Turn(Active == _first ? _second : _first);
        Project.Status.Show(T["screen.code.nowIn", Shown?.Source.Label ?? "–"]);
    }

    private void Turn(ReaderPane pane)
    {
        // The ring may still hold the other text alone.
        _focus.Set([pane.View]);
        _active = pane;
        SetFocus(_shape with { ShowsTwo = _shape.ShowsTwo && _isSplit });
        _focus.Give(pane.View);
    }
}
