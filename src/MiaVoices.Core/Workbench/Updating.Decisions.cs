using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Revisions;
using MiaVoices.Core.Suggestions;

namespace MiaVoices.Core.Workbench;

/// <summary>What people decided about the version before, for the new one.</summary>
internal sealed partial class Updating
{
    /// <summary>A segment stays reviewed, as of then, where all its words are words that the coder had reviewed.</summary>
    private IEnumerable<ReviewSegments> Reviews()
    {
        var byId = _before.ToDictionary(s => s.Id);
        foreach (var coder in _store.Reviews(_old.Id).GroupBy(r => r.Coder, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var seen = new SortedDictionary<int, (int Covered, long Position)>();
            foreach (var review in coder.Where(r => byId.ContainsKey(r.SegmentId)))
            {
                var place = _places[review.SegmentId];
                if (!place.IsSure)
                {
                    continue;
                }

                var (first, last) = _alignment.Touched(place.Start, place.End);
                for (var i = first; i <= last; i++)
                {
                    var covered = Math.Min(place.End, _now[i].End) - Math.Max(place.Start, _now[i].Start);
                    var was = seen.GetValueOrDefault(i, (Covered: 0, Position: long.MaxValue));
                    seen[i] = (was.Covered + covered, Math.Min(was.Position, review.Sequence));
                }
            }

            // Two turns that became one lose the line feed between them.
            var whole = seen.Where(s => s.Value.Covered >= TextAlignment.SureLikeness * _now[s.Key].Text.Length).ToList();
            if (whole.Count > 0)
            {
                yield return new ReviewSegments(_source, [.. whole.Select(w => _segmentIds[w.Key])], coder.Key) { Positions = [.. whole.Select(w => w.Value.Position)] };
            }
        }
    }

    /// <summary>The segment that an old one is now, if it is just one and all of it.</summary>
    private int? Twin(Guid segment)
    {
        if (!_places.TryGetValue(segment, out var place) || !place.IsSure)
        {
            return null;
        }

        var (first, last) = _alignment.Touched(place.Start, place.End);
        return first == last && place.End - place.Start >= TextAlignment.SureLikeness * _now[first].Text.Length ? first : null;
    }

    private List<Change> Answers()
    {
        var changes = new List<Change>();
        var taken = new HashSet<Guid>();
        foreach (var answer in _store.SuggestionAnswers().Where(a => a.Source == _old.Id))
        {
            if (Twin(answer.Segment) is { } twin && taken.Add(SuggestionIdentity.Of(_segmentIds[twin], answer.Code)))
            {
                changes.Add(new WithdrawAnswer(answer.Id));
                changes.Add(new AnswerSuggestion(answer with { Id = SuggestionIdentity.Of(_segmentIds[twin], answer.Code), Source = _source, Segment = _segmentIds[twin] }));
            }
        }

        return changes;
    }

    /// <summary>What was written about a segment that is gone is now about the source: a memo is never lost.</summary>
    private IEnumerable<EditMemo> Memos()
    {
        foreach (var memo in _store.Memos())
        {
            if (memo.Target == MemoTarget.Source && memo.TargetId == _old.Id)
            {
                yield return new EditMemo(memo with { TargetId = _source });
            }
            else if (memo.Target == MemoTarget.Segment && memo.TargetId is { } segment && _places.TryGetValue(segment, out var place))
            {
                yield return new EditMemo(place.Kind == PlaceKind.Lost
                    ? memo with { Target = MemoTarget.Source, TargetId = _source }
                    : memo with { TargetId = _segmentIds[_alignment.Touched(place.Start, place.End).First] });
            }
        }
    }

    /// <summary>The file's values are the newer ones, but what a person has changed by hand stays.</summary>
    private List<EditCase> Attributes()
    {
        var changes = new List<EditCase>();
        if (_respondents is null || _respondents.Twins.Count == 0)
        {
            return changes;
        }

        var cases = _store.Cases().ToDictionary(c => c.Id);
        var byHand = _store.CasesEditedByHand(_respondents.Twins.Values.Select(t => t.Case));
        foreach (var (i, twin) in _respondents.Twins.OrderBy(t => t.Key))
        {
            var person = cases[twin.Case];
            var attributes = new Dictionary<string, string>(person.Attributes, StringComparer.Ordinal);
            foreach (var (name, value) in _draft.Survey!.Respondents[i].Attributes)
            {
                if (!attributes.ContainsKey(name) || !byHand.Contains(twin.Case))
                {
                    attributes[name] = value;
                }
            }

            if (attributes.Any(a => person.Attributes.GetValueOrDefault(a.Key) != a.Value))
            {
                changes.Add(new EditCase(person with { Attributes = attributes }));
            }
        }

        return changes;
    }
}
