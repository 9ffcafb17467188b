using System.Text.Json;
using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

/// <summary>Commands that only look: the fields and exit codes of the contract.</summary>
public sealed class ReadingCommandsTests
{
    private const string Project = Demo.Project;
    private const string Segment = "id:s source:s sourceId:s ordinal:n kind:s speaker:s? role:s respondent:s? question:s? row:s? wave:s? timecode:n? start:n end:n text:s";

    [Fact]
    public void Sources_have_their_fields()
    {
        using var mia = Demo.Copy();

        var sources = mia.Json("sources", Project).Each("sources", "id:s source:s label:s kind:s format:s encoding:s survey:s? wave:s? population:n? reached:n? segments:n persons:n");

        Assert.All(sources, s => Assert.Contains(s.Text("kind"), new[] { "interview", "survey", "notes", "story", "table" }));
        Assert.Contains("Intervju D01.docx", mia.Ok("sources", Project).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Segments_have_their_fields_and_count_from_1_within_their_source()
    {
        using var mia = Demo.Copy();

        var all = mia.Json("segments", Project).Each("segments", Segment);
        var one = mia.Json("segments", Project, "--source", "Intervju D03").Each("segments", Segment);

        Assert.All(all, s => Assert.Contains(s.Text("kind"), new[] { "turn", "answer", "paragraph" }));
        Assert.All(all, s => Assert.Contains(s.Text("role"), new[] { "interviewer", "respondent", "unknown" }));
        Assert.Equal(Enumerable.Range(1, one.Count), one.Select(s => s.Count("ordinal")));
        Assert.All(one, s => Assert.Equal("Intervju D03.vtt", s.Text("source")));
        Assert.Contains(one, s => s.GetProperty("timecode").ValueKind == JsonValueKind.Number);
        Assert.All(all.Where(s => s.Text("kind") == "answer"), s => s.Has("row:s question:s"));
        foreach (var (before, after) in one.Zip(one.Skip(1)))
        {
            Assert.Equal(before.Count("end") + 1, after.Count("start"));
            Assert.Equal(before.Text("text").Length, before.Count("end") - before.Count("start"));
        }
    }

    [Fact]
    public void Search_has_its_fields()
    {
        using var mia = Demo.Copy();

        var found = mia.Json("search", Project, "kontakt").Has("query:s interpretedAs:s total:n milliseconds:n hits:a");

        var hits = found.Each("hits", Segment + " matches:a codes:a score:n?");
        Assert.All(hits.SelectMany(h => h.Each("matches", "start:n end:n text:s why:s")), m =>
            Assert.Contains(m.Text("why"), new[] { "exact", "inflection", "lexicon", "compound", "prefix", "wildcard", "regex", "fuzzy" }));
        Assert.Equal("kontakt", found.Text("query"));
        Assert.Equal(hits.Count, found.Count("total"));
        Assert.Contains(hits, h => h.List("codes").Count > 0);
    }

    [Fact]
    public void Search_reads_many_queries_from_a_file_in_one_run()
    {
        using var mia = Demo.Copy();
        mia.Write("frågor.txt", "kontakt\n\n\"mer tid\"\n(obalanserad\nmyndighet*\n");

        var run = mia.Run("search", Project, "--queries", "frågor.txt", "--json", "--limit", "2").Ends(3);

        var results = run.Json.Each("results", "query:s interpretedAs:s total:n milliseconds:n hits:a");
        Assert.Equal(["kontakt", "\"mer tid\"", "(obalanserad", "myndighet*"], results.Select(r => r.Text("query")));
        Assert.All(results, r => Assert.True(r.List("hits").Count <= 2));
        Assert.Contains("(obalanserad", Assert.Single(run.ErrLines), StringComparison.Ordinal);
        mia.Write("frågor.txt", "kontakt\ntid\n");
        Assert.Equal(4, mia.Ok("search", Project, "--queries", "frågor.txt").OutLines.Count);
    }

    [Fact]
    public void Search_narrows_by_limit_group_code_source_and_answers()
    {
        using var mia = Demo.Copy();
        IReadOnlyList<JsonElement> Hits(params string[] more) => mia.Json(["search", Project, "tid", "--limit", "0", .. more]).List("hits");
        var all = Hits();
        var cases = mia.Json("cases", "list", Project).List("cases").ToDictionary(c => c.Text("case"), c => c.GetProperty("attributes").TryGetProperty("grupp", out var g) ? g.GetString() : "");

        Assert.Equal(3, mia.Json("search", Project, "tid", "--limit", "3").List("hits").Count);
        Assert.Equal(all.Count, mia.Json("search", Project, "tid", "--limit", "3").Count("total"));
        Assert.Equal(all.Where(h => h.GetProperty("respondent").GetString() is { } r && cases[r] == "deltagare").Select(Id), Hits("--group", "deltagare").Where(h => h.GetProperty("respondent").ValueKind == JsonValueKind.String).Select(Id));
        Assert.Equal(all.Where(h => h.Text("source") == "Intervju D07.docx").Select(Id), Hits("--source", "Intervju D07").Select(Id));
        Assert.Equal(all.Where(h => h.Text("role") != "interviewer").Select(Id), Hits("--answers-only").Select(Id));
        Assert.All(Hits("--code", "mer tid"), h => Assert.Contains(h.List("codes").Select(c => c.GetString()), c => c is "mer tid" or "tiden räckte inte" or "tid att landa"));
        var ranked = Hits("--order", "relevance");
        Assert.Equal(all.Select(Id).Order(StringComparer.Ordinal), ranked.Select(Id).Order(StringComparer.Ordinal));
        Assert.All(ranked, h => h.Has("score:n"));
    }

    [Fact]
    public void Search_shows_context_around_a_hit()
    {
        using var mia = Demo.Copy();

        var bare = mia.Ok("search", Project, "myndighetskontakterna", "--limit", "1");
        var more = mia.Ok("search", Project, "myndighetskontakterna", "--limit", "1", "--context", "2");

        Assert.True(more.OutLines.Count > bare.OutLines.Count);
    }

    [Fact]
    public void The_log_has_its_fields_newest_first()
    {
        using var mia = Demo.Copy();
        mia.Ok("codebook", "add", Project, "min kod");
        mia.Ok("undo", Project);

        var entries = mia.Json("log", Project).Each("entries", "sequence:n at:s coder:s change:s summary:s undone:b");

        Assert.Equal(entries.Select(e => e.Count("sequence")).OrderDescending(), entries.Select(e => e.Count("sequence")));
        Assert.True(entries[1].GetProperty("undone").GetBoolean());
        Assert.All(entries, e => Assert.Equal("Kansliet", e.Text("coder")));
        Assert.Equal("2025-10-06T09:00:00Z", entries[0].Text("at"));
        Assert.Single(mia.Json("log", Project, "--limit", "1").List("entries"));
        Assert.Contains("min kod", mia.Ok("log", Project).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_lists_its_files()
    {
        using var mia = Demo.Copy();

        var files = mia.Json("export", Project, "ut mapp/å").Each("files", "file:s rows:n");

        foreach (var file in files)
        {
            var table = CsvRows.Read(mia.File(Path.Combine("ut mapp", "å", file.Text("file"))));
            Assert.Equal(file.Count("rows"), table.Rows.Count);
        }

        Assert.Superset(new HashSet<string> { "codings.csv", "segments.csv", "cases.csv", "answers.csv", "codebook.csv", "memos.csv" }, files.Select(f => f.Text("file")).ToHashSet());
    }

    [Fact]
    public void Check_analyze_and_matrix_have_their_fields()
    {
        using var mia = Demo.Copy();

        Assert.Empty(mia.Json("check", Project).Has("ok:b problems:a").List("problems"));
        var words = mia.Json("analyze", "myndighetskontakterna", "och").Each("words", "word:s exact:s stem:s functionWord:b parts:a");
        Assert.True(words[0].Each("parts", "part:s stem:s").Count > 1);
        Assert.True(words[1].GetProperty("functionWord").GetBoolean());
        foreach (var columns in new[] { "grupp", "codes", "sources" })
        {
            foreach (var count in new[] { "persons", "codings", "share" })
            {
                var matrix = mia.Json("matrix", Project, "--rows", "codes", "--columns", columns, "--count", count);
                Assert.All(matrix.Each("rows", "code:s codePath:s total:o cells:a"), r => Assert.All(r.List("cells"), c => c.Has("column:s n:n? suppressed:b")));
            }
        }
    }

    [Theory]
    [InlineData("summarise")]
    [InlineData("matrix", "--columns", "grupp")]
    [InlineData("survey", "--survey", "Avslutsenkät")]
    public void A_selection_that_fits_nobody_is_refused(string command, params string[] more)
    {
        using var mia = Demo.Copy();

        var refused = mia.Run([command, Project, .. more, "--where", "grupp=finns inte"]);
        Assert.Equal((1, ""), (refused.Exit, refused.Out));
        Assert.StartsWith("Ingen person passar urvalet.", refused.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("urvalet", mia.Ok([command, Project, .. more, "--where", "grupp=deltagare"]).Err, StringComparison.Ordinal);
    }

    private static string Id(JsonElement hit) => hit.Text("id");
}
