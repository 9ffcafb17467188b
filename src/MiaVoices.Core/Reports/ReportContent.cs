using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Figures.Agreement;
using MiaVoices.Core.Figures.Surveys;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Themes;

namespace MiaVoices.Core.Reports;

/// <summary>Who a report is for: it decides what is shown of quotes, sources and small numbers.</summary>
public enum Audience
{
    /// <summary>The office itself: everything, with file names and pseudonyms.</summary>
    Internal,

    /// <summary>A steering group: labels without names, small numbers suppressed.</summary>
    Steering,

    /// <summary>Anyone: only the group beside a quote, small numbers suppressed.</summary>
    Public,
}

/// <summary>Whose words a line of the material holds.</summary>
public enum MaterialVoice
{
    /// <summary>Persons who count.</summary>
    Persons,

    /// <summary>Speakers whom nobody has told apart yet: they may be interviewers, and count no persons.</summary>
    Unknown,

    /// <summary>Notes from a meeting; they count no persons.</summary>
    Notes,
}

/// <summary>A line of the table of material.</summary>
/// <param name="Kind">Kind of source.</param>
/// <param name="Voice">Whose words.</param>
/// <param name="Group">Group of the persons, or empty where it is not known or there are none.</param>
/// <param name="Sources">Number of sources.</param>
/// <param name="Persons">Persons who count; 0 unless <paramref name="Voice"/> is <see cref="MaterialVoice.Persons"/>.</param>
/// <param name="Segments">Their segments: turns, answers or paragraphs.</param>
/// <param name="Reviewed">Those of them that are coded or reviewed.</param>
public sealed record MaterialLine(SourceKind Kind, MaterialVoice Voice, string Group, int Sources, int Persons, int Segments, int Reviewed);

/// <summary>How many answered a survey.</summary>
/// <param name="Survey">Its name, with the wave.</param>
/// <param name="Population">How many it concerned, if known.</param>
/// <param name="Reached">How many could be reached, if known.</param>
/// <param name="Answered">Rows with an answer.</param>
public sealed record ResponseLine(string Survey, int? Population, int? Reached, int Answered);

/// <summary>How the coding was done, from the journal and the codings.</summary>
/// <param name="Coders">Names of those who coded.</param>
/// <param name="Codings">All codings.</param>
/// <param name="ByOrigin">Codings by origin.</param>
/// <param name="Accepted">Suggestions accepted.</param>
/// <param name="Rejected">Suggestions rejected, or answered with another code.</param>
public sealed record MethodFacts(
    IReadOnlyList<string> Coders, int Codings, IReadOnlyList<(CodingOrigin Origin, int Count)> ByOrigin, int Accepted, int Rejected)
{
    /// <summary>A pause in coding longer than this many days begins a new round.</summary>
    public const int PauseDays = 14;

    /// <summary>The days on which somebody coded, in order, from the journal.</summary>
    public IReadOnlyList<DateOnly> Days { get; init; } = [];

    /// <summary>Suggestions that were accepted many at a time, without each being looked at.</summary>
    public int AcceptedTogether { get; init; }

    /// <summary>Codings of the selection that came so.</summary>
    public int CodedTogether { get; init; }

    /// <summary>How far the coders agree where several have gone through the same segments.</summary>
    public CoderAgreement Agreement { get; init; } = CoderAgreement.None;

    /// <summary>How many codes were used for the first time in each interview, in the order of the project.</summary>
    public IReadOnlyList<int> NewCodes { get; init; } = [];

    /// <summary>Rounds of coding: stretches of days without a pause longer than <see cref="PauseDays"/>.</summary>
    public int Rounds => Days.Count == 0 ? 0 : 1 + Days.Zip(Days.Skip(1)).Count(d => d.Second.DayNumber - d.First.DayNumber > PauseDays);
}

/// <summary>The review of the quotes.</summary>
/// <param name="Approved">Approved quotes in the report.</param>
/// <param name="Machine">Quotes in it that the program chose.</param>
/// <param name="Drafts">Quotes in it that are chosen and not approved.</param>
/// <param name="Reviewers">Who approved them.</param>
/// <param name="Ticks">The points of the check list that hold, with who ticked them and when.</param>
public sealed record ReviewFacts(int Approved, int Machine, int Drafts, IReadOnlyList<string> Reviewers, IReadOnlyList<ReviewTick> Ticks);

/// <summary>Themes by another attribute than the group.</summary>
/// <param name="Attribute">Name of the attribute, or "mätning".</param>
/// <param name="Columns">Its values, empty where it is not known, with how many persons each has.</param>
/// <param name="Rows">For each theme the number of persons with each value.</param>
public sealed record ThemeComparison(string Attribute, IReadOnlyList<(string Value, int Persons)> Columns, IReadOnlyDictionary<Guid, IReadOnlyList<Share>> Rows);

/// <summary>A row of the example of the analysis: from the words to the theme.</summary>
/// <param name="Quote">The words, as an approved quote shows them.</param>
/// <param name="Condensed">The condensed meaning unit.</param>
/// <param name="Line">The code and those above it, the nearest first.</param>
public sealed record AnalysisExample(string Quote, string Condensed, IReadOnlyList<string> Line);

/// <summary>Everything that reports on themes say, before it is put into words.</summary>
public sealed record ReportContent
{
    /// <summary>Name of the project.</summary>
    public required string Project { get; init; }

    /// <summary>When the report was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Program { get; init; }

    /// <summary>Who it is for.</summary>
    public required Audience Audience { get; init; }

    /// <summary>The selection in words, or empty for all material.</summary>
    public string Selection { get; init; } = "";

    /// <summary>The threshold of suppression; 0 when nothing is suppressed.</summary>
    public required int Threshold { get; init; }

    /// <summary>The least base that percentages are shown of.</summary>
    public int PercentFrom { get; init; } = Share.LeastBase;

    /// <summary>The codebook.</summary>
    public required CodeTree Tree { get; init; }

    /// <summary>Theme by group.</summary>
    public required ThemeFigures Figures { get; init; }

    /// <summary>The themes in the order of the codebook.</summary>
    public required IReadOnlyList<ThemeSummary> Themes { get; init; }

    /// <summary>The material.</summary>
    public required IReadOnlyList<MaterialLine> Material { get; init; }

    /// <summary>How many sources the lines of the material come from; one source may be in several lines.</summary>
    public required int Sources { get; init; }

    /// <summary>Response to the surveys.</summary>
    public required IReadOnlyList<ResponseLine> Response { get; init; }

    /// <summary>How the coding was done.</summary>
    public required MethodFacts Method { get; init; }

    /// <summary>What people have written for the report.</summary>
    public required PassageBook Written { get; init; }

    /// <summary>The quotes that stand on each theme itself.</summary>
    public required IReadOnlyDictionary<Guid, IReadOnlyList<ShownQuote>> Quotes { get; init; }

    /// <summary>Stories that may be shown: approved, and the teller agrees.</summary>
    public IReadOnlyList<ShownQuote> Stories { get; init; } = [];

    /// <summary>Themes by other attributes.</summary>
    public IReadOnlyList<ThemeComparison> Comparisons { get; init; } = [];

    /// <summary>Attributes whose tables are left out, since they would cost the overview numbers.</summary>
    public IReadOnlyList<string> ComparisonsLeftOut { get; init; } = [];

    /// <summary>The goals of the surveys with their outcome, each with the survey's name.</summary>
    public IReadOnlyList<(string Survey, GoalFigure Goal)> Goals { get; init; } = [];

    /// <summary>Closed questions with the themes beside them.</summary>
    public IReadOnlyList<ThemeQuestion> Questions { get; init; } = [];

    /// <summary>Examples of the analysis.</summary>
    public IReadOnlyList<AnalysisExample> Examples { get; init; } = [];

    /// <summary>The review of the quotes.</summary>
    public required ReviewFacts Review { get; init; }
}
