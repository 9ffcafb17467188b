using MiaVoices.Core.Changes;
using MiaVoices.Core.Codes;
using MiaVoices.Core.Reports;
using MiaVoices.Core.Sources;
using MiaVoices.Core.Workbench;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.Core.Workbench;

public sealed class QuotingTests : IDisposable
{
    private readonly ProjectBuilder project = new();
    private readonly Guid interview;
    private readonly Code support;
    private readonly Coding coding;

    public QuotingTests()
    {
        interview = project.Import(Drafts.Interview(
            "Intervju D07.txt",
            ("I", Drafts.Asks, "Hur var det?"),
            ("D", Drafts.Answers, "Jag bodde i Norrmo då, och coachen ringde mig varje vecka."),
            ("I", Drafts.Asks, "Jaså?"),
            ("D", Drafts.Answers, "Ja, det var bra.")));
        support = project.Code("Stöd");
        coding = project.Code(interview, "Jag bodde i Norrmo då, och coachen ringde mig varje vecka.", support.Id);
    }

    [Fact]
    public void A_quote_is_chosen_shortened_and_approved_and_all_of_it_can_be_undone()
    {
        var before = project.Dump();
        Choose(coding.Id);
        Assert.Equal(("Intervju D07:2", QuoteStatus.Draft, true), (One().Id, One().Quote.Status, One().IsCurrent));
        project.Store.Apply(Quoting.Omit(One(), "Norrmo", "ort"));
        project.Store.Apply(Quoting.Omit(One(), "varje vecka"));
        Assert.Equal("Jag bodde i [ort] då, och coachen ringde mig […].", One().Text);
        project.Store.Apply(Quoting.Review(project.Store, One(), QuoteStatus.Approved));
        Assert.Equal((true, "Mia"), (One().IsApproved, One().Quote.Reviewer));
        project.Store.Apply(Quoting.Keep(One(), "coachen ringde mig varje vecka."));
        Assert.Equal(("[…] coachen ringde mig […].", QuoteStatus.Draft, ""), (One().Text, One().Quote.Status, One().Quote.Reviewer));
        for (var i = 0; i < 5; i++)
        {
            project.Store.Undo();
        }

        Assert.Equal(before, project.Dump());
        Assert.Empty(project.Store.Check());
    }

    [Fact]
    public void What_may_not_be_quoted_or_cut_is_refused()
    {
        var asked = project.Code(interview, "Hur var det?", support.Id);
        Refusals.Refused("quote.interviewer", () => Quoting.Choose(project.Store, asked.Id));
        Refusals.Refused("coding.gone", () => Quoting.Choose(project.Store, Guid.Empty));
        Choose(coding.Id);
        Refusals.Refused("quote.noSuchWords", () => Quoting.Omit(One(), "finns inte"));
        Refusals.Refused("quote.wordsTwice", () => Quoting.Omit(One(), "a"));
        Refusals.Refused("quote.cutInWord", () => Quoting.Omit(One(), "oach"));
        Refusals.Refused("quote.nothingLeft", () => Quoting.Omit(One(), One().Quote.Words));
        Refusals.Refused("quote.unknown", () => Quoting.Find(project.Store, "Intervju D07:3"));
        Refusals.Refused("quote.cutInWord", () => project.Store.Apply(new EditQuote(One().Quote with { Cuts = [new QuoteCut(1, 2)] })));
    }

    [Fact]
    public void Several_quotes_of_one_place_are_told_apart_by_letters_that_stay()
    {
        for (var i = 0; i < 28; i++)
        {
            Choose(coding.Id);
        }

        var names = Quoting.All(project.Store).OrderBy(q => q.Quote.Chosen).ThenBy(q => q.Quote.Id).Select(q => q.Id).ToList();
        Assert.Equal(["Intervju D07:2", "Intervju D07:2b", "Intervju D07:2c"], names.Take(3));
        Assert.Equal(["Intervju D07:2z", "Intervju D07:2aa", "Intervju D07:2ab"], names.Skip(25));
        var second = Quoting.Find(project.Store, "intervju d07:2B");
        project.Store.Apply(Quoting.Review(project.Store, Quoting.Find(project.Store, "Intervju D07:2"), QuoteStatus.Withdrawn));
        Assert.Equal(second.Quote.Id, Quoting.Find(project.Store, "Intervju D07:2b").Quote.Id);
        Assert.Equal(second.Quote.Id, Quoting.Find(project.Store, second.Quote.Id.ToString("N")[^8..]).Quote.Id);
    }

    [Fact]
    public void What_others_say_in_between_is_cut_from_the_start()
    {
        var over = project.Code(interview, "Jag bodde i Norrmo då, och coachen ringde mig varje vecka.\nJaså?\nJa, det var bra.", support.Id);
        Choose(over.Id);
        Assert.Equal("Jag bodde i Norrmo då, och coachen ringde mig varje vecka. […] Ja, det var bra.", One().Text);
    }

    [Fact]
    public void A_quote_goes_along_with_its_coding_and_waits_for_a_person_where_the_words_are_others()
    {
        Choose(coding.Id);
        project.Store.Apply(Quoting.Omit(One(), "Norrmo", "ort"));
        project.Store.Apply(Quoting.Review(project.Store, One(), QuoteStatus.Approved));
        Update("Hur var det då?", "Jag bodde i Norrmo då, och coachen ringde mig varje vecka.");
        Assert.Equal((true, "Jag bodde i [ort] då, och coachen ringde mig varje vecka."), (One().IsApproved, One().Text));

        Update("Hur var det då?", "Jag bodde i Norrmo då, och coachen ringde mig nästan varje vecka.");
        Assert.Equal((false, false, QuoteStatus.Approved), (One().IsApproved, One().IsCurrent, One().Quote.Status));
        Refusals.Refused("quote.changed", () => Quoting.Review(project.Store, One(), QuoteStatus.Approved));
        Assert.Contains(ReportChecks.Of(project.Store, new ReportOrder { Kind = ReportKind.Theme }), c => c is { Name: "quotes-changed", State: CheckState.Warning });
        project.Store.Apply(Quoting.Shorten(One(), []));
        Assert.True(One().IsCurrent);
    }

    [Fact]
    public void A_quote_is_not_shown_while_its_coding_is_gone_and_comes_back_with_it()
    {
        Choose(coding.Id);
        project.Store.Apply(new RemoveCoding(coding.Id));
        Assert.Empty(project.Store.Quotes());
        project.Store.Undo();
        Assert.Single(project.Store.Quotes());
        project.Store.Apply(new HideSource(interview));
        Assert.Empty(Quoting.All(project.Store));
    }

    [Fact]
    public void Codes_that_are_merged_take_their_quotes_along()
    {
        var other = project.Code("Hjälp");
        var twin = project.Code(interview, coding.Quote, other.Id);
        Choose(twin.Id);
        project.Store.Apply(CodeVerbs.Merge(project.Store, other, support));
        Assert.Equal(coding.Id, One().Quote.Coding);
        project.Store.Undo();
        Assert.Equal(twin.Id, One().Quote.Coding);
    }

    [Fact]
    public void Ticks_hold_for_the_approved_quotes_as_they_are_and_block_what_anyone_may_read_until_then()
    {
        Choose(coding.Id);
        project.Store.Apply(Quoting.Review(project.Store, One(), QuoteStatus.Approved));
        var order = new ReportOrder { Kind = ReportKind.Theme, Audience = Audience.Public };
        CheckState State() => ReportChecks.Of(project.Store, order).Single(c => c.Name == "quotes-checklist").State;
        Assert.Equal(CheckState.Blocks, State());
        foreach (var point in ReviewPoints.All)
        {
            project.Store.Apply(QuoteReview.Tick(project.Store, point));
        }

        Assert.All(QuoteReview.List(project.Store), p => Assert.True(p.Holds));
        Assert.Equal(CheckState.Ok, State());
        project.Store.Apply(Quoting.Omit(One(), "Norrmo", "ort"));
        project.Store.Apply(Quoting.Review(project.Store, One(), QuoteStatus.Approved));
        Assert.All(QuoteReview.List(project.Store), p => Assert.False(p.Holds));
        Assert.Equal(CheckState.Blocks, State());
    }

    [Fact]
    public void A_quote_with_an_address_or_a_number_stops_a_report_that_leaves_the_office()
    {
        for (var i = 10; i < 20; i++)
        {
            project.Code(project.Import(Drafts.Interview($"Intervju D{i}.txt", ("I", Drafts.Asks, "Hej?"), ("D", Drafts.Answers, "Det var bra."))), "Det var bra.", support.Id);
        }

        var source = project.Import(Drafts.Interview("Intervju D28.txt", ("I", Drafts.Asks, "Hej?"), ("D", Drafts.Answers, "Ring mig på 070-123 45 67.")));
        Choose(project.Code(source, "Ring mig på 070-123 45 67.", support.Id).Id);
        project.Store.Apply(Quoting.Review(project.Store, One(), QuoteStatus.Approved));
        CheckState State(Audience audience) => ReportChecks.Of(project.Store, new ReportOrder { Kind = ReportKind.Theme, Audience = audience }).Single(c => c.Name == "quotes-direct").State;
        Assert.Equal((CheckState.Blocks, CheckState.Warning), (State(Audience.Steering), State(Audience.Internal)));
    }

    [Fact]
    public void What_is_written_for_a_report_stays_is_replaced_and_goes()
    {
        var before = project.Dump();
        project.Store.Apply(Passages.Write(project.Store, ReportKind.Theme, "Background", null, " Uppdraget.\r\n\r\nMer. "));
        project.Store.Apply(Passages.Write(project.Store, ReportKind.Theme, "meaning", support.Id, "Det betyder."));
        project.Store.Apply(Passages.Write(project.Store, ReportKind.Theme, "background", null, "Nytt."));
        Assert.Equal([("background", "Nytt."), ("meaning", "Det betyder.")], project.Store.Passages().Select(p => (p.Place, p.Text)));
        project.Store.Apply(Passages.Write(project.Store, ReportKind.Theme, "background", null, ""));
        Assert.Single(project.Store.Passages());
        Assert.Equal("passage.none", Refusals.Refused("passage.none", () => Passages.Write(project.Store, ReportKind.Theme, "background", null, "")).Key);
        Assert.Equal("passage.needsTheme", Refusals.Refused("passage.needsTheme", () => Passages.Write(project.Store, ReportKind.Theme, "meaning", null, "x")).Key);
        Assert.Equal("passage.noTheme", Refusals.Refused("passage.noTheme", () => Passages.Write(project.Store, ReportKind.Theme, "background", support.Id, "x")).Key);
        Assert.Equal("passage.place", Refusals.Refused("passage.place", () => Passages.Write(project.Store, ReportKind.Theme, "nowhere", null, "x")).Key);
        for (var i = 0; i < 4; i++)
        {
            project.Store.Undo();
        }

        Assert.Equal(before, project.Dump());
    }

    public void Dispose() => project.Dispose();

    private void Choose(Guid of) => project.Store.Apply(Quoting.Choose(project.Store, of));

    private PlacedQuote One() => Quoting.All(project.Store)[^1];

    private void Update(string asked, string answered)
    {
        var draft = Drafts.Interview("Intervju D07.txt", ("I", Drafts.Asks, asked), ("D", Drafts.Answers, answered), ("I", Drafts.Asks, "Jaså?"), ("D", Drafts.Answers, "Ja, det var bra."));
        var report = Importing.Run(
            project.Store, [new ImportFile("Intervju D07.txt", () => new byte[] { (byte)answered.Length })], (_, _) => new DraftReader(draft), new ReadOptions(), dryRun: false, new UpdateOptions { Source = "Intervju D07" });
        Assert.Empty(report.Refused);
    }
}
