using System.Globalization;
using MiaVoices.App.Texts;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Themes;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Cli;

/// <summary>A theme's summary in lines, for commands and screens alike.</summary>
internal static class SummaryLines
{
    public static IEnumerable<string> Of(ProjectSummary summary, ThemeSummary t, Audience audience, Wording wording, int width)
    {
        yield return wording["summarise.persons", Share(wording, t.Count.All), t.HidesPassages ? ".." : t.Codings];
        var groups = summary.Figures.Groups.Zip(t.Count.ByGroup).Where(g => g.Second.Of > 0)
            .Select(g => $"{(g.First.Length == 0 ? wording["word.noGroup"] : g.First)} {Share(wording, g.Second)}");
        if (string.Join(", ", groups) is { Length: > 0 } told)
        {
            yield return Glyphs.OneLine(told);
        }

        if (!t.HidesPassages && t.AcceptedTogether > 0)
        {
            yield return wording["summarise.together", t.AcceptedTogether, t.Codings];
        }

        var p = t.Polarity;
        if (!t.HidesPassages && p.WorksWell + p.WorksLessWell + p.Proposals > 0)
        {
            yield return wording["summarise.polarity", p.WorksWell, p.WorksLessWell, p.Proposals, p.Unmarked];
        }

        if (t.Keywords.Count > 0)
        {
            yield return Glyphs.OneLine(wording["summarise.keywords", string.Join(", ", t.Keywords.Select(k => k.Word))]);
        }

        foreach (var group in t.Contrast.Where(g => g.Words.Count > 0))
        {
            var words = group.Words.Select(w => wording["summarise.contrastWord", w.Word, w.Count, w.Respondents]);
            yield return Glyphs.OneLine(wording["summarise.contrast", group.Group, string.Join(", ", words)]);
        }

        foreach (var part in t.SubThemes)
        {
            yield return Glyphs.OneLine(wording["summarise.subtheme", string.Join(", ", part.Label), t.HidesPassages ? ".." : part.Texts.Count]);
        }

        foreach (var line in t.Quotes.SelectMany(q => Quote(q, audience, width, q.Adds.Count == 0 ? null : wording["summarise.adds", string.Join(", ", q.Adds)])))
        {
            yield return line;
        }

        if (t.Deviant.Count > 0)
        {
            yield return wording["summarise.deviant"];
            foreach (var line in t.Deviant.SelectMany(d => Quote(d.Quote, audience, width, wording["summarise.likeness", Number(wording, d.Confidence)])))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Quote(ChosenQuote quote, Audience audience, int width, string? why)
    {
        foreach (var (row, line) in Glyphs.Wrap($"”{quote.Text}”", width).Index())
        {
            yield return (row == 0 ? "  " : "   ") + line;
        }

        yield return "    " + Glyphs.OneLine("– " + ThemeReport.Reference(quote, audience));
        if (why is not null)
        {
            yield return "    " + Glyphs.OneLine(why);
        }
    }

    private static string Share(Wording wording, Share share) => wording["of", share.Suppressed ? ".." : share.Persons, share.Of];

    private static string Number(Wording wording, double value)
    {
        var text = value.ToString("0.00", CultureInfo.InvariantCulture);
        return wording.Language == "sv" ? text.Replace('.', ',') : text;
    }
}
