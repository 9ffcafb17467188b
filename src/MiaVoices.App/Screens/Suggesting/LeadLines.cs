using MiaVoices.App.Cli;
using MiaVoices.App.Texts;
using MiaVoices.Core.Themes;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens.Suggesting;

/// <summary>Leads to new codes in lines.</summary>
internal static class LeadLines
{
    public static IReadOnlyList<ShownLine> Of(IReadOnlyList<PlacedLead> leads, Action<Guid, int, int> showPlace, Wording t)
    {
        var lines = new List<ShownLine> { new(leads.Count == 0 ? t["leads.none", CodeLeads.LeastTexts, CodeLeads.LeastRespondents] : t["leads.read"], Role.Dim), new("") };
        foreach (var lead in leads)
        {
            lines.Add(new ShownLine(string.Join(", ", lead.Lead.Words.Select(w => w.Word)), Role.Title));
            lines.Add(new ShownLine("  " + t["leads.size", lead.Lead.Texts.Count, lead.Lead.Respondents], Role.Dim));
            foreach (var quote in lead.Quotes)
            {
                void Open() => showPlace(quote.SourceId, quote.Start, quote.End);
                lines.Add(new ShownLine($"  «{quote.Text}»", Role.None, Open));
                lines.Add(new ShownLine($"    {quote.Source} · {Place.Of(quote, t)}", Role.Dim, Open));
            }

            lines.Add(new ShownLine(""));
        }

        return lines;
    }
}
