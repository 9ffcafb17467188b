using MiaVoices.App.Cli;
using MiaVoices.App.Texts;
using MiaVoices.Terminal.Devices;
using MiaVoices.Terminal.Loop;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens.Start;

/// <summary>
/// The settings of the screen while the program runs: what the person has chosen, under what the environment says (MIA_LANG,
/// MIA_PALETTE, MIA_GROUND, MIA_ASCII, MIA_HINTS, MIA_MOUSE, NO_COLOR), applied at once and kept.
/// </summary>
/// <param name="session">Has the language.</param>
/// <param name="app">The program.</param>
/// <param name="folders">Where they are kept; null for nowhere.</param>
/// <param name="environment">Gives a variable, or null.</param>
internal sealed class ScreenSettings(Session session, TerminalApp app, UserFolders? folders, Func<string, string?> environment)
{
    private static readonly string[] Names = ["palette", "ground", "ascii", "hints", "mouse"];

    /// <summary>What the person has chosen.</summary>
    public UserSettings Chosen { get; private set; } = new UserSettings().With(folders?.SettingLines() ?? []);

    /// <summary>The texts of the moment.</summary>
    public Wording T => session.T;

    /// <summary>Called when the language has changed.</summary>
    public Action? LanguageChanged { get; set; }

    /// <summary>What counts: the environment where it says something, else what was chosen.</summary>
    public UserSettings Now => Names.Aggregate(Chosen, (now, name) => Variable(name) is { } variable
        ? now.With(name, variable == "NO_COLOR" ? "none" : environment(variable)!)
        : now);

    /// <summary>The variable that decides a setting in the place of the person; null for none.</summary>
    public string? Variable(string name)
    {
        if (name == "palette" && Has("NO_COLOR"))
        {
            return "NO_COLOR";
        }

        var variable = name == "language" ? "MIA_LANG" : "MIA_" + name.ToUpperInvariant();
        return Has(variable) ? variable : null;
    }

    /// <summary>Takes other settings over, at once and for the next time.</summary>
    public void Choose(UserSettings settings)
    {
        Chosen = settings;
        folders?.Keep(settings.Lines());
        Apply();
    }

    /// <summary>Goes to the next language, at once and for the next time.</summary>
    public void ChangeLanguage()
    {
        var languages = Wording.Languages.ToList();
        session.T = Wording.Load(languages[(languages.IndexOf(T.Language) + 1) % languages.Count]);
        folders?.Choose(T.Language);
        LanguageChanged?.Invoke();
    }

    /// <summary>Has the program follow the settings.</summary>
    public void Apply()
    {
        var now = Now;
        app.FollowsBackground = now.IsLight is null;
        app.Theme = Theme.Of(
            now.Palette ?? ColorSupport.Depth(environment, OperatingSystem.IsWindows()),
            now.IsLight ?? app.ToldBackground ?? ColorSupport.IsLight(environment));
        (app.UsesAscii, app.ShowsHints) = (now.Ascii, now.Hints);
        if (app.IsMouseReleased == now.Mouse)
        {
            app.IsMouseReleased = !now.Mouse;
        }
    }

    private bool Has(string variable) => environment(variable) is { Length: > 0 };
}
