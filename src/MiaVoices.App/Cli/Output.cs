using MiaVoices.Core.Sources;

namespace MiaVoices.App.Cli;

/// <summary>Sends a table to a file or to standard output.</summary>
internal static class Output
{
    public static void Sheet(Session s, Sheet sheet, string? path)
    {
        var bytes = Files.Csv(sheet);
        if (path is null or "-")
        {
            // A terminal or a pipe wants no byte-order mark.
            s.Out.Write(System.Text.Encoding.UTF8.GetString(bytes.AsSpan(3)));
            return;
        }

        s.Files.Write(path, bytes);
        s.Say(s.T["export.file", path, sheet.Rows.Count]);
    }
}
