using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
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

/// <summary>A line of the table of material.</summary>
/// <param name="Kind">Kind of source, in words.</param>
/// <param name="Group">Group of the respondents, or empty for mixed.</param>
/// <param name="Sources">Number of sources.</param>
/// <param name="Persons">Persons who count, or null where none do.</param>
/// <param name="Segments">Their segments: turns or answers.</param>
/// <param name="Reviewed">Those of them that are coded or reviewed.</param>
public sealed record MaterialLine(string Kind, string Group, int Sources, int? Persons, int Segments, int Reviewed);

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
    IReadOnlyList<string> Coders, int Codings, IReadOnlyList<(CodingOrigin Origin, int Count)> ByOrigin, int Accepted, int Rejected);

/// <summary>Everything that a theme report says, before it is put into words.</summary>
public sealed record ThemeReportContent
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

    /// <summary>The codebook.</summary>
    public required CodeTree Tree { get; init; }

    /// <summary>Theme by group.</summary>
    public required ThemeFigures Figures { get; init; }

    /// <summary>The themes in the order of the codebook.</summary>
    public required IReadOnlyList<ThemeSummary> Themes { get; init; }

    /// <summary>The material.</summary>
    public required IReadOnlyList<MaterialLine> Material { get; init; }

    /// <summary>Response to the surveys.</summary>
    public required IReadOnlyList<ResponseLine> Response { get; init; }

    /// <summary>How the coding was done.</summary>
    public required MethodFacts Method { get; init; }
}

/// <summary>The theme report in Swedish: material, theme by group, a section a theme, codebook.</summary>
public static class ThemeReport
{
    /// <summary>The report as blocks.</summary>
    public static IEnumerable<Block> Compose(ThemeReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return [.. Front(content), .. ThemeReportTables.Material(content), .. ThemeReportTables.Overview(content), .. Themes(content), .. ThemeReportAppendix.Compose(content)];
    }

    private static IEnumerable<Block> Front(ThemeReportContent c)
    {
        var sources = c.Material.Sum(m => m.Sources);
        var (reviewed, segments) = (c.Material.Sum(m => m.Reviewed), c.Material.Sum(m => m.Segments));
        yield return new Heading(1, $"Temarapport: {c.Project}");
        yield return Paragraph.Of(
            $"Rapporten är gjord {SwedishText.Date(c.At)} för {Reader(c.Audience)}. Den bygger på {SwedishText.Number(sources)} {(sources == 1 ? "källa" : "källor")} från {SwedishText.Number(c.Figures.Persons)} personer. "
            + "Materialet är pseudonymiserat: namn är utbytta, men uppgifterna är fortfarande personuppgifter.");
        if (c.Selection.Length > 0)
        {
            yield return new Paragraph(new Span("Urval: ", SpanStyle.Strong), new Span(c.Selection + "."));
        }

        if (reviewed < segments)
        {
            yield return new Paragraph(
                new Span("Delresultat. ", SpanStyle.Strong),
                new Span($"{SwedishText.Number(reviewed)} av {SwedishText.Number(segments)} stycken är genomlästa och kodade. Siffrorna kan ändras när resten är klart."));
        }
    }

    private static IEnumerable<Block> Themes(ThemeReportContent c)
    {
        yield return new Heading(2, "Tema för tema");
        yield return Paragraph.Of("Temana står i kodbokens ordning. Hur många som har tagit upp ett tema säger inte hur viktigt det är.");
        foreach (var theme in c.Themes.Where(t => t.Codings > 0))
        {
            foreach (var block in Theme(c, theme))
            {
                yield return block;
            }
        }

        var silent = c.Themes.Where(t => t.Codings == 0).Select(t => c.Tree[t.Code].Name).ToList();
        if (silent.Count > 0)
        {
            yield return new Heading(3, "Koder utan kodningar");
            yield return Paragraph.Of($"I det här materialet finns inga kodningar av {SwedishText.And(silent)}.");
        }
    }

    private static IEnumerable<Block> Theme(ThemeReportContent c, ThemeSummary theme)
    {
        var code = c.Tree[theme.Code];
        yield return new Heading(Math.Min(6, 3 + c.Tree.Depth(theme.Code)), SwedishText.Capital(code.Name));
        if (code.Definition.Length > 0)
        {
            yield return new Paragraph(new Span(code.Definition, SpanStyle.Emphasis));
        }

        var groups = c.Figures.Groups.Select((g, i) => (Name: g.Length == 0 ? "grupp saknas" : g, Share: theme.Count.ByGroup[i])).Where(g => g.Share.Of > 0);
        var children = c.Tree.Children(theme.Code).Select(x => x.Name).ToList();
        yield return new Paragraph(
            new Span("Underlag: ", SpanStyle.Strong),
            new Span($"{SwedishText.Of(theme.Count.All)} personer ({string.Join(", ", groups.Select(g => $"{g.Name} {SwedishText.Of(g.Share)}"))}). "),
            new Span(Passages(c, theme) + (children.Count == 0 ? "" : $" Här ingår {SwedishText.And(children)}.")));
        if (theme.Keywords.Count > 0)
        {
            yield return new Paragraph(
                new Span("Ord som utmärker temat: ", SpanStyle.Strong),
                new Span(string.Join(", ", theme.Keywords.Select(k => k.Word)) + ". Orden är valda av programmet som ledtrådar och är inga resultat."));
        }

        // A parent's quotes would only repeat its children's; it shows its own where it has codings of its own alone.
        if (children.Count > 0 && theme.OwnCodings == 0)
        {
            yield break;
        }

        foreach (var quote in theme.Quotes)
        {
            yield return new QuoteBlock(quote.Text, Reference(quote, c.Audience));
        }
    }

    /// <summary>Passages and sources are not persons, but a single one points to somebody all the same.</summary>
    private static string Passages(ThemeReportContent c, ThemeSummary theme) => theme.Count.All.Suppressed
        ? $"Antalet kodade avsnitt visas inte när personerna är färre än {SwedishText.Number(c.Threshold)}."
        : $"{SwedishText.Number(theme.Codings)} kodade avsnitt i {SwedishText.Number(theme.Sources)} {(theme.Sources == 1 ? "källa" : "källor")}.";

    /// <summary>Where a quote stands, as the audience may know it: the label and place are stable from run to run.</summary>
    public static string Reference(ChosenQuote quote, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var group = quote.Group.Length == 0 ? "" : SwedishText.Capital(quote.Group);
        if (audience == Audience.Public)
        {
            return group.Length == 0 ? "Ur materialet" : group;
        }

        var place = quote.Row is { } row ? $"svar {row}" : $"stycke {SwedishText.Number(quote.Place)}";
        var time = quote.Timecode is { } seconds ? ", " + SwedishText.Timecode(seconds) : "";
        var reference = $"{quote.SourceLabel}, {place}{time}";
        return audience == Audience.Internal
            ? $"{(group.Length == 0 ? "" : group + ", ")}{(quote.Respondent is { } who && !quote.SourceLabel.EndsWith(who, StringComparison.Ordinal) && quote.Row is null ? who + ", " : "")}{reference} ({quote.SourceName}, stycke {SwedishText.Number(quote.Place)})"
            : $"{(group.Length == 0 ? "" : group + ", ")}{reference}";
    }

    private static string Reader(Audience audience) => audience switch
    {
        Audience.Internal => "internt bruk på kansliet",
        Audience.Steering => "styrgruppen",
        _ => "allmän spridning",
    };
}
