using System.Text;
using MiaVoices.Core;
using MiaVoices.Core.Reports;
using MiaVoices.Formats.Reports;
using MiaVoices.Formats.Reports.Html;
using MiaVoices.Formats.Reports.Spreadsheets;
using MiaVoices.Formats.Reports.Word;

namespace MiaVoices.App.Cli;

/// <summary>What a report can be written as.</summary>
internal enum ReportFormat
{
    /// <summary>Markdown, the source of the others.</summary>
    Markdown,

    /// <summary>One web page.</summary>
    Html,

    /// <summary>A Word document.</summary>
    Word,

    /// <summary>The tables as a workbook.</summary>
    Workbook,

    /// <summary>The tables as CSV, in a folder.</summary>
    Csv,
}

/// <summary>Writes reports as files.</summary>
internal static class ReportFiles
{
    private static readonly (string Ending, ReportFormat Format)[] Endings =
    [
        ("md", ReportFormat.Markdown),
        ("markdown", ReportFormat.Markdown),
        ("html", ReportFormat.Html),
        ("htm", ReportFormat.Html),
        ("docx", ReportFormat.Word),
        ("xlsx", ReportFormat.Workbook),
        ("csv", ReportFormat.Csv),
    ];

    /// <summary>The format that a person asked for by name, or else by the ending of the file.</summary>
    /// <exception cref="UsageException">There is no such format, or the ending is that of a single CSV file.</exception>
    public static ReportFormat Choose(string path, string? name)
    {
        var word = (name ?? Path.GetExtension(path)).TrimStart('.').ToLowerInvariant();
        if (Find(word) is not { } format)
        {
            throw new UsageException(word.Length == 0 ? Problem.Of("report.noFormat") : Problem.Of("report.format", word));
        }

        return format == ReportFormat.Csv && name is null ? throw new UsageException(Problem.Of("report.csvFolder")) : format;
    }

    /// <summary>The format with a name or ending; null where there is none.</summary>
    public static ReportFormat? Find(string word) => Endings.Where(e => e.Ending == word).Select(e => (ReportFormat?)e.Format).FirstOrDefault();

    /// <summary>The ending of a format's files; empty for a folder.</summary>
    public static string Ending(ReportFormat format) => format == ReportFormat.Csv ? "" : "." + Endings.First(e => e.Format == format).Ending;

    /// <summary>What the files say of themselves. Reports are in Swedish, whatever language the program speaks.</summary>
    public static ReportMeta Meta(string program, DateTimeOffset at) => new(ReportWords.Swedish, at, program);

    /// <summary>Writes a report, each file whole or not at all.</summary>
    /// <param name="files">Where paths are meant from.</param>
    /// <param name="path">The file; for CSV the folder.</param>
    /// <param name="format">As what.</param>
    /// <param name="blocks">The report.</param>
    /// <param name="meta">What the file says of itself.</param>
    /// <exception cref="RefusedException">It cannot be written.</exception>
    public static void Write(Files files, string path, ReportFormat format, IReadOnlyList<Block> blocks, ReportMeta meta)
    {
        if (format == ReportFormat.Csv)
        {
            if (files.Exists(path))
            {
                throw new RefusedException(Problem.At(Path.GetFileName(path), "folder.isFile"));
            }

            foreach (var (name, content) in ReportSheets.Csv(blocks, meta.Words))
            {
                files.Write(Path.Combine(path, name), content);
            }

            return;
        }

        files.Write(path, format switch
        {
            ReportFormat.Html => HtmlReport.Write(blocks, meta),
            ReportFormat.Word => WordReport.Write(blocks, meta),
            ReportFormat.Workbook => Workbooks.Write(blocks, meta),
            _ => Encoding.UTF8.GetBytes(MarkdownWriter.Write(blocks)),
        });
    }
}
