using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;
using TableColumn = MiaVoices.Terminal.Lines.TableColumn;

namespace MiaVoices.App.Commands;

/// <summary><c>mia report</c>: a report as a file, and what differs from one that went out before.</summary>
internal static class ReportCommand
{
    private const string Exports = "exports";

    /// <summary>The reports by the words of the command line.</summary>
    public static IReadOnlyList<(string Word, ReportKind Kind)> Kinds { get; } =
    [
        ("theme", ReportKind.Theme), ("brukarrevision", ReportKind.Audit), ("survey", ReportKind.Survey), ("summary", ReportKind.Summary),
        ("dialogue", ReportKind.Dialogue), ("quotes", ReportKind.Quotes), ("voices", ReportKind.Voices),
    ];

    public static Command Create(Session s)
    {
        var project = Parts.Project(s);
        var kind = new Argument<string>(s.T["arg.reportName"]) { Description = s.T["arg.report"] };
        var file = new Option<string>("--out") { Description = s.T["opt.out"], HelpName = s.T["arg.fileName"] };
        var format = Parts.Text(s, "--format", "opt.format", "md|html|docx|xlsx|csv");
        var audience = Parts.AudienceOption(s);
        var where = Parts.Many(s, "--where", "opt.where", s.T["word.pair"]);
        var theme = Parts.Text(s, "--theme", "opt.reportTheme", s.T["word.code"]);
        var survey = Parts.Text(s, "--survey", "opt.reportSurvey", s.T["word.name"]);
        var wave = Parts.Text(s, "--wave", "opt.reportWave", s.T["word.wave"]);
        var since = Parts.Text(s, "--since", "opt.since", s.T["word.sinceValue"]);
        var command = new Command("report", s.T["cmd.report"]) { project, kind, file, format, audience, where, theme, survey, wave, since };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            if (parsed.GetValue(kind) == Exports)
            {
                ListExports(s, store);
                return Exit.Done;
            }

            var order = new ReportOrder
            {
                Kind = Kind(parsed.GetValue(kind)!),
                Audience = Parts.Audience(parsed.GetValue(audience)),
                Where = Parts.Pairs(parsed.GetValue(where), "--where"),
                Theme = parsed.GetValue(theme) is { } named ? new CodeTree(store.Codes()).Find(named).Id : null,
                Survey = parsed.GetValue(survey),
                Wave = parsed.GetValue(wave),
            };
            var path = parsed.GetValue(file);
            if (path is null && parsed.GetValue(since) is null)
            {
                throw new UsageException(Problem.Of("usage.missingOption", "--out"));
            }

            return Make(s, store, order, path, path is null ? ReportFormat.Markdown : ReportFiles.Choose(path, parsed.GetValue(format)), parsed.GetValue(since));
        });
        return command;
    }

    /// <summary>Writes a report with what is to be looked at left to others; for the practice project.</summary>
    public static void Write(Session s, IProjectStore store, string path, ReportOrder order)
    {
        var document = Compose(s, store, order);
        ReportFiles.Write(s.Files, path, ReportFormat.Markdown, document.Blocks, ReportFiles.Meta(s.Version, store.Now));
        Reporting.Remember(store, order, document);
    }

    /// <summary>The report by a word of the command line.</summary>
    public static ReportKind Kind(string word) => Kinds.Where(k => k.Word == word).Select(k => (ReportKind?)k.Kind).FirstOrDefault()
        ?? throw new UsageException(Problem.Of("report.kind", word, string.Join(", ", Kinds.Select(k => k.Word))));

    private static int Make(Session s, IProjectStore store, ReportOrder order, string? path, ReportFormat format, string? since)
    {
        var earlier = since is null ? null : ReportDifferences.Find(store, order, since);
        var document = Compose(s, store, order);
        var checks = path is null ? [] : ReportChecks.Of(store, order, s.Cancellation);
        if (checks.Where(c => c.State == CheckState.Blocks).ToList() is { Count: > 0 } blocking)
        {
            throw new RefusedException(Problem.Of("report.blocked", string.Join(" · ", blocking.Select(c => s.T.Of(c.Words)))));
        }

        long? number = null;
        if (path is not null)
        {
            ReportFiles.Write(s.Files, path, format, document.Blocks, ReportFiles.Meta(s.Version, store.Now));
            number = Reporting.Remember(store, order, document);
        }

        var differences = earlier is null ? null : ReportDifferences.Between(earlier.Facts, document.Facts);
        if (s.Json)
        {
            s.WriteJson(w => Json(s, w, order, path, number, checks, earlier, differences));
        }
        else if (differences is not null)
        {
            Tell(s, earlier!, differences);
        }

        foreach (var check in checks.Where(c => c.State == CheckState.Warning))
        {
            s.Say(s.T["report.warning", Glyphs.OneLine(s.T.Of(check.Words))]);
        }

        if (path is not null)
        {
            s.Say(s.T["report.done", path, number!]);
        }

        return Exit.Done;
    }

    private static ReportDocument Compose(Session s, IProjectStore store, ReportOrder order)
    {
        using var progress = s.Progress("progress.report");
        using var view = store.Snapshot();
        return Reporting.Compose(store, order, s.Version, progress, s.Cancellation);
    }

    private static void ListExports(Session s, IProjectStore store)
    {
        var exports = store.ReportTrail.All();
        if (s.Json)
        {
            s.WriteJson(w => w.Objects("exports", exports, e => Export(w, e)));
            return;
        }

        if (exports.Count == 0)
        {
            s.Say(s.T["report.noExports"]);
            return;
        }

        var table = new TextTable(
            new TableColumn(s.T["word.number"]) { Alignment = Alignment.Right }, new TableColumn(s.T["word.date"]), new TableColumn(s.T["word.report"]), new TableColumn(s.T["word.audience"]),
            new TableColumn(s.T["word.coder"]) { MaxWidth = 14 }, new TableColumn(s.T["word.choice"]) { IsFlexible = true, Wraps = true });
        foreach (var e in exports)
        {
            table.Add(
                e.Number.ToString(CultureInfo.InvariantCulture), SwedishText.Date(e.At), Kinds.First(k => k.Kind == e.Kind).Word, JsonFields.Word(e.Audience), e.Coder,
                string.Join(", ", e.Selection.Split('\n').Where(x => x.Length > 0)));
        }

        table.Write(s.Out, s.Terminal);
    }

    private static void Tell(Session s, ReportExport earlier, IReadOnlyList<ReportDifference> differences)
    {
        if (differences.Count == 0)
        {
            s.Say(s.T["report.same", earlier.Number, SwedishText.Date(earlier.At)]);
            return;
        }

        s.Say(s.T["report.differs", earlier.Number, SwedishText.Date(earlier.At), differences.Count]);
        var table = new TextTable(
            new TableColumn(s.T["word.what"]), new TableColumn(s.T["word.theme"]) { IsFlexible = true, Wraps = true }, new TableColumn(s.T["word.group"]),
            new TableColumn(s.T["word.then"]) { Alignment = Alignment.Right }, new TableColumn(s.T["word.now"]) { Alignment = Alignment.Right });
        foreach (var d in differences)
        {
            var fact = (d.Now ?? d.Then)!;
            table.Add(
                s.T["report." + (d.IsQuote ? "quote" : "figure") + d.Kind], Glyphs.OneLine(fact.Name), fact.Group is null or "" ? "" : fact.Group,
                d.IsQuote ? "" : Figure(s, d.Then), d.IsQuote ? "" : Figure(s, d.Now));
        }

        table.Write(s.Out, s.Terminal);
    }

    private static string Figure(Session s, ReportFact? fact) =>
        fact is null ? "–" : fact.Of == 0 ? fact.Persons?.ToString(CultureInfo.InvariantCulture) ?? ".." : fact.Persons is { } persons ? s.T["of", persons, fact.Of] : $".. / {fact.Of.ToString(CultureInfo.InvariantCulture)}";

    private static void Json(
        Session s, Utf8JsonWriter w, ReportOrder order, string? path, long? number, IReadOnlyList<ReportCheck> checks, ReportExport? earlier, IReadOnlyList<ReportDifference>? differences)
    {
        w.WriteString("report", Kinds.First(k => k.Kind == order.Kind).Word);
        w.Text("file", path);
        w.Count("number", (int?)number);
        w.Objects("checks", checks, c =>
        {
            w.WriteString("name", c.Name);
            w.WriteString("state", JsonFields.Word(c.State));
            w.WriteString("text", s.Neutral.Of(c.Words));
        });
        if (earlier is null || differences is null)
        {
            return;
        }

        w.WriteStartObject("since");
        Export(w, earlier);
        w.WriteEndObject();
        w.Objects("differences", differences, d =>
        {
            var fact = (d.Now ?? d.Then)!;
            w.WriteString("kind", JsonFields.Word(d.Kind));
            w.WriteString("what", d.IsQuote ? "quote" : "figure");
            w.WriteString("name", fact.Name);
            w.Text("group", fact.Group);
            w.Count("then", d.Then?.Persons);
            w.Count("thenOf", d.Then?.Of);
            w.Count("now", d.Now?.Persons);
            w.Count("nowOf", d.Now?.Of);
        });
    }

    private static void Export(Utf8JsonWriter w, ReportExport e)
    {
        w.WriteNumber("number", e.Number);
        w.WriteString("at", JsonFields.Time(e.At));
        w.WriteString("coder", e.Coder);
        w.WriteString("report", Kinds.First(k => k.Kind == e.Kind).Word);
        w.WriteString("audience", JsonFields.Word(e.Audience));
        w.Texts("selection", e.Selection.Split('\n').Where(x => x.Length > 0));
        w.WriteString("sha256", e.Sha256);
    }
}
