using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary>What <c>mia import</c> tells of files that are new versions of sources.</summary>
internal static class ImportUpdates
{
    public static void Tell(Session s, SourceUpdate update)
    {
        s.Out.WriteLine("  " + Glyphs.OneLine(s.T["import.update", update.Replaced.Label, update.Same, update.Changed, update.Added, update.Removed]));
        s.Out.WriteLine("  " + s.T["import.updateCodings", update.Moved, update.Doubtful.Count]);
        if (update.Respondents is var (known, added, gone) && known + added + gone > 0)
        {
            s.Out.WriteLine("  " + s.T["import.updatePersons", known, added, gone]);
        }
    }

    /// <summary>What concerns all files: those that are the same as before, and codings that wait.</summary>
    public static void Tell(Session s, ImportReport report)
    {
        foreach (var label in report.Unchanged)
        {
            s.Say(Glyphs.OneLine(s.T["import.unchanged", label]));
        }

        if (report.Imported.Sum(i => i.Update?.Doubtful.Count ?? 0) is > 0 and var waiting)
        {
            s.Say(s.T["import.waitingHow", waiting]);
        }
    }

    public static void Write(Utf8JsonWriter w, SourceUpdate update)
    {
        w.WriteStartObject("update");
        w.WriteString("replaces", update.Replaced.Id);
        w.WriteNumber("same", update.Same);
        w.WriteNumber("changed", update.Changed);
        w.WriteNumber("added", update.Added);
        w.WriteNumber("removed", update.Removed);
        w.WriteNumber("codingsMoved", update.Moved);
        w.Objects("codingsWaiting", update.Doubtful, d =>
        {
            w.WriteString("id", d.Coding);
            w.WriteNumber("oldOrdinal", d.Ordinal);
            w.WriteBoolean("hasProposal", d.HasProposal);
        });
        w.WriteStartObject("respondents");
        w.WriteNumber("known", update.Respondents.Known);
        w.WriteNumber("new", update.Respondents.New);
        w.WriteNumber("gone", update.Respondents.Gone);
        w.WriteEndObject();
        w.WriteEndObject();
    }
}
