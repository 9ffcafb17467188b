using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MiaVoices.Core;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Reports;

public class ReportKindsTests
{
    private static readonly ReportKind[] Kinds = [ReportKind.Theme, ReportKind.Audit, ReportKind.Summary, ReportKind.Dialogue, ReportKind.Quotes, ReportKind.Voices];

    [Fact]
    public void The_report_of_an_audit_reads_like_this()
    {
        using var project = Sample();
        Approved.Verify(project.Report(Order(project, ReportKind.Audit)));
    }

    [Fact]
    public void The_audit_of_the_office_itself_reads_like_this()
    {
        using var project = Sample();
        Approved.Verify(project.Report(Order(project, ReportKind.Audit, Audience.Internal)));
    }

    [Fact]
    public void The_page_for_a_meeting_reads_like_this()
    {
        using var project = Sample();
        Approved.Verify(project.Report(Order(project, ReportKind.Summary)));
    }

    [Fact]
    public void The_sheet_for_a_dialogue_reads_like_this()
    {
        using var project = Sample();
        Approved.Verify(project.Report(Order(project, ReportKind.Dialogue)));
    }

    [Fact]
    public void The_list_of_quotes_reads_like_this()
    {
        using var project = Sample();
        Approved.Verify(project.Report(Order(project, ReportKind.Quotes)));
    }

    [Fact]
    public void The_voices_read_like_this()
    {
        using var project = Sample();
        Approved.Verify(project.Report(Order(project, ReportKind.Voices, Audience.Public)));
    }

    [Fact]
    public void A_theme_report_with_what_people_have_written_and_chosen_reads_like_this()
    {
        using var project = Sample();
        Approved.Verify(project.Report(Order(project, ReportKind.Theme)));
    }

    [Fact]
    public void Every_report_is_the_same_twice_and_in_a_project_made_anew()
    {
        using var one = Sample();
        using var two = Sample();
        foreach (var order in Kinds.SelectMany(k => Enum.GetValues<Audience>().Select(a => (k, a))))
        {
            var first = one.Report(Order(one, order.k, order.a));
            Assert.Equal(first, one.Report(Order(one, order.k, order.a)));
            Assert.Equal(first, two.Report(Order(two, order.k, order.a)));
        }
    }

    [Fact]
    public void The_numbers_of_an_audit_can_be_counted_anew_from_the_codings()
    {
        using var project = Sample();
        var figures = new ExportedFigures(project.Store);
        var polarity = project.Store.Codings(CodingScope.All).ToDictionary(c => (c.SourceName, c.Coding.Start, c.Coding.End, c.Coding.Code), c => c.Coding.Polarity);
        var codes = project.Store.Codes().ToDictionary(c => c.Name, c => c.Id);
        HashSet<string> Said(string area, Polarity wanted) =>
        [
            .. figures.Codings(area).Where(c => polarity[(c["source"], int.Parse(c["start"], null), int.Parse(c["end"], null), codes[c["code"]])] == wanted && c["respondent"].Length > 0).Select(c => c["respondent"]),
        ];
        foreach (var (audience, shows) in new[] { (Audience.Internal, 1), (Audience.Steering, 5) })
        {
            var table = new ReportReading(project.Report(Order(project, ReportKind.Audit, audience))).Tables("Resultat")[0];
            Assert.Equal(["Stöd", "Mer tid"], table.Skip(1).Select(r => r[0]));
            foreach (var row in table.Skip(1))
            {
                var area = row[0].ToLowerInvariant();
                var (well, less) = (Said(area, Polarity.WorksWell), Said(area, Polarity.WorksLessWell));
                var both = well.Intersect(less).Count();
                Assert.Equal(Cell(well.Count, shows), row[1]);
                Assert.Equal(Cell(less.Count, shows), row[2]);
                Assert.Contains(row[3], new[] { "..", $"{both}" });
                if (audience == Audience.Internal)
                {
                    Assert.Equal($"{both}", row[3]);
                }
            }
        }

        static string Cell(int persons, int least) => persons > 0 && persons < least ? ".." : $"{persons}";
    }

    [Fact]
    public void Nothing_beside_a_quote_of_an_audit_says_who_spoke()
    {
        using var project = Sample();
        foreach (var audience in new[] { Audience.Steering, Audience.Public })
        {
            var quotes = MarkdownTable.Quotes(project.Report(Order(project, ReportKind.Audit, audience)));
            Assert.NotEmpty(quotes);
            Assert.All(quotes, q => Assert.EndsWith("— En av dem som intervjuades", q, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void For_anyone_outside_only_approved_quotes_are_shown()
    {
        using var project = Sample();
        var approved = Quoting.All(project.Store).Where(q => q.IsApproved).Select(q => q.Text.Split('.')[0]).ToList();
        foreach (var kind in Kinds)
        {
            var quotes = MarkdownTable.Quotes(project.Report(Order(project, kind, Audience.Public)));
            Assert.All(quotes, q => Assert.Contains(approved, a => q.Contains(a, StringComparison.Ordinal)));
            Assert.All(quotes, q => Assert.DoesNotContain("Intervju", q[q.LastIndexOf('\n')..], StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Whatever_was_said_named_or_written_comes_out_as_text_in_every_report()
    {
        string[] traps = ["<script>alert(1)</script>", "| a | b |", "# inte rubrik", "[länk](http://x.se)", "**fet** `kod`", "ord" + new string('å', 300), "\u202Ebaklänges\u202C", "a\u0007b", "&amp; &#60;", "1. ett\n- två", "www.exempel.se"];
        using var project = new TinyProject(traps[0] + traps[1]);
        foreach (var (i, trap) in traps.Index())
        {
            project.Code($"kod {i} {trap.Replace('|', '¦')}", definition: trap, include: trap, example: trap);
        }

        for (var p = 0; p < 6; p++)
        {
            foreach (var (i, trap) in traps.Index())
            {
                var source = project.Interview($"D{p}{i}", $"grupp {traps[p]}", trap, "?Hur då?", "Så var det.");
                project.Coding(source, 1, $"kod {i} {trap.Replace('|', '¦')}", polarity: (Polarity)(p % 3), condensed: trap);
                if (p % 2 == 0)
                {
                    project.Approve(source, 1, $"kod {i} {trap.Replace('|', '¦')}", consent: true);
                }
            }
        }

        foreach (var place in PassagePlace.All)
        {
            project.Store.Apply(Passages.Write(project.Store, place.Report, place.Name, place.PerTheme ? project.Store.Codes()[0].Id : null, string.Join("\n\n", traps) + "\n\n- " + string.Join("\n- ", traps)));
        }

        var pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras().Build();
        foreach (var order in Kinds.SelectMany(k => Enum.GetValues<Audience>().Select(a => new ReportOrder { Kind = k, Audience = a, Theme = k == ReportKind.Dialogue ? project.Store.Codes()[0].Id : null })))
        {
            var report = project.Report(order);
            var document = Markdown.Parse(report, pipeline);
            Assert.DoesNotContain(document.Descendants(), d => d is HtmlBlock or HtmlInline or LinkInline or AutolinkInline or CodeInline || d is CodeBlock and not FencedCodeBlock { Info: "text" });
            Assert.Equal(1, document.Descendants<HeadingBlock>().Count(h => h.Level == 1));
            Assert.DoesNotContain(report, c => char.IsControl(c) && c != '\n');
            Assert.DoesNotContain(document.Descendants<HeadingBlock>(), h => h.Inline!.OfType<LiteralInline>().Any(l => l.Content.ToString() == "inte rubrik"));
        }
    }

    [Fact]
    public void What_a_report_needs_is_asked_for()
    {
        using var project = Sample();
        Assert.Equal("report.noTheme", Assert.Throws<UsageException>(() => project.Report(new ReportOrder { Kind = ReportKind.Dialogue })).Problem.Key);
        using var bare = ThemeReportTests.Sample();
        Assert.Equal("report.noQuotes", Assert.Throws<RefusedException>(() => bare.Report(new ReportOrder { Kind = ReportKind.Quotes })).Problem.Key);
        Assert.Equal("report.noStories", Assert.Throws<RefusedException>(() => bare.Report(new ReportOrder { Kind = ReportKind.Voices })).Problem.Key);
    }

    [Fact]
    public void Two_days_of_a_report_are_compared_by_what_they_said()
    {
        using var project = Sample();
        var order = Order(project, ReportKind.Theme);
        var then = Reporting.Compose(project.Store, order, "0.1.0");
        Assert.Equal(1, Reporting.Remember(project.Store, order, then));
        var source = project.Interview("D08", "deltagare", "Jag hade behövt mer tid på mig, säger jag.");
        project.Coding(source, 1, "mer tid");
        project.Approve(source, 1, "mer tid");

        var now = Reporting.Compose(project.Store, order, "0.1.0");
        var earlier = ReportDifferences.Find(project.Store, order, "2025-09-18");
        var differences = ReportDifferences.Between(earlier.Facts, now.Facts);

        var all = Assert.Single(differences, d => d is { Kind: DifferenceKind.Changed, Now: { Name: "mer tid", Group: "" } });
        Assert.Equal((all.Then!.Persons + 1, all.Then.Of + 1), (all.Now!.Persons, all.Now.Of));
        Assert.Single(differences, d => d is { Kind: DifferenceKind.Added, IsQuote: true });
        Assert.Empty(ReportDifferences.Between(now.Facts, now.Facts));
        Assert.Equal(earlier.Number, ReportDifferences.Find(project.Store, order, "1").Number);
        Refusals.Refused("report.noExport", () => ReportDifferences.Find(project.Store, order, "2025-09-17"));
        Refusals.Refused("report.since", () => ReportDifferences.Find(project.Store, order, "i går"));
    }

    [Fact]
    public void Two_reports_that_differ_by_one_filter_are_told_of()
    {
        using var project = Sample();
        var all = new ReportOrder { Kind = ReportKind.Theme };
        var some = all with { Where = [("grupp", "deltagare")] };
        ReportCheck Difference(ReportOrder order) => ReportChecks.Of(project.Store, order).Single(c => c.Name == "exports-difference");
        Assert.Equal(CheckState.Ok, Difference(some).State);
        Reporting.Remember(project.Store, all, Reporting.Compose(project.Store, all, "0.1.0"));
        Assert.Equal(CheckState.Ok, Difference(all).State);
        var found = Difference(some);
        Assert.Equal(CheckState.Warning, found.State);
        Assert.Equal([1L, "2025-09-18", "*", "grupp=deltagare"], found.Words.Facts.Take(4));
        Assert.Equal(CheckState.Ok, Difference(some with { Where = [("grupp", "deltagare"), ("delprojekt", "Väst")] }).State);
        Assert.Equal(CheckState.Ok, Difference(some with { Kind = ReportKind.Summary }).State);
        Assert.DoesNotContain(ReportChecks.Of(project.Store, some with { Audience = Audience.Internal }), c => c.Name == "exports-difference");
    }

    [Fact]
    public void One_voice_and_too_few_voices_are_told_of()
    {
        using var project = new TinyProject();
        project.Code("stöd");
        var one = project.Interview("D01", "deltagare", "Det första var bra.", "Det andra var bra.", "Det tredje var bra.");
        var two = project.Interview("D02", "deltagare", "Det fjärde var bra.");
        foreach (var (source, ordinal) in new[] { (one, 1), (one, 2), (one, 3), (two, 1) })
        {
            project.Coding(source, ordinal, "stöd");
            project.Approve(source, ordinal, "stöd");
        }

        var checks = ReportChecks.Of(project.Store, new ReportOrder { Kind = ReportKind.Theme, Audience = Audience.Internal }).ToDictionary(c => c.Name);
        Assert.Equal([CheckState.Warning, CheckState.Warning], [checks["quotes-one-voice"].State, checks["quotes-voices"].State]);
        Assert.Equal("stöd", checks["quotes-one-voice"].Words.Facts[1]);
    }

    private static ReportOrder Order(TinyProject project, ReportKind kind, Audience audience = Audience.Steering) =>
        new() { Kind = kind, Audience = audience, Theme = kind == ReportKind.Dialogue ? project.CodeOf("stöd") : null };

    /// <summary>The sample of the theme report with polarity, approved quotes, a story with consent and what people have written.</summary>
    private static TinyProject Sample()
    {
        var project = ThemeReportTests.Sample();
        foreach (var (i, name) in new[] { "D11", "D12", "D13", "D14", "D15", "D16" }.Index())
        {
            var source = project.Interview(name, "deltagare", $"Coachen lyssnade på mig, gång {i + 1}.", $"Det tog för lång tid att få svar, {i + 2} veckor.", "Ge oss ett eget telefonnummer till coachen.");
            project.Coding(source, 1, "stöd", polarity: Polarity.WorksWell);
            project.Coding(source, 2, i < 3 ? "stöd" : "mer tid", polarity: Polarity.WorksLessWell);
            project.Coding(source, 3, "myndighetskontakter", polarity: Polarity.Proposal, condensed: "eget nummer till coachen");
            if (i < 2)
            {
                project.Approve(source, 1, "stöd", consent: i == 0 ? true : null);
                project.Approve(source, 3, "myndighetskontakter");
            }
        }

        var quote = Quoting.All(project.Store)[^1];
        project.Store.Apply(Quoting.Omit(quote, "eget telefonnummer", "direktnummer"));
        project.Store.Apply(Quoting.Review(project.Store, Quoting.Find(project.Store, quote.Id), QuoteStatus.Approved));
        void Write(ReportKind report, string place, string? theme, string text) =>
            project.Store.Apply(Passages.Write(project.Store, report, place, theme is null ? null : project.CodeOf(theme), text));
        Write(ReportKind.Theme, "background", null, "Styrgruppen har beställt rapporten.\n\nDen ska användas till:\n- planen för nästa år\n- samtal med deltagarna");
        Write(ReportKind.Theme, "core", "stöd", "Att någon är med gör att det blir av.");
        Write(ReportKind.Theme, "meaning", "stöd", "Det talar för att coachen ska finnas kvar.");
        Write(ReportKind.Theme, "recommendations", null, "- Behåll coachen.\n- Ge längre tid.");
        Write(ReportKind.Audit, "short", null, "Vi har pratat med dem som använder verksamheten.");
        Write(ReportKind.Audit, "judgement", "stöd", "styrka");
        Write(ReportKind.Audit, "proposals", "stöd", "- Ett eget nummer till coachen.\n- Svar inom en vecka.");
        Write(ReportKind.Audit, "answers", "stöd", "- Ja, från hösten | chefen | 2026-09-01");
        Write(ReportKind.Summary, "question", null, "Ska coachen finnas kvar efter årsskiftet?");
        return project;
    }
}
