using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core.Themes;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia suggest leads</c>: passages without codes that are like each other.</summary>
internal static class SuggestLeads
{
    private const int UsualLimit = 10;

    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var limit = Parts.Limit(s, UsualLimit);
        var command = new Command("leads", s.T["cmd.suggest.leads"]) { project, limit };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            using var view = store.Snapshot();
            var leads = Leads.Of(store, parsed.GetValue(limit), s.Cancellation);
            if (s.Json)
            {
                Json(s, leads);
            }
            else if (!store.Sources().Any())
            {
                s.Out.WriteLine(s.T["material.none"]);
            }
            else
            {
                Tell(s, leads);
            }

            return Exit.Done;
        });
        return command;
    }

    private static void Json(Session s, IReadOnlyList<PlacedLead> leads) => s.WriteJson(w => w.Objects("leads", leads, l =>
    {
        w.Objects("words", l.Lead.Words, k =>
        {
            w.WriteString("word", k.Word);
            w.WriteNumber("count", k.Count);
            w.WriteNumber("persons", k.Respondents);
        });
        w.WriteNumber("segments", l.Lead.Texts.Count);
        w.WriteNumber("persons", l.Lead.Respondents);
        w.Real("likeness", l.Lead.Likeness);
        w.Objects("quotes", l.Quotes, w.Segment);
    }));

    private static void Tell(Session s, IReadOnlyList<PlacedLead> leads)
    {
        var emphasis = Emphasis.ForOutput(s.Terminal);
        var width = s.Terminal.OutputWidth > 30 ? s.Terminal.OutputWidth - 6 : 100;
        foreach (var (l, i) in leads.Select((l, i) => (l, i)))
        {
            s.Out.WriteLine($"{i + 1}. {emphasis.Apply(Glyphs.OneLine(string.Join(", ", l.Lead.Words.Select(k => k.Word))), TextStyle.Bold)}");
            s.Out.WriteLine("   " + s.T["leads.size", l.Lead.Texts.Count, l.Lead.Respondents]);
            foreach (var quote in l.Quotes)
            {
                foreach (var (line, row) in Glyphs.Wrap($"”{quote.Text}”", width).Select((line, row) => (line, row)))
                {
                    s.Out.WriteLine((row == 0 ? "    " : "     ") + line);
                }

                s.Out.WriteLine("      " + Glyphs.OneLine($"– {quote.Source} · {Place.Of(quote, s)}"));
            }

            s.Out.WriteLine();
        }

        s.Out.WriteLine(leads.Count == 0 ? s.T["leads.none", CodeLeads.LeastTexts, CodeLeads.LeastRespondents] : s.T["leads.read"]);
    }
}
