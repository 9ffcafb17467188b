using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;

namespace MiaVoices.App.Screens.Reports;

/// <summary>What a person writes in a report: chosen by its place, kept in the project, one step to undo.</summary>
internal sealed partial class ReportScreen
{
    private void AskPlace()
    {
        var view = _view!;
        List<(PassagePlace Place, Code? Theme)> places =
        [
            .. PassagePlace.In(view.Order.Kind).SelectMany(p => p.PerTheme ? Themes(view).Select(c => (p, (Code?)c)) : [(p, null)]),
        ];
        Desk.Choose(T["screen.report.write.which"], places, p => (Written(view, p) is null ? "  " : "✓ ") + (p.Theme is { } theme ? $"{theme.Name}: " : "") + p.Place.Invitation, chosen =>
        {
            var title = chosen.Theme is { } theme ? T["screen.report.write.theme", theme.Name] : T["screen.report.write"];
            Desk.AskText(title, chosen.Place.Invitation, Written(view, chosen)?.Text ?? "", text => Keep(chosen, text));
        });
    }

    private static IEnumerable<Code> Themes(ReportView view) => view.Themes.Where(c => view.Order.Theme is null || c.Id == view.Order.Theme);

    private static Passage? Written(ReportView view, (PassagePlace Place, Code? Theme) at) =>
        view.Passages.FirstOrDefault(p => p.Report == at.Place.Report && p.Place == at.Place.Name && p.Code == at.Theme?.Id && p.Text.Trim().Length > 0);

    private void Keep((PassagePlace Place, Code? Theme) at, string text) => Project.Do(
        new WritePassage(new Passage
        {
            Report = at.Place.Report,
            Place = at.Place.Name,
            Code = at.Theme?.Id,
            Text = text,
            Coder = Project.Store.Coder,
            Changed = Project.Store.Now,
        }),
        T["screen.report.written"]);
}
