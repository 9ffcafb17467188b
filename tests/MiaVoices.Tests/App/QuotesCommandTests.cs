using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

public sealed class QuotesCommandTests
{
    private const string Project = Demo.Project;

    private const string Quote = "id:s uid:s codingId:s source:s label:s ordinal:n row:s? timecode:n? code:s codePath:s polarity:s? respondent:s? group:s quote:s words:s cuts:a status:s isCurrent:b "
        + "consent:s? consentDate:s? note:s coder:s chosen:s reviewer:s reviewed:s? flags:a";

    [Fact]
    public void A_quote_goes_from_choice_to_publication_and_back()
    {
        using var mia = Demo.Copy();
        var before = LogicalDump.Of(mia.File(Project));
        var coding = mia.Json("codings", "list", Project).List("codings").First(c => c.Text("source").StartsWith("Intervju D", StringComparison.Ordinal) && c.Text("quote").Split(' ').Length > 8);
        var chosen = mia.Json("quotes", "choose", Project, coding.Text("id"), "--note", "till rapporten").Each("quotes", Quote)[0];
        var (id, words) = (chosen.Text("id"), chosen.Text("words"));
        Assert.Equal(("draft", words, "till rapporten"), (chosen.Text("status"), chosen.Text("quote"), chosen.Text("note")));

        var first = words.Split(' ')[0] + " " + words.Split(' ')[1];
        var shortened = mia.Json("quotes", "shorten", Project, id, "--omit", first).List("quotes")[0];
        Assert.StartsWith("[…] ", shortened.Text("quote"), StringComparison.Ordinal);
        Assert.Equal((0, first.Length), (shortened.List("cuts")[0].Count("start"), shortened.List("cuts")[0].Count("end")));
        Assert.Equal("approved", mia.Json("quotes", "approve", Project, id).List("quotes")[0].Text("status"));
        mia.Ok("quotes", "consent", Project, id, "yes", "--date", "2025-10-01");
        Assert.Equal(("yes", "2025-10-01"), (One(mia).Text("consent"), One(mia).Text("consentDate")));

        var refused = mia.Run("report", Project, "theme", "--out", "r.md", "--audience", "public").Refuses();
        Assert.Contains("mia quotes checklist", refused.Err, StringComparison.Ordinal);
        Assert.False(File.Exists(mia.File("r.md")));
        var points = mia.Json("quotes", "checklist", Project, "--all").Each("points", "point:s holds:b coder:s? at:s?");
        Assert.Equal((7, true), (points.Count, points.All(p => p.GetProperty("holds").GetBoolean())));
        mia.Ok("report", Project, "theme", "--out", "r.md", "--audience", "public");
        var quotes = MarkdownTable.Quotes(File.ReadAllText(mia.File("r.md")));
        Assert.Contains("[…]", Assert.Single(quotes), StringComparison.Ordinal);
        mia.Ok("report", Project, "voices", "--out", "v.md", "--audience", "public");
        Assert.Contains("2025-10-01", File.ReadAllText(mia.File("v.md")), StringComparison.Ordinal);
        mia.Ok("quotes", "export", Project, "citat.csv");
        Assert.Equal(id, Assert.Single(CsvRows.Read(mia.File("citat.csv")).Rows)["id"]);
        mia.Ok("quotes", "shorten", Project, id, "--whole");
        Assert.Contains("utkast", mia.Ok("quotes", "list", Project).Out, StringComparison.Ordinal);
        mia.Ok("quotes", "withdraw", Project, id);

        mia.Ok("undo", Project, "7");
        Assert.Equal(before, LogicalDump.Of(mia.File(Project)));
        mia.Ok("check", Project);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        using var mia = Demo.Copy();
        mia.Run("quotes", "choose", Project, "ffffffff").Refuses();
        mia.Run("quotes", "approve", Project, "Intervju X:1").Refuses();
        mia.Run("quotes", "shorten", Project, "Intervju X:1", "--omit", "a").Refuses();
        mia.Run("quotes", "checklist", Project, "--tick", "annat").Ends(2);
        mia.Run("passages", "set", Project, "theme", "background").Ends(2);
        mia.Run("passages", "set", Project, "theme", "finns-inte", "--text", "x").Ends(2);
        mia.Run("passages", "set", Project, "roman", "background", "--text", "x").Ends(2);
        mia.Run("passages", "remove", Project, "theme", "background").Refuses();
        mia.Run("report", Project, "theme").Ends(2);
        mia.Run("report", Project, "roman", "--out", "r.md").Ends(2);
        mia.Run("report", Project, "dialogue", "--out", "r.md").Ends(2);
        mia.Run("report", Project, "theme", "--since", "i går").Ends(2);
        mia.Run("report", Project, "theme", "--since", "2020-01-01").Refuses();
    }

    [Fact]
    public void What_is_written_comes_back_in_the_report_and_the_rest_is_the_same_bytes()
    {
        using var mia = Demo.Copy();
        mia.Write("bakgrund.txt", "Styrgruppen har beställt rapporten.\n\n- en punkt\n- en till\n");
        mia.Ok("passages", "set", Project, "theme", "background", "--file", "bakgrund.txt");
        mia.Ok("passages", "set", Project, "theme", "meaning", "--theme", "mer tid", "--text", "Det talar för längre insatser.");
        Assert.Equal(2, mia.Json("passages", "list", Project).Each("passages", "report:s place:s theme:s? text:s coder:s changed:s").Count);
        mia.Ok("report", Project, "theme", "--out", "a.md");
        mia.Ok("report", Project, "theme", "--out", "b.md");

        var report = File.ReadAllText(mia.File("a.md"));
        Assert.Equal(report, File.ReadAllText(mia.File("b.md")));
        Assert.Contains("## Bakgrund, syfte och frågeställningar\n\nStyrgruppen har beställt rapporten.\n\n- en punkt\n- en till\n", report, StringComparison.Ordinal);
        Assert.Contains("**Vad detta betyder:** Det talar för längre insatser.", report, StringComparison.Ordinal);
        mia.Ok("passages", "remove", Project, "theme", "background");
        Assert.Contains("skrev i en rapport", mia.Ok("log", Project).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_report_is_written_remembered_and_compared()
    {
        using var mia = Demo.Copy();
        var coding = mia.Json("codings", "list", Project).List("codings").First(c => c.Text("source").StartsWith("Intervju D", StringComparison.Ordinal));
        mia.Ok("quotes", "choose", Project, coding.Text("id"));
        mia.Ok("quotes", "approve", Project, mia.Json("quotes", "list", Project).List("quotes")[0].Text("id"));
        mia.Ok("quotes", "consent", Project, mia.Json("quotes", "list", Project).List("quotes")[0].Text("id"), "yes");
        foreach (var kind in new[] { "theme", "brukarrevision", "summary", "quotes", "voices" })
        {
            mia.Json("report", Project, kind, "--out", kind + ".md").Has("report:s file:s number:n checks:a").Each("checks", "name:s state:s text:s");
            Assert.StartsWith("# ", File.ReadAllText(mia.File(kind + ".md")), StringComparison.Ordinal);
        }

        mia.Ok("passages", "set", Project, "survey", "background", "--text", "Alla som slutat fick enkäten.");
        mia.Ok("report", Project, "survey", "--survey", "Avslutsenkät", "--out", "survey.md");
        Assert.Contains("## Bakgrund\n\nAlla som slutat fick enkäten.", File.ReadAllText(mia.File("survey.md")), StringComparison.Ordinal);
        mia.Ok("report", Project, "dialogue", "--theme", "mer tid", "--out", "dialogue.md");
        Assert.Contains("- [ ] Det stämmer delvis", File.ReadAllText(mia.File("dialogue.md")), StringComparison.Ordinal);
        Assert.True(mia.Json("report", Project, "exports").Each("exports", "number:n at:s coder:s report:s audience:s selection:a sha256:s").Count >= 8);
        mia.Ok("quotes", "withdraw", Project, mia.Json("quotes", "list", Project).List("quotes")[0].Text("id"));
        var differences = mia.Json("report", Project, "theme", "--since", "2025-10-06").Each("differences", "kind:s what:s name:s group:s? then:n? thenOf:n? now:n? nowOf:n?");
        Assert.Contains(differences, d => d.Text("what") == "quote" && d.Text("kind") == "removed");
        Assert.DoesNotContain(differences, d => d.Text("what") == "figure");
        Assert.Contains("grupp=deltagare", mia.Ok("report", Project, "theme", "--where", "grupp=deltagare", "--out", "d.md").Err, StringComparison.Ordinal);
    }

    private static System.Text.Json.JsonElement One(Mia mia) => mia.Json("quotes", "list", Project).List("quotes").Single();
}
