namespace MiaVoices.Formats.Reports;

/// <summary>What a file of a report says of itself besides the report.</summary>
/// <param name="Words">The words that the format adds, in the report's language.</param>
/// <param name="At">When the report was made: the one time that stands in the file.</param>
/// <param name="Program">Version of the program.</param>
public sealed record ReportMeta(ReportWords Words, DateTimeOffset At, string Program);

/// <summary>The few words that a format adds to a report: for those who hear it read, and for moving about in it.</summary>
public sealed record ReportWords
{
    private ReportWords()
    {
    }

    /// <summary>Swedish.</summary>
    public static ReportWords Swedish { get; } = new()
    {
        Language = "sv",
        Country = "SE",
        Skip = "Hoppa till innehållet",
        Contents = "Innehåll",
        Table = "Tabell",
        Chart = "Diagram",
        SameFigures = "Samma siffror står i tabellen",
        Ticked = "Ikryssad:",
        NotTicked = "Inte ikryssad:",
        Page = "Sida",
        Of = "av",
        MadeWith = "Gjord med MiaVoices",
        Untitled = "Rapport",
        Tables = "Tabeller",
        Sheet = "Blad",
        Title = "Vad tabellen visar",
        Rows = "Rader",
    };

    /// <summary>English.</summary>
    public static ReportWords English { get; } = new()
    {
        Language = "en",
        Country = "GB",
        Skip = "Skip to the content",
        Contents = "Contents",
        Table = "Table",
        Chart = "Chart",
        SameFigures = "The same figures are in the table",
        Ticked = "Ticked:",
        NotTicked = "Not ticked:",
        Page = "Page",
        Of = "of",
        MadeWith = "Made with MiaVoices",
        Untitled = "Report",
        Tables = "Tables",
        Sheet = "Sheet",
        Title = "What the table shows",
        Rows = "Rows",
    };

    /// <summary>Tag of the language, as in HTML.</summary>
    public string Language { get; private init; } = "";

    /// <summary>The country whose spelling it is checked by in Word.</summary>
    public string Country { get; private init; } = "";

    internal string Skip { get; private init; } = "";

    internal string Contents { get; private init; } = "";

    internal string Table { get; private init; } = "";

    internal string Chart { get; private init; } = "";

    internal string SameFigures { get; private init; } = "";

    internal string Ticked { get; private init; } = "";

    internal string NotTicked { get; private init; } = "";

    internal string Page { get; private init; } = "";

    internal string Of { get; private init; } = "";

    internal string MadeWith { get; private init; } = "";

    internal string Untitled { get; private init; } = "";

    internal string Tables { get; private init; } = "";

    internal string Sheet { get; private init; } = "";

    internal string Title { get; private init; } = "";

    internal string Rows { get; private init; } = "";
}
