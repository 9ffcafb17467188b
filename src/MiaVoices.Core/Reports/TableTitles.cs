namespace MiaVoices.Core.Reports;

/// <summary>Gives tables their titles.</summary>
internal static class TableTitles
{
    /// <summary>The table with a title, and with the first cell of each row as its header where that is so.</summary>
    public static TableBlock Titled(this TableBlock table, string caption, bool rowHeaders = false) =>
        table with { Caption = caption, HasRowHeaders = rowHeaders };
}
