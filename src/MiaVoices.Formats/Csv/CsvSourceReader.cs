using MiaVoices.Core.Sources;
using MiaVoices.Formats.Surveys;
using MiaVoices.Formats.Tables;
using MiaVoices.Formats.Text;
using MiaVoices.Formats.Transcripts;

namespace MiaVoices.Formats.Csv;

/// <summary>Surveys in text tables: ; , TAB or | between cells.</summary>
public sealed class CsvSourceReader : ISourceReader, IProfiledReader
{
    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!TextDecoding.IsText(file))
        {
            return false;
        }

        var text = Sniff.Rows(file);
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // One column is a table only if the file is called one; commas stand in prose too, so a text file needs more to be one.
        var called = file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);
        return called || (DelimiterGuess.Find(text) is ({ } delimiter, { Width: >= 3, Even: 1, Counts.Count: >= 3 }) && delimiter is ';' or '\t');
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceDraft> Read(SourceFile file, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var table = Table(file, options.Profiles);
        return options.Profiles.Count == 0 && TranscriptTable.Read(file, Format, table.Encoding, table.Sheet, options) is { } transcript
            ? [transcript]
            : SurveyFile.Read(file.Name, [table.Sheet], options, Format, table.Encoding, cancellation);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SurveyProfile> Profiles(SourceFile file, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        return SurveyFile.Profiles(file.Name, [Table(file, options.Profiles).Sheet], options);
    }

    private static DelimitedFile Table(SourceFile file, IReadOnlyList<SurveyProfile> profiles) =>
        DelimitedText.Read(file, profiles.Count == 1 ? profiles[0].Encoding : "auto", profiles.Count == 1 ? profiles[0].Delimiter : "auto");
}
