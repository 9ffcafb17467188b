using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Dialogs;
using MiaVoices.Terminal.Screen;
using MiaVoices.Terminal.Widgets;

namespace MiaVoices.App.Screens;

/// <summary>Forgets a person for ever, once their pseudonym has been written: what <c>mia forget</c> does.</summary>
internal sealed class Forgetting(Desk desk)
{
    private Texts.Wording T => desk.T;

    private OpenProject Project => desk.Project;

    /// <summary>Why nobody can be forgotten; null where somebody can.</summary>
    public string? WhyNot() => Project.Store.Cases().Count == 0 ? T["screen.forget.none"] : null;

    /// <summary>Asks who, says what would go, and asks for the pseudonym.</summary>
    public void Ask() => desk.Choose(T["screen.forget.who"], Project.Store.Cases(), Named, person => Run(
        T["screen.forget"],
        (store, _) => ToForget.Of(store, person),
        Project.Apart,
        goes => Confirm(person, goes)));

    /// <summary>A person as lists tell of them: pseudonym, and what sets them apart.</summary>
    public static string Named(Case person) => string.Join(" · ", person.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Value).Prepend(person.Name));

    /// <summary>Whether what was written is a person's pseudonym.</summary>
    public static bool Means(string written, Case person) => string.Equals(written.Trim(), person.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>What was done, and what a person must still do, a line each.</summary>
    public static IEnumerable<string> Told(Forgotten f, Texts.Wording t)
    {
        yield return t["forget.done", f.Segments, f.Codings, f.Shortened, f.Memos, f.Quotes];
        yield return t["forget.copies"];
        if (f.Mentions > 0)
        {
            yield return t["screen.forget.mentions", f.Mentions];
        }

        if (!f.IsTidied)
        {
            yield return t["forget.held"];
        }
    }

    private void Confirm(Case person, ToForget goes)
    {
        var field = new TextField { Clipboard = desk.App.Clipboard };
        string? WhyNot() => Means(field.Text, person) ? null : T["screen.forget.write", person.Name];

        // Not marked as destructive, since Enter would then never choose it: having written the pseudonym is what guards it.
        var yes = new DialogButton(T["screen.forget.yes", person.Name], () => Forget(person)) { WhyNot = WhyNot };
        desk.App.Push(new Dialog(
            desk.App,
            T["screen.forget"],
            T["screen.forget.ask", person.Name, goes.Segments, goes.Codings],
            [yes, new DialogButton(T["screen.cancel"], () => { })],
            content: field,
            contentRows: 1)
        {
            Footer = T["screen.forget.keys"],
        });
    }

    private void Forget(Case person) => Run(T["screen.forget.running", person.Name], (store, report) => store.Forget(person.Id, report.Progress, report.Cancellation), Project.Alone, forgotten =>
    {
        desk.Learning.Drop();
        Project.Touch();
        Project.Status.Show(T["screen.forget.done"], "", Role.Good);
        desk.App.Push(new LinesLayer(desk, T["screen.forget"], [.. Told(forgotten, T).Select(line => new ShownLine(line))]));
    });

    private void Run<T1>(
        string title,
        Func<IProjectStore, (IProgress<double> Progress, CancellationToken Cancellation), T1> work,
        Func<Func<IProjectStore, T1>, T1> through,
        Action<T1> done) => ProgressLayer.Run(
            desk.App,
            T,
            title,
            Project.Behind,
            (cancellation, report) => through(store => work(store, (new Steps(report), cancellation))),
            done,
            fault =>
            {
                if (fault is OperationCanceledException)
                {
                    Project.Status.Show(T["cancelled"]);
                }
                else
                {
                    Project.Tell(fault);
                }
            });
}
