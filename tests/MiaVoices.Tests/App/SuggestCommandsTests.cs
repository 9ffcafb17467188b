using System.Text.Json;
using MiaVoices.Tests.EndToEnd;
using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

/// <summary>Suggestions, their measure, summaries and reports by command.</summary>
public sealed class SuggestCommandsTests
{
    private const string Project = Demo.Project;
    private const string Suggestion = "id:s segmentId:s source:s row:s? question:s? ordinal:n code:s confidence:n reasons:a similar:a";

    [Fact]
    public void Suggestions_have_their_fields_and_lie_on_segments_that_nobody_has_read()
    {
        using var mia = Demo.Copy();
        var read = mia.Json("codings", "list", Project).List("codings").Select(c => c.Text("segmentId")).ToHashSet();

        var some = mia.Json("suggest", Project);

        some.Has("model:o").GetProperty("model").Has("version:s trainedOn:n codes:n");
        var suggestions = some.Each("suggestions", Suggestion);
        Assert.All(suggestions, x => Assert.DoesNotContain(x.Text("segmentId"), read));
        Assert.All(suggestions, x => Assert.InRange(x.GetProperty("confidence").GetDouble(), 0, 1));
        Assert.All(suggestions.SelectMany(x => x.List("reasons")), r => r.Has("word:s weight:n"));
        Assert.Equal(suggestions.Select(x => x.ToString()), mia.Json("suggest", Project).List("suggestions").Select(x => x.ToString()));
        Assert.True(mia.Json("suggest", Project, "--limit", "0").List("suggestions").Count > suggestions.Count);
        Assert.All(mia.Json("suggest", Project, "--min", "0,6", "--limit", "0").List("suggestions"), x => Assert.True(x.GetProperty("confidence").GetDouble() >= 0.6));
        Assert.All(mia.Json("suggest", Project, "--code", "Mk", "--limit", "0").List("suggestions"), x => Assert.Equal("myndighetskontakter", x.Text("code")));
    }

    [Fact]
    public void All_gives_every_open_pair_and_include_coded_those_of_coded_segments_too()
    {
        using var mia = Demo.Copy();
        var codes = mia.Json("codebook", "list", Project).List("codes").Count;

        var open = mia.Json("suggest", Project, "--all").List("suggestions");
        var every = mia.Json("suggest", Project, "--all", "--include-coded").List("suggestions");

        Assert.All(open.Take(50), x => x.Has(Suggestion));
        Assert.Equal(open.Count, open.Select(x => (x.Text("segmentId"), x.Text("code"))).Distinct().Count());
        Assert.Superset(open.Select(x => x.Text("id")).ToHashSet(), every.Select(x => x.Text("id")).ToHashSet());
        Assert.True(every.Select(x => x.Text("segmentId")).Distinct().Count() > open.Select(x => x.Text("segmentId")).Distinct().Count());
        Assert.InRange(open.GroupBy(x => x.Text("segmentId")).Max(g => g.Count()), 2, codes);
    }

    [Fact]
    public void A_suggestion_is_accepted_rejected_or_answered_with_another_code()
    {
        using var mia = Demo.Copy();
        var before = LogicalDump.Of(mia.File(Project));
        var three = mia.Json("suggest", Project, "--limit", "3").List("suggestions");

        mia.Ok("suggest", "accept", Project, three[0].Text("id"));
        mia.Ok("suggest", "reject", Project, three[1].Text("id")[^8..]);
        mia.Ok("suggest", "accept", Project, three[2].Text("id"), "--as", "tacksamhet");

        var made = mia.Json("codings", "list", Project).List("codings").Where(c => c.Text("origin") != "import").ToList();
        Assert.Equal(new[] { (three[0].Text("segmentId"), three[0].Text("code"), "suggestion"), (three[2].Text("segmentId"), "tacksamhet", "manual") }.Order(), made.Select(c => (c.Text("segmentId"), c.Text("code"), c.Text("origin"))).Order());
        Assert.Equal(three[0].GetProperty("confidence").GetDouble(), made.Single(c => c.Text("origin") == "suggestion").GetProperty("confidence").GetDouble(), 3);
        var left = mia.Json("suggest", Project, "--limit", "0", "--all").List("suggestions").Select(x => x.Text("id")).ToHashSet();
        Assert.All(three, x => Assert.DoesNotContain(x.Text("id"), left));
        mia.Run("suggest", "reject", Project, three[1].Text("id")).Refuses();
        mia.Ok("undo", Project, "3");
        Assert.Equal(before, LogicalDump.Of(mia.File(Project)));
    }

    [Fact]
    public void Evaluation_has_its_fields_and_is_the_same_every_time()
    {
        using var mia = Demo.Copy();

        var one = mia.Ok("evaluate", Project, "--json");

        one.Json.Has("folds:n groupedBy:s microF1:n macroF1:n averagePrecision:n calibrationError:n").Each("codes", "code:s n:n precision:n? recall:n? f1:n? threshold:n?");
        Assert.Equal("respondent", one.Json.Text("groupedBy"));
        Assert.Equal(one.Out, mia.Ok("evaluate", Project, "--json").Out);
    }

    [Fact]
    public void Summaries_have_their_fields_and_hide_small_numbers_unless_they_are_internal()
    {
        using var mia = Demo.Copy();

        var inside = mia.Json("summarise", Project, "--audience", "internal").Each("themes", "code:s persons:n of:n codings:n byGroup:a keywords:a quotes:a contrast:a subthemes:a polarity:o");
        var outside = mia.Json("summarise", Project).Each("themes", "code:s persons:n? of:n byGroup:a");

        Assert.All(inside.SelectMany(t => t.List("byGroup")), g => g.Has("group:s persons:n of:n"));
        Assert.All(inside.SelectMany(t => t.List("quotes")), q => q.Has("codingId:s quote:s source:s respondent:s? group:s"));
        Assert.All(inside.SelectMany(t => t.List("contrast")), c => c.Has("group:s words:a"));
        Assert.All(inside.SelectMany(t => t.List("subthemes")), p => p.Has("label:s codings:n"));
        var hidden = 0;
        foreach (var (own, shown) in inside.Zip(outside))
        {
            foreach (var (truth, told) in own.List("byGroup").Zip(shown.List("byGroup")))
            {
                told.Has("group:s persons:n? of:n suppressed:b");
                if (told.GetProperty("persons").ValueKind == JsonValueKind.Null)
                {
                    hidden++;
                    Assert.True(told.GetProperty("suppressed").GetBoolean());
                }
                else
                {
                    Assert.Equal(truth.Count("persons"), told.Count("persons"));
                    Assert.False(told.Count("persons") is > 0 and < 5);
                }
            }
        }

        Assert.True(hidden > 0);
        var one = mia.Json("summarise", Project, "--code", "mer tid").List("themes");
        Assert.Equal("mer tid", one[0].Text("code"));
        Assert.Contains("mer tid", mia.Ok("summarise", Project, "--code", "mer tid").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_by_another_attribute_or_of_a_part_counts_only_those()
    {
        using var mia = Demo.Copy();

        var places = mia.Json("summarise", Project, "--by", "delprojekt", "--audience", "internal").List("themes")[0].List("byGroup").Select(g => g.Text("group")).ToList();
        Assert.Contains("delprojekt", mia.Run("summarise", Project, "--by", "finns-inte").Ends(2).Err.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("Ingen person passar urvalet", mia.Run("summarise", Project, "--where", "delprojekt=finns inte").Refuses().Err, StringComparison.Ordinal);
        Assert.Contains("Ingen person passar urvalet", mia.Run("matrix", Project, "--rows", "codes", "--columns", "delprojekt", "--where", "delprojekt=finns inte").Refuses().Err, StringComparison.Ordinal);
        var part = mia.Json("summarise", Project, "--where", "delprojekt=Norrmo", "--audience", "internal").List("themes")[0];

        Assert.Superset(new HashSet<string> { "Norrmo", "Ekvalla", "Sjöbyn" }, places.ToHashSet());
        Assert.True(part.Count("of") < mia.Json("summarise", Project, "--audience", "internal").List("themes")[0].Count("of"));
    }

    [Fact]
    public void A_report_is_written_for_its_audience_and_only_as_what_can_be_written()
    {
        using var mia = Demo.Copy();

        Assert.Equal("min rapport å.md", mia.Json("report", Project, "theme", "--out", "min rapport å.md", "--audience", "public").Has("report:s file:s").Text("file"));
        Assert.StartsWith("# Temarapport", File.ReadAllText(mia.File("min rapport å.md")), StringComparison.Ordinal);
        mia.Ok("report", Project, "theme", "--out", "del.md", "--where", "grupp=deltagare");
        mia.Run("report", Project, "theme").Ends(2);
        mia.Run("report", Project, "theme", "--out", "r.md", "--audience", "alla").Ends(2);
        mia.Run("report", Project, "annan", "--out", "r.md").Ends(2);
        mia.Run("report", Project, "theme", "--out", "r.md", "--where", "grupp").Ends(2);
        Directory.CreateDirectory(mia.File("upptagen.md"));
        mia.Run("report", Project, "theme", "--out", "upptagen.md").Refuses();
        Assert.False(File.Exists(mia.File("r.md")));
    }
}
