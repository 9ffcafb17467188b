using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

/// <summary>Projects as they are on a bad day: every command about suggestions says something sensible, and none fails.</summary>
public sealed class HostileSuggestTests
{
    private const string Project = "p.mia";

    [Fact]
    public void Without_material_every_command_says_what_is_missing()
    {
        using var mia = Made();
        Assert.Contains("kodbok först", mia.Run("suggest", Project).Refuses().Err, StringComparison.Ordinal);
        mia.Ok("codebook", "add", Project, "mer tid");
        foreach (var command in new string[][] { ["suggest", Project], ["suggest", Project, "--all"], ["suggest", "leads", Project], ["summarise", Project] })
        {
            Assert.Contains("Läs in intervjuer eller enkätsvar", mia.Ok(command).Out, StringComparison.Ordinal);
            Assert.Equal(0, mia.Json(command).EnumerateObject().First(p => p.Value.ValueKind == System.Text.Json.JsonValueKind.Array).Value.EnumerateArray().Count(x => x.TryGetProperty("id", out _)));
        }

        Assert.Contains("hittills finns det från 0", mia.Run("evaluate", Project).Refuses().Err, StringComparison.Ordinal);
        Assert.Contains("Inget har kodats", mia.Ok("suggest", "accept", Project, "--above", "0").Out, StringComparison.Ordinal);
        Assert.Contains("Inget obesvarat förslag", mia.Run("suggest", "accept", Project, "abcd1234").Refuses().Err, StringComparison.Ordinal);
        Assert.Contains("Inget obesvarat förslag", mia.Run("suggest", "reject", Project, "abcd1234").Refuses().Err, StringComparison.Ordinal);
    }

    /// <summary>Three dots and a pause are segments, and nothing in them speaks for any code.</summary>
    [Fact]
    public void Segments_without_words_are_suggested_for_only_when_all_pairs_are_asked_for()
    {
        using var mia = Made("IP: ...\nI: Hur var det?\nIP: –\nI: Ja?\nIP: 😀\nI: Nå?\nIP: !\n");
        mia.Ok("codebook", "add", Project, "mer tid", "--definition", "Att få mer tid.");
        Assert.Contains("inga förslag", mia.Ok("suggest", Project).Out, StringComparison.Ordinal);
        Assert.Equal(4, mia.Json("suggest", Project, "--all").List("suggestions").Count);
        Assert.Contains("uppslag än", mia.Ok("suggest", "leads", Project).Out, StringComparison.Ordinal);
        mia.Ok("summarise", Project);
    }

    [Fact]
    public void Where_everybody_says_the_same_nothing_is_made_up()
    {
        using var mia = Made([.. Enumerable.Range(1, 6).Select(i => $"I: Hur var det?\nP{i}: Det var bra hos dem.\nI: Mer?\nP{i}: Det var bra hos dem.\nI: Och?\nP{i}: Det var bra hos dem.\n")]);
        mia.Ok("codebook", "add", Project, "mer tid");
        mia.Ok("codebook", "add", Project, "bemötande");
        Assert.DoesNotContain("mer tid", mia.Ok("suggest", Project, "--limit", "0").Out, StringComparison.Ordinal);
        mia.Write("c.csv", "source;segment;code\nIntervju 1.txt;2;mer tid\nIntervju 2.txt;2;bemötande\nIntervju 3.txt;4;\n");
        mia.Ok("codings", "import", Project, "c.csv");
        var told = mia.Ok("suggest", Project, "--limit", "0");
        Assert.Contains("Få stycken är kodade än", told.Err, StringComparison.Ordinal);
        Assert.DoesNotContain(told.OutLines, line => line.Contains("därför att", StringComparison.Ordinal) && line.Contains('.', StringComparison.Ordinal));
        var all = mia.Json("suggest", Project, "--all").List("suggestions");
        Assert.All(all.GroupBy(x => x.Text("code")), code => Assert.InRange(code.Max(Confidence) - code.Min(Confidence), 0, 0.15));
        mia.Ok("suggest", "leads", Project);
        mia.Ok("summarise", Project, "--audience", "internal");
        Assert.Contains("färre än tre", mia.Ok("evaluate", Project).Out, StringComparison.Ordinal);
        Assert.Contains("Pröva ett lägre värde", mia.Ok("suggest", Project, "--min", "0.95").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void One_person_alone_is_suggested_for_but_neither_measured_nor_led_by()
    {
        using var mia = Made(Talk("D01", 40));
        mia.Ok("codebook", "add", Project, "ekonomi", "--definition", "Pengar och hyra.");
        mia.Ok("codebook", "add", Project, "stöd");
        mia.Write("c.csv", "source;segment;code\nIntervju 1.txt;2;ekonomi\nIntervju 1.txt;4;stöd\nIntervju 1.txt;6;\n");
        mia.Ok("codings", "import", Project, "c.csv");
        Assert.NotEmpty(mia.Json("suggest", Project).List("suggestions"));
        Assert.Contains("hittills finns det från 1", mia.Run("evaluate", Project).Refuses().Err, StringComparison.Ordinal);
        Assert.Contains("minst 2 personer", mia.Ok("suggest", "leads", Project).Out, StringComparison.Ordinal);
        mia.Ok("summarise", Project);
        mia.Ok("suggest", "accept", Project, "--above", "0");
        mia.Write("allt.csv", "source;segment;code\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"Intervju 1.txt;{2 * i};\n")));
        mia.Ok("codings", "import", Project, "allt.csv");
        Assert.Contains("kodade eller genomlästa", mia.Ok("suggest", Project).Out, StringComparison.Ordinal);
        Assert.Contains("kodade eller genomlästa", mia.Ok("suggest", Project, "--all").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_is_always_rejected_is_suggested_less_and_ends_without_suggestions()
    {
        using var mia = Made(Talk("D01", 12), Talk("D02", 12));
        mia.Ok("codebook", "add", Project, "ekonomi", "--definition", "Pengar och hyra.");
        var first = mia.Json("suggest", Project, "--all").List("suggestions");
        mia.Ok(["suggest", "reject", Project, .. first.Take(12).Select(x => x.Text("id"))]);
        var left = mia.Json("suggest", Project, "--all").List("suggestions");
        Assert.Equal(first.Count - 12, left.Count);
        Assert.True(left.Average(Confidence) < first.Skip(12).Average(Confidence));
        mia.Run("evaluate", Project).Refuses();
        Assert.Contains("0 av 2 personer", mia.Ok("summarise", Project, "--audience", "internal").Out, StringComparison.Ordinal);
        mia.Ok(["suggest", "reject", Project, .. left.Select(x => x.Text("id"))]);
        Assert.Contains("Alla förslag är besvarade", mia.Ok("suggest", Project, "--all").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_codes_are_told_in_lines_that_can_be_read()
    {
        using var mia = Made(Talk("D01", 20), Talk("D02", 20));
        mia.Write("koder.csv", "code;name;definition\n" + string.Concat(Enumerable.Range(1, 1_000).Select(i => $"k{i};kod {i};Handlar om sak nummer {i} och pengar\n")));
        mia.Ok("codebook", "import", Project, "koder.csv");
        mia.Write("c.csv", "source;segment;code\nIntervju 1.txt;2;k1\nIntervju 1.txt;4;k2\nIntervju 2.txt;2;k1\n");
        mia.Ok("codings", "import", Project, "c.csv");
        Assert.Equal(37 * 1_000, mia.Json("suggest", Project, "--all").List("suggestions").Count);
        Assert.InRange(mia.Json("suggest", Project).List("suggestions").Count, 0, 20);
        var told = mia.Ok("evaluate", Project);
        Assert.InRange(told.OutLines.Count, 10, 60);
        Assert.Contains("Koder utan kodade stycken: 998", told.Out, StringComparison.Ordinal);
        Assert.All(mia.Json("evaluate", Project).List("codes"), c => Assert.InRange(c.List("hints").Count, 0, 3));
        mia.Ok("suggest", "leads", Project);
        mia.Ok("suggest", "accept", Project, "--above", "0.9");
    }

    private static double Confidence(System.Text.Json.JsonElement suggestion) => suggestion.GetProperty("confidence").GetDouble();

    private static string Talk(string speaker, int turns)
    {
        string[] words = ["pengar", "hyra", "tid", "coach", "möte", "arbete", "praktik", "läkare", "stöd", "barn", "buss"];
        return string.Concat(Enumerable.Range(0, turns).Select(i => $"I: Hur var det?\n{speaker}: Jag pratade om {words[i % 11]} och {words[(i * 3 + 1) % 11]} med {words[(i * 5 + 2) % 11]} vecka {i}.\n"));
    }

    private static Mia Made(params string[] interviews)
    {
        var mia = new Mia();
        mia.Ok("new", Project);
        foreach (var (i, text) in interviews.Index())
        {
            mia.Write($"Intervju {i + 1}.txt", text);
        }

        if (interviews.Length > 0)
        {
            mia.Ok(["import", Project, .. interviews.Select((_, i) => $"Intervju {i + 1}.txt")]);
        }

        return mia;
    }
}
