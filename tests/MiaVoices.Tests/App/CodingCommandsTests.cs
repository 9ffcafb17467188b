using System.Text.Json;
using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

/// <summary>Codes, codings, memos and cases by command: fields, refusals, and that what is said is done.</summary>
public sealed class CodingCommandsTests
{
    private const string Project = Demo.Project;

    [Fact]
    public void Codes_are_added_edited_renamed_moved_merged_split_and_removed()
    {
        using var mia = Demo.Copy();
        JsonElement Code(string name) => mia.Json("codebook", "list", Project).Each("codes", "code:s name:s path:s parent:s? definition:s include:s exclude:s keywords:a example:s color:s codings:n").Single(c => c.Text("name") == name);

        mia.Ok("codebook", "add", Project, "trygghet", "--parent", "Stöd", "--tag", "Tr", "--definition", "Att känna sig trygg.", "--keywords", "trygg, säker", "--color", "#aabbcc");
        Assert.Equal(("Tr", "Stöd / trygghet", "#aabbcc"), (Code("trygghet").Text("code"), Code("trygghet").Text("path"), Code("trygghet").Text("color")));
        Assert.Equal(["trygg", "säker"], Code("trygghet").List("keywords").Select(k => k.GetString()));
        mia.Ok("codebook", "edit", Project, "Tr", "--include", "Tillit.");
        Assert.Equal("Tillit.", Code("trygghet").Text("include"));
        mia.Ok("codebook", "rename", Project, "trygghet", "trygghet och tillit");
        mia.Ok("codebook", "move", Project, "Tr");
        Assert.Equal("trygghet och tillit", Code("trygghet och tillit").Text("path"));
        var own = Code("gemenskap").Count("codings");
        mia.Ok("codebook", "merge", Project, "gemenskap", "Tr");
        Assert.Equal(own, Code("trygghet och tillit").Count("codings"));
        var some = mia.Json("codings", "list", Project, "--code", "Tr").List("codings").Take(3).Select(c => c.Text("id")).ToArray();
        mia.Ok(["codebook", "split", Project, "Tr", "en bit", .. some]);
        Assert.Equal((3, own - 3), (Code("en bit").Count("codings"), Code("trygghet och tillit").Count("codings")));
        mia.Run("codebook", "remove", Project, "en bit").Refuses();
        mia.Ok("codebook", "remove", Project, "en bit", "--with-codings");
        Assert.DoesNotContain(mia.Json("codebook", "list", Project).List("codes"), c => c.Text("name") == "en bit");
        mia.Ok("undo", Project, "7");
        mia.Ok("check", Project);
        Assert.Equal(own, Code("gemenskap").Count("codings"));
    }

    [Fact]
    public void A_codebook_goes_out_and_comes_in_again_unchanged()
    {
        using var mia = Demo.Copy();
        mia.Ok("codebook", "export", Project, "kodbok.csv");

        var again = mia.Json("codebook", "import", Project, "kodbok.csv").Has("added:n changed:n");

        Assert.Equal((0, 0), (again.Count("added"), again.Count("changed")));
        mia.Ok("new", "ny");
        Assert.Equal(CsvRows.Read(mia.File("kodbok.csv")).Rows.Count, mia.Json("codebook", "import", "ny", "kodbok.csv").Count("added"));
        mia.Ok("codebook", "export", "ny.mia", "kodbok 2.csv");
        Assert.Equal(File.ReadAllBytes(mia.File("kodbok.csv")), File.ReadAllBytes(mia.File("kodbok 2.csv")));
        Assert.Equal(File.ReadAllText(mia.File("kodbok.csv")).TrimStart('\uFEFF'), mia.Ok("codebook", "export", "ny.mia").Out);
    }

    [Fact]
    public void A_codebook_goes_out_as_Markdown_too_and_comes_in_again_unchanged_in_either_language()
    {
        using var mia = Demo.Copy();
        mia.Ok("codebook", "edit", Project, "Mk", "--definition", "Kontakt\nmed *myndigheter*.");
        mia.Ok("codebook", "export", Project, "kodbok.md");
        mia.Ok("codebook", "export", Project, "codes.markdown", "--lang", "en");

        Assert.StartsWith("# Kodbok\n\n## Stöd\n\n- **Tagg:** St\n- **Definition:** ", File.ReadAllText(mia.File("kodbok.md")), StringComparison.Ordinal);
        Assert.Contains("- **Does not belong:** ", File.ReadAllText(mia.File("codes.markdown")), StringComparison.Ordinal);
        foreach (var file in new[] { "kodbok.md", "codes.markdown" })
        {
            var again = mia.Json("codebook", "import", Project, file);
            Assert.Equal((0, 0), (again.Count("added"), again.Count("changed")));
            mia.Ok("new", file + ".mia");
            mia.Ok("codebook", "import", file + ".mia", file);
            Assert.Equal(mia.Ok("codebook", "export", Project).Out, mia.Ok("codebook", "export", file + ".mia").Out);
        }

        mia.Write("egen.md", "# trygghet\n\nAtt känna sig trygg.\n\n## tillit\n");
        Assert.Equal(2, mia.Json("codebook", "import", Project, "egen.md").Count("added"));
        Assert.Equal("Att känna sig trygg.", mia.Json("codebook", "list", Project).List("codes").Single(c => c.Text("name") == "trygghet").Text("definition"));
    }

    [Fact]
    public void Codebooks_of_other_programs_are_refused_whatever_they_are_called()
    {
        using var mia = Demo.Copy();
        const string Other = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes/></CodeBook>";
        foreach (var file in new[] { mia.Write("k.qdc", Other), mia.Write("k.csv", Other), mia.Write("k.qdpx", "PK\u0003\u0004x") })
        {
            Assert.Contains(".qdc", mia.Run("codebook", "import", Project, file).Refuses().Err, StringComparison.Ordinal);
            Assert.Contains(".qdc", mia.Run("codings", "import", Project, file).Refuses().Err, StringComparison.Ordinal);
        }

        Assert.StartsWith("ut.qdc: ", mia.Run("codebook", "export", Project, "ut.qdc").Refuses().Err, StringComparison.Ordinal);
        Assert.False(File.Exists(mia.File("ut.qdc")));
    }

    [Fact]
    public void Codings_have_their_fields()
    {
        using var mia = Demo.Copy();

        var codings = mia.Json("codings", "list", Project).Each("codings", "id:s source:s segmentId:s start:n end:n quote:s code:s codePath:s coder:s origin:s confidence:n? created:s memo:s");

        Assert.All(codings, c => Assert.Contains(c.Text("origin"), new[] { "manual", "suggestion", "import", "auto" }));
        Assert.Equal(codings.Where(c => c.Text("source") == "Intervju D02.txt").Select(c => c.Text("id")), mia.Json("codings", "list", Project, "--source", "Intervju D02").List("codings").Select(c => c.Text("id")));
        Assert.Equal(codings.Where(c => c.Text("codePath").StartsWith("mer tid", StringComparison.Ordinal)).Select(c => c.Text("id")), mia.Json("codings", "list", Project, "--code", "mer tid").List("codings").Select(c => c.Text("id")));
        Assert.Equal(5, mia.Json("codings", "list", Project, "--limit", "5").List("codings").Count);
    }

    [Fact]
    public void A_passage_is_coded_by_position_by_segment_by_row_and_by_quote_and_taken_away_again()
    {
        using var mia = Demo.Copy();
        var turn = mia.Json("segments", Project, "--source", "Intervju D09").List("segments").First(s => s.Text("role") == "respondent" && s.Text("text").Length > 60);
        var answer = mia.Json("segments", Project, "--source", "Avslutsenkät 2025").List("segments")[0];
        JsonElement Add(params string[] how) => mia.Json(["codings", "add", Project, "--code", "gemenskap", .. how]).Each("codings", "id:s start:n end:n code:s")[0];

        var byPosition = Add("--source", "Intervju D09", "--start", Text(turn.Count("start") + 3), "--end", Text(turn.Count("start") + 20));
        var bySegment = Add("--source", "Intervju D09", "--segment", Text(turn.Count("ordinal")));
        var byRow = Add("--source", "Avslutsenkät 2025", "--row", answer.Text("row"), "--question", answer.Text("question"));
        var byQuote = Add("--quote", turn.Text("text")[..50], "--memo", "tydligt", "--polarity", "well");

        Assert.Equal((turn.Count("start") + 3, turn.Count("start") + 20), (byPosition.Count("start"), byPosition.Count("end")));
        Assert.Equal((turn.Count("start"), turn.Count("end")), (bySegment.Count("start"), bySegment.Count("end")));
        Assert.Equal((answer.Count("start"), answer.Count("end")), (byRow.Count("start"), byRow.Count("end")));
        Assert.Equal(turn.Count("start"), byQuote.Count("start"));
        var ids = new[] { byPosition, bySegment, byRow, byQuote }.Select(c => c.Text("id")).ToArray();
        mia.Ok(["codings", "remove", Project, .. ids]);
        Assert.Empty(mia.Json("codings", "list", Project).List("codings").Select(c => c.Text("id")).Intersect(ids));
        mia.Ok("check", Project);
    }

    [Fact]
    public void Two_codes_are_set_at_once_and_undone_at_once()
    {
        using var mia = Demo.Copy();
        var before = LogicalDump.Of(mia.File(Project));

        Assert.Equal(2, mia.Json("codings", "add", Project, "--code", "gemenskap", "--code", "Mk", "--source", "Intervju D09", "--segment", "2").List("codings").Count);
        mia.Ok("undo", Project);

        Assert.Equal(before, LogicalDump.Of(mia.File(Project)));
    }

    [Fact]
    public void Rows_of_codings_that_cannot_be_placed_are_listed_without_what_was_said()
    {
        using var mia = Demo.Copy();
        mia.Write("koder.csv", """
            source;segment;quote;code
            Intervju D09.docx;2;;gemenskap
            Intervju D09.docx;;Hemligheten som ingen sa;gemenskap
            Intervju D09.docx;9999;;gemenskap
            Intervju X99.docx;1;;gemenskap
            Intervju D09.docx;6;;
            """);

        foreach (var language in new[] { "sv", "en" })
        {
            var run = mia.Run("codings", "import", Project, "koder.csv", "--json", "--lang", language).Ends(3);

            run.Json.Has("imported:n reviewed:n already:n newCodes:a leftOut:a");
            Assert.Equal(["koder.csv:3", "koder.csv:4", "koder.csv:5"], run.Json.Each("leftOut", "at:s reason:s").Select(l => l.Text("at")));
            Assert.DoesNotContain("Hemligheten", run.Err + run.Out, StringComparison.Ordinal);
            Assert.All(run.Json.List("leftOut"), l => Assert.Contains(l.Text("at"), run.Err, StringComparison.Ordinal));
        }

        mia.Write("nya.csv", "source;segment;code\nIntervju D09.docx;4;gemenskap|helt ny kod\n");
        Assert.StartsWith("nya.csv:2", mia.Run("codings", "import", Project, "nya.csv").Refuses().Err, StringComparison.Ordinal);
        Assert.Equal(["helt ny kod"], mia.Json("codings", "import", Project, "nya.csv", "--create-codes").List("newCodes").Select(c => c.GetString()));
    }

    [Fact]
    public void Exported_codings_come_in_again_as_the_same()
    {
        using var mia = Demo.Copy();
        mia.Ok("codings", "export", Project, "kodningar.csv");

        var again = mia.Json("codings", "import", Project, "kodningar.csv");

        Assert.Equal(0, again.Count("imported"));
        Assert.True(again.Count("already") > 100);
        Assert.Equal(["source", "segment", "row", "question", "wave", "start", "end", "quote", "code", "coder", "created", "memo"], CsvRows.Read(mia.File("kodningar.csv")).Headers.Take(12));
    }

    [Fact]
    public void Memos_are_written_on_each_kind_of_thing_edited_and_removed()
    {
        using var mia = Demo.Copy();
        var coding = mia.Json("codings", "list", Project, "--limit", "1").List("codings")[0].Text("id");
        mia.Ok("memo", "add", Project, "om projektet");
        mia.Ok("memo", "add", Project, "om källan", "--source", "Intervju D01", "--title", "Tanke");
        mia.Ok("memo", "add", Project, "om stycket", "--source", "Intervju D01", "--segment", "2");
        mia.Ok("memo", "add", Project, "om koden", "--code", "Mk");
        mia.Ok("memo", "add", Project, "om kodningen", "--coding", coding);
        mia.Ok("memo", "add", Project, "om personen", "--case", "D01");

        var memos = mia.Json("memo", "list", Project).Each("memos", "id:s target:s targetId:s? title:s text:s coder:s created:s changed:s");
        Assert.Equal(["case", "code", "coding", "project", "segment", "source"], memos.Select(m => m.Text("target")).Order(StringComparer.Ordinal));
        var id = memos.Single(m => m.Text("target") == "code").Text("id");
        mia.Ok("memo", "edit", Project, id, "ändrat");
        Assert.Contains(mia.Json("memo", "list", Project).List("memos"), m => m.Text("text") == "ändrat");
        mia.Ok("memo", "remove", Project, id[^8..]);
        Assert.Equal(5, mia.Json("memo", "list", Project).List("memos").Count);
        mia.Run("memo", "add", Project, "två mål", "--code", "Mk", "--case", "D01").Ends(2);
        mia.Run("memo", "add", Project, "ingen", "--case", "X99").Refuses();
        mia.Run("memo", "edit", Project, "zzzzzzzz", "x").Refuses();
    }

    [Fact]
    public void Cases_are_listed_imported_and_exported()
    {
        using var mia = Demo.Copy();
        var cases = mia.Json("cases", "list", Project).Each("cases", "id:s case:s attributes:o speakers:a");
        Assert.Equal("deltagare", cases.Single(c => c.Text("case") == "D01").GetProperty("attributes").Text("grupp"));
        mia.Ok("cases", "export", Project, "personer.csv");
        Assert.Equal(0, mia.Json("cases", "import", Project, "personer.csv").Has("cases:n speakers:n leftOut:a").Count("cases"));
        mia.Write("fler.csv", "source;speaker;case;grupp\nIntervju D01.docx;;D01;medarbetare\nIntervju D99.docx;;D99;deltagare\n");

        var run = mia.Run("cases", "import", Project, "fler.csv", "--json").Ends(3);

        Assert.Equal("fler.csv:3", run.Json.List("leftOut")[0].Has("at:s reason:s").Text("at"));
        Assert.Equal("medarbetare", mia.Json("cases", "list", Project).List("cases").Single(c => c.Text("case") == "D01").GetProperty("attributes").Text("grupp"));
    }

    [Fact]
    public void What_does_not_exist_is_refused_in_one_line_and_an_ambiguous_name_is_wrong_usage()
    {
        foreach (var language in new[] { "sv", "en" })
        {
            using var mia = Demo.Copy(language);
            mia.Ok("codebook", "add", Project, "gemenskap", "--parent", "Förändring");
            var before = LogicalDump.Of(mia.File(Project));
            foreach (var command in EveryOther(language, new string[][]
            {
                ["codebook", "rename", Project, "finns inte", "x"],
                ["codebook", "add", Project, "Stöd"],
                ["codebook", "add", Project, "a|b"],
                ["codebook", "add", Project, "  "],
                ["codebook", "add", Project, "x", "--parent", "finns inte"],
                ["codebook", "move", Project, "Stöd", "--parent", "individuellt stöd"],
                ["codebook", "merge", Project, "Stöd", "Stöd"],
                ["codebook", "split", Project, "Stöd", "x", "00000000"],
                ["codings", "add", Project, "--code", "finns inte", "--source", "Intervju D01", "--segment", "2"],
                ["codings", "add", Project, "--code", "Mk", "--source", "Intervju D01"],
                ["codings", "add", Project, "--code", "Mk", "--source", "Intervju D01", "--segment", "9999"],
                ["codings", "add", Project, "--code", "Mk", "--source", "Intervju D01", "--start", "10", "--end", "9999999"],
                ["codings", "add", Project, "--code", "Mk", "--source", "Intervju D01", "--start", "10", "--end", "5"],
                ["codings", "add", Project, "--code", "Mk", "--source", "Intervju D01", "--start", "tio", "--end", "5"],
                ["codings", "add", Project, "--code", "Mk", "--quote", "Hemligheten som ingen sa"],
                ["codings", "remove", Project, "00000000"],
                ["codings", "list", Project, "--source", "finns inte"],
                ["codings", "list", Project, "--code", "finns inte"],
                ["segments", Project, "--source", "finns inte"],
                ["search", Project, "x", "--code", "finns inte"],
                ["search", Project, "(x"],
                ["summarise", Project, "--code", "finns inte"],
                ["suggest", Project, "--code", "finns inte"],
                ["suggest", "accept", Project, "00000000"],
                ["report", Project, "theme", "--out", "r.md", "--where", "grupp=finns inte"],
            }))
            {
                var run = mia.Run(command).Refuses();
                Assert.DoesNotContain("Hemligheten", run.Err, StringComparison.Ordinal);
            }

            var ambiguous = mia.Run("codings", "add", Project, "--code", "gemenskap", "--source", "Intervju D01", "--segment", "2").Ends(2);
            Assert.Contains("Förändring / gemenskap", ambiguous.Err, StringComparison.Ordinal);
            mia.Ok("codings", "add", Project, "--code", "Förändring / gemenskap", "--source", "Intervju D01", "--segment", "2");
            mia.Ok("undo", Project);
            Assert.Equal(before, LogicalDump.Of(mia.File(Project)));
        }
    }

    /// <summary>Half of the commands in each language is enough: that every text is in both, another test holds.</summary>
    private static IEnumerable<string[]> EveryOther(string language, string[][] commands) => commands.Index().Where(c => c.Index % 2 == (language == "sv" ? 0 : 1)).Select(c => c.Item);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
