using MiaVoices.Core;
using MiaVoices.Core.Sources;

namespace MiaVoices.Formats.Surveys;

/// <summary>A reader of tables, which can tell the profile that it reads a file with.</summary>
public interface IProfiledReader
{
    /// <summary>One profile a sheet, every column settled: reading with them gives the same drafts as reading with <paramref name="options"/>.</summary>
    /// <exception cref="RefusedException">As reading.</exception>
    IReadOnlyList<SurveyProfile> Profiles(SourceFile file, ReadOptions options, CancellationToken cancellation);
}
