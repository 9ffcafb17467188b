using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>What people write for reports.</summary>
public static class Passages
{
    /// <summary>The longest text, in UTF-16 code units: some forty pages.</summary>
    public const int Longest = 100_000;

    /// <summary>Writes at a place; an empty text takes away what is there.</summary>
    /// <param name="store">The project.</param>
    /// <param name="report">The report.</param>
    /// <param name="place">The place, by its word.</param>
    /// <param name="code">The theme, for places that each theme has.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="UsageException">The report has no such place, or a theme is lacking or too much.</exception>
    /// <exception cref="RefusedException">The text is too long, or empty where there is none.</exception>
    public static WritePassage Write(IProjectStore store, ReportKind report, string place, Guid? code, string text)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(text);
        var known = PassagePlace.Find(report, place)
            ?? throw new UsageException(Problem.Of("passage.place", place, string.Join(", ", PassagePlace.In(report).Select(p => p.Name))));
        if (known.PerTheme != code.HasValue)
        {
            throw new UsageException(Problem.Of(known.PerTheme ? "passage.needsTheme" : "passage.noTheme", known.Name));
        }

        var written = StoredText.Normalise(text).Trim();
        if (written.Length > Longest)
        {
            throw new RefusedException(Problem.Of("passage.tooLong", written.Length, Longest));
        }

        return written.Length == 0 && !store.Passages().Any(p => p.Report == report && p.Place == known.Name && p.Code == code)
            ? throw new RefusedException(Problem.Of("passage.none", known.Name))
            : new WritePassage(new Passage { Report = report, Place = known.Name, Code = code, Text = written, Coder = store.Coder, Changed = store.Now });
    }
}
