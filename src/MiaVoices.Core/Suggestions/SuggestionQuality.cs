namespace MiaVoices.Core.Suggestions;

/// <summary>How good the suggestions of one code are. Figures are null below three examples, where they would say nothing.</summary>
/// <param name="Code">Identity of the code.</param>
/// <param name="N">Segments with the code among those judged.</param>
/// <param name="Precision">Share of the suggestions that were right, 0–1; 0 where nothing was suggested.</param>
/// <param name="Recall">Share of the coded segments that were found, 0–1.</param>
/// <param name="F1">Harmonic mean of the two, 0–1.</param>
/// <param name="Threshold">From which confidence it was suggested, mean over the folds.</param>
/// <param name="PrecisionInterval">90 % interval of the precision.</param>
/// <param name="RecallInterval">90 % interval of the recall.</param>
/// <param name="AveragePrecision">Quality of the order, 0–1.</param>
public sealed record CodeQuality(
    Guid Code,
    int N,
    double? Precision,
    double? Recall,
    double? F1,
    double Threshold,
    WilsonInterval? PrecisionInterval,
    WilsonInterval? RecallInterval,
    double? AveragePrecision);

/// <summary>How good suggestions are for people whom the model has not read.</summary>
/// <param name="Folds">Number of folds.</param>
/// <param name="Respondents">Number of respondents with answered segments.</param>
/// <param name="Segments">Number of segments judged: those coded or reviewed.</param>
/// <param name="AssumedNoes">Pairs judged as no only because the segment holds some other code; many of them make the precision look worse than it is.</param>
/// <param name="Codes">One for each code, in the order of the set.</param>
/// <param name="MicroF1">F1 over all pairs of shown codes, 0–1; null if no code is shown.</param>
/// <param name="MacroF1">Mean F1 of the shown codes.</param>
/// <param name="AveragePrecision">Mean average precision of the shown codes.</param>
/// <param name="CalibrationError">Expected calibration error over all pairs in ten bins of equal width, 0–1.</param>
public sealed record SuggestionQuality(
    int Folds,
    int Respondents,
    int Segments,
    int AssumedNoes,
    IReadOnlyList<CodeQuality> Codes,
    double? MicroF1,
    double? MacroF1,
    double? AveragePrecision,
    double CalibrationError)
{
    /// <summary>What the folds keep together.</summary>
    public string GroupedBy { get; } = "respondent";
}
