using System.Text.Json;
using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

/// <summary>What is shown of a search beyond its hits, recounted from what other commands say.</summary>
public sealed class SearchViewTests
{
    private const string Project = Demo.Project;

    [Fact]
    public void Counts_are_those_of_the_hits_and_only_there_when_asked_for()
    {
        using var mia = Demo.Copy();
        var hits = mia.Json("search", Project, "kontakt OR tid", "--limit", "0").List("hits");
        var cases = mia.Json("cases", "list", Project).List("cases").ToDictionary(c => c.Text("case"), c => c.GetProperty("attributes"));
        string? Value(string attribute, string? person) => person is not null && cases[person].TryGetProperty(attribute, out var v) ? v.GetString() : null;

        foreach (var (attribute, options) in new[] { ("grupp", new[] { "--counts" }), ("kön", ["--count-by", "kön"]) })
        {
            var counted = mia.Json(["search", Project, "kontakt OR tid", "--limit", "3", .. options]).Has("total:n sources:n persons:n groupedBy:s bySource:a byGroup:a");

            Assert.Equal((hits.Count, hits.Select(h => h.Text("sourceId")).Distinct().Count(), hits.Select(Person).OfType<string>().Distinct().Count()), (counted.Count("total"), counted.Count("sources"), counted.Count("persons")));
            Assert.Equal(
                hits.GroupBy(h => h.Text("sourceId")).Select(g => (g.Key, g.Count(), g.Select(Person).OfType<string>().Distinct().Count())),
                counted.Each("bySource", "source:s sourceId:s label:s total:n persons:n").Select(s => (s.Text("sourceId"), s.Count("total"), s.Count("persons"))));
            var groups = counted.Each("byGroup", "group:s? total:n persons:n of:n");
            Assert.Equal(hits.Count, groups.Sum(g => g.Count("total")));
            Assert.All(groups, g => Assert.Equal(
                (hits.Count(h => Value(attribute, Person(h)) == g.GetProperty("group").GetString()),
                    hits.Where(h => Value(attribute, Person(h)) == g.GetProperty("group").GetString()).Select(Person).OfType<string>().Distinct().Count()),
                (g.Count("total"), g.Count("persons"))));
        }

        Assert.False(mia.Json("search", Project, "kontakt").TryGetProperty("bySource", out _));
        var text = mia.Ok("search", Project, "kontakt OR tid", "--limit", "0");
        Assert.Equal($"Träffar: {hits.Count}, källor: {hits.Select(h => h.Text("sourceId")).Distinct().Count()}, personer: {hits.Select(Person).OfType<string>().Distinct().Count()}", text.OutLines[^1]);
        Assert.Equal("Träffar: 0", mia.Ok("search", Project, "finnsintealls").OutLines[^1]);
        mia.Run("search", Project, "kontakt", "--count-by", "finnsinte").Refuses();
    }

    [Fact]
    public void Codes_of_the_hits_are_recounted_from_the_codings()
    {
        using var mia = Demo.Copy();
        var segments = mia.Json("segments", Project).List("segments");
        var codings = mia.Json("codings", "list", Project).List("codings");
        var hits = mia.Json("search", Project, "kontakt", "--limit", "0").List("hits").Select(h => h.Text("id")).ToHashSet();
        bool Holds(JsonElement s, string path) => codings.Any(c => c.Text("sourceId") == s.Text("sourceId") && c.Count("start") < s.Count("end") && c.Count("end") > s.Count("start")
            && (c.Text("codePath") == path || c.Text("codePath").StartsWith(path + " / ", StringComparison.Ordinal)));

        var found = mia.Json("search", Project, "kontakt", "--by-code", "--limit", "1").Has("material:n byCode:a");

        Assert.Equal(segments.Count, found.Count("material"));
        foreach (var code in found.Each("byCode", "code:s codePath:s segments:n of:n persons:n ratio:n?"))
        {
            var all = segments.Where(s => Holds(s, code.Text("codePath"))).ToList();
            var some = all.Where(s => hits.Contains(s.Text("id"))).ToList();
            Assert.Equal((some.Count, all.Count, some.Select(Person).OfType<string>().Distinct().Count()), (code.Count("segments"), code.Count("of"), code.Count("persons")));
            if (code.GetProperty("ratio").ValueKind == JsonValueKind.Number)
            {
                Assert.Equal((double)some.Count / hits.Count / ((double)all.Count / segments.Count), code.GetProperty("ratio").GetDouble(), 5);
            }
        }

        Assert.Contains("gånger så vanlig", mia.Ok("search", Project, "kontakt", "--by-code").Out, StringComparison.Ordinal);
        Assert.Contains("Ingen av träffarna är kodad", mia.Ok("search", Project, "kod:ingen", "--by-code").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_stand_under_each_other_with_what_was_found_in_one_column()
    {
        using var mia = new Mia();
        mia.Write("möte.txt", "A: 😀😀 vi hade tid där.\nB: 日本 tiden gick fort för oss alla som var där då\nA: Mer tid!\nB: Jaha.\n");
        mia.Ok("new", "p");
        mia.Ok("import", "p.mia", "möte.txt");

        Assert.Equal(
            [
                "möte.txt 1  😀 vi hade «tid» där.",
                "möte.txt 2        日本 «tiden» gick fort",
                "möte.txt 3         Mer «tid»!",
            ],
            mia.Ok("search", "p.mia", "tid", "--kwic", "11").OutLines.Take(3));
        Assert.Equal(
            ["vi hade |tid| där.", "Mer |tid|!", "日本 |tiden| gick fort"],
            mia.Json("search", "p.mia", "tid", "--kwic", "11", "--sort", "left").Each("kwic", "id:s source:s ordinal:n start:n end:n left:s text:s right:s")
                .Select(l => $"{l.Text("left").TrimStart(' ', '\ud83d', '\ude00')}|{l.Text("text")}|{l.Text("right")}"));
    }

    [Fact]
    public void Sorted_lines_are_of_all_hits_unless_a_limit_is_given()
    {
        using var mia = Demo.Copy();
        var places = mia.Json("search", Project, "jag", "--limit", "0").List("hits").Sum(h => h.List("matches").Count);
        Assert.True(places > 100);

        Assert.Equal(places, mia.Json("search", Project, "jag", "--kwic", "--sort", "right").List("kwic").Count);
        Assert.True(mia.Json("search", Project, "jag", "--kwic").List("kwic").Count < places);
        Assert.Equal(2, mia.Json("search", Project, "jag", "--kwic", "--sort", "right", "--limit", "2").List("hits").Count);
        mia.Run("search", Project, "jag", "--sort", "left").Ends(2);
        mia.Run("search", Project, "jag", "--kwic", "0").Ends(2);
        mia.Run("search", Project, "grupp:deltagare", "--kwic").Ends(2);
    }

    [Fact]
    public void A_segment_is_likened_by_id_and_by_its_place()
    {
        using var mia = Demo.Copy();
        var segment = mia.Json("segments", Project, "--source", "Intervju D02").List("segments")[19];
        var id = segment.Text("id");

        var like = mia.Json("like", Project, id).Has("segment:o words:a total:n milliseconds:n hits:a");
        var hits = like.Each("hits", "id:s source:s ordinal:n matches:a codes:a score:n shared:a text:s");

        Assert.Equal(10, hits.Count);
        Assert.DoesNotContain(hits, h => h.Text("id") == id);
        var words = like.Each("words", "word:s segments:n weight:n").Select(w => w.Text("word")).ToList();
        Assert.All(hits, h => Assert.Subset(words.ToHashSet(), h.List("shared").Select(w => w.GetString()!).ToHashSet()));
        string Ids(JsonElement found) => string.Join(' ', found.List("hits").Select(h => h.Text("id")));
        Assert.Equal(Ids(like), Ids(mia.Json("like", Project, "--source", "Intervju D02", "--segment", "20")));
        Assert.Equal(Ids(like), Ids(mia.Json("like", Project, id[^12..])));
        var some = words.ToDictionary(w => w, w => mia.Json("search", Project, w, "--limit", "1").Count("total"));
        Assert.All(like.List("words"), w => Assert.Equal(some[w.Text("word")], w.Count("segments")));
        Assert.Contains("gemensamt: ", mia.Ok("like", Project, id, "--limit", "1").Out, StringComparison.Ordinal);
        mia.Run("like", Project, Guid.Empty.ToString()).Refuses();
        mia.Run("like", Project, "zzzzzzzz").Refuses();
        mia.Run("like", Project, "--source", "Intervju D02", "--segment", "9999").Refuses();
        mia.Run("like", Project).Ends(2);
        mia.Run("like", Project, id, "--segment", "2").Ends(2);
        mia.Run("like", Project, "--source", "Intervju D02").Ends(2);
    }

    /// <summary>Notes and interviewers are nobody.</summary>
    private static string? Person(JsonElement segment) => segment.Text("role") == "respondent" ? segment.GetProperty("respondent").GetString() : null;
}
