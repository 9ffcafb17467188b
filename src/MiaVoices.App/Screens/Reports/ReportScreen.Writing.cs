using MiaVoices.App.Screens.Writing;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;

namespace MiaVoices.App.Screens.Reports;

/// <summary>What a person writes in a report: chosen by its place, kept in the project, one step to undo.</summary>
internal sealed partial class ReportScreen
{
    private const string Passages = "passage";

    private void AskPlace()
    {
        var view = _view!;
        List<(PassagePlace Place, Code? Theme)> places =
        [
            .. PassagePlace.In(view.Order.Kind).SelectMany(p => p.PerTheme ? Themes(view).Select(c => (p, (Code?)c)) : [(p, null)]),
        ];
        Desk.Choose(T["screen.report.write.which"], places, p => (Written(p.Place, p.Theme?.Id) is null ? "  " : "✓ ") + (p.Theme is { } theme ? $"{theme.Name}: " : "") + p.Place.Invitation, p => Write(p.Place, p.Theme));
    }

    private void Write(PassagePlace place, Code? theme) => Desk.Writings.Write(
        new WritingPlace(Passages, $"{place.Report}.{place.Name}", theme?.Id ?? Guid.Empty),
        theme is null ? T["screen.report.write"] : T["screen.report.write.theme", theme.Name],
        place.Invitation,
        Written(place, theme?.Id)?.Text ?? "",
        text => Keep(place, theme?.Id, text));

    /// <summary>Opens a text again that was being written when the program was cut off.</summary>
    private bool Resume(WritingPlace writing)
    {
        var place = PassagePlace.All.FirstOrDefault(p => $"{p.Report}.{p.Name}" == writing.Part);
        var theme = Project.Store.Codes().FirstOrDefault(c => c.Id == writing.Id);
        if (place is null || (place.PerTheme && theme is null))
        {
            return false;
        }

        Desk.GoTo(Id);
        Write(place, theme);
        return true;
    }

    private static IEnumerable<Code> Themes(ReportView view) => view.Themes.Where(c => view.Order.Theme is null || c.Id == view.Order.Theme);

    private Passage? Written(PassagePlace place, Guid? theme) =>
        Project.Store.Passages().FirstOrDefault(p => p.Report == place.Report && p.Place == place.Name && p.Code == theme && p.Text.Trim().Length > 0);

    private bool Keep(PassagePlace place, Guid? theme, string text) => Project.Do(
        new WritePassage(new Passage
        {
            Report = place.Report,
            Place = place.Name,
            Code = theme,
            Text = text,
            Coder = Project.Store.Coder,
            Changed = Project.Store.Now,
        }),
        T["screen.report.written"]);
}
