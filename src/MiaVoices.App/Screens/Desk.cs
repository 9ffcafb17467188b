using MiaVoices.App.Screens.Searching;
using MiaVoices.App.Screens.Suggesting;
using MiaVoices.App.Screens.Writing;
using MiaVoices.App.Texts;
using MiaVoices.Terminal.Dialogs;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens;

/// <summary>What the screens of a project share: the program, the project, the texts, and the ways to ask.</summary>
internal sealed class Desk(TerminalApp app, OpenProject project, Func<Wording> texts)
{
    /// <summary>The program.</summary>
    public TerminalApp App { get; } = app;

    /// <summary>The project.</summary>
    public OpenProject Project { get; } = project;

    /// <summary>The texts of the moment.</summary>
    public Wording T => texts();

    /// <summary>Goes to another screen, by its id.</summary>
    public Action<string> GoTo { get; set; } = _ => { };

    /// <summary>Shows a place of a source in the reader: source, first and last UTF-16 code unit.</summary>
    public Action<Guid, int, int> ShowPlace { get; set; } = (_, _, _) => { };

    /// <summary>Shows a code in the codebook.</summary>
    public Action<Guid> ShowCode { get; set; } = _ => { };

    /// <summary>What was searched for last, for going through its hits; null before the first search and after one that cannot be read.</summary>
    public SearchAsk? LatestSearch { get; set; }

    /// <summary>The longer texts that are written, with their drafts.</summary>
    public Writings Writings => field ??= new Writings(this);

    /// <summary>What is learnt behind for suggestions.</summary>
    public Learning Learning => field ??= new Learning(this);

    /// <summary>Closes the project and goes back to where projects are chosen; null where there is no such place.</summary>
    public Action? Close { get; set; }

    /// <summary>Shows the settings of the screen; null where there are none.</summary>
    public Action? Settings { get; set; }

    /// <summary>Asks for files to bring in; null where it cannot be done.</summary>
    public Action? Import { get; set; }

    /// <summary>A key in the language of the moment.</summary>
    public string KeyName(KeyStroke stroke) => KeyNames.Of(stroke, T);

    /// <summary>A command whose texts are <c>screen.{id}</c> and, where there is one, <c>screen.{id}.hint</c>.</summary>
    public Command Make(string id, string group, string keys, Action run, int rank = 0, Func<string?>? whyNot = null) => new(id, () => T["screen." + id], run)
    {
        KeyNames = keys,
        HintRank = rank,
        HintNow = () => T.Has($"screen.{id}.hint") ? T[$"screen.{id}.hint"] : T["screen." + id],
        Group = () => T["screen." + group],
        WhyNot = whyNot ?? (() => null),
    };

    /// <summary>Does something when the person has paused, in the place of what was to be done before.</summary>
    /// <param name="waiting">What waits; holds what waits now.</param>
    /// <param name="action">What.</param>
    public void WhenPaused(ref IDisposable? waiting, Action action)
    {
        waiting?.Dispose();
        waiting = App.After(TimeSpan.FromMilliseconds(300), action);
    }

    /// <summary>Asks for a line of text.</summary>
    /// <param name="title">Title of the question.</param>
    /// <param name="text">What is asked.</param>
    /// <param name="initial">What stands there first.</param>
    /// <param name="done">Gets what was written, trimmed and not empty.</param>
    public void AskLine(string title, string text, string initial, Action<string> done)
    {
        var field = new TextField { Clipboard = App.Clipboard };
        field.Reset(initial);
        App.Push(new Dialog(
            App,
            title,
            text,
            [
                new DialogButton(T["screen.ok"], () => done(field.Text.Trim())) { WhyNot = () => field.Text.Trim().Length == 0 ? T["screen.empty"] : null },
                new DialogButton(T["screen.cancel"], () => { }),
            ],
            content: field,
            contentRows: 1));
    }

    /// <summary>Asks for a line of text that may be left empty.</summary>
    public void AskOptionalLine(string title, string text, string initial, Action<string> done)
    {
        var field = new TextField { Clipboard = App.Clipboard };
        field.Reset(initial);
        App.Push(new Dialog(App, title, text, [new DialogButton(T["screen.ok"], () => done(field.Text.Trim())), new DialogButton(T["screen.cancel"], () => { })], content: field, contentRows: 1));
    }

    /// <summary>Asks whether something that takes away is really meant; the answer is never on the key that asked.</summary>
    public void Confirm(string title, string text, string yes, Action done, KeyStroke? askedWith = null) => App.Push(new Dialog(
        App,
        title,
        text,
        [new DialogButton(yes, done, IsDestructive: true), new DialogButton(T["screen.cancel"], () => { })],
        askedWith));

    /// <summary>Has one of some things chosen by typing parts of its name.</summary>
    public void Choose<TItem>(string title, IReadOnlyList<TItem> items, Func<TItem, string> name, Action<TItem> done, Func<string, string>? newRow = null, Action<string>? newDone = null) =>
        App.Push(new ChooseLayer<TItem>(App, title, T["screen.choose.keys"], items, name, done, newRow, newDone));
}
