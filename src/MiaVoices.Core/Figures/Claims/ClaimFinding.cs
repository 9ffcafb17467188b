namespace MiaVoices.Core.Figures.Claims;

/// <summary>How sure a finding is.</summary>
public enum ClaimLevel
{
    /// <summary>The numbers contradict each other as they stand.</summary>
    CannotHold,

    /// <summary>A reader cannot check the number: what it is a share or a change of is not named.</summary>
    BaseMissing,

    /// <summary>It may be right, but a person should look.</summary>
    LookAt,
}

/// <summary>What is wrong with a number.</summary>
public enum ClaimKind
{
    /// <summary>k of n is another percentage. Facts: k, n, the percentage it is.</summary>
    OtherPercentage,

    /// <summary>No number of persons gives the percentage. Facts: the base, the nearest below and above as "k av n = p %", the least base that all shares of the list fit, or "".</summary>
    ImpossiblePercentage,

    /// <summary>More than the whole. Facts: part, whole.</summary>
    MoreThanWhole,

    /// <summary>The parts do not add up. Facts: sum, whole, difference.</summary>
    PartsMissing,

    /// <summary>The shares of one question are more than 100 per cent. Facts: sum.</summary>
    SharesOver,

    /// <summary>The response rate comes from none of the numbers beside it. Facts: the rates that do, joined.</summary>
    OtherRate,

    /// <summary>The response rate is of those reached; of all it is another. Facts: answers, the other base, the rate.</summary>
    RateOfAll,

    /// <summary>No base. No facts.</summary>
    NoBase,

    /// <summary>A change without from and to. No facts.</summary>
    NoEndpoints,

    /// <summary>A word of quantity beside a share that it does not fit. Facts: the word, the share, the shares that it fits.</summary>
    WordMisfit,

    /// <summary>A headline says more than the figures under it. Facts: the word, the largest share under it.</summary>
    HeadlineMisfit,

    /// <summary>Said to be met, and the outcome is below the target, or the other way round. Facts: target, outcome.</summary>
    GoalMisfit,

    /// <summary>Said to be met (or not), with no outcome beside the target. No facts.</summary>
    GoalWithoutOutcome,
}

/// <summary>A number in a text that a person should look at.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Number">The number with a word or two, as it stands.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Level">How sure that is.</param>
/// <param name="Facts">Numbers that the explanation mentions.</param>
public sealed record ClaimFinding(int Line, string Number, ClaimKind Kind, ClaimLevel Level, IReadOnlyList<string> Facts);
