using MiaVoices.App.Cli;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Loop;

namespace MiaVoices.App.Screens.Start;

/// <summary>The program on the screen: where projects are chosen, and the one that is open.</summary>
internal sealed class Workbench : IDisposable
{
    private readonly Session _session;
    private readonly TerminalApp _app;
    private readonly StartLayer _start;
    private OpenProject? _open;

    /// <summary>Lays the first screen on a program.</summary>
    /// <param name="session">The person and the language.</param>
    /// <param name="app">The program.</param>
    /// <param name="folders">What is remembered of the person.</param>
    /// <param name="behind">Runs what takes long; null for the thread pool.</param>
    /// <param name="environment">Gives a variable that decides in the place of a setting; null for none.</param>
    public Workbench(Session session, TerminalApp app, UserFolders folders, Action<Action>? behind = null, Func<string, string?>? environment = null)
    {
        (_session, _app, Folders, Behind) = (session, app, folders, behind);
        Settings = new ScreenSettings(session, app, folders, environment ?? (_ => null)) { LanguageChanged = () => _open?.Touch() };
        FullScreen.Bound(session, app);
        _start = new StartLayer(this, session, app);
        app.Push(_start);
        _start.Shown();
    }

    /// <summary>What is remembered of the person.</summary>
    public UserFolders Folders { get; }

    /// <summary>Runs what takes long; null for the thread pool.</summary>
    public Action<Action>? Behind { get; }

    /// <summary>The settings of the screen.</summary>
    public ScreenSettings Settings { get; }

    /// <summary>The project at work; null where one is chosen.</summary>
    public OpenProject? Project => _open;

    /// <summary>Shows a project that has been opened for this thread.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="store">The project.</param>
    /// <param name="imports">Whether files are asked for at once.</param>
    public MainLayer Begin(string path, IProjectStore store, bool imports = false)
    {
        path = _session.Files.Whole(path);
        Folders.Opened(path);
        _open = new OpenProject(path, store, () => _session.Open(path), () => _session.T) { Behind = Behind };
        return FullScreen.Show(_session, _app, _open, Close, imports, Settings);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _open?.Dispose();
        _open = null;
    }

    private void Close()
    {
        var layer = _app.Layers.OfType<MainLayer>().Single();
        _app.Pop(layer);
        Dispose();
        _start.Shown();
    }
}
