using MiaVoices.App.Texts;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens;

/// <summary>One of the tabs of the workbench. Lives as long as the project is open; what it shows is taken anew when the project has changed.</summary>
internal abstract class WorkScreen
{
    private int _seen = -1;

    protected WorkScreen(Desk desk) => Desk = desk;

    /// <summary>Its key in the texts: <c>code</c> for <c>screen.code</c>.</summary>
    public abstract string Id { get; }

    /// <summary>Its commands; their keys work while it is on show.</summary>
    public CommandTable Commands { get; } = new();

    /// <summary>What the screens share.</summary>
    protected Desk Desk { get; }

    /// <summary>The project.</summary>
    protected OpenProject Project => Desk.Project;

    /// <summary>The texts of the moment.</summary>
    protected Wording T => Desk.T;

    /// <summary>Whether what is typed goes into a text, so that single letters are no commands.</summary>
    public virtual bool IsTyping => false;

    /// <summary>Draws it between the tabs and the status row.</summary>
    public void Show(Canvas canvas)
    {
        if (_seen != Project.Revision)
        {
            _seen = Project.Revision;
            Refresh();
        }

        Draw(canvas);
    }

    /// <summary>Tells it of a key before its commands are looked at.</summary>
    /// <returns>Whether it took it.</returns>
    public virtual bool Handle(InputEvent input) => false;

    /// <summary>Takes what it shows from the project anew.</summary>
    protected abstract void Refresh();

    /// <summary>Draws it.</summary>
    protected abstract void Draw(Canvas canvas);

    /// <summary>Adds a command named <c>screen.{Id}.{name}</c>; its shorter name is <c>….hint</c> where there is one.</summary>
    /// <param name="name">Its name in this screen.</param>
    /// <param name="keys">Neutral names of keys, the first is shown.</param>
    /// <param name="run">Does it.</param>
    /// <param name="rank">Its place in the hint row; 0 for none.</param>
    /// <param name="whyNot">Tells why it cannot be done just now; null if it can.</param>
    protected void Add(string name, string keys, Action run, int rank = 0, Func<string?>? whyNot = null) => Commands.Add(Desk.Make($"{Id}.{name}", Id, keys, run, rank, whyNot));
}
