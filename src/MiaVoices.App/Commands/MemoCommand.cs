using System.CommandLine;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;

namespace MiaVoices.App.Commands;

/// <summary><c>mia memo</c>: remarks on the project, a source, segment, code, coding or case.</summary>
internal static class MemoCommand
{
    public static Command Create(Session s) => new("memo", s.T["cmd.memo"]) { Add(s), List(s), Edit(s), Remove(s) };

    private static Command Add(Session s)
    {
        var (project, text) = (Parts.Project(s), new Argument<string>(s.T["word.text"]) { Description = s.T["arg.memoText"] });
        var title = Parts.Text(s, "--title", "opt.memoTitle", s.T["word.text"]);
        var source = Parts.Text(s, "--source", "opt.memoSource", s.T["word.source"]);
        var segment = Parts.Text(s, "--segment", "opt.memoSegment", "N");
        var code = Parts.Text(s, "--code", "opt.memoCode", s.T["word.code"]);
        var coding = Parts.Text(s, "--coding", "opt.memoCoding", "ID");
        var person = Parts.Text(s, "--case", "opt.memoCase", s.T["word.case"]);
        var command = new Command("add", s.T["cmd.memo.add"]) { project, text, title, source, segment, code, coding, person };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var (target, id) = Target(store, parsed.GetValue(source), parsed.GetValue(segment), parsed.GetValue(code), parsed.GetValue(coding), parsed.GetValue(person));
            var memo = new Memo
            {
                Id = store.NewIds().Next(),
                Target = target,
                TargetId = id,
                Title = StoredText.Normalise(parsed.GetValue(title) ?? ""),
                Text = StoredText.Normalise(parsed.GetValue(text)!),
                Coder = store.Coder,
                Created = store.Now,
                Changed = store.Now,
            };
            store.Apply(new AddMemo(memo));
            Document(s, [memo]);
            s.Say(s.T["memo.added", s.T["target." + JsonFields.Word(target)], ShortIds.Of(memo.Id)]);
            return Exit.Done;
        });
        return command;
    }

    private static Command List(Session s)
    {
        var project = Parts.Project(s);
        var command = new Command("list", s.T["cmd.memo.list"]) { project };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            if (s.Json)
            {
                Document(s, store.Memos());
                return Exit.Done;
            }

            var table = new TextTable(
                new TableColumn("id") { MinWidth = ShortIds.Shown }, new TableColumn(s.T["word.target"]), new TableColumn(s.T["word.coder"]), new TableColumn(s.T["word.date"]), new TableColumn(s.T["word.text"]) { IsFlexible = true });
            foreach (var memo in store.Memos())
            {
                table.Add(
                    ShortIds.Of(memo.Id), s.T["target." + JsonFields.Word(memo.Target)], memo.Coder, Core.Reports.SwedishText.Date(memo.Changed),
                    memo.Title.Length > 0 ? $"{memo.Title}: {memo.Text}" : memo.Text);
            }

            table.Write(s.Out, s.Terminal);
            return Exit.Done;
        });
        return command;
    }

    private static Command Edit(Session s)
    {
        var (project, id, text) = (Parts.Project(s), new Argument<string>("ID") { Description = s.T["arg.memoId"] }, new Argument<string>(s.T["word.text"]) { Description = s.T["arg.memoText"] });
        var title = Parts.Text(s, "--title", "opt.memoTitle", s.T["word.text"]);
        var command = new Command("edit", s.T["cmd.memo.edit"]) { project, id, text, title };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var memo = Find(store, parsed.GetValue(id)!);
            memo = memo with
            {
                Title = parsed.GetValue(title) is { } named ? StoredText.Normalise(named) : memo.Title,
                Text = StoredText.Normalise(parsed.GetValue(text)!),
                Changed = store.Now,
            };
            store.Apply(new EditMemo(memo));
            Document(s, [memo]);
            s.Say(s.T["memo.edited", ShortIds.Of(memo.Id)]);
            return Exit.Done;
        });
        return command;
    }

    private static Command Remove(Session s)
    {
        var (project, id) = (Parts.Project(s), new Argument<string>("ID") { Description = s.T["arg.memoId"] });
        var command = new Command("remove", s.T["cmd.memo.remove"]) { project, id };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var memo = Find(store, parsed.GetValue(id)!);
            store.Apply(new RemoveMemo(memo.Id));
            s.Document(w => w.Texts("removed", [memo.Id.ToString()]));
            s.Say(s.T["memo.removed", ShortIds.Of(memo.Id)]);
            return Exit.Done;
        });
        return command;
    }

    /// <summary>Memos as one JSON document, where that is asked for.</summary>
    private static void Document(Session s, IEnumerable<Memo> memos) => s.Document(w => w.Objects("memos", memos, m =>
    {
        w.WriteString("id", m.Id);
        w.WriteString("target", JsonFields.Word(m.Target));
        w.Text("targetId", m.TargetId?.ToString());
        w.WriteString("title", m.Title);
        w.WriteString("text", m.Text);
        w.WriteString("coder", m.Coder);
        w.WriteString("created", JsonFields.Time(m.Created));
        w.WriteString("changed", JsonFields.Time(m.Changed));
    }));

    private static Memo Find(IProjectStore store, string id)
    {
        var memos = store.Memos();
        var found = ShortIds.Find(memos.Select(m => m.Id), [id], "memo.unknown")[0];
        return memos.Single(m => m.Id == found);
    }

    private static (MemoTarget Target, Guid? Id) Target(IProjectStore store, string? source, string? segment, string? code, string? coding, string? person)
    {
        if (new[] { source, code, coding, person }.Count(x => x is not null) > 1 || (segment is not null && source is null))
        {
            throw new UsageException(Problem.Of("memo.oneTarget"));
        }

        if (segment is not null)
        {
            var of = SourceFinder.Find(store.Sources(), source!);
            return int.TryParse(segment, out var ordinal) && store.Segments(new SegmentScope { Source = of.Id, Ordinal = ordinal }).FirstOrDefault() is { } found
                ? (MemoTarget.Segment, found.Id)
                : throw new RefusedException(Problem.Of("place.segment", segment));
        }

        if (source is not null)
        {
            return (MemoTarget.Source, SourceFinder.Find(store.Sources(), source).Id);
        }

        if (code is not null)
        {
            return (MemoTarget.Code, new CodeTree(store.Codes()).Find(code).Id);
        }

        if (coding is not null)
        {
            return (MemoTarget.Coding, ShortIds.Find(store.Codings(CodingScope.All).Select(c => c.Coding.Id), [coding], "coding.unknown")[0]);
        }

        return person is not null
            ? (MemoTarget.Case, (store.Cases().FirstOrDefault(c => c.Name == person) ?? throw new RefusedException(Problem.Of("case.unknown", person))).Id)
            : (MemoTarget.Project, null);
    }
}
