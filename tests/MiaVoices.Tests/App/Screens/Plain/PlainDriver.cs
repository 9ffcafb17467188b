using System.Text.RegularExpressions;
using MiaVoices.App.Cli;
using MiaVoices.App.Screens.Plain;
using MiaVoices.App.Screens.Start;
using MiaVoices.Terminal;
using MiaVoices.Tests.Support;

namespace MiaVoices.Tests.App.Screens.Plain;

/// <summary>A person who talks with the program by lines. What was said on both sides is the conversation.</summary>
internal sealed partial class PlainDriver : IDisposable
{
    private readonly TempFolder _folder = new();

    public PlainDriver(string language = "sv")
    {
        Folders = new UserFolders(_folder.File("config"), _folder.File("documents"));
        Directory.CreateDirectory(Folders.Documents);
        Language = language;
    }

    public UserFolders Folders { get; }

    private string Language { get; }

    /// <summary>Says lines in turn and gives the whole conversation; what the person wrote stands behind a bar.</summary>
    /// <param name="project">The project, or null to begin where one is chosen.</param>
    /// <param name="lines">The lines; afterwards the input ends.</param>
    public string Talk(string? project, params string[] lines)
    {
        using var told = new StringWriter { NewLine = "\n" };
        var session = new Session(told, TextWriter.Null, name => name switch { "MIA_LANG" => Language, "MIA_HUNSPELL" => "none", "MIA_CODER" => "Mia", "MIA_NOW" => "2026-03-02T09:00:00Z", _ => null }, TerminalFacts.None);
        var next = 0;
        PlainMode.Run(session, project, Folders, () =>
        {
            if (next == lines.Length)
            {
                return null;
            }

            told.Write("| " + lines[next] + "\n");
            return lines[next++];
        });
        return Times().Replace(told.ToString(), "(tid)").Replace(Folders.Documents, "(dokument)", StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // They are shown in the zone of the machine.
    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d")]
    private static partial Regex Times();
}
