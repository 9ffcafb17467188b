namespace MiaVoices.Core.Suggestions;

/// <summary>
/// Everything that suggestions are learnt from. Immutable and thread-safe. The order in which things are handed in does
/// not matter: segments are sorted by key, codes by identity.
/// </summary>
public sealed class LearningSet
{
    private readonly Dictionary<long, int> _rowOf;
    private readonly Dictionary<Guid, int> _columnOf;
    private readonly Answer[][] _answers;
    private readonly long[] _reviewedAt;

    /// <summary>Makes a set; labels and reviews of segments or codes outside it are left out.</summary>
    /// <exception cref="ArgumentException">Two segments share a key, or two codes an identity.</exception>
    public LearningSet(
        IEnumerable<LearningSegment> segments,
        IEnumerable<LearningCode> codes,
        IEnumerable<LearningLabel> labels,
        IEnumerable<LearningReview> reviews)
    {
        Segments = [.. segments.OrderBy(segment => segment.Key)];
        Codes = [.. codes.OrderBy(code => code.Id)];
        _rowOf = new Dictionary<long, int>(Segments.Count);
        for (var row = 0; row < Segments.Count; row++)
        {
            _rowOf.Add(Segments[row].Key, row);
        }

        _columnOf = [];
        for (var column = 0; column < Codes.Count; column++)
        {
            _columnOf.Add(Codes[column].Id, column);
        }

        _answers = Gather(labels);
        var never = new long[Segments.Count];
        Array.Fill(never, long.MinValue);
        _reviewedAt = Latest(never, reviews);
    }

    private LearningSet(LearningSet of, Answer[][] answers, long[] reviewedAt)
    {
        (Segments, Codes, _rowOf, _columnOf) = (of.Segments, of.Codes, of._rowOf, of._columnOf);
        (_answers, _reviewedAt) = (answers, reviewedAt);
    }

    /// <summary>The segments by key.</summary>
    public IReadOnlyList<LearningSegment> Segments { get; }

    /// <summary>The codes by identity.</summary>
    public IReadOnlyList<LearningCode> Codes { get; }

    /// <summary>Number of segments that a person has coded, rejected a code for, or reviewed.</summary>
    public int Touched => Enumerable.Range(0, Segments.Count).Count(IsTouched);

    /// <summary>Number of segments with a code.</summary>
    public int Coded => Enumerable.Range(0, Segments.Count).Count(IsCoded);

    /// <summary>What is known of a segment and a code, both by their place in the lists above.</summary>
    public LabelValue Label(int segment, int code)
    {
        foreach (var answer in _answers[segment])
        {
            if (answer.Code == code)
            {
                return answer.IsYes ? LabelValue.Yes : LabelValue.No;
            }
        }

        return IsReviewed(segment) && Codes[code].Since <= _reviewedAt[segment] ? LabelValue.No : LabelValue.Unknown;
    }

    /// <summary>
    /// The set with further answers, each in place of what was known of its pair; an unknown one takes the answer back. Segments and
    /// codes stay, so that a model can go on from where it was (<see cref="ICodeSuggester.Refit"/>).
    /// </summary>
    /// <param name="labels">Answers; those on segments or codes outside the set are left out.</param>
    /// <param name="reviews">Segments gone through since.</param>
    public LearningSet With(IEnumerable<LearningLabel> labels, IEnumerable<LearningReview> reviews)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(reviews);
        var answers = (Answer[][])_answers.Clone();
        foreach (var label in labels)
        {
            if (_rowOf.TryGetValue(label.Segment, out var row) && _columnOf.TryGetValue(label.Code, out var code))
            {
                var others = answers[row].Where(answer => answer.Code != code);
                answers[row] = label.Value == LabelValue.Unknown
                    ? [.. others]
                    : [.. others.Append(new Answer(code, label.Value == LabelValue.Yes, label.Coding)).OrderBy(answer => answer.Code)];
            }
        }

        return new LearningSet(this, answers, Latest((long[])_reviewedAt.Clone(), reviews));
    }

    /// <summary>Whether another set has the same segments and codes, to the letter: then only answers differ, and with them which segments may be judged by.</summary>
    internal bool SharesWith(LearningSet other) =>
        (ReferenceEquals(Segments, other.Segments) || (Segments.Count == other.Segments.Count && Segments.Zip(other.Segments).All(pair => IsSame(pair.First, pair.Second))))
        && (ReferenceEquals(Codes, other.Codes) || (Codes.Count == other.Codes.Count && Codes.Zip(other.Codes).All(pair => IsSame(pair.First, pair.Second))));

    private static bool IsSame(LearningSegment left, LearningSegment right) => left == right || left with { IsJudged = right.IsJudged } == right;

    private static bool IsSame(LearningCode left, LearningCode right) =>
        left with { Keywords = right.Keywords } == right && left.Keywords.SequenceEqual(right.Keywords, StringComparer.Ordinal);

    internal bool TryRow(long key, out int row) => _rowOf.TryGetValue(key, out row);

    internal bool TryColumn(Guid code, out int column) => _columnOf.TryGetValue(code, out column);

    internal bool IsReviewed(int row) => _reviewedAt[row] != long.MinValue;

    internal bool IsTouched(int row) => _answers[row].Length > 0 || IsReviewed(row);

    internal bool IsCoded(int row) => Array.Exists(_answers[row], answer => answer.IsYes);

    /// <summary>Codes set on a row, in the order of the codes.</summary>
    internal IEnumerable<(int Code, Guid? Coding)> CodesOf(int row) =>
        _answers[row].Where(answer => answer.IsYes).Select(answer => (answer.Code, answer.Coding));

    /// <summary>Adds all that a model depends on to a hash, so that its version changes exactly when it may differ.</summary>
    internal void AddTo(HashSink sink)
    {
        foreach (var segment in Segments)
        {
            sink.Add(segment.Key);
            sink.Add(segment.Id);
            sink.Add(segment.Text);
            sink.Add(segment.Respondent);
            sink.Add(segment.IsCandidate ? 1 : 0);
        }

        foreach (var code in Codes)
        {
            sink.Add(code.Id);
            sink.Add(code.Name);
            sink.Add(code.Definition);
            sink.Add(code.Include);
            sink.Add(code.Keywords.Count);
            foreach (var keyword in code.Keywords)
            {
                sink.Add(keyword);
            }
        }

        for (var row = 0; row < Segments.Count; row++)
        {
            for (var code = 0; IsTouched(row) && code < Codes.Count; code++)
            {
                if (Label(row, code) is var label and not LabelValue.Unknown)
                {
                    sink.Add(((long)row << 32) | (uint)((code << 2) | (int)label));
                }
            }
        }
    }

    private long[] Latest(long[] reviewedAt, IEnumerable<LearningReview> reviews)
    {
        foreach (var review in reviews)
        {
            if (_rowOf.TryGetValue(review.Segment, out var row))
            {
                reviewedAt[row] = Math.Max(reviewedAt[row], review.At);
            }
        }

        return reviewedAt;
    }

    private Answer[][] Gather(IEnumerable<LearningLabel> labels)
    {
        var known = new SortedDictionary<(int Row, int Code), Answer>();
        foreach (var label in labels)
        {
            if (label.Value == LabelValue.Unknown
                || !_rowOf.TryGetValue(label.Segment, out var row)
                || !_columnOf.TryGetValue(label.Code, out var code))
            {
                continue;
            }

            var answer = new Answer(code, label.Value == LabelValue.Yes, label.Coding);
            if (!known.TryGetValue((row, code), out var standing) || answer.Outranks(standing))
            {
                known[(row, code)] = answer;
            }
        }

        var answers = new Answer[Segments.Count][];
        Array.Fill(answers, []);
        foreach (var group in known.GroupBy(pair => pair.Key.Row, pair => pair.Value))
        {
            answers[group.Key] = [.. group];
        }

        return answers;
    }

    private readonly record struct Answer(int Code, bool IsYes, Guid? Coding)
    {
        /// <summary>Yes before no; of several codings the one with the lowest identity, whatever order they came in.</summary>
        public bool Outranks(Answer other) => IsYes != other.IsYes
            ? IsYes
            : IsYes && Coding is { } own && (other.Coding is not { } theirs || own.CompareTo(theirs) < 0);
    }
}
