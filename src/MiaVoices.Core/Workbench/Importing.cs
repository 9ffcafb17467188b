using System.Security.Cryptography;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Language;
using MiaVoices.Core.Sources;

namespace MiaVoices.Core.Workbench;

/// <summary>A file to import.</summary>
/// <param name="Name">Its name inside the project: relative, with '/'.</param>
/// <param name="Read">Gives its bytes.</param>
public sealed record ImportFile(string Name, Func<ReadOnlyMemory<byte>> Read);

/// <summary>A source that was (or would be) imported.</summary>
/// <param name="Draft">What was read.</param>
/// <param name="Label">Its label.</param>
/// <param name="Notices">Warnings, and what was left out.</param>
public sealed record ImportedSource(SourceDraft Draft, string Label, IReadOnlyList<Notice> Notices);

/// <summary>What an import did, or would do.</summary>
public sealed record ImportReport(IReadOnlyList<ImportedSource> Imported, IReadOnlyList<Problem> Refused);

/// <summary>Imports files; each is a change of its own, so that a bad one does not stop the rest.</summary>
public static class Importing
{
    /// <summary>How many segments are looked at to tell the language.</summary>
    private const int LooksAt = 200;

    /// <summary>Reads the files and, unless it is a dry run, brings them into the project.</summary>
    /// <param name="store">The project.</param>
    /// <param name="files">The files, in order.</param>
    /// <param name="recognise">Finds the reader of a file by its content.</param>
    /// <param name="options">What the person asked for.</param>
    /// <param name="dryRun">Only say what would be done.</param>
    /// <param name="progress">Share done and the name of the file at hand.</param>
    /// <param name="pseudonyms">Those of a run of several imports, so that a dry run gives no pseudonym twice; null for this one alone.</param>
    /// <param name="cancellation">Stops; what was imported before stays, the file at hand is left out whole.</param>
    public static ImportReport Run(
        IProjectStore store,
        IReadOnlyList<ImportFile> files,
        Func<SourceFile, ReadOptions, ISourceReader> recognise,
        ReadOptions options,
        bool dryRun,
        IProgress<(double Share, string Name)>? progress = null,
        SpeakerPseudonyms? pseudonyms = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(recognise);
        ArgumentNullException.ThrowIfNull(options);
        var imported = new List<ImportedSource>();
        var refused = new List<Problem>();
        var there = store.Sources().ToList();
        var taken = there.Select(s => s.Label).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < files.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var done = i;
            progress?.Report(((double)done / files.Count, files[i].Name));
            try
            {
                var bytes = files[i].Read();
                var sha = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
                if (there.FirstOrDefault(s => s.Sha256 == sha && s.Name == files[i].Name) is { } twin)
                {
                    throw new RefusedException(Problem.At(files[i].Name, "source.already", twin.Label));
                }

                var file = new SourceFile(files[i].Name, bytes);
                pseudonyms ??= new SpeakerPseudonyms(store);
                var drafts = recognise(file, options).Read(file, options, cancellation).Select(d => pseudonyms.Propose(d, options));
                var step = progress is null ? null : new Part(progress, files[i].Name, done, files.Count);
                var made = new Dictionary<string, Guid>(StringComparer.OrdinalIgnoreCase);
                var results = drafts.Select(d => One(store, Told(d, options), options, sha, there, taken, made)).ToList();
                if (!dryRun)
                {
                    // The sheets of a workbook come in together or not at all.
                    var changes = results.SelectMany(r => r.Changes).ToList();
                    store.Apply(changes.Count == 1 ? changes[0] : new Batch("source.import", changes), step, cancellation);
                    there = [.. store.Sources()];
                }

                imported.AddRange(results.Select(r => r.Imported));
            }
            catch (RefusedException e) when (e is not UsageException)
            {
                refused.Add(e.Problem.Where is null ? e.Problem with { Where = files[i].Name } : e.Problem);
            }
        }

        progress?.Report((1, ""));
        return new ImportReport(imported, refused);
    }

    private static (ImportedSource Imported, List<Change> Changes) One(IProjectStore store, SourceDraft draft, ReadOptions options, string sha, List<Source> there, HashSet<string> taken, Dictionary<string, Guid> made)
    {
        var ids = store.NewIds();
        var label = SourceLabel.Propose(draft, taken);
        taken.Add(label);
        var notices = new List<Notice>(draft.Notices);
        if (there.FirstOrDefault(s => s.Sha256 == sha) is { } twin && twin.Name != draft.Name)
        {
            notices.Add(new Notice(Problem.At(draft.Name, "source.sameContent", twin.Label)));
        }

        var cases = draft.Survey?.Respondents.Count ?? draft.Speakers.Count(s => s.Role == SpeakerRole.Respondent);
        var import = new ImportSource(ids.Next(), draft.Name, label, draft.Kind, sha, draft.Segments.Count, cases) { Draft = CommentMemos.Addressed(draft, options, ids) };
        List<Change> changes = [import, .. PresetCodings(store, import, draft, ids, notices, made), .. CommentMemos.Of(store, import, options, ids)];
        return (new ImportedSource(draft, label, notices), changes);
    }

    /// <summary>The draft with what the person said of the import.</summary>
    private static SourceDraft Told(SourceDraft draft, ReadOptions options)
    {
        var told = draft with { Attributes = options.Attributes, Language = options.Language ?? TextLanguage.Swedish };
        return options.Language is null && LanguageGuess.Of(draft.Segments.Select(s => s.Text).Take(LooksAt)) == TextLanguage.English
            ? told with { Notices = [.. told.Notices, new Notice(Problem.At(draft.Name, "source.looksEnglish"))] }
            : told;
    }

    /// <summary>Codes that a spreadsheet already held become codings of that row's free-text answers.</summary>
    private static List<Change> PresetCodings(
        IProjectStore store, ImportSource import, SourceDraft draft, IIdSource ids, List<Notice> notices, Dictionary<string, Guid> made)
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
            if (segment.Row is { } row && coded.TryGetValue((segment.Wave, row), out var names))
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

    private sealed class Part(IProgress<(double, string)> whole, string name, int done, int all) : IProgress<double>
    {
        public void Report(double value) => whole.Report(((done + value) / all, name));
    }
}
