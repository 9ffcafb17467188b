using MiaVoices.Core.Sources;

namespace MiaVoices.App.Cli;

/// <summary>Sends a table to a file or to standard output.</summary>
internal static class Output
{
    /// <summary>Writes a table as CSV. Where JSON is asked for it stands in that, or is told of.</summary>
    public static void Sheet(Session s, Sheet sheet, string? path)
    {
        if (path is not (null or "-"))
        {
            s.Files.Write(path, Files.Csv(sheet));
            Written(s, path, sheet.Rows.Count);
        }
        else if (s.Json)
        {
            s.WriteJson(w =>
            {
                w.Text("file", null);
                w.WriteNumber("rows", sheet.Rows.Count);
                w.Objects("table", sheet.Rows, row =>
                {
                    foreach (var (header, cell) in sheet.Headers.Zip(row.Cells))
                    {
                        w.WriteString(header, cell);
                    }
                });
            });
        }
        else
        {
            // A terminal or a pipe wants no byte-order mark.
            s.Out.Write(System.Text.Encoding.UTF8.GetString(Files.Csv(sheet).AsSpan(3)));
        }
    }

    /// <summary>Tells that a table is written.</summary>
    public static void Written(Session s, string path, int rows)
    {
        s.Document(w =>
        {
            w.WriteString("file", path);
            w.WriteNumber("rows", rows);
        });
        s.Say(s.T["export.file", path, rows]);
    }
}
