using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

/// <summary>Answering suggestions by command: many at once, a sentence, a polarity; orders, leads; what a hostile project does to them.</summary>
public sealed class SuggestAnswersTests
{
    private const string Project = Demo.Project;

    [Fact]
    public void All_above_a_limit_are_accepted_only_by_that_command_as_one_step_and_marked()
    {
        using var mia = Demo.Copy();
        var before = LogicalDump.Of(mia.File(Project));
        var open = mia.Json("suggest", Project, "--limit", "0").List("suggestions").Where(x => x.GetProperty("confidence").GetDouble() >= 0.6).Select(x => (x.Text("segmentId"), x.Text("code"))).ToHashSet();
        Assert.NotEmpty(open);

        var told = mia.Json("suggest", "accept", Project, "--above", "0,6");

        Assert.Equal(open.Count, told.Count("accepted"));
        var made = mia.Json("codings", "list", Project, "--origin", "suggestion").List("codings");
        Assert.Equal(open, made.Select(c => (c.Text("segmentId"), c.Text("code"))).ToHashSet());
        Assert.All(made, c => Assert.Equal(0.6, c.GetProperty("acceptedAbove").GetDouble()));
        Assert.Equal(open.Count, mia.Json("summarise", Project, "--audience", "internal").List("themes").Where(t => !t.Text("codePath").Contains('/', StringComparison.Ordinal)).Sum(t => t.Count("acceptedTogether")));
        mia.Ok("report", Project, "theme", "--out", "r.md", "--audience", "internal");
        Assert.Contains("många på en gång", File.ReadAllText(mia.File("r.md")), StringComparison.Ordinal);
        Assert.Contains("utan att läsa vart och ett", mia.Ok("log", Project, "--limit", "1").Out, StringComparison.Ordinal);
        mia.Ok("undo", Project);
        Assert.Equal(before, LogicalDump.Of(mia.File(Project)));
    }

    [Fact]
    public void Above_may_be_of_one_code_and_nothing_above_changes_nothing()
    {
        using var mia = Demo.Copy();
        var before = LogicalDump.Of(mia.File(Project));
        Assert.Equal(0, mia.Json("suggest", "accept", Project, "--above", "1").Count("accepted"));
        Assert.Contains("Inget har kodats", mia.Ok("suggest", "accept", Project, "--above", "1").Out, StringComparison.Ordinal);
        Assert.Equal(before, LogicalDump.Of(mia.File(Project)));
        mia.Ok("suggest", "accept", Project, "--above", "0.5", "--code", "Mk");
        Assert.All(mia.Json("codings", "list", Project, "--origin", "suggestion").List("codings"), c => Assert.Equal("myndighetskontakter", c.Text("code")));
    }

    [Theory]
    [InlineData("suggest", "accept", Project)]
    [InlineData("suggest", "accept", Project, "abcd1234", "--above", "0.8")]
    [InlineData("suggest", "accept", Project, "abcd1234", "--code", "Mk")]
    [InlineData("suggest", "accept", Project, "--above", "0.8", "--as", "Mk")]
    [InlineData("suggest", "accept", Project, "--above", "0.8", "--polarity", "well")]
    [InlineData("suggest", "accept", Project, "--above", "1.2")]
    [InlineData("suggest", "accept", Project, "abcd1234", "--dry-run")]
    [InlineData("suggest", Project, "--order", "best")]
    public void What_cannot_go_together_is_wrong_usage(params string[] command)
    {
        using var mia = Demo.Copy();
        mia.Run(command).Ends(2);
    }

    [Fact]
    public void A_dry_run_tells_how_many_of_each_code_would_be_accepted_and_codes_none()
    {
        using var mia = Demo.Copy();
        var before = LogicalDump.Of(mia.File(Project));
        var would = mia.Json("suggest", "accept", Project, "--above", "0.5", "--dry-run");
        Assert.True(would.Count("accepted") > 0);
        Assert.Equal(would.Count("accepted"), would.List("codes").Sum(c => c.Count("accepted")));
        var told = mia.Ok("suggest", "accept", Project, "--above", "0.5", "--dry-run").Out;
        Assert.All(would.List("codes"), c => Assert.Contains($"{c.Text("code")} {c.Count("accepted")}", told, StringComparison.Ordinal));
        Assert.Equal(before, LogicalDump.Of(mia.File(Project)));
    }

    [Fact]
    public void A_piece_of_an_id_names_no_suggestion_and_one_that_was_answered_is_told()
    {
        using var mia = Demo.Copy();
        var id = mia.Json("suggest", Project, "--limit", "1").List("suggestions").Single().Text("id");
        var before = LogicalDump.Of(mia.File(Project));
        Assert.Contains("8 tecknen", mia.Run("suggest", "accept", Project, id[^5..]).Refuses().Err, StringComparison.Ordinal);
        Assert.Contains("8 tecknen", mia.Run("suggest", "reject", Project, id[..4]).Refuses().Err, StringComparison.Ordinal);
        Assert.Equal(before, LogicalDump.Of(mia.File(Project)));
        mia.Ok("suggest", "accept", Project, id[^8..]);
        Assert.Contains("redan besvarat", mia.Run("suggest", "accept", Project, id[^8..]).Refuses().Err, StringComparison.Ordinal);
        Assert.Contains("redan besvarat", mia.Run("suggest", "reject", Project, id).Refuses().Err, StringComparison.Ordinal);
        mia.Ok("codings", "remove", Project, mia.Json("codings", "list", Project, "--origin", "suggestion").List("codings").Single().Text("id"));
        mia.Ok("suggest", "accept", Project, id);
        Assert.Contains("godkände 1 förslag", mia.Ok("log", Project, "--limit", "1").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_very_long_segment_is_shown_around_the_sentence_that_weighs_most()
    {
        using var mia = new Mia();
        mia.Ok("new", "p.mia");
        var filling = string.Concat(Enumerable.Repeat("Bussen gick var tjugonde minut. ", 200));
        mia.Write("Intervju D01.txt", $"I: Hur var det?\nD01: {filling}Pengarna tog slut och hyran var hög. {filling}\n");
        mia.Ok("import", "p.mia", "Intervju D01.txt");
        mia.Ok("codebook", "add", "p.mia", "ekonomi", "--definition", "Pengar och hyra.");
        var lines = mia.Ok("suggest", "p.mia", "--all").OutLines;
        Assert.True(lines.Count < 30);
        Assert.Contains(lines, line => line.StartsWith("      … ", StringComparison.Ordinal));
        Assert.Equal(2, lines.Count(line => line.Contains("Pengarna tog slut", StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_all_that_was_read_has_a_code_the_confidence_is_said_to_be_hard_to_judge()
    {
        using var mia = new Mia();
        mia.Ok("new", "p.mia");
        mia.Write("Intervju D01.txt", "I: Hur var det?\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"D01: Pengarna tog slut dag {i}.\nI: Sedan?\n")));
        mia.Ok("import", "p.mia", "Intervju D01.txt");
        mia.Ok("codebook", "add", "p.mia", "ekonomi");
        mia.Ok("codebook", "add", "p.mia", "boende");
        mia.Write("kodningar.csv", "source;segment;code\n" + string.Concat(Enumerable.Range(1, 22).Select(i => $"Intervju D01.txt;{i * 2};ekonomi\n")));
        mia.Ok("codings", "import", "p.mia", "kodningar.csv");
        Assert.Contains("Säkerheten är svår att bedöma än", mia.Ok("suggest", "p.mia", "--all").Err, StringComparison.Ordinal);
        mia.Write("Intervju D02.txt", "I: Hur var det?\nD02: Pengarna räckte inte.\n");
        mia.Ok("import", "p.mia", "Intervju D02.txt");
        mia.Ok("codings", "add", "p.mia", "--code", "ekonomi", "--quote", "Pengarna räckte inte.");
        Assert.Contains("siffrorna ser bättre ut", mia.Ok("evaluate", "p.mia").Out, StringComparison.Ordinal);
        mia.Write("genomlästa.csv", "source;segment;code\n" + string.Concat(Enumerable.Range(23, 6).Select(i => $"Intervju D01.txt;{i * 2};\n")));
        mia.Ok("codings", "import", "p.mia", "genomlästa.csv");
        Assert.DoesNotContain("Säkerheten är svår att bedöma än", mia.Ok("suggest", "p.mia", "--all").Err, StringComparison.Ordinal);
        Assert.DoesNotContain("siffrorna ser bättre ut", mia.Ok("evaluate", "p.mia").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_segments_name_the_sentence_and_sentence_codes_it_whatever_the_letters_are()
    {
        using var mia = Long();
        var suggested = mia.Json("suggest", "p.mia", "--all", "--code", "ekonomi").List("suggestions");
        var segments = mia.Json("segments", "p.mia").List("segments").ToDictionary(s => s.Text("id"));
        var longs = suggested.Where(x => x.GetProperty("sentence").GetBoolean()).ToList();
        Assert.Equal(3, longs.Count);
        foreach (var x in longs)
        {
            var segment = segments[x.Text("segmentId")];
            var text = segment.Text("text");
            var (start, end) = (x.Count("start") - segment.Count("start"), x.Count("end") - segment.Count("start"));
            Assert.StartsWith("Pengarna tog slut", text[start..end], StringComparison.Ordinal);
            mia.Ok("suggest", "accept", "p.mia", x.Text("id"), "--sentence");
            var coding = mia.Json("codings", "list", "p.mia", "--origin", "suggestion").List("codings").Single(c => c.Text("segmentId") == x.Text("segmentId"));
            Assert.Equal((x.Count("start"), x.Count("end"), text[start..end]), (coding.Count("start"), coding.Count("end"), coding.Text("quote")));
        }

        Assert.Contains(longs, x => segments[x.Text("segmentId")].Text("text").Contains("😀", StringComparison.Ordinal));
        var small = suggested.First(x => !x.GetProperty("sentence").GetBoolean());
        Assert.Equal(segments[small.Text("segmentId")].Count("end"), small.Count("end"));
    }

    [Fact]
    public void Polarity_is_set_only_when_the_person_takes_it()
    {
        using var mia = Demo.Copy();
        var two = mia.Json("suggest", Project, "--limit", "2", "--order", "confidence").List("suggestions");
        mia.Ok("suggest", "accept", Project, two[0].Text("id"));
        mia.Ok("suggest", "accept", Project, two[1].Text("id"), "--polarity", "less");
        var made = mia.Json("codings", "list", Project, "--origin", "suggestion").List("codings").ToDictionary(c => (c.Text("segmentId"), c.Text("code")));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, made[(two[0].Text("segmentId"), two[0].Text("code"))].GetProperty("polarity").ValueKind);
        Assert.Equal("less", made[(two[1].Text("segmentId"), two[1].Text("code"))].Text("polarity"));
    }

    [Fact]
    public void Orders_are_as_asked_for_and_the_same_every_time()
    {
        using var mia = Demo.Copy();
        double[] Confidences(string order) => [.. mia.Json("suggest", Project, "--limit", "0", "--order", order).List("suggestions").Select(x => x.GetProperty("confidence").GetDouble())];
        var sure = Confidences("confidence");
        Assert.Equal(sure.OrderDescending(), sure);
        Assert.Equal(Confidences("uncertain").Order(), sure.Order());
        Assert.Equal(mia.Ok("suggest", Project, "--json").Out, mia.Ok("suggest", Project, "--order", "interview", "--json").Out);
        Assert.Contains(mia.Json("suggest", Project, "--limit", "0").List("suggestions"), x => x.GetProperty("sampled").GetBoolean());
    }

    [Fact]
    public void Leads_have_words_quotes_and_persons_and_are_the_same_every_time()
    {
        using var mia = Demo.Copy();
        var leads = mia.Json("suggest", "leads", Project).Each("leads", "words:a segments:n persons:n likeness:n quotes:a");
        Assert.All(leads, l => Assert.True(l.Count("persons") >= 2 && l.List("quotes").Count > 0));
        Assert.Equal(mia.Ok("suggest", "leads", Project).Out, mia.Ok("suggest", "leads", Project).Out);
    }

    [Fact]
    public void Evaluation_tells_intervals_answers_and_hints()
    {
        using var mia = Demo.Copy();
        mia.Ok("suggest", "reject", Project, mia.Json("suggest", Project, "--limit", "1").List("suggestions")[0].Text("id"));
        var codes = mia.Json("evaluate", Project).Each("codes", "answered:n right:n hints:a");
        Assert.Equal((1, 0), (codes.Sum(c => c.Count("answered")), codes.Sum(c => c.Count("right"))));
        Assert.All(codes.Where(c => c.Count("n") < 3), c => Assert.Equal(System.Text.Json.JsonValueKind.Null, c.GetProperty("precisionInterval").ValueKind));
        Assert.All(codes.Where(c => c.Count("n") >= 3), c => c.GetProperty("precisionInterval").Has("lower:n upper:n"));
        Assert.Contains("rätt hittills", mia.Ok("evaluate", Project).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_says_why_each_quote_what_deviates_and_where_nothing_new_turned_up()
    {
        using var mia = Demo.Copy();
        var summary = mia.Json("summarise", Project, "--audience", "internal");
        var themes = summary.Each("themes", "deviant:a acceptedTogether:n");
        var deviant = themes.SelectMany(t => t.List("deviant")).ToList();
        Assert.NotEmpty(deviant);
        Assert.All(deviant, d => d.Has("codingId:s quote:s source:s label:s ordinal:n confidence:n"));
        foreach (var theme in themes)
        {
            Assert.Empty(theme.List("deviant").Select(d => d.Text("codingId")).Intersect(theme.List("quotes").Select(q => q.Text("codingId"))));
        }

        var steps = summary.Each("saturation", "interview:n source:s label:s codes:n new:n");
        Assert.Equal(steps[0].Count("codes"), steps[0].Count("new"));
        Assert.All(mia.Json("summarise", Project).List("saturation"), x => x.Has("interview:n source:s? codes:n? new:n"));
        var text = mia.Ok("summarise", Project, "--audience", "internal").Out;
        Assert.Contains("valt för orden:", text, StringComparison.Ordinal);
        Assert.Contains("Avvikande", text, StringComparison.Ordinal);
        Assert.Contains("Nya koder per intervju", text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_example_one_code_and_a_code_that_was_only_rejected_are_no_failure()
    {
        using var mia = Small("Anna: Hur var det?\nD01: Jag fick mer tid hos dem.\nD01: Det var bra tid.\nD01: Ja.\n");
        mia.Run("suggest", "p.mia").Refuses();
        mia.Ok("codebook", "add", "p.mia", "mer tid");
        mia.Ok("suggest", "p.mia", "--all");
        mia.Ok("codings", "add", "p.mia", "--code", "mer tid", "--quote", "Jag fick mer tid hos dem.");
        mia.Ok("suggest", "p.mia", "--all");
        Assert.Contains("minst två personer", mia.Run("evaluate", "p.mia").Refuses().Err, StringComparison.Ordinal);
        mia.Ok("codebook", "add", "p.mia", "bemötande");
        foreach (var x in mia.Json("suggest", "p.mia", "--all", "--code", "bemötande").List("suggestions"))
        {
            mia.Ok("suggest", "reject", "p.mia", x.Text("id"));
        }

        Assert.Empty(mia.Json("suggest", "p.mia", "--all", "--code", "bemötande").List("suggestions"));
        mia.Ok("suggest", "accept", "p.mia", "--above", "0");
        mia.Ok("suggest", "leads", "p.mia");
        mia.Ok("summarise", "p.mia");
        Assert.Contains("minst 30", mia.Run("suggest", "accept", "p.mia", mia.Json("suggest", "p.mia", "--all", "--include-coded").List("suggestions").Select(x => x.Text("id")).Append("abcd1234").First(), "--polarity", "suggested").Refuses().Err, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_only_holds_others_is_refused_in_words()
    {
        using var mia = Small("Anna: Hur var det?\nD01: Jag fick mer tid hos dem.\n");
        mia.Ok("codebook", "add", "p.mia", "tid");
        mia.Ok("codebook", "add", "p.mia", "mer tid", "--parent", "tid");
        Assert.Contains("underkoder", mia.Run("suggest", "p.mia", "--code", "tid").Refuses().Err, StringComparison.Ordinal);
    }

    private static Mia Small(string text)
    {
        var mia = new Mia();
        mia.Ok("new", "p.mia");
        mia.Write("Intervju D01.txt", text);
        mia.Ok("import", "p.mia", "Intervju D01.txt");
        return mia;
    }

    private static Mia Long()
    {
        var mia = new Mia();
        mia.Ok("new", "p.mia");
        const string Money = "Pengarna tog slut och hyran var hög.";
        mia.Write("Intervju D01.txt", $"Anna: Hur var det?\r\nD01: Pengarna och hyran var en oro.\r\nAnna: Mer?\r\nD01: Vi gick hem. 😀 Sedan sov vi. {Money} Det regnade.\r\nAnna: Och?\r\nD01: Vi gick da\u030A hem till o\u0308n. Sedan sov vi. {Money} Det regnade.\r\nAnna: Nå?\r\nD01: Inget särskilt.\r\nAnna: Sist?\r\nD01: {Money} Sedan sov vi. Det regnade. Vi gick hem.\r\n");
        mia.Ok("import", "p.mia", "Intervju D01.txt");
        mia.Ok("codebook", "add", "p.mia", "ekonomi", "--definition", "Pengar och hyra.");
        mia.Ok("codebook", "add", "p.mia", "väder", "--definition", "Regn och sol.");
        mia.Ok("codings", "add", "p.mia", "--code", "ekonomi", "--quote", "Pengarna och hyran var en oro.");
        return mia;
    }
}
