using System.Globalization;
using MiaVoices.Core.Suggestions;
using MiaVoices.Core.Workbench;

namespace MiaVoices.App.Screens.Plain;

/// <summary>Suggestions many at a time, and leads to codes that the codebook may lack, by lines.</summary>
internal sealed partial class PlainProject
{
    // Short enough to be read out unasked.
    private const int MostLeads = 8;
    private static readonly double[] Limits = [0.95, 0.9, 0.8, 0.7, 0.6, 0.5];

    /// <summary>Says how many suggestions are so sure, and accepts them unread only when that is confirmed: as one step.</summary>
    private void AskAbove(string typed)
    {
        if (typed.Length > 0 && Limit(typed) is null)
        {
            _talk.Say(T["plain.aboveHow", typed]);
            return;
        }

        // What was coded since the program learnt is not to be coded again.
        Learn();
        var limits = Limits.Select(l => (Limit: l, Core.Workbench.Suggesting.Above(_queue, l, null).Count)).Where(l => l.Count > 0).ToList();
        var limit = Limit(typed);
        if (limit is null && limits.Count > 0)
        {
            limit = _talk.Choose(T["screen.suggest.above"], limits, l => T["screen.suggest.above.row", Words(l.Limit), l.Count])?.Item.Limit;
            if (limit is null)
            {
                return;
            }
        }

        var chosen = limit is { } least ? Core.Workbench.Suggesting.Above(_queue, least, null) : [];
        if (chosen.Count == 0)
        {
            _talk.Say(T["suggest.noneAbove"]);
        }
        else if (_talk.Confirm(T["screen.suggest.above.ask", chosen.Count, Words(limit!.Value)]))
        {
            AcceptAbove(chosen, limit.Value);
        }
        else
        {
            _talk.Say(T["plain.nothingDone"]);
        }
    }

    private void AcceptAbove(IReadOnlyList<CodeSuggestion> chosen, double limit)
    {
        var answered = chosen.Select(c => (Suggestion: c, Segment: SegmentOf(c))).Where(c => c.Segment is not null).Select(c => new AnsweredSuggestion(c.Suggestion, c.Segment!)).ToList();
        if (Do(Core.Workbench.Suggesting.AcceptAbove(Store, _learned!.Model!.Version, answered, limit), T["screen.suggest.above.done", answered.Count]))
        {
            var coded = chosen.Select(c => c.Segment).ToHashSet();
            _queue.RemoveAll(s => coded.Contains(s.Segment));
            _answers = AnswersBetween;
        }
    }

    /// <summary>A limit as people write it: "80", "80 %", "0,8"; null for anything else.</summary>
    private static double? Limit(string typed) =>
        double.TryParse(typed.TrimEnd('%', ' ').Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 100
            ? value <= 1 ? value : value / 100
            : null;

    private string Words(double limit) => T["plain.percent", Math.Round(limit * 100, 1).ToString(CultureInfo.InvariantCulture).Replace('.', T.Language == "sv" ? ',' : '.')];

    /// <summary>Lists leads; one that is chosen tells its passages, and a passage that is chosen is read in its place.</summary>
    private void TellLeads()
    {
        _talk.Say(T["plain.leadsLooking"]);
        var leads = Leads.Of(Store, MostLeads, _session.Cancellation);
        if (leads.Count == 0)
        {
            _talk.Say(T["leads.none", Core.Themes.CodeLeads.LeastTexts, Core.Themes.CodeLeads.LeastRespondents]);
            return;
        }

        _talk.Say(T["leads.read"]);
        while (_talk.Choose(T["screen.suggest.leads"], leads, l => $"{string.Join(", ", l.Lead.Words.Select(w => w.Word))}. {T["leads.size", l.Lead.Texts.Count, l.Lead.Respondents]}") is { } lead)
        {
            if (_talk.Choose(T["plain.whichPlace"], lead.Item.Quotes, q => $"{q.Source}, {Said(q)}: {q.Text}") is { } place)
            {
                MoveTo(place.Item);
                Read();
                return;
            }
        }
    }
}
