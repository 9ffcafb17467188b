using System.CommandLine;
using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;

namespace MiaVoices.App.Commands;

/// <summary><c>mia agreement</c>: how far coders agree on what several of them have gone through.</summary>
internal static class AgreementCommand
{
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var command = new Command("agreement", s.T["cmd.agreement"]) { project };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            using var view = store.Snapshot();
            var agreement = CoderComparing.Run(store);
            var tree = new CodeTree(store.Codes());
            if (s.Json)
            {
                s.WriteJson(w =>
                {
                    w.Texts("coders", agreement.Coders);
                    w.WriteNumber("segments", agreement.Segments);
                    w.WriteNumber("judged", agreement.Judged);
                    w.WriteNumber("agreed", agreement.Agreed);
                    w.Real("kappa", agreement.Kappa);
                    w.Real("alpha", agreement.Alpha);
                    w.Objects("codes", agreement.Codes, c =>
                    {
                        w.WriteString("code", tree[c.Code].Name);
                        w.WriteNumber("segments", c.Segments);
                        w.WriteNumber("setBySome", c.SetBySome);
                        w.WriteNumber("agreed", c.Agreed);
                        w.Real("kappa", c.Kappa);
                        w.Real("alpha", c.Alpha);
                    });
                });
                return Exit.Done;
            }

            if (agreement.Segments == 0)
            {
                s.Say(s.T["agreement.none"]);
                return Exit.Done;
            }

            s.Out.WriteLine(s.T["agreement.how", string.Join(", ", agreement.Coders), agreement.Segments]);
            s.Out.WriteLine();
            var table = new TextTable(
                new TableColumn(s.T["word.code"]) { IsFlexible = true },
                new TableColumn("n") { Alignment = Alignment.Right },
                new TableColumn(s.T["agreement.set"]) { Alignment = Alignment.Right },
                new TableColumn(s.T["agreement.agreed"]) { Alignment = Alignment.Right },
                new TableColumn("κ") { Alignment = Alignment.Right },
                new TableColumn("α") { Alignment = Alignment.Right });
            foreach (var c in agreement.Codes.Where(c => c.SetBySome > 0))
            {
                table.Add(
                    tree[c.Code].Name, c.Segments.ToString(CultureInfo.InvariantCulture), c.SetBySome.ToString(CultureInfo.InvariantCulture),
                    Percent(s, c.Agreed, c.Segments), Number(s, c.Kappa), Number(s, c.Alpha));
            }

            table.Write(s.Out, s.Terminal);
            s.Out.WriteLine();
            s.Out.WriteLine(s.T["agreement.sum", Percent(s, agreement.Agreed, agreement.Judged), agreement.Judged, Number(s, agreement.Kappa), Number(s, agreement.Alpha)]);
            s.Out.WriteLine(s.T["agreement.read"]);
            return Exit.Done;
        });
        return command;
    }

    private static string Percent(Session s, long some, long all) => Comma(s, (100m * some / all).ToString("0.0", CultureInfo.InvariantCulture)) + " %";

    private static string Number(Session s, double? value) => value is { } known
        ? Comma(s, (Math.Round(known, 2, MidpointRounding.AwayFromZero) is var x && x == 0 ? 0 : x).ToString("0.00", CultureInfo.InvariantCulture)).Replace('-', '−')
        : "–";

    private static string Comma(Session s, string number) => s.T.Language == "sv" ? number.Replace('.', ',') : number;
}
