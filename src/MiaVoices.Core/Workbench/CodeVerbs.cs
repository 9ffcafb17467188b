using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;

namespace MiaVoices.Core.Workbench;

/// <summary>What a coder does with the codebook, as changes.</summary>
public static class CodeVerbs
{
    /// <summary>A new code under a parent, last among its siblings.</summary>
    public static AddCode Add(IProjectStore store, Code code)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(code);
        var tree = new CodeTree(store.Codes());
        return new AddCode(code with { Position = Last(tree, code.Parent) });
    }

    /// <summary>Moves a code (with all below it) under another, or to the top.</summary>
    public static EditCode Move(IProjectStore store, Code code, Guid? parent)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(code);
        return new EditCode(code with { Parent = parent, Position = Last(new CodeTree(store.Codes()), parent) });
    }

    /// <summary>Moves a code among its siblings; they are numbered anew where need be. At the end it stays where it is.</summary>
    /// <param name="store">The project.</param>
    /// <param name="code">The code.</param>
    /// <param name="by">Places, down where positive.</param>
    public static Batch Reorder(IProjectStore store, Code code, int by)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(code);
        var tree = new CodeTree(store.Codes());
        var siblings = (code.Parent is { } parent && tree.Contains(parent) ? tree.Children(parent) : tree.Roots).ToList();
        var from = siblings.FindIndex(c => c.Id == code.Id);
        if (from >= 0)
        {
            var moved = siblings[from];
            siblings.RemoveAt(from);
            siblings.Insert(Math.Clamp(from + by, 0, siblings.Count), moved);
        }

        return new Batch("code.order", [.. siblings.Select((c, i) => c with { Position = i }).Where(c => c.Position != tree[c.Id].Position).Select(c => new EditCode(c))]);
    }

    /// <summary>The step that put a code in the bin last, and how many codings went in it; null where the journal has none.</summary>
    public static (long Sequence, int Codings)? RemovedWith(IProjectStore store, Guid code)
    {
        ArgumentNullException.ThrowIfNull(store);
        foreach (var entry in store.Journal().Where(e => e.Kind == EntryKind.Do))
        {
            IReadOnlyList<Change> parts = entry.Change is Batch batch ? batch.Changes : [entry.Change];
            if (parts.Any(p => p is RemoveCode removed && removed.Code == code))
            {
                return (entry.Sequence, parts.Count(p => p is RemoveCoding));
            }
        }

        return null;
    }

    /// <summary>
    /// Moves all codings, sub-codes and memos of one code to another and puts the first in the bin. A span that holds both
    /// keeps one coding for each coder, with what was noted on either.
    /// </summary>
    /// <exception cref="RefusedException">A code is merged into itself or into a code below it.</exception>
    public static Batch Merge(IProjectStore store, Code from, Code into)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(into);
        var tree = new CodeTree(store.Codes());
        if (tree.WithDescendants(from.Id).Any(c => c.Id == into.Id))
        {
            throw new RefusedException(Problem.Of("code.mergeSelf", from.Name, into.Name));
        }

        var changes = new List<Change>();
        var there = new Dictionary<(Guid, int, int, string), Coding>();
        foreach (var coding in store.Codings(new CodingScope { Codes = [into.Id] }).Select(p => p.Coding))
        {
            there.TryAdd(Place(coding), coding);
        }

        var removed = new List<Change>();
        var movedTo = new Dictionary<Guid, Guid> { [from.Id] = into.Id };
        foreach (var coding in store.Codings(new CodingScope { Codes = [from.Id] }).Select(p => p.Coding))
        {
            if (there.TryAdd(Place(coding), coding with { Code = into.Id }))
            {
                changes.Add(new EditCoding(coding with { Code = into.Id }));
                continue;
            }

            var kept = there[Place(coding)];
            var both = kept with
            {
                Memo = Both(kept.Memo, coding.Memo),
                Condensed = Both(kept.Condensed, coding.Condensed),
                Polarity = kept.Polarity ?? coding.Polarity,
            };
            if (both != kept)
            {
                there[Place(coding)] = both;
                changes.Add(new EditCoding(both));
            }

            movedTo[coding.Id] = kept.Id;
            removed.Add(new RemoveCoding(coding.Id));
        }

        // Memos and quotes move while what they are about is still there, so that undoing finds it there again.
        changes.AddRange(store.Memos().Where(m => m.TargetId is { } target && movedTo.ContainsKey(target))
            .Select(m => new EditMemo(m with { TargetId = movedTo[m.TargetId!.Value] })));
        changes.AddRange(store.Quotes().Where(q => movedTo.ContainsKey(q.Coding)).Select(q => new EditQuote(q with { Coding = movedTo[q.Coding] })));
        changes.AddRange(removed);
        var position = Last(tree, into.Id);
        changes.AddRange(tree.Children(from.Id).Select(c => new EditCode(c with { Parent = into.Id, Position = position++ })));
        changes.Add(new RemoveCode(from.Id));
        return new Batch("code.merge", changes);
    }

    /// <summary>Moves the codings with these identities from a code to a new one beside it.</summary>
    public static Batch Split(IProjectStore store, Code from, string name, IReadOnlyList<Guid> codings)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(codings);
        var moved = store.Codings(new CodingScope { Ids = codings }).Select(p => p.Coding).ToList();
        if (moved.Count != codings.Distinct().Count() || moved.Any(c => c.Code != from.Id))
        {
            throw new RefusedException(Problem.Of("code.splitOther", from.Name));
        }

        var added = new Code { Id = store.NewIds().Next(), Name = name, Parent = from.Parent, Position = Last(new CodeTree(store.Codes()), from.Parent) };
        return new Batch("code.split", [new AddCode(added), .. moved.Select(c => new EditCoding(c with { Code = added.Id }))]);
    }

    /// <summary>Puts a code in the bin, with its codings and everything below it if so asked.</summary>
    /// <exception cref="RefusedException">It has codings or sub-codes and the person did not ask for those to go too.</exception>
    public static Change Remove(IProjectStore store, Code code, bool withAll)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(code);
        if (!withAll)
        {
            return new RemoveCode(code.Id);
        }

        var all = new CodeTree(store.Codes()).WithDescendants(code.Id).Select(c => c.Id).ToList();
        return new Batch("code.remove",
        [
            .. store.Codings(new CodingScope { Codes = all }).Select(p => new RemoveCoding(p.Coding.Id)),
            .. all.AsEnumerable().Reverse().Select(id => new RemoveCode(id)),
        ]);
    }

    private static (Guid, int, int, string) Place(Coding coding) => (coding.Source, coding.Start, coding.End, coding.Coder);

    private static string Both(string one, string other) =>
        other.Length == 0 || one == other ? one : one.Length == 0 ? other : $"{one}\n{other}";

    private static int Last(CodeTree tree, Guid? parent) =>
        (parent is { } p ? tree.Children(p) : tree.Roots).Select(c => c.Position + 1).DefaultIfEmpty(0).Max();
}
