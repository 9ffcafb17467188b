using MiaVoices.App.Cli;
using MiaVoices.Core.Codes;
using MiaVoices.Terminal.Dialogs;
using MiaVoices.Terminal.Flow;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens.Reader;

/// <summary>A coding on its own: what it says, and what can be done with it.</summary>
internal sealed partial class CodingScreen
{
    private const int LongestQuote = 300;

    private void AddLanes() => Add("coding", "i", () => OneHere(ShowCoding), 0, NothingHere);

    private void PressLane(ReaderPane pane, TextPosition start, TextPosition end, int lane)
    {
        if (pane.Text is not { Count: > 0 } text)
        {
            return;
        }

        var here = text.CodingsIn(text.Position(start), text.Position(end), lane, pane.View.LaneColumns);
        if (here.Count == 1)
        {
            ShowCoding(here[0]);
        }
        else if (here.Count > 1)
        {
            Desk.Choose(T["screen.code.which"], here, Described, ShowCoding);
        }
    }

    private string Described(Coding coding) => $"{Label(coding.Code)} · {coding.Coder} · {Glyphs.Truncate(coding.Quote.ReplaceLineEndings(" "), LongestQuote)}";

    private void ShowCoding(Coding coding)
    {
        var said = new List<string> { T["screen.code.codingBy", coding.Coder, T["origin." + JsonFields.Word(coding.Origin)]] };
        if (coding.Polarity is { } polarity)
        {
            said.Add(T["polarity." + JsonFields.Word((Polarity?)polarity)] + ".");
        }

        said.Add($"«{Glyphs.Truncate(coding.Quote.ReplaceLineEndings(" "), LongestQuote)}»");
        if (coding.Condensed.Length > 0)
        {
            said.Add(T["screen.code.codingShort", coding.Condensed.ReplaceLineEndings(" ")]);
        }

        if (coding.Memo.Length > 0)
        {
            said.Add(T["screen.code.codingMemo", coding.Memo.ReplaceLineEndings(" ")]);
        }

        Desk.App.Push(new Dialog(Desk.App, Label(coding.Code), string.Join(' ', said),
        [
            new DialogButton(T["screen.code.polarity.hint"], () => AskPolarity(coding), KeyStroke.Parse("p")),
            new DialogButton(T["screen.code.memo.hint"], () => Write(coding, Remark), KeyStroke.Parse("n")),
            new DialogButton(T["screen.code.condense.hint"], () => Write(coding, Condensed), KeyStroke.Parse("k")),
            new DialogButton(T["screen.code.remove.hint"], () => Remove(coding), KeyStroke.Parse("x"), IsDestructive: true),
            new DialogButton(T["screen.code.closeCoding"], () => { }),
        ]));
    }
}
