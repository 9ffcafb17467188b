using MiaVoices.Core.Codes;
using MiaVoices.Core.Language;

namespace MiaVoices.Core.Suggestions;

/// <summary>A coded passage that a person has marked with what it says of its theme.</summary>
/// <param name="Key">Unique in its list.</param>
/// <param name="Text">The words.</param>
/// <param name="Respondent">Who speaks; the source's name where that is not known.</param>
/// <param name="Polarity">What the person marked.</param>
public sealed record PolarityExample(long Key, string Text, string Respondent, Polarity Polarity);

/// <summary>
/// Learns what statements say of their themes (works well, works less well, proposal) from the project's own marks, by a
/// model of its own: no theme sees it, and it sees no theme. What a transcriber has put into a text is no word of it. Pure; thread-safe.
/// </summary>
public static class PolaritySuggester
{
    /// <summary>Fewer marked passages teach nothing.</summary>
    public const int LeastExamples = 30;

    /// <summary>Each polarity that is suggested has at least so many examples.</summary>
    public const int LeastOfEach = 8;

    /// <summary>… by at least so many respondents.</summary>
    public const int LeastRespondents = 3;

    // Identities of the three answers within the model; they are stored nowhere.
    private static readonly Dictionary<Polarity, Guid> Ids = Enum.GetValues<Polarity>().ToDictionary(p => p, p => new Guid((int)p + 1, 0, 0, new byte[8]));

    /// <summary>
    /// Learns a model; null where there is too little to learn from: fewer than two polarities with
    /// <see cref="LeastOfEach"/> examples by <see cref="LeastRespondents"/> respondents, or fewer than
    /// <see cref="LeastExamples"/> examples of those together.
    /// </summary>
    /// <param name="examples">The marked passages.</param>
    /// <param name="analyser">Finds words and stems.</param>
    /// <param name="cancel">Stops the work.</param>
    public static PolarityModel? Train(IEnumerable<PolarityExample> examples, ITextAnalyser analyser, CancellationToken cancel = default)
    {
        var known = examples
            .GroupBy(example => example.Polarity)
            .Where(group => group.Count() >= LeastOfEach && group.Select(example => example.Respondent).Distinct(StringComparer.Ordinal).Count() >= LeastRespondents)
            .OrderBy(group => group.Key)
            .ToDictionary(group => group.Key, group => group.ToArray());
        var all = known.Values.SelectMany(group => group).OrderBy(example => example.Key).ToArray();
        if (known.Count < 2 || all.Length < LeastExamples)
        {
            return null;
        }

        // Without name and definition a code begins from nothing: only the marks speak.
        var set = new LearningSet(
            all.Select(example => new LearningSegment(example.Key, TranscriptionMarks.Spoken(example.Text), example.Respondent)),
            known.Keys.Select(polarity => new LearningCode(Ids[polarity], "", "", "", [])),
            all.SelectMany(example => known.Keys.Select(polarity => new LearningLabel(example.Key, Ids[polarity], polarity == example.Polarity ? LabelValue.Yes : LabelValue.No))),
            []);
        var model = new LinearCodeSuggester(analyser).Train(set, null, cancel);
        return new PolarityModel(model, [.. known.Keys.Select(polarity => (polarity, Ids[polarity]))], Judge(model, all, cancel));
    }

    /// <summary>Each example is judged by a model that had not seen its respondent.</summary>
    private static PolarityQuality Judge(SuggestionModel model, PolarityExample[] examples, CancellationToken cancel)
    {
        var best = model
            .Suggest(new SuggestionQuery { Minimum = 0, IncludeAnswered = true, Explain = false }, null, cancel)
            .GroupBy(suggestion => suggestion.Segment)
            .ToDictionary(group => group.Key, group => group.OrderByDescending(s => s.Confidence).ThenBy(s => s.Code).First().Code);
        var right = examples.Count(example => best[example.Key] == Ids[example.Polarity]);
        return new PolarityQuality(
            right,
            examples.Length,
            examples.Select(example => example.Respondent).Distinct(StringComparer.Ordinal).Count(),
            examples.CountBy(example => example.Polarity).Max(count => count.Value),
            WilsonInterval.Of(right, examples.Length, IntervalLevel.Ninety));
    }
}

/// <summary>How good the suggested polarities are for people whom the model has not read.</summary>
/// <param name="Right">Marked passages for which the model, without having read the respondent, finds the person's mark the likeliest.</param>
/// <param name="Judged">Number of marked passages.</param>
/// <param name="Respondents">By how many.</param>
/// <param name="Commonest">How many would be right if the commonest mark were always suggested: what the model has to beat.</param>
/// <param name="Interval">90 % interval of the share that is right.</param>
public sealed record PolarityQuality(int Right, int Judged, int Respondents, int Commonest, WilsonInterval Interval);

/// <summary>What a statement probably says of its theme. Nothing is marked until a person takes it.</summary>
/// <param name="Polarity">What.</param>
/// <param name="Confidence">0.001–0.999 in thousandths.</param>
public sealed record PolaritySuggestion(Polarity Polarity, double Confidence);

/// <summary>A learnt model of polarity. Immutable; thread-safe. It holds what people said: personal data.</summary>
public sealed class PolarityModel
{
    private readonly SuggestionModel _model;
    private readonly IReadOnlyList<(Polarity Polarity, Guid Id)> _known;

    internal PolarityModel(SuggestionModel model, IReadOnlyList<(Polarity Polarity, Guid Id)> known, PolarityQuality quality) =>
        (_model, _known, Quality) = (model, known, quality);

    /// <summary>How good it is.</summary>
    public PolarityQuality Quality { get; }

    /// <summary>The polarities that it can suggest.</summary>
    public IReadOnlyList<Polarity> Known => [.. _known.Select(k => k.Polarity)];

    /// <summary>The likeliest polarity of a text; null where none is as likely as not, or where the model does no better than always saying the commonest.</summary>
    public PolaritySuggestion? Suggest(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Quality.Right <= Quality.Commonest)
        {
            return null;
        }

        var said = TranscriptionMarks.Spoken(text);
        var (polarity, confidence) = _known
            .Select(k => (k.Polarity, _model.Score(said, k.Id).Confidence))
            .OrderByDescending(k => k.Confidence)
            .ThenBy(k => k.Polarity)
            .First();
        return confidence >= 0.5 ? new PolaritySuggestion(polarity, confidence) : null;
    }
}
