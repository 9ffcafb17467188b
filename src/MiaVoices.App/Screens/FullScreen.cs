using MiaVoices.App.Cli;
using MiaVoices.App.Screens.Reader;
using MiaVoices.App.Screens.Searching;
using MiaVoices.App.Screens.Suggesting;
using MiaVoices.Terminal.Devices;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens;

/// <summary>The workbench on a terminal.</summary>
internal static class FullScreen
{
    /// <summary>Whether there is a terminal to work on.</summary>
    public static bool IsPossible => SystemTerminal.IsPossible;

    /// <summary>Opens a project in the workbench and returns when the person leaves.</summary>
    public static void Run(Session s, string path)
    {
        var store = s.Open(path);
        using var terminal = SystemTerminal.Open();
        var (width, height) = terminal.Size;
        var app = new TerminalApp(TimeProvider.System, Theme.Of(ColorSupport.Depth(Environment.GetEnvironmentVariable, OperatingSystem.IsWindows()), ColorSupport.IsLight(Environment.GetEnvironmentVariable)), width, height);
        using var project = new OpenProject(path, store, () => s.Open(path), () => s.T);
        Show(s, app, project);
        new TerminalLoop(terminal, app, TimeProvider.System).Run();
    }

    /// <summary>Lays the screens of a project on a program; also what tests drive.</summary>
    public static MainLayer Show(Session s, TerminalApp app, OpenProject project)
    {
        var desk = new Desk(app, project, () => s.T);
        var layer = new MainLayer(desk, [new CodingScreen(desk), new SearchScreen(desk), new SuggestScreen(desk)], app.Stop);
        app.Push(layer);
        return layer;
    }
}
