using MiaVoices.Core.Sources;
using MiaVoices.Formats.Tables;

namespace MiaVoices.Tests.Support;

/// <summary>Tables as a person writes them.</summary>
public static class Tables
{
    /// <summary>A table from lines of CSV with semicolons.</summary>
    public static Sheet Of(params string[] lines) =>
        DelimitedText.ReadSheet(new SourceFile("tabell.csv", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines))), delimiter: ";");

    /// <summary>The table as it is when it has been a file.</summary>
    public static Sheet AsFile(Sheet sheet) => DelimitedText.ReadSheet(new SourceFile(sheet.Name, CsvText.Bytes(sheet)));
}
