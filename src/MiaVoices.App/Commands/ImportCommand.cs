using System.CommandLine;
using System.Text;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Formats;
using MiaVoices.Formats.Text;
using MiaVoices.Terminal.Screen;

namespace MiaVoices.App.Commands;

/// <summary><c>mia import</c>: files and folders come in, or a dry run says what would.</summary>
internal static class ImportCommand
{
    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var paths = new Argument<string[]>(s.T["arg.pathName"]) { Description = s.T["arg.paths"], Arity = ArgumentArity.OneOrMore };
        var kind = Parts.Text(s, "--kind", "opt.kind", "interview|survey|notes|story|table");
        kind.AcceptOnlyFromAmong("interview", "survey", "notes", "story", "table");
        var profile = Parts.Text(s, "--profile", "opt.profile", s.T["arg.fileName"]);
        var set = Parts.Many(s, "--set", "opt.set", s.T["word.pair"]);
        var role = Parts.Many(s, "--role", "opt.role", s.T["word.rolePair"]);
        var language = Parts.Text(s, "--language", "opt.language", "sv|en");
        language.AcceptOnlyFromAmong("sv", "en");
        var speaker = Parts.Many(s, "--speaker", "opt.speaker", s.T["word.speakerPair"]);
        var pseudonyms = new Option<bool>("--pseudonyms") { Description = s.T["opt.pseudonyms"] };
        var comments = new Option<bool>("--comments") { Description = s.T["opt.comments"] };
        var dry = new Option<bool>("--dry-run") { Description = s.T["opt.dryRun"] };
        var update = new Option<bool>("--update") { Description = s.T["opt.update"] };
        var replaces = Parts.Text(s, "--replaces", "opt.replaces", s.T["word.source"]);
        var missing = Parts.Text(s, "--missing", "opt.missing", "keep|drop");
        missing.AcceptOnlyFromAmong("keep", "drop");
        var propose = Parts.Text(s, "--propose-profile", "opt.proposeProfile", s.T["arg.fileName"]);
        var command = new Command("import", s.T["cmd.import"]) { project, paths, kind, profile, set, role, speaker, pseudonyms, comments, language, update, replaces, missing, dry, propose };
        command.SetAction(parsed =>
        {
            var options = new ReadOptions
            {
                Kind = parsed.GetValue(kind) is { } word ? Enum.Parse<SourceKind>(word, ignoreCase: true) : null,
                Profiles = parsed.GetValue(profile) is { } file ? Profiles(s.Files, file) : [],
                Attributes = Parts.Pairs(parsed.GetValue(set), "--set").ToDictionary(p => p.Name, p => p.Value),
                Language = parsed.GetValue(language) switch { "en" => TextLanguage.English, "sv" => TextLanguage.Swedish, _ => null },
                SpeakerNames = SpeakerNames(parsed.GetValue(speaker) ?? []),
                Pseudonyms = parsed.GetValue(pseudonyms),
                CommentTitle = parsed.GetValue(comments) ? s.T["import.commentTitle"] : null,
                Roles = Roles(parsed.GetValue(role) ?? []),
            };
            var files = s.Files.Expand(parsed.GetValue(paths)!);
            if (files.Count == 0)
            {
                throw new RefusedException(Problem.Of("import.nothing"));
            }

            if (parsed.GetValue(propose) is { } target)
            {
                var proposed = Propose(s, files, options, parsed.GetValue(project)!, target);
                if (!parsed.GetValue(dry))
                {
                    s.Document(w =>
                    {
                        w.WriteString("file", target);
                        w.WriteNumber("profiles", proposed);
                    });
                    return Exit.Done;
                }
            }

            var updates = new UpdateOptions
            {
                ByName = parsed.GetValue(update),
                Source = parsed.GetValue(replaces),
                Missing = parsed.GetValue(missing) switch { "keep" => MissingRespondents.Keep, "drop" => MissingRespondents.Drop, _ => MissingRespondents.Refuse },
            };
            if (updates.Source is not null && files.Count > 1)
            {
                throw new UsageException(Problem.Of("update.oneFile"));
            }

            using var store = s.Open(parsed.GetValue(project)!);
            var report = Run(s, store, files, options, parsed.GetValue(dry), updates);
            return Tell(s, report, options, parsed.GetValue(dry));
        });
        return command;
    }

    /// <summary>Imports each file, with the profile beside it where none was given; <paramref name="told"/> gets the share that is done and the name of the file at hand.</summary>
    public static ImportReport Run(Session s, IProjectStore store, IReadOnlyList<(string Path, ImportFile File)> files, ReadOptions options, bool dryRun, UpdateOptions? updates = null, Action<double, string>? told = null)
    {
        var imported = new List<ImportedSource>();
        var refused = new List<Problem>();
        var unchanged = new List<string>();
        var session = new ImportSession(store);
        using var progress = s.Progress(dryRun ? "progress.read" : "progress.import");
        for (var i = 0; i < files.Count; i++)
        {
            s.Cancellation.ThrowIfCancellationRequested();
            var (path, file) = files[i];
            var own = options;
            try
            {
                if (options.Profiles.Count == 0 && s.Files.ProfileBeside(path) is { } beside)
                {
                    own = options with { Profiles = Profiles(s.Files, beside) };
                }
            }
            catch (RefusedException e)
            {
                refused.Add(e.Problem);
                continue;
            }

            var step = new Step(progress, told, i, files.Count);
            var report = Importing.Run(store, [file], Readers.Recognise, own, dryRun, updates, step, session, s.Cancellation);
            imported.AddRange(report.Imported);
            refused.AddRange(report.Refused);
            unchanged.AddRange(report.Unchanged);
        }

        return new ImportReport(imported, refused, unchanged);
    }

    private static int Tell(Session s, ImportReport report, ReadOptions options, bool dryRun)
    {
        if (s.Json)
        {
            s.WriteJson(w =>
            {
                w.Objects("imported", report.Imported, i =>
                {
                    w.WriteString("source", i.Draft.Name);
                    w.WriteString("label", i.Label);
                    w.WriteString("kind", JsonFields.Word(i.Draft.Kind));
                    w.WriteString("format", i.Draft.Format);
                    w.WriteString("encoding", i.Draft.Encoding);
                    w.Text("sheet", i.Draft.Sheet);
                    w.WriteNumber("segments", i.Draft.Segments.Count);
                    w.Objects("speakers", i.Draft.Speakers, p =>
                    {
                        w.WriteString("name", p.Name);
                        w.WriteString("role", JsonFields.Word(p.Role));
                        w.WriteNumber("turns", p.Turns);
                        w.Text("pseudonym", p.Pseudonym);
                        if (dryRun)
                        {
                            w.Texts("written", p.Written);
                        }
                    });
                    w.WriteNumber("comments", i.Draft.Comments.Count);
                    w.Objects("columns", i.Draft.Survey?.Columns ?? [], c =>
                    {
                        w.WriteString("header", c.Header);
                        w.WriteString("role", c.Role);
                        w.Text("name", c.Name);
                        w.WriteString("reason", c.Reason);
                    });
                    if (i.Update is { } update)
                    {
                        ImportUpdates.Write(w, update);
                    }

                    w.Questions(i);
                    w.Register(i);
                    w.Objects("warnings", i.Notices, n =>
                    {
                        w.Text("at", n.Problem.Where);
                        w.WriteString("message", s.Neutral[n.Problem.Key, [.. n.Problem.Facts]]);
                    });
                });
                w.Objects("refused", report.Refused, r =>
                {
                    w.Text("file", r.Where);
                    w.WriteString("reason", s.Neutral[r.Key, [.. r.Facts]]);
                });
                w.Texts("unchanged", report.Unchanged);
            });
        }
        else
        {
            foreach (var source in report.Imported)
            {
                Tell(s, source, options, dryRun);
            }
        }

        ImportUpdates.Tell(s, report);
        foreach (var notice in report.Imported.SelectMany(i => i.Notices))
        {
            s.Say(Glyphs.OneLine(s.T.Of(notice.Problem)));
        }

        foreach (var problem in report.Refused)
        {
            s.Err.WriteLine(Glyphs.OneLine(s.T.Of(problem)));
        }

        // A name that was spelt wrongly here has been stored as it was written.
        var unmet = options.SpeakerNames.Keys.Except(report.Imported.SelectMany(i => i.Draft.Speakers).SelectMany(p => p.Written)).Count();
        if (unmet > 0)
        {
            s.Say(s.T["import.speakersUnmet", unmet]);
        }

        if (report.Imported.Count == 0)
        {
            return report.Unchanged.Count == 0 ? Exit.Refused : report.Refused.Count == 0 ? Exit.Done : Exit.LeftOut;
        }

        s.Say(s.T[dryRun ? "import.dry" : "import.done", report.Imported.Count(i => i.Register is null), report.Imported.Where(i => i.Register is null).Sum(i => i.Draft.Segments.Count)]);
        return report.Refused.Count > 0 || unmet > 0 || report.Imported.Any(i => i.Notices.Any(n => n.LeftOut)) ? Exit.LeftOut : Exit.Done;
    }

    /// <summary>What came, or would come, of a source, as lines: the source first, then its speakers one by one, then the rest.</summary>
    public static void Tell(Session s, ImportedSource source, ReadOptions options, bool dryRun)
    {
        var draft = source.Draft;
        if (draft.Register is not null)
        {
            ImportedRegister.Tell(s, source, dryRun);
            return;
        }

        s.Out.WriteLine(Glyphs.OneLine(s.T[dryRun ? "import.sourceDry" : "import.source", draft.Name, s.T["kind." + JsonFields.Word(draft.Kind)], draft.Format, draft.Encoding, draft.Segments.Count, source.Label]));
        foreach (var speaker in draft.Speakers)
        {
            s.Out.WriteLine("  " + Glyphs.OneLine(SpeakerLine(s, speaker, dryRun)));
        }

        if (draft.Comments.Count > 0 && options.CommentTitle is not null)
        {
            s.Out.WriteLine("  " + s.T["import.comments", draft.Comments.Count]);
        }

        if (source.Update is { } update)
        {
            ImportUpdates.Tell(s, update);
        }

        if (draft.Survey is { } survey)
        {
            s.Out.WriteLine("  " + Glyphs.OneLine(s.T["import.survey", survey.Name, ImportedQuestions.Waves(survey), survey.Respondents.Count]));
            foreach (var column in survey.Columns)
            {
                ImportedRegister.Tell(s, column);
            }

            ImportedQuestions.Tell(s, source.Waves);
        }
    }

    /// <summary>What was written in the file is shown by a dry run only, where nothing but the screen gets it.</summary>
    private static string SpeakerLine(Session s, SpeakerDraft speaker, bool dryRun)
    {
        var role = s.T["role." + JsonFields.Word(speaker.Role)];
        return dryRun && speaker.Written.Count > 0 ? s.T["import.speakerRenamed", speaker.Name, role, speaker.Turns, string.Join(", ", speaker.Written)]
            : dryRun && speaker.Pseudonym is { } pseudonym ? s.T["import.speakerProposed", speaker.Name, role, speaker.Turns, pseudonym]
            : s.T["import.speaker", speaker.Name, role, speaker.Turns];
    }

    /// <summary>Writes a proposed profile and says how many sheets it is of.</summary>
    private static int Propose(Session s, IReadOnlyList<(string Path, ImportFile File)> files, ReadOptions options, string project, string target)
    {
        if (files.Count != 1)
        {
            throw new UsageException(Problem.Of("import.proposeOne"));
        }

        var file = new SourceFile(files[0].File.Name, files[0].File.Read());
        var profiles = Readers.ProposeProfiles(file, options, s.Cancellation);
        if (s.Files.Exists(s.Files.Project(project)))
        {
            using var store = s.Open(project);
            profiles = ProfileSettling.WithEarlierWaves(profiles, Readers.Read(file, options, s.Cancellation), new SurveyWaves(store));
        }

        s.Files.Write(target, Encoding.UTF8.GetBytes(SurveyProfile.Format(profiles)));
        s.Say(s.T["import.proposed", target]);
        return profiles.Count;
    }

    private static IReadOnlyList<SurveyProfile> Profiles(Files files, string path)
    {
        var name = Path.GetFileName(path);
        return SurveyProfile.Parse(TextDecoding.Decode(new SourceFile(name, files.Read(path, name))).Text, name);
    }

    /// <summary>Roles as they are given on the command line: <c>IP=respondent</c>.</summary>
    public static Dictionary<string, SpeakerRole> Roles(string[] pairs) =>
        pairs.Select(p => p.LastIndexOf('=') is > 0 and var at && Enum.TryParse<SpeakerRole>(p[(at + 1)..], ignoreCase: true, out var role)
            ? (Name: p[..at], Role: role)
            : throw new UsageException(Problem.Of("usage.role", p))).ToDictionary(p => p.Name, p => p.Role, StringComparer.OrdinalIgnoreCase);

    /// <summary>Labels as they are given on the command line: <c>Anna Ek=D07</c>. What is wrong is not repeated: it may be a name.</summary>
    private static Dictionary<string, string> SpeakerNames(string[] pairs)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in pairs)
        {
            var parts = StoredText.Normalise(pair).Split('=');
            if (parts.Length != 2 || parts.Any(p => string.IsNullOrWhiteSpace(p) || p.Contains('\n')) || !names.TryAdd(parts[0].Trim(), parts[1].Trim()))
            {
                throw new UsageException(Problem.Of("usage.speaker"));
            }
        }

        return names;
    }

    private sealed class Step(Terminal.Lines.ProgressLine line, Action<double, string>? told, int done, int all) : IProgress<(double Share, string Name)>
    {
        public void Report((double Share, string Name) value)
        {
            line.Report((done + value.Share) / all);
            told?.Invoke((done + value.Share) / all, value.Name);
        }
    }
}
