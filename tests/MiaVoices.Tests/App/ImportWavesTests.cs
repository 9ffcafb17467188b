using MiaVoices.Tests.Support;
using Xunit;

namespace MiaVoices.Tests.App;

public sealed class ImportWavesTests : IDisposable
{
    private readonly Mia mia = new();

    public ImportWavesTests()
    {
        mia.Write("2024.csv", "SvarsID;Får du stöd?;Vad har varit bra med stödet?\n1;alltid;Mer tid.\n2;aldrig;Allt.\n");
        mia.Write("2024.profil.json", """
            {"name":"Avslut","respondentId":"SvarsID","wave":{"value":"2024"},"columns":[{"header":"Får du stöd?","role":"closed","id":"F1","scale":["aldrig","alltid"]},
            {"header":"Vad har varit bra med stödet?","role":"freetext","id":"T1"}]}
            """);
        mia.Write("2025.csv", "SvarsID;Vad har varit bra med stödet;Litar du på oss?;Får du stöd?\n1;Kaffet var gott.;ja;alltid\n2;Ingenting alls.;nej;aldrig\n");
        mia.Ok("new", "p");
        mia.Ok("import", "p", "2024.csv");
    }

    [Fact]
    public void A_dry_run_shows_how_the_questions_stand_to_last_years()
    {
        mia.Ok("import", "p", "2025.csv", "--propose-profile", "2025.profil.json");
        var run = mia.Ok("import", "p", "2025.csv", "--dry-run");
        Assert.Contains("  jämfört med Avslut 2024: 2 frågor är desamma", run.OutLines);
        Assert.Contains("    ny fråga: Litar du på oss?", run.OutLines);
        var source = mia.Json("import", "p", "2025.csv", "--dry-run").GetProperty("imported")[0];
        Assert.Equal("Avslut", source.GetProperty("comparedWith").GetProperty("survey").GetString());
        Assert.Equal(
            [("T1", "same"), ("Litar du på oss?", "new"), ("F1", "same")],
            source.GetProperty("questions").EnumerateArray().Select(q => (q.GetProperty("id").GetString()!, q.GetProperty("match").GetString()!)));
        Assert.Equal("Vad har varit bra med stödet?", source.GetProperty("questions")[0].GetProperty("earlierText").GetString());
    }

    [Fact]
    public void A_survey_that_stands_alone_has_questions_without_a_match()
    {
        var source = mia.Ok("import", "p", "2025.csv", "--profile", mia.Write("annan.json", """{"name":"Annan"}"""), "--dry-run", "--json").Json.GetProperty("imported")[0];
        Assert.False(source.TryGetProperty("comparedWith", out _));
        Assert.All(source.GetProperty("questions").EnumerateArray(), q => Assert.Null(q.GetProperty("match").GetString()));
    }

    public void Dispose() => mia.Dispose();
}
