using MiaVoices.Core.Sources;
using MiaVoices.Formats.Surveys;
using MiaVoices.Formats.Xlsx;
using MiaVoices.Formats.Zip;

namespace MiaVoices.Formats.OpenDocument;

/// <summary>Surveys in OpenDocument spreadsheets (.ods), one source a sheet.</summary>
public sealed class OdsReader : ISourceReader, IProfiledReader
{
    /// <inheritdoc/>
    public string Format => "ods";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return OdfPackage.Kind(file) == "spreadsheet";
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation) =>
        XlsxReader.Sheets(file, Format, options, cancellation);

    /// <inheritdoc/>
    public IReadOnlyList<SurveyProfile> Profiles(SourceFile file, ReadOptions options, CancellationToken cancellation) =>
        XlsxReader.SheetProfiles(file, options, cancellation);
}
