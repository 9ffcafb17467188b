using System.CommandLine;
using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;

namespace MiaVoices.App.Commands;

/// <summary><c>mia codebook</c>: the codes and what they mean.</summary>
internal static class CodebookCommand
{
    public static Command Create(Session s) => new("codebook", s.T["cmd.codebook"])
    {
        List(s), Add(s), Edit(s), Rename(s), Move(s), Merge(s), Split(s), Remove(s), Import(s), Export(s),
    };

    private static Command List(Session s)
    {
        var project = Parts.Project(s);
        var command = new Command("list", s.T["cmd.codebook.list"]) { project };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var tree = new CodeTree(store.Codes());
            var codings = store.Codings(CodingScope.All).CountBy(c => c.Coding.Code).ToDictionary();
            if (s.Json)
            {
                s.WriteJson(w => w.Objects("codes", tree.Codes, c => Fields(w, tree, c, codings.GetValueOrDefault(c.Id))));
                return Exit.Done;
            }

            var table = new TextTable(
                new TableColumn(s.T["word.tag"]),
                new TableColumn(s.T["word.heading"]),
                new TableColumn(s.T["word.codings"]) { Alignment = Alignment.Right },
                new TableColumn(s.T["word.definition"]) { IsFlexible = true });
            foreach (var c in tree.Codes)
            {
                table.Add(c.Tag, new string(' ', 2 * tree.Depth(c.Id)) + c.Name, s.T["n", codings.GetValueOrDefault(c.Id)], c.Definition);
            }

            table.Write(s.Out, s.Terminal);
            return Exit.Done;
        });
        return command;
    }

    private static Command Add(Session s)
    {
        var (project, name, fields) = (Parts.Project(s), new Argument<string>(s.T["word.name"]) { Description = s.T["arg.codeNew"] }, new CodeFields(s));
        var parent = Parts.Text(s, "--parent", "opt.parent", s.T["word.code"]);
        var command = new Command("add", s.T["cmd.codebook.add"]) { project, name, parent };
        fields.AddTo(command);
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var tree = new CodeTree(store.Codes());
            var code = fields.Read(parsed, new Code
            {
                Id = store.NewIds().Next(),
                Name = Core.Sources.StoredText.Normalise(parsed.GetValue(name)!.Trim()),
                Parent = parsed.GetValue(parent) is { } above ? tree.Find(above).Id : null,
            });
            return Done(s, store, CodeVerbs.Add(store, code), s.T["codebook.added", code.Name]);
        });
        return command;
    }

    private static Command Edit(Session s)
    {
        var (project, which, fields) = (Parts.Project(s), Code(s), new CodeFields(s));
        var command = new Command("edit", s.T["cmd.codebook.edit"]) { project, which };
        fields.AddTo(command);
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var code = new CodeTree(store.Codes()).Find(parsed.GetValue(which)!);
            return Done(s, store, new EditCode(fields.Read(parsed, code)), s.T["codebook.edited", code.Name], code.Id);
        });
        return command;
    }

    private static Command Rename(Session s)
    {
        var (project, which, name) = (Parts.Project(s), Code(s), new Argument<string>(s.T["word.newName"]) { Description = s.T["arg.codeRename"] });
        var command = new Command("rename", s.T["cmd.codebook.rename"]) { project, which, name };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var code = new CodeTree(store.Codes()).Find(parsed.GetValue(which)!);
            var to = Core.Sources.StoredText.Normalise(parsed.GetValue(name)!.Trim());
            return Done(s, store, new EditCode(code with { Name = to }), s.T["codebook.renamed", code.Name, to], code.Id);
        });
        return command;
    }

    private static Command Move(Session s)
    {
        var (project, which) = (Parts.Project(s), Code(s));
        var parent = Parts.Text(s, "--parent", "opt.moveParent", s.T["word.code"]);
        var command = new Command("move", s.T["cmd.codebook.move"]) { project, which, parent };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var tree = new CodeTree(store.Codes());
            var code = tree.Find(parsed.GetValue(which)!);
            var above = parsed.GetValue(parent) is { Length: > 0 } text ? tree.Find(text) : null;
            return Done(s, store, CodeVerbs.Move(store, code, above?.Id), s.T["codebook.moved", code.Name, above?.Name ?? s.T["word.top"]], code.Id);
        });
        return command;
    }

    private static Command Merge(Session s)
    {
        var (project, which, into) = (Parts.Project(s), Code(s), new Argument<string>(s.T["word.into"]) { Description = s.T["arg.mergeInto"] });
        var command = new Command("merge", s.T["cmd.codebook.merge"]) { project, which, into };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var tree = new CodeTree(store.Codes());
            var (from, to) = (tree.Find(parsed.GetValue(which)!), tree.Find(parsed.GetValue(into)!));
            return Done(s, store, CodeVerbs.Merge(store, from, to), s.T["codebook.merged", from.Name, to.Name], to.Id);
        });
        return command;
    }

    private static Command Split(Session s)
    {
        var (project, which, name) = (Parts.Project(s), Code(s), new Argument<string>(s.T["word.newName"]) { Description = s.T["arg.codeNew"] });
        var codings = new Argument<string[]>(s.T["word.codingIds"]) { Description = s.T["arg.codingIds"], Arity = ArgumentArity.OneOrMore };
        var command = new Command("split", s.T["cmd.codebook.split"]) { project, which, name, codings };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var code = new CodeTree(store.Codes()).Find(parsed.GetValue(which)!);
            var ids = ShortIds.Find(store.Codings(new CodingScope { Codes = [code.Id] }).Select(c => c.Coding.Id), parsed.GetValue(codings)!, "coding.unknown");
            var to = Core.Sources.StoredText.Normalise(parsed.GetValue(name)!.Trim());
            return Done(s, store, CodeVerbs.Split(store, code, to, ids), s.T["codebook.split", ids.Count, code.Name, to], code.Id);
        });
        return command;
    }

    private static Command Remove(Session s)
    {
        var (project, which) = (Parts.Project(s), Code(s));
        var all = new Option<bool>("--with-codings") { Description = s.T["opt.withCodings"] };
        var command = new Command("remove", s.T["cmd.codebook.remove"]) { project, which, all };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var code = new CodeTree(store.Codes()).Find(parsed.GetValue(which)!);
            return Done(s, store, CodeVerbs.Remove(store, code, parsed.GetValue(all)), s.T["codebook.removed", code.Name]);
        });
        return command;
    }

    private static Command Import(Session s)
    {
        var (project, file) = (Parts.Project(s), Parts.File(s));
        var command = new Command("import", s.T["cmd.codebook.import"]) { project, file };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var change = CodebookSheet.Import(CodebookFile.Read(s, parsed.GetValue(file)!), store.Codes(), store.NewIds());
            if (change is not null)
            {
                store.Apply(change, null, s.Cancellation);
            }

            var (added, edited) = (change?.Changes.Count(c => c is AddCode) ?? 0, change?.Changes.Count(c => c is EditCode) ?? 0);
            if (s.Json)
            {
                s.WriteJson(w =>
                {
                    w.WriteNumber("added", added);
                    w.WriteNumber("changed", edited);
                });
            }

            s.Say(s.T["codebook.imported", added, edited]);
            return Exit.Done;
        });
        return command;
    }

    private static Command Export(Session s)
    {
        var project = Parts.Project(s);
        var file = new Argument<string?>(s.T["arg.fileName"]) { Description = s.T["arg.outFile"], Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("export", s.T["cmd.codebook.export"]) { project, file };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            CodebookFile.Write(s, store.Codes(), parsed.GetValue(file));
            return Exit.Done;
        });
        return command;
    }

    /// <summary>Whether a text is a colour as <c>#rrggbb</c>.</summary>
    public static bool IsColor(string text) =>
        text.Length == 7 && text[0] == '#' && text.AsSpan(1).IndexOfAnyExcept(System.Buffers.SearchValues.Create("0123456789abcdefABCDEF")) < 0;

    private static Argument<string> Code(Session s) => new(s.T["word.code"]) { Description = s.T["arg.code"] };

    /// <summary>Applies a change and tells it; as JSON the codes that it made or altered as they stand now, and the identities of those that are gone.</summary>
    private static int Done(Session s, IProjectStore store, Change change, string text, params Guid[] altered)
    {
        var before = store.Codes().Select(c => c.Id).ToHashSet();
        store.Apply(change, null, s.Cancellation);
        s.Document(w =>
        {
            var tree = new CodeTree(store.Codes());
            var codings = store.Codings(CodingScope.All).CountBy(c => c.Coding.Code).ToDictionary();
            w.Objects("codes", tree.Codes.Where(c => altered.Contains(c.Id) || !before.Contains(c.Id)), c => Fields(w, tree, c, codings.GetValueOrDefault(c.Id)));
            w.Texts("removed", before.Where(id => !tree.Contains(id)).Select(id => id.ToString()));
        });
        s.Say(text);
        return Exit.Done;
    }

    private static void Fields(Utf8JsonWriter w, CodeTree tree, Code c, int codings)
    {
        w.WriteString("id", c.Id);
        w.WriteString("code", c.Tag);
        w.WriteString("name", c.Name);
        w.WriteString("path", tree.Path(c.Id));
        w.Text("parent", c.Parent is { } p ? tree[p].Tag is { Length: > 0 } tag ? tag : tree[p].Name : null);
        w.WriteString("definition", c.Definition);
        w.WriteString("include", c.Include);
        w.WriteString("exclude", c.Exclude);
        w.Texts("keywords", c.Keywords);
        w.WriteString("example", c.Example);
        w.WriteString("color", c.Color);
        w.WriteNumber("codings", codings);
    }

    /// <summary>The options that say what a code means.</summary>
    private sealed class CodeFields(Session s)
    {
        private readonly Option<string?> _tag = Parts.Text(s, "--tag", "opt.tag", s.T["word.tag"]);
        private readonly Option<string?> _definition = Parts.Text(s, "--definition", "opt.definition", s.T["word.text"]);
        private readonly Option<string?> _include = Parts.Text(s, "--include", "opt.include", s.T["word.text"]);
        private readonly Option<string?> _exclude = Parts.Text(s, "--exclude", "opt.exclude", s.T["word.text"]);
        private readonly Option<string?> _keywords = Parts.Text(s, "--keywords", "opt.keywords", s.T["word.words"]);
        private readonly Option<string?> _example = Parts.Text(s, "--example", "opt.example", s.T["word.text"]);
        private readonly Option<string?> _color = Parts.Text(s, "--color", "opt.color", "#rrggbb");

        public void AddTo(Command command)
        {
            foreach (var option in new[] { _tag, _definition, _include, _exclude, _keywords, _example, _color })
            {
                command.Add(option);
            }
        }

        public Code Read(ParseResult parsed, Code code)
        {
            string Text(Option<string?> option, string old) => parsed.GetValue(option) is { } text ? Core.Sources.StoredText.Normalise(text.Trim()) : old;
            var color = Text(_color, code.Color);
            if (color.Length > 0 && !IsColor(color))
            {
                throw new UsageException(Problem.Of("codebook.color"));
            }

            return code with
            {
                Tag = Text(_tag, code.Tag),
                Definition = Text(_definition, code.Definition),
                Include = Text(_include, code.Include),
                Exclude = Text(_exclude, code.Exclude),
                Keywords = parsed.GetValue(_keywords) is { } words ? CodebookSheet.SplitKeywords(Core.Sources.StoredText.Normalise(words)) : code.Keywords,
                Example = Text(_example, code.Example),
                Color = color,
            };
        }
    }
}
