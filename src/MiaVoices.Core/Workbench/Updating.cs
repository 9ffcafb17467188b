using MiaVoices.Core.Changes;
using MiaVoices.Core.Revisions;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>
/// Makes a file a new version of a source: the old one is hidden, persons and what people decided go over to the new, and
/// codings that cannot be placed surely wait with the old one. One object a source; all of it is one step to undo.
/// </summary>
internal sealed partial class Updating
{
    /// <summary>Below this share of segments found again the file is taken for another one.</summary>
    private const double LeastAlike = 0.2;

    private readonly IProjectStore _store;
    private readonly Source _old;
    private readonly SourceDraft _draft;
    private readonly PersistentCases _persistent;
    private readonly Guid _source;
    private readonly Guid[] _segmentIds;
    private readonly List<Segment> _before;
    private readonly List<AlignedSegment> _now;
    private readonly SourceAlignment _alignment;
    private readonly Dictionary<Guid, TextPlace> _places = [];
    private readonly RespondentTwins? _respondents;
    private readonly HashSet<(string?, string?)> _newRows = [];
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);

    /// <summary>Works out what is where.</summary>
    /// <exception cref="RefusedException">The file is no version of the source; nothing is altered.</exception>
    public Updating(IProjectStore store, Source old, SourceDraft draft, MissingRespondents missing, PersistentCases persistent, IIdSource ids, List<Notice> notices)
    {
        if (old.Kind != draft.Kind)
        {
            throw new RefusedException(Problem.At(draft.Name, "update.otherKind", old.Label));
        }

        (_store, _old, _persistent, _source) = (store, old, persistent, ids.Next());
        if (draft.Survey is { } survey)
        {
            var questions = store.Questions().Where(q => q.Source == old.Id).Select(q => q.Question).ToList();
            draft = QuestionIds.Give(draft, QuestionMatching.Ids(QuestionMatching.Match(questions, survey.Questions)));
            draft = persistent.Merged(draft);
            survey = draft.Survey!;
            _respondents = RespondentTwins.Find(store, old, survey, draft);
            (draft, _respondents) = Missing(draft, _respondents, missing);
            if (_respondents.ByPlace > 0)
            {
                notices.Add(new Notice(Problem.At(draft.Name, "update.byPlace", _respondents.ByPlace)));
            }
        }

        _segmentIds = [.. draft.Segments.Select(_ => ids.Next())];
        _draft = draft with { SegmentIds = _segmentIds.Index().ToDictionary(s => s.Index, s => s.Item) };
        _before = [.. store.Segments(new SegmentScope { Source = old.Id })];
        _now = Now();
        _alignment = new SourceAlignment(VersionSegments.Of(_before), _now);
        foreach (var segment in _before)
        {
            _places[segment.Id] = _alignment.Find(segment.Start, segment.End);
        }

        if (_before.Count > 0 && _places.Values.Count(p => p.Kind != PlaceKind.Lost) < LeastAlike * _before.Count)
        {
            throw new RefusedException(Problem.At(draft.Name, "update.notAlike", old.Label));
        }
    }

    /// <summary>Whether a speaker whom the file calls by name keeps the label that stands in the project; known after <see cref="Plan"/>.</summary>
    public bool KeptLabels => _labels.Count > 0;

    /// <summary>The draft as it is brought in, with the file's own labels of speakers.</summary>
    public SourceDraft Draft => _draft;

    /// <summary>True for a row that was not there before.</summary>
    public bool IsNew(SegmentDraft segment) => _newRows.Contains((segment.Wave, segment.Row));

    /// <summary>The changes, in the order in which they must be applied, and what they come to.</summary>
    public (ImportSource Import, List<Change> After, SourceUpdate Update) Plan(string sha)
    {
        var known = Respondents(_persistent.Known(_draft)) with { Speakers = Speakers(out var roles) };
        var draft = _draft with
        {
            Speakers = [.. _draft.Speakers.Select(s => s with { Name = Label(s.Name)!, Role = roles.GetValueOrDefault(Label(s.Name)!, s.Role) })],
            Segments = [.. _draft.Segments.Select(s => s with { Speaker = Label(s.Speaker) })],
        };
        var people = draft.Survey?.Respondents.Count ?? draft.Speakers.Count(s => s.Role == SpeakerRole.Respondent);
        var import = new ImportSource(_source, draft.Name, _old.Label, draft.Kind, sha, draft.Segments.Count, people)
        {
            Replaces = _old.Id,
            Draft = draft,
            Known = known,
        };
        var (moves, doubtful) = Codings();
        var after = new List<Change>();
        if (moves.Count > 0)
        {
            after.Add(new MoveCodings(_source, moves));
        }

        after.AddRange(Reviews());
        after.AddRange(Answers());
        after.AddRange(Memos());
        after.AddRange(Attributes());
        after.AddRange(_persistent.Edited.Where(c => _respondents?.Twins.Values.Any(t => t.Case == c.Id) != true).Select(c => new EditCase(c)));
        after.Add(new HideSource(_old.Id));
        return (import, after, Figures(moves.Count, doubtful));
    }

    private (SourceDraft, RespondentTwins) Missing(SourceDraft draft, RespondentTwins twins, MissingRespondents missing)
    {
        if (twins.Gone.Count == 0 || missing == MissingRespondents.Drop)
        {
            return (draft, twins);
        }

        if (missing == MissingRespondents.Refuse)
        {
            throw new RefusedException(Problem.At(draft.Name, "update.gone", twins.Gone.Count, twins.Gone.Count + twins.Twins.Count, _old.Label));
        }

        if (!draft.Survey!.Columns.Any(c => c.Role == "id"))
        {
            throw new RefusedException(Problem.At(draft.Name, "update.keepNeedsIds"));
        }

        var whole = KeptRespondents.With(_store, _old, draft, twins.Gone);
        return (whole, RespondentTwins.Find(_store, _old, whole.Survey!, whole));
    }

    private List<AlignedSegment> Now()
    {
        var questions = QuestionTwins.Of(QuestionTwins.Named(_before), _draft.Survey?.Questions ?? []);
        var names = new Dictionary<(string?, string?), string>();
        foreach (var (i, respondent) in (_draft.Survey?.Respondents ?? []).Index())
        {
            var isKnown = _respondents!.Twins.TryGetValue(i, out var twin);
            names[(respondent.Wave, respondent.Row)] = isKnown ? twin!.CaseName : $"\n{i}";
            if (!isKnown)
            {
                _newRows.Add((respondent.Wave, respondent.Row));
            }
        }

        var now = new List<AlignedSegment>(_draft.Segments.Count);
        var start = 0;
        foreach (var segment in _draft.Segments)
        {
            var person = segment.Row is null ? null : names.GetValueOrDefault((segment.Wave, segment.Row));
            now.Add(segment.Kind == SegmentKind.Answer
                ? VersionSegments.Answer(start, segment.Text, person, questions.GetValueOrDefault(segment.Question ?? "", "\n" + segment.Question))
                : new AlignedSegment(start, segment.Text, segment.Speaker, null));
            start += segment.Text.Length + 1;
        }

        return now;
    }

    /// <summary>
    /// A speaker of the same label keeps the role and the case that a person may have given; one whose label was corrected is
    /// known by the turns.
    /// </summary>
    private Dictionary<string, Guid?> Speakers(out Dictionary<string, SpeakerRole> roles)
    {
        var known = new Dictionary<string, Guid?>(StringComparer.Ordinal);
        roles = new Dictionary<string, SpeakerRole>(StringComparer.Ordinal);
        var before = _store.Speakers(_old.Id);
        var labels = _draft.Speakers.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var speaker in before)
        {
            var label = labels.Contains(speaker.Name) ? speaker.Name : Renamed(speaker.Name);
            if (label is null || known.ContainsKey(label) || (label != speaker.Name && before.Any(b => b.Name == label)))
            {
                continue;
            }

            if (label != speaker.Name && Named(label))
            {
                _labels[label] = speaker.Name;
                label = speaker.Name;
            }

            roles[label] = speaker.Role;
            known[label] = speaker.Case;
        }

        return known;
    }

    /// <summary>
    /// Whether the file calls the speaker by a name, and the person who imports has not said otherwise: the pseudonym that
    /// stands in the project then stays.
    /// </summary>
    private bool Named(string label) =>
        _draft.Speakers.First(s => s.Name == label) is { NameWords.Count: > 0 } speaker && (speaker.Written.Count == 0 || speaker.Pseudonym == speaker.Name);

    private string? Label(string? label) => label is not null && _labels.TryGetValue(label, out var kept) ? kept : label;

    /// <summary>The label that most of a speaker's turns stand under now.</summary>
    private string? Renamed(string speaker)
    {
        var turns = _before.Where(s => s.Speaker == speaker).ToList();
        var under = turns.Select(s => _places[s.Id]).Where(p => p.IsSure).Select(p => _now[_alignment.Touched(p.Start, p.End).First].Voice)
            .GroupBy(v => v).OrderByDescending(g => g.Count()).FirstOrDefault();
        return under is { Key: not null } && under.Count() * 2 > turns.Count ? under.Key : null;
    }

    private KnownPersons Respondents(KnownPersons persistent)
    {
        var known = new Dictionary<(string? Wave, string Row), Guid>(persistent.Respondents);
        foreach (var (i, twin) in _respondents?.Twins ?? new Dictionary<int, SurveyRespondent>())
        {
            var respondent = _draft.Survey!.Respondents[i];
            known[(respondent.Wave ?? _draft.Survey.Wave, respondent.Row)] = twin.Case;
        }

        return persistent with { Respondents = known };
    }

    private (List<CodingMove> Moves, List<DoubtfulCoding> Doubtful) Codings()
    {
        var (moves, doubtful) = (new List<CodingMove>(), new List<DoubtfulCoding>());
        foreach (var placed in _store.Codings(new CodingScope { Source = _old.Id }))
        {
            var place = _alignment.Find(placed.Coding.Start, placed.Coding.End);
            if (place.IsSure)
            {
                moves.Add(new CodingMove(placed.Coding.Id, place.Start, place.End));
            }
            else
            {
                doubtful.Add(new DoubtfulCoding(placed.Coding.Id, placed.Ordinal, place.Kind == PlaceKind.Doubtful));
            }
        }

        return (moves, doubtful);
    }

    private SourceUpdate Figures(int moved, List<DoubtfulCoding> doubtful)
    {
        var met = new bool[_now.Count];
        var same = 0;
        foreach (var segment in _before)
        {
            var place = _places[segment.Id];
            if (place.Kind == PlaceKind.Lost)
            {
                continue;
            }

            var (first, last) = _alignment.Touched(place.Start, place.End);
            Array.Fill(met, true, first, last - first + 1);
            same += place.Kind == PlaceKind.Same && first == last && _now[first].Text.Length == segment.Text.Length ? 1 : 0;
        }

        var lost = _places.Values.Count(p => p.Kind == PlaceKind.Lost);
        return new SourceUpdate
        {
            Replaced = _old,
            Same = same,
            Changed = _before.Count - lost - same,
            Removed = lost,
            Added = met.Count(m => !m),
            Moved = moved,
            Doubtful = doubtful,
            Respondents = _respondents is null ? default : (_respondents.Twins.Count, _draft.Survey!.Respondents.Count - _respondents.Twins.Count, _respondents.Gone.Count),
        };
    }
}
