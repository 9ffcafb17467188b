using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>Real files beside the project come in whole by command, or are refused with what to do instead.</summary>
public sealed class SharedFilesTests
{
    /// <summary>Formats that are read, by the ending of the example's name.</summary>
    private static readonly string[] Read = [".csv", ".docx", ".vtt", ".xlsx", ".txt", ".md"];

    [SharedFact]
    public void Every_example_comes_in_or_is_refused_with_a_way_out()
    {
        using var mia = new Mia();
        mia.Ok("new", "p");

        var run = mia.Run("import", "p.mia", Path.Combine(SharedFolder.Path!, "examples"), "--json").Ends(3);

        var imported = run.Json.Each("imported", "source:s format:s encoding:s segments:n speakers:a warnings:a");
        var refused = run.Json.Each("refused", "file:s reason:s").Select(r => r.Text("file")).ToList();

        // A table may hold nothing but closed answers.
        Assert.All(imported, i => Assert.True(i.Count("segments") > 0 || i.List("columns").Count > 0, i.Text("source")));
        Assert.DoesNotContain(refused, f => Read.Contains(Path.GetExtension(f)));
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(SharedFolder.Path!, "examples")).Select(Path.GetFileName).Where(f => Read.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal),
            imported.Select(i => i.Text("source")).Where(f => Read.Contains(Path.GetExtension(f))).Distinct().Order(StringComparer.Ordinal));
        mia.Ok("check", "p.mia");
    }

    [SharedFact]
    public void A_few_real_transcripts_come_in_with_text_in_order_and_are_found_again()
    {
        var files = Directory.EnumerateFiles(Path.Combine(SharedFolder.Path!, "data", "transcripts", "swedish_interviews"), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".txt" or ".docx" or ".vtt" && new FileInfo(f).Length > 5_000)
            .Order(StringComparer.Ordinal)
            .Take(6)
            .ToArray();
        using var mia = new Mia();
        mia.Ok("new", "p");

        mia.Ok(["import", "p.mia", .. files]);

        var sources = mia.Json("sources", "p.mia").Each("sources", "source:s segments:n length:n");
        Assert.Equal(files.Length, sources.Count);
        Assert.All(sources, s => Assert.True(s.Count("segments") > 1 && s.Count("length") > 500, s.Text("source")));
        Assert.True(mia.Json("search", "p.mia", "och").Count("total") > 0);
        mia.Ok("check", "p.mia");
    }
}
