using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.App.Commands;
using MiaVoices.App.Screens.Codebook;
using MiaVoices.App.Screens.Importing;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Files;

namespace MiaVoices.App.Screens.Plain;

/// <summary>Files in, reports out, the codebook and the history by lines.</summary>
internal sealed partial class PlainProject
{
    private const int UsualHistory = 20;

    private void AddFiles()
    {
        _commands.Add("codebook", "screen.codebook", "", TellCodebook);
        _commands.Add("newcode", "plain.newcode.name", "+", AskNewCode);
        _commands.Add("history", "screen.history.title", "", TellHistory);
        _commands.Add("import", "screen.import", "i", Import);
        _commands.Add("report", "plain.report.name", "", Report);
    }

    private void TellCodebook(string typed)
    {
        var tree = new CodeTree(Store.Codes());
        if (tree.Codes.Count == 0)
        {
            _talk.Say(T["plain.noCodes"]);
            return;
        }

        var counts = CodeCounts.Read(Store, _session.Cancellation);
        if (typed.Length == 0)
        {
            foreach (var code in tree.Codes)
            {
                _talk.Say(CodeLine(tree, counts, code));
            }

            return;
        }

        if ((Find(typed) ?? ChooseCode(typed, makes: false)?.Item) is not { } wanted)
        {
            return;
        }

        _talk.Say(CodeLine(tree, counts, wanted));
        foreach (var field in CodeFieldList.All.Where(f => f.Get(wanted).Length > 0))
        {
            _talk.Say($"{T["screen.codebook.field." + field.Key]}: {field.Get(wanted)}");
        }

        foreach (var memo in Store.Memos().Where(m => m.Target == MemoTarget.Code && m.TargetId == wanted.Id))
        {
            _talk.Say(T["plain.memoIs", memo.Text]);
        }
    }

    private string CodeLine(CodeTree tree, CodeCounts counts, Code code)
    {
        var of = counts.Of(code.Id) ?? default;
        var tag = code.Tag.Length > 0 ? $" ({code.Tag})" : "";
        var under = code.Parent is { } parent && tree.Contains(parent) ? $" {T["screen.codebook.under", tree.Path(parent)]}." : "";
        return $"{code.Name}{tag}. {T["screen.codebook.counts", of.Codings, of.Own, of.Persons].Replace(" · ", ", ", StringComparison.Ordinal)}.{under}";
    }

    private void AskNewCode(string typed)
    {
        var name = typed.Length > 0 ? typed : _talk.Ask(T["screen.codebook.add.top"]);
        if (name is null)
        {
            return;
        }

        var clean = StoredText.Normalise(name).Trim();
        Do(CodeVerbs.Add(Store, new Code { Id = Store.NewIds().Next(), Name = clean }), T["screen.codebook.added", clean]);
    }

    private void TellHistory(string typed)
    {
        var most = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted > 0 ? wanted : UsualHistory;
        var any = false;
        foreach (var entry in Store.Journal().Take(most))
        {
            any = true;
            var at = TimeZoneInfo.ConvertTime(entry.At, _project.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            _talk.Say(T["plain.step", entry.Sequence, at, entry.Coder, ChangeText.Of(entry, T) + (entry.Undone ? " " + T["log.undone"] : "")]);
        }

        if (!any)
        {
            _talk.Say(T["screen.history.empty"]);
        }
    }

    /// <summary>Shows what would come of files, lets that be altered, and brings them in.</summary>
    private void Import(string typed)
    {
        var path = typed.Length > 0 ? typed : _talk.Ask(T["plain.askFiles"]);
        if (path is null)
        {
            return;
        }

        var files = _project.Files.Expand([Whole(path)]);
        var (options, updates) = (new ReadOptions(), new UpdateOptions());
        while (!_talk.HasEnded)
        {
            var behind = _session.Behind(_session.Cancellation);
            var report = ImportCommand.Run(behind, Store, files, options, dryRun: true, updates);
            Tell(report, options, dryRun: true);
            if (report.Imported.Count == 0 && !updates.ByName && report.Unchanged.Count == 0 && report.Refused.Count == 0)
            {
                _talk.Say(T["screen.import.nothing"]);
                return;
            }

            string[] answers = [T["screen.import.start"], T["screen.import.pseudonyms"], T["screen.import.updates"], T["screen.import.comments"], T["screen.import.role"]];
            switch (_talk.Choose(T["screen.import"], answers, a => a)?.Item)
            {
                case null:
                    _talk.Say(T["plain.notImported"]);
                    return;
                case var start when start == answers[0]:
                    var done = ImportCommand.Run(behind, Store, files, options, dryRun: false, updates);
                    _project.Touch();
                    Tell(done with { Imported = [], Unchanged = [] }, options, dryRun: false);
                    var sources = done.Imported.Where(i => i.Register is null).ToList();
                    _talk.Say(T["import.done", sources.Count, sources.Sum(i => i.Draft.Segments.Count)]);
                    _source ??= Store.Sources() is [var first, ..] ? first : null;
                    return;
                case var pseudonyms when pseudonyms == answers[1]:
                    options = options with { Pseudonyms = !options.Pseudonyms };
                    break;
                case var update when update == answers[2]:
                    updates = updates with { ByName = !updates.ByName };
                    break;
                case var comments when comments == answers[3]:
                    options = options with { CommentTitle = options.CommentTitle is null ? T["import.commentTitle"] : null };
                    break;
                default:
                    options = WithRole(report, options);
                    break;
            }
        }
    }

    private void Tell(ImportReport report, ReadOptions options, bool dryRun)
    {
        foreach (var line in ImportPreview.Lines(_session, report, options, dryRun))
        {
            _talk.Say(line.Text.Trim());
        }
    }

    private ReadOptions WithRole(ImportReport report, ReadOptions options)
    {
        var speakers = report.Imported.Where(i => i.Draft.Register is null).SelectMany(i => i.Draft.Speakers).ToList();
        if (speakers.Count == 0 || _talk.Choose(T["plain.whichSpeaker"], speakers, s => $"{s.Name}, {T["role." + JsonFields.Word(s.Role)]}") is not { } speaker
            || _talk.Choose(T["screen.import.role"], Enum.GetValues<SpeakerRole>(), r => T["role." + JsonFields.Word(r)]) is not { } role)
        {
            return options;
        }

        var roles = new Dictionary<string, SpeakerRole>(options.Roles, StringComparer.OrdinalIgnoreCase);
        foreach (var label in ImportPreview.Labels(speaker.Item))
        {
            roles[label] = role.Item;
        }

        return options with { Roles = roles };
    }

    /// <summary>Writes the report that <c>mia report</c> writes.</summary>
    private void Report(string typed)
    {
        var name = typed.Length > 0 ? typed : _talk.Ask(T["plain.askReport"], T["plain.reportName"] + ".md");
        if (name is null)
        {
            return;
        }

        // Without an ending it is Markdown, which any program reads aloud.
        var path = Path.HasExtension(name) ? Whole(name) : Whole(name) + ".md";
        var format = ReportFiles.Choose(path, null);
        if (File.Exists(path) && !_talk.Confirm(T["screen.search.export.replace", Path.GetFileName(path)]))
        {
            return;
        }

        (Audience Audience, string Word)[] audiences = [(Audience.Internal, "forInternal"), (Audience.Steering, "forSteering"), (Audience.Public, "forPublic")];
        if (_talk.Choose(T["plain.whichAudience"], audiences, a => T["plain." + a.Word]) is not { } audience)
        {
            return;
        }

        var order = new ReportOrder { Kind = ReportKind.Theme, Audience = audience.Item.Audience };
        var checks = ReportChecks.Of(Store, order, _session.Cancellation);
        if (checks.Where(c => c.State == CheckState.Blocks).ToList() is { Count: > 0 } blocking)
        {
            _talk.Say(T["report.blocked", string.Join(", ", blocking.Select(c => T.OnScreen(c.Words)))]);
            return;
        }

        ReportDocument document;
        using (Store.Snapshot())
        {
            document = Reporting.Compose(Store, order, _session.Version, null, _session.Cancellation);
        }

        ReportFiles.Write(_project.Files, path, format, document.Blocks, ReportFiles.Meta(_session.Version, Store.Now));
        Reporting.Remember(Store, order, document);
        foreach (var check in checks.Where(c => c.State == CheckState.Warning))
        {
            _talk.Say(T["report.warning", T.OnScreen(check.Words)]);
        }

        _talk.Say(T["report.done", path]);
    }

    /// <summary>A path as it is written, from the folder of the project.</summary>
    private string Whole(string path) => _project.Files.Whole(DiskFolders.FromHome(path));
}
