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

/// <summary>A quote and where it stands.</summary>
/// <param name="Text">The words as they are stored.</param>
/// <param name="Reference">Who and where, as the audience may see it.</param>
public sealed record QuoteBlock(string Text, string Reference) : Block;

/// <summary>A table with a header row.</summary>
/// <param name="Columns">Header and alignment of each column.</param>
/// <param name="Rows">Cells as plain text.</param>
public sealed record TableBlock(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;

/// <summary>A column of a table.</summary>
public sealed record TableColumn(string Header, bool IsNumber = false);
