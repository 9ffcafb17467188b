using System.CommandLine;
using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Figures;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using TableColumn = MiaVoices.Terminal.Lines.TableColumn;

namespace MiaVoices.App.Commands;

/// <summary><c>mia matrix</c>: codes against groups, codes or sources.</summary>
internal static class MatrixCommand
{
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var rows = Parts.Text(s, "--rows", "opt.rows", "codes");
        var columns = Parts.Text(s, "--columns", "opt.columns", "codes|sources|" + s.T["word.attribute"]);
        columns.Required = true;
        var count = Parts.Text(s, "--count", "opt.count", "persons|codings|share");
        count.AcceptOnlyFromAmong("persons", "codings", "share");
        var where = Parts.Many(s, "--where", "opt.where", s.T["word.pair"]);
        var audience = Parts.AudienceOption(s);
        var command = new Command("matrix", s.T["cmd.matrix"]) { project, rows, columns, count, where, audience };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(rows) is not (null or "codes"))
            {
                throw new UsageException(Problem.Of("matrix.rows"));
            }

            using var store = s.Open(parsed.GetValue(project)!);
            using var view = store.Snapshot();
            var reader = Parts.Audience(parsed.GetValue(audience));
            var table = Matrices.Run(store, new MatrixScope
            {
                Columns = parsed.GetValue(columns)!,
                Count = parsed.GetValue(count) switch { "codings" => CrossCount.Codings, "share" => CrossCount.Share, _ => CrossCount.Persons },
                Where = Parts.Pairs(parsed.GetValue(where), "--where"),
                Threshold = Parts.Threshold(reader),
            });
            Parts.RequireSomebody(parsed.GetValue(where), table.Persons);
            var tree = new CodeTree(store.Codes());
            if (s.Json)
            {
                Json(s, tree, table);
            }
            else
            {
                Tell(s, tree, table);
                if (reader != Audience.Internal)
                {
                    s.Say(s.T["suppressed", store.Project.Threshold]);
                }
            }

            return Exit.Done;
        });
        return command;
    }

    private static void Json(Session s, CodeTree tree, CrossTable table) => s.WriteJson(w =>
    {
        w.WriteString("count", JsonFields.Word(table.Counts));
        w.WriteNumber("persons", table.Persons);
        w.Objects("columns", table.Columns, c =>
        {
            w.WriteString("column", c.Label);
            w.Count("persons", c.Persons);
        });
        w.Objects("rows", table.Rows, r =>
        {
            w.WriteString("code", tree[r.Code].Name);
            w.WriteString("codePath", tree.Path(r.Code));
            w.WriteStartObject("total");
            Cell(r.Total);
            w.WriteEndObject();
            w.Objects("cells", r.Cells.Zip(table.Columns), c =>
            {
                w.WriteString("column", c.Second.Label);
                Cell(c.First);
            });
        });

        void Cell(CrossCell cell)
        {
            w.Count("n", cell.Suppressed ? null : cell.Count);
            w.Count("of", table.Counts == CrossCount.Codings ? null : cell.Persons.Of);
            if (table.Counts == CrossCount.Share)
            {
                w.Real("share", cell.Persons.Fraction);
            }

            w.WriteBoolean("suppressed", cell.Suppressed);
        }
    });

    private static void Tell(Session s, CodeTree tree, CrossTable table)
    {
        var text = new TextTable(
        [
            new TableColumn(s.T["word.code"]) { IsFlexible = true, MinWidth = 16 },
            .. table.Columns.Select(c => new TableColumn(Header(s, c)) { Alignment = Alignment.Right, MaxWidth = 24 }),
            new TableColumn($"{s.T["word.all"]} (n={table.Persons.ToString(CultureInfo.InvariantCulture)})") { Alignment = Alignment.Right },
        ]);
        foreach (var row in table.Rows)
        {
            text.Add(
            [
                new string(' ', 2 * tree.Depth(row.Code)) + tree[row.Code].Name,
                .. row.Cells.Select(c => (TableCell)Cell(s, table.Counts, c)),
                Cell(s, table.Counts, row.Total),
            ]);
        }

        text.Write(s.Out, s.Terminal);
    }

    private static string Header(Session s, CrossColumn column)
    {
        var label = column.Label.Length == 0 ? s.T["word.noGroup"] : column.Label;
        return column.Persons is { } n ? $"{label} (n={n.ToString(CultureInfo.InvariantCulture)})" : label;
    }

    private static string Cell(Session s, CrossCount counts, CrossCell cell) =>
        cell.Suppressed ? ".."
        : counts != CrossCount.Share ? cell.Count.ToString(CultureInfo.InvariantCulture)
        : cell.Persons.Fraction is { } share ? SwedishText.Percent(share)
        : s.T["of", cell.Persons.Persons, cell.Persons.Of];
}
