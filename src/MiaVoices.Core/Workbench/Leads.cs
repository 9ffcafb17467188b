using MiaVoices.Core.Sources;
using MiaVoices.Core.Themes;

namespace MiaVoices.Core.Workbench;

/// <summary>A lead with its segments.</summary>
/// <param name="Lead">The lead; its keys are those of segments.</param>
/// <param name="Quotes">The segments that stand for it, the most typical first.</param>
public sealed record PlacedLead(CodeLead Lead, IReadOnlyList<Segment> Quotes);

/// <summary>Leads to codes that a project's codebook may lack.</summary>
public static class Leads
{
    /// <summary>
    /// Looks among what respondents say and write that nobody has coded or reviewed; interviewers' words, notes from
    /// meetings and tables are left out.
    /// </summary>
    /// <param name="store">The project.</param>
    /// <param name="most">How many leads at most; 0 for all.</param>
    /// <param name="cancel">Stops the work.</param>
    public static IReadOnlyList<PlacedLead> Of(IProjectStore store, int most = 0, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var left = store.Sources().Where(s => s.Kind is SourceKind.Table or SourceKind.Notes).Select(s => s.Id).ToHashSet();
        var done = Suggesting.Done(store);
        var coded = new CodedSpans(store.Codings(CodingScope.All));
        var texts = store.Segments(SegmentScope.All)
            .Where(s => s.Role != SpeakerRole.Interviewer && !left.Contains(s.SourceId) && !done.Contains(s.Key) && !coded.Touch(s.SourceId, s.Start, s.End))
            .Select(s => new ThemeText(s.Key, s.Text, s.Respondent ?? s.Source));
        var leads = CodeLeads.Of(texts, store.Analyser, cancel);
        var chosen = most > 0 ? leads.Take(most).ToList() : [.. leads];
        var segments = new Dictionary<long, Segment>();
        foreach (var part in chosen.SelectMany(l => l.Quotes).Distinct().Chunk(500))
        {
            foreach (var segment in store.Segments(new SegmentScope { Keys = part }))
            {
                segments[segment.Key] = segment;
            }
        }

        return [.. chosen.Select(l => new PlacedLead(l, [.. l.Quotes.Select(q => segments[q])]))];
    }
}
