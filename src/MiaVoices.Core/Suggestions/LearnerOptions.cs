namespace MiaVoices.Core.Suggestions;

/// <summary>Settings of the learner. The defaults are what the program uses; they were chosen on development parts of four sets of Swedish text, never on test parts.</summary>
internal sealed record LearnerOptions
{
    /// <summary>Changes whenever the same input may give another model.</summary>
    public const string Version = "linear-4";

    /// <summary>Price of a margin missed, for a code with few examples.</summary>
    public double Cost { get; init; } = 0.4;

    /// <summary>From this many examples the price falls with their square root: many examples tell less each, and some are coded in haste.</summary>
    public double CostExamples { get; init; } = 12;

    /// <summary>A code with fewer examples is suggested for many segments only where it is clearly more likely than on average.</summary>
    public int FewExamples { get; init; } = 5;

    /// <summary>Strength of the description when there are no examples.</summary>
    public double PriorStrength { get; init; } = 4;

    /// <summary>With this many examples a full description counts half; a shorter one with fewer, in proportion.</summary>
    public double PriorHalf { get; init; } = 300;

    /// <summary>A description of so many different words is a full one; a name alone says too little to hold against examples.</summary>
    public double FullDescription { get; init; } = 30;

    /// <summary>Weight of the word vectors in a description, beside their weight in a segment.</summary>
    public double PriorVectors { get; init; } = 3;

    /// <summary>How much more an example tells through its words' vectors than by their weight in a row, for a code of which nothing is said and of which there are few examples,</summary>
    public double VectorsUndescribed { get; init; } = 8;

    /// <summary>and for one with a full description, which has said by its own vectors what the code is about.</summary>
    public double VectorsDescribed { get; init; } = 2;

    /// <summary>With this many examples what is more than 1 of it is halved: the words themselves are known then.</summary>
    public double VectorsHalf { get; init; } = 20;

    /// <summary>The description is widened with one in this many segments,</summary>
    public int FeedbackShare { get; init; } = 20;

    /// <summary>but no fewer than this,</summary>
    public int LeastFeedback { get; init; } = 15;

    /// <summary>and no more than this.</summary>
    public int MostFeedback { get; init; } = 60;

    /// <summary>Weight of their mean beside the description.</summary>
    public double FeedbackWeight { get; init; } = 0.6;

    /// <summary>Weight of an unknown pair as a no where a person set another code.</summary>
    public double CodedUnknown { get; init; } = 0.5;

    /// <summary>Weight of an unknown pair as a no in a sampled segment that nobody has touched.</summary>
    public double UntouchedUnknown { get; init; } = 0.05;

    /// <summary>At least this many untouched segments are sampled, and three times as many as are touched: so no code seems commoner than one in four.</summary>
    public int LeastUntouched { get; init; } = 200;

    /// <summary>Codings tell how common a code is where at least so many segments have been gone through for each that was only coded.</summary>
    public int ReviewedForPicked { get; init; } = 3;

    /// <summary>Else one in this many untouched segments, at most, stands for those that would have got no code.</summary>
    public int PickedShare { get; init; } = 4;

    /// <summary>Passes over the rows at most.</summary>
    public int MostPasses { get; init; } = 30;

    /// <summary>Passes at most when a model is refitted after an answer: a person waits, and the next refit goes on.</summary>
    public int MostRefitPasses { get; init; } = 3;

    /// <summary>Learning ends when no example pulls harder than this.</summary>
    public double Tolerance { get; init; } = 0.05;

    /// <summary>Folds of the cross-validation; fewer when there are fewer respondents.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>From this many answered segments two folds do: examples are not lacking, and time is.</summary>
    public int ManyAnswered { get; init; } = 10_000;

    /// <summary>What a score means is learnt from at most this many answered segments.</summary>
    public int MostCalibrated { get; init; } = 20_000;

    /// <summary>Seed of everything left to chance.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Most weights of a model, of 8 bytes each. Features give way when there are very many codes, so that memory is bounded.</summary>
    public int MostWeights { get; init; } = 6_000_000;

    /// <summary>How texts become rows.</summary>
    public FeatureOptions Features { get; init; } = new();
}
