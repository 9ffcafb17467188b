using MiaVoices.Core.Language;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Reader;

/// <summary>Answering what is suggested for the segment or the selection while one reads. Nothing is coded without an answer.</summary>
internal sealed partial class CodingScreen
{
    private static readonly string[] OfferKeys = ["a", "b", "c"];

    private void AddOffers()
    {
        for (var i = 0; i < OfferKeys.Length; i++)
        {
            var at = i;
            Add("offer" + OfferKeys[i], OfferKeys[i], () => Answer(_offers.All[at], accept: true), i == 0 ? 2 : 0, () => WhyNotOffer(at));
        }

        Add("rejectOffer", "f", AskReject, 0, () => NoSource() ?? (OpenOffers().Any() ? null : _offers.WhyNone() ?? T["screen.code.offersDone"]));
    }

    private IEnumerable<CodeSuggestion> OpenOffers() => _offers.All.Where((_, i) => WhyNotOffer(i) is null);

    private string? WhyNotOffer(int at)
    {
        if (NoSource() is { } none)
        {
            return none;
        }

        if (_offers.For?.Key != Segment!.Key || _offers.WhyNone() is not null)
        {
            return _offers.WhyNone() ?? T["screen.code.offersLater"];
        }

        if (at >= _offers.All.Count)
        {
            return T["screen.code.offersNoMore"];
        }

        var (offer, segment) = (_offers.All[at], _offers.For);
        return !_codebook.Contains(offer.Code) || Desk.Learning.IsSettled(offer.Id) || Shown!.CodingsAt(segment.Start, segment.End).Any(c => c.Code == offer.Code)
            ? T["screen.code.offersDone"]
            : null;
    }

    private void Answer(CodeSuggestion offer, bool accept)
    {
        var segment = _offers.For!;
        var span = View.Selection is null ? (segment.Start, segment.End) : Target() ?? (segment.Start, segment.End);
        if (accept && (span.Start < segment.Start || span.End > segment.End))
        {
            Project.Status.Show(T["screen.code.offersWithin"], "", Terminal.Screen.Role.Warning);
            return;
        }

        var answered = new AnsweredSuggestion(offer, segment) { Part = new SentenceSpan(span.Start - segment.Start, span.End - segment.Start) };
        var change = Core.Workbench.Suggesting.Answer(Project.Store, _offers.Model, [answered], accept, null);
        if (Apply(change, T[accept ? "suggest.accepted" : "suggest.rejected", Name(offer.Code), Shown!.Source.Label, segment.Ordinal]))
        {
            Desk.Learning.Settle([offer.Id]);
            if (accept)
            {
                Remember(_codebook[offer.Code]);
            }
        }
    }

    private void AskReject() => Desk.Choose(T["screen.code.rejectOffer.which"], [.. OpenOffers()], o => $"{Label(o.Code)} {HereOffers.Percent(o.Confidence)}", o => Answer(o, accept: false));
}
