using MiaVoices.App.Cli;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Dialogs;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens.Reports;

/// <summary>From the report on show to a file: what to look at first, format, name, and whether to replace what is there.</summary>
internal sealed partial class ReportScreen
{
    private void AskExport()
    {
        if (_view!.IsBlocked)
        {
            Desk.App.Push(new Dialog(Desk.App, T["screen.report.blocked"], PointsText(), [new DialogButton(T["screen.ok"], () => { })]));
            return;
        }

        Desk.App.Push(new Dialog(
            Desk.App,
            T["screen.report.before"],
            PointsText(),
            [new DialogButton(T["screen.report.goOn"], AskFormat), new DialogButton(T["screen.cancel"], () => { })]));
    }

    private void AskFormat() => Desk.Choose(
        T["screen.report.format"],
        [ReportFormat.Word, ReportFormat.Html, ReportFormat.Markdown, ReportFormat.Workbook, ReportFormat.Csv],
        f => T["screen.report.format." + JsonFields.Word(f)],
        AskName);

    private void AskName(ReportFormat format)
    {
        var order = _view!.Order;
        var name = T["screen.report.file." + JsonFields.Word(order.Kind)] + (order.Audience == Audience.Internal ? T["screen.report.fileInternal"] : "") + ReportFiles.Ending(format);
        Desk.AskLine(T["screen.report.export"], T["screen.report.name", Project.Files.Folder], name, written =>
        {
            var ending = ReportFiles.Ending(format);
            var path = Project.Files.Whole(written.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? written : written + ending);
            if (File.Exists(path) && format != ReportFormat.Csv)
            {
                Desk.Confirm(T["screen.report.export"], T["screen.report.replace", Path.GetFileName(path)], T["screen.report.replaceYes"], () => Write(path, format));
                return;
            }

            Write(path, format);
        });
    }

    /// <summary>Writes the report that is on show, behind, and remembers that it went out.</summary>
    private void Write(string path, ReportFormat format)
    {
        var (order, document, at) = (_view!.Order, _view.Document!, _view.At);
        Project.Read(
            _writing,
            (_, _) =>
            {
                ReportFiles.Write(Project.Files, path, format, document.Blocks, ReportFiles.Meta(_program, at));
                return path;
            },
            written => Project.Status.Show(T["report.done", written, Reporting.Remember(Project.Store, order, document)], "", Role.Good));
    }
}
