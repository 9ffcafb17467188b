using System.Text;
using MiaVoices.App.Texts;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats.Codebooks;

namespace MiaVoices.App.Cli;

/// <summary>A codebook in a file: as Markdown where its name ends so, else as CSV.</summary>
internal static class CodebookFile
{
    private static readonly string[] Columns = ["code", "parent", "definition", "include", "exclude", "keywords", "example", "color"];

    /// <summary>Reads a codebook as a table.</summary>
    /// <exception cref="RefusedException">The file is missing, cannot be read, or is another program's.</exception>
    public static Sheet Read(Session s, string path)
    {
        var name = Path.GetFileName(path);
        return IsMarkdown(name)
            ? CodebookMarkdown.Read(new SourceFile(name, s.Files.Read(path, name)), [.. Wording.Languages.Select(l => Words(Wording.Load(l)))])
            : s.Files.ReadSheet(path);
    }

    /// <summary>Writes a codebook, to standard output where there is no path.</summary>
    /// <exception cref="RefusedException">The file cannot be written, or is to be another program's.</exception>
    public static void Write(Session s, IReadOnlyList<Code> codes, string? path)
    {
        var sheet = CodebookSheet.Export(codes);
        if (path is null || !(IsMarkdown(path) || Files.IsExchange(path)))
        {
            Output.Sheet(s, sheet, path);
            return;
        }

        if (Files.IsExchange(path))
        {
            throw new RefusedException(Problem.At(Path.GetFileName(path), "codebook.exchange"));
        }

        var tree = new CodeTree(codes);
        s.Files.Write(path, Encoding.UTF8.GetBytes(CodebookMarkdown.Write(sheet, [.. tree.Codes.Select(c => tree.Depth(c.Id))], Words(s.T))));
        Output.Written(s, path, sheet.Rows.Count);
    }

    private static bool IsMarkdown(string path) => Path.GetExtension(path).ToLowerInvariant() is ".md" or ".markdown";

    private static CodebookWords Words(Wording texts) => new(
        texts["screen.codebook.title"],
        Columns.ToDictionary(c => c, c => texts["screen.codebook.field." + (c == "code" ? "tag" : c)], StringComparer.Ordinal));
}
