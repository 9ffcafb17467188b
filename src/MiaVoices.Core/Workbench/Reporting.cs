using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Language;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Gathers what reports say.</summary>
public static class Reporting
{
    /// <summary>The theme report of a project or of the cases that have the given attribute values.</summary>
    public static IEnumerable<Block> Theme(
        IProjectStore store,
        ITextAnalyser analyser,
        Audience audience,
        IReadOnlyList<(string Attribute, string Value)> where,
        string program,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(where);
        var threshold = audience == Audience.Internal ? 0 : Suppression.Default;
        var summary = Summarising.Run(store, analyser, new SummaryScope { Where = where, Threshold = threshold }, progress, cancellation);
        if (summary.Persons.Count == 0 && summary.Codings.Count == 0)
        {
            throw new RefusedException(Problem.Of(where.Count == 0 ? "report.noMaterial" : "report.noSelection"));
        }

        return ThemeReport.Compose(new ThemeReportContent
        {
            Project = store.Project.Name,
            At = store.Now,
            Program = program,
            Audience = audience,
            Selection = string.Join(" och ", where.GroupBy(w => w.Attribute).Select(g => $"{g.Key} är {string.Join(" eller ", g.Select(v => v.Value))}")),
            Threshold = threshold,
            Tree = summary.Tree,
            Figures = summary.Figures,
            Themes = summary.Themes,
            Material = Material(store, summary, where.Count > 0),
            Response = [.. Response(store, where.Count > 0)],
            Method = Method(store, summary),
        });
    }

    /// <summary>One line for each kind of source and group: a survey with several groups has several lines.</summary>
    private static List<MaterialLine> Material(IProjectStore store, ProjectSummary summary, bool selected)
    {
        var sources = store.Sources().ToDictionary(s => s.Id);
        var persons = summary.Persons.ToDictionary(p => p.Name, StringComparer.Ordinal);
        var coded = new HashSet<long>(store.Reviews().Select(r => r.Segment));
        foreach (var span in store.Codings(CodingScope.All).GroupBy(c => c.Coding.Source))
        {
            coded.UnionWith(span.Select(c => c.SegmentKey));
        }

        var lines = new Dictionary<(SourceKind Kind, string Group), (HashSet<Guid> Sources, HashSet<string> Persons, int Segments, int Reviewed)>();
        foreach (var segment in store.Segments(SegmentScope.All))
        {
            var kind = sources[segment.SourceId].Kind;
            var counts = segment.Role == SpeakerRole.Respondent && segment.Respondent is not null;
            if (kind == SourceKind.Notes ? selected : !counts || !persons.ContainsKey(segment.Respondent!))
            {
                continue;
            }

            var group = kind == SourceKind.Notes ? "" : persons[segment.Respondent!].Attributes.GetValueOrDefault("grupp", "");
            var key = (kind, group);
            var line = lines.GetValueOrDefault(key, ([], [], 0, 0));
            line.Sources.Add(segment.SourceId);
            if (kind != SourceKind.Notes)
            {
                line.Persons.Add(segment.Respondent!);
            }

            lines[key] = (line.Sources, line.Persons, line.Segments + 1, line.Reviewed + (coded.Contains(segment.Key) ? 1 : 0));
        }

        return [.. lines
            .OrderBy(l => l.Key.Kind)
            .ThenBy(l => Place(l.Key.Group))
            .ThenBy(l => l.Key.Group, StringComparer.Ordinal)
            .Select(l => new MaterialLine(Word(l.Key.Kind), l.Key.Group, l.Value.Sources.Count, l.Key.Kind == SourceKind.Notes ? null : l.Value.Persons.Count, l.Value.Segments, l.Value.Reviewed))];
    }

    private static IEnumerable<ResponseLine> Response(IProjectStore store, bool selected)
    {
        // A selection of respondents has no response rate: how many of the rest belong to it is not known.
        if (selected)
        {
            yield break;
        }

        foreach (var (source, answered) in store.SurveyRows())
        {
            var name = source.Survey ?? source.Label;
            yield return new ResponseLine(
                source.Wave is null || name.EndsWith(source.Wave, StringComparison.Ordinal) ? name : $"{name} {source.Wave}", source.Population, source.Reached, answered);
        }
    }

    private static MethodFacts Method(IProjectStore store, ProjectSummary summary)
    {
        var answers = store.SuggestionAnswers();
        return new MethodFacts(
            [.. summary.Codings.Select(c => c.Coding.Coder).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            summary.Codings.Count,
            [.. summary.Codings.GroupBy(c => c.Coding.Origin).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))],
            answers.Count(a => a.Verdict == SuggestionVerdict.Accepted),
            answers.Count(a => a.Verdict != SuggestionVerdict.Accepted));
    }

    private static int Place(string group)
    {
        var place = Summarising.GroupOrder.ToList().IndexOf(group);
        return place < 0 ? int.MaxValue : place;
    }

    private static string Word(SourceKind kind) => kind switch
    {
        SourceKind.Interview => "Intervju",
        SourceKind.Survey => "Enkätfritext",
        SourceKind.Notes => "Dialoganteckning",
        SourceKind.Story => "Deltagarberättelse",
        _ => "Tabell",
    };
}
