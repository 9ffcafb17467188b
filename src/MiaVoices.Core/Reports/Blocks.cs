using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Reports;

/// <summary>A piece of a report. Reports are made of these first; a writer per format makes a file of them.</summary>
public abstract record Block;

/// <summary>A heading.</summary>
/// <param name="Level">1 for the title, then 2, 3 … without leaps.</param>
/// <param name="Text">Plain text.</param>
public sealed record Heading(int Level, string Text) : Block;

/// <summary>A paragraph of spans.</summary>
public sealed record Paragraph(params IReadOnlyList<Span> Spans) : Block
{
    /// <summary>A paragraph of plain text.</summary>
    public static Paragraph Of(string text) => new(new Span(text));
}

/// <summary>A run of text in a paragraph.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Style">How it is set.</param>
public sealed record Span(string Text, SpanStyle Style = SpanStyle.Plain);

/// <summary>How a run of text is set.</summary>
public enum SpanStyle
{
    /// <summary>As the rest.</summary>
    Plain,

    /// <summary>Bold.</summary>
    Strong,

    /// <summary>Italic.</summary>
    Emphasis,
}

/// <summary>A list of points.</summary>
public sealed record BulletList(IReadOnlyList<string> Points) : Block;

/// <summary>A list of points to tick, as in a check list or a sheet that is filled in by hand.</summary>
/// <param name="Points">Whether each is ticked, and its text.</param>
public sealed record CheckList(IReadOnlyList<(bool IsTicked, string Text)> Points) : Block;

/// <summary>A quote and where it stands.</summary>
/// <param name="Text">The words as they are stored.</param>
/// <param name="Reference">Who and where, as the audience may see it.</param>
public sealed record QuoteBlock(string Text, string Reference) : Block
{
    /// <summary>A stable id that the quote can be found by in the project; null where the audience may not have it.</summary>
    public string? Id { get; init; }
}

/// <summary>A table with a header row.</summary>
/// <param name="Columns">Header and alignment of each column.</param>
/// <param name="Rows">Cells as plain text.</param>
public sealed record TableBlock(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block
{
    /// <summary>What the table shows, as a short title for the formats that have one; null where the text before it tells.</summary>
    public string? Caption { get; init; }

    /// <summary>True when the first cell of each row is its header, as in a cross table.</summary>
    public bool HasRowHeaders { get; init; }

    /// <summary>The same figures one a cell, for a spreadsheet; null when the cells as shown will do.</summary>
    public Sheet? Data { get; init; }
}

/// <summary>A column of a table.</summary>
public sealed record TableColumn(string Header, bool IsNumber = false);

/// <summary>
/// Bars that lie side by side, or parts that fill one bar each. A table with the same figures must stand beside it in the
/// report: the chart says nothing that the table does not.
/// </summary>
/// <param name="Title">What the chart shows, with its base.</param>
/// <param name="Series">Names of the parts of each bar, in order; one for plain bars.</param>
/// <param name="Bars">The bars from the top.</param>
/// <param name="Most">The value that fills the whole width, above 0.</param>
public sealed record BarChart(string Title, IReadOnlyList<string> Series, IReadOnlyList<ChartBar> Bars, double Most) : Block;

/// <summary>A bar of a chart.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Values">One value a part, 0 or more; null where it is suppressed.</param>
/// <param name="Shown">The figures in words, as they stand at the end of the bar.</param>
public sealed record ChartBar(string Label, IReadOnlyList<double?> Values, string Shown);
