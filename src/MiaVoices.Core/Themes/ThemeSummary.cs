using MiaVoices.Core.Figures;

namespace MiaVoices.Core.Themes;

/// <summary>A quote chosen to stand for a theme, with its reference.</summary>
/// <param name="Coding">Identity of the coding.</param>
/// <param name="Text">The words.</param>
/// <param name="SourceName">File name inside the project; never shown outside.</param>
/// <param name="SourceLabel">Label for use outside.</param>
/// <param name="Place">Number of the segment within its source.</param>
/// <param name="Timecode">Seconds, or null.</param>
/// <param name="Row">Survey row, or null.</param>
/// <param name="Respondent">Pseudonym, or null.</param>
/// <param name="Group">Group of the respondent, or empty.</param>
/// <param name="Adds">Words that the quotes before it lacked: the reason it was chosen.</param>
public sealed record ChosenQuote(
    Guid Coding, string Text, string SourceName, string SourceLabel, int Place, double? Timecode, string? Row, string? Respondent, string Group, IReadOnlyList<string> Adds);

/// <summary>What a project says on one theme. Sub-codes are counted in.</summary>
/// <param name="Code">The code.</param>
/// <param name="Count">Persons, "k av n", by group.</param>
/// <param name="Codings">Number of codings.</param>
/// <param name="Passages">Number of passages: what several coders or several codes of the theme mark alike counts once.</param>
/// <param name="HidesPassages">True when the numbers of codings and passages may not be shown outside: they would tell of few persons.</param>
/// <param name="OwnCodings">Those of them that stand on the code itself.</param>
/// <param name="Sources">Number of sources they stand in.</param>
/// <param name="Keywords">Words that set the theme apart: leads.</param>
/// <param name="Quotes">Quotes spread over respondents and groups.</param>
/// <param name="Contrast">Words that groups use more than others: leads.</param>
/// <param name="SubThemes">Proposed sub-themes, to be named by a person.</param>
/// <param name="Polarity">Codings by what they say of the theme.</param>
public sealed record ThemeSummary(
    Guid Code,
    ThemeCount Count,
    int Codings,
    int Passages,
    bool HidesPassages,
    int OwnCodings,
    int Sources,
    IReadOnlyList<ThemeKeyword> Keywords,
    IReadOnlyList<ChosenQuote> Quotes,
    IReadOnlyList<GroupWords> Contrast,
    IReadOnlyList<SubThemeProposal> SubThemes,
    PolarityCount Polarity)
{
    /// <summary>Codings that are suggestions accepted many at a time, without each being read; as little to be shown outside as <see cref="Codings"/>.</summary>
    public int AcceptedTogether { get; init; }

    /// <summary>Quotes that are least like the rest of the theme, the least first; empty unless they were asked for.</summary>
    public IReadOnlyList<DeviantQuote> Deviant { get; init; } = [];
}

/// <summary>A quote that a model, which had not read its respondent, would not have given the theme: a deviant case, or a mistake in the coding. A person reads it.</summary>
/// <param name="Quote">The quote.</param>
/// <param name="Confidence">The model's confidence that it belongs to the theme, 0.001–0.999.</param>
public sealed record DeviantQuote(ChosenQuote Quote, double Confidence);

/// <summary>Codings by what they say of their theme.</summary>
/// <param name="WorksWell">That it works well.</param>
/// <param name="WorksLessWell">That it works less well.</param>
/// <param name="Proposals">What could be done.</param>
/// <param name="Unmarked">Nothing of that kind.</param>
public sealed record PolarityCount(int WorksWell, int WorksLessWell, int Proposals, int Unmarked);
