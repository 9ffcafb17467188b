using MiaVoices.Core.Sources;
using MiaVoices.Formats.Surveys;
using MiaVoices.Formats.Tables;
using MiaVoices.Formats.Transcripts;
using MiaVoices.Formats.Zip;

namespace MiaVoices.Formats.Xlsx;

/// <summary>Surveys in Excel workbooks (.xlsx), one source a sheet.</summary>
public sealed class XlsxReader : ISourceReader, IProfiledReader
{
    /// <inheritdoc/>
    public string Format => "xlsx";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return SafeZip.Holds(file, "xl/workbook.xml", "spreadsheetml.sheet.main+xml");
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation) => Sheets(file, Format, options, cancellation);

    /// <inheritdoc/>
    public IReadOnlyList<SurveyProfile> Profiles(SourceFile file, ReadOptions options, CancellationToken cancellation) => SheetProfiles(file, options, cancellation);

    /// <summary>The drafts of a workbook of any kind.</summary>
    internal static IReadOnlyList<SourceDraft> Sheets(SourceFile file, string format, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var sheets = Workbook.Read(file, cancellation);
        return options.Profiles.Count == 0 && sheets.Count == 1 && TranscriptTable.Read(file, format, "utf-8", sheets[0], options) is { } transcript
            ? [transcript]
            : SurveyFile.Read(file.Name, sheets, options, format, "utf-8", cancellation);
    }

    /// <summary>The profiles of a workbook of any kind.</summary>
    internal static IReadOnlyList<SurveyProfile> SheetProfiles(SourceFile file, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        return SurveyFile.Profiles(file.Name, Workbook.Read(file, cancellation), options);
    }
}
