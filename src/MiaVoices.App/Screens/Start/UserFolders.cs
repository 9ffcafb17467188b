using System.Text;
using MiaVoices.App.Texts;

namespace MiaVoices.App.Screens.Start;

/// <summary>
/// What the workbench remembers of a person between projects: where projects lie, newest first, the language and the settings. Never anything of
/// what is in them. What cannot be read or written is as if it were not there: no one is kept from working by a list.
/// </summary>
/// <param name="Config">The folder of the program among the person's settings.</param>
/// <param name="Documents">The folder that new projects are proposed in.</param>
internal sealed record UserFolders(string Config, string Documents)
{
    private const int Most = 20;

    private string RecentFile => Path.Combine(Config, "recent-projects");

    private string SettingsFile => Path.Combine(Config, "settings");

    private string LanguageFile => Path.Combine(Config, "language");

    /// <summary>The folders of the person who runs the program.</summary>
    public static UserFolders Of(Func<string, string?> environment, bool onWindows)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var own = environment(onWindows ? "APPDATA" : "XDG_CONFIG_HOME");
        // The base directory specification says that a path that is not whole is to be passed over.
        var config = own is { Length: > 0 } && Path.IsPathFullyQualified(own) ? own : Path.Combine([home, .. onWindows ? ["AppData", "Roaming"] : new[] { ".config" }]);
        var documents = Environment.GetFolderPath(Environment.SpecialFolder.MyDocuments);
        return new UserFolders(Path.Combine(config, "miavoices"), documents.Length > 0 ? documents : home);
    }

    /// <summary>The whole paths of projects that were open, newest first.</summary>
    public IReadOnlyList<string> Recent() => [.. Read(RecentFile).Where(Path.IsPathFullyQualified).Take(Most)];

    /// <summary>Puts a project first.</summary>
    public void Opened(string project) => Write(RecentFile, [Path.GetFullPath(project), .. Recent().Where(p => p != Path.GetFullPath(project))]);

    /// <summary>Takes a project from the list; its file is left alone.</summary>
    public void Forget(string project) => Write(RecentFile, Recent().Where(p => p != project));

    /// <summary>The texts in the language that was chosen last; otherwise those given.</summary>
    public Wording Language(Wording usual) => Read(LanguageFile) is [var language, ..] && language != usual.Language && Wording.Languages.Contains(language) ? Wording.Load(language) : usual;

    /// <summary>Remembers a language.</summary>
    public void Choose(string language) => Write(LanguageFile, [language]);

    /// <summary>The settings of the screen as they were kept: <c>name = value</c>.</summary>
    public IReadOnlyList<string> SettingLines() => Read(SettingsFile);

    /// <summary>Keeps the settings of the screen.</summary>
    public void Keep(IEnumerable<string> settings) => Write(SettingsFile, settings);

    private static string[] Read(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllLines(file) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Write(string file, IEnumerable<string> lines)
    {
        var text = string.Concat(lines.Where(l => !l.Contains('\n', StringComparison.Ordinal)).Take(Most).Select(l => l + "\n"));
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Config);
            }
            else
            {
                Directory.CreateDirectory(Config, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            // Whole or not at all, also when two programs write it.
            var draft = FormattableString.Invariant($"{file}.{Environment.ProcessId}");
            using (var stream = new FileStream(draft, options))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
            }

            File.Move(draft, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The list is a convenience.
        }
    }
}
