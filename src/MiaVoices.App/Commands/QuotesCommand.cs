using System.CommandLine;
using System.Globalization;
using MiaVoices.App.Cli;
using MiaVoices.Core;
using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Workbench;
using MiaVoices.Terminal.Lines;
using MiaVoices.Terminal.Screen;
using TableColumn = MiaVoices.Terminal.Lines.TableColumn;

namespace MiaVoices.App.Commands;

/// <summary><c>mia quotes</c>: quotes for publication, from choice to approval.</summary>
internal static class QuotesCommand
{
    public static Command Create(Session s) => new("quotes", s.T["cmd.quotes"])
    {
        List(s), Choose(s), Shorten(s), Review(s, "approve", QuoteStatus.Approved), Review(s, "withdraw", QuoteStatus.Withdrawn), Consent(s), QuoteCheckList.Create(s), Export(s),
    };

    private static Argument<string> Quote(Session s) => new(s.T["word.quote"]) { Description = s.T["arg.quote"] };

    private static Command List(Session s)
    {
        var project = Parts.Project(s);
        var status = new Option<string?>("--status") { Description = s.T["opt.quoteStatus"], HelpName = "draft|approved|withdrawn" };
        status.AcceptOnlyFromAmong("draft", "approved", "withdrawn");
        var code = Parts.Text(s, "--code", "opt.quoteCode", s.T["word.code"]);
        var command = new Command("list", s.T["cmd.quotes.list"]) { project, status, code };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var tree = new CodeTree(store.Codes());
            var below = parsed.GetValue(code) is { } named ? tree.WithDescendants(tree.Find(named).Id).Select(c => c.Id).ToHashSet() : null;
            var quotes = Quoting.All(store)
                .Where(q => parsed.GetValue(status) is not { } wanted || JsonFields.Word(q.Quote.Status) == wanted)
                .Where(q => below is null || below.Contains(q.Coding.Coding.Code))
                .ToList();
            if (s.Json)
            {
                s.WriteJson(w => w.Objects("quotes", quotes, q => QuoteFields.Write(w, q, tree)));
                return Exit.Done;
            }

            if (quotes.Count == 0)
            {
                s.Say(s.T["quotes.none"]);
                return Exit.Done;
            }

            var table = new TextTable(
                new TableColumn(s.T["word.quote"]), new TableColumn(s.T["word.status"]), new TableColumn(s.T["word.code"]) { MaxWidth = 24 }, new TableColumn(s.T["word.lookAt"]) { MaxWidth = 24 },
                new TableColumn(s.T["word.text"]) { IsFlexible = true, Wraps = true });
            foreach (var q in quotes)
            {
                table.Add(q.Id, State(s, q), tree[q.Coding.Coding.Code].Name, string.Join(", ", QuoteFields.Flags(q).Select(f => s.T["identifier." + JsonFields.Word(f)])), Glyphs.OneLine(q.Text));
            }

            table.Write(s.Out, s.Terminal);
            return Exit.Done;
        });
        return command;
    }

    private static Command Choose(Session s)
    {
        var project = Parts.Project(s);
        var codings = new Argument<string[]>(s.T["word.coding"]) { Description = s.T["arg.quoteCodings"], Arity = ArgumentArity.OneOrMore };
        var keep = Parts.Text(s, "--keep", "opt.quoteKeep", s.T["word.text"]);
        var note = Parts.Text(s, "--note", "opt.quoteNote", s.T["word.text"]);
        var command = new Command("choose", s.T["cmd.quotes.choose"]) { project, codings, keep, note };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var ids = ShortIds.Find(store.Codings(CodingScope.All).Select(c => c.Coding.Id), parsed.GetValue(codings)!, "coding.unknown");
            var chosen = ids.Select(id => Part(store, Quoting.Choose(store, id, parsed.GetValue(note) ?? ""), parsed.GetValue(keep))).ToList();
            store.Apply(chosen is [var one] ? one : new Batch("quote.choose", [.. chosen]));
            Told(s, store, [.. chosen.Select(c => c.Quote.Id)], "quotes.chosen");
            return Exit.Done;
        });
        return command;
    }

    private static ChooseQuote Part(IProjectStore store, ChooseQuote choice, string? keep)
    {
        if (keep is null)
        {
            return choice;
        }

        var coding = store.Codings(new CodingScope { Ids = [choice.Quote.Coding] }).Single();
        return new ChooseQuote(Quoting.Keep(new PlacedQuote(choice.Quote, coding, $"{coding.SourceLabel}:{coding.Ordinal.ToString(CultureInfo.InvariantCulture)}", ""), keep).Quote);
    }

    private static Command Shorten(Session s)
    {
        var (project, quote) = (Parts.Project(s), Quote(s));
        var omit = Parts.Many(s, "--omit", "opt.quoteOmit", s.T["word.text"]);
        var replace = Parts.Many(s, "--replace", "opt.quoteReplace", s.T["word.pair"]);
        var keep = Parts.Text(s, "--keep", "opt.quoteKeep", s.T["word.text"]);
        var whole = new Option<bool>("--whole") { Description = s.T["opt.quoteWhole"] };
        var command = new Command("shorten", s.T["cmd.quotes.shorten"]) { project, quote, omit, replace, keep, whole };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var found = Quoting.Find(store, parsed.GetValue(quote)!);
            EditQuote? edit = parsed.GetValue(whole) ? Quoting.Shorten(found, []) : null;
            void Then(Func<PlacedQuote, EditQuote> step) => edit = step(edit is null ? found : found with { Quote = edit.Quote });
            if (parsed.GetValue(keep) is { } kept)
            {
                Then(q => Quoting.Keep(q, kept));
            }

            foreach (var words in parsed.GetValue(omit) ?? [])
            {
                Then(q => Quoting.Omit(q, words));
            }

            foreach (var pair in parsed.GetValue(replace) ?? [])
            {
                var at = pair.LastIndexOf('=');
                Then(at > 0 ? q => Quoting.Omit(q, pair[..at], pair[(at + 1)..]) : throw new UsageException(Problem.Of("usage.pair", "--replace", pair)));
            }

            store.Apply(edit ?? throw new UsageException(Problem.Of("quote.howShort")));
            Told(s, store, [found.Quote.Id], "quotes.shortened");
            return Exit.Done;
        });
        return command;
    }

    private static Command Review(Session s, string verb, QuoteStatus status)
    {
        var project = Parts.Project(s);
        var quotes = new Argument<string[]>(s.T["word.quote"]) { Description = s.T["arg.quote"], Arity = ArgumentArity.OneOrMore };
        var command = new Command(verb, s.T["cmd.quotes." + verb]) { project, quotes };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var edits = parsed.GetValue(quotes)!.Select(q => Quoting.Review(store, Quoting.Find(store, q), status)).DistinctBy(e => e.Quote.Id).ToList();
            store.Apply(edits is [var one] ? one : new Batch("quote." + verb, [.. edits]));
            Told(s, store, [.. edits.Select(e => e.Quote.Id)], status == QuoteStatus.Approved ? "quotes.approved" : "quotes.withdrawn");
            return Exit.Done;
        });
        return command;
    }

    private static Command Consent(Session s)
    {
        var (project, quote) = (Parts.Project(s), Quote(s));
        var answer = new Argument<string>("yes|no|unknown") { Description = s.T["arg.consent"] };
        answer.AcceptOnlyFromAmong("yes", "no", "unknown");
        var date = Parts.Text(s, "--date", "opt.consentDate", s.T["word.day"]);
        var note = Parts.Text(s, "--note", "opt.quoteNote", s.T["word.text"]);
        var command = new Command("consent", s.T["cmd.quotes.consent"]) { project, quote, answer, date, note };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            var found = Quoting.Find(store, parsed.GetValue(quote)!);
            bool? consent = parsed.GetValue(answer) switch { "yes" => true, "no" => false, _ => null };
            DateOnly? day = parsed.GetValue(date) is not { } given ? null
                : DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known
                : throw new UsageException(Problem.Of("quote.badDate", given));
            store.Apply(new EditQuote(found.Quote with
            {
                Consent = consent,
                ConsentDate = consent is null ? null : day ?? DateOnly.FromDateTime(store.Now.UtcDateTime),
                Note = parsed.GetValue(note) is { } remark ? Core.Sources.StoredText.Normalise(remark).Trim() : found.Quote.Note,
            }));
            Told(s, store, [found.Quote.Id], "quotes.consentSet");
            return Exit.Done;
        });
        return command;
    }

    private static Command Export(Session s)
    {
        var project = Parts.Project(s);
        var file = new Argument<string>(s.T["arg.fileName"]) { Description = s.T["arg.file"], Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("export", s.T["cmd.quotes.export"]) { project, file };
        command.SetAction(parsed =>
        {
            using var store = s.Open(parsed.GetValue(project)!);
            Output.Sheet(s, ProjectExport.Quotes(store), parsed.GetValue(file));
            return Exit.Done;
        });
        return command;
    }

    private static string State(Session s, PlacedQuote q) =>
        s.T["quotestatus." + JsonFields.Word(q.Quote.Status)] + (q.IsCurrent ? "" : ", " + s.T["quotestatus.changed"]);

    /// <summary>Tells what the quotes read like now.</summary>
    private static void Told(Session s, IProjectStore store, IReadOnlyList<Guid> ids, string key)
    {
        var quotes = Quoting.All(store).Where(q => ids.Contains(q.Quote.Id)).ToList();
        if (s.Json)
        {
            var tree = new CodeTree(store.Codes());
            s.WriteJson(w => w.Objects("quotes", quotes, q => QuoteFields.Write(w, q, tree)));
        }

        foreach (var q in quotes)
        {
            s.Say(Glyphs.OneLine(s.T[key, q.Id]));
            if (!s.Json)
            {
                s.Out.WriteLine(Glyphs.OneLine(q.Text));
            }
        }
    }
}
