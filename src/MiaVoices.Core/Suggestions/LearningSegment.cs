namespace MiaVoices.Core.Suggestions;

/// <summary>A segment as the learner sees it.</summary>
/// <param name="Key">Unique in the set; its order is the document order.</param>
/// <param name="Text">The words.</param>
/// <param name="Respondent">Who speaks. All segments of one respondent stand in one fold, and all blank ones count as one respondent, so hand in the source's name where the speaker is not known.</param>
public sealed record LearningSegment(long Key, string Text, string Respondent)
{
    /// <summary>Public identity, from which the identity of a suggestion derives.</summary>
    public Guid Id { get; init; }

    /// <summary>False for an interviewer's words: they help to know how common a word is, but no code is suggested for them.</summary>
    public bool IsCandidate { get; init; } = true;

    /// <summary>False where all that is known came by answering suggestions: what the model picked out itself may teach it, but not tell how good it is.</summary>
    public bool IsJudged { get; init; } = true;
}

/// <summary>A code as the learner sees it.</summary>
/// <param name="Id">Identity of the code.</param>
/// <param name="Name">Full name.</param>
/// <param name="Definition">What it means; may be empty.</param>
/// <param name="Include">What belongs to it; may be empty.</param>
/// <param name="Keywords">Words that point to it; may be empty.</param>
public sealed record LearningCode(Guid Id, string Name, string Definition, string Include, IReadOnlyList<string> Keywords)
{
    /// <summary>The journal's position when the code was made: an earlier review says nothing of it.</summary>
    public long Since { get; init; }
}

/// <summary>What is known of a segment and a code.</summary>
public enum LabelValue
{
    /// <summary>Nobody has said; not the same as no.</summary>
    Unknown,

    /// <summary>A person coded it.</summary>
    Yes,

    /// <summary>A person rejected it, or reviewed the segment without coding it.</summary>
    No,
}

/// <summary>A person's answer on one segment and one code. Where answers differ, yes stands.</summary>
/// <param name="Segment">Key of the segment.</param>
/// <param name="Code">Identity of the code.</param>
/// <param name="Value">Yes or no; unknown says nothing.</param>
public sealed record LearningLabel(long Segment, Guid Code, LabelValue Value)
{
    /// <summary>The coding behind a yes, to be shown beside a similar suggestion; null if there is none.</summary>
    public Guid? Coding { get; init; }
}

/// <summary>A person has gone through a segment: each code that existed then and is not set is a no.</summary>
/// <param name="Segment">Key of the segment.</param>
/// <param name="At">The journal's position at the review; codes with a later <see cref="LearningCode.Since"/> stay unknown.</param>
public sealed record LearningReview(long Segment, long At = long.MaxValue);
