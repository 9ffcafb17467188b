using MiaVoices.App.Cli;
using MiaVoices.App.Screens;
using MiaVoices.App.Screens.Start;
using MiaVoices.Terminal;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;

namespace MiaVoices.Tests.App.Screens.Start;

/// <summary>A person who starts the program, with folders of their own that are nobody's real ones. What runs behind runs at once.</summary>
internal sealed class StartDriver : IDisposable
{
    private readonly TempFolder _folder = new();

    public StartDriver(int width = 120, int height = 36, string language = "sv", params string[] recent)
    {
        Folders = new UserFolders(_folder.File("config"), _folder.File("documents"));
        Directory.CreateDirectory(Folders.Documents);
        foreach (var path in recent.Reverse())
        {
            Folders.Opened(path);
        }

        Driver = new AppDriver(width, height);
        Session = new Session(TextWriter.Null, TextWriter.Null, name => name switch { "MIA_LANG" => language, "MIA_HUNSPELL" => "none", "MIA_CODER" => "Mia", "MIA_NOW" => "2026-03-02T09:00:00Z", _ => null }, TerminalFacts.None);
        Bench = new Workbench(Session, Driver.App, Folders, work => work());
        Settle();
    }

    public AppDriver Driver { get; }

    public Session Session { get; }

    public UserFolders Folders { get; }

    public Workbench Bench { get; }

    public string Screen => Driver.Screen;

    /// <summary>The screens of the project that is open; null where one is chosen.</summary>
    public MainLayer? Main => Driver.App.Layers.OfType<MainLayer>().SingleOrDefault();

    public StartDriver Press(params string[] keys)
    {
        foreach (var key in keys)
        {
            Driver.Press(key);
            Settle();
        }

        return this;
    }

    public StartDriver Type(string text)
    {
        Driver.Type(text);
        return Settle();
    }

    public StartDriver Settle()
    {
        Driver.Settle();
        Driver.Settle();
        return this;
    }

    public void Dispose()
    {
        Bench.Dispose();
        _folder.Dispose();
    }
}
