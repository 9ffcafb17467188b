using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Terminal.Flow;

namespace MiaVoices.App.Screens.Reader;

/// <summary>A source on show with its caret and selection. Two of them can stand side by side, also with the same source.</summary>
internal sealed class ReaderPane(OpenProject project)
{
    private int _touched;

    /// <summary>The text on the screen.</summary>
    public FlowView View { get; } = new(new NoText());

    /// <summary>The source with its codings; null before one is chosen.</summary>
    public ReaderText? Text { get; private set; }

    /// <summary>Shows a source from its beginning; null for none.</summary>
    public void Open(Source? source, CodeTree codes, CodeHues hues)
    {
        Text = source is null ? null : new ReaderText(project.Store, source) { Codes = codes, Hues = hues };
        _touched = project.Touched;
        View.Show(Text is null ? new NoText() : Text);
    }

    /// <summary>Follows the project.</summary>
    /// <param name="sources">The sources there are now.</param>
    /// <param name="change">What alone was altered; null where that is not known.</param>
    /// <param name="codes">The codebook as it is now.</param>
    /// <param name="hues">Its colours.</param>
    public void Refresh(IReadOnlyList<Source> sources, Change? change, CodeTree codes, CodeHues hues)
    {
        if (Text is not { } text)
        {
            return;
        }

        (text.Codes, text.Hues) = (codes, hues);
        if (change is not null && text.Take(change))
        {
            return;
        }

        // The source may have gone, or have become another version.
        if (sources.FirstOrDefault(s => s.Id == text.Source.Id) is not { } source)
        {
            Open(sources.FirstOrDefault(s => s.Label == text.Source.Label) ?? (sources.Count > 0 ? sources[0] : null), codes, hues);
        }
        else if (_touched != project.Touched)
        {
            var caret = View.Caret;
            Open(source, codes, hues);
            View.MoveTo(caret);
        }
        else
        {
            text.ReadCodings();
        }
    }

    /// <summary>Where there is no source yet.</summary>
    private sealed class NoText : IFlowSource
    {
        public int Count => 0;

        public string Text(int paragraph) => "";
    }
}
