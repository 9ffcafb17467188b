using MiaVoices.App.Cli;
using MiaVoices.App.Commands;
using MiaVoices.App.Screens.Writing;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Screens.Codebook;

/// <summary>What one can do with the codebook. Each is one step to undo.</summary>
internal sealed partial class CodebookScreen
{
    private const int MostDeviant = 2;

    private void AddCommands()
    {
        Add("quotes", "Enter c", Quotes, 1, NoCode);
        Add("add", "+", () => AskNew(Selected?.Parent), 2);
        Add("child", "u", () => AskNew(Selected!.Id), 3, NoCode);
        Add("edit", "e", Edit, 4, NoCode);
        Add("rename", "r", Rename, 5, NoCode);
        Add("move", "f", Move, 6, NoCode);
        Add("up", "Ctrl+Up", () => Reorder(-1), 0, () => NoRoom(-1));
        Add("down", "Ctrl+Down", () => Reorder(1), 0, () => NoRoom(1));
        Add("merge", "s", Merge, 7, () => NoCode() ?? (_codes.Codes.Count < 2 ? T["screen.codebook.onlyOne"] : null));
        Add("split", "d", Split, 8, () => NoCode() ?? (_counts.Of(Selected!.Id) is { Own: 0 } ? T["screen.codebook.noQuotes"] : null));
        Add("remove", "Delete x", Remove, 9, NoCode);
        Add("memo", "n", () => EditMemo(Selected!, null), 10, NoCode);
        Add("bin", "p", Bin, 11, () => _bin.Count == 0 ? T["screen.codebook.binEmpty"] : null);
        Add("summary", "t", Summarise, 12, NoCode);
        Add("find", "/", () => Desk.Choose(T["screen.codebook.find"], _codes.Codes, PathLabel, c => Reveal(c.Id)), 0, NoCode);
    }

    /// <summary>Shows what the project says on the theme, for those who work in it: with all numbers.</summary>
    private void Summarise()
    {
        var (code, t) = (Selected!, T);
        ProgressLayer.Run(
            Desk.App,
            t,
            t["screen.codebook.summary"],
            Project.Behind,
            (cancellation, report) => Project.Apart(store =>
            {
                using var view = store.Snapshot();
                var scope = new SummaryScope { Codes = [code.Id], Threshold = 0, Deviant = MostDeviant };
                return Summarising.Run(store, store.Analyser, scope, new Steps(report), cancellation);
            }),
            summary => Desk.App.Push(new LinesLayer(Desk, code.Name, [.. summary.Themes.SelectMany(theme => SummaryLines.Of(summary, theme, Audience.Internal, t, LinesLayer.Width)).Select(l => new ShownLine(l))])),
            Project.Tell);
    }

    private string? NoCode() => Selected is null ? T["screen.codebook.none"] : null;

    /// <summary>Makes a change that may be refused while it is worked out, and then shows a code.</summary>
    private bool Do(Func<Change> make, string told, Guid show = default)
    {
        Change? change = null;
        if (!Project.Try(() => change = make()) || !Project.Do(change!, told))
        {
            return false;
        }

        _pending = show;
        return true;
    }

    private static string Clean(string text) => StoredText.Normalise(text.Trim());

    private void AskNew(Guid? parent)
    {
        var under = parent is { } above && _codes.Contains(above) ? T["screen.codebook.add.under", _codes.Path(above)] : T["screen.codebook.add.top"];
        Desk.AskLine(T["screen.codebook.add"], under, "", name =>
        {
            var code = new Code { Id = Project.Store.NewIds().Next(), Name = Clean(name), Parent = parent };
            Do(() => CodeVerbs.Add(Project.Store, code), T["screen.codebook.added", code.Name], code.Id);
        });
    }

    private void Rename()
    {
        var code = Selected!;
        Desk.AskLine(T["screen.codebook.rename"], T["screen.codebook.rename.ask", code.Name], code.Name, name =>
            Do(() => new EditCode(code with { Name = Clean(name) }), T["screen.codebook.renamed", code.Name, Clean(name)], code.Id));
    }

    private void Edit()
    {
        var code = Selected!;
        Desk.Choose(T["screen.codebook.edit.which", code.Name], CodeFieldList.All, f => T["screen.codebook.field." + f.Key], f => Ask(code, f));
    }

    /// <summary>Goes on with a text of a code that was being written.</summary>
    private bool OpenWriting(WritingPlace place)
    {
        if (Project.Store.Codes().FirstOrDefault(c => c.Id == place.Id) is not { } code || CodeFieldList.All.FirstOrDefault(f => f.Key == place.Part) is not { } field)
        {
            return false;
        }

        Show(code.Id);
        Ask(code, field);
        return true;
    }

    private void Show(Guid code)
    {
        if (_codes.Contains(code))
        {
            Reveal(code);
        }
        else
        {
            _pending = code;
        }

        Desk.GoTo(Id);
    }

    private void Ask(Code code, CodeField field)
    {
        var (title, old) = (T["screen.codebook.field." + field.Key], field.Get(code));
        if (field.IsLong)
        {
            Desk.Writings.Write(new WritingPlace(WritingPlace.Code, field.Key, code.Id), title, Label(code), old, Save);
        }
        else
        {
            Desk.AskOptionalLine(title, Label(code), old, text => Save(text));
        }

        bool Save(string text)
        {
            var clean = Clean(text);
            if (field == CodeFieldList.Color && clean.Length > 0 && !CodebookCommand.IsColor(clean))
            {
                Project.Status.Show(T["codebook.color"], "", Role.Bad);
                return false;
            }

            // As the code is now: what else was altered since must stay.
            return clean == old || Do(() => new EditCode(field.Set(Project.Store.Codes().FirstOrDefault(c => c.Id == code.Id) ?? code, clean)), T["screen.codebook.edited", title, code.Name]);
        }
    }

    private void Move()
    {
        var code = Selected!;
        var below = _codes.WithDescendants(code.Id).Select(c => c.Id).ToHashSet();
        List<Code?> parents = [.. code.Parent is null ? [] : new Code?[] { null }, .. _codes.Codes.Where(c => !below.Contains(c.Id) && c.Id != code.Parent)];
        if (parents.Count == 0)
        {
            Project.Status.Show(T["screen.codebook.onlyOne"], "", Role.Warning);
            return;
        }

        Desk.Choose(T["screen.codebook.move.where", code.Name], parents, Name, parent =>
            Do(() => CodeVerbs.Move(Project.Store, code, parent?.Id), T["screen.codebook.moved", code.Name, Name(parent)], code.Id));

        string Name(Code? parent) => parent is null ? T["word.top"] : PathLabel(parent);
    }

    private void Merge()
    {
        var from = Selected!;
        var below = _codes.WithDescendants(from.Id).Select(c => c.Id).ToHashSet();
        List<Code> others = [.. _codes.Codes.Where(c => !below.Contains(c.Id))];
        if (others.Count == 0)
        {
            Project.Status.Show(T["screen.codebook.onlyOne"], "", Role.Warning);
            return;
        }

        Desk.Choose(T["screen.codebook.merge.into", from.Name], others, PathLabel, into =>
        {
            var codings = Project.Store.Codings(new CodingScope { Codes = [from.Id] }).Count();
            var text = T["screen.codebook.merge.ask", from.Name, into.Name, codings, _codes.Children(from.Id).Count()];
            Desk.Confirm(T["screen.codebook.merge"], text, T["screen.codebook.merge.yes"], () =>
                Do(() => CodeVerbs.Merge(Project.Store, from, into), T["screen.codebook.merged", from.Name, into.Name, codings], into.Id));
        });
    }

    private void Split()
    {
        var from = Selected!;
        Project.Read(_quoting, (store, _) => store.Codings(new CodingScope { Codes = [from.Id] }).ToList(), quotes =>
            Desk.App.Push(new QuotesLayer(Desk, T["screen.codebook.split.which", from.Name], quotes, _ => "", chosen =>
                Desk.AskLine(T["screen.codebook.split"], T["screen.codebook.split.ask", chosen.Count], "", name =>
                {
                    Batch? made = null;
                    Do(() => made = CodeVerbs.Split(Project.Store, from, Clean(name), [.. chosen.Select(c => c.Coding.Id)]), T["screen.codebook.splitDone", chosen.Count, from.Name, Clean(name)]);
                    _pending = made?.Changes.OfType<AddCode>().First().Code.Id ?? default;
                }))));
    }

    private void Remove()
    {
        var code = Selected!;
        var all = _codes.WithDescendants(code.Id).Select(c => c.Id).ToList();
        var codings = Project.Store.Codings(new CodingScope { Codes = all }).Count();
        var told = T["screen.codebook.removed", code.Name];
        if (codings == 0 && all.Count == 1)
        {
            Do(() => CodeVerbs.Remove(Project.Store, code, withAll: false), told);
            return;
        }

        Desk.Confirm(T["screen.codebook.remove"], T["screen.codebook.remove.ask", code.Name, all.Count - 1, codings], T["screen.codebook.remove.yes"], () =>
            Do(() => CodeVerbs.Remove(Project.Store, code, withAll: true), told));
    }

    private void Bin() => Desk.Choose(T["screen.codebook.bin"], _bin, Label, code =>
    {
        if (!Do(() => Restored(code), T["screen.codebook.restored", code.Name], code.Id))
        {
            return;
        }

        // Its codings went in the same step as the code; only that step can bring them back.
        if (CodeVerbs.RemovedWith(Project.Store, code.Id) is { Codings: > 0 } removed)
        {
            Project.Status.Show(T["screen.codebook.restoredAlone", code.Name, removed.Codings, removed.Sequence], T["screen.codebook.restoredHint"], Role.Warning);
        }
    });

    /// <summary>Moves the code past the sibling above or below it.</summary>
    private void Reorder(int by)
    {
        var code = Selected!;
        Do(() => CodeVerbs.Reorder(Project.Store, code, by), T[by < 0 ? "screen.codebook.movedUp" : "screen.codebook.movedDown", code.Name], code.Id);
    }

    private string? NoRoom(int by)
    {
        if (NoCode() is { } none)
        {
            return none;
        }

        var siblings = (Selected!.Parent is { } parent && _codes.Contains(parent) ? _codes.Children(parent) : _codes.Roots).ToList();
        var to = siblings.FindIndex(c => c.Id == Selected.Id) + by;
        return to < 0 ? T["screen.codebook.isFirst"] : to >= siblings.Count ? T["screen.codebook.isLast"] : null;
    }

    /// <summary>A code comes back where it was: those above it that are in the bin too come with it.</summary>
    private Change Restored(Code code)
    {
        var inBin = _bin.ToDictionary(c => c.Id);
        var line = new List<Change>();
        for (Code? next = code; next is not null; next = next.Parent is { } parent ? inBin.GetValueOrDefault(parent) : null)
        {
            line.Insert(0, new RestoreCode(next.Id));
        }

        return line.Count == 1 ? line[0] : new Batch("code.restore", line);
    }

    private void EditMemo(Code code, Memo? known) => Desk.Writings.Memo(MemoTarget.Code, code.Id, T["screen.memo.code", code.Name], known);

    private void Quotes()
    {
        if (Selected is not { } code)
        {
            return;
        }

        var all = _codes.WithDescendants(code.Id).Select(c => c.Id).ToList();
        Project.Read(_quoting, (store, _) => store.Codings(new CodingScope { Codes = all }).ToList(), quotes =>
            Desk.App.Push(new QuotesLayer(Desk, T["screen.codebook.quotesOf", Label(code), quotes.Count], quotes, id => id == code.Id || !_codes.Contains(id) ? "" : _codes[id].Name)));
    }
}
