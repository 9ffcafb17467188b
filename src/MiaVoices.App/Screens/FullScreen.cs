using MiaVoices.App.Cli;
using MiaVoices.App.Screens.Codebook;
using MiaVoices.App.Screens.History;
using MiaVoices.App.Screens.Importing;
using MiaVoices.App.Screens.Matrices;
using MiaVoices.App.Screens.Reader;
using MiaVoices.App.Screens.Reports;
using MiaVoices.App.Screens.Searching;
using MiaVoices.App.Screens.Start;
using MiaVoices.App.Screens.Suggesting;
using MiaVoices.App.Screens.Survey;
using MiaVoices.Terminal.Devices;
using MiaVoices.Terminal.Input;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens;

/// <summary>The workbench on a terminal.</summary>
internal static class FullScreen
{
    private const int LeastWidth = 40;
    private const int LeastHeight = 10;

    /// <summary>Runs the workbench and returns when the person leaves.</summary>
    /// <param name="s">The person and the language.</param>
    /// <param name="path">The project to begin with; null to begin where one is chosen.</param>
    public static void Run(Session s, string? path)
    {
        var folders = UserFolders.Of(s.Around.Variable, OperatingSystem.IsWindows());
        if (path is null && s.Around.Variable("MIA_LANG") is null or "")
        {
            s.T = folders.Language(s.T);
        }

        // Opened before the terminal is taken over: what is refused, and a long making anew of the index, are told as usual.
        var store = path is null ? null : s.Open(path);
        // From here on a message would go across the screen.
        s.Quiet = true;
        using var terminal = SystemTerminal.Open();
        var (width, height) = terminal.Size;
        var app = new TerminalApp(TimeProvider.System, Theme.Of(ColorSupport.Depth(s.Around.Variable, OperatingSystem.IsWindows()), ColorSupport.IsLight(s.Around.Variable)), width, height);
        using var bench = new Workbench(s, app, folders, environment: s.Around.Variable);
        bench.Settings.Apply();
        if (path is not null && store is not null)
        {
            bench.Begin(s.Files.Project(path), store);
        }

        new TerminalLoop(terminal, app, TimeProvider.System).Run();
    }

    /// <summary>Says below which size nothing can be shown.</summary>
    public static void Bound(Session s, TerminalApp app)
    {
        (app.Least, app.LeaveKey) = ((LeastWidth, LeastHeight), KeyStroke.Parse("Ctrl+Q"));
        app.TooSmallText = () => s.T["screen.tooSmall", LeastWidth, LeastHeight];
    }

    /// <summary>Lays the screens of a project on a program; also what tests drive.</summary>
    public static MainLayer Show(Session s, TerminalApp app, OpenProject project, Action? close = null, bool imports = false, ScreenSettings? settings = null)
    {
        settings ??= new ScreenSettings(s, app, null, _ => null) { LanguageChanged = project.Touch };
        var desk = new Desk(app, project, () => s.T) { Close = close, Settings = () => app.Push(new SettingsLayer(app, settings)) };
        Bound(s, app);
        desk.Import = () => ImportLayer.Ask(s, desk);
        var layer = new MainLayer(desk, [new CodingScreen(desk), new SearchScreen(desk), new SuggestScreen(desk), new MatrixScreen(desk), new CodebookScreen(desk), new ReportScreen(desk, s.Version), new SurveyScreen(desk), new HistoryScreen(desk)], app.Stop);
        app.Push(layer);
        desk.Writings.Resume();
        if (imports)
        {
            desk.Import();
        }

        return layer;
    }
}
