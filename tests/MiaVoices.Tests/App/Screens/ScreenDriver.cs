using MiaVoices.App.Cli;
using MiaVoices.App.Screens;
using MiaVoices.Storage;
using MiaVoices.Terminal;
using MiaVoices.Tests.Support;
using MiaVoices.Tests.Terminal.Support;

namespace MiaVoices.Tests.App.Screens;

/// <summary>A person at the workbench with a real project: raw keys in, an emulated terminal out. What runs behind in the program runs at once here.</summary>
internal sealed class ScreenDriver : IDisposable
{
    private readonly OpenProject _project;

    public ScreenDriver(ProjectBuilder project, int width = 120, int height = 36, string language = "sv", ColorDepth depth = ColorDepth.Full)
    {
        Driver = new AppDriver(width, height, depth);
        Session = new Session(TextWriter.Null, TextWriter.Null, name => name switch { "MIA_LANG" => language, "MIA_HUNSPELL" => "none", "MIA_CODER" => "Mia", _ => null }, TerminalFacts.None);
        var context = project.Context("Mia");
        _project = new OpenProject(project.File, ProjectFile.Open(project.File, context), () => ProjectFile.Open(project.File, context), () => Session.T) { Behind = work => work(), Zone = TimeZoneInfo.Utc };
        Main = FullScreen.Show(Session, Driver.App, _project);
        Settle();
    }

    public AppDriver Driver { get; }

    public Session Session { get; }

    public MainLayer Main { get; }

    public ProjectFile Store => (ProjectFile)_project.Store;

    public string Screen => Driver.Screen;

    public ScreenDriver Press(params string[] keys)
    {
        foreach (var key in keys)
        {
            Driver.Press(key);
            Settle();
        }

        return this;
    }

    /// <summary>Types without a pause: what waits for one has not begun.</summary>
    public ScreenDriver Type(string text)
    {
        Driver.Type(text).Settle();
        return this;
    }

    /// <summary>Pauses, and paints until what came back from behind is shown too.</summary>
    public ScreenDriver Settle()
    {
        Driver.Settle();
        Driver.Wait(1_000);
        Driver.Settle();
        return this;
    }

    public void Dispose() => _project.Dispose();
}
