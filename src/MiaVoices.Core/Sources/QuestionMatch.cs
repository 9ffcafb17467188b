namespace MiaVoices.Core.Sources;

/// <summary>What became of a question from one wave of a survey to a later one.</summary>
public enum QuestionChange
{
    /// <summary>Asked in the same words.</summary>
    Same,

    /// <summary>The same id in other words, or words so alike that it is probably the same question.</summary>
    Reworded,

    /// <summary>Not asked in the earlier wave.</summary>
    New,

    /// <summary>Asked in the earlier wave only.</summary>
    Gone,
}

/// <summary>What told that two questions are one.</summary>
public enum MatchedBy
{
    /// <summary>Nothing: the question is in one of the waves only.</summary>
    Nothing,

    /// <summary>The stable id.</summary>
    Id,

    /// <summary>The wording, after <see cref="QuestionLikeness.Fold"/>.</summary>
    Wording,

    /// <summary>A likeness of <see cref="QuestionLikeness.Alike"/> or more.</summary>
    Likeness,
}

/// <summary>How the ways to answer a question differ between two waves.</summary>
public enum ScaleDifference
{
    /// <summary>They do not, or one of them is not known.</summary>
    None,

    /// <summary>One holds all points of the other, in the same order, and more.</summary>
    MorePoints,

    /// <summary>The points are others, in another order, or the question is of another kind: figures do not compare.</summary>
    Other,
}

/// <summary>A question in an earlier and in a later wave; one of them is null where it was asked in the other only.</summary>
/// <param name="Earlier">As it was asked in the earlier wave.</param>
/// <param name="Later">As it was asked in the later wave.</param>
/// <param name="By">What told that the two are one.</param>
/// <param name="Likeness">Of the wordings, 0 to 1; 0 where one is missing.</param>
public sealed record QuestionMatch(QuestionDraft? Earlier, QuestionDraft? Later, MatchedBy By, double Likeness)
{
    /// <summary>What became of the question.</summary>
    public QuestionChange Change =>
        Earlier is null ? QuestionChange.New
        : Later is null ? QuestionChange.Gone
        : By == MatchedBy.Wording || QuestionLikeness.Fold(Earlier.Text) == QuestionLikeness.Fold(Later.Text) ? QuestionChange.Same
        : QuestionChange.Reworded;

    /// <summary>The question in the later wave, else in the earlier.</summary>
    public QuestionDraft Question => Later ?? Earlier!;

    /// <summary>How the ways to answer differ.</summary>
    public ScaleDifference Scale
    {
        get
        {
            if (Earlier is null || Later is null)
            {
                return ScaleDifference.None;
            }

            if (Earlier.Kind != Later.Kind)
            {
                return ScaleDifference.Other;
            }

            var (before, now) = (Earlier.Scale.Select(QuestionLikeness.Fold).ToList(), Later.Scale.Select(QuestionLikeness.Fold).ToList());
            return before.Count == 0 || now.Count == 0 || before.SequenceEqual(now, StringComparer.Ordinal) ? ScaleDifference.None
                : Holds(before, now) || Holds(now, before) ? ScaleDifference.MorePoints
                : ScaleDifference.Other;
        }
    }

    private static bool Holds(List<string> all, List<string> some)
    {
        var at = 0;
        foreach (var point in all)
        {
            at += at < some.Count && some[at] == point ? 1 : 0;
        }

        return at == some.Count;
    }
}
