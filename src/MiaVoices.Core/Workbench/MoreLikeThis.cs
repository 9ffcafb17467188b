using System.Diagnostics;
using MiaVoices.Core.Language;
using MiaVoices.Core.Search;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>A word by which segments are likened.</summary>
/// <param name="Word">The word as the segment has it, folded.</param>
/// <param name="Segments">Segments that hold it, in any inflection or within a compound; the segment itself is one.</param>
/// <param name="Weight">How telling it is: (1 + ln of its count in the segment) × ln(all segments / <see cref="Segments"/>).</param>
public sealed record TellingWord(string Word, int Segments, double Weight);

/// <summary>A segment that is like another.</summary>
/// <param name="Hit">It, with the shared words marked.</param>
/// <param name="Shared">The telling words that both hold, the most telling first.</param>
public sealed record AlikeSegment(SearchHit Hit, IReadOnlyList<string> Shared);

/// <summary>What is like a segment.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Words">Its telling words, the most telling first.</param>
/// <param name="Total">All other segments that share a word with it.</param>
/// <param name="Milliseconds">Time taken.</param>
/// <param name="Alike">Those most like it, the most like first.</param>
public sealed record Likeness(Segment Segment, IReadOnlyList<TellingWord> Words, int Total, double Milliseconds, IReadOnlyList<AlikeSegment> Alike);

/// <summary>Finds segments that speak of the same as one, by the words that are telling for it (tf-idf).</summary>
public sealed class MoreLikeThis(IProjectStore store)
{
    private readonly SearchWords _words = store.SearchWords;

    /// <summary>Most words that a segment is likened by; more of them add noise and cost.</summary>
    public const int MostWords = 12;

    /// <summary>Of a very long segment, so many different words are weighed: the first ones.</summary>
    private const int MostWeighed = 400;

    /// <summary>A word in more than this share of all segments tells nothing.</summary>
    private const double MostCommon = 0.25;

    /// <summary>Projects with fewer segments than this have too few to call a word common.</summary>
    private const int FewSegments = 40;

    /// <summary>The segments most like one.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="limit">Most segments to return; 0 for all that share a word.</param>
    /// <param name="answersOnly">Leaves interviewers' turns out.</param>
    public Likeness Find(Segment segment, int limit, bool answersOnly)
    {
        ArgumentNullException.ThrowIfNull(segment);
        var clock = Stopwatch.GetTimestamp();
        var words = Telling(segment);
        if (words.Count == 0)
        {
            return new Likeness(segment, [], 0, Stopwatch.GetElapsedTime(clock).TotalMilliseconds, []);
        }

        var terms = words.Select(w => (QueryNode)new TermQuery(w.Word)).ToList();
        var query = terms.Count == 1 ? terms[0] : new OrQuery(terms);
        var request = new SearchRequest(query) { Order = SearchOrder.Relevance, AnswersOnly = answersOnly, Limit = limit == 0 ? 0 : limit + 1 };
        var found = store.Index.Find(request);
        var isFoundItself = !answersOnly || segment.Role != SpeakerRole.Interviewer;
        var hits = found.Hits.Where(h => h.Segment != segment.Key).Take(limit == 0 ? int.MaxValue : limit).ToList();
        var segments = store.Segments(new SegmentScope { Keys = [.. hits.Select(h => h.Segment)] }).ToDictionary(s => s.Key);
        var codes = new Searching(store).Codes(hits);
        var finders = terms.Select(t => _words.Finder(t)!).ToList();
        var all = _words.Finder(query)!;
        var alike = new List<AlikeSegment>(hits.Count);
        foreach (var hit in hits)
        {
            var other = segments[hit.Segment];
            var tokens = new List<Token>();
            _words.For(other.Language).Analyse(other.Text, tokens);
            alike.Add(new AlikeSegment(
                new SearchHit(other, all.Find(tokens) ?? [], codes.GetValueOrDefault(hit.Segment, []), hit.Score),
                [.. words.Where((_, i) => finders[i].Find(tokens) is { Count: > 0 }).Select(w => w.Word)]));
        }

        return new Likeness(segment, words, found.Total - (isFoundItself ? 1 : 0), Stopwatch.GetElapsedTime(clock).TotalMilliseconds, alike);
    }

    private List<TellingWord> Telling(Segment segment)
    {
        var tokens = new List<Token>();
        _words.For(segment.Language).Analyse(segment.Text, tokens);
        var all = Math.Max(1, store.Sources().Sum(s => s.Segments));
        var common = all < FewSegments ? all : all * MostCommon;
        var telling = new List<TellingWord>();
        foreach (var group in tokens.Where(t => !t.Word.IsFunctionWord).GroupBy(t => t.Word.Stem, StringComparer.Ordinal).Take(MostWeighed))
        {
            // The commonest form stands for the stem; a word that only this segment has likens it to nothing.
            var form = group.GroupBy(t => t.Word.Exact, StringComparer.Ordinal).OrderByDescending(f => f.Count()).First().Key;
            if (_words.Asked(new TermQuery(form)) is not IndexWords { Slots.Count: 1 })
            {
                continue;
            }

            var holding = store.Index.Find(new SearchRequest(new TermQuery(form)) { Limit = 1 }).Total;
            if (holding > 1 && holding <= common)
            {
                telling.Add(new TellingWord(form, holding, (1 + Math.Log(group.Count())) * Math.Log((double)all / holding)));
            }
        }

        return [.. telling.Where(w => w.Weight > 0).OrderByDescending(w => w.Weight).ThenBy(w => w.Word, StringComparer.Ordinal).Take(MostWords)];
    }
}
