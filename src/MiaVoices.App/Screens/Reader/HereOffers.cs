using MiaVoices.App.Screens.Suggesting;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Suggestions;
using MiaVoices.Terminal.Loop;

namespace MiaVoices.App.Screens.Reader;

/// <summary>
/// The codes suggested for the segment at the caret. Worked out behind, shown when they are there, and then the same for as long as
/// the caret stays in the segment, so that a key never means another code than the one that was read.
/// </summary>
internal sealed class HereOffers
{
    private const int Most = 3;
    private const double Least = 0.15;

    private readonly Desk _desk;
    private readonly LatestWork _asking;
    private Learned? _fruitless;
    private long? _of;
    private bool _isThere;

    public HereOffers(Desk desk) => (_desk, _asking) = (desk, desk.Project.NewWork(desk.App));

    /// <summary>The suggestions, the surest first; empty while they are worked out.</summary>
    public IReadOnlyList<CodeSuggestion> All { get; private set; } = [];

    /// <summary>The segment that they are for; null before there is one.</summary>
    public Segment? For { get; private set; }

    /// <summary>The model that made them.</summary>
    public string Model { get; private set; } = "";

    /// <summary>Confidence as people read it: nothing is certain, and rounding does not say so.</summary>
    public static string Percent(double confidence) => FormattableString.Invariant($"{Math.Clamp((int)Math.Round(confidence * 100), 1, 99)} %");

    /// <summary>Follows the caret to a segment.</summary>
    public void Follow(Segment? segment)
    {
        // Where there was nothing to show, what is learnt since may have something.
        var isNews = _fruitless is not null && !ReferenceEquals(_fruitless, _desk.Learning.Latest);
        if (segment is null || (segment.Key == _of && !isNews))
        {
            return;
        }

        (All, For, _isThere) = ([], segment, false);
        if (_desk.Learning.Latest is not { } learned)
        {
            _asking.Cancel();
            return;
        }

        var key = segment.Key;
        (_of, _fruitless) = (key, null);
        if (learned.Model is not { } model || segment.Role == SpeakerRole.Interviewer)
        {
            _asking.Cancel();
            (_isThere, _fruitless) = (true, learned);
            return;
        }

        _asking.Start(cancellation => model.Suggest(new SuggestionQuery { Segments = k => k == key, Minimum = Least, Limit = Most, Explain = false }, null, cancellation), found =>
        {
            (All, Model, _isThere) = (found, model.Version, true);
            _fruitless = found.Count == 0 ? learned : null;
        });
    }

    /// <summary>Why there are none to show; null if there are.</summary>
    public string? WhyNone() => All.Count > 0
        ? null
        : _desk.T[!_isThere ? "screen.code.offersLater" : For?.Role == SpeakerRole.Interviewer ? "screen.code.offersNever" : "screen.code.offersNone"];
}
