using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.EndToEnd;

/// <summary>Real files beside the project come in whole by command.</summary>
public sealed class SharedFilesTests
{
    /// <summary>Formats that are read, by the ending of the example's name.</summary>
    private static readonly string[] Read = [".csv", ".docx", ".vtt", ".xlsx", ".txt", ".md", ".srt", ".json", ".tsv", ".otr", ".rtf"];

    [SharedFact]
    public void Every_example_comes_in()
    {
        using var mia = new Mia();
        mia.Ok("new", "p");

        var run = mia.Run("import", "p.mia", Path.Combine(SharedFolder.Path!, "examples"), "--json").Ends(0);

        var imported = run.Json.Each("imported", "source:s format:s encoding:s segments:n speakers:a warnings:a");

        // A table may hold nothing but closed answers.
        Assert.All(imported, i => Assert.True(i.Count("segments") > 0 || i.List("columns").Count > 0, i.Text("source")));
        Assert.Equal(0, run.Json.GetProperty("refused").GetArrayLength());
        Assert.Superset(
            Directory.EnumerateFiles(Path.Combine(SharedFolder.Path!, "examples")).Select(f => Path.GetFileName(f)).Where(f => Read.Contains(Path.GetExtension(f))).ToHashSet(),
            imported.Select(i => i.Text("source")).ToHashSet());
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
