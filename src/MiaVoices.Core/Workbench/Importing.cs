using System.Security.Cryptography;
using MiaVoices.Core.Changes;
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
public sealed record ImportedSource(SourceDraft Draft, string Label, IReadOnlyList<Notice> Notices)
{
    /// <summary>What it changes where it is a new version of a source; null for a new source.</summary>
    public SourceUpdate? Update { get; init; }

    /// <summary>How its questions stand to those of an earlier wave; null where there is none.</summary>
    public WaveComparison? Waves { get; init; }

    /// <summary>Where the rows of a register table went; null for other files.</summary>
    public RegisterPlacement? Register { get; init; }
}

/// <summary>What an import did, or would do.</summary>
/// <param name="Imported">What came in.</param>
/// <param name="Refused">Files that did not, and why.</param>
/// <param name="Unchanged">Labels of sources whose files are, byte for byte, those they were made of.</param>
public sealed record ImportReport(IReadOnlyList<ImportedSource> Imported, IReadOnlyList<Problem> Refused, IReadOnlyList<string> Unchanged);

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
    /// <param name="updates">Whether files may be new versions of sources that are there; null for not.</param>
    /// <param name="progress">Share done and the name of the file at hand.</param>
    /// <param name="session">What a run of several calls knows of one another; null for this one alone.</param>
    /// <param name="cancellation">Stops; what was imported before stays, the file at hand is left out whole.</param>
    public static ImportReport Run(
        IProjectStore store,
        IReadOnlyList<ImportFile> files,
        Func<SourceFile, ReadOptions, ISourceReader> recognise,
        ReadOptions options,
        bool dryRun,
        UpdateOptions? updates = null,
        IProgress<(double Share, string Name)>? progress = null,
        ImportSession? session = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(recognise);
        ArgumentNullException.ThrowIfNull(options);
        updates ??= UpdateOptions.None;
        session ??= new ImportSession(store);
        var imported = new List<ImportedSource>();
        var refused = new List<Problem>();
        var unchanged = new List<string>();
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
                if (updates.Source is null && there.FirstOrDefault(s => s.Sha256 == sha && s.Name == files[i].Name) is { } twin)
                {
                    if (updates.ByName)
                    {
                        unchanged.Add(twin.Label);
                        continue;
                    }

                    throw new RefusedException(Problem.At(files[i].Name, "source.already", twin.Label));
                }

                var file = new SourceFile(files[i].Name, bytes);
                var asked = options with { Kind = options.Kind ?? KindOf(there, files[i].Name, updates) };
                var drafts = recognise(file, asked).Read(file, asked, cancellation);
                var step = progress is null ? null : new Part(progress, files[i].Name, done, files.Count);
                var made = new Dictionary<string, Guid>(StringComparer.OrdinalIgnoreCase);
                var registers = new RegisterPlacing(store);
                var replaced = new HashSet<Guid>();
                var results = new List<(ImportedSource Imported, List<Change> Changes)>();
                foreach (var draft in drafts.Select(d => session.Pseudonyms.Propose(d, asked)))
                {
                    var old = UpdateTarget.Find(there, draft, updates, replaced);
                    var told = Told(draft, options, old);
                    results.Add(old is null
                        ? registers.Place(told) ?? One(store, session.Waves, RegisterPlacing.AsRows(told), asked, sha, there, taken, made)
                        : New(store, old, RegisterPlacing.AsRows(told), asked, sha, updates.Missing, made));
                    replaced.UnionWith(old is null ? [] : [old.Id]);
                }

                if (!dryRun)
                {
                    // The sheets of a workbook come in together or not at all.
                    var changes = results.SelectMany(r => r.Changes).ToList();
                    _ = changes.Count == 0 ? null : store.Apply(changes.Count == 1 ? changes[0] : new Batch(replaced.Count > 0 ? "source.update" : "source.import", changes), step, cancellation);
                    there = [.. store.Sources()];
                }

                imported.AddRange(results.Select(r => r.Imported));
            }
            catch (RefusedException e) when (e is not UsageException)
            {
                session.Waves.Forget(files[i].Name);
                refused.Add(e.Problem.Where is null ? e.Problem with { Where = files[i].Name } : e.Problem);
            }
        }

        progress?.Report((1, ""));
        return new ImportReport(imported, refused, unchanged);
    }

    private static (ImportedSource Imported, List<Change> Changes) One(
        IProjectStore store, SurveyWaves waves, SourceDraft read, ReadOptions options, string sha, List<Source> there, HashSet<string> taken, Dictionary<string, Guid> made)
    {
        var (draft, compared) = waves.Compare(read);
        var ids = store.NewIds();
        var label = SourceLabel.Propose(draft, taken);
        taken.Add(label);
        var notices = new List<Notice>(draft.Notices);
        if (there.FirstOrDefault(s => s.Sha256 == sha) is { } twin && twin.Name != draft.Name)
        {
            notices.Add(new Notice(Problem.At(draft.Name, "source.sameContent", twin.Label)));
        }
        else if (there.LastOrDefault(s => s.Name == draft.Name && s.Sheet == draft.Sheet) is { } namesake)
        {
            notices.Add(new Notice(Problem.At(draft.Name, "source.sameName", namesake.Label)));
        }

        var persistent = SamePersons(store, draft);
        notices.AddRange(persistent.Notices);
        draft = persistent.Merged(draft);
        var cases = draft.Survey?.Respondents.Count ?? draft.Speakers.Count(s => s.Role == SpeakerRole.Respondent);
        var import = new ImportSource(ids.Next(), draft.Name, label, draft.Kind, sha, draft.Segments.Count, cases) { Draft = CommentMemos.Addressed(draft, options, ids), Known = persistent.Known(draft) };
        List<Change> changes = [import, .. PresetCodings.Of(store, import, draft, ids, notices, made, _ => true), .. CommentMemos.Of(store, import, options, ids), .. persistent.Edited.Select(c => new EditCase(c))];
        return (new ImportedSource(draft, label, notices) { Waves = compared }, changes);
    }

    private static PersistentCases SamePersons(IProjectStore store, SourceDraft draft) =>
        draft.Survey is { PersistentIds: true } survey ? PersistentCases.Find(draft, CaseRows.Of(store, survey.Name), store.Cases()) : PersistentCases.None;

    /// <summary>A new version of a source that is there.</summary>
    private static (ImportedSource Imported, List<Change> Changes) New(
        IProjectStore store, Source old, SourceDraft draft, ReadOptions options, string sha, MissingRespondents missing, Dictionary<string, Guid> made)
    {
        var ids = store.NewIds();
        var persistent = SamePersons(store, draft);
        List<Notice> notices = [.. draft.Notices, .. persistent.Notices];
        var updating = new Updating(store, old, draft, missing, persistent, ids, notices);
        var (import, after, update) = updating.Plan(sha);

        // Codes in the sheet are those of new rows: on the others a person may have taken them away, or moved them.
        var presets = PresetCodings.Of(store, import, updating.Draft, ids, notices, made, updating.IsNew);
        foreach (var doubtful in update.Doubtful)
        {
            notices.Add(new Notice(Problem.At(old.Label, doubtful.HasProposal ? "update.doubtful" : "update.lost", doubtful.Ordinal), LeftOut: true));
        }

        // Comments that came with the version before are memos already, and may have been changed since.
        var known = store.Memos().Select(m => m.Text).ToHashSet(StringComparer.Ordinal);
        var comments = CommentMemos.Of(store, import, options, ids).Where(c => c is not AddMemo added || !known.Contains(added.Memo.Text));
        if (updating.KeptLabels)
        {
            notices.RemoveAll(n => n.Problem.Key == "speaker.looksLikeName");
        }

        return (new ImportedSource(import.Draft!, old.Label, notices) { Update = update }, [import, .. presets, .. comments, .. after]);
    }

    /// <summary>What the person said of the source that a file updates holds for the new version too.</summary>
    private static SourceKind? KindOf(IReadOnlyList<Source> there, string name, UpdateOptions updates)
    {
        var known = updates.Source is { } text ? SourceFinder.Candidates(there, text) : updates.ByName ? [.. there.Where(s => s.Name == name)] : [];
        return known.Count > 0 && known.All(s => s.Kind == known[0].Kind) ? known[0].Kind : null;
    }

    /// <summary>The draft with what the person said of the import.</summary>
    private static SourceDraft Told(SourceDraft draft, ReadOptions options, Source? old = null)
    {
        var told = draft with { Attributes = options.Attributes, Language = options.Language ?? old?.Language ?? TextLanguage.Swedish };
        return options.Language is null && old is null && LanguageGuess.Of(draft.Segments.Select(s => s.Text).Take(LooksAt)) == TextLanguage.English
            ? told with { Notices = [.. told.Notices, new Notice(Problem.At(draft.Name, "source.looksEnglish"))] }
            : told;
    }

    private sealed class Part(IProgress<(double, string)> whole, string name, int done, int all) : IProgress<double>
    {
        public void Report(double value) => whole.Report(((done + value) / all, name));
    }
}
