using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>Codes that a survey sheet held already.</summary>
internal static class PresetCodings
{
    /// <summary>Codes that a spreadsheet already held become codings of that row's free-text answers.</summary>
    public static List<Change> Of(
        IProjectStore store, ImportSource import, SourceDraft draft, IIdSource ids, List<Notice> notices, Dictionary<string, Guid> made, Func<SegmentDraft, bool> wanted)
    {
        var changes = new List<Change>();
        var coded = draft.Survey?.Respondents.Where(r => r.Codes.Count > 0).ToDictionary(r => (r.Wave, r.Row), r => r.Codes);
        if (coded is not { Count: > 0 })
        {
            return changes;
        }

        var tree = new CodeTree(store.Codes());
        var start = 0;
        foreach (var segment in draft.Segments)
        {
            if (segment.Row is { } row && wanted(segment) && coded.TryGetValue((segment.Wave, row), out var names))
            {
                foreach (var name in names.Select(n => n.Replace('|', '/').Trim()).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
                {
                    if (!made.TryGetValue(name, out var code))
                    {
                        code = Find(tree, name, draft.Name)?.Id ?? Guid.Empty;
                        if (code == Guid.Empty)
                        {
                            var added = new Code { Id = ids.Next(), Name = name, Position = tree.Roots.Count() + made.Count };
                            changes.Add(new AddCode(added));
                            notices.Add(new Notice(Problem.At(draft.Name, "survey.codeMade", name)));
                            code = added.Id;
                        }

                        made[name] = code;
                    }

                    changes.Add(new AddCoding(new Coding
                    {
                        Id = ids.Next(),
                        Source = import.Source,
                        Start = start,
                        End = start + segment.Text.Length,
                        Quote = segment.Text,
                        Code = code,
                        Coder = store.Coder,
                        Origin = CodingOrigin.Import,
                        Created = store.Now,
                    }));
                }
            }

            start += segment.Text.Length + 1;
        }

        return changes;
    }

    /// <summary>An ambiguous name in a file is the file's fault, not the command's: the rest of the batch goes on.</summary>
    private static Code? Find(CodeTree tree, string name, string file)
    {
        try
        {
            return tree.TryFind(name);
        }
        catch (UsageException e)
        {
            throw new RefusedException(e.Problem with { Where = file }, e);
        }
    }
}
