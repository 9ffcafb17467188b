using MiaVoices.Core.Figures;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>What a report builds on: sources, persons, segments, and how many of them are read.</summary>
internal static class ReportMaterial
{
    /// <summary>One line for each kind of source and group, and the number of sources in them: a survey with several groups has several lines.</summary>
    /// <param name="store">The project.</param>
    /// <param name="summary">The selection.</param>
    /// <param name="selected">Whether it is a part of the project: then only what the selected persons say belongs to it.</param>
    public static (IReadOnlyList<MaterialLine> Lines, int Sources) Lines(IProjectStore store, ProjectSummary summary, bool selected)
    {
        var kinds = store.Sources().ToDictionary(s => s.Id, s => s.Kind);
        var group = summary.Persons.ToDictionary(p => p.Name, p => p.Attributes.GetValueOrDefault(SummaryScope.Group, ""), StringComparer.Ordinal);
        var coded = new CodedSpans(summary.Codings);
        var reviewed = store.Reviews().Select(r => r.Segment).ToHashSet();
        var lines = new Dictionary<(SourceKind Kind, MaterialVoice Voice, string Group), Counts>();
        foreach (var segment in store.Segments(SegmentScope.All))
        {
            var kind = kinds[segment.SourceId];
            var voice = Voice(segment, kind, group);
            if (voice is null || (selected && voice != MaterialVoice.Persons))
            {
                continue;
            }

            var key = (kind, voice.Value, voice == MaterialVoice.Persons ? group[segment.Respondent!] : "");
            if (!lines.TryGetValue(key, out var line))
            {
                lines[key] = line = new Counts();
            }

            line.Sources.Add(segment.SourceId);
            line.Segments++;
            line.Reviewed += reviewed.Contains(segment.Key) || coded.Touch(segment.SourceId, segment.Start, segment.End) ? 1 : 0;
            if (voice == MaterialVoice.Persons)
            {
                line.Persons.Add(segment.Respondent!);
            }
        }

        return (
            [.. lines
                .OrderBy(l => l.Key.Kind)
                .ThenBy(l => l.Key.Voice)
                .ThenBy(l => l.Key.Group, GroupOrder.Instance)
                .Select(l => new MaterialLine(l.Key.Kind, l.Key.Voice, l.Key.Group, l.Value.Sources.Count, l.Value.Persons.Count, l.Value.Segments, l.Value.Reviewed))],
            lines.Values.SelectMany(l => l.Sources).Distinct().Count());
    }

    /// <summary>The surveys and how many answered.</summary>
    public static IEnumerable<ResponseLine> Response(IProjectStore store) => store.SurveyRows().Select(row =>
    {
        var name = row.Source.Survey ?? row.Source.Label;
        return new ResponseLine(
            row.Source.Wave is not { } wave || name.EndsWith(wave, StringComparison.Ordinal) ? name : $"{name} {wave}",
            row.Source.Population,
            row.Source.Reached,
            row.Answered);
    });

    /// <summary>Who a segment belongs to; null for what interviewers say, for registers and for persons outside the selection.</summary>
    private static MaterialVoice? Voice(Segment segment, SourceKind kind, Dictionary<string, string> group) =>
        kind == SourceKind.Notes ? MaterialVoice.Notes
        : segment.Role == SpeakerRole.Interviewer || kind == SourceKind.Table ? null
        : segment.Role == SpeakerRole.Respondent && segment.Respondent is { } name ? (group.ContainsKey(name) ? MaterialVoice.Persons : null)
        : MaterialVoice.Unknown;

    private sealed class Counts
    {
        public HashSet<Guid> Sources { get; } = [];

        public HashSet<string> Persons { get; } = new(StringComparer.Ordinal);

        public int Segments { get; set; }

        public int Reviewed { get; set; }
    }
}
