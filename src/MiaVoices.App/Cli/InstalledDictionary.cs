using System.Diagnostics.CodeAnalysis;
using MiaVoices.Core;
using MiaVoices.Core.Language;

namespace MiaVoices.App.Cli;

/// <summary>
/// Finds a Swedish Hunspell dictionary on this computer: the one that <c>MIA_HUNSPELL</c> names (the path of a <c>.dic</c> file, or
/// <c>none</c>), else one that the system or LibreOffice has installed.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "A dictionary of a language, no collection.")]
public static class InstalledDictionary
{
    /// <summary>Name of the environment variable.</summary>
    public const string Variable = "MIA_HUNSPELL";

    private static readonly string[] Names = ["sv_SE.dic", "sv-SE.dic", "sv.dic"];

    /// <summary>The lexicon of the dictionary; null when there is none, or none is wanted.</summary>
    /// <param name="environment">Reads environment variables.</param>
    /// <param name="whole">Makes a path whole that may be relative.</param>
    /// <exception cref="RefusedException">The variable names a file that is not there.</exception>
    public static HunspellCompoundLexicon? Find(Func<string, string?> environment, Func<string, string> whole) =>
        FindPath(environment, Folders(environment), whole) is { } words
            ? new HunspellCompoundLexicon(words, () => File.OpenRead(Path.ChangeExtension(words, ".aff")), () => File.OpenRead(words))
            : null;

    /// <summary>The path of the <c>.dic</c> file; null when there is none, or none is wanted.</summary>
    /// <param name="environment">Reads environment variables.</param>
    /// <param name="folders">Where to look, in order.</param>
    /// <param name="whole">Makes a path whole that may be relative.</param>
    /// <exception cref="RefusedException">The variable names a file that is not there, or has no <c>.aff</c> file beside it.</exception>
    public static string? FindPath(Func<string, string?> environment, IEnumerable<string> folders, Func<string, string> whole)
    {
        var wanted = environment(Variable);
        if (wanted is { Length: > 0 })
        {
            return wanted is "none" ? null
                : IsPair(whole(wanted)) ? whole(wanted)
                : throw new RefusedException(Problem.At(wanted, "dictionary.missing", Variable));
        }

        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(IsPair);
    }

    private static bool IsPair(string words) => File.Exists(words) && File.Exists(Path.ChangeExtension(words, ".aff"));

    private static List<string> Folders(Func<string, string?> environment)
    {
        List<string> folders =
        [
            "/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/share/myspell", "/usr/local/share/hunspell", "/opt/homebrew/share/hunspell",
            "/Library/Spelling", "/usr/lib/libreoffice/share/extensions/dict-sv", "/usr/lib64/libreoffice/share/extensions/dict-sv",
            "/opt/libreoffice/share/extensions/dict-sv", "/snap/libreoffice/current/lib/libreoffice/share/extensions/dict-sv",
            "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-sv",
        ];
        if (environment("HOME") is { Length: > 0 } home)
        {
            folders.Insert(0, Path.Combine(home, "Library", "Spelling"));
            folders.Insert(0, Path.Combine(home, ".local", "share", "hunspell"));
        }

        foreach (var variable in (ReadOnlySpan<string>)["ProgramFiles", "ProgramFiles(x86)"])
        {
            if (environment(variable) is { Length: > 0 } programs)
            {
                folders.Add(Path.Combine(programs, "LibreOffice", "share", "extensions", "dict-sv"));
            }
        }

        return folders;
    }
}
