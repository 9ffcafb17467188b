using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary>What an import tells of a register table: whether its rows are persons of the project, and what they set.</summary>
internal static class ImportedRegister
{
    /// <summary>The way the rows go, the columns, and what is set: all of it in a dry run, else only what replaces something.</summary>
    public static void Tell(Session s, ImportedSource source, bool dryRun)
    {
        var draft = source.Draft;
        var rows = draft.Register!.Rows.Count;
        var name = draft.Sheet is null ? draft.Name : $"{draft.Name}:{draft.Sheet}";
        s.Out.WriteLine(Glyphs.OneLine(source.Register is { } placed
            ? s.T["import.registerCases", name, draft.Format, draft.Encoding, rows, placed.Matched, placed.Key!]
            : s.T["import.registerRows", name, draft.Format, draft.Encoding, rows, draft.Survey?.Wave ?? "–", source.Label]));
        foreach (var column in draft.Register.Columns)
        {
            s.Out.WriteLine("  " + Glyphs.OneLine(s.T["import.column", column.Header, s.T["column." + column.Role], s.T.Has(column.Reason) ? s.T[column.Reason] : column.Reason]));
        }

        if (source.Register is not { } register)
        {
            return;
        }

        s.Out.WriteLine("  " + s.T["import.registerChanges", register.Changes.Count, register.Changes.Select(c => c.Case).Distinct(StringComparer.Ordinal).Count(), register.Changes.Count(c => c.Before is not null)]);
        foreach (var change in register.Changes.Where(c => dryRun || c.Before is not null))
        {
            s.Out.WriteLine("    " + Glyphs.OneLine(change.Before is { } before
                ? s.T["import.registerReplaces", change.Case, change.Attribute, before, change.After]
                : s.T["import.registerSets", change.Case, change.Attribute, change.After]));
        }
    }

    /// <summary>The same for programs; null for other files.</summary>
    public static void Register(this Utf8JsonWriter w, ImportedSource source)
    {
        if (source.Draft.Register is not { } register)
        {
            return;
        }

        w.WriteStartObject("register");
        w.WriteString("way", source.Register is null ? "rows" : "cases");
        w.Text("key", source.Register?.Key);
        w.WriteNumber("rows", register.Rows.Count);
        w.WriteNumber("matched", source.Register?.Matched ?? 0);
        w.Text("date", source.Register is null ? source.Draft.Survey?.Wave : null);
        w.Objects("changes", source.Register?.Changes ?? [], c =>
        {
            w.WriteString("case", c.Case);
            w.WriteString("attribute", c.Attribute);
            w.Text("before", c.Before);
            w.WriteString("after", c.After);
        });
        w.WriteEndObject();
    }
}
